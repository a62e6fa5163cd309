"""Precision, recall and F1, and their intervals."""

from __future__ import annotations

from collections import Counter

import numpy as np


def counted(gold: set | Counter, predicted: set | Counter) -> tuple[int, int, int]:
    """How many are right, predicted and true."""
    return len(gold & predicted), len(predicted), len(gold)


def shares(right: int, predicted: int, true: int) -> dict[str, float | int]:
    """Precision, recall and F1 as shares between 0 and 1, and how many are true."""
    precision, recall = right / predicted if predicted else 0.0, right / true if true else 0.0
    total = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0, "n": true}


def table(gold: list[set], predicted: list[set], kind) -> dict:
    """Micro, macro and by class over sets of things, one set a sentence; ``kind(thing)`` is its class."""
    classes = sorted({kind(thing) for things in gold for thing in things})
    by_class = {}
    for name in classes:
        pairs = [
            counted({x for x in true if kind(x) == name}, {x for x in found if kind(x) == name})
            for true, found in zip(gold, predicted)
        ]
        by_class[name] = shares(*np.array(pairs).sum(axis=0).tolist())
    each = np.array([counted(true, found) for true, found in zip(gold, predicted)]).reshape(-1, 3)
    return {
        "micro": shares(*each.sum(axis=0).tolist()),
        "macro": {"f1": float(np.mean([scores["f1"] for scores in by_class.values()])) if by_class else 0.0},
        "classes": by_class,
        "interval": f1_interval(each),
    }


def f1_interval(each: np.ndarray, rounds: int = 1000) -> list[float]:
    """The 95% bootstrap interval of the micro F1 over sentences."""
    if not len(each):
        return [0.0, 0.0]
    draws = np.random.default_rng(1).integers(0, len(each), (rounds, len(each)))
    right, predicted, true = each[draws].sum(axis=1).T
    values = 2 * right / np.maximum(predicted + true, 1)
    return [float(value) for value in np.quantile(values, [0.025, 0.975])]


def share_interval(marks: list[list[bool]], rounds: int = 1000) -> list[float]:
    """The 95% bootstrap interval of a share, over sentences."""
    hits, sizes = np.array([sum(mark) for mark in marks]), np.array([len(mark) for mark in marks])
    draws = np.random.default_rng(1).integers(0, len(hits), (rounds, len(hits)))
    return [float(value) for value in np.quantile(hits[draws].sum(axis=1) / sizes[draws].sum(axis=1), [0.025, 0.975])]
