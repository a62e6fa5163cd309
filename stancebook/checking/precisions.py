"""How often the program was right, by the marks of a person, and what is left of its rates at that precision."""

from __future__ import annotations

from math import exp, hypot, log

import pandas as pd

from stancebook.checking.sampling import AWAY, KEPT, KINDS
from stancebook.statistics import Interval, wilson

NOWHERE = Interval(float("nan"), float("nan"), float("nan"))


def precision(marks: pd.DataFrame) -> pd.DataFrame:
    """For each kind and category, how many of the hits that were marked are right.

    ``marks`` has a row per hit with kind, category and right (missing where not marked). Columns: kind, category, n
    (hits marked), right, precision with low and high (95% Wilson interval), and wrongly_suppressed, the share of
    hits turned away that should have been counted (missing for other kinds). Categories with no mark have no row.
    """
    done = marks[marks["right"].notna()]
    grouped = done.assign(right=done["right"].astype(int)).groupby(["kind", "category"])["right"]
    table = grouped.agg(n="size", right="sum").reset_index()
    found = [wilson(right, n) for right, n in zip(table["right"], table["n"])]
    for name, values in (("precision", 0), ("low", 1), ("high", 2)):
        table[name] = pd.Series([interval[values] for interval in found], dtype=float)
    table["wrongly_suppressed"] = (1 - table["precision"]).where(table["kind"].isin(AWAY))
    rank = table["kind"].map({kind: place for place, kind in enumerate(KINDS)})
    ordered = table.assign(rank=rank).sort_values(["rank", "category"], kind="stable")
    return ordered.drop(columns="rank").reset_index(drop=True)


def corrected(rates: pd.DataFrame, precision: pd.DataFrame) -> pd.DataFrame:
    """The rates of ``stance.rates`` with what is left of each when the markers that are wrong are taken away.

    ``rates`` has category, count, words, per_thousand, low, high; ``precision`` is the table of that name. Adds n (kept
    hits marked), precision, corrected, corrected_low and corrected_high, per 1,000 word tokens; missing where no kept
    hit of the category was marked. The interval joins that of the rate and that of the precision, taken as
    independent, by the MOVER of Zou & Donner (2008) for the sum of their logarithms. What the program did not find, and what it
    wrongly suppressed, is not added.
    """
    known = precision[precision["kind"] == KEPT].set_index("category")
    found = [
        _product(
            Interval(row.per_thousand, row.low, row.high),
            Interval(*known.loc[row.category, ["precision", "low", "high"]]),
        )
        if row.category in known.index
        else NOWHERE
        for row in rates.itertuples()
    ]
    return rates.assign(
        n=rates["category"].map(known["n"]).fillna(0).astype(int),
        precision=rates["category"].map(known["precision"]).astype(float),
        corrected=[interval.estimate for interval in found],
        corrected_low=[interval.low for interval in found],
        corrected_high=[interval.high for interval in found],
    )


def _product(rate: Interval, share: Interval) -> Interval:
    estimate = rate.estimate * share.estimate
    if not estimate:
        # A logarithm of nought has no interval; both upper ends together are on the safe side.
        return Interval(0.0, 0.0, rate.high * share.high)
    down = hypot(log(rate.estimate / rate.low), log(share.estimate / share.low))
    up = hypot(log(rate.high / rate.estimate), log(share.high / share.estimate))
    return Interval(estimate, estimate * exp(-down), estimate * exp(up))
