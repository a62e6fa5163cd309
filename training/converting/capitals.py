"""Names in what annotators marked widely: with the articles, titles and descriptions around them."""

from __future__ import annotations

from nltk.tokenize import NLTKWordTokenizer

from training.converting.names import Name
from training.converting.peoples import of_people

JOINTS = frozenset("of in on at for to the and & 's ’s ’ s ' ( ) , : – de la le du von van der al bin".split())
TAILS = JOINTS - {")", "'s", "’s", ","}  # which no name ends with
LISTED = frozenset({"LOC", "PER"})  # types of which several stand in one mark, as in "Oslo, Turku and Bergen"
TITLES = frozenset("""
    former prime foreign minister president sir lord lady mr mr. mrs mrs. ms ms. dr dr. conservative labour mp mps king queen
    chancellor secretary governor general staff sgt. senator professor justice mayor bishop chief deputy ambassador
""".split())


def capitalized(text: str, start: int, end: int, kind: str) -> list[Name]:
    """The names of a type in the marked part of a text: from the first capitalized word to the last that belongs to it."""
    places = [(start + first, start + last) for first, last in NLTKWordTokenizer().span_tokenize(text[start:end])]
    words = [text[first:last] for first, last in places]
    breaks = {"and", "or", ","} if kind in LISTED and {"and", "or"} & set(words) else set()
    parts: list[list[tuple[int, int]]] = [[]]
    for place, word in zip(places, words, strict=True):
        if word in breaks:
            parts.append([])
        else:
            parts[-1].append(place)
    return [name for part in parts if (name := _name(text, part, kind))]


def _name(text: str, places: list[tuple[int, int]], kind: str) -> Name | None:
    words = [text[first:last] for first, last in places]
    begin, titled = 0, False
    while begin < len(words) and (
        not _capital(words[begin]) or words[begin] == "The" or kind == "PER" and _title(words[begin])
    ):
        # Who is called by his office only, as the governor of a bank, has no name here.
        if titled and not _capital(words[begin]):
            return None
        titled = kind == "PER" and _title(words[begin])
        begin += 1
    at = begin
    while at < len(words) and (
        _capital(words[at])
        or words[at] in JOINTS and (kind != "PER" or words[at] != ",")
        or words[at - 1] == "’" and places[at][0] == places[at - 1][1]  # as in O’neill
    ):  # fmt: skip
        at += 1
    while at > begin and words[at - 1] in TAILS:
        at -= 1
    if not any(map(str.isupper, "".join(words[begin:at]))):
        return None
    kind = "NORP" if of_people(words[begin:at]) else kind
    return Name(places[begin][0], places[at - 1][1], kind)


def _capital(word: str) -> bool:
    return word[0].isdigit() or any(map(str.isupper, word))


def _title(word: str) -> bool:
    return word.lower() in TITLES
