"""Precision, recall and F1, their intervals, what is taken for what, and calibration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable

import numpy as np

#: What stands in a confusion where there is nothing on one side.
NOTHING = "nothing"
ROUNDS = 1000


def counted(gold: set | Counter, predicted: set | Counter) -> tuple[int, int, int]:
    """How many are right, predicted and true."""
    return len(gold & predicted), len(predicted), len(gold)


def shares(right: int, predicted: int, true: int) -> dict[str, float | int]:
    """Precision, recall and F1 as shares between 0 and 1, and how many are true."""
    precision, recall = right / predicted if predicted else 0.0, right / true if true else 0.0
    total = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0, "n": true}


def table(gold: list[set], predicted: list[set], kind: Callable[[object], str]) -> dict:
    """Micro, macro and by class over sets of things, one set a sentence; ``kind(thing)`` is its class.

    ``interval``, that of macro F1 and those of the classes are 95% bootstrap intervals of F1 over sentences.
    """
    classes = sorted({kind(thing) for things in gold for thing in things})
    place = {name: at for at, name in enumerate(classes)}
    each = np.zeros((len(gold), len(classes) + 1, 3), dtype=int)
    for at, (true, found) in enumerate(zip(gold, predicted)):
        each[at, -1] = counted(true, found)
        for column, things in enumerate((true & found, found, true)):
            for thing in things:
                if kind(thing) in place:
                    each[at, place[kind(thing)], column] += 1
    drawn = _f1(_drawn(each, ROUNDS)) if len(gold) else np.zeros((1, len(classes) + 1))
    by_class = {
        name: shares(*each[:, at].sum(axis=0).tolist()) | {"interval": _middle(drawn[:, at])} for name, at in place.items()
    }
    mean = float(np.mean([scores["f1"] for scores in by_class.values()])) if by_class else 0.0
    return {
        "micro": shares(*each[:, -1].sum(axis=0).tolist()),
        "macro": {"f1": mean, "interval": _middle(drawn[:, :-1].mean(axis=1)) if by_class else [0.0, 0.0]},
        "classes": by_class,
        "interval": _middle(drawn[:, -1]),
    }


def f1_interval(each: np.ndarray, rounds: int = ROUNDS) -> list[float]:
    """The 95% bootstrap interval of the micro F1 over the rows of ``each``: right, predicted, true."""
    if not len(each):
        return [0.0, 0.0]
    return _middle(_f1(_drawn(each, rounds)))


def share_interval(marks: list[list[bool]], rounds: int = ROUNDS) -> list[float]:
    """The 95% bootstrap interval of a share, over sentences."""
    drawn = _drawn(np.array([(sum(mark), len(mark)) for mark in marks]), rounds)
    return _middle(drawn[:, 0] / np.maximum(drawn[:, 1], 1))


def _drawn(each: np.ndarray, rounds: int) -> np.ndarray:
    """The sums of ``rounds`` samples of the rows, each as large as all, drawn with replacement."""
    draw, size = np.random.default_rng(1), len(each)
    return np.array([each[draw.integers(0, size, size)].sum(axis=0) for _ in range(rounds)])


def _f1(counts: np.ndarray) -> np.ndarray:
    """F1 of right, predicted and true along the last axis."""
    return 2 * counts[..., 0] / np.maximum(counts[..., 1] + counts[..., 2], 1)


def _middle(values: np.ndarray) -> list[float]:
    return [float(value) for value in np.quantile(values, [0.025, 0.975])]


def confusion(pairs: Iterable[tuple[str, str]], most: int = 60) -> list[dict]:
    """How often each true label was given each other, the most frequent first; at most ``most`` rows."""
    return [
        {"true": true, "found": found, "n": n}
        for (true, found), n in sorted(Counter(pairs).items(), key=lambda item: (-item[1], item[0]))
    ][:most]


def labelled(gold: dict[Hashable, str], found: dict[Hashable, str]) -> list[tuple[str, str]]:
    """The pairs of labels of the same things, ``NOTHING`` where one side has none."""
    things = list(dict.fromkeys([*gold, *found]))
    return [(gold.get(thing, NOTHING), found.get(thing, NOTHING)) for thing in things]


def calibration(sure: np.ndarray, right: np.ndarray, bins: int = 10) -> dict:
    """Expected calibration error (Guo et al. 2017), and mean confidence and accuracy in bins of equal size."""
    sure, right = np.asarray(sure, dtype=float), np.asarray(right, dtype=bool)
    order = np.argsort(sure, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    rows = [
        {"confidence": float(sure[part].mean()), "accuracy": float(right[part].mean()), "n": len(part)} for part in parts
    ]
    error = sum(row["n"] * abs(row["confidence"] - row["accuracy"]) for row in rows) / max(len(sure), 1)
    return {"error": error, "bins": rows}
