"""All tables of one article, each made from those before it, and only when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from stancebook import claims, entities, evaluations, knowledge, stance, voices
from stancebook.language import Reading


@dataclass(frozen=True)
class Annotations:
    """A reading with what is found in it; ``known`` replaces the knowledge base of data/knowledge/.

    The tables are those of ``entities``, ``voices``, ``stance``, ``evaluations`` and ``claims``.
    """

    reading: Reading
    known: knowledge.Knowledge | None = field(default=None, repr=False)

    @cached_property
    def mentions(self) -> pd.DataFrame:
        return entities.mentions(self.reading, self.known or knowledge.load())

    @cached_property
    def statements(self) -> pd.DataFrame:
        return voices.statements(self.reading, self.mentions)

    @cached_property
    def markers(self) -> pd.DataFrame:
        return stance.markers(self.reading, self.statements)

    @cached_property
    def evaluations(self) -> pd.DataFrame:
        return evaluations.evaluations(self.reading, self.mentions, self.statements, self.markers, known=self.known)

    @cached_property
    def factuality(self) -> pd.DataFrame:
        return claims.factuality(self.reading, self.statements, self.markers)

    @cached_property
    def claims(self) -> pd.DataFrame:
        return claims.claims(self.reading, self.statements, self.markers)


def annotate(reading: Reading, *, known: knowledge.Knowledge | None = None) -> Annotations:
    """What there is to find in a reading; ``known`` replaces the knowledge base of data/knowledge/."""
    return Annotations(reading, known)
