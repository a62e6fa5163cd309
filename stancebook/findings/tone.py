"""How sure and how charged: what the stance notebook asks of the markers, and the findings that it states."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from stancebook import pages, stance
from stancebook.evidence import link, marked
from stancebook.fragments import Fragment, answer, listing, note, plural, table
from stancebook.parameters import chosen
from stancebook.voices import AUTHOR

TENTHS = 10
WHOSE = {"author": "the author's", "sources": "the sources'"}


def chosen_categories(markers: pd.DataFrame, categories: list[str]) -> pd.DataFrame:
    """The markers of the named ``categories`` (all where none is named); one that does not exist is an error."""
    wanted = chosen(list(stance.CATEGORIES), categories, "category of stance")
    return markers[markers["category"].isin(wanted)].reset_index(drop=True)


def interval_note(words: pd.DataFrame) -> str:
    """What the chart's bars and points mean."""
    return f"Markers per 1,000 word tokens, of {len(words):,}; lines: 95% intervals, within this text only."


def by_voice(voiced: pd.DataFrame) -> pd.DataFrame:
    """The rates of ``stance.rates_by_voice`` that are not zero, with key (side and category), label and interval in words."""
    present = voiced[voiced.groupby("category")["count"].transform("sum") > 0]
    rank = present["category"].map({category: place for place, category in enumerate(stance.CATEGORIES)})
    ordered = present.assign(rank=rank).sort_values("rank", kind="stable").drop(columns="rank").reset_index(drop=True)
    labels = [f"{stance.LABELS[category]}: {side}" for category, side in zip(ordered["category"], ordered["side"])]
    intervals = [f"{low:.1f} to {high:.1f}" for low, high in zip(ordered["low"], ordered["high"])]
    return ordered.assign(key=side_key(ordered), label=labels, interval=intervals)


def side_key(rows: pd.DataFrame) -> pd.Series:
    """“author: hedge”, from the columns side and category."""
    return rows["side"] + ": " + rows["category"]


def sided(markers: pd.DataFrame) -> pd.DataFrame:
    """The markers with side (author, sources), and key: side and category together."""
    side = pd.Series(stance.SIDES[1], index=markers.index, dtype=object).mask(markers["voice"] == AUTHOR, stance.SIDES[0])
    placed = markers.assign(side=side)
    return placed.assign(key=side_key(placed))


def voices_note(voiced: pd.DataFrame) -> str:
    """The denominators: how many words are the author’s and how many the sources’."""
    words = voiced.groupby("side", sort=False)["words"].first()
    parts = " and ".join(f"{count:,} of {WHOSE[side]}" for side, count in words.items())
    return f"Each by its own word tokens: {parts}; intervals of 95%, within this text only."


def voices_finding(voiced: pd.DataFrame) -> str:
    """How often the author hedges next to the sources, in a chart’s title; of no hedges, what is commonest instead."""
    if not voiced["count"].sum():
        return "No marker of stance was found"
    hedges = voiced[voiced["category"] == "hedge"]
    counts = (voiced if hedges.empty else hedges).groupby("category", sort=False)["count"].sum()
    shown = voiced[voiced["category"] == counts.idxmax()]
    label = stance.LABELS[counts.idxmax()]
    per = {row.side: f"{row.per_thousand:.0f}" for row in shown.itertuples()}
    if set(per) == set(stance.SIDES):
        return f"{label} per 1,000 words: {per['author']} by the author, {per['sources']} by the sources"
    side = next(iter(per))
    return f"All words are {WHOSE[side]}: {per[side]} {label.lower()} per 1,000"


def how_sure(voiced: pd.DataFrame, *, page: str = "") -> Fragment:
    """For the author and for the sources, whether they hedge or insist, where the two intervals do not overlap.

    The counts lead to their evidence on ``page``, on this one where it is empty.
    """
    parts = []
    for side, rows in voiced.groupby("side", sort=False):
        by_category = rows.set_index("category")
        if not {"hedge", "booster"} <= set(by_category.index):
            continue
        hedge, booster = by_category.loc["hedge"], by_category.loc["booster"]
        counts = Markup("{} {} and {} {}").format(
            link(hedge["count"], "voiced", f"{side}: hedge", page=page), "hedge" if hedge["count"] == 1 else "hedges",
            link(booster["count"], "voiced", f"{side}: booster", page=page), "booster" if booster["count"] == 1 else "boosters",
        )  # fmt: skip
        parts.append(Markup("in {} words, {}: {}").format(WHOSE[side], counts, _verdict(hedge, booster)))
    if not parts:
        return _of_one_kind(voiced, page)
    said = Markup("; ").join(parts)
    return answer(Markup("{}{}.").format(said[:1].upper(), said[1:]))


def _of_one_kind(voiced: pd.DataFrame, page: str) -> Fragment:
    """What is said where hedges or boosters alone were found or asked for, so that nothing can be weighed against them."""
    rows = voiced[voiced["category"].isin(["hedge", "booster"])]
    if not rows["count"].sum():
        return answer("Neither a hedge nor a booster was counted.")
    counts = [
        Markup("{} in {} words").format(link(row.times, "voiced", f"{row.side}: {row.category}", page=page), WHOSE[row.side])
        for row in rows.rename(columns={"count": "times"}).itertuples()
    ]
    return answer(Markup("Only {}s were counted: {}.").format(rows["category"].iloc[0], listing(counts)))


def _verdict(hedge: pd.Series, booster: pd.Series) -> str:
    if hedge["low"] > booster["high"]:
        return "more hedged than insisted"
    if booster["low"] > hedge["high"]:
        return "more insisted than hedged"
    return "too few to say which prevails"


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


def densest_finding(around_: pd.DataFrame) -> str:
    """Around which entity most markers stand, in a chart's title."""
    if around_.empty:
        return "No marker stands in a sentence that names an entity"
    totals = around_.groupby(["entity", "name"], sort=False)["count"].sum()
    return f"Most markers stand around {totals.idxmax()[1]}: {totals.max()}"


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


#: What each kind of marker adds to the strength of a sentence.
WEIGHTS = {"booster": 1, "attitude marker": 1, "hedge": -1}


def strength(markers: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """How strongly each sentence with a marker is put: its boosters and attitude markers, less its hedges.

    Columns: sentence, booster, attitude marker, hedge (counts), strength, words; strongest first, of equals the shorter.
    """
    weighed = markers[markers["kept"] & markers["category"].isin(WEIGHTS)]
    counts = pd.crosstab(weighed["sentence"], weighed["category"]).reindex(columns=list(WEIGHTS), fill_value=0)
    table = counts.assign(strength=sum(weight * counts[category] for category, weight in WEIGHTS.items()))
    lengths = stance.word_tokens(words)["sentence"].value_counts()
    table = table.assign(words=lengths.reindex(table.index).fillna(0).astype(int)).rename_axis("sentence").reset_index()
    return table.sort_values(["strength", "words", "sentence"], ascending=[False, True, True], ignore_index=True)


def strongest(markers: pd.DataFrame, words: pd.DataFrame, sentences: pd.DataFrame, top: int, weakest: bool = False) -> Fragment:
    """The ``top`` sentences that are put most strongly (or, ``weakest``, most cautiously), with their markers marked."""
    ranked = strength(markers, words)
    ranked = ranked[ranked["strength"] < 0] if weakest else ranked[ranked["strength"] > 0]
    ranked = ranked.sort_values(["strength", "words"], kind="stable").head(top) if weakest else ranked.head(top)
    if ranked.empty:
        return note("No sentence has more hedges than boosters." if weakest else "No sentence has more boosters than hedges.")
    place = sentences.set_index("sentence")
    weighed = markers[markers["kept"] & markers["category"].isin(WEIGHTS)]
    rows = []
    for row in ranked.to_dict("records"):
        number = row["sentence"]
        here = weighed[weighed["sentence"] == number]
        line = marked(place.at[number, "text"], here[["start", "end"]].itertuples(index=False), int(place.at[number, "start"]))
        whose = ", ".join(dict.fromkeys(here["source"].replace("", "author")))
        made_of = ", ".join(plural(int(row[category]), category) for category in WEIGHTS if row[category])
        rows.append({"number": pages.to_sentence(number, number + 1), "line": line, "whose": whose, "of": made_of, **row})
    columns = {"number": "Sentence", "line": "Its words", "whose": "Voice", "of": "Has", "strength": "Strength"}
    how = "most cautious" if weakest else "strongest"
    return table(
        pd.DataFrame(rows), columns=columns,
        caption=f"The {plural(len(rows), f'{how} sentence')}: strength is boosters and attitude markers less hedges",
    )  # fmt: skip


MODALS = frozenset("may might could would can must should ought shall will have need".split())


def modalities(hits: pd.DataFrame) -> pd.DataFrame:
    """The modal verbs with what they mean here: epistemic and deontic ones that count, dynamic ones turned away.

    ``hits`` are kept markers and those turned away; what a gate calls dynamic (of ability, wish or readiness) is so
    here. Columns: those of the hits, key (verb and meaning), verb, meaning.
    """
    verbs = hits["entry"].str.split().str[0]
    modal = hits[verbs.isin(MODALS) & (hits["kept"] & (hits["modality"] != "") | hits["reason"].str.contains("(dynamic)", regex=False))]
    meaning = modal["modality"].where(modal["kept"], "dynamic")
    return modal.assign(verb=modal["entry"], meaning=meaning, key=modal["entry"] + ", " + meaning).drop_duplicates(["start", "end"])


def modality_table(modals: pd.DataFrame) -> pd.DataFrame:
    """How often each modal verb has each meaning: key, verb, meaning, author and sources (counts), count."""
    grouped = modals.assign(own=modals["voice"] == AUTHOR).groupby(["key", "verb", "meaning"], sort=False)
    counts = grouped.agg(count=("start", "size"), author=("own", "sum")).reset_index()
    counts["author"] = counts["author"].astype(int)
    counts["sources"] = counts["count"] - counts["author"]
    order = counts["meaning"].map({"epistemic": 0, "deontic": 1, "dynamic": 2})
    return counts.assign(order=order).sort_values(["order", "count"], ascending=[True, False], kind="stable").drop(columns="order").reset_index(drop=True)


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
    shown = table(rows, columns=columns, caption="Turned away, with the reason")
    folded = '<details class="sentences"><summary>All {} that {} turned away</summary>{}</details>'
    return Fragment(Markup(folded).format(plural(len(rows), "hit"), "was" if len(rows) == 1 else "were", shown))
