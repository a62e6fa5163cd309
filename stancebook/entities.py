"""Who is in it: the mentions of an article, each linked to its entity and to the way in which it is named."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from stancebook.fragments import anchor
from stancebook.gazetteer import Found, Gazetteer, fold
from stancebook.knowledge import Knowledge
from stancebook.language import Reading
from stancebook.language.names import ARTICLE, HEADS, TITLES, is_common_word, names, titles_of

COLUMNS = ("article", "paragraph", "sentence", "start", "end", "text", "type", "entity", "name", "naming", "confidence")
KNOWN, SEAT, SHORT, SHARED, AMBIGUOUS = 1.0, 0.9, 0.9, 0.5, 0.3
DIRECTIONS = ("Western", "Eastern", "Northern", "Southern", "Central", "North", "South", "East", "West")
#: A common word of these parts of speech is no name, whatever its capital at the head of a sentence.
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
    the article gives, an acronym alone to the name that it stands behind in brackets. One that may mean several
    entities is shown as ambiguous and linked to none.
    """
    text = reading.article.text
    unknown = names(reading.words, text)
    found = _without_misread(Gazetteer.of(knowledge).found_in(text), reading.words, text)
    full_names = dict(zip(knowledge.entities["entity"], knowledge.entities["name"]))
    known, new = _settled(found, list(unknown.itertuples(index=False)), full_names, text)
    linked = _linked(known, new, knowledge, text)
    return _table(linked, reading)


def _without_misread(found: list[Found], words: pd.DataFrame, text: str) -> list[Found]:
    parts = dict(zip(words["start"], words["part_of_speech"]))
    spoken = words[words["text"].str.contains(r"[^\W\d_]", regex=True).astype(bool)]
    by_sentence = spoken.groupby("sentence")
    starts = set(by_sentence["start"].min())
    shouted = {number for number, texts in by_sentence["text"] if len(texts) > 2 and texts.str.isupper().all()}
    in_capitals = set(spoken.loc[spoken["sentence"].isin(shouted), "start"])

    def is_misread(hit: Found) -> bool:
        word = text[hit.start : hit.end]
        if parts.get(hit.start) not in NO_NAMES or not is_common_word(word):
            return False
        # Among words that are not all in capitals, a word that is must be an acronym: "WHO" asks no question.
        return hit.start in in_capitals or (hit.start in starts and not word.isupper())

    return [
        hit
        for hit, after in zip(found, [*found[1:], None])
        if not is_misread(hit) and not _is_direction(hit, after, text)
    ]


def _is_direction(hit: Found, after: Found | None, text: str) -> bool:
    """Whether the hit only says which part of the place that follows: "Western Ukraine"."""
    return text[hit.start : hit.end] in DIRECTIONS and after is not None and after.start == hit.end + 1


def _settled(found: list[Found], unknown: list, full_names: dict[str, str], text: str) -> tuple[list[Found], list]:
    """Which known and which unknown names stand, where they overlap.

    A longer unknown name takes in a known one where it is a name of its own: "Bank of Russia", "Michael Jordan". A
    title or an adjective of nationality beside a known name makes no longer name. ``full_names`` are those of the
    known entities.
    """
    kept = []
    for hit in found:
        around = next((name for name in unknown if name.start < hit.end and name.end > hit.start), None)
        if around is None or not _is_name_of_its_own(hit, around, found, full_names, text):
            kept.append(hit)
    new = []
    for name in unknown:
        inside = [hit for hit in kept if hit.start < name.end and hit.end > name.start]
        for start, end in _left_over(name.start, name.end, inside):
            whole = (start, end) == (name.start, name.end)
            piece = _trimmed(start, end, text)
            if piece and (whole or text[piece[0] : piece[1]] not in (*TITLES, *DIRECTIONS)):
                new.append(name._replace(start=piece[0], end=piece[1], text=text[piece[0] : piece[1]]))
    return kept, new


def _is_name_of_its_own(hit: Found, name, found: list[Found], full_names: dict[str, str], text: str) -> bool:
    # "the West" begins with its first capital: "the West Wing".
    start = hit.start + (4 if text[hit.start : hit.end].lower().startswith("the ") else 0)
    if (name.start, name.end) == (start, hit.end) or name.start > start or name.end < hit.end:
        return False
    others = re.findall(r"[^\W_]+", text[name.start : start] + " " + text[hit.end : name.end])
    # "Security Council of Zambia" says which of several councils it is.
    if any(word in HEADS for word in others) or (len(hit.entities) > 1 and "of" in others):
        return True
    if len(others) != 1 or others[0] in (*TITLES, *DIRECTIONS) or name.type != "PER":
        return False
    if any(other != hit and other.start < name.end and other.end > name.start for other in found):
        return False
    # One more capitalised word before a surname or a place: another person of this name, unless it may be another
    # spelling of the given name ("Wladimir Putin").
    if hit.type == "PER":
        initials = {fold(full_names[entity])[0] for entity in hit.entities}
        return name.end == hit.end and " " not in text[hit.start : hit.end] and fold(others[0])[0] not in initials
    return hit.type == "LOC" and hit.naming == "name"


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
    words = [
        (found.group(), start + found.start(), start + found.end()) for found in re.finditer(r"\S+", text[start:end])
    ]
    titles = titles_of([word for word, *_ in words])
    while words and (words[0][0] in titles or not words[0][0][:1].isupper()):
        words.pop(0)
    while words and (words[-1][0] in titles or not (words[-1][0][:1].isupper() or ARTICLE.match(words[-1][0]))):
        words.pop()
    if not words or not any(len(word) > 1 and word[0].isalpha() for word, *_ in words):
        return None
    return words[0][1], words[-1][2]


class Bearers(NamedTuple):
    """Who bears a name in this article, by the last word of the name without its accents: (entity, name)."""

    #: Those whom the article names in full.
    in_full: dict[str, set[tuple[str, str]]]
    #: These, and those known from the knowledge base whom it names by another name.
    all: dict[str, set[tuple[str, str]]]


def _linked(known: list[Found], new: list, knowledge: Knowledge, text: str) -> list[Mention]:
    table = knowledge.entities.set_index("entity")
    spellings: dict[str, str] = {}
    for name in new:
        spellings.setdefault(fold(name.text), name.text)
    people = _bearers(known, new, table, spellings, text)
    acronyms = _acronyms(known, new, table, spellings, text)
    return [_of_known(hit, table, people, acronyms, text) for hit in known] + [
        _of_new(name, people, acronyms, spellings) for name in new
    ]


def _bearers(known: list[Found], new: list, table: pd.DataFrame, spellings: dict[str, str], text: str) -> Bearers:
    people = Bearers(defaultdict(set), defaultdict(set))
    for hit in known:
        if hit.type == "PER" and len(hit.entities) == 1:
            written, full = text[hit.start : hit.end], str(table.at[hit.entities[0], "name"])
            for surname in {_surname(written), _surname(full)}:
                people.all[surname].add((hit.entities[0], full))
                if " " in written:
                    people.in_full[surname].add((hit.entities[0], full))
    for name in new:
        if " " in name.text and name.type == "PER":
            full = spellings[fold(name.text)]
            people.all[_surname(full)].add((anchor(full), full))
            people.in_full[_surname(full)].add((anchor(full), full))
    return people


def _surname(name: str) -> str:
    return fold(name.split()[-1])


def _of_known(hit: Found, table: pd.DataFrame, people: Bearers, acronyms: dict, text: str) -> Mention:
    written, candidates = text[hit.start : hit.end], hit.entities
    if written in acronyms and acronyms[written][1] not in candidates:
        # What the article itself explains an acronym as goes before what it means elsewhere.
        kind, entity, full = acronyms[written]
        return Mention(hit.start, hit.end, kind, entity, full, "acronym", SHORT)
    if len(candidates) > 1:
        # The article's own full name decides between two of one surname.
        said = [entity for entity, _ in people.all.get(fold(written), ()) if entity in candidates]
        candidates = tuple(said) if len(said) == 1 else candidates
    if len(candidates) > 1:
        entity, name = anchor(written, "ambiguous"), f"{written} (ambiguous)"
        return Mention(hit.start, hit.end, hit.type, entity, name, hit.naming, AMBIGUOUS)
    row = table.loc[candidates[0]]
    # A name of the knowledge base prevails, but less surely where the article names in full another who bears it.
    others = {entity for entity, _ in people.in_full.get(fold(written), ())} - set(candidates)
    confidence = SHARED if others else SEAT if hit.naming == "metonym" else KNOWN
    return Mention(hit.start, hit.end, row["type"], candidates[0], row["name"], hit.naming, confidence)


def _of_new(name, people: Bearers, acronyms: dict[str, tuple[str, str, str]], spellings: dict[str, str]) -> Mention:
    span, written = (name.start, name.end), spellings[fold(name.text)]
    bearers = people.all.get(fold(name.text), set())
    if len(bearers) == 1:
        entity, full = next(iter(bearers))
        return Mention(*span, "PER", entity, full, "alias", SHORT)
    if len(bearers) > 1:
        return Mention(*span, "PER", anchor(written, "ambiguous"), f"{written} (ambiguous)", "alias", AMBIGUOUS)
    if name.text in acronyms:
        kind, entity, full = acronyms[name.text]
        return Mention(*span, kind, entity, full, "acronym", SHORT)
    return Mention(*span, name.type, anchor(written), written, "name", name.confidence)


def _acronyms(
    known: list[Found], new: list, table: pd.DataFrame, spellings: dict[str, str], text: str
) -> dict[str, tuple[str, str, str]]:
    """The acronyms that the article explains, "Eastern Policy Institute (EPI)", with the entity that each stands for."""
    named = [
        (name.start, name.end, name.type, anchor(spellings[fold(name.text)]), spellings[fold(name.text)])
        for name in new
    ]
    for hit in known:
        if len(hit.entities) == 1:
            named.append((hit.start, hit.end, hit.type, hit.entities[0], str(table.at[hit.entities[0], "name"])))
    explained: dict[str, tuple[str, str, str]] = {}
    for start, end, kind, entity, full in named:
        bracket = re.match(r"\s?\(([A-Z]{2,8})\)", text[end : end + 12])
        initials = "".join(word[0] for word in re.findall(r"[^\W_]+", text[start:end]) if word[0].isupper())
        if bracket and bracket.group(1) == initials:
            explained.setdefault(initials, (kind, entity, full))
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
