"""What the gold's labels were taken for, article by article: the classes and the confusions behind its scores."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np

from benchmarks import gold, gold_claims
from benchmarks.scores import NOTHING, calibration, confusion, f1_interval, labelled, shares
from stancebook import knowledge, voices
from stancebook.annotations import Annotations

#: Before the class of what has the right place and the wrong entity or source.
ANOTHER = "another "
Pair = tuple[str, str]


def pairs(found: Annotations, true: dict) -> dict[str, list[Pair]]:
    """For each task, the true and the given class of everything in one article, ``NOTHING`` where one side has none.

    Classes are types of entities, categories of markers, author or source, kinds of statements, polarities, degrees of
    factuality.
    """
    marks = true["markers"]
    result = {
        "mentions": _mentions(found, true),
        "markers": labelled(_by_span(marks, "category"), _spans(gold.found_markers(found, "category"))),
        "voices": _voices(_by_span(marks, "voice"), _spans(gold.found_markers(found, "voice"))),
        "statements": _statements(found, true),
    }
    if hasattr(found, "evaluations"):
        sentences = found.reading.sentences
        sides = (gold.evaluations_of(table, sentences) for table in (true["evaluations"], found.evaluations))
        result["evaluations"] = _evaluations(*sides)
    return result | (gold_claims.pairs(found, true) if hasattr(found, "factuality") else {})


def classes(articles: list[list[Pair]]) -> dict[str, dict]:
    """Precision, recall, F1 with its 95% bootstrap interval over articles, right and given, of each class."""
    names = sorted({true for found in articles for true, _ in found} - {NOTHING})
    counts = {name: np.array([_counts(found, name) for found in articles]) for name in names}
    return {
        name: shares(*(sums := each.sum(axis=0).tolist()))
        | {"right": sums[0], "given": sums[1], "interval": f1_interval(each)}
        for name, each in counts.items()
    }


def details(articles: list[dict[str, list[Pair]]]) -> dict[str, dict]:
    """The classes and the confusion of each task over articles, whose ``pairs`` are given."""
    return {
        task: {
            "classes": classes([one[task] for one in articles if task in one]),
            "confusion": confusion(pair for one in articles for pair in one.get(task, ())),
        }
        for task in gold.TASKS
        if any(task in one for one in articles)
    }


def mention_calibration(articles: list[tuple[Annotations, dict]]) -> dict:
    """How far the confidences of mentions are chances."""
    sure, right = [], []
    for found, true in articles:
        known = set(zip(*(true["mentions"][name] for name in ("start", "end", "entity"))))
        names = found.mentions[~found.mentions["naming"].isin(gold.UNSCORED_NAMINGS)]
        sure += names["confidence"].tolist()
        right += [place in known for place in zip(names["start"], names["end"], names["entity"])]
    return calibration(np.array(sure), np.array(right), bins=5)


def _counts(found: list[Pair], name: str) -> tuple[int, int, int]:
    right = sum(pair == (name, name) for pair in found)
    return right, sum(given in (name, ANOTHER + name) for _, given in found), sum(true == name for true, _ in found)


def _by_span(table, label: str) -> dict:
    return {(row.start, row.end): getattr(row, label) for row in table.itertuples()}


def _spans(things: Counter) -> dict:
    return {(start, end): label for start, end, label in things}


def _mentions(found: Annotations, true: dict) -> list[Pair]:
    types = dict(zip(found.mentions["entity"], found.mentions["type"]))
    types |= dict(zip(*(knowledge.load().entities[name] for name in ("entity", "type"))))
    kind = lambda entity: types.get(entity, "unknown")  # noqa: E731
    sides = labelled(_by_span(true["mentions"], "entity"), _spans(gold.found_mentions(found)))
    return [_of_one(one, other, *(NOTHING if side == NOTHING else kind(side) for side in (one, other))) for one, other in sides]


def _voices(true: dict, given: dict) -> list[Pair]:
    kind = lambda voice: voice if voice in (NOTHING, voices.AUTHOR) else "source"  # noqa: E731
    return [_of_one(one, other, kind(one), kind(other)) for one, other in labelled(true, given)]


def _of_one(true: str, given: str, true_class: str, given_class: str) -> Pair:
    """The classes of what has the same place: those of another entity or source are no match."""
    other = true != given and NOTHING not in (true, given) and true_class == given_class
    return true_class, (ANOTHER if other else "") + given_class


def _statements(found: Annotations, true: dict) -> list[Pair]:
    said, given = true["statements"].to_dict("records"), gold.by_sentence(found.statements, found.reading.sentences)
    both = gold.matched(said, given)
    matched = [{pair[side] for pair in both} for side in (0, 1)]
    return [
        *((said[at]["kind"], given[number]["kind"]) for at, number in both),
        *((row["kind"], NOTHING) for at, row in enumerate(said) if at not in matched[0]),
        *((NOTHING, row["kind"]) for at, row in enumerate(given) if at not in matched[1]),
    ]


def _evaluations(true: Counter, given: Counter) -> list[Pair]:
    same = true & given
    result = [(polarity, polarity) for *_, polarity in same.elements()]
    rest = defaultdict(lambda: ([], []))
    for side, things in enumerate((true - same, given - same)):
        for sentence, entity, polarity in sorted(things.elements()):
            rest[sentence, entity][side].append(polarity)
    for one, other in rest.values():
        size = max(len(one), len(other))
        result += zip(*(side + [NOTHING] * (size - len(side)) for side in (one, other)))
    return result
