"""From examples to tensors: classes, batches of one task and of like length."""

from __future__ import annotations

import random
from collections import Counter

import numpy as np
import torch

from stancebook.language.features import SHAPES, shape, shapes
from stancebook.language.lemma_scripts import script
from stancebook.language.subwords import Subwords
from training.reader.examples import NAME_TYPES, UNMARKED, VOICE_TYPES, Example

IGNORE = -100
LONGEST = 96
RAREST_SCRIPT = 3


def spans_classes(types: tuple[str, ...]) -> list[str]:
    return ["O"] + [f"{place}-{kind}" for kind in types for place in "BI"]


def classes(examples: list[Example]) -> dict[str, list[str]]:
    """The classes of each head, from the treebanks."""
    counted = {name: Counter() for name in ("universal", "penn", "relations", "scripts")}
    for example in examples:
        counted["universal"].update(example.universal)
        counted["penn"].update(example.penn)
        counted["relations"].update(example.relations)
        counted["scripts"].update(map(script, example.words, example.lemmas))
    common = [edit for edit, count in counted["scripts"].most_common() if count >= RAREST_SCRIPT]
    return {
        "universal": sorted(counted["universal"]),
        "penn": sorted(counted["penn"]),
        "relations": sorted(counted["relations"]),
        "scripts": sorted(common),
        "names": spans_classes(NAME_TYPES),
        "voices": spans_classes(VOICE_TYPES),
        "polarity": ["negative", "neutral", "positive"],
        "shapes": list(SHAPES),
    }


class Batcher:
    """Makes tensors of examples; ``labels`` are the classes, ``sources`` the data sets with names, "" first."""

    def __init__(self, subwords: Subwords, labels: dict[str, list[str]], sources: list[str]):
        self.subwords, self.labels, self.sources = subwords, labels, sources
        self.number = {name: {label: at for at, label in enumerate(known)} for name, known in labels.items()}

    def tensors(self, examples: list[Example], augment: random.Random | None = None) -> dict[str, torch.Tensor]:
        rows = [self._row(example, augment) for example in examples]
        longest = max(len(row["ids"]) for row in rows)
        most = max(row["size"] for row in rows)
        batch = {}
        for name, width, empty in (("ids", longest, 0), ("mask", longest, 0), ("shapes", longest, 0), ("marks", longest, 0), ("first", most + 1, 0)):
            batch[name] = _padded([row[name] for row in rows], width, empty)
        for name in ("universal", "penn", "scripts", "heads", "relations", "names", "voices"):
            batch[name] = _padded([row[name] for row in rows], most, IGNORE)
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
        if augment and example.joined is not None and augment.random() < 0.5:
            example = example.joined
        kinds, origin = shapes(example.words), self.sources.index(example.source)
        if augment:
            chance = augment.random()
            if chance < 0.04:
                kinds = [shape(word.upper()) for word in example.words]
            elif chance < 0.07:
                kinds = [shape(word.lower()) for word in example.words]
            if augment.random() < 0.3:
                origin = 0
        ids, seen, first, marks = [self.subwords.opening], [0], [0], [0]
        for at, word in enumerate(example.words):
            pieces = self.subwords(word)
            if len(ids) + len(pieces) >= LONGEST:
                break
            first.append(len(ids))
            ids += pieces
            seen += [kinds[at]] * len(pieces)
            marks += [int(example.target is not None and example.target[0] <= at < example.target[1])] * len(pieces)
        ids.append(self.subwords.closing), seen.append(0), marks.append(0)
        size = len(first) - 1
        row = {"ids": ids, "mask": [1] * len(ids), "shapes": seen, "first": first, "marks": marks, "size": size, "source": origin}
        for name, values in (("universal", example.universal), ("penn", example.penn), ("names", example.names), ("voices", example.voices)):
            row[name] = [IGNORE] * size if values is None else [self.number[name][value] for value in values[:size]]
        row["heads"] = row["relations"] = row["scripts"] = [IGNORE] * size
        if example.heads is not None:
            row["heads"] = [head + 1 if head < size else IGNORE for head in example.heads[:size]]
            row["relations"] = [self.number["relations"][value] for value in example.relations[:size]]
            edits = map(script, example.words[:size], example.lemmas)
            row["scripts"] = [
                IGNORE if base == "_" else self.number["scripts"].get(edit, IGNORE) for edit, base in zip(edits, example.lemmas)
            ]
        return row

    def length(self, example: Example) -> int:
        return min(LONGEST, 2 + sum(len(self.subwords(word)) for word in example.words))


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
