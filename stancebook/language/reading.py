"""From an article to its tables of sentences and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
from nltk.tokenize import NLTKWordTokenizer

from stancebook.articles import Article
from stancebook.language.lemmas import lemma
from stancebook.language.models import sentence_tokenizer, tagger

NOT_WORDS = ("PUNCT", "SYM")
SENTENCE_COLUMNS = ("article", "paragraph", "sentence", "start", "end", "text")
WORD_COLUMNS = ("article", "paragraph", "sentence", "start", "end", "text", "lemma", "part_of_speech", "tag")
# Curly quotes read as their straight forms, so that the tokenizer knows them; one character for one, so offsets hold.
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
CLOSERS = re.compile(r"[\"'”’»)\]]+")
# What the tokenizer leaves inside one token but is two words and a dash, or a word and a mark.
GLUED = re.compile(r"—|–|―|\.{2,}|…|[“”„«»\"]|[^—–―.…“”„«»\"]+|\.")
MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Reading:
    """An article with its sentences and words.

    ``sentences``: article, paragraph, sentence (from 0, through the article), start, end, text. ``words``: these, and
    lemma, part_of_speech (universal tag), tag (Penn). Offsets are into ``article.text``, whose slice is ``text``.
    """

    article: Article
    sentences: pd.DataFrame
    words: pd.DataFrame


def read(article: Article) -> Reading:
    """Read the sentences and words of an article."""
    sentences, words = [], []
    for paragraph, (first, last) in enumerate(article.paragraphs):
        for start, end in _sentence_spans(article.text, first, last):
            place = (article.name, paragraph, len(sentences))
            sentences.append((*place, start, end, article.text[start:end]))
            spans = list(_word_spans(article.text[start:end]))
            texts = [article.text[start + left : start + right] for left, right in spans]
            for (left, right), text, (universal, penn) in zip(spans, texts, _tags(texts)):
                words.append((*place, start + left, start + right, text, lemma(text, universal), universal, penn))
    return Reading(
        article,
        pd.DataFrame(sentences, columns=list(SENTENCE_COLUMNS)),
        pd.DataFrame(words, columns=list(WORD_COLUMNS)),
    )


def word_tokens(reading: Reading) -> pd.DataFrame:
    """The rows of ``reading.words`` that are words, not punctuation or symbols: the denominator of every rate."""
    return reading.words[~reading.words["part_of_speech"].isin(NOT_WORDS)].reset_index(drop=True)


def _sentence_spans(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    paragraph = text[first:last].translate(STRAIGHT)
    spans: list[list[int]] = []
    for start, end in sentence_tokenizer().span_tokenize(paragraph, realign_boundaries=True):
        # A closing quotation mark or bracket belongs to the sentence that it closes.
        closing = CLOSERS.match(paragraph, start)
        if spans and closing and closing.end() - spans[-1][1] <= 3 and paragraph[closing.end() :][:1] in ("", " "):
            spans[-1][1], start = closing.end(), closing.end()
        while start < end and paragraph[start].isspace():
            start += 1
        if start < end:
            spans.append([start, end])
    return ((first + start, first + end) for start, end in spans)


def _word_spans(sentence: str) -> Iterator[tuple[int, int]]:
    for start, end in NLTKWordTokenizer().span_tokenize(sentence.translate(STRAIGHT)):
        token = sentence[start:end]
        if len(token) > 1 and any(mark in token for mark in "—–―…“”„«»\"") and not token.isspace():
            yield from ((start + found.start(), start + found.end()) for found in GLUED.finditer(token))
        else:
            yield start, end


def _tags(texts: list[str]) -> list[tuple[str, str]]:
    plain = [text.translate(STRAIGHT) for text in texts]
    if sum(text.isupper() for text in plain) > len(plain) / 2:
        plain = [text.lower() for text in plain]
    pairs = [tuple(tag.split("|")) for _, tag in tagger().tag(plain)] if plain else []
    return [_corrected(text, *pair) for text, pair in zip(texts, pairs)]


def _corrected(text: str, universal: str, penn: str) -> tuple[str, str]:
    # Whether a token is a word is decided by its characters, so that the denominator never hangs on the tagger.
    if MARKS.fullmatch(text):
        return ("SYM" if re.fullmatch(r"[$€£¥%+=<>|~^§°©®™&@#*/\\]+", text) else "PUNCT"), penn
    return ("X", "FW") if universal in NOT_WORDS else (universal, penn)
