"""The gold annotations of data/gold/, made by reading: their words found again in the article, as offsets."""

from __future__ import annotations

import csv
import datetime
import re
from itertools import islice
from pathlib import Path

import pandas as pd

from stancebook.articles import Article
from stancebook.errors import DataError
from stancebook.paths import ARTICLES, ROOT

GOLD = ROOT / "data" / "gold"
CATEGORIES = frozenset({"hedge", "booster", "attitude marker", "self-mention", "engagement"})
KINDS = frozenset({"direct", "indirect", "scare quote"})
ALIGNMENTS = frozenset({"acknowledge", "endorse", "distance", ""})
POLARITIES = frozenset({"positive", "negative"})
#: The spans of a statement; its source and its cue may be missing.
PARTS = ("source", "cue", "content")
#: Who speaks where no source is written.
UNNAMED = "unnamed"
#: The columns of each table's file, in order.
COLUMNS = {
    "mentions": ("paragraph", "text", "occurrence", "entity"),
    "markers": ("paragraph", "text", "occurrence", "category", "voice"),
    "statements": (
        "paragraph",
        *("source", "source_occurrence", "source_entity"),
        *("cue", "cue_occurrence", "content", "content_occurrence"),
        *("kind", "alignment"),
    ),
    "evaluations": ("paragraph", "text", "occurrence", "entity", "polarity", "voice"),
}
#: The spans of a scenario, of which one may be missing.
SCENARIO_PARTS = ("condition", "consequence")
_PARTS_OF = {"statements": PARTS, "scenarios": SCENARIO_PARTS}
#: The tables of claims, which not every article has.
CLAIMS = {
    "figures": ("paragraph", "text", "occurrence", "value", "value_high", "unit", "counted", "voice"),
    "dates": ("paragraph", "text", "occurrence", "first", "last"),
    "scenarios": (
        "paragraph",
        *("condition", "condition_occurrence", "consequence", "consequence_occurrence"),
        *("certainty", "polarity", "voice"),
    ),
    "factuality": ("paragraph", "text", "occurrence", "certainty", "polarity", "voice"),
}
CERTAINTIES = frozenset({"certain", "probable", "possible", "unknown"})
#: A label that any words may be, or none.
ANYTHING: frozenset[str] = frozenset()
#: What the labels of each table may be; where none is named, any words, but no empty cell.
LABELS = {
    "mentions": {"entity": None},
    "markers": {"category": CATEGORIES, "voice": None},
    "statements": {"source_entity": None, "kind": KINDS, "alignment": ALIGNMENTS},
    "evaluations": {"entity": None, "polarity": POLARITIES, "voice": None},
    "figures": {"value": None, "value_high": ANYTHING, "unit": ANYTHING, "counted": ANYTHING, "voice": None},
    "dates": {"first": ANYTHING, "last": ANYTHING},
    "scenarios": {"certainty": CERTAINTIES, "polarity": POLARITIES | {""}, "voice": None},
    "factuality": {"certainty": CERTAINTIES, "polarity": POLARITIES | {""}, "voice": None},
}


def load(folder: str | Path, article: Article) -> dict[str, pd.DataFrame]:
    """The tables of ``folder``, the gold annotations of ``article``, by name and sorted by ``start``: four, and those of
    claims where it has them.

    mentions: entity. markers: category, voice. statements: source_entity, kind, alignment, and for each of source, cue
    and content its words and ``_start`` and ``_end``, "" and -1 where there is none, and then an empty source_entity
    is read as "unnamed"; ``start`` to ``end`` covers all three. evaluations: entity, polarity, voice. figures: value
    and value_high (numbers, NaN where there is none), unit, counted, voice. dates: first, last (ISO days, or ""). scenarios: condition and consequence
    as the parts of statements, certainty, polarity ("" where unknown), voice. factuality: certainty, polarity, voice. Each
    table has article, paragraph (from 1, as in the file), start and end (offsets into ``article.text``) and line (in
    the file, from 1); all but statements and scenarios have text.

    Raises DataError, with the file and the line, where words are not in their paragraph as often as the row says, or a
    label is none of those that data/gold/README.md defines.
    """
    folder = Path(folder)
    names = [*COLUMNS, *(name for name in CLAIMS if any((folder / f"{one}.csv").exists() for one in CLAIMS))]
    return {name: _table(folder / f"{name}.csv", name, article) for name in names}


def article_path(name: str) -> Path:
    """The file of an annotated article: ``article.md`` beside its annotations, or the sample article of that name."""
    own = GOLD / name / "article.md"
    return own if own.exists() else next(path for path in sorted(ARTICLES.iterdir()) if path.stem == name)


def find(paragraph: str, words: str, occurrence: int) -> int:
    """Where in ``paragraph`` the ``occurrence``-th (from 1) of ``words`` begins, as whole words; -1 if nowhere."""
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
    # Ahead of the match, so that an occurrence which overlaps the one before it counts too.
    places = re.finditer(f"(?={before}{re.escape(words)}{after})", paragraph)
    return next((place.start() for place in islice(places, occurrence - 1, None)), -1)


def _table(path: Path, name: str, article: Article) -> pd.DataFrame:
    rows = []
    for line, row in _rows(path, (COLUMNS | CLAIMS)[name]):
        where = f"{path.parent.name}/{path.name}, line {line}"
        if name == "statements" and not row["source"]:
            row["source_entity"] = row["source_entity"] or UNNAMED
        _check_labels(row, LABELS[name], where)
        _check_values(row, name, where)
        number = _number(row["paragraph"], "paragraph", where)
        if number > len(article.paragraphs):
            raise DataError(
                f"{where}: paragraph {number} is asked for, but {article.name} has {len(article.paragraphs)}."
            )
        spans = _spans(row, _PARTS_OF.get(name), article.text, article.paragraphs[number - 1], where)
        labels = {label: row[label] for label in LABELS[name]}
        rows.append({"article": article.name, "paragraph": number, **spans, **labels, "line": line})
    return _sorted(rows, name)


def _rows(path: Path, columns: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    """Each row of the file with its line; a quoted cell may run over several lines, and the last of them counts."""
    where = f"{path.parent.name}/{path.name}"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            rows = [(reader.line_num, row) for row in reader]
    except FileNotFoundError as error:
        raise DataError(f"{where} is missing from data/gold/; fetch it again with git checkout.") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{where} cannot be read as a CSV file in UTF-8 ({error}); save it so.") from error
    if not rows or tuple(rows[0][1]) != columns:
        raise DataError(f"{where} must begin with the columns {', '.join(columns)}.")
    for line, row in rows[1:]:
        if len(row) != len(columns):
            raise DataError(f"{where}, line {line}: {len(row)} cells where there are {len(columns)} columns.")
    return [(line, dict(zip(columns, row))) for line, row in rows[1:]]


def _check_labels(row: dict[str, str], labels: dict[str, frozenset[str] | None], where: str) -> None:
    for column, allowed in labels.items():
        if allowed is ANYTHING:
            continue
        if allowed is not None and row[column] not in allowed:
            choices = ", ".join(sorted(allowed - {""}))
            raise DataError(f"{where}: “{row[column]}” is no {column}; use one of {choices}.")
        if allowed is None and not row[column].strip():
            raise DataError(f"{where}: the {column} is empty.")


def _check_values(row: dict[str, str], name: str, where: str) -> None:
    for column in ("value", "value_high") if name == "figures" else ():
        if not re.fullmatch(r"\d+(\.\d+)?", row[column]) and (column == "value" or row[column]):
            raise DataError(f"{where}: the {column} “{row[column]}” is no number in digits.")
    for column in ("first", "last") if name == "dates" else ():
        try:
            row[column] and datetime.date.fromisoformat(row[column])
        except ValueError as error:
            raise DataError(f"{where}: “{row[column]}” is no day such as 2022-02-14.") from error


def _number(cell: str, column: str, where: str) -> int:
    if not (cell.isascii() and cell.isdigit() and int(cell) > 0):
        raise DataError(f"{where}: the {column} “{cell}” is no whole number from 1.")
    return int(cell)


def _spans(
    row: dict[str, str], parts: tuple[str, ...] | None, text: str, paragraph: tuple[int, int], where: str
) -> dict[str, object]:
    """The offsets of a row's words, or of each of its parts and of all together; the last part named is needed."""
    if parts is None:
        start, end = _place(row["text"], row["occurrence"], text, paragraph, where)
        return {"start": start, "end": end, "text": row["text"]}
    spans, bounds = {}, []
    needed = parts[-1] if parts == PARTS or not row[parts[0]] else ""
    for part in parts:
        start, end = -1, -1
        if row[part] or part == needed:
            start, end = _place(row[part], row[f"{part}_occurrence"], text, paragraph, where)
            bounds += [start, end]
        spans |= {part: row[part], f"{part}_start": start, f"{part}_end": end}
    return {"start": min(bounds), "end": max(bounds), **spans}


def _place(words: str, occurrence: str, text: str, paragraph: tuple[int, int], where: str) -> tuple[int, int]:
    if not words:
        raise DataError(f"{where}: the words are missing.")
    number = _number(occurrence, "occurrence", where)
    start = find(text[slice(*paragraph)], words, number)
    if start < 0:
        raise DataError(f"{where}: “{words}” (occurrence {number}) is not in the paragraph.")
    return paragraph[0] + start, paragraph[0] + start + len(words)


def _sorted(rows: list[dict[str, object]], name: str) -> pd.DataFrame:
    parts = _PARTS_OF.get(name)
    words = [f"{part}{suffix}" for part in parts for suffix in ("", "_start", "_end")] if parts else ["text"]
    columns = ["article", "paragraph", "start", "end", *words, *LABELS[name], "line"]
    table = pd.DataFrame(rows, columns=columns)
    if name == "figures":
        table = table.assign(**{value: pd.to_numeric(table[value]) for value in ("value", "value_high")})
    return table.sort_values(["start", "end", "line"], kind="stable", ignore_index=True)
