"""Quotation marks: what stands inside of them, and the text seen with each quotation as one piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stancebook.tokens import Token

#: Each opening mark with what closes it.
PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›"}
#: The tag and part of speech of a quotation that stands as one token in a line.
QUOTE = "QUOTE"
SENTENCE_ENDS = ("?", "!", ".", "…")
#: Words with a left apostrophe of their own.
ELISIONS = re.compile(r"(?:em|til|tis|twas|cause|round|bout|n|\d0s)\b", re.I)
#: A plural possessive, which closes no quotation: “the officials’ claim”.
POSSESSIVE = re.compile(r"s['’]\s+[a-z]")


@dataclass(frozen=True)
class Quotation:
    """Quoted words: ``start`` and ``end`` with the marks, ``inner_start`` and ``inner_end`` without them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


@dataclass(frozen=True)
class Quoted(Token):
    """A quotation seen as one token of the sentence around it."""

    quotation: Quotation
    words: int


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations in ``text[start:end]``, which is one paragraph or the inside of a quotation.

    Double marks, curly, straight or angled, and single ones where they cannot be apostrophes. A curly quotation that
    its paragraph does not close runs to the end, as long quotations are printed; a straight one is left alone.
    """
    found, position = [], start
    while position < end:
        close = _close(text, position, start, end)
        if close is None:
            position += 1
            continue
        closed = close < end
        quotation = Quotation(position, close + closed, position + 1, close, closed)
        if text[position + 1 : close].strip():
            found.append(quotation)
        position = quotation.end
    return found


def _close(text: str, position: int, start: int, end: int) -> int | None:
    """Where the quotation that opens at ``position`` closes: an offset, ``end`` where it does not; None if none opens."""
    mark = text[position]
    before = text[position - 1] if position > start else " "
    if mark in PAIRS:
        return _matching(text, position, end)
    opens = before in " \n\t([—–-/“‘\"'" and position + 1 < end and not text[position + 1].isspace()
    if not opens:
        return None
    if mark == '"':
        found = text.find('"', position + 1, end)
        return found if found > position else None
    if mark in "‘'" and not ELISIONS.match(text, position + 1):
        return _single(text, position, end)
    return None


def _matching(text: str, position: int, end: int) -> int:
    opening, depth = text[position], 0
    for place in range(position + 1, end):
        if text[place] == opening:
            depth += 1
        elif text[place] in PAIRS[opening]:
            if not depth:
                return place
            depth -= 1
    return end


def _single(text: str, position: int, end: int) -> int | None:
    closing = "’" if text[position] == "‘" else "'"
    candidates = []
    for place in range(position + 2, end):
        after = text[place + 1] if place + 1 < end else " "
        if text[place] in '‘“"' or text[place] == "'" and text[place - 1].isspace() and not after.isspace():
            break
        if text[place] == closing and not text[place - 1].isspace() and not after.isalnum():
            candidates.append(place)
    certain = [place for place in candidates if not POSSESSIVE.match(text, place - 1)]
    return next(iter(certain or candidates), None)


def lines(tokens: list[tuple[int, Token]], text: str, start: int, end: int) -> Iterator[list[Token]]:
    """The sentences of ``text[start:end]``, each with its quotations as single tokens.

    ``tokens`` are those of the stretch, each with the number of its sentence. A quotation of several sentences holds
    its line together: “First. Second,” she said.
    """
    line: list[Token] = []
    current = None
    for sentence, last, token in _units(tokens, quotations(text, start, end), text):
        goes_on = line and isinstance(line[-1], Quoted) and token.text[:1].islower()
        if line and sentence != current and not goes_on:
            yield line
            line = []
        line.append(token)
        current = last
    if line:
        yield line


def _units(tokens: list[tuple[int, Token]], found: Iterable[Quotation], text: str) -> Iterator[tuple[int, int, Token]]:
    """Each token or quotation with the sentences in which it begins and ends."""
    waiting = list(found)
    inside: list[tuple[int, Token]] = []
    for sentence, token in tokens:
        while waiting and token.start >= waiting[0].end:
            yield from _one(waiting.pop(0), inside, text)
            inside = []
        if waiting and token.end > waiting[0].start:
            inside.append((sentence, token))
        else:
            yield sentence, sentence, token
    for quotation in waiting:
        yield from _one(quotation, inside, text)
        inside = []


def _one(quotation: Quotation, inside: list[tuple[int, Token]], text: str) -> Iterator[tuple[int, int, Token]]:
    if inside:
        words = sum(token.is_word for _, token in inside)
        whole = text[quotation.inner_start : quotation.inner_end]
        token = Quoted(
            whole, "", "", QUOTE, QUOTE, quotation.start, quotation.end, frozenset(), quotation=quotation, words=words
        )
        yield inside[0][0], inside[-1][0], token


def is_quote(token: Token) -> bool:
    """Whether the token of a line stands for a quotation."""
    return isinstance(token, Quoted)


def is_utterance(token: Token) -> bool:
    """Whether a quotation reads as said aloud: one that ends as a sentence does, or before what says who spoke."""
    if not isinstance(token, Quoted):
        return False
    said = token.text.strip()
    return said[-1:] in (*SENTENCE_ENDS, ",", "—", "–") and said[:1].isupper() and token.words > 1
