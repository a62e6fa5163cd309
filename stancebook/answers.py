"""The sentence that answers each section's question, generated from the tables and true to them."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from stancebook.articles import Article
from stancebook.evidence import link
from stancebook.fragments import Fragment, answer, listing, plural


def what_was_read(article: Article, sentences: pd.DataFrame, words: pd.DataFrame) -> Fragment:
    """How long the article is, what was set apart and what was mended."""
    size = (
        f"{plural(len(words), 'word')} in {plural(len(sentences), 'sentence')} "
        f"and {plural(len(article.paragraphs), 'paragraph')} were read"
    )
    apart = f"{plural(len(article.apparatus), 'piece')} beside the text set apart"
    mended = f"{plural(len(article.cleaning), 'repair')} made on the way"
    return answer(f"{size}, {apart}, {mended}.")


def most_frequent(frequencies: pd.DataFrame, *, what: str, kind: str, page: str = "", key: str, name: str) -> Fragment:
    """Which things come most often, each count leading to its evidence.

    ``frequencies`` is sorted, with the columns ``key``, ``name`` and ``count``; ``what`` names the things, in the plural.
    """
    if frequencies.empty:
        return answer(f"No {what} were found.")
    named = [
        Markup("{} ({})").format(row[name], link(row["count"], kind, row[key], page=page))
        for row in frequencies.head(4).to_dict("records")
    ]
    return answer(Markup("The most frequent {}: {}.").format(what, listing(named)))


def charged(rates: pd.DataFrame, *, page: str = "") -> Fragment:
    """How often the categories of stance occur, per 1,000 words, with their counts linked to the lines behind them.

    ``rates`` has the columns ``category``, ``count``, ``words`` and ``per_thousand``.
    """
    present = rates[rates["count"] > 0].sort_values("per_thousand", ascending=False)
    if present.empty:
        return answer("No marker of stance was found.")
    parts = [
        Markup("{} {:.1f} ({})").format(
            row["category"], row["per_thousand"], link(row["count"], "category", row["category"], page=page)
        )
        for row in present.to_dict("records")
    ]
    total = plural(int(rates["words"].iloc[0]), "word")
    return answer(Markup("Markers per 1,000 words, of {}: {}.").format(total, listing(parts)))


def hedged_or_boosted(rates: pd.DataFrame, *, page: str = "") -> Fragment:
    """Whether the text hedges more than it boosts, and whether the difference is larger than chance within the text.

    The two intervals of ``rates`` (columns ``low``, ``high``, per 1,000 words) are compared: where they overlap,
    nothing is claimed.
    """
    by_category = rates.set_index("category")
    if not {"hedge", "booster"} <= set(by_category.index):
        return answer("Hedges and boosters were not both counted, so nothing is said of how sure the text sounds.")
    hedge, booster = by_category.loc["hedge"], by_category.loc["booster"]
    counts = Markup("{} {} and {} {}").format(
        link(hedge["count"], "category", "hedge", page=page),
        "hedge" if hedge["count"] == 1 else "hedges",
        link(booster["count"], "category", "booster", page=page),
        "booster" if booster["count"] == 1 else "boosters",
    )
    if hedge["low"] > booster["high"]:
        verdict = "the text hedges more than it insists"
    elif booster["low"] > hedge["high"]:
        verdict = "the text insists more than it hedges"
    else:
        verdict = "too close in a text of this length to say which prevails"
    return answer(Markup("{}: {}.").format(counts, verdict))
