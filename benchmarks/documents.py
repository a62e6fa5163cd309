"""Documents that are given as sentences of words, put together to articles as they would be printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from stancebook.language.reading import Cut

CLOSING, OPENING = re.compile(r"[.,;:!?)\]}%»”…]+|['’]\w{0,2}|n['’]t|-"), re.compile(r"[(\[{«“$£€-]")
#: How the Penn Treebank writes brackets.
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
OPENING_MARKS, CLOSING_MARKS, EITHER = frozenset({"“", "``", "„"}), frozenset({"”", "''"}), '"'


class Text(NamedTuple):
    """As much of an article as the reader asks for."""

    name: str
    text: str
    paragraphs: tuple[tuple[int, int], ...]
    date: None = None


def article(name: str, sentences: Iterable[list[str]]) -> tuple[Text, list[Cut]]:
    """The words of ``sentences`` as an article, and its sentences as ``language.read_cut`` takes them.

    Words that the Penn Treebank writes in its own way are printed as usual, and quotation marks curly, so that each
    tells whether it opens. Such files mark no paragraphs: a new one begins with a sentence in which quotation marks open
    in an open quotation, since printers open them anew where one goes on in the next paragraph.
    """
    text, cut, starts, is_quoted = "", [], [0], False
    for words in sentences:
        inside, glued = [], not text
        for place, word in enumerate(words):
            opens = _opens(words, place, is_quoted)
            if opens and is_quoted:
                starts.append(inside[0][0] if inside else len(text) + 1)
            written = word if opens is None else "“" if opens else "”"
            written = BRACKETS.get(written, written)
            closes = not opens and CLOSING.fullmatch(written)
            if not (glued or closes) or (not inside and text):
                text += " "
            inside.append((len(text), len(text) + len(written)))
            text += written
            is_quoted = is_quoted if opens is None else opens
            glued = OPENING.fullmatch(written) is not None
        if inside:
            cut.append((len(starts) - 1, inside[0][0], inside[-1][1], inside))
    paragraphs = tuple(zip(starts, [start - 1 for start in starts[1:]] + [len(text)]))
    return Text(name, text, paragraphs), cut


def _opens(words: list[str], place: int, is_quoted: bool) -> bool | None:
    """Whether the word is a double quotation mark that opens (or closes, where False); None where it is none."""
    word = words[place]
    if word in OPENING_MARKS or word in CLOSING_MARKS:
        return word in OPENING_MARKS
    if word != EITHER:
        return None
    following = words[place + 1] if place + 1 < len(words) else ""
    # At the head of a sentence, before a capital, a further paragraph of what is open begins.
    return not is_quoted or place == 0 and following[:1].isupper()
