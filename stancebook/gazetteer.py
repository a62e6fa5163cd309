"""Known names in a text: the longest alias that stands at each place, whatever its hyphens and accents."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from stancebook.knowledge import Knowledge
from stancebook.spelling import ALIKE, fold

PIECE = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"['’]s? ")


class Found(NamedTuple):
    """An alias in a text, with the entities that it may mean and the line of the knowledge base that says so.

    ``sure`` is below 1 where one of several entities was chosen by what else the article names.
    """

    start: int
    end: int
    type: str
    entities: tuple[str, ...]
    naming: str
    line: str = ""
    sure: float = 1.0


class Alias(NamedTuple):
    """What an alias means, how exactly it is written, which marks stand at its end (the ``+`` of ``OPEC+``), its line.

    ``article`` is the length of a small "the" before it, by which it is told ("the West") and which is no part of it.
    """

    written: str
    article: int
    tail: str
    entities: tuple[str, ...]
    type: str
    naming: str
    line: str


class Gazetteer:
    """The aliases of a knowledge base by their words."""

    def __init__(self, knowledge: Knowledge):
        types = dict(zip(knowledge.entities["entity"], knowledge.entities["type"]))
        self._by_words: dict[tuple[str, ...], list[Alias]] = defaultdict(list)
        self._longest: dict[str, int] = defaultdict(int)
        for written, rows in knowledge.aliases.groupby("alias", sort=False):
            words = tuple(fold(word) for word in PIECE.findall(written))
            if not words:
                continue
            meant = tuple(dict.fromkeys(rows["entity"]))
            even = _even(written)
            tail = re.search(r"[\W_]*$", even).group()
            article = 4 if written.startswith("the ") else 0
            alias = Alias(even, article, tail, meant, types[meant[0]], rows["naming"].iloc[0], rows["line"].iloc[0])
            # In a headline all words are capitals; a short word alone would then be any other: "us" or "US".
            shouted = tuple(word.upper() for word in words) if max(map(len, words)) > 3 else words
            for key in dict.fromkeys((words, shouted)):
                self._by_words[key].append(alias)
                self._longest[key[0]] = max(self._longest[key[0]], len(key))

    @classmethod
    def of(cls, knowledge: Knowledge) -> Gazetteer:
        """The gazetteer of ``knowledge``, made once."""
        return _gazetteer(knowledge)

    def found_in(self, text: str) -> list[Found]:
        """The aliases that stand in ``text``, the longest at each place, in order; none overlaps another."""
        pieces = [(fold(match.group()), match.start(), match.end()) for match in PIECE.finditer(text)]
        found, position = [], 0
        while position < len(pieces):
            hit, length = self._at(pieces, position, text)
            if hit and pieces[position][0].lower() == "the":
                # "the West Bank" is no part of "the West".
                after, longer = self._at(pieces, position + 1, text) if length > 1 else (None, 0)
                if after and after.end > hit.end:
                    hit, length, position = after, longer, position + 1
            if hit:
                found += self._without_owner(hit, pieces[position : position + length], text)
            position += length
        return found

    def _without_owner(self, hit: Found, pieces: list[tuple[str, int, int]], text: str) -> list[Found]:
        """A name and its owner are two: Russia and its Defense Ministry in "Russia's Defense Ministry"."""
        owned = POSSESSIVE.search(text, hit.start, hit.end)
        owner = self._at([piece for piece in pieces if owned and piece[1] < owned.start()], 0, text)[0] if owned else None
        if owner is None or owner.end != owned.start() or owner.type != "LOC":
            return [hit]
        return [owner, hit._replace(start=owned.end())]

    def _at(self, pieces: list[tuple[str, int, int]], position: int, text: str) -> tuple[Found | None, int]:
        word, start, _ = pieces[position]
        # "The West" begins a sentence as "the West" goes on.
        firsts = ("The", "the") if word == "The" else (word,)
        most = min(max(self._longest.get(first, 0) for first in firsts), len(pieces) - position)
        for length in range(most, 0, -1):
            rest = tuple(piece for piece, _, _ in pieces[position + 1 : position + length])
            end = pieces[position + length - 1][2]
            fits = []
            for alias in (alias for first in firsts for alias in self._by_words.get((first, *rest), ())):
                stop = end + len(alias.tail) if _even(text[end : end + len(alias.tail)]) == alias.tail else end
                if _is_written(alias.written, text[start:stop]) and text[stop : stop + 1] != "$":
                    fits.append(Found(start + alias.article, stop, alias.type, alias.entities, alias.naming, alias.line))
            if fits:
                return max(fits, key=lambda hit: hit.end), length
        return None, 1


@lru_cache(maxsize=4)
def _gazetteer(knowledge: Knowledge) -> Gazetteer:
    return Gazetteer(knowledge)


def _even(written: str) -> str:
    """A name with one kind of apostrophe, hyphen and space, in small letters."""
    return re.sub(r"\s+", " ", " ".join(fold(part) for part in written.translate(ALIKE).split(" "))).casefold()


def _is_written(alias: str, text: str) -> bool:
    # The words agree in their capitals already; what stands between them has to agree as well.
    return "\n\n" not in text and _even(text) == alias
