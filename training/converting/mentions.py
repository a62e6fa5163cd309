"""Names from GUM's entity annotations, which mark every mention: a named one has a proper noun or an article of Wikipedia.

Of such a mention its head counts, with the capitalized words around it; titles before a name are none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from training.converting.conllu import Sentence, Word
from training.converting.names import Name, offsets, sentence
from training.converting.peoples import of_people

KINDS = {
    "person": "PER", "organization": "ORG", "place": "LOC",
    "abstract": "MISC", "animal": "MISC", "event": "MISC", "object": "MISC",
}  # fmt: skip
ENTITY = re.compile(r"(\()?([^()]+)(\))?")
JOINTS = frozenset("of in on and for to the & 's ’s ' - – de la le du da do y et von van der al".split())
TITLES = frozenset("""
    dr. dr mr. mr mrs. mrs ms. ms miss prof. professor president vice senator general speaker justice judge secretary
    reverend premier tsar dame st. saint pope captain chief ambassador lady congresswoman congressman mayor governor bishop
    emperor minister chairman madam sir king queen representative administrator director princess command ceo
""".split())  # fmt: skip
ROLES = TITLES - {"emperor", "tsar", "dame", "doctor"}  # which are no name where they stand alone


class Mention(NamedTuple):
    """Where a mention starts and ends among the words, its type, and whether an article of Wikipedia names it."""

    start: int
    end: int
    kind: str
    linked: bool


def mentions(words: list[Word]) -> Iterator[Mention]:
    """The mentions of a sentence, from the brackets in MISC: "(3-person-…", "3)" or both at once."""
    opened: list[tuple[str, int, str, bool]] = []
    for at, word in enumerate(words):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", word.misc)
        for opens, body, closes in ENTITY.findall(found[1] if found else ""):
            number, *fields = body.split("-", 7)
            if opens:
                opened.append((number, at, fields[0], len(fields) > 6))
            if closes and (places := [place for place, entry in enumerate(opened) if entry[0] == number]):
                _, start, kind, linked = opened.pop(places[-1])
                yield Mention(start, at + 1, kind, linked)


def name(words: list[Word], mention: Mention, others: list[Mention]) -> range | None:
    """The places of the name in a mention, None where it has none.

    A person's name ends before what another mention names: the Emperor is one, of the United States another.
    """
    inside = range(mention.start, mention.end)
    head = next((at for at in inside if words[at].head not in inside), mention.start)
    top = words[head]
    if not (_of_name(top) and any(map(str.isupper, top.form[:2]))) or top.universal != "PROPN" and not mention.linked:
        return None
    first, last, person = head, head, mention.kind == "person"
    if person and top.form.lower() in ROLES:
        return None
    apart = [other for other in others if other.kind != "person" and not other.start <= head < other.end] if person else []
    taken = {at for other in apart if other.kind in KINDS for at in range(other.start, other.end)}
    for step in (-1, 1):
        at = head + step
        while at in inside and (_of_name(words[at]) or words[at].form in JOINTS):
            if at in taken or person and words[at].form.lower() in TITLES and step < 0:
                break
            if _of_name(words[at]):
                first, last = min(first, at), max(last, at)
            at += step
    while first < last and words[first].form == "St.":
        first += 1
    return range(first, last + 1)


def _of_name(word: Word) -> bool:
    marked = any(map(str.isupper, word.form)) or word.form[0].isdigit()
    return word.universal == "PROPN" or marked and word.universal in ("NOUN", "ADJ", "VERB", "NUM", "X")


def named(identifier: str, sentences: list[Sentence]) -> dict:
    """A document of ``names/gum_*``; where names lie in each other, the longer mention counts, a person before what is his."""
    return {"id": identifier, "src": "gum", "sents": [_row(sentence) for sentence in sentences]}


def _row(given: Sentence) -> dict:
    words, text = given.words, given.notes["text"]
    places = list(offsets((word.form for word in words), text))
    found = []
    all_of_them = list(mentions(words))
    for mention in all_of_them:
        inside = name(words, mention, all_of_them) if mention.kind in KINDS else None
        if inside:
            found.append((mention, inside))
    found.sort(key=lambda pair: (-len(pair[1]), pair[0].end - pair[0].start))
    names = []
    for mention, inside in found:
        forms = [words[at].form for at in inside]
        kind = "NORP" if of_people(forms) else KINDS[mention.kind]
        names.append(Name(places[inside[0]][0], places[inside[-1]][1], kind))
    return {
        "ud": [word.form for word in words],
        "u": [word.universal for word in words],
        "x": [word.penn for word in words],
        "raw": text,
        "par": "newpar" in given.notes,
    } | {key: value for key, value in sentence(text, names, tail=".").items() if key != "raw"}
