"""How well the tables agree with the hand-made annotations of data/gold/.

    python -m benchmarks.gold [--json OUT] [--errors mentions|markers|statements|evaluations|figures|…]

Programs are tuned on one half of the articles, which alone ``--errors`` shows; the other half measures, and so does a
third, fresh one, which was written when the programs stood.

What counts as found: a mention by its exact span and entity; a marker by its exact span and category; its voice by
exact span and voice; a statement by source and content that each overlap by at least half of the longer span (where
the gold has no source, none may be given); an evaluation by sentence, entity and polarity, and so a leaning, a less
sure one, of the evaluations that are not found surely. Pronouns, roles and descriptions, which the gold leaves out, are not scored. A
quotation of several sentences is scored sentence by sentence, as in the gold.
Of claims, which some articles have annotated, see ``benchmarks.gold_claims``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks import gold_claims
from benchmarks.scores import f1_interval, shares
from stancebook import gold, language, voices
from stancebook.annotations import Annotations, annotate
from stancebook.articles import read
from stancebook.errors import StancebookError
from stancebook.evaluations import LEANS

#: The articles that nobody looks at while building; on all others but the fresh ones, programs are tuned.
HELD_OUT = ("situation-note", "the-northern-door", "the-war-that-was-due-on-wednesday", "what-the-force-can-do")
#: Written and annotated after the programs were built: nobody has looked at what is found in them.
FRESH = (
    "less-water-in-the-lake",
    "sofia-rented-a-pipe",
    "the-club-that-closed-its-own-doors",
    "the-thirty-dollar-goat",
)
#: What a mention must reach: the ways of naming that the gold does not have.
UNSCORED_NAMINGS = ("pronoun", "role", "description")
TASKS = ("mentions", "markers", "voices", "statements", "evaluations", "leanings", *gold_claims.TASKS)


def found_mentions(found: Annotations) -> Counter:
    """The names of an article as (start, end, entity)."""
    names = found.mentions[~found.mentions["naming"].isin(UNSCORED_NAMINGS)]
    return Counter(zip(names["start"], names["end"], names["entity"]))


def found_markers(found: Annotations, label: str) -> Counter:
    """The kept stance and engagement markers as (start, end, ``label``)."""
    kept = found.markers[found.markers["kept"] & found.markers["category"].isin(gold.CATEGORIES)]
    return Counter(zip(kept["start"], kept["end"], kept[label]))


def by_sentence(statements: pd.DataFrame, sentences: pd.DataFrame) -> list[dict]:
    """Each statement cut at its sentences' ends; a source or cue that stands in another sentence is left out."""
    cut = []
    for row in statements.to_dict("records"):
        inside = (sentences["start"] < row["content_end"]) & (sentences["end"] > row["content_start"])
        for start, end in zip(sentences.loc[inside, "start"], sentences.loc[inside, "end"]):
            part = row | {"content_start": max(row["content_start"], start), "content_end": min(row["content_end"], end)}
            if not start <= row["source_start"] < end:
                part |= {"source_start": -1, "source_end": -1}
            cut.append(part)
    return cut


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The common part of two spans as a share of the longer one; 1 where both are missing."""
    if one[0] < 0 or other[0] < 0:
        return float(one[0] < 0 and other[0] < 0)
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / max(one[1] - one[0], other[1] - other[0])


def matched(true: list[dict], given: list[dict]) -> list[tuple[int, int]]:
    """Pairs of a gold and a given statement, each used once, those that overlap most first."""
    pairs = []
    for at, one in enumerate(true):
        for number, other in enumerate(given):
            parts = [overlap(_span(one, part), _span(other, part)) for part in ("source", "content")]
            if min(parts) >= 0.5:
                pairs.append((-sum(parts), at, number))
    used, result = (set(), set()), []
    for _, at, number in sorted(pairs):
        if at not in used[0] and number not in used[1]:
            used[0].add(at), used[1].add(number)
            result.append((at, number))
    return result


def _span(row: dict, part: str) -> tuple[int, int]:
    return row[f"{part}_start"], row[f"{part}_end"]


def evaluations_of(table: pd.DataFrame, sentences: pd.DataFrame) -> Counter:
    """Evaluations as (sentence, entity, polarity); where an entity is judged both ways in a sentence, both stand."""
    given = table[table["polarity"].isin(gold.POLARITIES)]
    given = given[given["given"]] if "given" in given else given
    place = np.maximum(sentences["start"].searchsorted(given["start"], side="right") - 1, 0)
    return Counter(set(zip(place.tolist(), given["entity"], given["polarity"])))


def leanings_of(table: pd.DataFrame, sentences: pd.DataFrame) -> Counter:
    """What ``evaluations_of`` finds of the less sure judgements, but for those that a surer one has as well."""
    if "tier" not in table:
        return Counter()  # annotations by hand have one tier
    leaning = table[table["tier"] == LEANS].assign(given=True)
    return evaluations_of(leaning, sentences) - evaluations_of(table, sentences)


def judged_rightly(true: Counter, given: Counter) -> list[bool]:
    """Of the entities rightly found to be judged in a sentence, whether the polarity is right."""
    places = {place[:2] for place in true}
    return [place in true for place in sorted(given) if place[:2] in places]


def judged_by(true: pd.DataFrame, found: pd.DataFrame, sentences: pd.DataFrame) -> list[bool]:
    """Of the evaluations rightly given, whether their voice is one of those that so judge the entity there."""
    voices_of = []
    for table in (true, found[found["given"]]):
        place = np.maximum(sentences["start"].searchsorted(table["start"], side="right") - 1, 0)
        known: dict[tuple, set[str]] = {}
        for number, entity, polarity, voice in zip(place.tolist(), table["entity"], table["polarity"], table["voice"]):
            known.setdefault((number, entity, polarity), set()).add(voice)
        voices_of.append(known)
    return [bool(voices_of[0][key] & voices_of[1][key]) for key in sorted(voices_of[0].keys() & voices_of[1].keys())]


def compare(found: Annotations, true: dict[str, pd.DataFrame]) -> dict[str, dict]:
    """For each task of one article: counts (right, given, true) and what was missed and what was wrong."""
    marks, sentences = true["markers"], found.reading.sentences
    sets = {
        "mentions": (Counter(zip(*(true["mentions"][c] for c in ("start", "end", "entity")))), found_mentions(found)),
        "markers": (Counter(zip(marks["start"], marks["end"], marks["category"])), found_markers(found, "category")),
        "voices": (Counter(zip(marks["start"], marks["end"], marks["voice"])), found_markers(found, "voice")),
    }
    sets["evaluations"] = tuple(evaluations_of(table, sentences) for table in (true["evaluations"], found.evaluations))
    sets["leanings"] = (sets["evaluations"][0] - sets["evaluations"][1], leanings_of(found.evaluations, sentences))
    result = {name: _compared(*pair) for name, pair in sets.items()}
    spoken = found.statements.assign(source_entity=voices.voice_ids(found.statements))
    said, given = true["statements"].to_dict("records"), by_sentence(spoken, sentences)
    pairs = matched(said, given)
    result["statements"] = {
        "counts": (len(pairs), len(given), len(said)),
        "missed": [row for at, row in enumerate(said) if at not in {pair[0] for pair in pairs}],
        "wrong": [row for number, row in enumerate(given) if number not in {pair[1] for pair in pairs}],
        "agreement": {
            label: [said[at][label] == given[number][label] for at, number in pairs]
            for label in ("source_entity", "kind", "alignment")
        },
    }
    result["evaluations"]["agreement"] = {
        "polarity where the entity is judged": judged_rightly(*sets["evaluations"]),
        "voice": judged_by(true["evaluations"], found.evaluations, sentences),
    }
    right_markers = {span[:2] for span in sets["markers"][0] & sets["markers"][1]}
    labels = [{span[:2]: span[2] for span in one} for one in sets["voices"]]
    result["voices"]["agreement"] = {
        "of the markers found": [labels[0].get(span) == labels[1].get(span) for span in sorted(right_markers)]
    }
    return result | (gold_claims.compare(found, true) if hasattr(found, "claims") else {})


def _compared(true: Counter, given: Counter) -> dict:
    counts = ((true & given).total(), given.total(), true.total())
    return {"counts": counts, "missed": sorted(true - given), "wrong": sorted(given - true)}


def scored(compared: list[dict[str, dict]]) -> dict[str, dict]:
    """Precision, recall, F1 and its 95% bootstrap interval over articles, for each task, and agreement on labels.

    ``articles`` says in how many of them the task was annotated.
    """
    scores = {}
    for task in TASKS:
        own = [one[task] for one in compared if task in one]
        if not own:
            continue
        each = np.array([one["counts"] for one in own]).reshape(-1, 3)
        right, given, true = each.sum(axis=0).tolist()
        scores[task] = shares(right, given, true)
        scores[task] |= {"right": right, "given": given, "articles": len(own), "interval": f1_interval(each)}
        for label in own[0].get("agreement", ()):
            marks = sum((one["agreement"][label] for one in own), [])
            scores[task].setdefault("agreement", {})[label] = float(np.mean(marks)) if marks else 0.0
    return scores


def halves() -> dict[str, list[str]]:
    """The names of the annotated articles: those that programs are tuned on, those held out, and those that came last."""
    names = sorted(path.parent.name for path in gold.GOLD.glob("*/mentions.csv"))
    return {
        "tuning": [name for name in names if name not in HELD_OUT + FRESH],
        "held out": [name for name in names if name in HELD_OUT],
        "fresh": [name for name in names if name in FRESH],
    }


def measure() -> dict[str, dict[str, dict]]:
    """The scores of each half, and of the fresh articles."""
    return {half: scored([compare(*of_article(name)) for name in names]) for half, names in halves().items()}


def of_article(name: str) -> tuple[Annotations, dict[str, pd.DataFrame]]:
    """What is found in an annotated article, and what its annotations have."""
    article = read(gold.article_path(name))
    return annotate(language.read(article)), gold.load(gold.GOLD / name, article)


def _printed(scores: dict[str, dict[str, dict]]) -> None:
    for half, tasks in scores.items():
        print(f"{half} ({', '.join(halves()[half])})")
        for task, row in tasks.items():
            low, high = row["interval"]
            agreement = "".join(f"  {label} {value:.1%}" for label, value in row.get("agreement", {}).items())
            print(
                f"  {task:12} precision {row['precision']:6.1%}  recall {row['recall']:6.1%}  F1 {row['f1']:6.1%} "
                f"({low:.1%} to {high:.1%})  n {row['n']}{agreement}"
            )


def _print_errors(task: str) -> None:
    for name in halves()["tuning"]:
        found, true = of_article(name)
        errors, text = compare(found, true).get(task, {}), found.reading.article.text
        for kind in ("missed", "wrong"):
            for row in errors.get(kind, []):
                print(f"{name} {kind}: {shown(row, task, found, text)}")


def shown(row: dict | tuple, task: str, found: Annotations, text: str) -> str:
    """What was missed or wrong, in its place in the text."""
    if task in gold_claims.TASKS:
        return gold_claims.shown(row, task, text)
    if task == "statements":
        parts = " | ".join(f"{part}: {text[slice(*_span(row, part))]}" for part in ("source", "cue", "content") if _span(row, part)[0] >= 0)
        return f"{row['kind']}, {row['alignment']}, {row['source_entity']} | {parts}"
    if task in ("evaluations", "leanings"):
        return f"{row[1]} {row[2]}: {found.reading.sentences['text'].iloc[row[0]]}"
    start, end, label = row
    return f"{label}: {text[max(start - 40, 0) : start]}[{text[start:end]}]{text[end : end + 40]}".replace("\n", " ")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", choices=TASKS, help="print what is missed and wrong in the tuning half")
    parser.add_argument("--json", type=Path, help="where to write the scores")
    options = parser.parse_args()
    try:
        if options.errors:
            _print_errors(options.errors)
            return 0
        scores = measure()
    except StancebookError as error:
        print(error, file=sys.stderr)
        return 1
    _printed(scores)
    if options.json:
        options.json.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
