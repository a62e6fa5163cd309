"""Where sentences and words begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nltk.tokenize import NLTKWordTokenizer

from stancebook.language.models import sentence_tokenizer

# Curly quotes read as their straight forms, so that the tokenizer knows them; one character for one, so offsets hold.
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
CLOSERS = re.compile(r"[\"'”’»)\]]+")
# “No.” is short for number before a number alone; before a word it ends a sentence: She said no. Then she left.
DENIAL = re.compile(r"\b[Nn]o\.[\"')\]]*\s+(?![IVXLC]+\b|One\b)(?=[\"'(\[]?[A-Z])")
QUOTED_END = re.compile(r"[?!…][\"']+\Z")
# What the tokenizer leaves inside one token but is two words and a dash, or a word and a mark.
GLUED = re.compile(r"—|–|―|\.{2,}|…|[“”„«»\"]|[^—–―.…“”„«»\"]+|\.")


def sentence_spans(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of the paragraph ``text[first:last]``, as offsets into ``text``."""
    paragraph = text[first:last].translate(STRAIGHT)
    spans: list[list[int]] = []
    for start, end in sentence_tokenizer().span_tokenize(paragraph, realign_boundaries=True):
        # A closing quotation mark or bracket belongs to the sentence that it closes.
        closing = CLOSERS.match(paragraph, start)
        if spans and closing and closing.end() - spans[-1][1] <= 3 and paragraph[closing.end() :][:1] in ("", " "):
            spans[-1][1], start = closing.end(), closing.end()
        while start < end and paragraph[start].isspace():
            start += 1
        # “Who goes?” asked the guard. A question or an exclamation in quotation marks ends no sentence that goes on.
        if spans and QUOTED_END.search(paragraph, 0, spans[-1][1]) and paragraph[start : start + 1].islower():
            spans[-1][1] = end
        elif start < end:
            spans += _at_denials(paragraph, start, end)
    return ((first + start, first + end) for start, end in spans)


def _at_denials(paragraph: str, start: int, end: int) -> list[list[int]]:
    bounds = [start, *(found.end() for found in DENIAL.finditer(paragraph, start, end)), end]
    return [[left, len(paragraph[:right].rstrip())] for left, right in zip(bounds, bounds[1:])]


def word_spans(sentence: str) -> Iterator[tuple[int, int]]:
    """Start and end of each word and mark of a sentence."""
    for start, end in NLTKWordTokenizer().span_tokenize(sentence.translate(STRAIGHT)):
        token = sentence[start:end]
        if len(token) > 1 and any(mark in token for mark in "—–―…“”„«»\"") and not token.isspace():
            yield from ((start + found.start(), start + found.end()) for found in GLUED.finditer(token))
        else:
            yield start, end
