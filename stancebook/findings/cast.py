"""Who is in it: what the entities notebook asks of the mentions, and the findings that it states."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from markupsafe import Markup

from stancebook.entities import NAMED, NAMINGS, THIRD_PERSON, UNNAMED, pronoun_figures
from stancebook.evidence import link
from stancebook.fragments import Fragment, answer, listing, note, plural, table
from stancebook.language import word_position
from stancebook.parameters import chosen

CERTAIN = 0.8
TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place", "NORP": "people", "MISC": "other"}
#: Of mentions, those that name somebody and those that only mean somebody.
WAYS = ("by name or office", "by description or pronoun")
#: A title names no more than so many who are level with each other.
MOST_LEVEL = 3
PRONOUN_CAPTION = (
    "Pronouns resolved to a name in the development documents of GUM (Zeldes 2017), whose coreference was annotated by "
    "hand; the weights come from others of its documents"
)


def kept(mentions: pd.DataFrame, entities: list[str], namings: Sequence[str] = ()) -> pd.DataFrame:
    """The mentions of the named ``entities`` by the given ways of naming.

    Where no entity is named, all are kept; where no way of naming is, all but descriptions and pronouns. Raises StancebookError for an
    entity or a way of naming that does not exist.
    """
    available = list(dict.fromkeys(mentions["entity"]))
    ways = counted_namings(namings)
    shown = mentions["entity"].isin(chosen(available, entities, "entity")) & mentions["naming"].isin(ways)
    return mentions[shown].reset_index(drop=True)


def counted_namings(namings: Sequence[str]) -> list[str]:
    """The ways of naming that count: those asked for, else all but descriptions and pronouns."""
    return chosen(list(NAMINGS), list(namings) or list(NAMED), "way of naming")


def leading(mentions: pd.DataFrame, words: pd.DataFrame, *, top: int) -> pd.DataFrame:
    """The ``top`` entities by mentions: entity, name, type (in words), count, sentences, per_thousand (word tokens)."""
    counted = (
        mentions.groupby("entity", sort=False)
        .agg(
            name=("name", "first"),
            type=("type", "first"),
            count=("start", "size"),
            sentences=("sentence", "nunique"),
            first=("start", "min"),
        )
        .reset_index()
        .sort_values(["count", "first"], ascending=[False, True])
    )
    counted["type"] = counted["type"].map(TYPES)
    counted["per_thousand"] = 1000 * counted["count"] / max(len(words), 1)
    return counted.drop(columns="first").head(top).reset_index(drop=True)


def finding(frequent: pd.DataFrame, verb: str = "named") -> str:
    """Who leads, and by how much, in a chart's title."""
    if frequent.empty:
        return "No entity is named"
    first = frequent.iloc[0]
    level = frequent.loc[frequent["count"] == first["count"], "name"].tolist()
    often = plural(first["count"], "time")
    if len(level) > MOST_LEVEL:
        return f"Nobody stands out: {len(level)} are {verb} most, {often} each"
    if len(level) > 1:
        return f"{listing(level)} are {verb} most, {often} each"
    lead = f"{first['name']} is {verb} most, {often}" if len(frequent) > 1 else f"{first['name']} is {verb} {often}"
    if len(frequent) == 1:
        return lead
    followers = frequent.loc[frequent["count"] == frequent["count"].iloc[1], "name"].tolist()
    if len(followers) > MOST_LEVEL:
        return f"{lead}; {len(followers)} follow with {frequent.iloc[1]['count']} each"
    follow = "follows" if len(followers) == 1 else "follow"
    return f"{lead}; {listing(followers)} {follow} with {frequent.iloc[1]['count']}{' each' if len(followers) > 1 else ''}"


def named_or_meant(mentions: pd.DataFrame, frequent: pd.DataFrame) -> pd.DataFrame:
    """How many mentions of the ``frequent`` entities are by a name or office, and how many by what only means them: name, way, mentions."""
    order = {entity: rank for rank, entity in enumerate(frequent["entity"])}
    shown = mentions[mentions["entity"].isin(order)]
    way = shown["naming"].isin(UNNAMED).map(dict(zip((False, True), WAYS)))
    counts = shown.assign(way=way).groupby(["entity", "name", "way"], sort=False).size().rename("mentions").reset_index()
    return counts.sort_values("entity", key=lambda column: column.map(order), kind="stable").reset_index(drop=True)


def mention_note(words: pd.DataFrame, namings: Sequence[str] = ()) -> str:
    """What the numbers of a chart or table of mentions are, and their denominator."""
    ways = counted_namings(namings)
    left_out = ["aliases" if naming == "alias" else f"{naming}s" for naming in NAMINGS if naming not in ways]
    if len(left_out) > len(ways):
        said = f"by {listing(ways)} only"
    else:
        said = f"by any way of naming but {listing(left_out)}" if left_out else "by any way of naming, descriptions and pronouns too"
    return f"Mentions in {len(words):,} word tokens, {said}."


def namings(mentions: pd.DataFrame, frequent: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """How the ``frequent`` entities are named: mentions by way of naming, and by wording.

    Returns two tables: entity, name, naming, mentions; and wording (a key), text, entity, name, naming, count.
    """
    shown = mentions[mentions["entity"].isin(frequent["entity"])]
    order = {entity: rank for rank, entity in enumerate(frequent["entity"])}
    ways = shown.groupby(["entity", "name", "naming"], sort=False).size().rename("mentions").reset_index()
    ways["rank"] = ways["entity"].map(order)
    ways["way"] = ways["naming"].map({name: place for place, name in enumerate(NAMINGS)}).fillna(len(NAMINGS))
    ways = ways.sort_values(["rank", "way"]).drop(columns=["rank", "way"]).reset_index(drop=True)
    wordings = (
        worded(shown)
        .groupby("wording", sort=False)
        .agg(
            text=("text", "first"),
            entity=("entity", "first"),
            name=("name", "first"),
            naming=("naming", "first"),
            count=("start", "size"),
        )
        .reset_index()
    )
    wordings["rank"] = wordings["entity"].map(order)
    wordings = wordings.sort_values(["rank", "count"], ascending=[True, False], kind="stable").drop(columns="rank")
    return ways, wordings.reset_index(drop=True)


def worded(mentions: pd.DataFrame) -> pd.DataFrame:
    """The mentions with ``wording``: the words in the text, the entity and the way of naming, as one key."""
    texts = mentions["text"].where(mentions["naming"] != "pronoun", mentions["text"].str.lower())
    mentions = mentions.assign(text=texts)
    return mentions.assign(wording=mentions["text"] + " → " + mentions["entity"] + " (" + mentions["naming"] + ")")


def naming_finding(ways: pd.DataFrame) -> str:
    """Which entity is most often named by its people or its seat of power, in a chart's title."""
    indirect = ways[ways["naming"].isin(("demonym", "metonym"))].groupby("entity", sort=False)["mentions"].sum()
    if indirect.empty:
        return "No entity is named by its people or its seat of power"
    first = ways[ways["entity"] == indirect.idxmax()]
    return (
        f"Of {plural(int(first['mentions'].sum()), 'mention')} of {first['name'].iloc[0]}, "
        f"{indirect.max()} {'is' if indirect.max() == 1 else 'are'} by its people or its seat of power"
    )


def ways_of_naming(ways: pd.DataFrame) -> Fragment:
    """For the most frequent entity, how many of its mentions come by which way of naming."""
    if ways.empty:
        return answer("No entity is named.")
    first = ways[ways["entity"] == ways["entity"].iloc[0]]
    parts = [f"{row.mentions} by {row.naming}" for row in first.itertuples()]
    return answer(Markup("{}: {}.").format(first["name"].iloc[0], listing(parts)))


def positions(mentions: pd.DataFrame, words: pd.DataFrame, frequent: pd.DataFrame) -> pd.DataFrame:
    """Each mention of the ``frequent`` entities with its ``position``, in words from the beginning; entity, name."""
    places = mentions[["entity", "name", "start"]].assign(position=word_position(mentions["start"], words))
    order = {entity: rank for rank, entity in enumerate(frequent["entity"])}
    shown = places[places["entity"].isin(order)]
    return shown.sort_values(
        ["entity", "start"], key=lambda column: column.map(order) if column.name == "entity" else column
    )


def entrance(mentions: pd.DataFrame, frequent: pd.DataFrame) -> str:
    """Which of the entities stands in the most paragraphs, and how the next does, in a chart's title."""
    if frequent.empty:
        return "No entity is named"
    within = mentions[mentions["entity"].isin(frequent["entity"])].groupby("entity", sort=False)["paragraph"].nunique()
    rows = frequent.assign(paragraphs=frequent["entity"].map(within)).sort_values("paragraphs", ascending=False, kind="stable")
    first = rows.iloc[0]
    said = f"{first['name']} is named in {plural(int(first['paragraphs']), 'paragraph')}"
    if len(rows) == 1:
        return said
    second = rows.iloc[1]
    return f"{said}, {second['name']} in {'as many' if second['paragraphs'] == first['paragraphs'] else int(second['paragraphs'])}"


def together(
    mentions: pd.DataFrame, frequent: pd.DataFrame, sentences: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Who stands in one sentence with whom, among the ``frequent`` entities.

    Returns the pairs (pair, entity_a, entity_b, name_a, name_b, count of sentences, npmi), most frequent first, and
    their evidence: one row per pair and sentence, spanning the sentence. NPMI is Bouma's (2009) normalised pointwise
    mutual information over sentences, from −1 (never together) over 0 (as by chance) to 1 (only together).
    """
    names = dict(zip(frequent["entity"], frequent["name"]))
    within = {entity: set(mentions.loc[mentions["entity"] == entity, "sentence"]) for entity in names}
    place = sentences.set_index("sentence")[["start", "end"]]
    pairs, places = [], []
    for first, second in combinations(names, 2):
        shared = sorted(within[first] & within[second])
        if not shared:
            continue
        pair = f"{names[first]} and {names[second]}"
        npmi = _npmi(len(shared), len(within[first]), len(within[second]), len(sentences))
        pairs.append((pair, first, second, names[first], names[second], len(shared), npmi))
        places += [(pair, number, place.at[number, "start"], place.at[number, "end"]) for number in shared]
    columns = ["pair", "entity_a", "entity_b", "name_a", "name_b", "count", "npmi"]
    ranked = pd.DataFrame(pairs, columns=columns).sort_values(["count", "npmi"], ascending=False, kind="stable")
    return ranked.reset_index(drop=True), pd.DataFrame(places, columns=["pair", "sentence", "start", "end"])


def in_company(pairs: pd.DataFrame) -> Fragment:
    """Which two stand together most often, with the count linked to the sentences."""
    if pairs.empty:
        return answer("No sentence names two of these entities.")
    if pairs["count"].iloc[0] == 1:
        once = "one pair of them does" if len(pairs) == 1 else f"{len(pairs)} pairs of them do"
        return answer(f"No two of these entities stand together in more than one sentence; {once} in one.")
    named = [
        Markup("{} ({})").format(row.pair, link(row.count_, "pair", row.pair))
        for row in pairs.rename(columns={"count": "count_"}).head(3).itertuples()
    ]
    return answer(Markup("Most often in one sentence: {}.").format(Markup("; ").join(named)))


def pair_finding(pairs: pd.DataFrame) -> str:
    """Which two stand together most often, in a chart's title."""
    if pairs.empty:
        return "No sentence names two of these entities"
    first = pairs.iloc[0]
    if first["count"] == 1:
        return "No two of these entities stand together in more than one sentence"
    return f"{first['pair']} stand together in {plural(first['count'], 'sentence')}"


def uncertain(mentions: pd.DataFrame) -> Fragment:
    """The names that were linked with less confidence than ``CERTAIN``, lowest first."""
    doubtful = mentions[mentions["confidence"] < CERTAIN]
    if doubtful.empty:
        return note("Every mention was linked with a confidence of 0.8 or more.")
    rows = (
        doubtful.groupby(["text", "entity", "type"], sort=False)
        .agg(mentions=("start", "size"), confidence=("confidence", "min"))
        .reset_index()
        .sort_values("confidence", kind="stable")
    )
    rows["type"] = rows["type"].map(TYPES)
    rows["confidence"] = rows["confidence"].map("{:.2f}".format)
    columns = {
        "text": "In the text",
        "entity": "Counted for",
        "type": "Type",
        "mentions": "Mentions",
        "confidence": "Confidence",
    }
    return table(rows, columns=columns, caption="Linked with a confidence below 0.8, least certain first")


def audit(mentions: pd.DataFrame) -> Fragment:
    """Every decision: the words, whom they were taken for, by which way of naming, and why; least certain first."""
    if mentions.empty:
        return note("There is nothing to decide on.")
    rows = (
        worded(mentions)
        .assign(paragraph=mentions["paragraph"] + 1)
        .groupby(["text", "entity", "naming", "reason"], sort=False)
        .agg(
            mentions=("start", "size"),
            paragraphs=("paragraph", lambda numbers: ", ".join(map(str, dict.fromkeys(numbers)))),
            confidence=("confidence", "min"),
        )
        .reset_index()
        .sort_values("confidence", kind="stable")
    )
    columns = {
        "text": "In the text",
        "entity": "Counted for (id)",
        "naming": "As",
        "mentions": "Mentions",
        "paragraphs": "In paragraph",
        "confidence": "Confidence",
        "reason": "Because",
    }
    shown = table(rows, columns=columns, caption="Decisions, one row for each wording and reason", decimals={"confidence": 2})
    folded = Markup("<details><summary>All {}</summary>{}</details>").format(plural(len(rows), "decision"), shown)
    return Fragment(folded)


def undecided(descriptions: pd.DataFrame) -> Fragment:
    """The descriptions that are linked to nobody, for several fit: where they stand, and who they are."""
    if descriptions.empty:
        return note("No description may mean several of those who were mentioned shortly before.")
    rows = descriptions.assign(
        text="the " + descriptions["text"],
        paragraph=descriptions["paragraph"] + 1,
        candidates=[listing(names) for names in descriptions["candidates"]],
    )
    columns = {"text": "In the text", "paragraph": "In paragraph", "candidates": "May mean"}
    shown = table(rows, columns=columns, caption="Descriptions that may mean several, and are counted for nobody")
    pattern = Markup("<details><summary>{} left open</summary>{}</details>")
    return Fragment(pattern.format(plural(len(rows), "description"), shown))


def pronoun_note() -> str:
    """For the note of a chart that counts pronouns: how many of the links of he and she are right, as measured."""
    row = next((row for row in pronoun_figures() if row["form"] == "he or she" and row["precision"] is not None), None)
    if row is None:
        return ""
    between = f"{100 * row['low']:.0f}–{100 * row['high']:.0f}"
    return f"Of he and she linked to a name, {row['precision']:.0%} ({between}) are right, and {row['coverage']:.0%} are linked."


def pronoun_accuracy(words: pd.DataFrame, mentions: pd.DataFrame) -> Fragment:
    """How many pronouns of this text were resolved, and how often such links are right, as measured."""
    third = words["text"].str.lower().isin(THIRD_PERSON) & (words["part_of_speech"] == "PRON")
    resolved = int((mentions["naming"] == "pronoun").sum())
    measured = pronoun_figures()
    verb = "was" if resolved == 1 else "were"
    said = f"Of {plural(int(third.sum()), 'third-person pronoun')}, {resolved} {verb} resolved and the rest left open."
    if not measured:
        return note(said)
    rows = pd.DataFrame(measured)
    between = [
        None if pd.isna(low) else f"{low:.0%} to {high:.0%}" for low, high in zip(rows["low"], rows["high"])
    ]
    rows = rows.assign(
        precision=[None if pd.isna(value) else f"{value:.0%}" for value in rows["precision"]],
        between=between,
        coverage=[f"{value:.0%}" for value in rows["coverage"]],
    )
    columns = {
        "form": "Pronoun",
        "n": "In the test texts",
        "linked": "Resolved",
        "precision": "Rightly",
        "between": "Wilson interval",
        "coverage": "Share resolved",
    }
    return answer(said) + table(rows, columns=columns, caption=PRONOUN_CAPTION)


def _npmi(shared: int, first: int, second: int, sentences: int) -> float:
    if shared == sentences:
        return 1.0
    return float(np.log(shared * sentences / (first * second)) / -np.log(shared / sentences))
