"""What else an article says of a contested thing: every other figure for it, beside the dispute, each in its sentence."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from stancebook import claims, pages
from stancebook.findings.contested import amount
from stancebook.fragments import Fragment, note, plural, table


def figures(found: pd.DataFrame, disputes: pd.DataFrame, sentences: pd.DataFrame) -> Fragment:
    """The further figures for each contested thing, of whatever place and time, with who gives them and the sentence.

    ``found`` are an article’s claims, ``disputes`` those of ``claims.contested``.
    """
    if disputes.empty:
        return note("Nothing is contested, so no further figure is asked for.")
    others = claims.further(found, disputes)
    if others.empty:
        return note("No further figure for a contested thing was found.")
    words = dict(zip(sentences["sentence"], sentences["text"]))
    begins = dict(zip(sentences["sentence"], sentences["start"]))
    rows = pd.DataFrame(
        {
            "what": [row.what or "noun left out" for row in others.itertuples()],
            "amount": [amount(row) if row.polarity == "positive" else f"not {amount(row)}" for row in others.itertuples()],
            "name": others["source"].mask(others["voice"] == claims.AUTHOR, "the author"),
            "sentence": [_marked(row, words[row.sentence], begins[row.sentence]) for row in others.itertuples()],
        }
    )
    columns = {"what": "Contested", "amount": "Further figure", "name": "Voice", "sentence": "Sentence"}
    return table(rows, columns=columns, caption=f"Further figures for the same thing: {plural(len(rows), 'figure')}")


def _marked(row, words: str, begins: int) -> Markup:
    """The sentence with the figure in bold, which leads to it."""
    first, last = row.start - begins, row.end - begins
    inside = Markup("<strong>{}</strong>").format(pages.to_sentence(row.sentence, words[first:last]))
    return Markup("{}{}{}").format(words[:first], inside, words[last:])
