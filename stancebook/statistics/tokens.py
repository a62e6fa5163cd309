"""What counts as a word token, as a function word, and as the same item, in the table of words of a reading."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

NOT_WORDS = ("PUNCT", "SYM")
# Closed classes of the universal part-of-speech tags, and numerals, which are as little about anything.
FUNCTION_PARTS = ("ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "NUM", "PUNCT", "SYM")
PER = 1000


def tokens(words: pd.DataFrame) -> pd.DataFrame:
    """The word tokens of ``words``: all but punctuation and symbols. Their number is the one denominator of all rates."""
    return words[~words["part_of_speech"].isin(NOT_WORDS)]


def items(words: pd.DataFrame, by: str = "lemma") -> pd.Series:
    """What each word counts as: its ``lemma`` or ``text`` in lower case.

    Proper names keep their capitals (the US is not us), and so do words that have one even within the sentence
    (Belarusian).
    """
    folded = words[by].astype(str).str.casefold()
    titled = folded.where(~_has_capital(words, folded), folded.str[:1].str.upper() + folded.str[1:])
    return titled.where(words["part_of_speech"] != "PROPN", words[by].astype(str)).rename("item")


def _has_capital(words: pd.DataFrame, folded: pd.Series) -> pd.Series:
    """Whether each word, as an item, is written with a capital wherever it does not begin a sentence."""
    within = words.duplicated([name for name in ("article", "sentence") if name in words.columns])
    within &= words["part_of_speech"].isin(("ADJ", "NOUN"))
    capital = words.loc[within, "text"].astype(str).str[:1].str.isupper()
    always = capital.groupby(folded[within]).all()
    return folded.map(always).astype("boolean").fillna(False).astype(bool)


def is_function_word(words: pd.DataFrame, stop_words: Collection[str] = (), by: str = "lemma") -> pd.Series:
    """Whether each word is of a closed class, or, as an item, among ``stop_words``."""
    return words["part_of_speech"].isin(FUNCTION_PARTS) | items(words, by).isin(set(stop_words))


def counted(spans: pd.DataFrame, all_words: int, *, key: str = "item", parts: str = "paragraph") -> pd.DataFrame:
    """A row per ``key``: count, per_thousand (of ``all_words``) and range, the number of parts with one or more.

    Sorted by count, then by name. A paragraph of one article is another part than that of the next.
    """
    grouped = spans.groupby(key, sort=True, observed=True)
    table = grouped.size().rename("count").reset_index()
    table["per_thousand"] = PER * table["count"] / max(all_words, 1)
    distinct = spans[[key, *part_columns(spans, parts)]].drop_duplicates()
    table["range"] = table[key].map(distinct[key].value_counts()).astype(int) if len(table) else pd.Series(dtype=int)
    return table.sort_values(["count", key], ascending=[False, True], ignore_index=True)


def part_columns(spans: pd.DataFrame, parts: str) -> list[str]:
    """The columns that tell one part from another."""
    return [parts] if parts == "article" or "article" not in spans.columns else ["article", parts]
