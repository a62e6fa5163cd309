"""The first reading: tags and lemmas by a perceptron and rules, without trees, names or attributions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stancebook.language.parse import Parse
from stancebook.language.lemmas import lemma
from stancebook.language.models import tagger
from stancebook.language.tokenization import STRAIGHT


class FirstReader:
    """Stands behind ``read`` where the trained reader cannot: it needs nothing but nltk."""

    def read(self, sentences: Iterable[list[str]]) -> Iterator[Parse]:
        """Tags and lemmas of each sentence; every head is -1."""
        for words in sentences:
            pairs = tags(words)
            universal, penn = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
            nothing = [-1] * len(words), [""] * len(words)
            yield Parse(universal, penn, list(map(lemma, words, universal)), *nothing, [], [])


def tags(words: list[str]) -> list[tuple[str, str]]:
    """The universal and Penn tag of each word; a sentence mostly in capitals is read in lower case."""
    plain = [word.translate(STRAIGHT) for word in words]
    if sum(word.isupper() for word in plain) > len(plain) / 2:
        plain = [word.lower() for word in plain]
    return [tuple(tag.split("|")) for _, tag in tagger().tag(plain)] if plain else []
