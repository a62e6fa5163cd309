"""Horizontal bars, for counts and for what they are made of."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from stancebook.charts import figure, style, tables
from stancebook.charts.figure import Board, Chart
from stancebook.charts.rows import Rows, axis, rows
from stancebook.charts.tables import Title

INSET = 5  # between the edge of a segment and its text


def bars(
    table: pd.DataFrame,
    label: str,
    value: str,
    *,
    low: str | None = None,
    high: str | None = None,
    colour: str | None = None,
    order: Sequence[object] | None = None,
    unit: str = "",
    title: Title = None,
    note: str = "",
    nothing: str = tables.NOTHING,
) -> Chart:
    """A bar per row, in the order of the table, with its number at its end.

    ``label`` and ``value`` name columns; ``low`` and ``high`` those of an interval, drawn as a whisker. ``colour`` names
    a column of groups, whose colours follow ``order`` and whose names stand beside their first bar. Raises ValueError
    for a missing or negative number, or a value outside of its interval.
    """
    if (low is None) != (high is None):
        raise ValueError("An interval has two ends; give both low= and high=, or neither.")
    interval = (low, high) if low is not None else ()
    data = tables.checked(table, labels=(label, *([colour] if colour else [])), numbers=(value, *interval))
    tables.not_negative(data, value, *interval)
    if data.empty:
        return figure.nothing(nothing, title=tables.title_without_rows(title), note=tables.caption(note, unit))
    if interval:
        tables.interval_around(data, value, low, high)
    values = data[value].tolist()
    ends = data[high].tolist() if interval else values
    places = style.decimals(values)
    numbers = [style.with_unit(number, places, unit if row == 0 else "") for row, number in enumerate(values)]
    if unit in ("%", "per cent"):
        numbers = [style.with_unit(number, places, unit) for number in values]
    colours, names = _groups(data[colour], order) if colour else ([style.BLUE] * len(data), [""] * len(data))

    def draw(board: Board) -> None:
        beside = [board.measure(f"{text}  {name}".strip()) + 8 for text, name in zip(numbers, names)]
        frame = rows(board, data[label].tolist())
        scale = _scale(ends, beside, frame.right - frame.left)
        board.set_height(frame.bottom + (board.size + 14 if interval else 2))
        if interval:
            span = max(ends) * scale
            axis(board, frame.inset(right=frame.left + span), 0, max(ends) or 1, unit=unit if unit == "%" else "")
        frame.write_labels(board)
        for row, number in enumerate(values):
            middle = frame.middle(row)
            board.rectangle(
                frame.left, middle - frame.thickness / 2, max(number * scale, 1), frame.thickness, colours[row]
            )
            place = frame.left + ends[row] * scale + 8
            board.text(place, middle, numbers[row])
            if names[row]:
                board.text(place + board.measure(numbers[row]) + 8, middle, names[row], colour=colours[row])
        if interval:
            starts = data[low].tolist()
            _whiskers(board, frame, [frame.left + start * scale for start in starts], ends, scale)

    spoken = [
        f"{style.clean(text)} {style.number(number, places)}" + _between(data, row, low, high, places)
        for row, (text, number) in enumerate(zip(data[label], values))
    ]
    return figure.chart(
        draw,
        title=tables.titled(title, data, lambda: tables.leader(data[label].tolist(), values, unit)),
        alt=tables.spoken("Bar chart", unit, spoken),
        note=tables.caption(note, unit),
    )


def stacked_bars(
    table: pd.DataFrame,
    label: str,
    part: str,
    value: str,
    *,
    order: Sequence[object] | None = None,
    unit: str = "",
    title: Title = None,
    note: str = "",
    nothing: str = tables.NOTHING,
) -> Chart:
    """A bar per label, made of its parts, such as the ways in which each entity is named.

    The table has a row per ``label`` and ``part``; ``order`` fixes the order and the colours of the parts, else their
    categories or their first appearance do. Each part's name stands in its first segment with room for it, and above
    the bars where none has. Raises ValueError for a missing or negative number, or a part given twice.
    """
    data = tables.checked(table, labels=(label, part), numbers=(value,))
    tables.not_negative(data, value)
    if data.empty:
        return figure.nothing(nothing, title=tables.title_without_rows(title), note=tables.caption(note, unit))
    if data.duplicated([label, part]).any():
        twice = data.loc[data.duplicated([label, part])].iloc[0]
        raise ValueError(f"“{twice[label]}” has the part “{twice[part]}” twice; add the two up first.")
    labels, parts = tables.ordered(data[label]), tables.ordered(data[part], order)
    colours = {name: style.PALETTE[place % len(style.PALETTE)] for place, name in enumerate(parts)}
    amounts = {(row, name): amount for row, name, amount in zip(data[label], data[part], data[value])}
    totals = [sum(amounts.get((row, name), 0) for name in parts) for row in labels]
    places = style.decimals(data[value].tolist())
    ends = [style.with_unit(total, places, unit if row == 0 else "") for row, total in enumerate(totals)]

    def draw(board: Board) -> None:
        free = rows(board, labels)
        scale = _scale(totals, [board.measure(text) + 8 for text in ends], free.right - free.left)
        texts = _segment_texts(board, labels, parts, amounts, scale, places)
        named = {name for (_, name), text in texts.items() if text.startswith(style.clean(name) + " ")}
        unnamed = [name for name in parts if name not in named and any((row, name) in amounts for row in labels)]
        top = _key(board, [(style.clean(name), colours[name]) for name in unnamed], write=False)
        frame = rows(board, labels, top=top)
        board.set_height(frame.bottom + 2)
        _key(board, [(style.clean(name), colours[name]) for name in unnamed], write=True)
        frame.write_labels(board)
        for row, name in enumerate(labels):
            _segments(board, frame, row, [(colours[one], amounts.get((name, one), 0), texts.get((name, one), "")) for one in parts], scale)
            board.text(frame.left + totals[row] * scale + 8, frame.middle(row), ends[row])

    spoken = [
        f"{style.clean(row)} {style.number(total, places)} ("
        + ", ".join(f"{style.clean(name)} {style.number(amounts[row, name], places)}" for name in parts if amounts.get((row, name)))
        + ")"
        for row, total in zip(labels, totals)
    ]
    return figure.chart(
        draw,
        title=tables.titled(title, data, lambda: tables.leader(labels, totals, unit)),
        alt=tables.spoken("Stacked bar chart", unit, [text.replace(" ()", "") for text in spoken]),
        note=tables.caption(note, unit),
    )


def _scale(ends: Sequence[float], beside: Sequence[float], room: float) -> float:
    """Pixels per unit, so that each bar and the text beside it fit into ``room``."""
    fits = [(room - text) / end for end, text in zip(ends, beside) if end > 0]
    return max(min(fits), 0) if fits else 1.0


def _groups(column: pd.Series, order: Sequence[object] | None) -> tuple[list[str], list[str]]:
    """The colour of each row, and the name of its group where it is the group's first."""
    groups = tables.ordered(column, order)
    colours = {group: style.PALETTE[place % len(style.PALETTE)] for place, group in enumerate(groups)}
    first = ~column.duplicated()
    names = [style.clean(group) if new else "" for group, new in zip(column, first)]
    return [colours[group] for group in column], names


def _whiskers(board: Board, frame: Rows, starts: Sequence[float], ends: Sequence[float], scale: float) -> None:
    marks = []
    for row, (start, end) in enumerate(zip(starts, ends)):
        middle, stop = frame.middle(row), frame.left + end * scale
        marks += [(start, middle, stop, middle), (start, middle - 4, start, middle + 4), (stop, middle - 4, stop, middle + 4)]
    board.lines(marks, style.INK, 1.5)


def _between(data: pd.DataFrame, row: int, low: str | None, high: str | None, places: int) -> str:
    if low is None or high is None:
        return ""
    places = max(places, 1)
    return f" ({style.number(data[low][row], places)} to {style.number(data[high][row], places)})"


def _segment_texts(board, labels, parts, amounts, scale, places) -> dict[tuple[object, object], str]:
    """What each segment can hold: the part's name and number in the first with room, else a number, else nothing."""
    texts, named = {}, set()
    for row in labels:
        for name in parts:
            amount = amounts.get((row, name), 0)
            room = amount * scale - 2 * INSET
            short = style.number(amount, places)
            long = f"{style.clean(name)} {short}"
            if amount and name not in named and board.measure(long) <= room:
                texts[row, name] = long
                named.add(name)
            elif amount and board.measure(short) <= room + INSET:
                texts[row, name] = short
    return texts


def _segments(board: Board, frame: Rows, row: int, segments: Sequence[tuple[str, float, str]], scale: float) -> None:
    start, middle = frame.left, frame.middle(row)
    for colour, amount, text in segments:
        if not amount:
            continue
        width = amount * scale
        # A hair of the page shows between neighbours, whose colours some readers cannot tell apart.
        board.rectangle(start, middle - frame.thickness / 2, max(width - 1, 0.5), frame.thickness, colour)
        inset = INSET if width > board.measure(text) + 2 * INSET else (width - board.measure(text)) / 2
        if text:
            board.text(start + inset, middle, text, colour=style.ON_COLOUR, size=board.size - 1)
        start += width


def _key(board: Board, entries: Sequence[tuple[str, str]], *, write: bool) -> float:
    """Names of parts, each after a swatch, in as many lines as they need; returns the height taken."""
    if not entries:
        return 0
    x, y, line = 0.0, board.size, board.size + 8
    for name, colour in entries:
        width = 16 + board.measure(name) + 16
        if x and x + width > board.width:
            x, y = 0.0, y + line
        if write:
            board.rectangle(x, y - 5, 10, 10, colour)
            board.text(x + 16, y, name)
        x += width
    return y + board.size
