"""Who is judged, and by whom: what the evaluations notebook asks of the judgements, and the findings that it states."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from stancebook import pages
from stancebook.evaluations import confidence
from stancebook.evidence import link
from stancebook.fragments import Fragment, answer, listing, note, plural, table
from stancebook.parameters import chosen
from stancebook.voices import AUTHOR

#: How a judgement goes, in words.
SIDES = {"negative": "against", "positive": "in favour"}
#: How words are attached to whom they judge, for a reader.
HOW = {
    "attribute": "said of it as an attribute",
    "own": "said of what it has or does",
    "naming": "it is named so",
    "predicate": "said of it by a predicate",
    "apposition": "set beside its name",
    "deed": "it does so",
    "light deed": "it does or has such a thing",
    "manner": "it does something so",
    "outcome": "what came out for it",
    "toward": "felt about it",
    "judged": "by a verb that judges it",
    "undergone": "what is done to it makes it so",
    "reader": "the sentence reader alone, which this word moves",
}


def kept(found: pd.DataFrame, entities: list[str]) -> pd.DataFrame:
    """The evaluations of the named ``entities`` (all where none is named); an entity that is not there is an error."""
    available = list(dict.fromkeys(found["entity"]))
    return found[found["entity"].isin(chosen(available, entities, "entity"))].reset_index(drop=True)


def given(found: pd.DataFrame) -> pd.DataFrame:
    """The judgements that are sure enough to be given, with ``holder``: who judges, by name, and ``key``: who judges whom."""
    rows = found[found["given"]].reset_index(drop=True)
    holder = rows["source"].mask(rows["voice"] == AUTHOR, "the author")
    return rows.assign(holder=holder, key=rows["voice"] + " on " + rows["entity"])


def left_open(found: pd.DataFrame) -> pd.DataFrame:
    """Where a sentence seems to judge an entity, but not surely enough for that to be given."""
    return found[~found["given"] & (found["polarity"] != "neutral")].reset_index(drop=True)


def by_target(judged: pd.DataFrame, *, top: int) -> pd.DataFrame:
    """The ``top`` entities by judgements: entity, name, count, sentences, negative, positive, holders, words, confidence."""
    rows = []
    for entity, own in judged.groupby("entity", sort=False):
        rows.append(
            {
                "entity": entity,
                "name": own["name"].iloc[0],
                "count": len(own),
                "sentences": own["sentence"].nunique(),
                **{polarity: int((own["polarity"] == polarity).sum()) for polarity in SIDES},
                "holders": ", ".join(own["holder"].value_counts(sort=True).index),
                "words": ", ".join(f"“{text}”" for text in dict.fromkeys(own["text"].map(_short))),
                "confidence": float(own["confidence"].mean()),
            }
        )
    columns = ["entity", "name", "count", "sentences", "negative", "positive", "holders", "words", "confidence"]
    counts = pd.DataFrame(rows, columns=columns)
    return counts.sort_values("count", ascending=False, kind="stable").head(top).reset_index(drop=True)


def pairs(judged: pd.DataFrame, *, top: int) -> pd.DataFrame:
    """The ``top`` pairs of holder and target: key, holder, name, label, negative, positive, count."""
    counts = (
        judged.groupby(["key", "voice", "entity"], sort=False)
        .agg(holder=("holder", "first"), name=("name", "first"), count=("start", "size"))
        .reset_index()
    )
    for polarity in SIDES:
        own = judged.loc[judged["polarity"] == polarity, "key"].value_counts()
        counts[polarity] = [int(own.get(key, 0)) for key in counts["key"]]
    labels = [f"{_capital(holder)} on {name}" for holder, name in zip(counts["holder"], counts["name"])]
    # Two voices may bear one name, and a chart has a row for each.
    counts["label"] = [f"{label} ({key})" if labels.count(label) > 1 else label for label, key in zip(labels, counts["key"])]
    ordered = counts.sort_values("count", ascending=False, kind="stable").head(top)
    return ordered[["key", "holder", "name", "label", "negative", "positive", "count"]].reset_index(drop=True)


def one_sided(judged: pd.DataFrame, polarity: str, *, top: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Who is judged so most often: counts (entity, name, count, holders, words) and the judgements behind them."""
    own = judged[judged["polarity"] == polarity].reset_index(drop=True)
    return by_target(own, top=top)[["entity", "name", "count", "holders", "words"]], own


def who_is_judged(judged: pd.DataFrame) -> Fragment:
    """How many judgements are given, of whom, and which way."""
    if judged.empty:
        return answer("Nobody is judged in words sure enough to say so.")
    parts = [
        Markup("{} ({}: {} against, {} in favour)").format(
            row["name"], link(row["count"], "target", row["entity"]), row["negative"], row["positive"]
        )
        for row in by_target(judged, top=4).to_dict("records")
    ]
    many = plural(judged["entity"].nunique(), "entity", "entities")
    return answer(Markup("{} of {} given: {}.").format(plural(len(judged), "judgement"), many, _most(parts, judged)))


def target_finding(judged: pd.DataFrame) -> str:
    """Who is judged most, and which way, in a chart’s title."""
    if judged.empty:
        return "Nobody is judged"
    first = by_target(judged, top=1).iloc[0]
    ways = [f"{first[polarity]} {word}" for polarity, word in SIDES.items() if first[polarity]]
    return f"{first['name']} is judged most: {', '.join(ways)}"


def pair_finding(counts: pd.DataFrame) -> str:
    """Who judges whom most often, in a chart’s title."""
    if counts.empty:
        return "Nobody judges anybody"
    first = counts.iloc[0]
    if len(counts) > 1 and counts["count"].iloc[1] == first["count"]:
        return f"{plural(len(counts), 'pair')} of who judges and who is judged; none more often than {plural(int(first['count']), 'time')}"
    return f"{first['label']}: {', '.join(f'{first[polarity]} {word}' for polarity, word in SIDES.items() if first[polarity])}"


def who_judges(judged: pd.DataFrame) -> Fragment:
    """How much of the judging is the author’s own, and who else judges."""
    if judged.empty:
        return answer("No voice judges anybody in words sure enough to say so.")
    own = judged["voice"] == AUTHOR
    others = judged.loc[~own, "holder"].value_counts(sort=True)
    named = [f"{name} ({number})" for name, number in others.head(4).items()]
    rest = Markup("; {} by others: {}").format(int((~own).sum()), listing(named)) if named else "; nobody else judges"
    return answer(Markup("{} of {} by the author{}.").format(int(own.sum()), plural(len(judged), "judgement"), rest))


def blamed_and_praised(judged: pd.DataFrame) -> Fragment:
    """Who is judged negatively most often, and who positively."""
    said = []
    for polarity, word, kind in (("negative", "Blamed", "against"), ("positive", "Praised", "in-favour")):
        counts, _ = one_sided(judged, polarity, top=3)
        if counts.empty:
            said.append(Markup("{}: nobody").format(word))
        else:
            most = [Markup("{} ({})").format(row["name"], link(row["count"], kind, row["entity"])) for row in counts.to_dict("records")]
            said.append(Markup("{} most: {}").format(word, listing(most)))
    return answer(Markup("{}.").format(Markup(". ").join(said)))


def how_much_is_open(found: pd.DataFrame) -> Fragment:
    """Of all sentences in which an entity is named: how many judge it, how many say nothing, how many were left open."""
    if found.empty:
        return answer("No entity is named, so that nobody could be judged.")
    places = found.drop_duplicates(["sentence", "entity"])
    open_, judged = left_open(found), found[found["given"]].drop_duplicates(["sentence", "entity"])
    many = plural(len(places), "time an entity is named in a sentence", "times an entity is named in a sentence")
    return answer(
        Markup("Of {}, {} judge it surely enough; {} may, and were left open; the others say nothing for or against.").format(
            many, len(judged), len(open_.drop_duplicates(["sentence", "entity"]))
        )
    )


def reasons(open_: pd.DataFrame) -> pd.DataFrame:
    """Why judgements were left open: reason, count."""
    counts = open_.groupby("reason", sort=False).size().rename("count").reset_index()
    return counts.sort_values("count", ascending=False, kind="stable").reset_index(drop=True)


def ledger(rows: pd.DataFrame, *, caption: str) -> Fragment:
    """Every judgement: whom, which way, by what words, whose, how sure, how the words are attached, and where."""
    if rows.empty:
        return note("None.")
    shown = rows.sort_values("start", kind="stable").assign(
        side=rows["polarity"].map(SIDES),
        by=rows["source"].mask(rows["voice"] == AUTHOR, "the author"),
        how=rows["pattern"].map(HOW),
        # Where no word can be pointed at, the span is the mention.
        words=rows["text"].mask((rows["pattern"] == "reader") & ~rows["given"], "–"),
        number=[pages.to_sentence(number, number + 1) for number in rows["sentence"]],
    )
    columns = {
        "name": "Whom", "side": "How", "words": "In the words", "by": "Whose judgement", "confidence": "Confidence",
        "how": "Attached", "number": "Sentence",
    }  # fmt: skip
    if (rows["reason"] != "").any():
        del columns["how"]
        columns = {**columns, "side": "Leans", "reason": "Why left open"}
    return table(shown, columns=columns, caption=caption, decimals={"confidence": 2})


def folded(rows: pd.DataFrame, *, caption: str, summary: str) -> Fragment:
    """The ledger of ``rows`` folded away, for it may be long."""
    if rows.empty:
        return note("None was left open.")
    return Fragment(Markup('<details class="sentences"><summary>{}</summary>{}</details>').format(summary, ledger(rows, caption=caption)))


def threshold(least_confidence: float) -> Fragment:
    """From which confidence on a judgement is given, and how that was chosen."""
    if least_confidence:
        return note(f"Given from a confidence of {least_confidence:.2f} on, as the parameter least_confidence asks.")
    least = confidence.load().thresholds
    return note(
        f"Given from a confidence of {least['words']:.2f} on where words are said of an entity, and of {least['reader']:.2f} "
        "where the sentence reader alone finds a judgement: chosen so that nine of ten were right on development data."
    )


def measured() -> Fragment:
    """What is given above the thresholds on development data: how many, how many of them right, how many found."""
    rows = []
    for name, shown in (("words", "Words that are said of the entity"), ("reader", "The sentence reader alone")):
        row = confidence.load().measured[name]
        low, high = row["interval"]
        rows.append(
            {
                "name": shown, "given": row["given"], "right": f"{row['precision']:.0%} ({100 * low:.0f}–{100 * high:.0f})",
                "found": f"{row['recall']:.0%}", "error": row["calibration_error"],
            }
        )  # fmt: skip
    columns = {
        "name": "Judged by", "given": "Given", "right": "Of these right (95% Wilson interval)", "found": "Of all judgements found",
        "error": "Calibration error",
    }  # fmt: skip
    total = confidence.load().measured["words"]["targets"]
    caption = f"On {total:,} people and bodies in sentences of NewsMTSC that were left out of training"
    return table(pd.DataFrame(rows), columns=columns, caption=caption, decimals={"error": 3})


def _most(parts: list[Markup], judged: pd.DataFrame) -> Markup:
    rest = judged["entity"].nunique() - len(parts)
    return listing(parts) + (Markup(", and {} more").format(rest) if rest > 0 else Markup(""))


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
