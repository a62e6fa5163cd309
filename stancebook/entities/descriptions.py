"""Descriptions by what somebody is: "the company", "the country", "the government", where one entity alone is meant.

A definite noun phrase with nothing in it that says which means the entity of its kind that was mentioned shortly before
(``kinds``: apposition and copula, the noun that heads a name, the knowledge base), after the precise sieves of Lee et
al. (2013, Deterministic coreference resolution based on entity-centric, precision-ranked rules). The government is that
of the country that is spoken of: bridging from the whole to what it has (Vieira & Poesio 2000). Where two entities fit,
nobody is linked, and the description is listed as open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from stancebook.entities.kinds import Kind, Kinds
from stancebook.entities.mention import Mention
from stancebook.entities.referents import SUBJECTS, Word
from stancebook.entities.roles import KINDS

#: Who acts for a country: described so, it is the country of the sentences before that is meant.
GOVERNING = frozenset("government regime authority ministry".split())
#: What may stand beside such a noun and leave it the country's: "the transport ministry", "the federal government".
BRANCHES = KINDS - frozenset("deputy vice opposition party regional religious spiritual first second general secretary".split())
#: How many sentences back an entity may have been mentioned last, and where more than one fits.
REACH, NEAR = 4, 2
#: How many times as often as any other one of several must have been mentioned, to be the one that is spoken of.
FOREMOST = 3
#: From so many mentions on, the only one of its kind is meant however far back it stands; the only country from one.
KNOWN = 2
#: How sure a link is: the only one of its kind near, and the one of several that is spoken of.
TOLD, SPOKEN_OF = 0.8, 0.7
#: Plurals that are described as one.
AS_ONE = ("authority", "island")
#: What says which one is meant.
RESTRICTING = ("amod", "compound", "nummod", "nmod", "acl", "appos", "conj", "flat", "advmod")
#: Where a noun is no phrase of its own.
WITHIN = ("compound", "flat", "fixed", "goeswith", "appos", "nmod:desc")


class Candidate(NamedTuple):
    """An entity that a description may mean: what says so, where it was mentioned last, and how often before."""

    entity: str
    kind: Kind
    sentence: int
    start: int
    times: int


class Description(NamedTuple):
    """A definite noun phrase without a name: its noun as it stands and its lemma, whom it may mean, the last mentioned first, and why one is meant."""

    start: int
    end: int
    sentence: int
    form: str
    noun: str
    candidates: tuple[Candidate, ...]
    meant: Candidate | None = None
    confidence: float = 0.0
    why: str = ""

    @property
    def near(self) -> list[Candidate]:
        """The candidates that were mentioned shortly before."""
        return [one for one in self.candidates if self.sentence - one.sentence <= REACH]


class _Before:
    """What was mentioned so far: where last, and how often; a country also by the people and bodies that belong to it."""

    def __init__(self, found: list[Mention], countries: dict[str, str]):
        self._waiting = [mention for mention in found if not mention.is_ambiguous][::-1]
        self._countries = countries
        self.last: dict[str, tuple[int, int]] = {}
        self.times: Counter[str] = Counter()

    def taken(self, sentence: int, word: Word) -> Mention | None:
        """The mention that begins at or before a word and was not yet taken in."""
        if not self._waiting or self._waiting[-1].start >= word.end:
            return None
        mention = self._waiting.pop()
        for entity in (mention.entity, self._countries.get(mention.entity)):
            if entity:
                self.add(entity, sentence, mention.start)
        return mention

    def add(self, entity: str, sentence: int, start: int) -> None:
        self.last[entity] = (sentence, start)
        self.times[entity] += 1


def descriptions(
    lines: list[list[Word]], found: list[Mention], kinds: Kinds, countries: dict[str, str]
) -> Iterator[Description]:
    """Every description of the sentences that something of its kind was mentioned before, with whom it means, if anybody.

    ``found`` are the mentions, in order; ``countries`` gives the country of a person or body.
    """
    starts = [mention.start for mention in found]
    telling = {kind.told for own in kinds.values() for kind in own.values()}
    before, others = _Before(found, countries), {}
    for number, line in enumerate(lines):
        subjects = ""
        for place, word in enumerate(line):
            while (mention := before.taken(number, word)) is not None:
                if mention.type == "PER" and _is_subject(line, mention):
                    subjects = countries.get(mention.entity, "")
            if word.part_of_speech != "NOUN" or _is_named(word, found, starts):
                continue
            if not is_bare(line, place):
                if word.relation not in WITHIN and word.start not in telling:
                    others[word.lemma] = word.start
                continue
            governs = word.lemma in GOVERNING and not any(word.lemma in kinds[one] for one in before.last)
            noun = "country" if governs else word.form if word.tag == "NNS" else word.lemma
            candidates = tuple(
                Candidate(entity, kinds[entity][noun], *at, before.times[entity])
                for entity, at in sorted(before.last.items(), key=lambda one: -one[1][1])
                if noun in kinds[entity] and kinds[entity][noun].start < word.start
            )
            if candidates:
                one = Description(word.start, word.end, number, word.form, word.lemma, candidates)
                one = _meant(one, others.get(word.lemma, -1), subjects if noun in ("country", "nation") else "")
                if one.meant is not None:
                    before.add(one.meant.entity, number, word.start)
                yield one


def _is_subject(line: list[Word], mention: Mention) -> bool:
    return any(word.relation in SUBJECTS and mention.start <= word.start < mention.end for word in line)


def _is_named(word: Word, found: list[Mention], starts: list[int]) -> bool:
    at = bisect_right(starts, word.start) - 1
    return at >= 0 and found[at].end > word.start


def is_bare(line: list[Word], place: int) -> bool:
    """Whether a noun is definite and nothing beside it says which: "the company", not "the new company"."""
    word = line[place]
    if word.relation in WITHIN or word.tag == "NNS" and word.lemma not in AS_ONE:
        return False
    own = [other for other in line if other.head == place]
    if not any(other.form == "the" and other.relation == "det" for other in own):
        return False
    restricting = [other for other in own if other.relation.split(":")[0] in RESTRICTING]
    if word.lemma in GOVERNING:
        restricting = [other for other in restricting if other.form not in BRANCHES]
    # "The company Acme": a name right behind it is its own.
    named = place + 1 < len(line) and line[place + 1].tag.startswith("NNP")
    return not restricting and not named


def _meant(one: Description, another: int, of_subject: str) -> Description:
    """The description with whom it means; ``another`` is where its noun last stood for something else."""
    near, most_times = one.near, max(other.times for other in one.candidates)
    first, sure, why = None, TOLD, "the only one mentioned shortly before"
    if any(other.entity == of_subject for other in near):
        first = next(other for other in near if other.entity == of_subject)
        sure, why = SPOKEN_OF, "the country of the person of whom the sentence speaks"
    elif len(near) == 1:
        # The government is hardly that of a country named in passing, where the article speaks more of another.
        first = near[0] if near[0].kind.noun != "country" or near[0].times == most_times else None
    elif near:
        most, second, *_ = sorted(near, key=lambda other: -other.times)
        if most.times >= FOREMOST * second.times and one.sentence - most.sentence <= NEAR:
            first, sure, why = most, SPOKEN_OF, "spoken of far more than any other mentioned shortly before"
    elif len(one.candidates) == 1 and (one.candidates[0].times >= KNOWN or one.candidates[0].kind.noun == "country"):
        first, sure, why = one.candidates[0], SPOKEN_OF, "the only one that the article has named"
    if first is None or another > first.start:
        return one
    return one._replace(meant=first, confidence=sure, why=why)


def linked(described: Iterable[Description], found: list[Mention], entities: pd.DataFrame) -> list[Mention]:
    """The descriptions that mean an entity, as mentions; it has its name from ``found`` or the knowledge base."""
    who = dict(zip(entities.index, zip(entities["type"], entities["name"])))
    who |= {mention.entity: (mention.type, mention.name) for mention in found}
    result = []
    for one in described:
        if one.meant is not None:
            kind, name = who[one.meant.entity]
            span = (one.start, one.end)
            result.append(Mention(*span, kind, one.meant.entity, name, "description", one.confidence, because(one, name)))
    return result


def because(one: Description, name: str) -> str:
    """Why a description is linked as it is, in words."""
    whose = "that of " if one.noun in GOVERNING and one.meant.kind.noun == "country" else ""
    return f"“the {one.form}”: {whose}{name}, a {one.meant.kind.noun} by {one.meant.kind.reason}, {one.why}"
