"""The sentence that answers each section's question, generated from the tables and true to them."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from stancebook.articles import Article
from stancebook.evidence import link
from stancebook.fragments import Fragment, answer, listing, plural

SHOWN = 4  # things that an answer names


def what_was_read(article: Article, sentences: pd.DataFrame, words: pd.DataFrame) -> Fragment:
    """How long the article is, what was set apart and what was mended."""
    size = (
        f"{plural(len(words), 'word')} in {plural(len(sentences), 'sentence')} "
        f"and {plural(len(article.paragraphs), 'paragraph')} were read"
    )
    apart = f"{plural(len(article.apparatus), 'piece')} beside the text set apart" if len(article.apparatus) else ""
    mended = f"{plural(len(article.cleaning), 'repair')} made on the way" if len(article.cleaning) else ""
    done = [part for part in (apart, mended) if part] or ["nothing set apart and nothing mended"]
    said = sum(map(bool, getattr(article, "speakers", ())))
    turns = f" Read as an interview: {plural(said, 'paragraph')} said by others than the author." if said else ""
    return answer(f"{size}, {listing(done)}.{turns}")


def most_frequent(frequencies: pd.DataFrame, *, what: str, kind: str, page: str = "", key: str, name: str) -> Fragment:
    """Which things come most often, each count leading to its evidence.

    ``frequencies`` is sorted, with the columns ``key``, ``name`` and ``count``; ``what`` names the things, in the plural.
    """
    if frequencies.empty:
        return answer(f"No {what} were found.")
    named = [
        Markup("{} ({})").format(row[name], link(row["count"], kind, row[key], page=page))
        for row in frequencies.head(SHOWN).to_dict("records")
    ]
    counts = frequencies["count"].tolist()
    level = len(counts) > SHOWN and counts[SHOWN] == counts[SHOWN - 1]
    return answer(Markup("The most frequent {}: {}{}.").format(what, listing(named), "; others as often" if level else ""))
