"""Where the names stand: those of the knowledge base and those that the reader sees, settled where they overlap."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

from stancebook.gazetteer import Found
from stancebook.language import Reading
from stancebook.language.names import ARTICLE, CALENDAR, COMPASS, HEADS, ORGANISATIONS, PARTICLES, TITLES, is_common_word, titles_of
from stancebook.spelling import fold

DIRECTIONS = ("Western", "Eastern", "Northern", "Southern", "Central", *COMPASS)
#: A common word of these parts of speech is no name, whatever its capital at the head of a sentence.
NO_NAMES = ("VERB", "AUX", "ADV", "PRON", "DET", "CCONJ", "SCONJ", "PART", "INTJ")
#: Below it, what only the reader takes for a name is none, unless it has a head: "Foreign Ministry".
LEAST = 0.3
#: How sure a name is that the reader overlooked, of somebody whom the article names in full elsewhere.
AGAIN = 0.6
WORD = re.compile(r"[^\W_][^\s]*[^\W_]|[^\W_]")
#: A head before the preposition: what follows belongs to the name.
BROKEN_OFF = re.compile(rf"\b(?:{'|'.join(sorted(ORGANISATIONS))}) (?:on|for|of) $")
POSSESSIVE_INSIDE = re.compile(r"['’]s?\s")


#: How the last word of a name begins: with a capital, a digit or the Arabic article.
NAMELY = re.compile(rf"[A-ZÀ-ÖØ-Þ\d]|[^\W\d_a-z]|{ARTICLE.pattern}")


#: How its first word begins, or what it is: "bin Salman" and "van der Bellen" keep their particles.
BEGINS = re.compile(rf"[A-ZÀ-ÖØ-Þ]|[^\W\d_a-z]|{ARTICLE.pattern}|(?:bin|ibn|van|von|de|da|di|del|der|den|el|al)$")


class Name(NamedTuple):
    """A name that the knowledge base does not have, as the reader sees it."""

    start: int
    end: int
    text: str
    type: str
    confidence: float


def settled(reading: Reading, found: list[Found], full_names: dict[str, str]) -> tuple[list[Found], list[Name]]:
    """Which known and which other names stand, where they overlap.

    A longer name takes in a known one where it is a name of its own: "Bank of Zambia", "Michael Jordan". A title or an
    adjective of nationality beside a known name makes no longer name. ``full_names`` are those of the known entities.
    """
    text = reading.article.text
    found = _without_misread(found, reading.words, text)
    other = seen(reading)
    kept = []
    for hit in found:
        around = next((name for name in other if name.start < hit.end and name.end > hit.start), None)
        if around is None or not _is_name_of_its_own(hit, around, found, text):
            kept.append(hit)
        elif fuller := _with_given_names(hit, around, full_names, text):
            kept.append(fuller)
    new = []
    for name in other:
        inside = [hit for hit in kept if hit.start < name.end and hit.end > name.start]
        for start, end in _left_over(name.start, name.end, inside):
            whole = (start, end) == (name.start, name.end)
            piece = _trimmed(start, end, text)
            if piece and (whole or text[piece[0] : piece[1]] not in (*TITLES, *DIRECTIONS)):
                new.append(name._replace(start=piece[0], end=piece[1], text=text[piece[0] : piece[1]]))
    return kept, sorted([*new, *_said_again(new, kept, reading)])


def _said_again(new: list[Name], kept: list[Found], reading: Reading) -> list[Name]:
    """The first and last words of people's full names where they stand alone as proper nouns and nothing else has them."""
    taken = [(name.start, name.end) for name in (*new, *kept)]
    borne: dict[str, Name] = {}
    for name in new:
        words = name.text.split()
        for word in (words[0], words[-1]) if name.type == "PER" and len(words) > 1 else ():
            if len(word) > 2 and word[0].isupper() and word not in TITLES | CALENDAR:
                borne.setdefault(word, name)
    columns = (reading.words[column].tolist() for column in ("start", "end", "text", "part_of_speech"))
    return [
        Name(start, end, word, "PER", min(AGAIN, borne[word].confidence))
        for start, end, word, part in zip(*columns)
        if part == "PROPN" and word in borne and not any(first < end and start < last for first, last in taken)
    ]


def seen(reading: Reading) -> list[Name]:
    """The names that the reader sees, but for months and those of which it is not sure at all."""
    text = reading.article.text
    columns = (reading.names[name].tolist() for name in ("start", "end", "type", "confidence"))
    names = [
        Name(start, end, text[start:end], kind, confidence)
        for start, end, kind, confidence in zip(*columns)
        if (confidence >= LEAST or HEADS.intersection(text[start:end].split()))
        and (kind == "PER" or not CALENDAR.issuperset(text[start:end].split()))
    ]
    return _joined([piece for name in names for piece in _at_brackets(name)], text)


def _at_brackets(name: Name) -> list[Name]:
    """What stands before a bracket within a name, and what stands in it: "Eastern Policy Institute (EPI)" are two names."""
    pieces = [(found.start(), found.end()) for found in re.finditer(r"[^\s()\[\]][^()\[\]]*(?<!\s)", name.text)]
    return [
        name._replace(start=name.start + first, end=name.start + last, text=name.text[first:last]) for first, last in pieces
    ]


def _joined(names: list[Name], text: str) -> list[Name]:
    """Names that the reader breaks off before a particle or at a preposition are one.

    "Hamad", "bin Testi al-Qasimi"; and of bodies "Task Force on", "Devolution".
    """
    whole: list[Name] = []
    for name in names:
        before = whole[-1] if whole else None
        goes_on = before is not None and before.type == name.type == "ORG" and BROKEN_OFF.search(text[before.start : name.start])
        goes_on = goes_on and text[before.end : name.start].strip() in ("", "on", "for")
        bears = before is not None and before.type == name.type == "PER" and text[before.end : name.start] == " "
        if goes_on or (bears and name.text.split()[0] in PARTICLES):
            least = min(before.confidence, name.confidence)
            whole[-1] = Name(before.start, name.end, text[before.start : name.end], name.type, least)
        else:
            whole.append(name)
    return whole


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


def _is_name_of_its_own(hit: Found, name: Name, found: list[Found], text: str) -> bool:
    # "The Independent" begins, as a reader of names has it, with "Independent".
    start = hit.start + (4 if text[hit.start : hit.end].startswith("The ") else 0)
    if name.type == "NORP" or name.start > start or name.end < hit.end or (name.start, name.end) == (start, hit.end):
        return False
    within = [other for other in found if other.start < name.end and other.end > name.start]
    pieces = [text[first:last] for first, last in _left_over(name.start, name.end, within)]
    if any(POSSESSIVE_INSIDE.match(piece) for piece in pieces):
        return False  # "Russia's Defense Ministry" are two names
    words = [word for piece in pieces for word in WORD.findall(piece) if word[0].isupper()]
    titles = titles_of(WORD.findall(name.text))
    if not set(words) - titles - set(DIRECTIONS):
        # "Security Council of Zambia" says which of several councils it is; "South Ruritania" is no part of a place.
        return (len(hit.entities) > 1 and " of " in text[hit.end : name.end]) or (
            hit.type == name.type == "LOC" and words[:1] != [] and words[0] in COMPASS and name.end == hit.end
        )
    return True


def _with_given_names(hit: Found, name: Name, full_names: dict[str, str], text: str) -> Found | None:
    """A known surname with the given names before it, where they may be another form of its bearer's."""
    if hit.type != "PER" or name.end != hit.end or name.start >= hit.start or " " in text[hit.start : hit.end]:
        return None
    initials = {fold(full_names[entity])[0] for entity in hit.entities}
    return hit._replace(start=name.start) if fold(name.text)[0] in initials else None


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
    while words and (words[0][0] in titles or not BEGINS.match(words[0][0])):
        words.pop(0)
    while words and (words[-1][0] in titles or not (NAMELY.match(words[-1][0]))):
        words.pop()
    if not words or not any(len(word) > 1 and word[0].isalpha() for word, *_ in words):
        return None
    return words[0][1], words[-1][2]
