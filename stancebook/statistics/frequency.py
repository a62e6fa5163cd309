"""How often: words and phrases, with the places behind each count."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd
from nltk.util import ngrams as runs

from stancebook.statistics.tokens import NOT_WORDS, counted, is_function_word, items, tokens

SPAN_COLUMNS = ["article", "paragraph", "sentence", "start", "end"]


def occurrences(
    words: pd.DataFrame, *, by: str = "lemma", function_words: bool = True, stop_words: Collection[str] = ()
) -> pd.DataFrame:
    """The word tokens that ``frequencies`` counts: the columns of ``words`` and ``item``, what each counts as."""
    kept = tokens(words)
    if not function_words or stop_words:
        drop = items(kept, by).isin(set(stop_words)) if function_words else is_function_word(kept, stop_words, by)
        kept = kept[~drop]
    return kept.assign(item=items(kept, by))


def frequencies(
    words: pd.DataFrame,
    *,
    by: str = "lemma",
    function_words: bool = True,
    stop_words: Collection[str] = (),
    parts: str = "paragraph",
) -> pd.DataFrame:
    """Frequency list: item, count, per_thousand, range; the most frequent first.

    ``by`` is ``lemma`` or ``text``. Function words, told by their part of speech, and ``stop_words`` may be left out of
    the list; the denominator stays all word tokens. ``range`` is the number of ``parts`` with the item.
    """
    spans = occurrences(words, by=by, function_words=function_words, stop_words=stop_words)
    return counted(spans, len(tokens(words)), parts=parts)


#: A run of so many words is a phrase whatever it begins and ends with: a speaker repeats "it should tell its".
LONG = 4


def phrases(
    words: pd.DataFrame, *, shortest: int = 2, longest: int = 5, by: str = "text", whole: bool = False
) -> pd.DataFrame:
    """Every run of ``shortest`` to ``longest`` words, none of which crosses a sentence or a punctuation mark.

    Columns item, length, article, paragraph, sentence, start, end; sorted by start. Runs of nothing but function words
    are left out; with ``whole`` also those of fewer than ``LONG`` words that begin or end with one ("percent of").
    """
    if not 1 <= shortest <= longest:
        raise ValueError(f"A phrase of {shortest} to {longest} words cannot be; give 1 <= shortest <= longest.")
    rows = []
    for stretch in _stretches(words, by):
        for length in range(shortest, longest + 1):
            for run in runs(stretch, length):
                cut = whole and length < LONG and (run[0]["function"] or run[-1]["function"])
                if not cut and not all(word["function"] for word in run):
                    first, last = run[0], run[-1]
                    place = [first[name] for name in SPAN_COLUMNS[:4]] + [last["end"]]
                    rows.append([" ".join(word["item"] for word in run), length, *place])
    table = pd.DataFrame(rows, columns=["item", "length", *SPAN_COLUMNS])
    return table.sort_values(["article", "start", "length"], ignore_index=True)


def ngrams(
    words: pd.DataFrame,
    *,
    shortest: int = 2,
    longest: int = 5,
    by: str = "text",
    minimum: int = 2,
    nested: bool = False,
    whole: bool = False,
    parts: str = "paragraph",
) -> pd.DataFrame:
    """Frequent phrases: item, length, count, per_thousand (of all word tokens), range; the most frequent first.

    Takes the ``phrases`` that occur ``minimum`` times or more. Without ``nested``, a phrase is left out where a longer
    one in the list holds it just as often, for it never occurs on its own.
    """
    spans = phrases(words, shortest=shortest, longest=longest, by=by, whole=whole)
    table = counted(spans, len(tokens(words)), parts=parts)
    table.insert(1, "length", table["item"].str.count(" ").add(1).astype(int))
    table = table[table["count"] >= minimum]
    if not nested:
        held = [_held(item, count, table) for item, count in zip(table["item"], table["count"])]
        table = table[~np.array(held, dtype=bool)]
    return table.sort_values(["count", "length", "item"], ascending=[False, False, True], ignore_index=True)


def _stretches(words: pd.DataFrame, by: str) -> list[list[dict]]:
    """The words between two boundaries, as records, stretch after stretch."""
    table = words.assign(item=items(words, by), function=is_function_word(words))
    boundaries = table["part_of_speech"].isin(NOT_WORDS).to_numpy()
    stretches: list[list[dict]] = []
    before = None
    for record, boundary in zip(table.to_dict("records"), boundaries):
        sentence = (record["article"], record["sentence"])
        if boundary:
            before = None
            continue
        if sentence != before:
            stretches.append([])
        stretches[-1].append(record)
        before = sentence
    return stretches


def _held(item: str, count: int, table: pd.DataFrame) -> bool:
    same = table.loc[(table["count"] == count) & (table["item"] != item), "item"]
    return any(f" {item} " in f" {longer} " for longer in same)
