"""Small pieces of HTML, escaped at the source, that a notebook shows and a report keeps."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Mapping

import pandas as pd
from markupsafe import Markup, escape


MINUS = "−"
NO_COUNT = Markup("<strong>0</strong>")  # a count of none, which leads nowhere
LONGEST_LABEL = 48  # characters; a cell with more holds words to be read
LONGEST_UNBROKEN = 14  # a column of no longer cells breaks none of them
MOST_COLUMNS = 7  # that a phone has room for, a column of words counted twice
CONTROL_PICTURES = {**{code: 0x2400 + code for code in range(32)}, 0x7F: 0x2421}
CONTROL_PICTURES.update(dict.fromkeys(range(0x80, 0xA0), "�"))


class Fragment(Markup):
    """Escaped HTML that Jupyter shows as HTML. Build it with the functions below, never from raw article text."""

    def _repr_html_(self) -> str:
        return str(self)


def anchor(*parts: object) -> str:
    """An id for a page, readable and unique for its parts: ``anchor("entity", "Viktor Orbán")``."""
    words = "-".join(str(part) for part in parts)
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    # Two labels that fold to one slug ("C" and "C++") must not share an anchor.
    return slug if slug == words.lower().replace(" ", "-") else f"{slug}-{zlib.crc32(words.encode('utf8')):08x}"


def answer(text: object) -> Fragment:
    """The sentence that answers a section's question, shown before its chart."""
    return Fragment(Markup('<p class="answer">{}</p>').format(text))


def note(text: object) -> Fragment:
    """A remark on method or limits, shown small."""
    return Fragment(Markup('<p class="note">{}</p>').format(text))


def listing(items: object) -> Markup:
    """Items as a sentence would list them: ``a``, ``a and b``, ``a, b and c``. Each is escaped."""
    parts = [escape(item) for item in items]
    if len(parts) < 2:
        return Markup("").join(parts)
    return Markup(", ").join(parts[:-1]) + Markup(" and ") + parts[-1]


def plural(count: int, noun: str, many: str | None = None) -> str:
    """``1 mention``, ``2 mentions``, ``1,204 words``: the count with its noun, thousands set apart."""
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"


def cell(value: object, decimals: int = 1) -> Markup:
    """One table value, escaped: floats with ``decimals``, missing values as a dash."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, float) and pd.isna(value) or value is None or value is pd.NA:
        return Markup("–")
    if isinstance(value, bool):
        return Markup("yes" if value else "no")
    if isinstance(value, float):
        return escape(f"{value:,.{decimals}f}".replace("-", MINUS))
    if hasattr(value, "item"):
        return cell(value.item(), decimals)
    return escape(f"{value:,}".replace("-", MINUS) if isinstance(value, int) else visible(str(value)))


def visible(text: str) -> str:
    """``text`` with a picture for each control character (␛), which a page may not hold and a log has to show."""
    return text.translate(CONTROL_PICTURES)


def table(
    rows: pd.DataFrame, *, columns: Mapping[str, str], caption: str, decimals: Mapping[str, int] | None = None
) -> Fragment:
    """A table as accessible HTML.

    ``columns`` maps the columns of ``rows`` to their headings, in the order in which they are shown; the first
    heads its row. ``caption`` says what a row is and states the unit and the denominator. ``decimals`` is for the
    columns of floats that are not shown with one. Without rows, a note says so.
    """
    if rows.empty:
        return note(f"{caption.rstrip('.')}: none.")
    numeric = {name: pd.api.types.is_numeric_dtype(rows[name]) or _marked_counts(rows[name]) for name in columns}
    head = Markup("").join(
        Markup('<th scope="col"{}>{}</th>').format(_class("number" if numeric[name] else ""), heading)
        for name, heading in columns.items()
    )
    shown = [
        {name: cell(value, (decimals or {}).get(name, 1)) for name, value in record.items()}
        for record in rows[list(columns)].to_dict("records")
    ]
    # What is too wide for a phone is shown there as one entry after another, each value with its heading.
    wordy = len(columns) * 2 - sum(numeric.values()) > MOST_COLUMNS or any(
        _longest(shown, name) > LONGEST_LABEL for name in columns
    )
    classes = {
        name: "number" if numeric[name] else "short" if _longest(shown, name) <= LONGEST_UNBROKEN else "" for name in columns
    }
    body = Markup("").join(Markup("<tr>{}</tr>").format(_cells(row, columns, classes)) for row in shown)
    return Fragment(
        Markup(
            '<div class="table" role="region" tabindex="0" aria-label="{caption}"><table{wordy}><caption>{caption}</caption>'
            "<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        ).format(caption=caption, head=head, body=body, wordy=Markup(' class="wordy"') if wordy else "")
    )


def _cells(row: Mapping[str, Markup], columns: Mapping[str, str], classes: Mapping[str, str]) -> Markup:
    cells = []
    for position, (name, value) in enumerate(row.items()):
        pattern = '<th scope="row"{} data-label="{}">{}</th>' if position == 0 else '<td{} data-label="{}">{}</td>'
        cells.append(Markup(pattern).format(_class(classes[name]), columns[name], value))
    return Markup("").join(cells)


def _class(name: str) -> Markup:
    return Markup(f' class="{name}"') if name else Markup("")


def _longest(rows: list[Mapping[str, Markup]], name: str) -> int:
    return max(len(row[name].striptags()) for row in rows)


def _marked_counts(column: pd.Series) -> bool:
    """Whether a column holds the links of ``evidence.link``, or its zeros, which lead nowhere."""
    return len(column) > 0 and all(isinstance(value, Markup) and ("data-count" in value or value == NO_COUNT) for value in column)
