"""The worst errors, to be read: those that were surest, and those that are most frequent, each in its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from benchmarks.scores import NOTHING

MOST = 12


def shown(words: Sequence[str], start: int, end: int, around: int = 25) -> str:
    """Words ``start`` to ``end`` in «guillemets», with those around."""
    before, after = max(start - around, 0), min(end + around, len(words))
    parts = [*words[before:start], "«" + " ".join(words[start:end]) + "»", *words[end:after]]
    return ("… " if before else "") + " ".join(parts) + (" …" if after < len(words) else "")


def of_spans(sentences: list[dict], gold: list[set], found: list[dict], most: int = MOST) -> list[dict]:
    """Spans that are wrong, the surest first, each with what is true of the same words; without confidence, the longest."""
    wrong = [
        (confidence, at, span)
        for at, (true, given) in enumerate(zip(gold, found))
        for span, confidence in given.items()
        if span not in true
    ]
    rows = []
    for confidence, at, (start, end, kind) in sorted(wrong, key=_worst)[:most]:
        words = sentences[at]["words"]
        true = sorted(span for span in gold[at] if span[0] < end and span[1] > start)
        said = "; ".join(f"{label}: {' '.join(words[first:last])}" for first, last, label in true) or NOTHING
        sure = {} if np.isnan(confidence) else {"confidence": float(confidence)}
        rows.append({"sentence": shown(words, start, end), "true": said, "found": kind, **sure})
    return rows


def _worst(wrong: tuple[float, int, tuple[int, int, str]]) -> tuple[float, int]:
    confidence, _, (start, end, _) = wrong
    return (0.0, start - end) if np.isnan(confidence) else (-confidence, 0)


def of_words(sentences: list[dict], gold: Sequence, found: Sequence, most: int = MOST) -> list[dict]:
    """The most frequent confusions of words' labels, each with its number and a first example."""
    pairs, example = Counter(), {}
    for at, (true, given) in enumerate(zip(gold, found)):
        for place, pair in enumerate(zip(true, given)):
            if pair[0] != pair[1]:
                pairs[pair] += 1
                example.setdefault(pair, (at, place))
    rows = []
    for (true, given), n in pairs.most_common(most):
        at, place = example[true, given]
        words = sentences[at]["words"]
        rows.append({"sentence": shown(words, place, place + 1), "true": true, "found": given, "times": n})
    return rows


def of_targets(items: list[dict], found: list[str], sure: np.ndarray, most: int = MOST) -> list[dict]:
    """Polarities that are wrong, the surest first."""
    wrong = [at for at in np.argsort(-sure, kind="stable") if found[at] != items[at]["polarity"]]
    return [
        {
            "sentence": shown(items[at]["words"], items[at]["start"], items[at]["end"]),
            "true": items[at]["polarity"], "found": found[at], "confidence": float(sure[at]),
        }
        for at in wrong[:most]
    ]  # fmt: skip
