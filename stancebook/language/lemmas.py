"""Lemmas, by rules learned from treebanks: the form itself where it was seen, else its longest known ending."""

from __future__ import annotations

from stancebook.language.models import lemma_rules

LONGEST_ENDING = 6
NAMES = ("PROPN", "X", "PUNCT", "SYM", "NUM")


def lemma(word: str, part_of_speech: str) -> str:
    """The lemma of ``word`` with the universal tag ``part_of_speech``; names keep their form."""
    straight = word.replace("’", "'")
    if part_of_speech in NAMES:
        return straight
    rules, form = lemma_rules(), straight.lower()
    known = rules["forms"].get(f"{form}|{part_of_speech}")
    if known is not None:
        return known
    for length in range(min(LONGEST_ENDING, len(form) - 1), 0, -1):
        rule = rules["suffixes"].get(f"{form[-length:]}|{part_of_speech}")
        if rule is not None:
            cut, added = rule.split(":", 1)
            return form[: len(form) - int(cut)] + added
    return form
