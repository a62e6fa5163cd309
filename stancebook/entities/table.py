"""The table of mentions: names, roles, descriptions and pronouns of one article, each with its entity."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

import pandas as pd

from stancebook.entities.context import typed_by_context
from stancebook.entities.decisions import Decided, decided
from stancebook.entities.descriptions import Description, descriptions
from stancebook.entities.descriptions import linked as meant_by
from stancebook.entities.gender import pronouns_of
from stancebook.entities.institutions import of_their_country
from stancebook.entities.kinds import kinds
from stancebook.entities.linking import linked
from stancebook.entities.mention import COLUMNS, Mention, apart
from stancebook.entities.offices import holders
from stancebook.entities.pronouns import Link, because, links, threshold
from stancebook.entities.referents import sentences
from stancebook.entities.roles import roles
from stancebook.entities.shortened import shortened
from stancebook.entities.spans import settled
from stancebook.gazetteer import Gazetteer
from stancebook.knowledge import Knowledge
from stancebook.language import Reading

#: From this probability on a pronoun rather means somebody than not.
LIKELY = 0.5


def mentions(reading: Reading, knowledge: Knowledge) -> pd.DataFrame:
    """Every mention of an entity in the reading, sorted by start, none overlapping another.

    Columns: article, paragraph, sentence, start, end, text, type (PER ORG LOC NORP MISC), entity (the knowledge base's
    id, or one made of the name), name, naming (NAMINGS), confidence (0 to 1), reason (why it was decided so). A name
    that the knowledge base does not have becomes an entity of its own. A surname alone is linked to the full name that
    the article gives, an acronym alone to the name that it stands behind in brackets. One that may mean several
    entities is shown as ambiguous and linked to none. A description by office (role), one by what somebody is
    (description: “the company”, “the government”) and a pronoun are linked where the evidence is clear, the span of a
    description being the words beside the names in it; the rest are left out, and ``undecided`` has some of them.
    """
    found, own = _named(reading, knowledge)
    lines = sentences(reading)
    countries = dict(zip(knowledge.entities["entity"], knowledge.entities["country"]))
    held = holders(knowledge, getattr(reading.article, "date", None))
    described = roles(lines, found, countries, held, _paragraphs(reading), reading.article.text)
    found = own.over(apart([*found, *described]))
    entities = knowledge.entities.set_index("entity")
    found = own.over(apart([*found, *meant_by(_descriptions(reading, found, entities), found, entities)]))
    genders = pronouns_of(found, reading.article.text, knowledge)
    found = own.over(apart([*found, *_meant(links(reading, found, genders), found)]))
    return _table(found, reading)


def undecided(reading: Reading, found: pd.DataFrame, knowledge: Knowledge) -> pd.DataFrame:
    """The descriptions that ``found``, the table of ``mentions``, leaves out, since several of its entities fit shortly before.

    Columns: those of a mention's place, text, and candidates (the names of those who fit, the last mentioned first).
    """
    by_name = _as_mentions(found[~found["naming"].isin(("description", "pronoun"))])
    entities = knowledge.entities.set_index("entity")
    names = entities["name"].to_dict() | dict(zip(found["entity"], found["name"]))
    rows = [
        {"start": one.start, "end": one.end, "candidates": [names[other.entity] for other in near]}
        for one in _descriptions(reading, by_name, entities)
        if one.meant is None and len(near := one.near) > 1
    ]
    table = _placed(pd.DataFrame(rows, columns=["start", "end", "candidates"]), reading)
    return table[["article", "paragraph", "sentence", "start", "end", "text", "candidates"]]


def _descriptions(reading: Reading, found: list[Mention], entities: pd.DataFrame) -> list[Description]:
    lines = sentences(reading)
    own = kinds(lines, found, entities, reading.article.text)
    return list(descriptions(lines, found, own, entities["country"].to_dict()))


def unsure(reading: Reading, found: pd.DataFrame, knowledge: Knowledge) -> pd.DataFrame:
    """The pronouns that ``found``, the table of ``mentions``, leaves out, and that more likely than not mean an entity of it.

    Columns: those of ``mentions``; ``confidence`` is the link’s probability, LIKELY or more and below its threshold.
    """
    sure = _as_mentions(found[found["naming"] != "pronoun"])
    genders = pronouns_of(sure, reading.article.text, knowledge)
    taken = set(found["start"])
    likely = _meant(links(reading, sure, genders), sure, lambda form: LIKELY)
    return _table([one for one in likely if one.start not in taken], reading)


def named(reading: Reading, knowledge: Knowledge) -> list[Mention]:
    """The mentions by a name or what shortens one, with the decisions of decisions.csv."""
    return _named(reading, knowledge)[0]


def _named(reading: Reading, knowledge: Knowledge) -> tuple[list[Mention], Decided]:
    text, paragraph_of = reading.article.text, _paragraphs(reading)
    entities = knowledge.entities.set_index("entity")
    full_names = dict(zip(knowledge.entities["entity"], knowledge.entities["name"]))
    known, new = settled(reading, Gazetteer.of(knowledge).found_in(text), full_names)
    new = typed_by_context(new, reading)
    known, new = of_their_country(known, new, entities, text, paragraph_of)
    found = linked(known, new, entities, text, paragraph_of)
    own = decided(reading, knowledge, found)
    found = own.over(found)
    return own.over(apart([*shortened(found, text, paragraph_of), *found])), own


def _paragraphs(reading: Reading) -> Callable[[int], int]:
    """The paragraph, from 1, of each place in the text."""
    starts = [start for start, _ in reading.article.paragraphs]
    return lambda place: bisect_right(starts, place)


def _meant(resolved: list[Link], found: list[Mention], least: Callable[[str], float] = threshold) -> list[Mention]:
    """The pronouns that are as sure as ``least`` asks of their form, as mentions."""
    names = {mention.entity: mention for mention in reversed(found) if not mention.is_ambiguous}
    meant = []
    for link in resolved:
        last = link.candidates[link.best].last if link.best >= 0 else None
        if last is None or not last.named or link.probability < least(link.word.form):
            continue
        who = names[last.key]
        span = (link.word.start, link.word.end)
        meant.append(Mention(*span, who.type, who.entity, who.name, "pronoun", round(link.probability, 2), because(link)))
    return meant


def _as_mentions(found: pd.DataFrame) -> list[Mention]:
    return [Mention(*row) for row in found[list(Mention._fields)].itertuples(index=False, name=None)]


def _table(found: list[Mention], reading: Reading) -> pd.DataFrame:
    table = _placed(pd.DataFrame(sorted(found), columns=list(Mention._fields)), reading)
    # An empty table has the types of a full one.
    numbers = dict.fromkeys(("paragraph", "sentence", "start", "end"), int) | {"confidence": float}
    return table[list(COLUMNS)].astype(dict.fromkeys(COLUMNS, str) | numbers)


def _placed(table: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    sentences, text = reading.sentences, reading.article.text
    place = sentences["start"].searchsorted(table["start"], side="right") - 1
    return table.assign(
        article=reading.article.name,
        paragraph=sentences["paragraph"].to_numpy()[place],
        sentence=sentences["sentence"].to_numpy()[place],
        text=[text[start:end] for start, end in zip(table["start"], table["end"])],
    )
