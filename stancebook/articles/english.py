"""Is it English? The lexicons and taggers hold for no other language, so another one is refused."""

from __future__ import annotations

import re

import py3langid

# Frequent English words that are not also frequent words of its neighbours (unlike "in", "is", "was", "a", "on").
_FUNCTION_WORDS = frozenset(
    "the of and to that for with from by this have has are be been were not but they their it its he his she her we our "
    "you who which would will can could should at as than there what when where about after into over".split()
)
_WORDS = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Whether ``text`` reads as English.

    The share of English function words decides where it is clear (running English has about four in ten, other
    languages below one in twenty); py3langid decides between. Case does not matter, and foreign names do not.
    """
    words = _WORDS.findall(text.lower())
    letters = "".join(words)
    if not letters or sum(letter.isascii() for letter in letters) < 0.6 * len(letters):
        return False
    share = sum(word in _FUNCTION_WORDS for word in words) / len(words)
    if share >= 0.2:
        return True
    language, _ = py3langid.classify(text.lower())
    # Below one in twelve, an "English" is the guess for word lists and noise.
    return share >= 0.08 if language == "en" else share >= 0.12
