"""What is read of one sentence: tags, tree, names and attributions, and the chances that its names were decided by."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

import numpy as np

from stancebook.language.decoding import best_sequence, spans, transitions


@dataclass(frozen=True)
class Span:
    """Words ``start`` to ``end`` (one past the last) of a sentence, what they are, how sure, and in which group."""

    start: int
    end: int
    kind: str
    confidence: float
    group: int = 0


@dataclass(frozen=True)
class Tagged:
    """For each word the logs of the chances of each of ``labels``, which are those of BIO: [words, labels]."""

    labels: tuple[str, ...]
    chances: np.ndarray

    @property
    def kinds(self) -> list[str]:
        """The types, in the order of their opening labels."""
        return [label[2:] for label in self.labels if label[0] == "B"]

    def columns(self, place: str) -> list[int]:
        """Where ``labels`` has the label of each type for a word that opens (``B``) or goes on (``I``)."""
        return [self.labels.index(f"{place}-{kind}") for kind in self.kinds]

    def spans(self) -> list[Span]:
        """The likeliest valid spans, each as sure as its least sure word."""
        path = best_sequence(self.chances, _allowed(self.labels))
        if not any(self.labels[number] != "O" for number in path):
            return []
        sure = self.chances[np.arange(len(path)), path]
        return [
            Span(start, end, kind, float(np.exp(sure[start:end].min())))
            for start, end, kind in spans([self.labels[number] for number in path])
        ]


@functools.cache
def _allowed(labels: tuple[str, ...]) -> np.ndarray:
    return transitions(list(labels))


@dataclass(frozen=True)
class Parse:
    """What was read of the words of a sentence; ``heads`` are positions in the sentence, -1 for the root.

    ``tagged`` has the chances of its names, where the reader gives them: what a document's sentences are agreed by.
    """

    universal: list[str]
    penn: list[str]
    lemmas: list[str | None]
    heads: list[int]
    relations: list[str]
    names: list[Span]
    voices: list[Span]
    tagged: Tagged | None = field(default=None, compare=False, repr=False)
