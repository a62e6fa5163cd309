"""Whose marker it is: the voice of a stance marker, where that is not simply whose words are quoted or reported there.

A marker belongs to the innermost source in whose content it stands. Three things are the author’s within what a source
is reported to say: first-person pronouns (“she told me that I …”), what the author puts in (“he was, I suspect, …”) and
what he remarks on it (“they shouted that he was a thief, which is a stupid thing to shout”).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from stancebook.lexicons.matching import PRONOUNS
from stancebook.tokens import Sentence, at
from stancebook.trees import dependents, finite_tag
from stancebook.voices import AUTHOR, innermost, voice_ids, voice_names

#: Where a thought that is put in between commas ends.
PAUSES = frozenset({",", "—", "–", ")", ".", ";"})


def spoken(statements: pd.DataFrame, text: str) -> set[int]:
    """The statements whose words are the source’s own, quoted or after a colon: “he asks the same: are you staying?”"""
    after_colon = [text[:start].rstrip().endswith(":") for start in statements["content_start"]]
    return set(statements.loc[(statements["kind"] == "direct") | np.array(after_colon, dtype=bool), "statement"])


def with_marker_voice(
    table: pd.DataFrame, statements: pd.DataFrame, text: str, sentences: list[tuple[int, int, Sentence]]
) -> pd.DataFrame:
    """``table`` (of markers) with voice and source, as ``voices.with_voice`` has them; ``sentences`` are those of ``text``."""
    ids = dict(zip(statements["statement"], voice_ids(statements)))
    names = dict(zip(statements["statement"], voice_names(statements)))
    parents = dict(zip(statements["statement"], statements["inside"]))
    ends = dict(zip(statements["statement"], statements["content_end"]))
    indirect, own_words = set(statements.loc[statements["kind"] == "indirect", "statement"]), spoken(statements, text)
    reported, told = indirect - own_words, indirect & own_words
    tokens = {token.start: (sentence, place) for _, _, sentence in sentences for place, token in enumerate(sentence)}
    remarks = [span for _, _, sentence in sentences for span in _remarks(sentence)]
    persons = table["category"].isin(PRONOUNS) | table["subcategory"].isin(PRONOUNS)
    starts = table["start"].to_numpy()
    numbers = innermost(starts, statements)
    # The question mark after a question that is told without quotation marks stands just past its content.
    before = innermost(starts - (table["subcategory"] == "question").to_numpy(), statements)
    asked = [one if one in told else number for one, number in zip(before, numbers)]
    whose = []
    for number, start, is_person in zip(asked, starts, persons):
        put_in = is_person or _inserted(*tokens.get(start, ([], -1)))
        while number in reported and (put_in or _within(start, ends[number], remarks)):
            number = parents[number]
        whose.append(number)
    return table.assign(
        voice=pd.Series([ids.get(number, AUTHOR) for number in whose], index=table.index, dtype=object),
        source=pd.Series([names.get(number, "") for number in whose], index=table.index, dtype=object),
    )


def _within(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(first <= start < stop and first < end for first, stop in spans)


def _inserted(sentence: Sentence, place: int) -> bool:
    """“he was, I suspect, relieved”: a thought of the author’s own between the words of somebody else."""
    return (
        at(sentence, place - 1).form in {"i", "we"}
        and at(sentence, place - 2).text in PAUSES
        and at(sentence, place + 1).text in PAUSES
    )


def _remarks(sentence: Sentence) -> list[tuple[int, int]]:
    """Where a “, which is …” in the present tense takes up a whole clause told in the past, to the sentence’s end."""
    found = []
    for place, token in enumerate(sentence):
        if token.form != "which" or at(sentence, place - 1).text not in {",", "—", "–"}:
            continue
        clause = token.head
        taken_up = at(sentence, clause).head
        is_remark = at(sentence, clause).relation in {"acl:relcl", "advcl", "parataxis"} and taken_up >= 0
        whole = finite_tag(sentence, taken_up) or dependents(sentence, taken_up, "cop")
        if is_remark and whole and finite_tag(sentence, clause) in {"VBZ", "VBP"} and finite_tag(sentence, taken_up) == "VBD":
            found.append((token.start, sentence[-1].end))
    return found
