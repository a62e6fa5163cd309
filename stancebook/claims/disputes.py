"""Contested figures: what several voices give different numbers for."""

from __future__ import annotations

import math

import pandas as pd

from stancebook.claims.circumstances import Circumstances, agree, circumstances, set_against, tied
from stancebook.claims.units import FATES, PLACING, TIME

#: Words before a noun that make of a number an increase, not a total: “1,700 more soldiers”.
INCREASE = frozenset("more additional extra further fresh new other another reserve".split())
#: A modifier that adds nothing to who is meant.
EMPTY = frozenset("the a an its his her their our all these those such own military armed actual total".split())
#: Figures further apart than by this factor count different things under one noun.
MAGNITUDE = 100


def contested(claims: pd.DataFrame, reading) -> pd.DataFrame:
    """The figures that different voices give for the same thing and that cannot all be true, side by side.

    Figures count the same thing where their noun and unit are the same, their modifiers agree (“Russian troops” and
    “troops”, not “Ukrainian troops”, “more troops” nor “troops in Belarus” and “near Ukraine”), and so do the place,
    time and doing that their sentences give (``circumstances``); or where one takes its noun from the other. What only
    one of two says holds for both where they stand in the same sentence or the next; figures that nothing ties
    together, or that lie further apart than by a factor of ``MAGNITUDE``, are no dispute. Two figures disagree where
    their ranges do not meet: “about” allows half a unit of the last digit that is not zero, “at least” and “up to”
    leave one side open. Both voices must vouch for theirs: a question or condition does not. A figure that one voice
    affirms and another denies is contested as well, and so are two that one voice sets against each other (“not 30,000
    but 10,000”).

    ``claims`` are those of ``reading``. Columns: those of ``claims``, with ``group`` (from 0, in order of the text) and
    ``what`` (what is counted).
    """
    vouched = (claims["kind"] == "figure") & (claims["thing"] != "age") & (claims["certainty"] != "unknown")
    figures = claims[vouched]
    around = circumstances(figures, claims[claims["kind"] == "date"], reading)
    groups = [
        disputed
        for group in _groups(figures, around)
        if (disputed := _in_dispute(figures.loc[group], reading.article.text))
    ]
    parts = []
    for number, group in enumerate(groups):
        members = figures.loc[group]
        names = sorted(filter(None, members["counted"]), key=len)
        parts.append(members.assign(group=number, what=names[-1] if names else ""))
    if not parts:
        return figures.iloc[:0].assign(group=pd.Series(dtype="int64"), what=pd.Series(dtype=object))
    return pd.concat(parts, ignore_index=True)


def further(claims: pd.DataFrame, contested: pd.DataFrame) -> pd.DataFrame:
    """The other figures of ``claims`` for each thing that is ``contested``, in order of the text.

    Those with its noun and unit that stand outside the dispute, for whatever reason: they are of another place, time or
    doing, agree with one of those in dispute, or nobody vouches for them. What a reader of the dispute asks for next.
    Columns: those of ``claims``, with ``group`` and ``what`` of the dispute.
    """
    figures = claims[(claims["kind"] == "figure") & (claims["thing"] != "age") & (claims["thing"] != "")]
    nouns, parts = figures["thing"].str.split().str[0], []
    for (group, what), members in contested.groupby(["group", "what"], sort=False):
        things = set(members["thing"].str.split().str[0].dropna())
        alike = nouns.isin(things) & figures["unit"].isin(members["unit"]) & ~figures["start"].isin(members["start"])
        parts.append(figures[alike].assign(group=group, what=what))
    empty = figures.iloc[:0].assign(group=pd.Series(dtype="int64"), what=pd.Series(dtype=object))
    return pd.concat([part for part in parts if len(part)] or [empty], ignore_index=True)


def bounds(row) -> tuple[float, float]:
    """The lowest and the highest number that a figure allows, by its range and its approximation."""
    low = float(row.value)
    high = low if math.isnan(row.value_high) else float(row.value_high)
    if row.approximation == "at least":
        return low, math.inf
    if row.approximation == "up to":
        return -math.inf, high
    if row.approximation == "about":
        return low - _half_a_digit(low), high + _half_a_digit(high)
    return low, high


def _half_a_digit(value: float) -> float:
    """Half a unit of the last digit of ``value`` that is not zero: 5,000 for 30,000 and 500 for 31,000."""
    digits = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return 0.5 * 10.0 ** -len(digits.split(".")[1])
    return 0.5 * 10.0 ** (len(digits) - len(digits.rstrip("0"))) if value else 0.0


def _groups(figures: pd.DataFrame, around: dict[int, Circumstances]) -> list[list[int]]:
    groups: list[list[int]] = []
    # A figure that takes its noun from a later one finds it grouped: those with nouns of their own go first.
    ordered = [*figures[figures["same_as"] < 0].itertuples(), *figures[figures["same_as"] >= 0].itertuples()]
    for row in ordered:
        group = next((one for one in groups if all(_alike(row, figures.loc[other], around) for other in one)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(row.Index)
    return sorted((sorted(group) for group in groups), key=lambda group: group[0])


def _alike(row, other: pd.Series, around: dict[int, Circumstances]) -> bool:
    elliptic = row.same_as == other["start"] or other["same_as"] == row.start
    if row.thing != other["thing"] or row.unit != other["unit"] or not (row.thing or elliptic):
        return False
    if row.unit in TIME and row.thing == row.unit:
        return False
    mine, its = _modifiers(row.counted), _modifiers(other["counted"])
    if bool(mine[0] & INCREASE) != bool(its[0] & INCREASE):
        return False
    low, high = sorted((float(row.value), float(other["value"])))
    if high > low * MAGNITUDE:
        return False
    here, there = around[row.Index], around[other.name]
    if not agree(here, there, elliptic=elliptic):
        return False
    beside = abs(here.sentence - there.sentence) <= 1
    # Names (“Russian”), plain modifiers (“civilian”) and places (“in Belarus”): one of two side by side may leave them out.
    if not all(left <= right or right <= left for left, right in zip(mine, its)):
        return False
    return beside or (mine == its and (tied(here, there) or any(mine)))


def _modifiers(counted: str) -> tuple[set[str], set[str], set[str]]:
    """The plain modifiers and the names before the noun of ``counted``, and the names of the place after it."""
    words = counted.split()
    end = next((number for number, word in enumerate(words) if number and word in PLACING), len(words))
    before, after = words[: end - 1], words[end + 1 :]
    plain = {word.lower() for word in before if word.islower() and word not in EMPTY and word not in FATES.values()}
    plain -= {"dead"}  # what befell them is in the key of the thing
    return plain, {word for word in before if not word.islower()}, {word for word in after if not word.islower()}


def _in_dispute(members: pd.DataFrame, text: str) -> list[int]:
    """Those of the figures that count the same thing which disagree with another’s."""
    rows, found = list(members.itertuples()), set()
    for place, one in enumerate(rows):
        for other in rows[place + 1 :]:
            if _disagree(one, other) if one.voice != other.voice else _apart(one, other) and set_against(one, other, text):
                found |= {one.Index, other.Index}
    return sorted(found)


def _apart(one, other) -> bool:
    (low, high), (least, most) = bounds(one), bounds(other)
    return high < least or most < low


def _disagree(one, other) -> bool:
    if one.polarity != other.polarity:
        return not _apart(one, other)
    return _apart(one, other) and one.polarity == "positive"
