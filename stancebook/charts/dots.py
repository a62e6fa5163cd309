"""Dots on a line, for rates and other estimates with their intervals."""

from __future__ import annotations

import pandas as pd

from stancebook.charts import figure, style, tables
from stancebook.charts.figure import Board, Chart
from stancebook.charts.rows import axis, rows
from stancebook.charts.tables import Title


def dots_with_intervals(
    table: pd.DataFrame,
    label: str,
    value: str,
    low: str,
    high: str,
    *,
    unit: str = "",
    reference: float | None = None,
    reference_label: str = "",
    expected: str | None = None,
    title: Title = None,
    note: str = "",
    nothing: str = tables.NOTHING,
) -> Chart:
    """A dot per row with its interval as a line, in the order of the table; numbers stand at the right.

    The axis starts at zero unless an interval falls below it. ``reference`` draws one line across all rows, such as no
    difference or the rate of a reference corpus, named ``reference_label``. ``expected`` is a column of what each row's
    value should be, drawn as an upright stroke where it is known. Raises ValueError for a missing number elsewhere or
    a value outside of its interval.
    """
    data = tables.checked(table, labels=(label,), numbers=(value, low, high))
    if data.empty:
        return figure.nothing(nothing, title=tables.title_without_rows(title), note=tables.caption(note, unit))
    tables.interval_around(data, value, low, high)
    places = max(style.decimals(data[value].tolist()), 1)
    across = [*([] if reference is None else [reference]), *(data[expected].dropna() if expected else [])]
    start = min(0.0, *data[low], *across)
    end = max([*data[high], *across, 0.0])
    if end <= start:
        end = start + 1
    estimates = [style.number(number, places) for number in data[value]]
    intervals = [
        f"{style.number(lowest, places)} to {style.number(highest, places)}"
        for lowest, highest in zip(data[low], data[high])
    ]

    def draw(board: Board) -> None:
        # A phone has no room for the ends of the intervals, which its axis shows well enough.
        ends = [0.0] if board.narrow else [board.measure(text) for text in intervals]
        column = max(board.measure(text, bold=True) for text in estimates)
        after = column + max(ends) + (14 if board.narrow else 26)
        top = board.size + 10 if reference_label else 0
        frame = rows(board, data[label].tolist(), top=top, after=after, thickness=12)
        board.set_height(frame.bottom + board.size + 14)

        def place(number: float) -> float:
            return frame.left + 6 + (number - start) / (end - start) * (frame.right - frame.left - 6)

        axis(board, frame.inset(6), start, end)
        if reference is not None:
            spot = place(reference)
            board.lines([(spot, frame.top - 2, spot, frame.bottom + 3)], style.SOFT, 1.5)
            half = board.measure(reference_label) / 2
            spot = min(max(spot, half), board.width - half)
            board.text(spot, board.size / 2, reference_label, colour=style.SOFT, align="center")
        frame.write_labels(board)
        middles = [frame.middle(row) for row in range(len(data))]
        board.lines(
            [(place(first), y, place(last), y) for first, last, y in zip(data[low], data[high], middles)], style.BLUE, 2
        )
        if expected:
            spots = [(place(number), y) for number, y in zip(data[expected], middles) if number == number]
            board.lines([(spot, y - 8, spot, y + 8) for spot, y in spots], style.VERMILION, 2.5)
        for row, number in enumerate(data[value]):
            board.dot(place(number), middles[row], 5, style.BLUE)
            board.text(frame.right + 14 + column, middles[row], estimates[row], align="right", bold=True)
            if not board.narrow:
                board.text(board.width, middles[row], intervals[row], colour=style.SOFT, align="right")

    spoken = [
        f"{style.clean(text)} {estimate} ({interval})" + (f", expected {style.number(wanted, places)}" if expected and wanted == wanted else "")
        for text, estimate, interval, wanted in zip(data[label], estimates, intervals, data[expected or value])
    ]
    return figure.chart(
        draw,
        title=tables.titled(title, data, lambda: _highest(data[label].tolist(), data[value].tolist(), places, unit)),
        alt=tables.spoken("Dots with intervals", unit, spoken),
        note=tables.caption(note, unit),
    )


def _highest(labels: list[object], values: list[float], places: int, unit: str) -> str:
    top = max(range(len(values)), key=values.__getitem__)
    amount = f"{style.number(values[top], places)} {unit}".strip()
    return f"{style.clean(labels[top])}: {amount}" + (f", the highest of {len(values)}" if len(values) > 1 else "")
