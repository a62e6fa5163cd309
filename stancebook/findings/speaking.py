"""Whose voice speaks: what the voices notebook asks of the statements, and the findings that it states."""

from __future__ import annotations

import numpy as np
import pandas as pd
from markupsafe import Markup

from stancebook import pages, voices
from stancebook.evidence import link
from stancebook.findings.cast import MOST_LEVEL, TYPES
from stancebook.fragments import Fragment, answer, listing, note, plural, table

#: How words come to a voice, in display order.
WAYS = ("own words", "quoted", "reported")
#: How the author presents what a source says (Martin & White 2005); “no verb” where a quotation has no cue.
ALIGNMENTS = ("acknowledge", "endorse", "distance", "no verb")
#: How many words of a content a table shows before it is cut.
SHOWN = 30


def named(statements: pd.DataFrame) -> pd.DataFrame:
    """The statements with voice (to count by), name (to show), framing (of ``ALIGNMENTS``); start and end are the content’s."""
    return statements.assign(
        voice=voices.voice_ids(statements),
        name=voices.voice_names(statements),
        framing=statements["alignment"].mask(statements["alignment"] == "", ALIGNMENTS[-1]),
        start=statements["content_start"],
        end=statements["content_end"],
    )


def spoken(said: pd.DataFrame) -> pd.DataFrame:
    """Those statements that have a voice of their own (``voices.spoken``)."""
    return voices.spoken(said).reset_index(drop=True)


def scared(said: pd.DataFrame) -> pd.DataFrame:
    """The scare quotes, with ``wording``: their words in lower case."""
    found = said[said["kind"] == "scare quote"].reset_index(drop=True)
    return found.assign(wording=found["content"].str.lower())


def in_words(shares: pd.DataFrame, *, top: int) -> pd.DataFrame:
    """The words of the author and of the ``top`` voices, by way: name, way (own words, quoted, reported), words."""
    rows = []
    for row in shares.head(top + 1).to_dict("records"):
        parts = (row["words"], 0, 0) if row["voice"] == voices.AUTHOR else (0, row["direct"], row["indirect"])
        rows += [(_author(row), way, words) for way, words in zip(WAYS, parts) if words]
    return pd.DataFrame(rows, columns=["name", "way", "words"])


def share_finding(shares: pd.DataFrame) -> str:
    """How much of the text is the author’s own, and who comes next, both as shares of the words, in a chart’s title."""
    sources = shares[shares["voice"] != voices.AUTHOR]
    if sources.empty:
        return "The author alone speaks"
    first = sources.iloc[0]
    follows = [row.source for row in sources[sources["words"] == first["words"]].itertuples()]
    if len(follows) > 2:
        follows = [plural(len(follows), "voice")]
    each = ("follow with {} each" if len(follows) > 1 or follows[0] != first["source"] else "follows with {}").format(
        _share(float(first["share"]))
    )
    return f"{_own(shares):.0%} of the words are the author’s own; {' and '.join(follows)} {each}"


def who_speaks(shares: pd.DataFrame, said: pd.DataFrame) -> Fragment:
    """How many voices there are, how much of the text is theirs, and who has most of it."""
    sources = shares[shares["voice"] != voices.AUTHOR]
    if sources.empty:
        return answer("No voice but the author’s was found.")
    counts = said["voice"].value_counts()
    total, theirs = int(shares["words"].sum()), int(sources["words"].sum())
    parts = [
        Markup("{} ({} in {})").format(
            row.source, plural(row.words, "word"), _linked(counts.get(row.voice, 0), row.voice)
        )
        for row in sources.head(4).itertuples()
    ]
    many = plural(len(sources), "voice speaks", "voices speak")
    return answer(
        Markup("{} beside the author’s, with {} of {} words ({:.0%}). Most: {}.").format(
            many, f"{theirs:,}", f"{total:,}", theirs / total, listing(parts)
        )
    )


def voices_table(shares: pd.DataFrame, said: pd.DataFrame, *, top: int) -> pd.DataFrame:
    """A row for each of the ``top`` voices: voice, name, count of statements, words, share in per cent, quoted, reported."""
    sources = shares[shares["voice"] != voices.AUTHOR].head(top)
    counts = said["voice"].value_counts()
    return pd.DataFrame(
        {
            "voice": sources["voice"],
            "name": sources["source"],
            "count": [int(counts.get(voice, 0)) for voice in sources["voice"]],
            "words": sources["words"],
            "share": 100 * sources["share"],
            "quoted": sources["direct"],
            "reported": sources["indirect"],
        }
    ).reset_index(drop=True)


def framings(said: pd.DataFrame, *, top: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """How the author frames each of the ``top`` voices by number of statements.

    Returns the counts (key, voice, name, framing, count, cues) and the statements with ``key``, for their evidence.
    """
    order = {voice: rank for rank, voice in enumerate(said["voice"].value_counts(sort=True).index[:top])}
    shown = said[said["voice"].isin(order)]
    shown = shown.assign(key=[f"{voice}: {framing}" for voice, framing in zip(shown["voice"], shown["framing"])])
    counts = (
        shown.groupby(["key", "voice", "framing"], sort=False)
        .agg(name=("name", "first"), count=("start", "size"), cues=("cue", _cues))
        .reset_index()
    )
    rank = counts["voice"].map(order), counts["framing"].map({name: place for place, name in enumerate(ALIGNMENTS)})
    counts = counts.iloc[np.lexsort(rank[::-1])].reset_index(drop=True)
    return counts[["key", "voice", "name", "framing", "count", "cues"]], shown


def framing_finding(said: pd.DataFrame) -> str:
    """From how many statements the author stands apart, and how many it endorses, in a chart’s title."""
    if said.empty:
        return "No statement is attributed"
    counts = said["framing"].value_counts()
    apart, with_ = int(counts.get("distance", 0)), int(counts.get("endorse", 0))
    if not apart and not with_:
        return f"Of {plural(len(said), 'statement')}, the author endorses none and stands apart from none"
    return f"Of {plural(len(said), 'statement')}, the author endorses {with_ or 'none'} and stands apart from {apart or 'none'}"


def how_framed(said: pd.DataFrame) -> Fragment:
    """Whose statements the author’s verbs endorse and from whose they stand apart, each with its cue."""
    if said.empty:
        return answer("No statement is attributed.")
    parts = []
    for framing, words in (("distance", "stands apart from"), ("endorse", "takes as true")):
        rows = said[said["framing"] == framing].drop_duplicates(["voice", "cue"])
        if len(rows):
            cued = [
                Markup("{} ({})").format(name, listing(pages.to_sentence(row.sentence, f"“{row.cue}”") for row in own.itertuples()))
                for name, own in list(rows.groupby("name", sort=False))[:4]
            ]
            parts.append(Markup("{} what is said by {}").format(words, listing(cued)))
    if not parts:
        return answer("The author’s verbs leave every statement open: none is endorsed, none held at a distance.")
    return answer(Markup("The author {}.").format(Markup("; and ").join(parts)))


def unheard(mentions: pd.DataFrame, said: pd.DataFrame, *, top: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Who could speak and never does: people, organisations and countries with mentions and no statement.

    Who is named within a source (“a State Department official”) is heard through it. Returns the ``top`` by mentions
    (entity, name, type in words, count) and their mentions, for the evidence.
    """
    sources = said[said["source_start"] >= 0]
    within = pd.Series(False, index=mentions.index)
    for start, end in zip(sources["source_start"], sources["source_end"]):
        within |= (mentions["start"] >= start) & (mentions["end"] <= end)
    heard = {*said["voice"], *mentions.loc[within, "entity"]}
    able = mentions[mentions["type"].isin(("PER", "ORG", "LOC", "NORP")) & ~mentions["entity"].isin(heard)]
    counts = able.groupby("entity", sort=False).agg(
        name=("name", "first"), type=("type", "first"), count=("start", "size")
    )
    counts = counts.reset_index().sort_values("count", ascending=False, kind="stable").head(top).reset_index(drop=True)
    return counts.assign(type=counts["type"].map(TYPES)), able[able["entity"].isin(counts["entity"])]


def unheard_finding(silent: pd.DataFrame) -> str:
    """Who is named most among those who never speak, in a chart’s title."""
    if silent.empty:
        return "Nobody is named without a statement"
    often = plural(int(silent["count"].iloc[0]), "time")
    level = silent.loc[silent["count"] == silent["count"].iloc[0], "name"].tolist()
    if len(level) > MOST_LEVEL:
        return f"Of those who have no statement, none is named more than {often}"
    if len(level) > 1:
        return f"{listing(level)} are named {often} each and have no statement"
    return f"{level[0]} is named {often} and has no statement"


def never_quoted(silent: pd.DataFrame) -> Fragment:
    """The people, then the countries and bodies, that are talked about without a word of their own."""
    if silent.empty:
        return answer("Nobody is named without a statement.")
    parts = []
    for people, kind in ((True, "people"), (False, "countries, places and bodies")):
        rows = silent[(silent["type"] == TYPES["PER"]) == people].head(4)
        if len(rows):
            linked = [
                Markup("{} ({})").format(row["name"], link(row["count"], "silent", row["entity"]))
                for row in rows.to_dict("records")
            ]
            parts.append(Markup("of the {}, {}").format(kind, listing(linked)))
    return answer(Markup("Named, and given no word: {}.").format(Markup("; ").join(parts)))


def nested(said: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Who speaks through whom: pairs of an outer and an inner voice.

    Returns the pairs (key, outer, inner, count) and the inner statements with ``key``, for their evidence.
    """
    by_number = said.drop_duplicates("statement").set_index("statement")["name"]
    inner = said[said["inside"].isin(by_number.index)]
    inner = inner.assign(outer=inner["inside"].map(by_number))
    inner = inner[inner["outer"] != inner["name"]]
    inner = inner.assign(key=[f"{outer} → {name}" for outer, name in zip(inner["outer"], inner["name"])])
    pairs = inner.groupby(["key", "outer", "name"], sort=False).agg(count=("start", "size")).reset_index()
    pairs = pairs.rename(columns={"name": "inner"}).sort_values("count", ascending=False, kind="stable")
    return pairs.reset_index(drop=True), inner


def voices_in_voices(pairs: pd.DataFrame) -> Fragment:
    """Who is heard only through somebody else’s words."""
    if pairs.empty:
        return answer("No voice speaks through another’s.")
    parts = [
        Markup("{} through {} ({})").format(row["inner"], row["outer"], link(row["count"], "nested", row["key"]))
        for row in pairs.head(4).to_dict("records")
    ]
    return answer(Markup("Heard through another: {}.").format(listing(parts)))


def anonymous(said: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The sources without a name, as the text words them: wording, name (for whom they count), count; and statements."""
    found = said[said["anonymous"]]
    words = found["source"].mask(found["source"] == "", found["name"])
    first = dict(zip(reversed(words.str.lower().tolist()), reversed(words.tolist())))
    found = found.assign(wording=words.str.lower().map(first))
    counts = found.groupby("wording", sort=False).agg(name=("name", "first"), count=("start", "size")).reset_index()
    counts["name"] = [
        name if name.lower() != wording.lower() else "–" for name, wording in zip(counts["name"], counts["wording"])
    ]
    return counts.sort_values("count", ascending=False, kind="stable").reset_index(drop=True), found


def without_a_name(counts: pd.DataFrame, said: pd.DataFrame) -> Fragment:
    """How many statements nobody answers for by name."""
    if counts.empty:
        return answer("No statement is without a named source.")
    total = int(counts["count"].sum())
    parts = [
        Markup("{} ({})").format(row["wording"], link(row["count"], "anonymous", row["wording"]))
        for row in counts.head(5).to_dict("records")
    ]
    return answer(Markup("{} of {} without a name: {}.").format(total, plural(len(said), "statement"), listing(parts)))


def scare_quotes(found: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The scare quotes by wording: wording, content, whose (who is made to say it, or –), count; and where each stands."""
    grouped = found.groupby("wording", sort=False)
    counts = grouped.agg(content=("content", "first"), whose=("name", _whose), count=("start", "size"))
    return counts.reset_index(), found


def held_with_tongs(counts: pd.DataFrame) -> Fragment:
    """Which words are set in quotation marks without a speech around them: nobody’s, and those of a source."""
    if counts.empty:
        return answer("No word is held at a distance by quotation marks.")
    shown, parts = counts.head(6), []
    for nobodys, said_by in ((True, "nobody’s in particular"), (False, "in a source’s statement")):
        quoted = [
            Markup("“{}” ({}{})").format(
                row["content"], link(row["count"], "scare", row["wording"]), "" if nobodys else f", {row['whose']}"
            )
            for row in shown[(shown["whose"] == "–") == nobodys].to_dict("records")
        ]
        if quoted:
            parts.append(Markup("{}: {}").format(said_by, listing(quoted)))
    return answer(Markup("In quotation marks, {}.").format(Markup("; ").join(parts)))


def _whose(names: pd.Series) -> str:
    known = dict.fromkeys(name for name in names if name != voices.UNNAMED)
    return ", ".join(known) or "–"


def ledger(said: pd.DataFrame) -> Fragment:
    """Every statement: who, by which word, what, how, and where."""
    if said.empty:
        return note("No statement was found.")
    rows = said.assign(
        number=[pages.to_sentence(number, number + 1) for number in said["sentence"]],
        who=[f"{row.name} (unnamed)" if row.anonymous and row.source else row.name for row in said.itertuples()],
        what=[_cut(content) for content in said["content"]],
        cue=said["cue"].mask(said["cue"] == "", "–"),
    )
    columns = {
        "who": "Voice", "cue": "Cue", "what": "Content", "kind": "Kind", "framing": "Alignment", "number": "Sentence",
    }  # fmt: skip
    return table(rows, columns=columns, caption=f"Every attribution: {plural(len(rows), 'statement')}")


def words_note(shares: pd.DataFrame) -> str:
    """What the numbers of the chart are, and their denominator."""
    return f"Word tokens, of {int(shares['words'].sum()):,}; each belongs to the innermost voice around it."


def _own(shares: pd.DataFrame) -> float:
    return float(shares.loc[shares["voice"] == voices.AUTHOR, "share"].sum())


def _share(share: float) -> str:
    return f"{share:.0%}" if share >= 0.005 else "less than 1%"


def _author(row: dict) -> str:
    return "the author" if row["voice"] == voices.AUTHOR else row["source"]


def _linked(count: int, voice: str) -> Markup:
    return Markup("{} {}").format(link(count, "voice", voice), "statement" if count == 1 else "statements")


def _cues(cues: pd.Series) -> str:
    counted = cues[cues != ""].str.lower().value_counts(sort=False)
    return ", ".join(f"{cue} ×{number}" if number > 1 else cue for cue, number in counted.items()) or "–"


def _cut(text: str) -> str:
    words = text.split()
    return " ".join(words[:SHOWN]) + " …" if len(words) > SHOWN else " ".join(words)
