"""One mention, as it goes from the names over roles, descriptions and pronouns into the table."""

from __future__ import annotations

import re
from typing import NamedTuple

from stancebook.fragments import anchor
from stancebook.spelling import ALIKE, fold

NAMINGS = ("name", "alias", "acronym", "demonym", "metonym", "role", "description", "pronoun")
#: Those that name nobody: whom they mean is told by what stands before.
UNNAMED = ("description", "pronoun")
#: The ways of naming that counts take in where a reader does not choose: all but those.
NAMED = tuple(naming for naming in NAMINGS if naming not in UNNAMED)
COLUMNS = (
    *("article", "paragraph", "sentence", "start", "end", "text"),
    *("type", "entity", "name", "naming", "confidence", "reason"),
)

#: How the name of a mention ends that may mean several entities.
AMBIGUOUS = " (ambiguous)"


#: Letters of the Latin alphabet that are no other letter with an accent.
LETTERS = str.maketrans({"đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e", "ŋ": "n"})


def entity_id(*words: str) -> str:
    """The id of an entity that the knowledge base does not have, made of its name: ``rogerio-valadao``.

    Names that differ in accents or apostrophes alone are one entity's. What is left of a name in another script, or
    with other marks than these, would not tell it from others: its id has a number besides.
    """
    name = " ".join(words).translate(ALIKE)
    plain = fold(name).lower().translate(LETTERS).replace("'", "")
    return re.sub(r"[ .,&/-]+", "-", plain).strip("-") if re.fullmatch(r"[a-z0-9 .,&/-]+", plain) else anchor(name)


class Mention(NamedTuple):
    """A span with the entity that it means, the way in which it names it, and why it was decided so."""

    start: int
    end: int
    type: str
    entity: str
    name: str
    naming: str
    confidence: float
    reason: str

    @property
    def is_ambiguous(self) -> bool:
        """Whether it may mean several entities, and is counted for none of them."""
        return self.name.endswith(AMBIGUOUS)


class Named(NamedTuple):
    """An entity as this article names it in full: whom, by which words, in which paragraph (from 1)."""

    entity: str
    name: str
    type: str
    text: str
    paragraph: int
    start: int
    pronoun: str = ""


def apart(mentions: list[Mention]) -> list[Mention]:
    """The mentions in order, without those that overlap one before them in the list given."""
    kept: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for mention in mentions:
        if not any(mention.start < end and mention.end > start for start, end in taken):
            kept.append(mention)
            taken.append((mention.start, mention.end))
    return sorted(kept)
