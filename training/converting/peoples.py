"""Names of nationalities, religions and parties' adherents, which the originals have among places or the miscellaneous."""

from __future__ import annotations

import functools
import re
from pathlib import Path


DOUBTFUL = frozenset({"Conservative", "Roman", "Western"})  # also opinions, numerals, films


@functools.cache
def peoples() -> frozenset[str]:
    """The adjectives and nouns of ``peoples.txt``: demonyms, and what adherents of religions and parties are called."""
    return frozenset(Path(__file__).parent.with_name("peoples.txt").read_text(encoding="utf8").splitlines())


def of_people(words: list[str]) -> bool:
    """Whether the words name people: "South Korean" as a whole, or each part of "Dutch-Australian"."""
    name = " ".join(words)
    parts = [part for part in re.split(r"[\s-]+", name) if part]
    return name in peoples() or bool(parts) and all(part in peoples() for part in parts)


def with_people(words: list[str], tags: list[str]) -> list[str]:
    """The tags, and NORP where people are named outside of all names, but for words that are as often something else."""
    found = list(tags)
    for at, word in enumerate(words):
        if found[at] != "O":
            continue
        if found[at : at + 2] == ["O", "O"] and " ".join(words[at : at + 2]) in peoples():
            found[at : at + 2] = ["B-NORP", "I-NORP"]
        elif word in peoples() and word not in DOUBTFUL:
            found[at] = "I-NORP" if at and tags[at - 1] == "O" and found[at - 1] != "O" else "B-NORP"
    return found
