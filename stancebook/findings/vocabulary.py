"""What the text says: what the text notebook asks of the words, and the findings that it states."""

from __future__ import annotations

import pandas as pd

from stancebook import pages, statistics
from stancebook.articles import Article
from stancebook.charts.tables import leader
from stancebook.fragments import Fragment, Markup, answer, listing, note, plural, table
from stancebook.language import word_position

FEWEST = 3
CONTEXT = 38  # characters on either side of a word in context: as many as stand side by side on a page
#: Be, do and have say too little to lead a list of content words (the primary verbs of Quirk et al. 1985).
PRIMARY_VERBS = ("be", "do", "have")


def apparatus(article: Article) -> Fragment:
    """What stands beside the body, and what it was taken for."""
    if article.apparatus.empty:
        return note("The file holds nothing beside the body.")
    columns = {"kind": "Taken for", "text": "In the file", "line": "Line"}
    return table(article.apparatus, columns=columns, caption="Set apart from the body, and counted nowhere")


def cleaning(article: Article) -> Fragment:
    """What was changed in the file on the way, and why."""
    if article.cleaning.empty:
        return note("Nothing had to be cleaned.")
    columns = {"action": "Action", "before": "Before", "after": "After", "reason": "Because", "line": "Line"}
    caption = f"The cleaning log: {plural(len(article.cleaning), 'entry', 'entries')}"
    return Fragment(
        Markup("<details><summary>{}</summary>{}</details>").format(
            caption, table(article.cleaning, columns=columns, caption=caption)
        )
    )


def frequent_words(words: pd.DataFrame, *, top: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The ``top`` content words: item, count, per_thousand, range (paragraphs); and where they stand, a row each."""
    frequent = statistics.frequencies(words, function_words=False, stop_words=PRIMARY_VERBS).head(top)
    places = statistics.occurrences(words, function_words=False, stop_words=PRIMARY_VERBS)
    return frequent, places[places["item"].isin(frequent["item"])]


def frequent_phrases(words: pd.DataFrame, *, top: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The ``top`` phrases of two to four words: item, count, per_thousand; and where they stand, a row each."""
    frequent = statistics.ngrams(words, shortest=2, longest=4, whole=True).head(top)
    places = statistics.phrases(words, shortest=2, longest=4, whole=True)
    return frequent, places[places["item"].isin(frequent["item"])]


def spread(words: pd.DataFrame, frequent: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """How evenly the ``frequent`` words are spread, those that occur ``FEWEST`` times or more.

    Returns item, count, range, dp, dp_norm (Gries 2008, over paragraphs), most frequent first; and the position of
    each occurrence in words from the beginning: item, position.
    """
    spreads = statistics.dispersions(words, minimum=FEWEST)
    spreads = spreads[spreads["item"].isin(frequent["item"])].reset_index(drop=True)
    places = statistics.occurrences(words, function_words=False, stop_words=PRIMARY_VERBS)
    places = places[places["item"].isin(spreads["item"])]
    tokens = statistics.tokens(words)
    return spreads, places.assign(position=word_position(places["start"], tokens))[["item", "position"]]


def spread_table(spreads: pd.DataFrame) -> Fragment:
    """The spread of each word, as ``spread`` gives it."""
    columns = {"item": "Lemma", "count": "Occurrences", "range": "Paragraphs with it", "dp": "DP", "dp_norm": "DPnorm"}
    return table(
        spreads,
        columns=columns,
        caption="How evenly each word is spread over the paragraphs",
        decimals={"dp": 2, "dp_norm": 2},
    )


def word_note(words: pd.DataFrame) -> str:
    """What the numbers of a chart or table of words are, and their denominator."""
    return f"Occurrences in {len(words):,} word tokens, punctuation excluded."


def first_item(frequent: pd.DataFrame) -> str:
    """The most frequent item, or nothing."""
    return "" if frequent.empty else str(frequent["item"].iloc[0])


def paragraph_starts(words: pd.DataFrame) -> list[int]:
    """The position in words at which each paragraph starts, from 0."""
    tokens = statistics.tokens(words)
    return word_position(tokens.groupby("paragraph")["start"].min(), tokens).tolist()


def leading(frequent: pd.DataFrame, what: str) -> str:
    """Which word or phrase leads, in a chart's title; ``what`` names the things."""
    if frequent.empty:
        return f"No {what} to show"
    return leader([f"“{item}”" for item in frequent["item"]], frequent["count"].tolist(), "occurrences")


def unevenly_spread(spreads: pd.DataFrame) -> Fragment:
    """Which words come in one place, and which all through."""
    if len(spreads) < 2:
        return answer("Too few words come three times or more to say how they are spread.")
    if spreads["dp_norm"].isna().all():
        return answer("The text has one paragraph, so that no word is spread more evenly than another.")
    ordered = spreads.sort_values("dp_norm", kind="stable")
    ends = min(2, len(spreads) // 2)
    said = [f"“{row.item}” ({row.dp_norm:.2f})" for row in ordered.itertuples()]
    return answer(
        Markup("Most evenly spread, by DPnorm: {}; most in one place: {}.").format(
            listing(said[:ends]), listing(said[: -ends - 1 : -1])
        )
    )


def most_clustered(spreads: pd.DataFrame) -> str:
    """Which word stands most in one place, in a chart's title."""
    if spreads.empty:
        return "No word comes three times or more"
    if spreads["dp_norm"].isna().all():
        return "The text has one paragraph, over which nothing is spread"
    first = spreads.sort_values("dp_norm", ascending=False, kind="stable").iloc[0]
    if first["range"] == first["parts"]:
        return f"“{first['item']}” stands in every paragraph, and is yet the least evenly spread of these"
    return f"“{first['item']}” stands in {plural(int(first['range']), 'paragraph')} only, the least spread of these"


def concordance(reading, node: str) -> Fragment:
    """The lines in which ``node`` stands (KWIC), sorted by what follows, each linked to its place in the article."""
    if not node.strip():
        return note("No word was given to look for.")
    found = statistics.kwic(reading.words, reading.article.text, node, width=CONTEXT, sort="right")
    if found.empty:
        return note(f"“{node}” does not occur; set the parameter node to a word of the text.")
    rows = Markup("").join(
        Markup('<tr><td class="left">{}</td><td><mark>{}</mark></td><td>{}</td><td>{}</td></tr>').format(
            row.left, row.node, row.right, pages.to_sentence(row.sentence, row.sentence + 1)
        )
        for row in found.itertuples()
    )
    caption = f"“{node}” in context: {plural(len(found), 'line')}, sorted by what follows"
    return Fragment(
        Markup(
            '<div class="table concordance" role="region" tabindex="0" aria-label="{0}"><table><caption>{0}</caption><thead><tr>'
            '<th scope="col" class="left">Before</th><th scope="col">Node</th><th scope="col">After</th>'
            '<th scope="col">Sentence</th></tr></thead><tbody>{1}</tbody></table></div>'
        ).format(caption, rows)
    )
