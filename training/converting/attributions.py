"""Sources, cues and contents from the attribution relations of GUM's discourse trees (enhanced RST, Zeldes et al. 2025).

A unit that stands in the relation of attribution to another says who says or thinks it. Its subject is the source (of
"according to", what follows), the rest of its words of content the cue; the other unit, with what depends on it in
the same sentence, is the content. Silver: contents end with the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from training.converting.conllu import Sentence, Word

# What people say to each other is cut into turns and repairs, which make poor examples for prose.
SPOKEN = frozenset({"conversation", "vlog"})
CUES = frozenset({"ADJ", "ADP", "ADV", "AUX", "NOUN", "PART", "VERB"})
DISCOURSE = re.compile(r"Discourse=(?P<relation>[^:|]+):\d+(?:->(?P<parent>\d+))?")


class Unit(NamedTuple):
    """An elementary discourse unit: its relation to the unit ``parent`` (-1 for none), and the places of its words."""

    relation: str
    parent: int
    places: list[int]


class Attribution(NamedTuple):
    """The places in the document of what is attributed, to whom and by which words."""

    source: list[int]
    cue: list[int]
    content: list[int]


class Text:
    """A document as one row of words: ``sentence`` and ``head`` of each, and the discourse units over them."""

    def __init__(self, sentences: list[Sentence]):
        self.words: list[Word] = []
        self.sentence: list[int] = []
        self.head: list[int] = []
        self.units: list[Unit] = []
        for number, sentence in enumerate(sentences):
            start = len(self.words)
            for word in sentence.words:
                if found := DISCOURSE.search(word.misc):
                    self.units.append(Unit(found["relation"], int(found["parent"] or 0) - 1, []))
                if self.units:
                    self.units[-1].places.append(len(self.words))
                self.words.append(word)
                self.sentence.append(number)
                self.head.append(start + word.head if word.head >= 0 else -1)

    def dependents(self, unit: int, without: int) -> set[int]:
        """The unit and those that depend on it, step by step in the sentence in which it begins."""
        here, found, waiting = self.sentence[self.units[unit].places[0]], set(), [unit]
        while waiting:
            found.add(at := waiting.pop())
            for number, other in enumerate(self.units):
                inside = any(self.sentence[place] == here for place in other.places)
                if other.parent == at and number != without and number not in found and inside:
                    waiting.append(number)
        return found

    def subtree(self, top: int) -> set[int]:
        found = {top}
        while more := {place for place, head in enumerate(self.head) if head in found} - found:
            found |= more
        return found


def attributions(text: Text) -> list[Attribution]:
    """The attributions of a document, that of the longest content last."""
    found = []
    for number, unit in enumerate(text.units):
        if not unit.relation.startswith("attribution") or unit.parent < 0:
            continue
        # A unit that others interrupt goes on in its same-units.
        parts = [unit, *(other for other in text.units if other.parent == number and other.relation.startswith("same-unit"))]
        places = [place for part in parts for place in part.places]
        here = text.sentence[text.units[unit.parent].places[0]]
        held = [place for other in text.dependents(unit.parent, number) for place in text.units[other].places]
        source = _source(text, places)
        cue = [place for place in places if place not in source and text.words[place].universal in CUES]
        said = set(held).difference(source, cue)
        found.append(Attribution(sorted(source), cue, sorted(place for place in said if text.sentence[place] == here)))
    return sorted(found, key=lambda attribution: len(attribution.content))


def _source(text: Text, places: list[int]) -> set[int]:
    subjects = [place for place in places if text.words[place].relation.split(":")[0] == "nsubj" and text.head[place] in places]
    if subjects:
        return set().union(*map(text.subtree, subjects))
    forms = {place: text.words[place].form.lower() for place in places}
    return {place for place in places if forms[place] not in ("according", "to")} if "according" in forms.values() else set()


def voices(name: str, sentences: list[Sentence]) -> dict:
    """A document of ``voices/``; where attributions lie in each other, the one with the longer content counts."""
    text = Text(sentences)
    marks: list[tuple[str, int]] = [("", -1)] * len(text.words)
    for number, attribution in enumerate(attributions(text)):
        if not attribution.source and not attribution.cue and len(attribution.content) < 2:
            continue
        for kind, places in (("CONTENT", attribution.content), ("SOURCE", attribution.source), ("CUE", attribution.cue)):
            for place in places:
                marks[place] = (kind, number)
    rows, start = [], 0
    for sentence in sentences:
        ours = marks[start : (start := start + len(sentence.words))]
        rows.append({
            "t": [word.form for word in sentence.words],
            "a": list(_tags(ours)),
            "r": [number for _, number in ours],
        })  # fmt: skip
    return {"id": name, "src": "gum", "sents": rows}


def _tags(marks: list[tuple[str, int]]) -> Iterator[str]:
    for at, mark in enumerate(marks):
        yield "O" if not mark[0] else f"{'I' if at and marks[at - 1] == mark else 'B'}-{mark[0]}"
