"""The frame that charts with one row per label share: labels at the left, or above their row where a phone needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stancebook.charts import style
from stancebook.charts.figure import Board

GAP = 10  # between a label and its marks


@dataclass(frozen=True)
class Rows:
    """Where the rows of a chart lie on its board: marks from ``left`` to ``right``, row after row from ``top``."""

    labels: tuple[str, ...]
    above: bool
    left: float
    right: float
    top: float
    pitch: float
    thickness: float

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.top + self.pitch * len(self.labels)

    def inset(self, left: float = 0, right: float | None = None) -> Rows:
        """The same rows with marks that start ``left`` pixels later, or end at ``right``."""
        return replace(self, left=self.left + left, right=self.right if right is None else right)

    def middle(self, row: int) -> float:
        """The vertical middle of a row's marks."""
        start = self.top + row * self.pitch
        return start + self.pitch - self.thickness / 2 - 6 if self.above else start + self.pitch / 2

    def write_labels(self, board: Board) -> None:
        """Put each label before, or above, its row."""
        for row, label in enumerate(self.labels):
            lift = self.thickness / 2 + 0.65 * board.size + 2 if self.above else 0
            board.text(0, self.middle(row) - lift, label)


def rows(
    board: Board, labels: Sequence[object], *, top: float = 0, after: float = 0, thickness: float | None = None
) -> Rows:
    """Lay out a row per label, with ``after`` pixels kept free at the right for numbers."""
    many = len(labels) > 16
    thickness = thickness or (13 if many else 16)
    widest = max(board.measure(str(label)) for label in labels)
    above = board.narrow and widest > 0.34 * board.width
    room = board.width if above else min(widest, 0.36 * board.width)
    shown = tuple(style.shorten(label, room + 0.5, board.size) for label in labels)
    left = 0 if above else room + GAP
    pitch = thickness + (board.size + 14 if above else 6 if many else 10)
    return Rows(shown, above, left, board.width - after, top, pitch, thickness)


def axis(
    board: Board, frame: Rows, low: float, high: float, *, unit: str = "", places: int | None = None
) -> None:
    """Thin gridlines at round numbers between ``low`` and ``high``, with the numbers below the last row."""
    span = frame.right - frame.left
    found = style.ticks(low, high, max(2, int(span / 90)))
    places = style.decimals(found) if places is None else places
    spots = [frame.left + (tick - low) / (high - low) * span for tick in found]
    board.lines([(spot, frame.top, spot, frame.bottom + 3) for spot in spots], style.GRID)
    for position, (tick, spot) in enumerate(zip(found, spots)):
        last = position == len(found) - 1
        text = style.with_unit(tick, places, unit) if last else style.number(tick, places)
        half = board.measure(text) / 2
        centre = min(max(spot, half), board.width - half)
        board.text(centre, frame.bottom + 6 + board.size / 2, text, colour=style.SOFT, align="center")
