"""What many countries have, by the country that an article speaks of: "Congress", "Senate", "the Far East"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pandas as pd

from stancebook.entities.spans import Name
from stancebook.gazetteer import Found
from stancebook.language.names import ORGANISATIONS, is_common_word

#: How sure it is that such a word names a body, though nobody can say whose; and that the country tells which it is.
OWNER_UNKNOWN, BY_COUNTRY = 0.6, 0.7


def of_their_country(
    known: list[Found], new: list[Name], entities: pd.DataFrame, text: str, paragraph_of: Callable[[int], int]
) -> tuple[list[Found], list[Name]]:
    """Known and other names, where a bare institution is known only if the article speaks of its country there.

    It does if it names no country more often, or that country, its people or bodies in the same paragraph or the one
    before. Else the institution is one that the knowledge base does not have. A name of several meanings is of the only
    one whose country the article names; or of the one whose country it names most, be it of all or in these paragraphs.
    """
    bare = [hit for hit in known if _is_bare(hit, entities, text)]
    countries = [(_country(hit, entities), paragraph_of(hit.start)) for hit in known if hit not in bare]
    times = Counter(country for country, _ in countries if country)
    known = [_chosen(hit, times, _beside(paragraph_of(hit.start), countries), entities) for hit in known]
    if not bare:
        return known, new
    most = max(times.values(), default=0)
    elsewhere = []
    for hit in bare:
        country = _country(hit, entities)
        near = country in _beside(paragraph_of(hit.start), countries)
        if not near and (not times[country] or times[country] < most):
            elsewhere.append(hit)
    others = [Name(hit.start, hit.end, text[hit.start : hit.end], "ORG", OWNER_UNKNOWN) for hit in elsewhere]
    return [hit for hit in known if hit not in elsewhere], sorted([*new, *others])


def _is_bare(hit: Found, entities: pd.DataFrame, text: str) -> bool:
    word = text[hit.start : hit.end]
    return hit.type == "ORG" and word in ORGANISATIONS and is_common_word(word) and bool(_country(hit, entities))


def _beside(paragraph: int, countries: list[tuple[str, int]]) -> set[str]:
    """The countries that are named in a paragraph or the one before."""
    return {country for country, place in countries if country and place in (paragraph - 1, paragraph)}


def _chosen(hit: Found, times: Counter[str], beside: set[str], entities: pd.DataFrame) -> Found:
    """The name with the one meaning that the countries tell, one that is named ``beside`` it, or most of all."""
    if len(hit.entities) < 2:
        return hit
    owners = {entity: str(entities.at[entity, "country"]) for entity in hit.entities}
    left = [entity for entity, owner in owners.items() if not owner or times[owner]]
    why = "the only one of several meanings whose country the article names"
    has_country = set(entities["country"])
    if len(left) > 1 and all(owners[one] or hit.type == "LOC" and one not in has_country for one in left):
        most = max(times[owners[entity]] for entity in left)
        spoken_of = beside | {country for country, count in times.items() if count == max(times.values())}
        left = [one for one in left if owners[one] in spoken_of and times[owners[one]] == most]
        why = "of several meanings that of the country that is spoken of here"
    if len(left) != 1:
        return hit
    return hit._replace(entities=(left[0],), line=f"{hit.line}; {why}", sure=BY_COUNTRY)


def _country(hit: Found, entities: pd.DataFrame) -> str:
    """The country that a name means or that its bearer belongs to; empty where it is not one alone."""
    if len(hit.entities) != 1:
        return ""
    row = entities.loc[hit.entities[0]]
    return str(row["country"]) or (hit.entities[0] if row["type"] == "LOC" else "")
