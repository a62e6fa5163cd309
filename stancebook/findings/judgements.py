"""Who is judged, and by whom: what the evaluations notebook asks of the judgements, and the findings that it states."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from stancebook import pages
from stancebook.evaluations import LEANS, OPEN, TIERS, confidence
from stancebook.evidence import link
from stancebook.fragments import Fragment, answer, listing, note, plural, table
from stancebook.parameters import chosen
from stancebook.voices import AUTHOR

#: How a judgement goes, in words.
SIDES = {"negative": "against", "positive": "in favour"}
#: What a bar of two shades shows.
SHADES = "Full colour: judgements. Pale, and after the plus: leanings, which are less sure."
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
    "doing": "said of what it does",
    "as if": "it acts as if something were so that is not",
    "reproach": "it should have done what it did not, or should not have done what it did",
    "excess": "too much of something is said of it, or not enough",
    "simile": "it does something as something else would",
    "belief": "its thought or word is kept at a distance",
    "lack": "it has not what it ought to have",
    "omission": "it does not what it ought to do",
    "reader": "the sentence reader alone, which this word moves",
}
#: The rows of what was measured on development data, for a reader.
MEASURED = {
    "words": "Words that are said of a person or body, and the reader",
    "alone": "Words alone, as of countries",
    "reader": "The sentence reader alone",
    "leaning": "Leanings: words less surely said, turns of phrase",
}


def kept(found: pd.DataFrame, entities: list[str]) -> pd.DataFrame:
    """The evaluations of the named ``entities`` (all where none is named); an entity that is not there is an error."""
    available = list(dict.fromkeys(found["entity"]))
    return found[found["entity"].isin(chosen(available, entities, "entity"))].reset_index(drop=True)


def given(found: pd.DataFrame) -> pd.DataFrame:
    """The judgements that are sure enough to be given, with ``holder``: who judges, by name, and ``key``: who judges whom."""
    return _held(found[found["given"]])


def leanings(found: pd.DataFrame) -> pd.DataFrame:
    """What rather judges than not, but is less sure: the columns of ``given``."""
    return _held(found[found["tier"] == LEANS])


def _held(rows: pd.DataFrame) -> pd.DataFrame:
    rows = rows.reset_index(drop=True)
    holder = rows["source"].mask(rows["voice"] == AUTHOR, "the author")
    return rows.assign(holder=holder, key=rows["voice"] + " on " + rows["entity"])


def left_open(found: pd.DataFrame) -> pd.DataFrame:
    """Where a sentence may judge an entity, but so unsurely that it is no more than listed."""
    return found[found["tier"] == OPEN].reset_index(drop=True)


def in_two_shades(judged: pd.DataFrame, leaning: pd.DataFrame, *, by: str, top: int) -> pd.DataFrame:
    """For a chart, the ``top`` targets (``by`` entity) or pairs (``by`` key): negative, positive, and the same leaning.

    Columns: those of ``by_target`` or ``pairs`` over both tables, where count, negative and positive are of ``judged``
    alone, with ``leaning_negative`` and ``leaning_positive``; most judged first, of equals those that lean most.
    """
    both = pd.concat([judged, leaning], ignore_index=True)
    counts = by_target(both, top=len(both)) if by == "entity" else pairs(both, top=len(both))
    for polarity in SIDES:
        less = leaning.loc[leaning["polarity"] == polarity, by].value_counts()
        counts[f"leaning_{polarity}"] = [int(less.get(key, 0)) for key in counts[by]]
        counts[polarity] -= counts[f"leaning_{polarity}"]
    counts["all"], counts["count"] = counts["count"], counts["negative"] + counts["positive"]
    return counts.sort_values(["count", "all"], ascending=False, kind="stable").drop(columns="all").head(top).reset_index(drop=True)


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
    return answer(Markup("{} of {}: {}.").format(plural(len(judged), "judgement"), many, _most(parts, judged)))


def how_many_lean(leaning: pd.DataFrame) -> Fragment:
    """How many judgements more are likely, but less sure, of whom, and how often such are right."""
    if leaning.empty:
        return answer("No further sentence leans for or against anybody.")
    counts = by_target(leaning, top=4)
    named = [
        Markup("{} ({})").format(row["name"], link(row["count"], "leaning", row["entity"])) for row in counts.to_dict("records")
    ]
    return answer(Markup("{} less sure: of {}. {}").format(plural(len(leaning), "judgement"), _most(named, leaning), _how_often_right()))


def _how_often_right() -> str:
    row = confidence.load().measured["leaning"]
    low, high = row["interval"]
    return f"Of such, {row['precision']:.0%} ({100 * low:.0f}–{100 * high:.0f}) were right on development data; they are not counted above."


def target_finding(judged: pd.DataFrame) -> str:
    """Who is judged most, and which way, in a chart’s title; two who are level are both named, of more none stands out."""
    if judged.empty:
        return "Nobody is judged surely enough to count"
    counts = by_target(judged, top=judged["entity"].nunique())
    level = counts[counts["count"] == counts["count"].iloc[0]]
    if len(level) > 2:
        return f"None stands out: {len(level)} are judged {plural(int(level['count'].iloc[0]), 'time')} each, nobody more often"
    told = [f"{row['name']} {_ways(row)}" for row in level.to_dict("records")]
    if len(level) == 2:
        only = "" if len(counts) == 2 else " most"
        return f"Judged{only}, and as often as each other: {' and '.join(told)}"
    only = len(counts) == 1
    return f"{level['name'].iloc[0]} {'alone is judged' if only else 'is judged most'}: {_ways(level.iloc[0])}"


def pair_finding(counts: pd.DataFrame) -> str:
    """Who judges whom most often, in a chart’s title."""
    if counts.empty:
        return "Nobody judges anybody surely enough to count"
    first = counts.iloc[0]
    if len(counts) > 1 and counts["count"].iloc[1] == first["count"]:
        return f"{plural(len(counts), 'pair')} of who judges and who is judged; none more often than {plural(int(first['count']), 'time')}"
    return f"{first['label']}: {_ways(first)}"


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
    sure, less, open_ = (_places(found, tier) for tier in TIERS)
    less, open_ = less - sure, open_ - sure - less
    many = plural(len(places), "time an entity is named in a sentence", "times an entity is named in a sentence")
    return answer(
        Markup("Of {}, {} judge it and {} lean; {} may, but too unsurely to say; the other {} say nothing for or against.").format(
            many, len(sure) or "none", len(less) or "none", len(open_) or "none", len(places) - len(sure | less | open_)
        )
    )


def _places(found: pd.DataFrame, tier: str) -> set[tuple[int, str]]:
    rows = found[found["tier"] == tier]
    return set(zip(rows["sentence"], rows["entity"]))


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
        columns = {**columns, "side": "Leans", "reason": "Why it is not counted"}
    return table(shown, columns=columns, caption=caption, decimals={"confidence": 2})


def folded(rows: pd.DataFrame, *, caption: str, summary: str) -> Fragment:
    """The ledger of ``rows`` folded away, for it may be long."""
    if rows.empty:
        return Fragment("")  # the table of counts above says that there is none
    return Fragment(Markup('<details class="sentences"><summary>{}</summary>{}</details>').format(summary, ledger(rows, caption=caption)))


def threshold(least_confidence: float) -> Fragment:
    """From which confidence on a judgement is given, and how that was chosen."""
    if least_confidence:
        return note(f"Given from a confidence of {least_confidence:.2f} on, as the parameter least_confidence asks.")
    least = confidence.load().thresholds
    return note(
        f"Given from a confidence of {least['words']:.2f} on where words are said of a person or body, of {least['alone']:.2f} "
        f"where they are said of a country, for which the words alone must do, and of {least['reader']:.2f} where the sentence "
        "reader alone finds a judgement: chosen so that at least 85 in 100 were right on development data."
    )


def measured() -> Fragment:
    """What is given above the thresholds on development data: how many, how many of them right, how many found."""
    rows = []
    for name, shown in MEASURED.items():
        row = confidence.load().measured[name]
        low, high = row["interval"]
        rows.append(
            {
                "name": shown, "given": row["given"], "right": f"{row['precision']:.0%} ({100 * low:.0f}–{100 * high:.0f})",
                "found": f"{row['recall']:.0%}" if "recall" in row else "–",
            }
        )  # fmt: skip
    columns = {
        "name": "Judged by", "given": "Given", "right": "Of these right (95% Wilson interval)", "found": "Of all judgements found",
    }  # fmt: skip
    total = confidence.load().measured["words"]["targets"]
    caption = f"On {total:,} people and bodies in sentences of NewsMTSC that were left out of training; turns of phrase, of which no weight was learned there, on all of it"
    return table(pd.DataFrame(rows), columns=columns, caption=caption)


def _ways(row) -> str:
    return ", ".join(f"{row[polarity]} {word}" for polarity, word in SIDES.items() if row[polarity])


def _most(parts: list[Markup], judged: pd.DataFrame) -> Markup:
    rest = judged["entity"].nunique() - len(parts)
    return listing(parts) + (Markup(", and {} more").format(rest) if rest > 0 else Markup(""))


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
