"""Where in a text things stand: ticks along its length, and steps per part of it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from stancebook.charts import figure, style, tables
from stancebook.charts.figure import Board, Chart
from stancebook.charts.rows import Rows, rows
from stancebook.charts.tables import Title


def strips(
    table: pd.DataFrame,
    label: str,
    position: str,
    *,
    extent: float,
    marks: Sequence[float] = (),
    marks_name: str = "paragraph",
    order: Sequence[object] | None = None,
    unit: str = "words",
    title: Title = None,
    note: str = "",
    nothing: str = tables.NOTHING,
) -> Chart:
    """A row per label with a tick at each of its positions from 0 to ``extent``, and its count at the right.

    The table has a row per occurrence. ``extent`` is the length of the text in ``unit``, or 100 with the unit ``%``.
    ``marks`` are positions, such as the starts of paragraphs, drawn as faint lines. ``order`` lists labels, also those
    that never occur. Raises ValueError for a position that is missing or outside of the text.
    """
    if not extent > 0:
        raise ValueError(f"The extent is {extent}; give the length of the text, which is above zero.")
    data = tables.checked(table, labels=(label,), numbers=(position,))
    outside = (data[position] < 0) | (data[position] > extent)
    if outside.any():
        raise ValueError(f"Position {data.loc[outside, position].iloc[0]:g} lies outside of the text, 0 to {extent:g}.")
    labels = tables.ordered(data[label], order)
    if not labels or data.empty:
        return figure.nothing(nothing, title=tables.title_without_rows(title), note=note)
    places = {name: sorted(rows_[position]) for name, rows_ in data.groupby(label, observed=True)}
    counts = [len(places.get(name, ())) for name in labels]
    faint = [mark for mark in marks if 0 < mark < extent]
    if faint:
        note = f"{note} Each faint line starts a {marks_name}.".strip()

    def draw(board: Board) -> None:
        after = max(board.measure(style.number(count)) for count in counts) + 12
        frame = rows(board, labels, after=after, thickness=16)
        scale = (frame.right - frame.left) / extent
        board.set_height(frame.bottom + board.size + 14)
        board.lines([(frame.left + mark * scale, frame.top, frame.left + mark * scale, frame.bottom) for mark in faint], style.GRID)
        board.lines([(frame.left, frame.middle(one), frame.right, frame.middle(one)) for one in range(len(labels))], style.AXIS, 0.75)
        _from_start_to_end(board, frame, extent, unit)
        frame.write_labels(board)
        for one, name in enumerate(labels):
            middle, half = frame.middle(one), frame.thickness / 2
            spots = [frame.left + place * scale for place in places.get(name, ())]
            board.lines([(spot, middle - half, spot, middle + half) for spot in spots], style.BLUE, 2)
            board.text(board.width, middle, style.number(counts[one]), align="right")

    spoken = [f"{style.clean(name)} {_where(places.get(name, ()), extent)}" for name in labels]
    return figure.chart(
        draw,
        title=tables.titled(title, data, lambda: tables.leader(labels, counts, "occurrences")),
        alt=tables.spoken("Dispersion plot, from the start to the end of the text", "", spoken),
        note=note,
    )


def through_text(
    table: pd.DataFrame,
    position: str,
    value: str,
    series: str,
    *,
    bins: int | None = None,
    order: Sequence[object] | None = None,
    unit: str = "",
    title: Title = None,
    note: str = "",
    nothing: str = tables.NOTHING,
) -> Chart:
    """Steps through the text, a panel per series, all on one scale, with the number on the highest step of each.

    ``position`` holds whole numbers from 0, the parts of the text in order, of which there are ``bins`` (else as many
    as occur); a part without a row counts as zero. Raises ValueError for a missing or negative number, a position that
    is no part, or a part given twice in a series.
    """
    data = tables.checked(table, labels=(series,), numbers=(position, value))
    tables.not_negative(data, position, value)
    if data.empty:
        return figure.nothing(nothing, title=tables.title_without_rows(title), note=tables.caption(note, unit))
    if (data[position] % 1 != 0).any():
        raise ValueError(f"Column “{position}” must number the parts of the text 0, 1, 2 and so on.")
    parts = bins or int(data[position].max()) + 1
    if data[position].max() >= parts:
        raise ValueError(f"Column “{position}” names part {int(data[position].max())}, but there are {parts}, from 0.")
    if data.duplicated([series, position]).any():
        raise ValueError(f"Column “{position}” has a part twice in one series; add the two up first.")
    labels = tables.ordered(data[series], order)
    amounts = {name: [0.0] * parts for name in labels}
    for name, part, amount in zip(data[series], data[position], data[value]):
        amounts[name][int(part)] = amount
    largest = max(map(max, amounts.values())) or 1
    places = style.decimals(data[value].tolist())

    def draw(board: Board) -> None:
        tall = 44
        frame = rows(board, labels, top=8, after=4, thickness=tall)
        width = (frame.right - frame.left) / parts
        board.set_height(frame.bottom + board.size + 12)
        _from_start_to_end(board, frame, None, "")
        frame.write_labels(board)
        for one, name in enumerate(labels):
            floor = frame.middle(one) + tall / 2
            board.lines([(frame.left, floor, frame.right, floor)], style.AXIS)
            peak = max(range(parts), key=amounts[name].__getitem__)
            for part, amount in enumerate(amounts[name]):
                high = amount / largest * (tall - board.size)
                if amount:
                    board.rectangle(frame.left + part * width, floor - high, max(width - 1, 1), high, style.BLUE)
                if amount and part == peak:
                    text = style.with_unit(amount, places, unit if one == 0 else "")
                    half = board.measure(text) / 2
                    centre = min(max(frame.left + (part + 0.5) * width, frame.left + half), board.width - half)
                    board.text(centre, floor - high - board.size / 2 - 1, text, align="center")

    spoken = [
        f"{style.clean(name)} " + ", ".join(style.number(amount, places) for amount in amounts[name]) for name in labels
    ]
    sums = [sum(amounts[name]) for name in labels]
    return figure.chart(
        draw,
        title=tables.titled(title, data, lambda: _peak(labels, amounts, parts, sums)),
        alt=tables.spoken(f"Steps through the text in {parts} parts, one panel for each series", unit, spoken),
        note=tables.caption(note, unit),
    )


def _from_start_to_end(board: Board, frame: Rows, extent: float | None, unit: str) -> None:
    """The line below the rows: where the text starts, how far it goes, where it ends."""
    y = frame.bottom + 4 + board.size / 2
    span = frame.right - frame.left
    board.text(frame.left, y, "start", colour=style.SOFT)
    board.text(frame.right, y, "end", colour=style.SOFT, align="right")
    if extent is None:
        return
    for tick in style.ticks(0, extent, max(2, int(span / 90)))[1:]:
        spot = frame.left + tick / extent * span
        text = style.with_unit(tick, style.decimals([tick]), unit)
        half = board.measure(text) / 2
        if spot - half > frame.left + 40 and spot + half < frame.right - 34:
            board.lines([(spot, frame.bottom - 2, spot, frame.bottom + 2)], style.AXIS)
            board.text(spot, y, text, colour=style.SOFT, align="center")


def _where(places: Sequence[float], extent: float) -> str:
    if not places:
        return "never"
    first, last = (round(100 * place / extent) for place in (places[0], places[-1]))
    if len(places) == 1:
        return f"once, at {first}% of the text"
    return f"{len(places)} times, between {first}% and {last}% of the text"


def _peak(labels: Sequence[object], amounts: dict[object, list[float]], parts: int, sums: Sequence[float]) -> str:
    if not any(sums):
        return "None occurs in the text"
    name = labels[max(range(len(labels)), key=sums.__getitem__)]
    part = max(range(parts), key=amounts[name].__getitem__)
    return f"{style.clean(name)} peaks in part {part + 1} of {parts}"
