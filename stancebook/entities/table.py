"""The table of mentions: names, roles and pronouns of one article, each with its entity."""

from __future__ import annotations

from bisect import bisect_right

import pandas as pd

from stancebook.entities.decisions import decided
from stancebook.entities.linking import linked
from stancebook.entities.mention import COLUMNS, Mention, apart
from stancebook.entities.shortened import shortened
from stancebook.entities.spans import settled
from stancebook.gazetteer import Gazetteer
from stancebook.knowledge import Knowledge
from stancebook.language import Reading


def mentions(reading: Reading, knowledge: Knowledge) -> pd.DataFrame:
    """Every mention of an entity in the reading, sorted by start, none overlapping another.

    Columns: article, paragraph, sentence, start, end, text, type (PER ORG LOC NORP MISC), entity (the knowledge base's
    id, or one made of the name), name, naming (NAMINGS), confidence (0 to 1), reason (why it was decided so). A name
    that the knowledge base does not have becomes an entity of its own. A surname alone is linked to the full name that
    the article gives, an acronym alone to the name that it stands behind in brackets. One that may mean several
    entities is shown as ambiguous and linked to none.
    """
    text = reading.article.text
    entities = knowledge.entities.set_index("entity")
    full_names = dict(zip(knowledge.entities["entity"], knowledge.entities["name"]))
    known, new = settled(reading, Gazetteer.of(knowledge).found_in(text), full_names)
    starts = [start for start, _ in reading.article.paragraphs]

    def paragraph_of(place: int) -> int:
        return bisect_right(starts, place)

    found = linked(known, new, entities, text, paragraph_of)
    own = decided(reading, knowledge, found)
    found = own.over(found)
    found = own.over(apart([*shortened(found, text, paragraph_of), *found]))
    return _table(found, reading)


def _table(found: list[Mention], reading: Reading) -> pd.DataFrame:
    table = pd.DataFrame(sorted(found), columns=list(Mention._fields))
    sentences = reading.sentences
    place = sentences["start"].searchsorted(table["start"], side="right") - 1
    text = reading.article.text
    table = table.assign(
        article=reading.article.name,
        paragraph=sentences["paragraph"].to_numpy()[place],
        sentence=sentences["sentence"].to_numpy()[place],
        text=[text[start:end] for start, end in zip(table["start"], table["end"])],
    )
    # An empty table has the types of a full one.
    return table[list(COLUMNS)].astype(dict.fromkeys(("paragraph", "sentence", "start", "end"), int) | {"confidence": float})
