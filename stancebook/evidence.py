"""Every number opens: counts, each linked to the sentences behind it, and refused where the two disagree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd
from markupsafe import Markup, escape

from stancebook import pages
from stancebook.errors import EvidenceMismatch
from stancebook.fragments import Fragment, anchor, plural, table


def check(counts: pd.DataFrame, spans: pd.DataFrame, *, key: str, count: str) -> None:
    """Raise EvidenceMismatch unless each count of ``counts`` equals the number of its rows in ``spans``.

    ``key`` names the column, in both tables, that says which spans belong to which count.
    """
    if counts[key].duplicated().any():
        twice = counts.loc[counts[key].duplicated(), key].iloc[0]
        raise EvidenceMismatch(f"The table counts “{twice}” in two rows; merge them before showing it.")
    found = spans[key].value_counts()
    for label, number in zip(counts[key], counts[count]):
        if found.get(label, 0) != number:
            raise EvidenceMismatch(
                f"“{label}” is counted {number} times, but {found.get(label, 0)} places in the text stand behind it; "
                "the count or its evidence is wrong, so the report is not written."
            )


def link(number: int, *parts: object, page: str = "") -> Markup:
    """A count that leads to its evidence, on this page or, in a report, on another ``page`` of the article; not so zero."""
    if not number or (page and not pages.in_report()):
        return Markup("<strong>{:,}</strong>").format(int(number))
    pattern = Markup('<a class="count" href="{}#{}" data-count="{}">{}</a>')
    return pattern.format(page, evidence_anchor(*parts), int(number), f"{int(number):,}")


def evidence_anchor(*parts: object) -> str:
    """The id of the evidence for ``parts``, such as ``("entity", "Belarus")``."""
    return "evidence-" + anchor(*parts)


def counted(
    counts: pd.DataFrame,
    spans: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    kind: str,
    key: str,
    columns: Mapping[str, str],
    caption: str,
    count: str = "count",
    noun: str = "mention",
    decimals: Mapping[str, int] | None = None,
) -> Fragment:
    """A table of counts with, below it, the sentences behind each count.

    ``counts`` has a row per thing counted, with ``key`` (what it is) and ``count`` (how often); ``spans`` a row per
    place in the text, with ``key``, ``sentence``, ``start`` and ``end``; ``sentences`` is the table of the reading.
    ``kind`` sets the evidence apart from that of other tables on the page; ``columns`` maps the columns to show to
    their headings; ``noun`` names what is counted, ``decimals`` is as in ``table``. Raises EvidenceMismatch where a count and its spans disagree.
    """
    check(counts, spans, key=key, count=count)
    shown = counts.copy()
    shown[count] = [link(number, kind, label) for label, number in zip(counts[key], counts[count])]
    grouped = {label: rows for label, rows in spans.groupby(key, sort=False)}
    folded = Markup("").join(
        lines(grouped.get(label, spans.iloc[:0]), sentences, kind=kind, label=label, heading=heading, noun=noun)
        for label, heading, number in zip(counts[key], _headings(counts, list(columns), count), counts[count])
        if number
    )
    behind = Markup('<details class="sentences"><summary>The sentences behind these numbers</summary>{}</details>')
    return Fragment(
        table(shown, columns=columns, caption=caption, decimals=decimals)
        + (behind.format(folded) if folded else folded)
    )


def _headings(counts: pd.DataFrame, columns: list[str], count: str) -> list[object]:
    """What each row is called above its sentences: its first column, and where two rows share it, the next ones too."""
    named = [name for name in columns if name != count]
    headings: list[object] = [""] * len(counts)
    for width in range(len(named), 0, -1):
        alone = ~counts[named[:width]].duplicated(keep=False).to_numpy()
        for place, row in enumerate(counts[named[:width]].astype(object).itertuples(index=False)):
            if alone[place] or width == len(named):
                headings[place] = Markup(", ").join(value for value in dict.fromkeys(row) if value != "–")
    return headings


def lines(
    spans: pd.DataFrame, sentences: pd.DataFrame, *, kind: str, label: object, heading: object, noun: str = "mention"
) -> Fragment:
    """The sentences of ``spans``, folded, each with its spans marked and linked to its place in the reading view."""
    items = Markup("").join(
        _line(sentence, rows[["start", "end"]].itertuples(index=False))
        for sentence, rows in _with_sentences(spans, sentences)
    )
    # The id is inside, on the list: a link to what is folded unfolds it, and a link to the fold itself does not.
    pattern = Markup(
        '<details class="evidence"><summary>{} <span class="tally">{}</span></summary><ol id="{}">{}</ol></details>'
    )
    return Fragment(pattern.format(heading, plural(len(spans), noun), evidence_anchor(kind, label), items))


def marked(text: str, spans: Iterable[tuple[int, int]], offset: int = 0) -> Markup:
    """``text`` escaped, with each of ``spans`` in a ``mark``.

    Spans are offsets into the article, in which ``text`` starts at ``offset``. Spans that overlap are marked one after
    the other, so that there are as many marks as spans.
    """
    pieces, position = [], 0
    for start, end in sorted(spans):
        start, end = max(start - offset, position), max(end - offset, position)
        pieces += [escape(text[position:start]), Markup("<mark>{}</mark>").format(text[start:end])]
        position = end
    return Markup("").join([*pieces, escape(text[position:])])


def _with_sentences(spans: pd.DataFrame, sentences: pd.DataFrame) -> Iterable[tuple[pd.Series, pd.DataFrame]]:
    place = sentences.set_index("sentence")
    for number, rows in spans.sort_values("start", kind="stable").groupby("sentence", sort=True):
        if number not in place.index:
            raise EvidenceMismatch(f"A place in the text is said to be in sentence {number}, which does not exist.")
        yield place.loc[number], rows


def _line(sentence: pd.Series, spans: Iterable[tuple[int, int]]) -> Markup:
    number = int(sentence.name)
    place = pages.to_sentence(number, f"Sentence {number + 1}")
    return Markup("<li>{} {}</li>").format(place, marked(sentence["text"], spans, int(sentence["start"])))
