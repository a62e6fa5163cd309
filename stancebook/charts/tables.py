"""What a chart asks of its table, refused in clear words, and what it says of it in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pandas as pd

from stancebook.charts import style

Title = str | Callable[[pd.DataFrame], str] | None
NOTHING = "There is nothing to show: no row is left to count."
SPOKEN = 12  # rows that alt text names before it sums up the rest


def checked(table: pd.DataFrame, *, labels: Sequence[str] = (), numbers: Sequence[str] = ()) -> pd.DataFrame:
    """``table`` with a fresh index and ``numbers`` as floats.

    Raises ValueError where a column is absent, a label missing, or a number missing, infinite or no number.
    """
    for column in (*labels, *numbers):
        if column not in table.columns:
            raise ValueError(f"The table has no column “{column}”; it has {', '.join(map(str, table.columns))}.")
    rows = table.reset_index(drop=True).copy()
    for column in labels:
        if rows[column].isna().any():
            raise ValueError(f"Column “{column}” lacks a label in row {_first(rows[column].isna())}; name or drop it.")
    for column in numbers:
        try:
            values = rows[column].astype(float)
        except (TypeError, ValueError):
            raise ValueError(f"Column “{column}” holds something that is not a number; mend or drop it.") from None
        wrong = ~np.isfinite(values.to_numpy())
        if wrong.any():
            row = _first(pd.Series(wrong))
            raise ValueError(f"Column “{column}” is NaN or infinite in row {row}; a chart cannot show that, drop it.")
        rows[column] = values
    return rows


def not_negative(rows: pd.DataFrame, *columns: str) -> None:
    """Raise ValueError where one of ``columns`` falls below zero."""
    for column in columns:
        if (rows[column] < 0).any():
            row = _first(rows[column] < 0)
            raise ValueError(f"Column “{column}” is negative in row {row}; use dots_with_intervals for such numbers.")


def interval_around(rows: pd.DataFrame, value: str, low: str, high: str) -> None:
    """Raise ValueError where ``value`` lies outside of ``low`` to ``high``."""
    # Intervals from a formula may miss by the rounding of a float.
    slack = 1e-9 * rows[[value, low, high]].abs().max(axis=1).clip(lower=1)
    outside = (rows[low] > rows[value] + slack) | (rows[high] < rows[value] - slack)
    if outside.any():
        row = _first(outside)
        raise ValueError(f"Column “{value}” lies outside of its interval, “{low}” to “{high}”, in row {row}.")


def ordered(column: pd.Series, order: Iterable[object] | None = None) -> list[object]:
    """The distinct values of a column: in ``order``, else as its categories have it, else as they first appear."""
    present = list(pd.unique(column))
    if order is not None:
        first = list(order)
    elif isinstance(column.dtype, pd.CategoricalDtype):
        first = list(column.cat.categories)
    else:
        first = present
    return first + [value for value in present if value not in set(first)]


def titled(title: Title, rows: pd.DataFrame, otherwise: Callable[[], str]) -> str:
    """The caller's title, made from the rows where it is a function, or the one that the chart makes of its data."""
    if title is None:
        return otherwise()
    return title(rows) if callable(title) else title


def title_without_rows(title: Title) -> str:
    """A title for an empty chart: the caller's words, unless they are to be made from rows."""
    return title if isinstance(title, str) else "Nothing to show"


def leader(labels: Sequence[object], values: Sequence[float], unit: str) -> str:
    """The finding of a ranking in one sentence."""
    texts, places = [style.clean(label) for label in labels], style.decimals(values)
    most = max(values)
    first = [text for text, value in zip(texts, values) if value == most]
    amount = style.with_unit(most, places, unit)
    if len(texts) == 1:
        return f"{first[0]}: {amount}"
    if most == 0:
        return f"None of the {len(texts)} has any {unit or 'count'}"
    if len(first) == 1:
        return f"{first[0]} leads with {amount}"
    if len(first) <= 3:
        return f"{listed(first)} lead with {amount} each"
    return f"{len(first)} of {len(texts)} share the lead with {amount} each"


def caption(note: str, unit: str) -> str:
    """The note under a chart, which names the unit where the caller's note does not."""
    if not unit or unit.lower() in note.lower():
        return note
    return f"{unit[0].upper()}{unit[1:]}. {note}".strip()


def spoken(kind: str, unit: str, items: Sequence[str]) -> str:
    """Alt text: the kind of chart, its unit, and its rows, the first ones in full."""
    shown = "; ".join(items[:SPOKEN])
    rest = len(items) - SPOKEN
    more = f"; and {rest} more" if rest > 0 else ""
    return f"{kind}{', in ' + unit if unit else ''}: {shown}{more}."


def listed(items: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]])) if items else ""


def _first(wrong: pd.Series) -> int:
    return int(np.argmax(wrong.to_numpy())) + 1
