"""Who appears with whom: dots in the lower triangle of a matrix."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import pandas as pd

from stancebook.charts import figure, style, tables
from stancebook.charts.figure import Board, Chart
from stancebook.charts.tables import Title

MOST = 12  # members that still leave a phone a legible number in each cell


def dot_matrix(
    table: pd.DataFrame,
    row: str,
    column: str,
    value: str,
    *,
    order: Sequence[object] | None = None,
    most: int = MOST,
    unit: str = "",
    title: Title = None,
    note: str = "",
    nothing: str = tables.NOTHING,
) -> Chart:
    """A dot per pair, its area in proportion to its number, which stands on or beside it.

    The table has one row per unordered pair. Each member's name stands on the diagonal, at the end of its row and at
    the head of its column. Members are sorted by their sums unless ``order`` is given; beyond ``most`` of them the
    smallest are left out, and the note says so. Raises ValueError for a missing or negative number, a pair of a member
    with itself, or a pair given twice.
    """
    data = tables.checked(table, labels=(row, column), numbers=(value,))
    tables.not_negative(data, value)
    pairs = _pairs(data, row, column, value)
    if not pairs:
        return figure.nothing(nothing, title=tables.title_without_rows(title), note=tables.caption(note, unit))
    members = _members(pairs, order)
    shown = [member for member in members if member in set(sorted(members, key=lambda one: -_sum(pairs, one))[:most])]
    left_out = len(members) - len(shown)
    if left_out:
        note = f"{note} The {len(shown)} with the most are shown, {left_out} left out.".strip()
    cells = {
        (lower, upper): pairs[frozenset((member, other))]
        for lower, member in enumerate(shown)
        for upper, other in enumerate(shown[:lower])
        if pairs.get(frozenset((member, other)))
    }
    places = style.decimals(list(cells.values()) or [0])
    largest = max(cells.values(), default=1)

    def draw(board: Board) -> None:
        longest = max(board.measure(str(member)) for member in shown)
        room = min(longest, 0.36 * board.width)
        # The widest name need not belong to the last row, but then the triangle may only be a little too small.
        cell = min((board.width - room - 8) / max(len(shown) - 0.5, 1), 30 if board.narrow else 44)
        size = min(board.size - 1, cell * 0.55)
        board.set_height(cell * len(shown) + 2)

        def middle(place: int) -> float:
            return (place + 0.5) * cell

        last = len(shown) - 1
        board.lines([(0, middle(one), middle(one), middle(one)) for one in range(1, len(shown))], style.GRID)
        board.lines([(middle(one), middle(one) + 8, middle(one), middle(last)) for one in range(last)], style.GRID)
        for place, member in enumerate(shown):
            start = place * cell + (cell / 2 + 6 if place else 0)
            board.text(start, middle(place), style.shorten(member, board.width - start, board.size))
        for (lower, upper), amount in cells.items():
            radius = sqrt(amount / largest) * cell * 0.46
            text = style.number(amount, places)
            board.dot(middle(upper), middle(lower), max(radius, 2), style.BLUE)
            if radius * 2 > style.width_of(text, size) + 4:
                board.text(middle(upper), middle(lower), text, colour=style.ON_COLOUR, align="center", size=size)
            else:
                board.text(middle(upper) + max(radius, 2) + 1.5, middle(lower) - 0.18 * cell, text, size=size)

    ranked = sorted(cells.items(), key=lambda pair: -pair[1])
    named = [(_pair_name(shown[lower], shown[upper]), amount) for (lower, upper), amount in ranked]
    return figure.chart(
        draw,
        title=tables.titled(title, data, lambda: _most_together(named, places, unit)),
        alt=tables.spoken("Matrix of pairs", unit, [f"{text} {style.number(amount, places)}" for text, amount in named])
        if named
        else "Matrix of pairs, in which no pair has any.",
        note=tables.caption(note, unit),
    )


def _pairs(data: pd.DataFrame, row: str, column: str, value: str) -> dict[frozenset[object], float]:
    pairs: dict[frozenset[object], float] = {}
    for first, second, amount in zip(data[row], data[column], data[value]):
        pair = frozenset((first, second))
        if len(pair) == 1:
            raise ValueError(f"“{first}” is paired with itself; drop that row.")
        if pair in pairs:
            raise ValueError(f"The pair “{first}” and “{second}” is given twice; keep one row for each pair.")
        pairs[pair] = amount
    return pairs


def _sum(pairs: dict[frozenset[object], float], member: object) -> float:
    return sum(amount for pair, amount in pairs.items() if member in pair)


def _members(pairs: dict[frozenset[object], float], order: Sequence[object] | None) -> list[object]:
    present = {member for pair in pairs for member in pair}
    if order is not None:
        first = [member for member in order if member in present]
        return first + sorted(present - set(first), key=str)
    return sorted(present, key=lambda member: (-_sum(pairs, member), str(member)))


def _pair_name(first: object, second: object) -> str:
    return f"{style.clean(second)} and {style.clean(first)}"


def _most_together(named: list[tuple[str, float]], places: int, unit: str) -> str:
    if not named:
        return "No two appear together"
    text, amount = named[0]
    return f"{text} appear together most: {style.with_unit(amount, places, unit)}"
