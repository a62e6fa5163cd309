"""Names that recur in a document, decided together: what one sentence leaves open another of them may tell.

A reader of single sentences takes one name for a person here and a body there, and misses it elsewhere. In a document
one name mostly means one thing (Gale, Church & Yarowsky 1992 of words), so that each of its occurrences has a vote in
the others: the first reading's chances at equal words, at the full name that an initial or last word of a person stands
for, and at the name whose initials an acronym has (Krishnan & Manning 2006, Ratinov & Roth 2009 on context aggregation).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

import numpy as np

from stancebook.language.decoding import log_softmax
from stancebook.language.name_edges import mended
from stancebook.language.names import is_common_word
from stancebook.language.parse import Parse, Span, Tagged
from stancebook.language.tokenization import STRAIGHT

#: From this confidence on a name is looked for where the other sentences do not have it. Chosen, as OWN, on GUM and EWT.
LEAST = 0.4
#: How many votes the sentence's own counts for against the mean of the others'.
OWN = 1.0
#: From how many letters on a word in capitals is the word without them: "BELARUS", but "US" is not "us".
SHOUTED = 4

Key = tuple[str, ...]


class Occurrence(NamedTuple):
    """Where a name stands, and the logs of the chances there that it is none, or of each type."""

    sentence: int
    start: int
    end: int
    chances: np.ndarray


def agreed(sentences: list[list[str]], parses: list[Parse]) -> list[Parse]:
    """The parses of one document's sentences, given as their words, with the names that its occurrences agree on.

    A sentence alone stays as it is read, as do parses without chances, those of another reader. The order of the
    sentences changes nothing.
    """
    kinds = [parse.tagged.kinds for parse in parses if parse.tagged is not None]
    if len(kinds) < 2:
        return parses
    occurrences = _occurrences(sentences, parses)
    changes: dict[int, list[tuple[Occurrence, np.ndarray]]] = defaultdict(list)
    for key, others in _relatives(occurrences, 1 + kinds[0].index("PER")).items():
        for occurrence, change in _changes(occurrences[key], [one for other in others for one in occurrences[other]]):
            changes[occurrence.sentence].append((occurrence, change))
    return [
        replace(parse, names=mended(sentences[number], parse.universal, _decided(parse.tagged, changes[number])))
        if number in changes
        else parse
        for number, parse in enumerate(parses)
    ]


def key_of(words: list[str]) -> Key:
    """The words by which two occurrences are of one name: case counts, but not where all is in capitals."""
    spoken = [word for word in words if word.isalpha()]
    if spoken and all(map(str.isupper, spoken)) and max(map(len, spoken)) >= SHOUTED:
        words = [word.capitalize() for word in words]
    return tuple(word.translate(STRAIGHT) for word in words)


def _occurrences(sentences: list[list[str]], parses: list[Parse]) -> dict[Key, list[Occurrence]]:
    """By its words, where each name was read, and where the surer ones stand unread outside of all names."""
    sought: dict[str, set[int]] = defaultdict(set)
    names: set[Key] = set()
    for words, parse in zip(sentences, parses):
        for span in parse.names if parse.tagged else ():
            key = key_of(words[span.start : span.end])
            if span.confidence >= LEAST and any(map(str.isupper, chain(*key))):
                names.add(key)
                sought[key[0].casefold()].add(len(key))
    found: dict[Key, list[Occurrence]] = defaultdict(list)
    for number, (words, parse) in enumerate(zip(sentences, parses)):
        if parse.tagged is None:
            continue
        read = [(span.start, span.end) for span in parse.names]
        for start, end in [*read, *_unread(words, read, names, sought)]:
            found[key_of(words[start:end])].append(Occurrence(number, start, end, _chances(parse.tagged, start, end)))
    return found


def _unread(
    words: list[str], read: list[tuple[int, int]], names: set[Key], sought: dict[str, set[int]]
) -> Iterator[tuple[int, int]]:
    """Where one of ``names`` stands outside of what was ``read``, the longest first; ``sought``: sizes by first word."""
    at, opening = 0, next((at for at, word in enumerate(words) if word[:1].isalpha()), 0)
    for start, end in [*read, (len(words), len(words))]:
        while at < start:
            sizes = sorted(sought.get(words[at].translate(STRAIGHT).casefold(), ()), reverse=True)
            size = next((n for n in sizes if at + n <= start and key_of(words[at : at + n]) in names), 0)
            # At the head of a sentence a capital says nothing of a word that is also written without: "Polish the table".
            if size and not (size == 1 and words[at].istitle() and at == opening and is_common_word(words[at])):
                yield at, at + size
            at += size or 1
        at = end


def _chances(tagged: Tagged, start: int, end: int) -> np.ndarray:
    """The logs of the chances of no name and of each type: means over the words, so that long names are no surer."""
    words = tagged.chances[start:end].astype(np.float64)
    typed = words[0, tagged.columns("B")] + words[1:, tagged.columns("I")].sum(0)
    means = np.append(words[:, tagged.labels.index("O")].sum(), typed) / len(words)
    return means - np.log(np.exp(means).sum())


def _relatives(occurrences: dict[Key, list[Occurrence]], person: int) -> dict[Key, list[Key]]:
    """For each name the other names that have a vote: of a person's first and last word the whole, of initials the words."""
    voters: dict[Key, list[Key]] = {key: [] for key in occurrences}
    for key, places in occurrences.items():
        if len(key) < 2:
            continue
        if _total(places).argmax() == person:
            for part in {key[:1], key[-1:]} & voters.keys():
                voters[part].append(key)
        initials = ("".join(word[0] for word in key if word[:1].isupper()),)
        if len(initials[0]) > 1 and initials in voters:
            voters[initials].append(key)
            voters[key].append(initials)
    return voters


def _changes(places: list[Occurrence], others: list[Occurrence]) -> Iterator[tuple[Occurrence, np.ndarray]]:
    """What the votes of all other occurrences add to the chances of each: the more they are, the nearer to their mean."""
    total, count = _total([*places, *others]), len(places) + len(others) - 1
    for place in places if count else ():
        yield place, ((total - place.chances) / count - place.chances) * count / (count + OWN)


def _total(places: list[Occurrence]) -> np.ndarray:
    # Sorted, so that the order of the sentences does not even change the last bit of a sum.
    return np.sort([place.chances for place in places], axis=0).sum(0)


def _decided(tagged: Tagged, changes: list[tuple[Occurrence, np.ndarray]]) -> list[Span]:
    """The names of a sentence under the changed chances."""
    chances = tagged.chances.copy()
    for place, change in changes:
        chances[place.start : place.end, tagged.labels.index("O")] += change[0]
        chances[place.start, tagged.columns("B")] += change[1:]
        chances[place.start + 1 : place.end, tagged.columns("I")] += change[1:]
    return Tagged(tagged.labels, log_softmax(chances)).spans()
