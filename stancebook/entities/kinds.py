"""What an entity is, in the nouns by which it may be described: a company, a country, a club.

Told by the article beside the name (apposition and copula: "Acme, a mining company"), by the name itself ("Lakeside
Football Club"), or by the entity's line in the knowledge base ("country in South America").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from stancebook.entities.mention import Mention
from stancebook.entities.referents import Word
from stancebook.language.names import is_common_word
from stancebook.language.people import PEOPLE

#: Where the noun that heads a description in the knowledge base ends: "gas company | of Russia".
AFTER_HEAD = re.compile(
    r" (?:in|of|on|around|between|for|by|from|that|at|and|to|with|near|under|against|within|off|along|across|who|which|over"
    r"|led|based|held|claimed|run|owned|until|since|\d)\b|[,(:;]"
)
#: Kinds that are others too: a port is a city, an airline a company.
WIDER = {
    **dict.fromkeys(("port", "capital", "metropolis", "resort"), ("city",)),
    **dict.fromkeys(("airline", "maker", "producer", "exporter", "firm", "retailer", "manufacturer", "startup", "conglomerate", "operator"), ("company",)),
    **dict.fromkeys(("daily", "weekly", "broadsheet", "tabloid"), ("newspaper", "paper")),
    "company": ("firm",), "newspaper": ("paper",), "country": ("nation",), "organisation": ("organization",),
    "organization": ("organisation",), "parliament": ("assembly",), "union": ("bloc",), "tribunal": ("court",), "broadcaster": ("company",),
}  # fmt: skip
#: Words that say what somebody is to another, or of what part; and those that "the" goes with, whichever is meant (the
#: "larger situation" of Hawkins 1978): the press, the sea.
NO_KINDS = frozenset(
    """part name side one thing kind sort number way time member example case victim winner heart home place centre
    center result source reason problem question word story fact issue matter seat rest man woman people
    press sea ocean sky world internet web media market public event weather economy law state""".split()
)


class Kind(NamedTuple):
    """That an entity is something: how that is known, from which place in the text on (-1 where the article need not say it)."""

    noun: str
    start: int
    reason: str
    told: int = -1


Kinds = defaultdict[str, dict[str, Kind]]


def kinds(lines: list[list[Word]], found: list[Mention], entities: pd.DataFrame, text: str) -> Kinds:
    """For each entity of ``found`` that is no person the nouns for what it is; ``entities`` are the knowledge base's, by id."""
    result: Kinds = defaultdict(dict)
    named = [one for one in found if one.type != "PER" and not one.is_ambiguous]
    countries = {str(entities.at[one.entity, "country"]) for one in found if one.entity in entities.index} - {""}
    for entity in {one.entity for one in named} & set(entities.index) | countries:
        noun = _head_of(str(entities.at[entity, "description"]))
        _add(result, entity, Kind(noun, -1, f"“{entities.at[entity, 'description']}” in entities.csv"))
    for mention in named:
        entity = mention.entity
        if mention.naming in ("name", "alias"):
            for noun in _nouns_of(text[mention.start : mention.end]):
                _add(result, entity, Kind(noun, mention.start, f"“{text[mention.start : mention.end]}”"), wider=False)
    starts = [one.start for one in found]
    for line in lines:
        for mention, place in _told(line, found, starts):
            words = sorted((line[place].start, line[place].end, mention.start, mention.end))
            _add(result, mention.entity, Kind(line[place].lemma, words[0], f"“{text[words[0] : words[-1]]}”", line[place].start))
    return result


def _add(kinds: Kinds, entity: str, kind: Kind, *, wider: bool = True) -> None:
    if kind.noun in NO_KINDS or kind.noun in PEOPLE or not kind.noun.isalpha():
        return
    waiting = [kind.noun]
    while waiting:
        noun = waiting.pop()
        if noun not in kinds[entity]:
            kinds[entity][noun] = kind
            waiting += WIDER.get(noun, ()) if wider else ()


def _head_of(description: str) -> str:
    """The noun that heads a description, behind a full name: "North Atlantic Treaty Organization, military alliance"."""
    heads = [words[-1] for part in description.split(",") if (words := AFTER_HEAD.split(part.strip())[0].split())]
    return next((head for head in heads if head.islower()), "")


def _nouns_of(name: str) -> list[str]:
    """The common nouns that head a name: "Bank of Ghana", "Lakeside Football Club", "Lake Chad"."""
    words = re.split(r" (?:of|for|in|on) ", name)[0].split()
    if len(name.split()) < 2 or not words:
        return []
    heads = {words[-1], *words[:1]} if words[0] in ("Lake", "Mount", "River", "Lough", "Loch") else {words[-1]}
    return [word.lower() for word in heads if word.isalpha() and word.istitle() and is_common_word(word)]


def _told(line: list[Word], found: list[Mention], starts: list[int]):
    """The mentions of a sentence with the places of the nouns that say what they are."""
    for mention, head, inside in _mentions_of(line, found, starts):
        word = line[head]
        for place, other in enumerate(line):
            if other.part_of_speech != "NOUN" or place in inside or other.tag == "NNS":
                continue
            # "Acme, a mining company": the noun hangs on the name.
            if other.head == head and other.relation == "appos":
                yield mention, place
            # "the mining company Acme": the name hangs on the noun, right behind it, or after "called".
            elif word.head == place and word.relation in ("appos", "flat", "nmod:desc") and place < head and inside[0] - place <= 2:
                yield mention, place
            elif other.head == head and other.relation in ("compound", "nmod:desc", "flat") and inside[0] - place == 1:
                yield mention, place
            # "Acme is a mining company"
            elif word.head == place and word.relation == "nsubj" and _is_said(line, place):
                yield mention, place


def _mentions_of(line: list[Word], found: list[Mention], starts: list[int]):
    if not line:
        return
    first, last = bisect_left(starts, line[0].start), bisect_left(starts, line[-1].end)
    for mention in found[first:last]:
        if mention.type == "PER" or mention.is_ambiguous or mention.naming in ("demonym", "metonym", "pronoun"):
            continue
        inside = [place for place, word in enumerate(line) if word.start < mention.end and word.end > mention.start]
        if inside:
            yield mention, next((place for place in inside if line[place].head not in inside), inside[0]), inside


def _is_said(line: list[Word], place: int) -> bool:
    """Whether a predicate noun is said to be so: "is a company", not "is no company" or "may be a company"."""
    own = [word for word in line if word.head == place]
    copula = any(word.relation == "cop" for word in own)
    article = any(word.relation == "det" and word.form in ("a", "an", "the") for word in own)
    denied = any(word.relation == "aux" or word.form in ("not", "n't", "no", "never", "if") for word in own)
    return copula and article and not denied
