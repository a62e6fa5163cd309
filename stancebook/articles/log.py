"""The pieces that reading passes along: source lines, paragraphs, and the changes that cleaning made to them."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

CHANGE_COLUMNS = ["line", "action", "before", "after", "reason"]


class Line(NamedTuple):
    """A line of the source: its 1-based number and its text, with its indentation and without its end."""

    number: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph before it is known what it is.

    ``block`` numbers the stretch between blank lines that it stood in; ``hint`` is what markup says of it
    ("title", "subheading", "caption", …), and '' where nothing does.
    """

    text: str
    line: int
    block: int
    hint: str = ""


class Apparatus(NamedTuple):
    """A piece of the page that is not the author's prose: its kind, its text and the line where it starts."""

    kind: str
    text: str
    line: int


class Change(NamedTuple):
    """A row of the cleaning log."""

    line: int
    action: str
    before: str
    after: str
    reason: str


def cleaning_table(changes: list[Change]) -> pd.DataFrame:
    """The cleaning log in source order: line (1-based), action, before, after, reason."""
    return pd.DataFrame(sorted(changes, key=lambda change: change.line), columns=CHANGE_COLUMNS)


def apparatus_table(pieces: list[Apparatus]) -> pd.DataFrame:
    """What is not body, in source order: kind, text, line (1-based)."""
    return pd.DataFrame(sorted(pieces, key=lambda piece: piece.line), columns=list(Apparatus._fields))
