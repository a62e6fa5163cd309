"""Interviews and transcripts: what each speaker but the interviewer says is that speaker's, whatever it reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from stancebook.articles.turns import ANSWERS
from stancebook.language import Reading
from stancebook.voices.sources import Source

#: How a speaker without any name is shown.
NAMELESS = "the interviewee"


def spoken(reading: Reading, mentions: pd.DataFrame) -> Iterator[tuple[int, tuple[int, int], Source]]:
    """Each sentence of a speaker's turns: its paragraph, its span and the source, who is linked to the mentions.

    A label is linked to the person whose name it is, or ends or begins; “A” to the person of the introduction whom
    the title names, or who is mentioned most before the first turn.
    """
    speakers = getattr(reading.article, "speakers", ())
    sources = {label: _source(label, reading, mentions) for label in dict.fromkeys(speakers) if label}
    for sentence in reading.sentences.itertuples() if sources else ():
        label = speakers[sentence.paragraph]
        if label:
            yield sentence.paragraph, (sentence.start, sentence.end), sources[label]


def _source(label: str, reading: Reading, mentions: pd.DataFrame) -> Source:
    people = mentions[mentions["type"] == "PER"].drop_duplicates("entity")
    if label.casefold() in ANSWERS:
        entity = _introduced(reading, mentions)
        name = dict(zip(people["entity"], people["name"])).get(entity, NAMELESS)
        return Source(entity, name, not entity)
    words = _words(label)
    for row in people.itertuples():
        full = _words(row.name)
        if words == full or words == full[-len(words) :] or full == words[-len(full) :] or _initials(label, row.name):
            return Source(row.entity, row.name, False)
    return Source("", label.title() if label.isupper() and len(label) > 3 else label, False)


def _introduced(reading: Reading, mentions: pd.DataFrame) -> str:
    """The entity of who answers, '' where the introduction and the title name nobody."""
    first = next(place for place, label in enumerate(reading.article.speakers) if label)
    people = mentions[mentions["type"] == "PER"]
    title = getattr(reading.article, "title", "").casefold()
    titled = [row.entity for row in people.itertuples() if row.name.casefold() in title]
    before = people.loc[people["paragraph"] < first, "entity"]
    return next(iter(titled or before.value_counts(sort=True).index), "")


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", name.casefold())


def _initials(label: str, name: str) -> bool:
    return label.isupper() and 1 < len(label) <= 4 and label == "".join(word[0] for word in name.split()).upper()
