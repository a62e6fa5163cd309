"""Documents of a CoNLL-U file with all that their comments and the MISC column say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Word(NamedTuple):
    """A word of a tree: ``head`` is its place in the sentence, -1 for the root; ``misc`` is the column MISC as it stands."""

    form: str
    universal: str
    penn: str
    head: int
    relation: str
    misc: str


class Sentence(NamedTuple):
    """The words of a sentence, and its comments by name, without a value where they have none."""

    words: list[Word]
    notes: dict[str, str]


def documents(text: str) -> Iterator[tuple[str, list[Sentence]]]:
    """The name and the sentences of each document, from its line ``# newdoc id`` on."""
    for part in re.split(r"(?m)^(?=# newdoc id)", text):
        if found := re.match(r"# newdoc id = (\S+)", part):
            yield found[1], [sentence for block in re.split(r"\n\s*\n", part) if (sentence := _sentence(block)).words]


def _sentence(block: str) -> Sentence:
    words, notes = [], {}
    for line in block.splitlines():
        if line.startswith("#"):
            name, _, value = line[1:].partition("=")
            notes[name.strip()] = value.strip()
        elif (cells := line.split("\t"))[0].isdigit():
            words.append(Word(cells[1], cells[3], cells[4], int(cells[6]) - 1, cells[7], cells[9]))
    return Sentence(words, notes)
