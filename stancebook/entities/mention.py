"""One mention, as it goes from the names over roles and pronouns into the table."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from stancebook.fragments import anchor

NAMINGS = ("name", "alias", "acronym", "demonym", "metonym", "role", "pronoun")
#: The ways of naming that counts take in where a reader does not choose: all but pronouns.
NAMED = NAMINGS[:-1]
COLUMNS = (
    *("article", "paragraph", "sentence", "start", "end", "text"),
    *("type", "entity", "name", "naming", "confidence", "reason"),
)

#: How the name of a mention ends that may mean several entities.
AMBIGUOUS = " (ambiguous)"


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


def entity_id(name: str) -> str:
    """The id of an entity that only the article names: “Gülşen O’Dea” is gulsen-o-dea, with or without its accents.

    A name that loses letters or signs in plain ASCII (“C++”, “Łódź”) keeps a mark, so that no two share an id.
    """
    folded = unicodedata.normalize("NFKD", re.sub(r"[.’'‘ʼ]", " ", name)).encode("ascii", "ignore").decode().lower()
    kept = sum(character.isalnum() or character in " -" for character in folded)
    return anchor(re.sub(r"[\s-]+", " ", folded).strip()) if kept == len(unicodedata.normalize("NFC", name)) else anchor(name)


def apart(mentions: list[Mention]) -> list[Mention]:
    """The mentions in order, without those that overlap one before them in the list given."""
    kept: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for mention in mentions:
        if not any(mention.start < end and mention.end > start for start, end in taken):
            kept.append(mention)
            taken.append((mention.start, mention.end))
    return sorted(kept)
