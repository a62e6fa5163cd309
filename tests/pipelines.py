"""A pipeline that speaks spaCy's protocol, as much of it as the adapter uses, for where spaCy is not installed.

spaCy and what it needs weigh some 300 MB, which every user's install would carry for the sake of one test; so the
adapter is tested against this in every run, and against spaCy itself where it is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Token:
    """A word with the labels that a pipeline gives it; ``head`` is itself for a root."""

    def __init__(self, place: int, text: str):
        self.i, self.text = place, text
        self.pos_ = self.tag_ = self.lemma_ = self.dep_ = ""
        self.head = self


class Entity:
    def __init__(self, start: int, end: int, label: str):
        self.start, self.end, self.label_ = start, end, label


class Doc:
    """Words and what is known of them."""

    def __init__(self, vocab: object, words: Iterable[str] = ()):
        self.vocab, self.ents = vocab, []
        self.tokens = [Token(place, word) for place, word in enumerate(words)]
        self.annotated: set[str] = set()

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def has_annotation(self, name: str) -> bool:
        return name in self.annotated


class Pipeline:
    """Calls the components, each a function of a Doc, on every Doc."""

    def __init__(self, *components, lang: str = "en", relations: tuple[str, ...] = ()):
        self.vocab, self.lang, self.components = object(), lang, components
        self.pipe_labels = {"ner": ["GPE"], "parser": list(relations)}
        self.seen: list[list[str]] = []

    def make_doc(self, text: str) -> Doc:
        return Doc(self.vocab, text.split())

    def pipe(self, documents: Iterable[Doc]) -> Iterator[Doc]:
        for document in documents:
            assert isinstance(document, Doc) and document.vocab is self.vocab
            self.seen.append([token.text for token in document])
            for component in self.components:
                component(document)
            yield document


def names(**labels: str):
    """Marks words as names, with an article before them and a possessive behind, and all others as none."""

    def component(document: Doc) -> None:
        document.annotated.add("ENT_IOB")
        texts = [one.text for one in document]
        document.ents = [
            Entity(at - (texts[at - 1 : at] == ["the"]), at + 1 + (texts[at + 1 : at + 2] == ["'s"]), labels[text])
            for at, text in enumerate(texts)
            if text in labels
        ]

    return component


def tags(universal: str, fine: str, lemma: str, word: str):
    """Labels one word, and leaves the others without."""

    def component(document: Doc) -> None:
        for token in document:
            if token.text == word:
                token.pos_, token.tag_, token.lemma_ = universal, fine, lemma

    return component


def chains(size: int):
    """Hangs each word on the one before; every ``size`` words a new sentence begins, whose first word is its root."""

    def component(document: Doc) -> None:
        document.annotated.add("DEP")
        for token in document:
            first = token.i % size == 0
            token.head = token if first else document.tokens[token.i - 1]
            token.dep_ = "ROOT" if first else "obj"

    return component
