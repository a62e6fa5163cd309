"""Two counts of one thing, to the left and to the right of a line: for and against."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from stancebook.charts import figure, style, tables
from stancebook.charts.figure import Board, Chart
from stancebook.charts.rows import rows
from stancebook.charts.tables import Title

COLOURS = (style.VERMILION, style.BLUE)
PALE = (style.PALE_VERMILION, style.PALE_BLUE)
OUTLINE = 1.5


def diverging_bars(
    table: pd.DataFrame,
    label: str,
    left: str,
    right: str,
    *,
    names: Sequence[str],
    paler: Sequence[str] = (),
    paler_name: str = "less sure",
    unit: str = "",
    title: Title = None,
    note: str = "",
    nothing: str = tables.NOTHING,
) -> Chart:
    """A row per ``label``, in the order of the table, with its two counts on either side of a line, on one scale.

    ``left`` and ``right`` name columns; ``names`` are the words for the two sides, which stand above them. The sides
    differ in place, in colour and by their names, and are never summed up. ``paler`` names two columns more, whose counts
    go on from the bars in an outlined pale shade and stand behind a plus; ``paler_name`` is what they are, for the alt
    text. Raises ValueError for a missing or negative number.
    """
    data = tables.checked(table, labels=(label,), numbers=(left, right, *paler))
    tables.not_negative(data, left, right, *paler)
    if data.empty:
        return figure.nothing(nothing, title=tables.title_without_rows(title), note=tables.caption(note, unit))
    sides = [data[left].tolist(), data[right].tolist()]
    more = [data[name].tolist() for name in paler] or [[0.0] * len(data)] * 2
    whole = [[one + other for one, other in zip(*pair)] for pair in zip(sides, more)]
    places = style.decimals(sides[0] + sides[1])
    texts = [[_written(one, other, places) for one, other in zip(*pair)] for pair in zip(sides, more)]

    def draw(board: Board) -> None:
        frame = rows(board, data[label].tolist(), top=board.size + 12)
        beside = [max(board.measure(text) for text in side) + 8 for side in texts]
        named = [board.measure(name, bold=True) + 8 for name in names]
        left_side, scale = _layout(frame.right - frame.left, [max(side) for side in whole], beside, named)
        middle = frame.left + left_side
        board.set_height(frame.bottom + 2)
        board.text(middle - 6, board.size / 2 + 2, names[0], colour=COLOURS[0], align="right", bold=True)
        board.text(middle + 6, board.size / 2 + 2, names[1], colour=COLOURS[1], bold=True)
        frame.write_labels(board)
        for row in range(len(data)):
            y = frame.middle(row)
            for side, direction in ((0, -1), (1, 1)):
                length, sure = whole[side][row] * scale, sides[side][row] * scale
                if not length:
                    continue
                start = middle - length if direction < 0 else middle
                board.rectangle(start, y - frame.thickness / 2, length, frame.thickness, COLOURS[side])
                if length - sure > 2 * OUTLINE:
                    start += OUTLINE + (sure if direction > 0 else 0)
                    board.rectangle(
                        start, y - frame.thickness / 2 + OUTLINE, length - sure - 2 * OUTLINE, frame.thickness - 2 * OUTLINE, PALE[side]
                    )
                align = "right" if direction < 0 else "left"
                board.text(middle + direction * (length + 6), y, texts[side][row], align=align)
        board.lines([(middle, frame.top, middle, frame.bottom)], style.AXIS)

    spoken = [
        f"{style.clean(text)} {style.number(one, places)} {names[0]} and {style.number(other, places)} {names[1]}"
        + (f", {style.number(less, places)} and {style.number(fewer, places)} {paler_name}" if less or fewer else "")
        for text, one, other, less, fewer in zip(data[label], *sides, *more)
    ]
    sums = [one + other for one, other in zip(*sides)]
    return figure.chart(
        draw,
        title=tables.titled(title, data, lambda: tables.leader(data[label].tolist(), sums, unit)),
        alt=tables.spoken("Diverging bar chart", unit, spoken),
        note=tables.caption(note, unit),
    )


def _written(number: float, more: float, places: int) -> str:
    """“3”, “3 + 1”, “+ 1”: a count, and what stands beside it less surely."""
    said = style.number(number, places) if number else ""
    return f"{said} + {style.number(more, places)}".strip() if more else said


def _layout(width: float, most: list[float], beside: list[float], named: list[float]) -> tuple[float, float]:
    """How wide the left side is, and pixels per unit: both sides on one scale, each with room for its name."""
    total = sum(most)
    scale = max(width - sum(beside), 0) / total if total else 0.0
    for side, other in ((0, 1), (1, 0)):
        if beside[side] + most[side] * scale < named[side]:
            room = max(width - named[side] - beside[other], 0)
            scale = min(scale, room / most[other]) if most[other] else scale
    left = max(beside[0] + most[0] * scale, named[0])
    return min(left, max(width - named[1], 0)), scale
