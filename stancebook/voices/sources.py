"""Who a source is: the entity that its words name, the name to show, whether it stays anonymous, whom a pronoun means."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import pandas as pd

from stancebook.tokens import Sentence, Token, at
from stancebook.voices.noun_phrases import FINITE, SUBORDINATORS, Subject, head, subject
from stancebook.voices.people import FEMALE, MALE, PEOPLE, SOMEBODY, UNNAMED

#: How many paragraphs back a pronoun may reach.
REACH = 1
PRONOUNS = frozenset({"he", "she", "his", "her"})


class Source(NamedTuple):
    """A source as shown: the id of its entity, the name, and whether it stays anonymous."""

    entity: str
    name: str
    anonymous: bool


NOBODY = Source("", "", True)


class Somebody(NamedTuple):
    """A person who is the subject of a clause, for the pronouns after it."""

    start: int
    paragraph: int
    source: Source
    gender: str
    opens: bool


class Linker:
    """Finds the mentions inside of a source and keeps the persons who were last named as subjects."""

    def __init__(self, mentions: pd.DataFrame):
        ordered = mentions.sort_values("start", kind="stable")
        columns = ("start", "end", "type", "entity", "name", "naming")
        self._rows = list(zip(*(ordered[name].tolist() for name in columns)))
        self._starts = [row[0] for row in self._rows]
        self._people: list[Somebody] = []

    def inside(self, start: int, end: int) -> list[tuple]:
        """The mentions that overlap ``start`` to ``end``."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, end)
        return [row for row in self._rows[first:last] if row[0] < end and row[1] > start]

    def learn(self, line: Sentence, paragraph: int) -> None:
        """Remember the persons who are subjects in the line."""
        for place, token in enumerate(line):
            if token.tag not in FINITE:
                continue
            who = subject(line, place)
            if who is None or who.relative or line[who.first].tag == "PRP":
                continue
            self._remember(line, who, paragraph)

    def _remember(self, line: Sentence, who: Subject, paragraph: int) -> None:
        noun = line[head(line, who.first, who.stop)]
        start, end = line[who.first].start, line[who.stop - 1].end
        named = [row for row in self.inside(start, end) if row[2] == "PER" and row[1] >= noun.start]
        if not named and noun.lemma not in PEOPLE or noun.tag in {"NNS", "NNPS"}:
            return
        gender = "female" if {noun.form, noun.lemma} & FEMALE else "male" if {noun.form, noun.lemma} & MALE else ""
        known = next((person for person in self._people if person.start == start), None)
        if known is None:
            source = self.source(line, who.first, who.stop, paragraph)
            opens = who.opener.form not in SUBORDINATORS
            self._people.append(Somebody(start, paragraph, source, gender, opens))

    def source(self, line: Sentence, first: int, stop: int, paragraph: int) -> Source:
        """The source in ``line[first:stop]``."""
        token = line[first]
        if stop - first == 1 and token.form in PRONOUNS:
            return self._meant(token, paragraph)
        start, end = token.start, line[stop - 1].end
        place = head(line, first, stop)
        mentions = self.inside(start, end)
        at_head = [row for row in mentions if row[0] <= line[place].start < row[1] and row[5] != "demonym"]
        people = [row for row in mentions if row[2] == "PER"]
        peoples = [row for row in mentions if row[0] <= line[place].start < row[1] and line[place].tag.startswith("NNP")]
        named = next(iter(people or at_head or peoples), None)
        text = " ".join(_shown(line[first:stop]))
        if named and line[place].lemma not in PEOPLE or people:
            return Source(named[3], named[4], False)
        entity = mentions[0][3] if mentions else ""
        return Source(entity, text, is_anonymous(line, first, stop))

    def _meant(self, pronoun: Token, paragraph: int) -> Source:
        """The person whom he or she means: the last who was a subject, where no other may be meant."""
        resolved = [row for row in self.inside(pronoun.start, pronoun.end) if row[5] == "pronoun"]
        if resolved:
            return Source(resolved[0][3], resolved[0][4], False)
        gender = "female" if pronoun.form in {"she", "her"} else "male"
        near = [
            person
            for person in self._people
            if person.start < pronoun.start
            and paragraph - REACH <= person.paragraph <= paragraph
            and person.gender in {"", gender}
        ]
        here = [person for person in near if person.paragraph == paragraph] or near
        last = here[-1] if here else None
        clear = last is not None and last.opens and len({(p.source.entity, p.source.name) for p in here[-2:]}) <= 2
        return last.source if clear else Source("", pronoun.text, False)


def _shown(tokens: list[Token]) -> list[str]:
    """The words of a source as they would stand inside a sentence."""
    texts: list[str] = []
    for number, token in enumerate(tokens):
        text = token.text
        if not number and not token.tag.startswith("NNP") and text[1:].islower():
            text = text.lower()
        if texts and (token.tag == "POS" or text in {",", "'s", "’s"}):
            texts[-1] += text
        else:
            texts.append(text)
    return texts


def is_anonymous(line: Sentence, first: int, stop: int) -> bool:
    """Whether people speak here who are not named: officials, an anonymous diplomat, a woman; not the president."""
    tokens = line[first:stop]
    noun = line[head(line, first, stop)]
    if any(token.form in UNNAMED for token in tokens) or noun.form in SOMEBODY or noun.tag == "CD":
        return True
    if noun.lemma not in PEOPLE and not noun.form.endswith(("ists", "ians", "ologist", "eers")):
        return False
    plural = noun.tag in {"NNS", "NNPS"} or at(line, first).form in SOMEBODY or noun.form in {"people", "police"}
    determined = at(line, first).form in {"the", "his", "her", "its", "their", "my", "our"} or any(
        token.tag == "POS" for token in tokens
    )
    return plural or not determined
