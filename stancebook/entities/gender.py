"""Which pronoun goes with whom: by the knowledge base, a title, a kinship or gendered noun, or the given name."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from stancebook.entities.mention import Mention
from stancebook.errors import DataError
from stancebook.knowledge import Knowledge
from stancebook.language.people import FEMALE, MALE
from stancebook.paths import KNOWLEDGE
from stancebook.spelling import fold

DATA_FILES = ("data/knowledge/given_names.csv",)
TITLES = {
    "he": frozenset("mr mr. sir lord king prince sheikh father brother congressman chairman spokesman".split()),
    "she": frozenset("mrs mrs. ms ms. miss lady dame queen princess sister congresswoman chairwoman spokeswoman".split()),
}

#: Pronouns before a name, "told her Obi left", are no titles.
OBJECTS = ("he", "him", "she", "her")


@lru_cache(maxsize=2)
def given_names(folder: Path = KNOWLEDGE) -> dict[str, str]:
    """The pronoun that goes with each given name, in small letters and without accents."""
    try:
        with (folder / "given_names.csv").open(encoding="utf-8-sig", newline="") as file:
            return {row["name"]: row["pronoun"] for row in csv.DictReader(file)}
    except (OSError, UnicodeDecodeError, csv.Error, KeyError) as error:
        raise DataError("given_names.csv of data/knowledge/ cannot be read; fetch it again with git checkout.") from error


def pronouns_of(mentions: list[Mention], text: str, knowledge: Knowledge) -> dict[str, str]:
    """For each person of ``mentions``, by entity: he, she or they, or empty where nothing says it or two things differ."""
    known = dict(zip(knowledge.entities["entity"], knowledge.entities["pronoun"]))
    said: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.type == "PER":
            found = said.setdefault(mention.entity, set())
            title = title_before(text, mention.start)
            found |= {title} - {""}
    return {entity: known.get(entity) or _only(found) or _by_name(entity, mentions) for entity, found in said.items()}


def title_before(text: str, start: int) -> str:
    """The pronoun that the word before a name gives away: Mrs, King, his wife."""
    before = text[max(start - 24, 0) : start].replace(",", " ").split()
    word = before[-1].lower() if before else ""
    return "" if word in OBJECTS else of_noun(word)


def of_noun(lemma: str) -> str:
    """The pronoun that goes with a common noun for a person: she with a queen, none in particular with a minister."""
    return "she" if lemma in FEMALE or lemma in TITLES["she"] else "he" if lemma in MALE or lemma in TITLES["he"] else ""


def _only(found: set[str]) -> str:
    return next(iter(found)) if len(found) == 1 else ""


def _by_name(entity: str, mentions: list[Mention]) -> str:
    return by_given_name(next(mention.name for mention in mentions if mention.entity == entity))


def by_given_name(name: str) -> str:
    """The pronoun that goes with the first of several words of a name, or empty."""
    words = [fold(word).lower() for word in name.split()]
    if len(words) < 2:
        return ""
    return given_names().get(words[0]) or given_names().get(words[0].split("-")[0], "")
