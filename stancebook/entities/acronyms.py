"""Acronyms that an article explains: "Eastern Policy Institute (EPI)", "INPE (National Institute for Space Research)"."""

from __future__ import annotations

import re

from stancebook.entities.mention import Named
from stancebook.language.names import PARTICLES

#: After the full name: in brackets, or introduced in words.
BEHIND = re.compile(r"\s?\((?:(?:also |better )?known as |or |the )*([A-Z]{2,8})(\))?|,? (?:(?:also|better) )?known (?:as|by) (?:the )?([A-Z]{2,8})\b")
#: Before the full name, which stands in the brackets.
BEFORE = re.compile(r"\b([A-Z]{2,8}) \((?:the )?$")
FARTHEST = 34


def explained(named: list[Named], known: set[str], text: str) -> dict[str, Named]:
    """Each acronym with what it stands for; ``known`` are the words that mean somebody beforehand.

    Letters that a name has in this order explain it. A body's acronym may come from another language: alone in its
    brackets it is believed whatever its letters, if nobody is known by it.
    """
    found: dict[str, Named] = {}
    for one in sorted(named, key=lambda one: one.start):
        end = one.start + len(one.text)
        behind, before = BEHIND.match(text[end : end + FARTHEST]), BEFORE.search(text[max(one.start - 16, 0) : one.start])
        if behind:
            acronym = behind[1] or behind[3]
            is_alone = bool(behind[2] or behind[3]) and one.type == "ORG" and " " in one.text and acronym not in known
            if acronym in _initials(one.text) or is_alone:
                found.setdefault(acronym, one)
        if before and text[end : end + 1] == ")" and before[1] in _initials(one.text):
            found.setdefault(before[1], one)
    return found


def _initials(name: str) -> set[str]:
    """What may abbreviate a name: the first letters of its capitalised words, and of all of them."""
    words = re.findall(r"[^\W_]+", name)
    return {
        "".join(word[0] for word in words if word[0].isupper()),
        "".join(word[0].upper() for word in words),
        "".join(word[0].upper() for word in words if word not in PARTICLES),
    }
