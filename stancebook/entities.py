"""Who is in it: the mentions of an article, each linked to its entity and to the way in which it is named."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from stancebook.fragments import anchor
from stancebook.gazetteer import Found, Gazetteer
from stancebook.knowledge import Knowledge
from stancebook.language import Reading
from stancebook.language.names import EVENTS, ORGANISATIONS, PLACES, TITLES, names

COLUMNS = ("article", "paragraph", "sentence", "start", "end", "text", "type", "entity", "name", "naming", "confidence")
KNOWN, SEAT, SHORT, AMBIGUOUS = 1.0, 0.9, 0.9, 0.3
DIRECTIONS = ("Western", "Eastern", "Northern", "Southern", "Central", "North", "South", "East", "West")
#: A single word of these parts of speech is no name, whatever its capital at the head of a sentence.
NO_NAMES = ("VERB", "AUX", "ADV", "PRON", "DET", "CCONJ", "SCONJ", "PART", "INTJ")


class Mention(NamedTuple):
    """One mention, before it is put into the table."""

    start: int
    end: int
    type: str
    entity: str
    name: str
    naming: str
    confidence: float


def mentions(reading: Reading, knowledge: Knowledge) -> pd.DataFrame:
    """Every mention of an entity in the reading, sorted by start, none overlapping another.

    Columns: article, paragraph, sentence, start, end, text, type (PER ORG LOC NORP MISC), entity (the knowledge base's
    id, or one made of the name), name, naming (name, alias, acronym, demonym, metonym), confidence (0 to 1). A name
    that the knowledge base does not have becomes an entity of its own. A surname alone is linked to the full name that
    the article gives; one that may mean several people is shown as ambiguous and linked to none.
    """
    text = reading.article.text
    unknown = names(reading.words, text)
    found = _without_misread(Gazetteer.of(knowledge).found_in(text), reading.words, text)
    known, new = _settled(found, list(unknown.itertuples(index=False)), text)
    linked = _linked(known, new, knowledge, text)
    return _table(linked, reading)


def _without_misread(found: list[Found], words: pd.DataFrame, text: str) -> list[Found]:
    parts = dict(zip(words["start"], words["part_of_speech"]))
    starts = set(words.groupby("sentence")["start"].min())
    return [
        hit
        for hit, after in zip(found, [*found[1:], None])
        if not (hit.start in starts and " " not in text[hit.start : hit.end] and parts.get(hit.start) in NO_NAMES)
        and not _is_direction(hit, after, text)
    ]


def _is_direction(hit: Found, after: Found | None, text: str) -> bool:
    """Whether the hit only says which part of the place that follows: "Western Ukraine"."""
    return text[hit.start : hit.end] in DIRECTIONS and after is not None and after.start == hit.end + 1


def _settled(found: list[Found], unknown: list, text: str) -> tuple[list[Found], list]:
    """Which known and which unknown names stand, where they overlap.

    A longer unknown name takes in a known one where it is a name of its own: "Bank of Russia", "Michael Jordan". A
    title or an adjective of nationality beside a known name makes no longer name.
    """
    kept, swallowed = [], set()
    for hit in found:
        around = next((name for name in unknown if name.start < hit.end and name.end > hit.start), None)
        if around is not None and _is_name_of_its_own(hit, around, text):
            swallowed.add(hit.start)
        else:
            kept.append(hit)
    new = []
    for name in unknown:
        inside = [hit for hit in kept if hit.start < name.end and hit.end > name.start]
        for start, end in _left_over(name.start, name.end, inside):
            whole = (start, end) == (name.start, name.end)
            piece = _trimmed(start, end, text)
            if piece and (whole or text[piece[0] : piece[1]] not in TITLES):
                new.append(name._replace(start=piece[0], end=piece[1], text=text[piece[0] : piece[1]]))
    return kept, new


def _is_name_of_its_own(hit: Found, name, text: str) -> bool:
    if (name.start, name.end) == (hit.start, hit.end) or name.start > hit.start or name.end < hit.end:
        return False
    others = [word for word in re.findall(r"[^\W_]+", text[name.start : hit.start] + " " + text[hit.end : name.end])]
    heads = ORGANISATIONS | EVENTS | PLACES
    if any(word in heads for word in others):
        return True
    if any(word in TITLES for word in others) or hit.type == "PER" or len(others) != 1:
        return False
    # One more capitalised word beside a place, written straight against it: a person named like the place.
    return hit.type == "LOC" and hit.naming == "name" and name.type == "PER"


def _left_over(start: int, end: int, inside: list[Found]) -> list[tuple[int, int]]:
    pieces, position = [], start
    for hit in sorted(inside):
        if hit.start > position:
            pieces.append((position, hit.start))
        position = max(position, hit.end)
    if position < end:
        pieces.append((position, end))
    return pieces


def _trimmed(start: int, end: int, text: str) -> tuple[int, int] | None:
    """A piece of a name without the titles, small words and marks at its ends; None where nothing is left."""
    words = [(found.group(), start + found.start(), start + found.end()) for found in re.finditer(r"\S+", text[start:end])]
    while words and (words[0][0] in TITLES or not words[0][0][:1].isupper()):
        words.pop(0)
    while words and (words[-1][0] in TITLES or not words[-1][0][:1].isupper()):
        words.pop()
    if not words or not any(len(word) > 1 and word[0].isalpha() for word, *_ in words):
        return None
    return words[0][1], words[-1][2]


def _linked(known: list[Found], new: list, knowledge: Knowledge, text: str) -> list[Mention]:
    table = knowledge.entities.set_index("entity")
    full_names = {hit.entities[0]: text[hit.start : hit.end] for hit in known if hit.type == "PER" and len(hit.entities) == 1}
    people = defaultdict(set)
    for entity in full_names:
        people[_surname(str(table.at[entity, "name"]))].add((entity, str(table.at[entity, "name"])))
        people[_surname(full_names[entity])].add((entity, str(table.at[entity, "name"])))
    for name in new:
        if " " in name.text and name.type == "PER":
            people[_surname(name.text)].add((anchor(name.text), name.text))
    acronyms = _acronyms(new, text)
    return [_of_known(hit, table, people, text) for hit in known] + [_of_new(name, people, acronyms) for name in new]


def _surname(name: str) -> str:
    return name.split()[-1]


def _of_known(hit: Found, table: pd.DataFrame, people: dict, text: str) -> Mention:
    candidates = hit.entities
    if len(candidates) > 1:
        # The article's own full name decides between two of one surname.
        said = [entity for entity, _ in people.get(text[hit.start : hit.end], ()) if entity in candidates]
        candidates = tuple(said) if len(said) == 1 else candidates
    if len(candidates) > 1:
        name = text[hit.start : hit.end]
        return Mention(hit.start, hit.end, hit.type, anchor(name, "ambiguous"), f"{name} (ambiguous)", hit.naming, AMBIGUOUS)
    row = table.loc[candidates[0]]
    confidence = SEAT if hit.naming == "metonym" else KNOWN
    return Mention(hit.start, hit.end, row["type"], candidates[0], row["name"], hit.naming, confidence)


def _of_new(name, people: dict, acronyms: dict[str, tuple[str, str, str]]) -> Mention:
    span = (name.start, name.end)
    bearers = people.get(name.text, set())
    if len(bearers) == 1:
        entity, full = next(iter(bearers))
        return Mention(*span, "PER", entity, full, "alias", SHORT)
    if len(bearers) > 1:
        return Mention(*span, "PER", anchor(name.text, "ambiguous"), f"{name.text} (ambiguous)", "alias", AMBIGUOUS)
    if name.text in acronyms:
        kind, entity, full = acronyms[name.text]
        return Mention(*span, kind, entity, full, "acronym", SHORT)
    return Mention(*span, name.type, anchor(name.text), name.text, "name", name.confidence)


def _acronyms(new: list, text: str) -> dict[str, tuple[str, str, str]]:
    """The acronyms that the article explains, "Eastern Policy Institute (EPI)", with the entity that each stands for."""
    explained = {}
    for name in new:
        bracket = re.match(r"\s?\(([A-Z]{2,8})\)", text[name.end : name.end + 12])
        initials = "".join(word[0] for word in re.findall(r"[^\W_]+", name.text) if word[0].isupper())
        if bracket and bracket.group(1) == initials:
            explained[initials] = (name.type, anchor(name.text), name.text)
    return explained


def _table(linked: list[Mention], reading: Reading) -> pd.DataFrame:
    table = pd.DataFrame(sorted(linked), columns=list(Mention._fields))
    sentences = reading.sentences
    place = sentences["start"].searchsorted(table["start"], side="right") - 1
    text = reading.article.text
    table = table.assign(
        article=reading.article.name,
        paragraph=sentences["paragraph"].to_numpy()[place],
        sentence=sentences["sentence"].to_numpy()[place],
        text=[text[start:end] for start, end in zip(table["start"], table["end"])],
    )
    return table[list(COLUMNS)]
