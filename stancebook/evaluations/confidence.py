"""How sure a judgement is: the words’ evidence and the reader’s put together, by weights learned on development data.

Logistic regression in two steps. The first weighs how the words are attached (pattern and polarity, negation, irrealis,
class of appraisal); the second adds to it what the sentence reader makes of the target. All numbers stand in
data/models/evaluations.json, which ``python -m benchmarks.evaluations --write`` makes anew.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from stancebook.errors import DataError
from stancebook.evaluations.judged import Judged
from stancebook.paths import MODELS

DATA_FILES = ("data/models/evaluations.json",)
#: How near to 0 or 1 a probability may come before its log odds are taken.
EDGE = 0.01


@dataclass(frozen=True)
class Settings:
    """Weights, thresholds of confidence from which a judgement is given, and ``measured``: what these reach.

    ``thresholds`` and ``measured`` have ``words`` (words of the lexicons are said of a person or body, which the
    reader judges too), ``alone`` (the words by themselves, as for countries) and ``reader`` (the sentence reader alone);
    ``measured`` has ``leaning`` besides.
    """

    words: Mapping[str, float]
    together: Mapping[str, float]
    thresholds: Mapping[str, float]
    measured: Mapping[str, Mapping[str, object]]


def features(judged: Judged) -> list[str]:
    """What is known of how words are attached, each a feature that holds."""
    found = ["always", f"{judged.pattern} {judged.polarity}", f"{judged.appraisal} {judged.polarity}"]
    return found + [f"negated {judged.polarity}"] * judged.negated + ["irrealis"] * judged.irrealis


def of_words(judged: Judged, weights: Mapping[str, float]) -> float:
    """The log odds that the words, as they are attached, judge the target so."""
    return sum(weights.get(name, 0.0) for name in features(judged))


def alone(words: float) -> float:
    """The probability that a judgement is right by the words’ log odds alone, where the reader is no judge."""
    return float(1 / (1 + np.exp(-words)))


def together(words: float, chance: float, weights: Mapping[str, float]) -> float:
    """The probability that a judgement is right: the words’ log odds, and the reader’s chance of its polarity."""
    odds = weights["always"] + weights["words"] * words + weights["reader"] * log_odds(chance)
    return alone(odds)


def log_odds(chance: float) -> float:
    chance = min(max(chance, EDGE), 1 - EDGE)
    return float(np.log(chance / (1 - chance)))


@functools.lru_cache(maxsize=4)
def load(path: Path = MODELS / "evaluations.json") -> Settings:
    """The settings; raises DataError where the file is missing or damaged."""
    try:
        stored = json.loads(path.read_text(encoding="utf8"))
        return Settings(**{name: stored[name] for name in ("words", "together", "thresholds", "measured")})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"The model file {path.name} is missing or damaged; fetch data/models/ again with git checkout.") from error
