"""What lexicons say of each word by itself: how good or bad it sounds.

A further input of the network of polarity, which learned how far to trust it; it decides nothing by itself. The lists
are fixed with the weights, so that no edit of a lexicon changes how a sentence is read.
"""

from __future__ import annotations

import json
import lzma

import numpy as np

from stancebook.language.tokenization import STRAIGHT

#: VADER's mean valence, -4 to 4 (Hutto & Gilbert 2014), and this project's evaluative vocabulary, -1 or 1.
SOURCES = {"vader": 4.0, "evaluative": 1.0}
#: For each source, how good a word is and how bad, each from 0 to 1.
WIDTH = 2 * len(SOURCES)


class Valences:
    """Words in small letters with the valence that each source gives them."""

    def __init__(self, listed: dict[str, dict[str, float]]):
        self._of: dict[str, np.ndarray] = {}
        for number, (source, most) in enumerate(SOURCES.items()):
            for word, valence in listed[source].items():
                marks = self._of.setdefault(word, np.zeros(WIDTH, np.float32))
                marks[2 * number + (valence < 0)] = min(1.0, abs(valence) / most)

    @classmethod
    def of(cls, content: bytes) -> Valences:
        """The words in a file made by ``packed``."""
        return cls(json.loads(lzma.decompress(content)))

    def marks(self, words: list[str]) -> np.ndarray:
        """How good and how bad each word is by each source: [words, WIDTH].

        A word with a capital is looked up at the beginning alone: elsewhere "Hope" and "Justice" are names.
        """
        marks = np.zeros((len(words), WIDTH), np.float32)
        opening = next((at for at, word in enumerate(words) if any(map(str.isalpha, word))), -1)
        for at, word in enumerate(words):
            if at == opening or not word[:1].isupper():
                marks[at] = self._of.get(word.translate(STRAIGHT).lower(), 0)
        return marks

    def around(self, words: list[str], start: int, end: int) -> np.ndarray:
        """The marks of ``words`` but those from ``start`` to ``end``: of a target, how its name sounds says nothing."""
        marks = self.marks(words)
        marks[start:end] = 0
        return marks


def packed(listed: dict[str, dict[str, float]]) -> bytes:
    """The file of the words, which ``Valences.of`` opens."""
    content = json.dumps({source: dict(sorted(listed[source].items())) for source in SOURCES}, ensure_ascii=False)
    return lzma.compress(content.encode("utf8"), preset=9)
