"""Whom he, she and they mean among those who may speak: the last who was in the subject’s place, then any other person.

A centring rule (Grosz, Joshi & Weinstein 1995) in its simplest form: subjects before objects, the nearest sentence
first, one paragraph back at most. Where two would do equally well, nobody is meant.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from stancebook.language.people import FEMALE, MALE

SINGULAR = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
PLURAL = frozenset({"they", "them", "their"})
PRONOUNS = frozenset(SINGULAR) | PLURAL
#: How many sentences back, within the paragraph and into the one before it, somebody may stand.
REACH = 4


class Candidate(NamedTuple):
    """Somebody who was named: where, in which role, how many, of which gender; ``key`` tells who it is."""

    start: int
    sentence: int
    paragraph: int
    is_subject: bool
    plural: bool
    key: tuple[str, str]
    source: object


@dataclass
class Antecedents:
    """Remembers the people of the sentences read so far, in order."""

    found: list[Candidate] = field(default_factory=list)
    genders: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, candidate: Candidate, words: set[str]) -> None:
        """Remember somebody; ``words`` are the forms that may tell the gender (“woman”, “spokesman”)."""
        self.found.append(candidate)
        gender = "female" if words & FEMALE else "male" if words & MALE else ""
        if gender:
            self.genders[candidate.key] = gender

    def meant(
        self, form: str, start: int, sentence: int, paragraph: int, *, as_subject: bool = True
    ) -> Candidate | None:
        """Whom the pronoun ``form`` at ``start`` means; None where nobody is, or two might be."""
        plural, gender = form in PLURAL, SINGULAR.get(form, "")
        near = [
            one
            for one in self.found
            if one.start < start
            and sentence - REACH <= one.sentence <= sentence
            and paragraph - 1 <= one.paragraph <= paragraph
            and one.plural == plural
            and self.genders.get(one.key, gender) == gender
        ]
        here = [one for one in near if one.paragraph == paragraph] or near
        for number in sorted({one.sentence for one in here}, reverse=True):
            inside = [one for one in here if one.sentence == number]
            for rank in (True, False):
                ranked = {one.key: one for one in inside if one.is_subject is rank}
                if len(ranked) == 1:
                    chosen = next(iter(ranked.values()))
                    if gender:
                        self.genders.setdefault(chosen.key, gender)
                    return chosen
                if len(ranked) > 1:
                    # The nearer of two subjects of one sentence, where the pronoun stands in that sentence or the next.
                    return max(ranked.values(), key=lambda one: one.start) if rank and not plural else None
        return None
