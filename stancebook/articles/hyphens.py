"""Words broken over a line end: does the hyphen belong to the word, or did only the line end put it there?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from stancebook.articles.cleaning import SOFT_HYPHEN
from stancebook.articles.log import Change

_LONGEST_WORD = 80  # characters looked back for the first part of a broken word
_BROKEN = re.compile(r"([^\W_]+(?:[-.’'][^\W_]+)*)([-‐" + SOFT_HYPHEN + r"])$")
_BROKEN_OVER_LINES = re.compile(r"\w+[-‐" + SOFT_HYPHEN + r"]\s*\n\s*\w+")
_WHOLE_WORD = re.compile(r"\w+(?:-\w+)*")
_FIRST_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
# First parts that English joins with a hyphen (Chicago Manual of Style 7.89), and that seldom begin another word's syllables.
_FIRST_PARTS = re.compile(
    r"self|anti(?!c|q|d|b|g|p)|non(?!s|e|c)|quasi|pseudo|neo|half|well|cross|so|ill|all|ever|vice(?!r)|great|long|short|high|low"
    r"|far|hard|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_SECOND_PARTS = re.compile(
    r"(?:called|backed|based|led|style|born|era|term|owned|funded|controlled|held|speaking|minded|sized|scale|looking|"
    r"century|level|profile|known|sponsored|imposed|elect|general|in-chief)$"
)
# First parts of words written as one, whose second parts are words too: "under-stand", "some-thing".
_CLOSED_FIRST_PARTS = frozenset(
    "under over out some any every with how what where when there here no not them him her your our my in up down for fore "
    "back hand head air news to on off after before be by who which along through after further more never none where".split()
)
_SUSPENDED = re.compile(r"(?:and|or|to|nor|but|versus)$")  # "two- and three-day"


def words_of(lines: Iterable[str]) -> Counter[str]:
    """How often each word stands whole in ``lines``, in lower case; hyphenated words count as one."""
    return Counter(_WHOLE_WORD.findall(_BROKEN_OVER_LINES.sub(" ", "\n".join(lines).lower())))


def join_words(before: str, after: str, number: int, known: Mapping[str, int]) -> tuple[str, Change | None]:
    """``before`` and ``after``, which stood on two lines, as one text; and the change, where a word had been broken.

    ``known`` is the evidence: what ``words_of`` found in the whole article.
    """
    broken, first = _BROKEN.search(before[-_LONGEST_WORD:]), _FIRST_WORD.match(after)
    if broken and first:
        left, right = broken[1], first[0]
        ending, reason = _ending(left, broken[2], right, known)
        kept = before[: -len(broken[2])] + ending
        action = "joined word" if not ending else "kept hyphen"
        return kept + after, Change(number, action, f"{left}{broken[2]} {right}", f"{left}{ending}{right}", reason)
    if re.search(r"\S[—/]$", before) and not after.startswith(("—", "–")):
        return before + after, None  # a dash glued to its words was glued before the line was wrapped
    if re.search(r"\d–$", before) and after[:1].isdigit():
        return before + after, None
    if re.match(r"—\S", after) and not before.endswith(("—", "–")):
        return before + after, None
    return f"{before} {after}".strip(), None


def _ending(left: str, hyphen: str, right: str, known: Mapping[str, int]) -> tuple[str, str]:
    """What stands between the two parts of a broken word, and why."""
    low_left, low_right = left.lower(), right.lower()
    last = re.split(r"[-.’']", low_left)[-1]
    if hyphen == SOFT_HYPHEN:
        return "", "a soft hyphen only marks where a word may break"
    if _SUSPENDED.match(low_right):
        return "- ", "the hyphen stands for a word that follows"
    if known.get(f"{low_left}-{low_right}"):
        return "-", "the article has the word with a hyphen elsewhere"
    if known.get(low_left + low_right):
        return "", "the article has the word without a hyphen elsewhere"
    if right[0].isdigit() or last.isdigit() or len(last) == 1:
        return "-", "a part is a number or a letter"
    if right[0].isupper() and not left.isupper():
        return "-", "a capital follows the hyphen"
    if "-" in left or "-" in right and not right.startswith("-"):
        return "-", "the word has another hyphen"
    if _FIRST_PARTS.fullmatch(last) or _FIRST_PARTS.match(low_left + low_right) and _FIRST_PARTS.match(low_left + low_right)[0] == low_left:
        return "-", "such a first part takes a hyphen"
    if _SECOND_PARTS.match(low_right) and len(left) > 2:
        return "-", "such a second part takes a hyphen"
    if low_left not in _CLOSED_FIRST_PARTS and len(right) > 2 and known.get(low_left) and known.get(low_right):
        return "-", "both parts are words of the article"
    return "", "the line end had broken the word"
