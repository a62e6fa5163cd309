"""From examples to tensors: classes, batches of one task and of like length."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import numpy as np
import torch

from stancebook.language.decoding import spans
from stancebook.language.features import SHAPES, shape, shapes
from stancebook.language.known_names import WIDTH, KnownNames
from stancebook.language.subwords import Subwords
from stancebook.language.valences import WIDTH as VALENCES
from stancebook.language.valences import Valences
from training.reader.examples import NAME_TYPES, UNMARKED, VOICE_TYPES, Example

IGNORE = -100
LONGEST = 96
#: How often a sentence without a tree has its people and places renamed, and how often the lists of names are not seen
#: in a sentence, in one that was renamed (the new names are all in the lists), and for a word: others' lists have gaps.
RENAMED, UNSEEN, UNSEEN_RENAMED, UNSEEN_WORD = 0.2, 0.2, 0.5, 0.1
#: How often all letters become capitals, or none, and how often the habits of the data set are not told.
UPPER, LOWER, NAMELESS = 0.04, 0.03, 0.3


def spans_classes(types: tuple[str, ...]) -> list[str]:
    return ["O"] + [f"{place}-{kind}" for kind in types for place in "BI"]


def classes(examples: list[Example]) -> dict[str, list[str]]:
    """The classes of each head, from the treebanks."""
    counted = {name: Counter() for name in ("universal", "penn", "relations")}
    for example in examples:
        counted["universal"].update(example.universal)
        counted["penn"].update(example.penn)
        counted["relations"].update(example.relations)
    return {
        "universal": sorted(counted["universal"]),
        "penn": sorted(counted["penn"]),
        "relations": sorted(counted["relations"]),
        "names": spans_classes(NAME_TYPES),
        "voices": spans_classes(VOICE_TYPES),
        "polarity": ["negative", "neutral", "positive"],
        "shapes": list(SHAPES),
    }


class Batcher:
    """Makes tensors of examples; ``labels`` are the classes, ``sources`` the data sets with names, "" first.

    With ``known``, the lists of names are a further input, [batch, subwords, WIDTH]; so are ``valences``.
    """

    def __init__(
        self, subwords: Subwords, labels: dict[str, list[str]], sources: list[str], known: KnownNames | None = None,
        valences: Valences | None = None,
    ):  # fmt: skip
        self.subwords, self.labels, self.sources, self.known, self.valences = subwords, labels, sources, known, valences
        self.number = {name: {label: at for at, label in enumerate(known)} for name, known in labels.items()}

    def tensors(self, examples: list[Example], augment: random.Random | None = None) -> dict[str, torch.Tensor]:
        rows = [self._row(example, augment) for example in examples]
        longest = max(len(row["ids"]) for row in rows)
        most = max(row["size"] for row in rows)
        batch = {}
        for name, width, empty in (("ids", longest, 0), ("mask", longest, 0), ("shapes", longest, 0), ("marks", longest, 0), ("first", most + 1, 0)):
            batch[name] = _padded([row[name] for row in rows], width, empty)
        for name in ("universal", "penn", "heads", "relations", "names", "voices"):
            batch[name] = _padded([row[name] for row in rows], most, IGNORE)
        for name, source, width in (("known", self.known, WIDTH), ("valences", self.valences, VALENCES)):
            if source:
                seen = np.zeros((len(rows), longest, width), np.float32)
                for at, row in enumerate(rows):
                    seen[at, : len(row[name])] = row[name]
                batch[name] = torch.from_numpy(seen)
        batch["words"] = torch.tensor([row["size"] for row in rows])
        batch["source"] = torch.tensor([row["source"] for row in rows])
        batch["polarity"] = torch.tensor([IGNORE if x.polarity is None else x.polarity for x in examples])
        free = torch.zeros(len(rows), len(self.labels["names"]), dtype=torch.bool)
        for at, example in enumerate(examples):
            for kind in UNMARKED.get(example.source, ()):
                free[at, [self.number["names"][f"B-{kind}"], self.number["names"][f"I-{kind}"]]] = True
        batch["free"] = free
        return batch

    def _row(self, example: Example, augment: random.Random | None) -> dict:
        origin = self.sources.index(example.source)
        if augment is None:
            written, listed = example.words, self._listed(example.words)
        else:
            example, written, listed = self._varied(example, augment)
            origin = 0 if augment.random() < NAMELESS else origin
        kinds = shapes(written) if written is example.words else [shape(word) for word in written]
        ids, seen, first, marks, known = [self.subwords.opening], [0], [0], [0], [0]
        for at, word in enumerate(example.words):
            pieces = self.subwords(word)
            if len(ids) + len(pieces) >= LONGEST:
                break
            first.append(len(ids))
            ids += pieces
            seen += [kinds[at]] * len(pieces)
            known += [at + 1] * len(pieces)
            marks += [int(example.target is not None and example.target[0] <= at < example.target[1])] * len(pieces)
        ids.append(self.subwords.closing), seen.append(0), marks.append(0), known.append(0)
        size = len(first) - 1
        row = {"ids": ids, "mask": [1] * len(ids), "shapes": seen, "first": first, "marks": marks, "size": size, "source": origin}
        row["known"] = listed[known]
        if self.valences:
            around = self.valences.around(written, *(example.target or (0, 0)))
            row["valences"] = np.concatenate([np.zeros((1, VALENCES), np.float32), around])[known]
        for name, values in (("universal", example.universal), ("penn", example.penn), ("names", example.names), ("voices", example.voices)):
            row[name] = [IGNORE] * size if values is None else [self.number[name][value] for value in values[:size]]
        row["heads"] = row["relations"] = [IGNORE] * size
        if example.heads is not None:
            row["heads"] = [head + 1 if head < size else IGNORE for head in example.heads[:size]]
            row["relations"] = [self.number["relations"][value] for value in example.relations[:size]]
        return row

    def _varied(self, example: Example, draw: random.Random) -> tuple[Example, list[str], np.ndarray]:
        """The example joined or renamed, its words in other capitals, and what the lists have of them, with gaps."""
        if example.joined is not None and draw.random() < 0.5:
            example = example.joined
        is_renamed = bool(self.known and example.names and not example.heads and draw.random() < RENAMED)
        if is_renamed:
            example = renamed(example, self.known.lists, draw)
        chance, written = draw.random(), example.words
        if chance < UPPER + LOWER:
            written = [word.upper() if chance < UPPER else word.lower() for word in written]
        listed = self._listed(written)
        if draw.random() < (UNSEEN_RENAMED if is_renamed else UNSEEN):
            listed[:] = 0
        listed[[at for at in range(len(listed)) if draw.random() < UNSEEN_WORD]] = 0
        return example, written, listed

    def _listed(self, words: list[str]) -> np.ndarray:
        """What the lists of names have of each word, with a row of zeros before it for what is no word."""
        listed = np.zeros((len(words) + 1, WIDTH), np.float32)
        if self.known:
            listed[1:] = self.known.marks(words)
        return listed

    def length(self, example: Example) -> int:
        return min(LONGEST, 2 + sum(len(self.subwords(word)) for word in example.words))


def renamed(example: Example, lists: dict[str, list[str]], draw: random.Random) -> Example:
    """The example with its people and places called as others are in the lists, of any country."""
    words, tags, at = [], [], 0
    for start, end, kind in spans(example.names):
        words += example.words[at:start]
        tags += example.names[at:start]
        name = example.words[start:end]
        if kind == "LOC":
            name = draw.choice(lists["city"]).split(" ")
        elif kind == "PER":
            given = draw.choice(lists["given name"]).split(" ") if end - start > 1 else []
            name = given + draw.choice(lists["surname"]).split(" ")
        words += name
        tags += [f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)]
        at = end
    return replace(example, words=words + example.words[at:], names=tags + example.names[at:])


def _padded(rows: list[list[int]], width: int, empty: int) -> torch.Tensor:
    padded = np.full((len(rows), width), empty, dtype=np.int64)
    for at, row in enumerate(rows):
        padded[at, : len(row)] = row
    return torch.from_numpy(padded)


class Stream:
    """An endless stream of batches of one task, of like length, the order drawn anew in every round."""

    def __init__(self, examples: list[Example], lengths: list[int], budget: int, seed: int):
        self.examples, self.lengths, self.budget = examples, lengths, budget
        self.draw = random.Random(seed)
        self.rounds, self.waiting = 0, []

    def next(self) -> list[Example]:
        if not self.waiting:
            order = sorted(range(len(self.examples)), key=lambda at: (self.lengths[at] + self.draw.uniform(0, 4)))
            batch, batches, longest = [], [], 0
            for at in order:
                longest = max(longest, self.lengths[at])
                if batch and longest * (len(batch) + 1) > self.budget:
                    batches.append(batch)
                    batch, longest = [], self.lengths[at]
                batch.append(at)
            batches.append(batch)
            self.draw.shuffle(batches)
            self.waiting, self.rounds = batches, self.rounds + 1
        return [self.examples[at] for at in self.waiting.pop()]
