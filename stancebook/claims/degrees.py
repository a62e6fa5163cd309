"""Degrees of certainty and polarity after FactBank (Saurí & Pustejovsky 2009), and how they combine.

FactBank crosses certain, probable, possible and unknown with positive and negative, each relative to a source.
“Will” is certain to the one who says it, “would” probable, as Hyland’s inventory has it among the hedges; “could”,
“may” and “might” are possible.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

DEGREES = ("certain", "probable", "possible", "unknown")
POLARITIES = ("positive", "negative")
CERTAIN, PROBABLE, POSSIBLE, UNKNOWN = range(4)

_DEGREE_OF_ENTRIES = {
    POSSIBLE: (
        "perhaps; maybe; possibly; possible; conceivable; conceivably; potential; potentially; may yet; "
        "it is possible that; possibility; speculate; imagine; in theory; on paper; in principle; prospect; arguably; "
        "hypothesis; hypothesize; guess; notion"
    ),
    UNKNOWN: (
        "allegedly; reportedly; supposedly; purportedly; ostensibly; by all accounts; according to some; it is said; "
        "rumor; rumour; open question; remain to be seen; hard to say; hard to tell; difficult to say"
    ),
}
#: The degree of an adverb or phrase of the stance lexicon that hedges; those not named here make probable.
DEGREE_OF_ENTRY = {entry: degree for degree, entries in _DEGREE_OF_ENTRIES.items() for entry in entries.split("; ")}


@dataclass(frozen=True)
class Factuality:
    """How certain something is (an index into ``DEGREES``), and whether it is denied."""

    degree: int = CERTAIN
    denied: bool = False

    @property
    def certainty(self) -> str:
        return DEGREES[self.degree]

    @property
    def polarity(self) -> str:
        """What is not known is neither affirmed nor denied, and stands as positive."""
        return POLARITIES[self.denied and self.degree != UNKNOWN]

    def within(self, around: Factuality) -> Factuality:
        """This in the scope of something else: the less certain of both; two denials cancel each other."""
        return Factuality(max(self.degree, around.degree), self.denied != around.denied)

    def weakened(self, degree: int) -> Factuality:
        """The same, no more certain than ``degree``."""
        return Factuality(max(self.degree, degree), self.denied)


def grid(claims: pd.DataFrame) -> pd.DataFrame:
    """How many claims of each voice have which certainty and polarity: voice, certainty, polarity, count.

    Only cells that occur; voices in the order of their first claim, certainty from certain to unknown.
    """
    columns = ["voice", "certainty", "polarity"]
    counted = claims.groupby(columns, sort=False).size().rename("count").reset_index()
    order = {voice: place for place, voice in enumerate(claims["voice"].drop_duplicates())}
    ranked = counted.assign(
        first=counted["voice"].map(order),
        second=counted["certainty"].map(DEGREES.index),
        third=counted["polarity"].map(POLARITIES.index),
    )
    return ranked.sort_values(["first", "second", "third"])[[*columns, "count"]].reset_index(drop=True)
