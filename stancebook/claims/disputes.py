"""Contested figures: what several voices give different numbers for."""

from __future__ import annotations

import math

import pandas as pd

from stancebook.claims.units import PLACING, TIME

#: Words before a noun that make of a number an increase, not a total: “1,700 more soldiers”.
INCREASE = frozenset("more additional extra further fresh new other another reserve".split())
#: A modifier that adds nothing to who is meant.
EMPTY = frozenset("the a an its his her their our all these those such own military armed actual total".split())


def contested(claims: pd.DataFrame) -> pd.DataFrame:
    """The figures that different voices give for the same thing and that cannot all be true, side by side.

    Figures count the same thing where their noun and unit are the same and their modifiers agree (“Russian troops”
    and “troops”, not “Ukrainian troops”, “more troops” nor “troops in Belarus” and “near Ukraine”), or where one takes its noun from the other. Two figures
    disagree where their ranges do not meet: “about” allows half a unit of the last digit that is not zero, “at
    least” and “up to” leave one side open. A figure that one voice affirms and another denies is contested as well.

    Columns: those of ``claims``, with ``group`` (from 0, in order of the text) and ``what`` (what is counted).
    """
    figures = claims[(claims["kind"] == "figure") & (claims["thing"] != "age")]
    groups = [group for group in _groups(figures) if _in_dispute(figures.loc[group])]
    parts = []
    for number, group in enumerate(groups):
        members = figures.loc[group]
        names = sorted(filter(None, members["counted"]), key=len)
        parts.append(members.assign(group=number, what=names[-1] if names else ""))
    if not parts:
        return figures.iloc[:0].assign(group=pd.Series(dtype="int64"), what=pd.Series(dtype=object))
    return pd.concat(parts, ignore_index=True)


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


def _groups(figures: pd.DataFrame) -> list[list[int]]:
    groups: list[list[int]] = []
    place: dict[int, list[int]] = {}
    # A figure that takes its noun from a later one finds it grouped: those with nouns of their own go first.
    ordered = [*figures[figures["same_as"] < 0].itertuples(), *figures[figures["same_as"] >= 0].itertuples()]
    for row in ordered:
        group = place.get(row.same_as) if row.same_as >= 0 else None
        if group is None and row.thing and not (row.unit in TIME and row.thing == row.unit):
            group = next((one for one in groups if all(_alike(row, figures.loc[other]) for other in one)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(row.Index)
        place[row.start] = group
    return sorted((sorted(group) for group in groups), key=lambda group: group[0])


def _alike(row, other: pd.Series) -> bool:
    if row.thing != other["thing"] or row.unit != other["unit"]:
        return False
    mine, its = _modifiers(row.counted), _modifiers(other["counted"])
    if bool(mine[0] & INCREASE) != bool(its[0] & INCREASE):
        return False
    # Names (“Russian”), plain modifiers (“wounded”) and places (“in Belarus”) each agree where one side has none or both share one.
    return all(not left or not right or left & right for left, right in zip(mine, its))


def _modifiers(counted: str) -> tuple[set[str], set[str], set[str]]:
    """The plain modifiers and the names before the noun of ``counted``, and the names of the place after it."""
    words = counted.split()
    end = next((number for number, word in enumerate(words) if number and word in PLACING), len(words))
    before, after = words[: end - 1], words[end + 1 :]
    plain = {word.lower() for word in before if word.islower() and word not in EMPTY}
    return plain, {word for word in before if not word.islower()}, {word for word in after if not word.islower()}


def _in_dispute(members: pd.DataFrame) -> bool:
    rows = list(members.itertuples())
    return any(
        one.voice != other.voice and _disagree(one, other)
        for place, one in enumerate(rows)
        for other in rows[place + 1 :]
    )


def _disagree(one, other) -> bool:
    (low, high), (least, most) = bounds(one), bounds(other)
    apart = high < least or most < low
    if one.polarity != other.polarity:
        return not apart
    return apart and one.polarity == "positive"
