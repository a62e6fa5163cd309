"""What the reader sees of a word beside its subwords: the shape of its letters."""

from __future__ import annotations

import functools

from stancebook.language.tokenization import STRAIGHT, word_spans

SHAPES = (
    "none", "lower", "capital", "first capital", "capitals", "one capital", "initials", "mixed", "number",
    "number and letters", "mark", "no case", "first capitals", "capital and mark",
)  # fmt: skip
_NUMBER = {shape: number for number, shape in enumerate(SHAPES)}


@functools.lru_cache(maxsize=200_000)
def shape(word: str, first: bool = False) -> int:
    """The number in ``SHAPES`` of the shape of ``word``; ``first`` when it opens its sentence."""
    return _NUMBER[_shape(word, first)]


def _shape(word: str, first: bool) -> str:
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return "number" if any(character.isdigit() for character in word) else "mark"
    upper, lower = sum(map(str.isupper, letters)), sum(map(str.islower, letters))
    if not upper and not lower:
        return "no case"
    if any(character.isdigit() for character in word):
        return "number and letters"
    if not upper:
        return "lower"
    if not lower:
        if len(letters) == 1 and len(word) == 1:
            return "one capital"
        if "." in word:
            return "initials"
        return "first capitals" if first else "capitals"
    if upper == 1 and word[0].isupper():
        if first:
            return "first capital"
        return "capital" if len(letters) == len(word) else "capital and mark"
    return "mixed"


def shapes(words: list[str]) -> list[int]:
    """The shapes of the words of a sentence; the first word with a letter is its opening."""
    opening = next((at for at, word in enumerate(words) if any(map(str.isalpha, word))), -1)
    return [shape(word, at == opening) for at, word in enumerate(words)]


def words_and_spans(sentence: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a sentence, and where each starts and ends in it."""
    spans = list(word_spans(sentence))
    return [sentence[start:end] for start, end in spans], spans


def straight(word: str) -> str:
    """The word with curly quotes as straight ones, as the treebanks write them."""
    return word.translate(STRAIGHT)
