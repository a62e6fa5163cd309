"""The table of claims: one row per figure, date or scenario."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from stancebook.claims.dates import dates
from stancebook.claims.degrees import POSSIBLE, UNKNOWN, Factuality
from stancebook.claims.factuality import Clauses, clauses
from stancebook.claims.figures import figures
from stancebook.claims.lines import Line, lines
from stancebook.claims.scenarios import Scenario, bounds_of, scenarios
from stancebook.voices import AUTHOR, innermost, voice_ids, voice_names

KINDS = ("figure", "date", "scenario")
COLUMNS = (
    "article", "paragraph", "sentence", "start", "end", "text", "kind", "value", "value_high", "unit", "counted",
    "thing", "same_as", "approximation", "certainty", "polarity", "voice", "source", "condition_start",
    "condition_end", "consequence_start", "consequence_end",
)  # fmt: skip
_OFFSETS = ("start", "end", "same_as", "condition_start", "condition_end", "consequence_start", "consequence_end")
_NO_SPAN = (-1, -1)


def claims(reading, statements: pd.DataFrame | None = None, markers: pd.DataFrame | None = None) -> pd.DataFrame:
    """Every figure, date and scenario of a reading, sorted by start.

    ``statements`` (of ``voices.statements``) says whose voice each is in, all the author’s without it; ``markers``
    (of ``stance.markers``) how certain, of which only the modal verbs’ absence is assumed without it.

    Columns: article, paragraph, sentence, start, end, text; kind (figure, date, scenario); value (a number; an ISO
    date or interval, “” where it cannot be told; “” for scenarios); value_high (of a range); unit (of measure, of
    time for dates, “prediction” or “conditional” or “alternative” for scenarios); counted (what a figure counts, in
    the words of the text); thing (the same as one key) and same_as (start of the figure from which it is taken, −1);
    approximation (about, at least, up to; early, mid, late for dates); certainty and polarity (FactBank); voice (“author”, or
    the source’s id) and source (its name), as ``voices.with_voice`` has them; condition_start/_end and
    consequence_start/_end, −1 where there is none.
    """
    article, text_lines = reading.article, lines(reading)
    bounds = bounds_of(statements)
    found_dates = dates(text_lines, article.date)
    found_figures = figures(text_lines, [(date.start, date.end) for date in found_dates])
    found_scenarios = scenarios(text_lines, bounds)
    rows = [
        _row(figure.line, figure.start, figure.end, "figure", figure.start, **_of_figure(figure))
        for figure in found_figures
    ]
    rows += [_row(date.line, date.start, date.end, "date", date.start, **_of_date(date)) for date in found_dates]
    rows += [_row(one.line, *one.span, "scenario", one.anchor, **_of_scenario(one)) for one in found_scenarios]
    rows.sort(key=lambda row: (row["start"], row["end"], KINDS.index(row["kind"])))
    _add_voices(rows, statements)
    conditions = tuple(one.condition for one in found_scenarios if one.condition)
    _add_certainty(rows, clauses(reading, statements, _counting(markers, rows), conditions))
    for row in rows:
        row["article"], row["text"] = article.name, article.text[row["start"] : row["end"]]
    table = pd.DataFrame([{name: row.get(name) for name in COLUMNS} for row in rows], columns=list(COLUMNS))
    types = {"value": object, "value_high": "float64", **dict.fromkeys(("paragraph", "sentence", *_OFFSETS), "int64")}
    return table.astype(types)


def _row(line: Line, start: int, end: int, kind: str, anchor: int, **own) -> dict:
    row = {
        "paragraph": line.paragraph, "sentence": line.sentence, "start": start, "end": end, "kind": kind, "value": "",
        "value_high": math.nan, "unit": "", "counted": "", "thing": "", "same_as": -1, "approximation": "",
        "condition_start": -1, "condition_end": -1, "consequence_start": -1, "consequence_end": -1,
        "line": line, "anchor": anchor, "alternative": False,
    }  # fmt: skip
    return row | own


def _of_figure(figure) -> dict:
    return {
        "value": float(figure.value), "value_high": figure.value_high, "unit": figure.unit, "counted": figure.counted,
        "thing": figure.thing, "same_as": figure.same_as, "approximation": figure.approximation,
    }  # fmt: skip


def _of_date(date) -> dict:
    return {"value": date.moment.value, "unit": date.moment.unit, "approximation": date.moment.approximation}


def _of_scenario(one: Scenario) -> dict:
    condition, consequence = one.condition or _NO_SPAN, one.consequence or _NO_SPAN
    return {
        "unit": "alternative" if one.alternative else "conditional" if one.condition else "prediction",
        "condition_start": condition[0], "condition_end": condition[1],
        "consequence_start": consequence[0], "consequence_end": consequence[1], "alternative": one.alternative,
        "consequence_line": one.consequence_line or one.line,
    }  # fmt: skip


def _add_voices(rows: list[dict], statements: pd.DataFrame | None) -> None:
    numbers = [-1] * len(rows)
    if statements is not None and len(statements) and rows:
        numbers = innermost(np.array([row["anchor"] for row in rows]), statements)
        ids, names = voice_ids(statements).tolist(), voice_names(statements).tolist()
    for row, number in zip(rows, numbers):
        row["statement"] = number
        row["voice"], row["source"] = (ids[number], names[number]) if number >= 0 else (AUTHOR, "")


def _counting(markers: pd.DataFrame | None, rows: list[dict]) -> pd.DataFrame | None:
    """The markers without those within what a figure counts: the “likely” of “785 likely voters” hedges no claim."""
    if markers is None:
        return None
    within = pd.Series(False, index=markers.index)
    for row in rows:
        if row["kind"] == "figure":
            within |= (markers["start"] >= row["start"]) & (markers["end"] <= row["end"])
    return markers[~within]


def _add_certainty(rows: list[dict], sentences: dict[int, Clauses]) -> None:
    for row in rows:
        if row["kind"] == "scenario":
            found = _of_consequence(row, sentences)
        else:
            clause = sentences[row["line"].sentence]
            found = clause.at_word(clause.line.position(row["anchor"]))
        row["certainty"], row["polarity"] = found.certainty, found.polarity


def _of_consequence(row: dict, sentences: dict[int, Clauses]) -> Factuality:
    """The factuality of what follows, its condition granted: of an alternative, no more than possible."""
    if row["consequence_start"] < 0:
        return Factuality(UNKNOWN)
    clause = sentences[row.get("consequence_line", row["line"]).sentence]
    found = clause.at_prospect(clause.line.position(row["anchor"]))
    return found.weakened(POSSIBLE) if row["alternative"] else found
