"""Where names end: what a tagger of single words gets wrong about the edges of names, mended by rules.

Of the 62,924 names that the reader learned from, each rule goes against fewer than one in a thousand, most of them
slips of the annotation: names neither begin nor end with a conjunction or a comma, brackets in them come in pairs, two
people in a row are one, and an election's name ends with the word election.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from stancebook.language.names import CALENDAR, ORGANISATIONS
from stancebook.language.parse import Span

OPENING, CLOSING = "([{", ")]}"
#: What no name begins with, and what none ends with: marks, conjunctions, and prepositions and articles.
NEVER_FIRST = frozenset("and or of , ; : ) ] } - – — / & . ? ! ' ’ * | 's ’s".split())
NEVER_LAST = frozenset("and or of the in for on at by to from with a an as ( [ { , ; : - – — / & | ` `` “ ‘".split())
#: Heads of bodies but those that stand behind a comma: "Acme, Inc".
BODIES = ORGANISATIONS - {"Inc", "Ltd"}
#: The types of which two in a row are one name.
WHOLE = ("PER", "ORG")
VOTES = frozenset("election elections referendum referendums".split())
YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–]\d\d(?:\d\d)?)?")
DAY_OR_YEAR = re.compile(r"\d{1,4}(?:st|nd|rd|th)?")
SCORE = re.compile(r"\d{1,3}")
#: How many small words may stand between "2018 Pakistani" and "election".
REACH = 3


def mended(words: Sequence[str], universal: Sequence[str], names: list[Span]) -> list[Span]:
    """The names of a sentence, given as its words and their universal tags, with their edges as names have them."""
    pieces = [piece for name in names for piece in _pieces(words, name)]
    pieces = [_trimmed(words, _to_its_vote(words, universal, _without_date(words, piece))) for piece in pieces]
    if _is_row(words):
        pieces = [_without_score(words, piece) for piece in pieces]
    pieces = list(_joined(name for name in pieces if any(map(str.isalnum, "".join(words[name.start : name.end])))))
    bounds = [*(name.start for name in pieces[1:]), len(words)]
    found = [_up_to_its_vote(words, name, bound) for name, bound in zip(pieces, bounds)]
    return names if found == names else mended(words, universal, found)


def _joined(names: Iterable[Span]) -> Iterator[Span]:
    """Two people and two bodies in a row, with nothing between, are one that was broken: "Ada" and "Obi"."""
    whole = None
    for name in names:
        if whole and whole.end == name.start and whole.kind == name.kind in WHOLE:
            whole = replace(whole, end=name.end, confidence=min(whole.confidence, name.confidence))
        else:
            if whole:
                yield whole
            whole = name
    if whole:
        yield whole


def _pieces(words: Sequence[str], name: Span) -> Iterator[Span]:
    """What stands between brackets that have no other half in the name, between slashes and between two bodies."""
    cuts, opened = [], []
    for at in range(name.start, name.end):
        if words[at] in OPENING:
            opened.append(at)
        elif words[at] in CLOSING:
            opened.pop() if opened else cuts.append(at)
        elif name.kind == "ORG" and (words[at] == "/" or words[at] == "," and _is_between_bodies(words, name, at)):
            cuts.append(at)
    start = name.start
    for cut in sorted([*cuts, *opened, name.end]):
        if cut > start:
            yield replace(name, start=start, end=cut)
        start = cut + 1


def _is_between_bodies(words: Sequence[str], name: Span, comma: int) -> bool:
    """Whether a comma in a body's name parts it from another: not in "Ministry of Trade, Industry and Energy"."""
    is_listing = any(word in ("of", "for", "on") for word in words[name.start : comma])
    return words[name.end - 1] in BODIES and not is_listing


def _without_date(words: Sequence[str], name: Span) -> Span:
    """Without the date behind: "federal election in September 2017"."""
    for at in range(name.start + 1, name.end - 1):
        dated = (word in CALENDAR or DAY_OR_YEAR.fullmatch(word) for word in words[at + 1 : name.end])
        if words[at] in ("in", "on") and all(dated):
            return replace(name, end=at)
    return name


def _is_row(words: Sequence[str]) -> bool:
    """Whether a line is one of a table: no word in small letters, and two numbers or more, as "Boston 5 New York 4"."""
    return sum(map(str.isdecimal, words)) > 1 and not any(map(str.islower, words))


def _without_score(words: Sequence[str], name: Span) -> Span:
    """Without the number behind, which in a table is the next cell, where a name in prose may have one: "Democrats 66"."""
    end = name.end
    while end > name.start + 1 and SCORE.fullmatch(words[end - 1]):
        end -= 1
    return replace(name, end=end)


def _to_its_vote(words: Sequence[str], universal: Sequence[str], name: Span) -> Span:
    """Without what follows the election that a name has at its end: "2019 federal election under"."""
    for at in range(name.start + 1, name.end - 1 if name.kind == "MISC" else 0):
        again = VOTES.intersection(words[at + 1 : name.end])
        if words[at] in VOTES and (again or universal[at + 1] not in ("NOUN", "PROPN", "ADP")):
            return replace(name, end=at + 1)
    return name


def _up_to_its_vote(words: Sequence[str], name: Span, bound: int) -> Span:
    """With the small words up to the election that a year and a country announce: "2018 Pakistani general election"."""
    if name.kind == "MISC" and YEAR.fullmatch(words[name.start]) and words[name.end - 1] not in VOTES:
        for at in range(name.end, min(name.end + REACH + 1, bound)):
            if words[at] in VOTES:
                return replace(name, end=at + 1)
            if not words[at].islower():
                break
    return name


def _trimmed(words: Sequence[str], name: Span) -> Span:
    start, end = name.start, name.end
    while start < end and words[start] in NEVER_FIRST:
        start += 1
    while start < end and words[end - 1] in NEVER_LAST:
        end -= 1
    return replace(name, start=start, end=end)
