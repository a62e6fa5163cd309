"""Documents of GUM with who is who in them, put together to articles: text, paragraphs, and heads of its mentions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from benchmarks.data import lines

ENTITY = re.compile(r"\(([^()]+)(\)?)|(\d+)\)")


class Document(NamedTuple):
    """As much of an article as the reader asks for, and for the first letter of each mention's head its entity."""

    name: str
    text: str
    paragraphs: tuple[tuple[int, int], ...]
    heads: dict[int, str]
    date: None = None


def documents(path: Path) -> list[Document]:
    """The documents of a CoNLL-U file of GUM."""
    found, current = [], []
    for line in lines(path):
        if line.startswith("# newdoc") and current:
            found.append(_document(current))
            current = []
        current.append(line.rstrip("\n"))
    return [*found, _document(current)] if current else found


def _document(rows: list[str]) -> Document:
    name, text, paragraphs, heads = "", "", [], {}
    waiting: list[tuple[str, int, list[int]]] = []
    position = 0
    for row in rows:
        if row.startswith("# newdoc"):
            name = row.split("=")[-1].strip()
        elif row.startswith("# newpar") and "newpar_block" not in row and text:
            text += "\n\n"
        elif row.startswith("# text ="):
            if text and not text.endswith("\n\n"):
                text += " "
            position = len(text)
            if not paragraphs or text.endswith("\n\n"):
                paragraphs.append([position, position])
            text += row.partition("=")[2].strip()
            paragraphs[-1][1] = len(text)
        elif row[:1].isdigit() and row.split("\t", 1)[0].isdigit():
            cells = row.split("\t")
            start = text.find(cells[1], position)
            start = position if start < 0 else start
            position = max(position, start + len(cells[1]))
            for one in waiting:
                one[2].append(start)
            marks = next((part[7:] for part in cells[9].split("|") if part.startswith("Entity=")), "")
            for opened, closes, closed in ENTITY.findall(marks):
                if opened:
                    fields = opened.split("-")
                    head = int(fields[5].split(",")[0]) if len(fields) > 5 and fields[5].split(",")[0].isdigit() else 1
                    waiting.append((fields[0], head, [start]))
                if closes or closed:
                    at = len(waiting) - 1 if closes else max(n for n, one in enumerate(waiting) if one[0] == closed)
                    entity, head, starts = waiting.pop(at)
                    heads.setdefault(starts[min(head, len(starts)) - 1], entity)
    return Document(name, text, tuple((start, end) for start, end in paragraphs), heads)
