"""Which words of a sentence stand in lists of names: countries, cities, bodies, people, given names and surnames.

The lists are a further input of the reader, which learned how far to trust them; they decide nothing by themselves. They
are fixed with its weights, so that no edit of the knowledge base changes how a sentence is read.
"""

from __future__ import annotations

import json
import lzma

import numpy as np

from stancebook.spelling import fold
from stancebook.language.tokenization import STRAIGHT

KINDS = ("place", "city", "organisation", "people", "person", "thing", "given name", "surname")
#: For each kind, whether the word opens a listed name or goes on in one.
WIDTH = 2 * len(KINDS)


class KnownNames:
    """The lists as one: the words of each name, without accents, and a bit for each kind that it is listed under."""

    def __init__(self, lists: dict[str, list[str]]):
        self.lists = lists
        self._bits: dict[str, int] = {}
        self._longest: dict[str, int] = {}
        for number, kind in enumerate(KINDS):
            for name in lists[kind]:
                first, size = name.split(" ", 1)[0], name.count(" ") + 1
                self._bits[name] = self._bits.get(name, 0) | 1 << number
                self._longest[first] = max(self._longest.get(first, 0), size)

    @classmethod
    def of(cls, content: bytes) -> KnownNames:
        """The lists in a file made by ``packed``."""
        return cls({kind: text.split("\n") for kind, text in json.loads(lzma.decompress(content)).items()})

    def marks(self, words: list[str]) -> np.ndarray:
        """For each word and kind, whether a listed name begins with it and whether one goes on: [words, WIDTH]."""
        marks = np.zeros((len(words), WIDTH), np.float32)
        plain = self._looked_up([fold(word.translate(STRAIGHT)) for word in words])
        covered = [0] * len(KINDS)
        for at, word in enumerate(plain):
            for size in range(min(self._longest.get(word, 0), len(plain) - at), 0, -1):
                bits = self._bits.get(" ".join(plain[at : at + size]), 0)
                for number in range(len(KINDS)) if bits else ():
                    if bits >> number & 1 and covered[number] <= at:
                        marks[at, 2 * number] = marks[at + 1 : at + size, 2 * number + 1] = 1
                        covered[number] = at + size
        return marks

    def _looked_up(self, words: list[str]) -> list[str]:
        """The words, those in capitals as if they had none but the first: "BELARUS CLOSES BORDER", but "NATO"."""
        written = [word for word in words if word.isalpha()]
        is_line = bool(written) and max(map(len, written)) > 3 and all(map(str.isupper, written))
        return [
            word.capitalize() if word.isupper() and (is_line or len(word) > 3) and not (len(word) > 3 and word in self._longest) else word
            for word in words
        ]


def packed(lists: dict[str, list[str]]) -> bytes:
    """The file of the lists, which ``KnownNames.of`` opens."""
    content = json.dumps({kind: "\n".join(sorted(set(lists[kind]))) for kind in KINDS}, ensure_ascii=False)
    return lzma.compress(content.encode("utf8"), preset=9)
