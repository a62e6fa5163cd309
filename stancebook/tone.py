"""How sure and how charged: what the stance notebook asks of the markers, and the findings that it states."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from stancebook import pages, stance
from stancebook.fragments import Fragment, answer, listing, note, plural, table
from stancebook.parameters import chosen

TENTHS = 10


def chosen_categories(markers: pd.DataFrame, categories: list[str]) -> pd.DataFrame:
    """The markers of the named ``categories`` (all where none is named); one that does not exist is an error."""
    wanted = chosen(list(stance.CATEGORIES), categories, "category of stance")
    return markers[markers["category"].isin(wanted)].reset_index(drop=True)


def finding(rates: pd.DataFrame) -> str:
    """How many hedges stand against how many boosters, or which category leads, in a chart's title."""
    present = rates[rates["count"] > 0].set_index("category")
    if present.empty:
        return "No marker of stance was found"
    if {"hedge", "booster"} <= set(present.index):
        hedges, boosters = present.at["hedge", "count"], present.at["booster", "count"]
        stand = "stands" if hedges == 1 else "stand"
        return f"{plural(int(hedges), 'hedge')} {stand} against {plural(int(boosters), 'booster')}"
    first = present["count"].idxmax()
    return f"The most frequent kind of marker: {first}, {plural(int(present.at[first, 'count']), 'time')}"


def interval_note(words: pd.DataFrame) -> str:
    """What the chart's bars and points mean."""
    return f"Markers per 1,000 word tokens, of {len(words):,}; lines: 95% intervals, within this text only."


def by_quotation(markers: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """Markers outside and inside quotation marks, each per 1,000 word tokens of that kind.

    ``words`` is the words table with its punctuation. Columns: category, own, own_words, own_rate, quoted,
    quoted_words, quoted_rate; only categories that occur.
    """
    columns = ["category", "count", "words", "per_thousand"]
    own = stance.rates(markers, words, quoted=False)[columns]
    quoted = stance.rates(markers, words, quoted=True)[columns]
    own.columns = ["category", "own", "own_words", "own_rate"]
    quoted.columns = ["category", "quoted", "quoted_words", "quoted_rate"]
    both = own.merge(quoted, on="category")
    return both[both["own"] + both["quoted"] > 0].reset_index(drop=True)


def through_text(markers: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """Markers in each tenth of the text: category, position (1 to 10), count; only categories that occur."""
    counted = stance.along(markers, words, bins=TENTHS)
    present = counted[counted.groupby("category")["count"].transform("sum") > 0]
    return present.assign(position=present["bin"] + 1).reset_index(drop=True)


def peak(markers: pd.DataFrame, words: pd.DataFrame) -> str:
    """In which tenth of the text markers are densest, in a chart's title."""
    totals = through_text(markers, words).groupby("position")["count"].sum()
    if totals.empty:
        return "No marker of stance was found"
    return f"The densest tenth of the text is number {int(totals.idxmax())}, with {plural(int(totals.max()), 'marker')}"


def around(
    markers: pd.DataFrame, mentions: pd.DataFrame, frequent: pd.DataFrame, words: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The markers in the sentences that name each of the ``frequent`` entities.

    Returns the counts (key, entity, name, category, count, words, per_thousand of the words of those sentences) and
    their evidence, one row per marker: key, sentence, start, end. A sentence that names two entities counts for both.
    """
    shown = mentions[mentions["entity"].isin(frequent["entity"])]
    counts = stance.around(markers, shown, words).merge(frequent[["entity", "name"]], on="entity")
    counts = counts[counts["count"] > 0].assign(key=counts["entity"] + ": " + counts["category"])
    naming = shown[["entity", "sentence"]].drop_duplicates()
    places = markers[markers["kept"]].merge(naming, on="sentence")
    places["key"] = places["entity"] + ": " + places["category"]
    rank = counts["entity"].map({entity: place for place, entity in enumerate(frequent["entity"])})
    ordered = counts.assign(rank=rank).sort_values(["rank", "count"], ascending=[True, False], kind="stable")
    return ordered.drop(columns="rank").reset_index(drop=True), places[["key", "sentence", "start", "end"]]


def entries(markers: pd.DataFrame) -> pd.DataFrame:
    """Every entry that was found: key, entry, category, subcategory, count, most frequent first."""
    counted = (
        keyed(markers)
        .groupby("key", sort=False)
        .agg(
            entry=("entry", "first"),
            category=("category", "first"),
            subcategory=("subcategory", "first"),
            count=("start", "size"),
        )
        .reset_index()
    )
    return counted.sort_values(["category", "count"], ascending=[True, False], kind="stable").reset_index(drop=True)


def keyed(markers: pd.DataFrame) -> pd.DataFrame:
    """The markers with ``key``: entry and category together."""
    kind = markers["category"] + markers["subcategory"].map(lambda name: f", {name}" if name else "")
    return markers.assign(key=markers["entry"] + " (" + kind + ")")


def quotation_table(voices: pd.DataFrame) -> Fragment:
    """Markers inside and outside of quotation marks, each with its own rate."""
    columns = {
        "category": "Category",
        "own": "Outside",
        "own_rate": "Per 1,000 words outside",
        "quoted": "Inside",
        "quoted_rate": "Per 1,000 words inside",
    }
    if voices.empty:
        return note("No marker of stance was found.")
    own, quoted = int(voices["own_words"].iloc[0]), int(voices["quoted_words"].iloc[0])
    caption = (
        f"Markers outside ({plural(own, 'word token')}) and inside ({plural(quoted, 'word token')}) of quotation marks"
    )
    return table(voices, columns=columns, caption=caption)


def densest_finding(around_: pd.DataFrame) -> str:
    """Around which entity most markers stand, in a chart's title."""
    if around_.empty:
        return "No marker stands in a sentence that names an entity"
    totals = around_.groupby(["entity", "name"], sort=False)["count"].sum()
    return f"Most markers stand around {totals.idxmax()[1]}: {totals.max()}"


def in_quotation(voices: pd.DataFrame) -> Fragment:
    """How much of the text stands in quotation marks, and how many markers with it."""
    if voices.empty:
        return answer("No marker of stance was found, in quotation marks or outside.")
    if not voices["quoted_words"].iloc[0]:
        return answer("Nothing stands in quotation marks.")
    inside, outside = int(voices["quoted_words"].iloc[0]), int(voices["own_words"].iloc[0])
    share = f"{plural(inside, 'word')} of {inside + outside:,} ({inside / (inside + outside):.0%}) in quotation marks"
    return answer(
        f"{share}, with {plural(int(voices['quoted'].sum()), 'marker')}; the rest is counted as the author's."
    )


def densest(around_: pd.DataFrame) -> Fragment:
    """Around which entity the markers of all categories together are densest, among those with 100 words or more."""
    if around_.empty:
        return answer("No marker stands in a sentence that names an entity.")
    totals = around_.groupby(["entity", "name"], sort=False).agg(count=("count", "sum"), words=("words", "first"))
    enough = totals[totals["words"] >= 100].reset_index()
    if enough.empty:
        return answer("No entity has a hundred words around it, too few to compare.")
    enough["rate"] = 1000 * enough["count"] / enough["words"]
    ranked = enough.sort_values("rate", ascending=False, kind="stable")
    parts = [
        f"{row.name_} ({row.rate:.0f} per 1,000 words of its sentences)"
        for row in ranked.rename(columns={"name": "name_"}).head(3).itertuples()
    ]
    return answer(Markup("Markers stand densest around {}.").format(listing(parts)))


def turned_away(markers: pd.DataFrame, sentences: pd.DataFrame) -> Fragment:
    """The hits that a gate turned away, with the reason and the sentence."""
    away = markers[~markers["kept"]]
    if away.empty:
        return note("No hit was turned away.")
    rows = away.merge(sentences[["sentence", "text"]].rename(columns={"text": "line"}), on="sentence", how="left")
    rows["number"] = [pages.to_sentence(number, number + 1) for number in rows["sentence"]]
    columns = {
        "text": "In the text",
        "category": "Not a",
        "reason": "Because",
        "number": "Sentence",
        "line": "Its words",
    }
    return table(rows, columns=columns, caption=f"Turned away: {plural(len(rows), 'hit')}")
