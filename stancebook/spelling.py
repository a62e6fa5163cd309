"""One spelling for names that differ in accents, apostrophes or hyphens alone."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ALIKE = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‑": "-", "‐": "-", "–": "-"})


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word without its accents, its capitals kept."""
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.replace("ł", "l").replace("Ł", "L").replace("ı", "i").replace("ø", "o"))
    return "".join(character for character in plain if not unicodedata.combining(character))
