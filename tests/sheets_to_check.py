"""Hits to check and their sheet, and the changes that people and spreadsheets make to it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

from stancebook import checking
from stancebook.errors import DataError

WORDS = ["may", "surely", "=may", "sadly", "perhaps", "Narva"]


def tables(sentences: int = 12, name: str = "staging-ground") -> dict[str, pd.DataFrame]:
    """Sentences of six words with a marker or mention at each, categories and gates taking turns."""
    lines, markers, mentions, start = [], [], [], 0
    for number in range(sentences):
        text = " ".join(WORDS)
        place = {"article": name, "paragraph": 0, "sentence": number}
        lines.append({**place, "start": start, "end": start + len(text), "text": text})
        at = start
        for turn, word in enumerate(WORDS):
            span = {**place, "start": at, "end": at + len(word), "text": word}
            if word == "Narva":
                naming = "name" if number % 4 else "metonym"
                mentions.append({**span, "type": "LOC", "name": "Narva", "naming": naming})
            else:
                category = ("hedge", "booster", "hedge", "attitude marker", "hedge")[turn]
                kept = (number + turn) % 3 > 0
                reason = "" if kept else "the month"
                markers.append(
                    {**span, "entry": word, "category": category, "subcategory": "", "kept": kept, "reason": reason}
                )
            at += len(word) + 1
        start += len(text) + 1
    return {"sentences": pd.DataFrame(lines), "mentions": pd.DataFrame(mentions), "markers": pd.DataFrame(markers)}


def sheet(path: Path, *marks: str, size: int = 12) -> pd.DataFrame:
    """Write a sheet of the tables, its first lines marked, and return what was drawn."""
    drawn = checking.sample(tables(), size)
    checking.write_sheet(checking.merged(drawn, checking.hits(tables()), None), path)
    rewrite(path, lambda rows: [{**row, "right": mark} for row, mark in zip(rows, marks)] + rows[len(marks) :])
    return drawn


def rewrite(path: Path, change, *, delimiter: str = ",", encoding: str = "utf-8-sig", columns: list[str] | None = None):
    """Open the sheet as a spreadsheet would, ``change`` its lines, and save it anew."""
    rows = change(list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns or list(rows[0]), delimiter=delimiter, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def damage(path: Path, line: int, **cells: str) -> None:
    rewrite(path, lambda rows: rows[: line - 2] + [{**rows[line - 2], **cells}] + rows[line - 1 :])


def refusal(path: Path, article: str = "") -> str:
    """What is said of a sheet that cannot be read: one sentence, of this file."""
    with pytest.raises(DataError) as raised:
        checking.read_sheet(path, article)
    said = str(raised.value)
    assert path.name in said and said.endswith(".") and "\n" not in said
    return said
