"""What the wordings of dates and times are made of, and how they are found: patterns, each with what resolves it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from stancebook.claims.moments import DAYS, MONTHS, SEASONS, Moment
from stancebook.claims.pieces import SMALL, TENS

Resolve = Callable[[object], "Moment | None"]
Wording = tuple[re.Pattern, Callable]

FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
MONTH = rf"(?:{FULL}|{SHORT})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d,]*\d|[.:]\d|\s?%)"
YEAR = r"(?:1\d{3}|20\d{2}|21\d{2})(?![\d,.]*\d|[-–]?\w|%)"
SEASON = "|".join(SEASONS)
WEEKDAY = "|".join(DAYS)
UNIT = "second|minute|hour|day|night|fortnight|week|month|quarter|year|decade|century|centurie"
SPAN = "day|week|month|quarter|year|decade|century"
COUNT_WORDS = "|".join([*SMALL, *TENS])
COUNT = rf"(?:\d{{1,3}}(?:\.\d)?|(?:{'|'.join(TENS)})-(?:{'|'.join(SMALL)})|{COUNT_WORDS}|an?|a couple of|half an?)"
VAGUE = r"(?:a few|several|some|many|a number of)"
TO = r"(?:\s?[–—-]\s?|\s+(?:to|until|till|through|and|or)\s+)"
PART = (
    r"(?:(?P<part>early|mid|late|earlier|later)(?:\s+in|\s*[-–])?\s*|"
    r"(?:the\s+)?(?P<stretch>beginning|start|middle|end|close|turn|outset|eve)\s+of\s+(?:the\s+)?)?"
)
#: Where a month that is also a word or a name may stand alone: “in May”, “last March”, but not “March on”.
LEAD = r"(?<=\bin )|(?<=\bIn )|(?<=\bof )|(?<=\bsince )|(?<=\bSince )|(?<=\bby )|(?<=\bBy )|(?<=\buntil )|(?<=\bUntil )"
LEAD += r"|(?<=\bfrom )|(?<=\bfor )|(?<=\bthrough )|(?<=\blast )|(?<=\bnext )|(?<=\bthis )|(?<=\bbefore )|(?<=\bafter )"
_APPROXIMATION = {
    "early": "early", "earlier": "early", "beginning": "early", "start": "early", "turn": "early", "outset": "early",
    "mid": "mid", "middle": "mid", "late": "late", "later": "late", "end": "late", "close": "late", "eve": "late",
}  # fmt: skip


def find(text: str, wordings: Iterable[Wording]) -> Iterator[tuple[int, int, Resolve]]:
    """The dates and times in ``text``: start, end, and what resolves each; the earliest first, of these the longest."""
    found = []
    for pattern, resolve in wordings:
        found += [(match.start(), -match.end(), match, resolve) for match in pattern.finditer(text) if match[0].strip()]
    free = 0
    for start, end, match, resolve in sorted(found, key=lambda item: item[:2]):
        if start >= free:
            free = -end
            yield start, -end, partial(_resolved, match, resolve)


def _resolved(match: re.Match, resolve: Callable, clock) -> Moment | None:
    try:
        moment = resolve(match.groupdict(), clock)
    except (ValueError, OverflowError):  # a year or day outside the calendar
        return None
    if moment is None:
        return None
    part = match.groupdict().get("part") or match.groupdict().get("stretch")
    approximation = _APPROXIMATION.get((part or "").lower(), moment.approximation)
    return Moment(moment.value, moment.unit, moment.year, moment.month, moment.day, approximation)


def registry() -> tuple[list[Wording], Callable]:
    """An empty list of wordings, and the decorator that adds the function below it to the list.

    The decorator takes a pattern, and ``case`` where capitals count; the function gets the pattern’s groups and the
    clock (``dates.Clock``), and returns a Moment, or None where the words are no date.
    """
    wordings: list[Wording] = []

    def wording(pattern: str, *, case: bool = False) -> Callable:
        compiled = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])", 0 if case else re.IGNORECASE)

        def register(resolve: Callable) -> Callable:
            wordings.append((compiled, resolve))
            return resolve

        return register

    return wordings, wording


def month_number(name: str) -> int:
    """1 for “Jan.”."""
    return MONTHS[name.lower().rstrip(".")]


def number_of(word: str) -> float:
    """The value of a count: “two”, “twenty-one”, “a couple of”, “half a”, “3”."""
    word = word.lower()
    if word.startswith("half"):
        return 0.5
    if word == "a couple of":
        return 2
    if word in {"a", "an"}:
        return 1
    tens, _, ones = word.partition("-")
    if ones and tens in TENS:
        return TENS[tens] + SMALL[ones]
    return float(word) if word[:1].isdigit() else float(SMALL.get(word, TENS.get(word, 0)))


def ordinal(text: str) -> int:
    """3 for “3rd”."""
    return int(re.match(r"\d+", text)[0])
