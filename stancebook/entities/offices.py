"""Offices that the knowledge base dates: who was president of what, and when."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

from stancebook.knowledge import Knowledge

#: "president of Belarus since 1994", "British defence secretary 2019-2023", "prime minister of Israel ... from 2022".
DATED = re.compile(r"(?P<office>.+?) (?:(?:since|from) (?P<since>\d{4})|(?P<first>\d{4})-(?P<last>\d{4}))\b")
OF = re.compile(r"(?P<words>[a-z][a-z -]+?) of (?:the )?(?P<owner>[A-Z].*)")
BEFORE = re.compile(r"(?P<owner>[A-Z][\w.]*) (?P<words>[a-z][a-z -]+)")
#: Offices have one holder at a time; of senators and advisers there are many.
SINGLE = frozenset("president minister chancellor secretary king queen emir premier pope sultan monarch".split())


class Office(NamedTuple):
    """An office in words, whose it is, who held it, and in which years."""

    words: tuple[str, ...]
    owner: str
    entity: str
    since: int
    until: int
    line: int


def office_words(words: str) -> tuple[str, ...]:
    """The words of an office as they are compared: "secretary-general" and "secretary general" are one."""
    return tuple(words.lower().replace("-", " ").replace("defense", "defence").split())


@lru_cache(maxsize=4)
def dated(knowledge: Knowledge) -> tuple[Office, ...]:
    """The offices that descriptions in entities.csv give with their years."""
    single = knowledge.aliases.drop_duplicates("alias", keep=False)
    meaning = dict(zip(single["alias"], single["entity"]))
    people = knowledge.entities[knowledge.entities["type"] == "PER"]
    found = []
    for entity, description, line in zip(people["entity"], people["description"], people["line"]):
        match = DATED.match(description)
        named = match and (OF.fullmatch(match["office"]) or BEFORE.fullmatch(match["office"]))
        owner = meaning.get(named["owner"]) if named else None
        if owner and SINGLE.intersection(office_words(named["words"])):
            since = int(match["since"] or match["first"])
            until = int(match["last"] or 9999)
            found.append(Office(office_words(named["words"]), owner, entity, since, until, int(line)))
    return tuple(found)


def holders(knowledge: Knowledge, date: datetime.date | None) -> list[Office]:
    """The offices held at a date, those of the year in which one passed to another left out; none without a date."""
    if date is None:
        return []
    return [office for office in dated(knowledge) if office.since < date.year < office.until]
