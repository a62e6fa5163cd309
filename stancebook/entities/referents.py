"""What a pronoun may mean: the names and the noun phrases of an article, in order, as the tree has them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from stancebook.entities.gender import of_noun
from stancebook.entities.mention import Mention
from stancebook.language import Reading
from stancebook.language.people import PEOPLE

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
#: Nouns that no pronoun takes up as a thing of its own: measures of time, parts and kinds.
NO_THINGS = frozenset(
    """time day week month year hour minute moment today yesterday tomorrow morning evening night lot kind sort part way
    case fact course example instance addition order end front back side rest number percent""".split()
)


class Word(NamedTuple):
    """A word with its place in the article and in its sentence's tree."""

    start: int
    end: int
    form: str
    lemma: str
    part_of_speech: str
    tag: str
    head: int
    relation: str
    quoted: bool


class Referent(NamedTuple):
    """One place where something is mentioned: ``key`` says what, ``named`` whether it is an entity of the table."""

    start: int
    end: int
    sentence: int
    word: int
    key: str
    kind: str
    pronoun: str
    plural: bool
    named: bool
    relation: str
    quoted: bool


def sentences(reading: Reading) -> list[list[Word]]:
    """The words of each sentence."""
    words, quoted = reading.words, _quoted(reading)
    columns = ("sentence", "start", "end", "text", "lemma", "part_of_speech", "tag", "head", "relation")
    found: list[list[Word]] = [[] for _ in range(len(reading.sentences))]
    for number, start, end, form, lemma, *rest in zip(*(words[column].tolist() for column in columns)):
        found[number].append(Word(start, end, form.lower(), str(lemma).lower(), *rest, start in quoted))
    return found


def _quoted(reading: Reading) -> set[int]:
    """The starts of the words within double quotation marks; a mark that is not closed ends with its paragraph."""
    inside: set[int] = set()
    for _, rows in reading.words.groupby("paragraph", sort=False):
        is_open, waiting = False, []
        for start, form in zip(rows["start"].tolist(), rows["text"].tolist()):
            if form in ("“", "«", "``") or (form == '"' and not is_open):
                is_open, waiting = True, []
            elif form in ("”", "»", "''", '"'):
                inside.update(waiting)
                is_open, waiting = False, []
            elif is_open:
                waiting.append(start)
        inside.update(waiting)
    return inside


def referents(lines: list[list[Word]], mentions: list[Mention], pronouns: dict[str, str]) -> Iterator[Referent]:
    """Everything that is mentioned by a name or a noun, in the order of the text.

    ``pronouns`` are those of the persons. A noun within a name or a role is the name's.
    """
    starts = [mention.start for mention in mentions]
    for number, line in enumerate(lines):
        for place, word in enumerate(line):
            at = bisect_left(starts, word.end) - 1
            mention = mentions[at] if at >= 0 and mentions[at].end > word.start else None
            if mention is not None:
                if place == _head_of(line, mention):
                    yield _named(mention, number, place, line, pronouns)
            elif word.part_of_speech in ("NOUN", "PROPN") and not _is_within_name(line, word):
                yield _noun(number, place, line)


def _head_of(line: list[Word], mention: Mention) -> int:
    inside = [place for place, word in enumerate(line) if word.start < mention.end and word.end > mention.start]
    return next((place for place in inside if line[place].head not in inside), inside[0] if inside else -1)


def _is_within_name(line: list[Word], word: Word) -> bool:
    return word.relation in ("compound", "flat", "fixed", "goeswith") and word.head >= 0


def _named(mention: Mention, number: int, place: int, line: list[Word], pronouns: dict[str, str]) -> Referent:
    word = line[place]
    people = mention.naming == "demonym" and word.tag in ("NNS", "NNPS")
    is_adjective = mention.naming == "demonym" and word.relation in ("amod", "compound", "nmod:desc")
    relation = "inside" if is_adjective else _relation(line, place)
    key, named = (f"people {mention.entity}", False) if people else (mention.entity, not mention.is_ambiguous)
    pronoun = pronouns.get(mention.entity, "") if mention.type == "PER" else ""
    kind = "NORP" if people else mention.type
    return Referent(mention.start, mention.end, number, place, key, kind, pronoun, people, named, relation, word.quoted)


def _noun(number: int, place: int, line: list[Word]) -> Referent:
    word = line[place]
    plural = word.tag in ("NNS", "NNPS") or word.lemma in ("people", "police")
    person = word.lemma in PEOPLE or word.form in PEOPLE or bool(of_noun(word.lemma))
    kind = "person" if person else "time" if word.lemma in NO_THINGS else "thing"
    key = f"noun {word.lemma}" if not plural else f"nouns {word.lemma}"
    return Referent(
        word.start, word.end, number, place, key, kind, of_noun(word.lemma), plural, False, _relation(line, place), word.quoted
    )


def _relation(line: list[Word], place: int) -> str:
    """The relation of a word, that of the first of its list or apposition where it is a later one."""
    for _ in range(4):
        word = line[place]
        if word.relation not in ("conj", "appos", "flat", "compound") or word.head < 0:
            return word.relation
        place = word.head
    return line[place].relation


def is_coordinated(line: list[Word], place: int) -> bool:
    """Whether a word stands in a list: "Ada and Ben"."""
    return line[place].relation == "conj" or any(word.relation == "conj" and word.head == place for word in line)


def clause_of(line: list[Word], place: int) -> int:
    """The verb that a word depends on, however deep within noun phrases; the root at last."""
    for _ in range(len(line)):
        head = line[place].head
        if head < 0:
            return place
        if line[head].part_of_speech in ("VERB", "AUX") or line[place].relation in (*SUBJECTS, "obj", "obl"):
            return head
        place = head
    return place
