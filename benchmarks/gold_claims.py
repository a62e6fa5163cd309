"""How well the table of claims agrees with the gold: figures, dates, scenarios and the factuality of clauses.

What counts as found: a figure where its words overlap those of the gold and value and unit are the same (of a vague number, such
as "thousands", the power of ten); a date by words that overlap by half and the same first and last day; a scenario by condition
and consequence that each overlap by at least half of the longer span; the head of a clause by certainty and, where
it is not unknown, polarity. Agreement on what a figure counts, on voices and on certainty is given among those found.
"""

from __future__ import annotations

import calendar
import datetime
import math
import re
from collections.abc import Callable

import pandas as pd

from benchmarks.scores import NOTHING
from stancebook.annotations import Annotations
from stancebook.language.lemmas import lemma

TASKS = ("figures", "dates", "scenarios", "factuality")
#: Words of a number that leave open how many.
VAGUE = re.compile(r"few|several|dozens|scores|hundreds|thousands|millions|billions|trillions|many", re.IGNORECASE)
#: Units of time in years, and others by one name.
YEARS = {"decade": 10.0, "century": 100.0, "year": 1.0}
SAME_UNIT = {"percent": "%", "share": "", "per cent": "%"}
Span = tuple[int, int]


def compare(found: Annotations, true: dict[str, pd.DataFrame]) -> dict[str, dict]:
    """For each task of one article: counts (right, given, true), what was missed and wrong, agreement on labels.

    Empty for an article whose claims are not annotated.
    """
    if not set(TASKS) <= set(true):
        return {}
    claims = {kind: rows.to_dict("records") for kind, rows in found.claims.groupby("kind")}
    dates = [row for row in claims.get("date", []) if row["unit"] != "time"]
    return {
        "figures": _matched(true["figures"], claims.get("figure", []), _same_figure, ("voice", "what is counted")),
        "dates": _matched(true["dates"], dates, _same_date, ()),
        "scenarios": _matched(
            true["scenarios"], claims.get("scenario", []), _same_scenario, ("voice", "certainty and polarity")
        ),
        "factuality": _factuality(true["factuality"], found.factuality),
    }


def pairs(found: Annotations, true: dict[str, pd.DataFrame]) -> dict[str, list[tuple[str, str]]]:
    """The true and the given factuality of each annotated head: the classes of its task."""
    if not set(TASKS) <= set(true):
        return {}
    given = _by_place(found.factuality)
    return {
        "factuality": [
            (_degree(row), _degree(given[place]) if place in given else NOTHING)
            for place, row in _by_place(true["factuality"]).items()
        ]
    }


def days(value: str) -> tuple[str, str]:
    """The first and the last day of a date or interval in ISO 8601, as ``claims`` gives them; both empty where unknown."""
    if not value or "X" in value:
        return "", ""
    ends = value.split("/")
    first, last = _bounds(ends[0])[0], _bounds(ends[-1])[1]
    return (first, last) if first and last else ("", "")


def _bounds(value: str) -> tuple[str, str]:
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        monday = datetime.date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday.isoformat(), (monday + datetime.timedelta(days=6)).isoformat()
    if month := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return f"{value}-01", f"{value}-{calendar.monthrange(int(month[1]), int(month[2]))[1]}"
    if re.fullmatch(r"\d{4}", value):
        return f"{value}-01-01", f"{value}-12-31"
    return (value[:10], value[:10]) if re.match(r"\d{4}-\d\d-\d\d", value) else ("", "")


def _matched(true: pd.DataFrame, given: list[dict], same: Callable[[dict, dict], float], labels: tuple[str, ...]) -> dict:
    """Each row used once, the likest first; ``same`` is 0 where two rows are not the same thing."""
    said = true.to_dict("records")
    likeness = [(same(one, other), at, number) for at, one in enumerate(said) for number, other in enumerate(given)]
    used, both = (set(), set()), []
    for like, at, number in sorted(likeness, key=lambda row: (-row[0], *row[1:])):
        if like and at not in used[0] and number not in used[1]:
            used[0].add(at), used[1].add(number)
            both.append((said[at], given[number]))
    return {
        "counts": (len(both), len(given), len(said)),
        "missed": [row for at, row in enumerate(said) if at not in used[0]],
        "wrong": [row for number, row in enumerate(given) if number not in used[1]],
        "agreement": {label: [_AGREE[label](*pair) for pair in both] for label in labels},
    }


def _overlap(one: Span, other: Span) -> float:
    """The common part of two spans as a share of the longer; 1 where both are missing."""
    if one[0] < 0 or other[0] < 0:
        return float(one[0] < 0 and other[0] < 0)
    return max(min(one[1], other[1]) - max(one[0], other[0]), 0) / max(one[1] - one[0], other[1] - other[0])


def _span(row: dict, part: str = "") -> Span:
    prefix = f"{part}_" if part else ""
    return row[f"{prefix}start"], row[f"{prefix}end"]


def _same_figure(true: dict, given: dict) -> float:
    overlap = _overlap(_span(true), _span(given))
    vague = VAGUE.search(true["text"])
    if not overlap or not _same_amount(true, given, vague is not None):
        return 0.0
    return overlap


def _same_amount(true: dict, given: dict, vague: bool) -> bool:
    units = [SAME_UNIT.get(row["unit"], row["unit"]) for row in (true, given)]
    scales = [YEARS.get(unit, 1.0) for unit in units]
    if units[0] != units[1] and not set(units) <= set(YEARS):
        return False
    for column in ("value", "value_high"):
        one, other = (float(row[column]) * scale for row, scale in zip((true, given), scales))
        if math.isnan(one) or math.isnan(other):
            if math.isnan(one) != math.isnan(other):
                return False
        elif vague:
            if one <= 0 or other <= 0 or math.floor(math.log10(one)) != math.floor(math.log10(other)):
                return False
        elif not math.isclose(one, other, abs_tol=0.005):
            return False
    return True


def _same_date(true: dict, given: dict) -> float:
    overlap = _overlap(_span(true), _span(given))
    return overlap if overlap >= 0.5 and days(given["value"]) == (true["first"], true["last"]) else 0.0


def _same_scenario(true: dict, given: dict) -> float:
    parts = [_overlap(_span(true, part), _span(given, part)) for part in ("condition", "consequence")]
    return sum(parts) if min(parts) >= 0.5 else 0.0


def _counts_alike(true: dict, given: dict) -> bool:
    """Whether the head that the gold names is among the words that are said to be counted; a bare measure has none."""
    words = {lemma(word, "NOUN") for word in re.findall(r"[^\W\d_]+", given["counted"].lower())}
    if not true["counted"]:
        return words <= {given["unit"], *given["unit"].split()}
    return lemma(true["counted"].lower(), "NOUN") in words


def _degree(row: dict) -> str:
    return row["certainty"] if row["certainty"] == "unknown" else f"{row['certainty']}, {row['polarity']}"


_AGREE: dict[str, Callable[[dict, dict], bool]] = {
    "voice": lambda true, given: true["voice"] == given["voice"],
    "what is counted": _counts_alike,
    "certainty and polarity": lambda true, given: _degree(true) == _degree(given),
}


def _by_place(table: pd.DataFrame) -> dict[Span, dict]:
    return {_span(row): row for row in table.to_dict("records")}


def _factuality(true: pd.DataFrame, found: pd.DataFrame) -> dict:
    given = _by_place(found)
    both = [(row, given[place]) for place, row in _by_place(true).items() if place in given]
    wrong = [pair for pair in both if _degree(pair[0]) != _degree(pair[1])]
    return {
        "counts": (len(both) - len(wrong), len(both), len(true)),
        "missed": [row for place, row in _by_place(true).items() if place not in given],
        "wrong": [other | {"true": _degree(one)} for one, other in wrong],
        "agreement": {"voice": [one["voice"] == other["voice"] for one, other in both]},
    }


def shown(row: dict, task: str, text: str) -> str:
    """What was missed or wrong, in its place in the text."""
    if task == "scenarios":
        parts = (f"{part}: {text[slice(*_span(row, part))]}" for part in ("condition", "consequence") if row[f"{part}_start"] >= 0)
        return f"{_degree(row)}, {row['voice']} | {' | '.join(parts)}"
    what = {
        "figures": lambda: f"{row['value']:g} {row['unit']} ({row['counted']}), {row['voice']}",
        "dates": lambda: row["value"] if "value" in row else f"{row['first']} to {row['last']}",
        "factuality": lambda: f"{_degree(row)}{' for ' + row['true'] if 'true' in row else ''}, {row['voice']}",
    }[task]()
    start, end = _span(row)
    place = f"{text[max(start - 60, 0) : start]}[{text[start:end]}]{text[end : end + 40]}".replace("\n", " ")
    return f"{what}: {place}"
