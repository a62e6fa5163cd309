"""The gold annotations of data/gold/, made by reading: their words found again in the article, as offsets."""

from __future__ import annotations

import csv
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
#: What the labels of each table may be; a column that is not here may hold any words, but no empty cell.
LABELS = {
    "mentions": {"entity": None},
    "markers": {"category": CATEGORIES, "voice": None},
    "statements": {"source_entity": None, "kind": KINDS, "alignment": ALIGNMENTS},
    "evaluations": {"entity": None, "polarity": POLARITIES, "voice": None},
}


def load(folder: str | Path, article: Article) -> dict[str, pd.DataFrame]:
    """The four tables of ``folder``, the gold annotations of ``article``, by name and sorted by ``start``.

    mentions: entity. markers: category, voice. statements: source_entity, kind, alignment, and for each of source, cue
    and content its words and ``_start`` and ``_end``, "" and -1 where there is none, and then an empty source_entity
    is read as "unnamed"; ``start`` to ``end`` covers all three. evaluations: entity, polarity, voice. Each table has article, paragraph (from 1, as in the file), start and
    end (offsets into ``article.text``) and line (in the file, from 1); all but statements have text.

    Raises DataError, with the file and the line, where words are not in their paragraph as often as the row says, or a
    label is none of those that data/gold/README.md defines.
    """
    return {name: _table(Path(folder) / f"{name}.csv", name, article) for name in COLUMNS}


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
    resolve = _statement if name == "statements" else _span
    rows = []
    for line, row in _rows(path, COLUMNS[name]):
        where = f"{path.parent.name}/{path.name}, line {line}"
        if name == "statements" and not row["source"]:
            row["source_entity"] = row["source_entity"] or UNNAMED
        _check_labels(row, LABELS[name], where)
        number = _number(row["paragraph"], "paragraph", where)
        if number > len(article.paragraphs):
            raise DataError(
                f"{where}: paragraph {number} is asked for, but {article.name} has {len(article.paragraphs)}."
            )
        spans = resolve(row, article.text, article.paragraphs[number - 1], where)
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
        if allowed is not None and row[column] not in allowed:
            choices = ", ".join(sorted(allowed - {""}))
            raise DataError(f"{where}: “{row[column]}” is no {column}; use one of {choices}.")
        if allowed is None and not row[column].strip():
            raise DataError(f"{where}: the {column} is empty.")


def _number(cell: str, column: str, where: str) -> int:
    if not (cell.isascii() and cell.isdigit() and int(cell) > 0):
        raise DataError(f"{where}: the {column} “{cell}” is no whole number from 1.")
    return int(cell)


def _span(row: dict[str, str], text: str, paragraph: tuple[int, int], where: str) -> dict[str, object]:
    start, end = _place(row["text"], row["occurrence"], text, paragraph, where)
    return {"start": start, "end": end, "text": row["text"]}


def _statement(row: dict[str, str], text: str, paragraph: tuple[int, int], where: str) -> dict[str, object]:
    spans, bounds = {}, []
    for part in PARTS:
        start, end = -1, -1
        if row[part] or part == "content":
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
    if name == "statements":
        words = [f"{part}{suffix}" for part in PARTS for suffix in ("", "_start", "_end")]
    else:
        words = ["text"]
    columns = ["article", "paragraph", "start", "end", *words, *LABELS[name], "line"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["start", "end", "line"], kind="stable", ignore_index=True)
