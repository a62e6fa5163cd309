"""From an article to its tables of sentences, words, names and attributions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import pandas as pd

from stancebook.articles import Article
from stancebook.language.encoder import POLARITIES, reader
from stancebook.language.lemmas import NAMES, lemma
from stancebook.language.parse import Parse, Span
from stancebook.language.recurring import agreed
from stancebook.language.tokenization import sentence_spans, word_spans
from stancebook.memory import remembered

NOT_WORDS = ("PUNCT", "SYM")
PLACE = ("article", "paragraph", "sentence")
SENTENCE_COLUMNS = (*PLACE, "start", "end", "text")
WORD_COLUMNS = (*SENTENCE_COLUMNS, "lemma", "part_of_speech", "tag", "head", "relation")
NAME_COLUMNS = (*SENTENCE_COLUMNS, "type", "confidence")
ATTRIBUTION_COLUMNS = (*PLACE, "group", "role", "start", "end", "text", "confidence")
MARKS = re.compile(r"[\W_]+")
#: A sentence of an article: its paragraph, its start and end, and start and end of each of its words.
Cut = tuple[int, int, int, list[tuple[int, int]]]
SYMBOLS = re.compile(r"[$€£¥%+=<>|~^§°©®™&@#*/\\]+")


class Reader(Protocol):
    """Whatever reads sentences, given as words, each to a Parse: this project's reader or another behind it."""

    def read(self, sentences: Iterable[list[str]]) -> Iterator[Parse]: ...


def _empty(columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(columns=list(columns))


@dataclass(frozen=True)
class Reading:
    """An article with what was read of it; offsets are into ``article.text``, whose slice is ``text``.

    ``sentences``: article, paragraph, sentence (from 0, through the article), start, end, text.
    ``words``: these, and lemma, part_of_speech (universal tag), tag (Penn), head (the place in its sentence, from 0, of
    the word that this one depends on, -1 for the root) and relation (Universal Dependencies).
    ``names``: these, and type (PER ORG LOC NORP MISC) and confidence (0 to 1).
    ``attributions``: a row for each span of an attribution, its role (source, cue, content), its confidence, and its
    group: spans of one number, from 0 through the article, belong together.
    """

    article: Article
    sentences: pd.DataFrame
    words: pd.DataFrame
    names: pd.DataFrame = field(default_factory=lambda: _empty(NAME_COLUMNS))
    attributions: pd.DataFrame = field(default_factory=lambda: _empty(ATTRIBUTION_COLUMNS))


def read(article: Article, by: Reader | None = None) -> Reading:
    """Read an article; ``by`` another reader than this project's own.

    Each sentence is read by itself, then the names that recur in the article are decided together (``agreed``).
    """
    cut = []
    for paragraph, (first, last) in enumerate(article.paragraphs):
        for start, end in sentence_spans(article.text, first, last):
            words = [(start + left, start + right) for left, right in word_spans(article.text[start:end])]
            cut.append((paragraph, start, end, words))
    return read_cut(article, cut, by)


def read_cut(article: Article, cut: Iterable[Cut], by: Reader | None = None) -> Reading:
    """Read an article that is cut into sentences and words already: each sentence's paragraph, start, end and words."""
    sentences, spans = [], []
    for paragraph, start, end, words in cut:
        sentences.append((article.name, paragraph, len(sentences), start, end, article.text[start:end]))
        spans.append(words)
    texts = [[article.text[start:end] for start, end in inside] for inside in spans]
    parses = agreed(texts, list(by.read(texts)) if by else _parses(texts))
    words, names, attributions, group = [], [], [], 0
    for place, inside, forms, parse in zip(sentences, spans, texts, parses):
        words += [(*place[:3], *row) for row in _word_rows(inside, forms, parse)]
        names += [
            (*place[:3], *_located(article.text, inside, span), span.kind, span.confidence) for span in parse.names
        ]
        attributions += [
            (*place[:3], group + span.group, span.kind.lower(), *_located(article.text, inside, span), span.confidence)
            for span in parse.voices
        ]
        group += max((span.group + 1 for span in parse.voices), default=0)
    return Reading(
        article,
        pd.DataFrame(sentences, columns=list(SENTENCE_COLUMNS)),
        pd.DataFrame(words, columns=list(WORD_COLUMNS)),
        pd.DataFrame(names, columns=list(NAME_COLUMNS)),
        pd.DataFrame(attributions, columns=list(ATTRIBUTION_COLUMNS)),
    )


def polarity(reading: Reading, targets: pd.DataFrame) -> pd.DataFrame:
    """``targets`` (sentence, start, end of names, pronouns or other words) with polarity and confidence added.

    What the sentence says about the target: negative, neutral or positive, with its calibrated probability.
    Raises ValueError where a target holds no word of its sentence.
    """
    chances = polarities(reading, targets)[list(POLARITIES)]
    best = chances.to_numpy(dtype=float).argmax(axis=1) if len(chances) else []
    return targets.assign(
        polarity=pd.Series([POLARITIES[number] for number in best], index=targets.index, dtype=object),
        confidence=chances.max(axis=1).astype(float),
    )


def polarities(reading: Reading, targets: pd.DataFrame) -> pd.DataFrame:
    """``targets`` with the probabilities of ``negative``, ``neutral`` and ``positive`` added, as ``polarity`` has them."""
    by_sentence = {number: rows for number, rows in reading.words.groupby("sentence", sort=False)}
    asked = []
    for target in targets.itertuples():
        rows = by_sentence.get(target.sentence, reading.words.iloc[:0])
        inside = ((rows["start"] < target.end) & (rows["end"] > target.start)).to_numpy().nonzero()[0]
        if not len(inside):
            raise ValueError(f"No word of sentence {target.sentence} lies between {target.start} and {target.end}.")
        asked.append((rows["text"].tolist(), int(inside[0]), int(inside[-1]) + 1))
    chances = np.array(_chances(asked), dtype=float).reshape(-1, len(POLARITIES))
    return targets.assign(**{name: chances[:, number] for number, name in enumerate(POLARITIES)})


@remembered
def _parses(sentences: list[list[str]]) -> list[Parse]:
    return list(reader().read(sentences))


@remembered
def _chances(targets: list[tuple[list[str], int, int]]) -> list[np.ndarray]:
    return list(reader().evaluate(targets))


def word_tokens(reading: Reading) -> pd.DataFrame:
    """The rows of ``reading.words`` that are words, not punctuation or symbols: the denominator of every rate."""
    return reading.words[~reading.words["part_of_speech"].isin(NOT_WORDS)].reset_index(drop=True)


def word_position(starts: pd.Series, words: pd.DataFrame) -> np.ndarray:
    """How many word tokens stand before each character offset of ``starts``."""
    return np.searchsorted(words["start"].to_numpy(), starts.to_numpy())


def lemma_of(word: str, part_of_speech: str, edited: str | None) -> str:
    """The lemma of a word: what its reader gives, else what the rules learned from the treebanks say of form and tag."""
    if part_of_speech in NAMES or not edited:
        return lemma(word, part_of_speech)
    return edited


def _word_rows(spans: list[tuple[int, int]], forms: list[str], parse: Parse) -> Iterator[tuple]:
    rows = zip(spans, forms, parse.universal, parse.penn, parse.lemmas, parse.heads, parse.relations)
    for (start, end), form, universal, penn, edited, head, relation in rows:
        universal, penn = _corrected(form, universal, penn)
        yield start, end, form, lemma_of(form, universal, edited), universal, penn, head, relation


def _located(text: str, spans: list[tuple[int, int]], span: Span) -> tuple[int, int, str]:
    start, end = spans[span.start][0], spans[span.end - 1][1]
    return start, end, text[start:end]


def _corrected(text: str, universal: str, penn: str) -> tuple[str, str]:
    # Whether a token is a word is decided by its characters, so that the denominator never hangs on the tagger.
    if MARKS.fullmatch(text):
        return ("SYM" if SYMBOLS.fullmatch(text) else "PUNCT"), penn
    return ("X", "FW") if universal in NOT_WORDS else (universal, penn)
