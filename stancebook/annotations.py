"""All tables of one article, each made from those before it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from stancebook import claims, entities, knowledge, stance, voices
from stancebook.language import Reading


@dataclass(frozen=True)
class Annotations:
    """A reading with what was found in it: the tables of ``entities``, ``voices``, ``stance`` and ``claims``."""

    reading: Reading
    mentions: pd.DataFrame
    statements: pd.DataFrame
    markers: pd.DataFrame
    claims: pd.DataFrame


def annotate(reading: Reading, *, known: knowledge.Knowledge | None = None) -> Annotations:
    """Find everything in a reading; ``known`` replaces the knowledge base of data/knowledge/."""
    mentions = entities.mentions(reading, known or knowledge.load())
    statements = voices.statements(reading, mentions)
    markers = stance.markers(reading, statements)
    return Annotations(reading, mentions, statements, markers, claims.claims(reading, statements, markers))
