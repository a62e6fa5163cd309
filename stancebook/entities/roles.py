"""Descriptions by office: "the NATO secretary general", where the article or a dated office says who that is.

A name with an office beside it teaches the office: "NATO Secretary General Jens Stoltenberg", "Kwame Boateng, the
finance minister". Afterwards a definite description with the same words, and the same owner where it has one, means its
bearer, as long as one person alone comes into question.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from stancebook.entities.mention import Mention
from stancebook.entities.offices import Office, office_words
from stancebook.entities.referents import Word
from stancebook.language.people import PEOPLE

TAUGHT, OFFICE, WITHOUT_OWNER, RULER = 0.9, 0.8, 0.7, 0.7
#: How many paragraphs back the name of the bearer may stand where a description has no owner: "the minister".
REACH = 1
#: Words for who rules a country, any of which may mean its president.
RULERS = frozenset("president leader ruler dictator autocrat strongman despot king monarch emir".split())
MORE_PEOPLE = frozenset("autocrat strongman despot monarch emir sultan pope patriarch archbishop ceo".split())
#: Adjectives and nouns that say which office it is; others, such as "tired" and "embattled", do not.
KINDS = frozenset(
    """prime foreign defence defense finance interior justice economy health education trade energy labour labor transport
    deputy vice first second supreme permanent general secretary press chief opposition party intelligence security army
    navy police central bank executive managing regional federal state national religious spiritual military""".split()
)
#: Who holds no more, or not yet, what the words say.
NO_MORE = frozenset("former ex late then next future acting designate elect would-be ousted deposed exiled".split())
#: What may follow the first noun of an office, and what its "of".
AFTER = frozenset(("general", "secretary", "minister", "executive"))
OF_WHAT = ("state", "staff", "government")


class Phrase(NamedTuple):
    """An office in the text: the places of its words in the line, and the words that say which office."""

    first: int
    stop: int
    words: tuple[str, ...]
    owner: str
    definite: bool


class Held(NamedTuple):
    """Who holds an office of an owner (or of nobody named), and how that is known."""

    words: tuple[str, ...]
    owner: str
    entity: str
    start: int
    reason: str
    confidence: float


def roles(
    lines: list[list[Word]],
    found: list[Mention],
    countries: dict[str, str],
    offices: list[Office],
    paragraph_of: Callable[[int], int],
    text: str,
) -> list[Mention]:
    """The mentions by office, beside those ``found``.

    ``countries`` gives a person's country, ``offices`` are those held when the article was written.
    """
    starts = [mention.start for mention in found]
    people = {mention.entity: mention for mention in reversed(found) if mention.type == "PER" and not mention.is_ambiguous}

    def at(line: list[Word], place: int) -> Mention | None:
        if not 0 <= place < len(line):
            return None
        number = bisect_right(starts, line[place].start) - 1
        return found[number] if number >= 0 and found[number].end > line[place].start else None

    held, alone = [], []
    for line in lines:
        for phrase in _phrases(line, at):
            bearer = _beside(line, phrase, at)
            if bearer is None:
                alone.append((line, phrase))
            elif bearer.entity in people:
                owner = phrase.owner or countries.get(bearer.entity, "")
                start = min(line[phrase.first].start, bearer.start)
                written = text[start : max(line[phrase.stop - 1].end, bearer.end)]
                reason = f"“{written}” in paragraph {paragraph_of(bearer.start)}"
                held.append(Held(phrase.words, owner, bearer.entity, bearer.start, reason, TAUGHT))
    for office in offices:
        reason = f"held this office in the article's year: line {office.line} of entities.csv"
        held.append(Held(office.words, office.owner, office.entity, -1, reason, OFFICE))
    return [
        mention
        for line, phrase in alone
        if (mention := _meant(line, phrase, held, people, found, paragraph_of)) is not None
    ]


def _phrases(line: list[Word], at: Callable) -> Iterator[Phrase]:
    place = 0
    while place < len(line):
        if not _is_person(line[place]) or at(line, place) or line[place].tag in ("NNS", "NNPS"):
            place += 1
            continue
        first, stop = place, place + 1
        while stop < len(line) and (line[stop].form in AFTER or _is_person(line[stop])) and not at(line, stop):
            if line[stop].tag in ("NNS", "NNPS"):
                break
            stop += 1
        if stop + 1 < len(line) and line[stop].form == "of" and line[stop + 1].form in OF_WHAT:
            stop += 2
        while first and line[first - 1].part_of_speech in ("NOUN", "ADJ", "PROPN") and not at(line, first - 1):
            first -= 1
        owner, definite = _owner(line, first, stop, at)
        inside = [line[number] for number in range(first, stop)]
        words = tuple(
            word
            for one in inside
            for word in office_words(one.form)
            if word in KINDS or _is_person(one) or one.form in ("of", *OF_WHAT)
        )
        around = {part for one in line[max(first - 1, 0) : stop] for part in one.form.split("-")}
        if words and not NO_MORE & around:
            # The span leaves out what does not say which office: "embattled".
            while line[first].form not in KINDS and not _is_person(line[first]):
                first += 1
            yield Phrase(first, stop, words, owner, definite)
        place = max(stop, place + 1)


def _is_person(word: Word) -> bool:
    parts = {word.form, word.lemma, word.form.split("-")[0]}
    return word.part_of_speech in ("NOUN", "PROPN", "ADJ") and bool(parts & PEOPLE or parts & MORE_PEOPLE)


def _owner(line: list[Word], first: int, stop: int, at: Callable) -> tuple[str, bool]:
    """Whose office it is, and whether the description is of one person: "the", a possessive, a country before it.

    An owner that is no entity is "?": "the president of the club" is nobody's president whom the article knows.
    """
    definite, owner = False, ""
    before = first - 1
    if before >= 0 and line[before].form in ("'s", "’s", "'", "’"):
        definite, before = True, before - 1
        owner = "" if at(line, before) else "?"
    mention = at(line, before)
    if mention is not None and mention.type != "PER":
        owner = mention.entity
        while before >= 0 and at(line, before) == mention:
            before -= 1
    # "The embattled" may be an adjective or a participle.
    while before >= 0 and (line[before].part_of_speech == "ADJ" or line[before].tag in ("JJ", "VBN", "VBG")) and not at(line, before):
        before -= 1
    if before >= 0 and line[before].form == "the":
        definite = True
    if stop + 1 < len(line) and line[stop].form == "of":
        after = stop + 2 if line[stop + 1].form == "the" else stop + 1
        of = at(line, after)
        owner = of.entity if of is not None and of.type != "PER" else "?"
        definite = definite or before < 0 or line[before].form != "a"
    elif before >= 0 and line[before].form in ("his", "her", "its", "their", "my", "our", "a", "an", "any", "every", "no"):
        owner = owner or "?"
    return owner, definite


def _beside(line: list[Word], phrase: Phrase, at: Callable) -> Mention | None:
    """The person named directly beside an office: after it, or before it and a comma."""
    after = at(line, phrase.stop)
    if after is None and phrase.stop < len(line) and line[phrase.stop].form == ",":
        after = at(line, phrase.stop + 1)
        closes = phrase.stop + 1
        while closes < len(line) and at(line, closes) == after:
            closes += 1
        if closes < len(line) and line[closes].form not in (",", ".", ";", ")", "—", "–"):
            after = None
    if after is not None and after.type == "PER":
        return after
    place = phrase.first - 1
    while place >= 0 and line[place].form != "," and phrase.first - place < 5:
        place -= 1
    before = at(line, place - 1) if place > 0 and line[place].form == "," else None
    closes = phrase.stop < len(line) and line[phrase.stop].form in (",", ".", ";", "of", ")", "—", "–")
    return before if before is not None and before.type == "PER" and closes else None


def _is_short_for(phrase: Phrase, one: Held) -> bool:
    """Whether it leaves out which: "the minister", for the foreign minister."""
    return not phrase.owner and one.start >= 0 and len(phrase.words) == 1 and phrase.words[0] == one.words[-1]


def _rules_as(phrase: Phrase, one: Held) -> bool:
    """Whether it is another word for who rules the same country: the dictator, for its president."""
    alone = len(phrase.words) == len(one.words) == 1
    return bool(phrase.owner) and alone and {*phrase.words, *one.words} <= RULERS


def _meant(line: list[Word], phrase: Phrase, held: list[Held], people: dict[str, Mention], found, paragraph_of) -> Mention | None:
    if not phrase.definite or phrase.owner == "?":
        return None
    start, end = line[phrase.first].start, line[phrase.stop - 1].end
    fits = [
        one
        for one in held
        if (one.words == phrase.words or _is_short_for(phrase, one) or _rules_as(phrase, one))
        and (one.owner == phrase.owner or not phrase.owner)
        and (one.start < start and (one.start >= 0 or phrase.owner))
    ]
    taught = [one for one in fits if one.start >= 0] or fits
    bearers = {one.entity for one in taught}
    if len(bearers) != 1:
        return None
    entity = next(iter(bearers))
    one = next((held for held in taught if held.words == phrase.words), taught[0])
    named = people.get(entity)
    if named is None:
        return None
    confidence, reason = one.confidence, one.reason
    if not phrase.owner:
        last = max((mention.start for mention in found if mention.entity == entity and mention.start < start), default=-1)
        if last < 0 or paragraph_of(start) - paragraph_of(last) > REACH:
            return None
        confidence = WITHOUT_OWNER
    if one.words != phrase.words and not _is_short_for(phrase, one):
        confidence = min(confidence, RULER)
        reason += f", and a {' '.join(phrase.words)} of the same country is the {' '.join(one.words)}"
    return Mention(start, end, "PER", entity, named.name, "role", confidence, reason)
