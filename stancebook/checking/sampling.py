"""What the program decided, one row per decision, and a sample of it that gives every kind and category its share."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping

import pandas as pd

MENTION, KEPT, SUPPRESSED = "mention", "marker kept", "marker suppressed"
STATEMENT, CLAIM, GIVEN, WITHHELD = "statement", "claim", "evaluation", "evaluation withheld"
KINDS = (MENTION, KEPT, SUPPRESSED, STATEMENT, GIVEN, WITHHELD, CLAIM)
#: What was turned away: right means that it was right to do so.
AWAY = (SUPPRESSED, WITHHELD)
COLUMNS = ("id", "article", "kind", "category", "start", "end", "sentence", "decided")
#: Characters shown on either side of a hit: a list read as one sentence would not fit into a cell.
CONTEXT = 600
ID = re.compile(r"(?P<article>[^/\s]+)/(?P<start>[0-9]+)-(?P<end>[0-9]+)/[0-9a-f]{8}")


def sample(tables: Mapping[str, pd.DataFrame], size: int, seed: int = 0) -> pd.DataFrame:
    """At most ``size`` of the hits in ``tables``, spread as evenly over the kinds and categories as there are hits.

    Within a kind and category every hit is as likely to be drawn as the next, so that the share of right ones is an
    estimate for all. The same ``seed`` draws the same hits, and a larger ``size`` adds to what a smaller one drew.
    ``tables`` and the columns are those of ``hits``.
    """
    found = hits(tables)
    # Ranked by a hash of the id, a hit keeps its turn when others appear or vanish (Broder 1997, min-wise sampling).
    rank = found["id"].map(lambda name: hashlib.sha256(f"{seed}/{name}".encode()).hexdigest())
    shuffled = found.assign(rank=rank).sort_values("rank")
    turn = shuffled.groupby(["kind", "category"]).cumcount()
    drawn = shuffled.assign(turn=turn).sort_values(["turn", "rank"]).head(max(size, 0))
    return found[found["id"].isin(drawn["id"])].reset_index(drop=True)


def hits(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Every hit that can be checked, sorted by kind and place in the text.

    ``tables`` holds ``sentences`` and what is to be checked: any of ``mentions``, ``markers``, ``statements``,
    ``evaluations`` and ``claims``. Columns: id (stable, made of article, kind, start, end and category), article, kind
    (of ``KINDS``), category (of a marker; the way in which a mention names its entity; the kind of a statement or
    claim; the polarity of an evaluation), start, end (of a statement, its content’s), sentence (with the hit in
    «guillemets»), decided (in words).
    """
    found = [_of(tables[name], decided) for name, decided in DECIDED.items() if name in tables]
    table = pd.concat(found, ignore_index=True)
    sentences = tables["sentences"]
    table["sentence"] = [_in_its_sentences(sentences, row.start, row.end) for row in table.itertuples()]
    table["id"] = [hit_id(row.article, row.kind, row.start, row.end, row.category) for row in table.itertuples()]
    table["rank"] = table["kind"].map(KINDS.index)
    ordered = table.sort_values(["rank", "start", "end", "category"], kind="stable").drop_duplicates("id")
    return ordered[list(COLUMNS)].reset_index(drop=True)


def hit_id(article: str, kind: str, start: int, end: int, category: str) -> str:
    """The id of a hit: article and place in plain, and a checksum that ties them to its kind and category."""
    whole = "\0".join((article, kind, str(int(start)), str(int(end)), category))
    return f"{article}/{int(start)}-{int(end)}/{hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def _of(table: pd.DataFrame, decided: Callable[[pd.DataFrame], pd.DataFrame]) -> pd.DataFrame:
    # What says nothing of its own place stands where its row does.
    given = decided(table)
    place = [name for name in ("article", "start", "end") if name not in given]
    return given.join(table[place])


def _mentions(table: pd.DataFrame) -> pd.DataFrame:
    words = [f"{name} ({kind}), named by {naming}" for name, kind, naming in _rows(table, "name", "type", "naming")]
    return pd.DataFrame({"kind": MENTION, "category": table["naming"], "decided": words}, index=table.index)


def _markers(table: pd.DataFrame) -> pd.DataFrame:
    words = [
        f"“{entry}” is counted: {category}{f', {subcategory}' if subcategory else ''}"
        if kept
        else f"“{entry}” is not counted as {category}: {reason}"
        for entry, category, subcategory, kept, reason in _rows(
            table, "entry", "category", "subcategory", "kept", "reason"
        )
    ]
    kinds = table["kept"].map({True: KEPT, False: SUPPRESSED})
    return pd.DataFrame({"kind": kinds, "category": table["category"], "decided": words}, index=table.index)


def _statements(table: pd.DataFrame) -> pd.DataFrame:
    words = [
        f"{kind} speech or thought of {source or 'a source that is not named'}"
        f"{f' ({words})' if words and words != source else ''}{f', by “{cue}”' if cue else ''}"
        f"{f': {ALIGNED[alignment]}' if alignment in ALIGNED else ''}"
        if kind != "scare quote"
        else "scare quote: the author keeps a distance from these words"
        for kind, source, words, cue, alignment in _rows(table, "kind", "source_name", "source", "cue", "alignment")
    ]
    return pd.DataFrame(
        {
            "kind": STATEMENT, "category": table["kind"], "decided": words,
            "start": table["content_start"], "end": table["content_end"],
        },
        index=table.index,
    )  # fmt: skip


def _evaluations(table: pd.DataFrame) -> pd.DataFrame:
    """Judgements that are given, and those withheld; that nothing is said of an entity is no hit."""
    judged = table[table["given"] | (table["polarity"] != "neutral")]
    words = [
        f"{name} is judged: {polarity}, by {source or 'the author'} ({confidence:.0%} sure)"
        if given
        else f"that {name} is judged ({polarity}, {confidence:.0%} sure) is not said: {reason}"
        for name, polarity, source, confidence, given, reason in _rows(
            judged, "name", "polarity", "source", "confidence", "given", "reason"
        )
    ]
    kinds = judged["given"].map({True: GIVEN, False: WITHHELD})
    place = {name: judged[name] for name in ("start", "end")}
    return pd.DataFrame({"kind": kinds, "category": judged["polarity"], "decided": words, **place}, index=judged.index)


def _claims(table: pd.DataFrame) -> pd.DataFrame:
    words = [
        f"{kind}{f' {_plain(value)}' if value != '' else ''}{f' {unit}' if unit else ''}{f' ({counted})' if counted else ''}, "
        f"{certainty}{', denied' if polarity == 'negative' else ''}, by {source or 'the author'}"
        for kind, value, unit, counted, certainty, polarity, source in _rows(
            table, "kind", "value", "unit", "counted", "certainty", "polarity", "source"
        )
    ]
    return pd.DataFrame({"kind": CLAIM, "category": table["kind"], "decided": words}, index=table.index)


def _plain(value: object) -> str:
    return f"{value:,.15g}" if isinstance(value, float) else str(value)


#: How the author stands to what a source says (Martin & White 2005).
ALIGNED = {"acknowledge": "reported neutrally", "endorse": "endorsed by the author", "distance": "the author keeps a distance"}
#: The tables that can be checked, each with what makes kind, category and decision of its rows.
DECIDED: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "mentions": _mentions,
    "markers": _markers,
    "statements": _statements,
    "evaluations": _evaluations,
    "claims": _claims,
}


def _rows(table: pd.DataFrame, *columns: str):
    return zip(*(table[name] for name in columns))


def _in_its_sentences(sentences: pd.DataFrame, start: int, end: int) -> str:
    """The sentences that a hit stands in, with it in guillemets."""
    around = sentences[(sentences["start"] < end) & (sentences["end"] > start)]
    first = around["start"].iloc[0]
    text = ""
    for place, words in zip(around["start"], around["text"]):
        text = text.ljust(place - first) + words
    return _shown(text, start - first, end - start)


def _shown(sentence: str, start: int, length: int) -> str:
    before, hit, after = sentence[:start], sentence[start : start + length], sentence[start + length :]
    before = before if len(before) <= CONTEXT else "…" + before[-CONTEXT:]
    after = after if len(after) <= CONTEXT else after[:CONTEXT] + "…"
    return " ".join(f"{before}«{hit}»{after}".split())
