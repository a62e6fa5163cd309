"""Sentences with names, from where the names stand in the sentence's own text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nltk.tokenize import NLTKWordTokenizer


class Name(NamedTuple):
    """A name of a type of ours: where it starts and ends in the text."""

    start: int
    end: int
    kind: str


def sentence(text: str, names: Iterable[Name], tail: str = "") -> dict:
    """The words of a sentence as nltk cuts it, tagged where they lie in a name; the first of overlapping names counts.

    ``tail`` may stand behind a name in its last word, as a full stop that nltk leaves there.
    """
    places = list(NLTKWordTokenizer().span_tokenize(text))
    tags = ["O"] * len(places)
    for name in names:
        glued = tail and text[name.end - 1].isalpha() and text.startswith(tail, name.end)
        last = name.end + len(tail) if glued else name.end
        held = [at for at, (start, end) in enumerate(places) if name.start <= start < name.end and end <= last]
        if held and all(tags[at] == "O" for at in held):
            tags[held[0]] = f"B-{name.kind}"
            tags[held[0] + 1 : held[-1] + 1] = [f"I-{name.kind}"] * (len(held) - 1)
    return {"t": [text[start:end] for start, end in places], "n": tags, "raw": text}


def offsets(words: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where each word starts and ends in the text."""
    at = 0
    for word in words:
        start = text.find(word, at)
        start = at if start < 0 else start
        at = start + len(word)
        yield start, at


def tagged(words: list[str], tags: list[str], text: str) -> list[Name]:
    """The names that BIO tags mark, as places in the text of which these are the words."""
    names: list[Name] = []
    for (start, end), tag in zip(offsets(words, text), tags, strict=True):
        if tag.startswith("B"):
            names.append(Name(start, end, tag[2:]))
        elif tag.startswith("I"):
            names[-1] = names[-1]._replace(end=end)
    return names
