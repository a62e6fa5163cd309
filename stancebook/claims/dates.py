"""Dates and times: found by their wording, resolved against the article’s date, left open where it is not known."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from stancebook.claims import calendar_dates, moments, relative_dates, wordings
from stancebook.claims.lines import Line, segment_of
from stancebook.claims.moments import Moment
from stancebook.claims.units import unit_of
from stancebook.tokens import at

WORDINGS = (*calendar_dates.WORDINGS, *relative_dates.WORDINGS)
_LINK = re.compile(r"\s?[–—-]\s?|\s+(?:to|until|till|through)\s+", re.IGNORECASE)
_PAST, _FUTURE = frozenset({"VBD"}), frozenset({"will", "shall", "'ll", "wo"})
_MODALS = frozenset({"should", "may", "might", "must", "can"})
_BEFORE_YEARS = frozenset(
    "in since by until till from during of after before through between and to the early late".split()
)
_DUE = frozenset({"due", "scheduled", "planned", "expected", "next", "upcoming", "tomorrow", "set"})


@dataclass(frozen=True)
class Date:
    """One date or time in the text; offsets into the article."""

    line: Line
    start: int
    end: int
    moment: Moment


@dataclass
class Clock:
    """What a wording may be reckoned from: the article’s day, the tense around it, the last date that was resolved.

    ``bare_in`` holds after “in”, where a season may be any year’s.
    """

    today: datetime.date | None
    leaning: int = 0
    last: Moment | None = None
    bare_in: bool = False


def dates(text_lines: Iterable[Line], today: datetime.date | None) -> list[Date]:
    """The dates and times of an article’s lines, in order, without overlap.

    ``today`` is the article’s date. A date without a year is the nearest one that agrees with the tense of its
    clause; “that autumn” and “two days later” are reckoned from the date before them. Without ``today`` what hangs on
    it has no value, and a day or month without a year keeps XXXX for it.
    """
    clock = Clock(today)
    result: list[Date] = []
    for line in text_lines:
        here: list[Date] = []
        for start, end, resolve in wordings.find(line.text, WORDINGS):
            clock.leaning = _leaning(line, line.start + start)
            clock.bare_in = line.text[:start].lower().endswith("in ")
            moment = resolve(clock)
            if _is_a_name(line, start) or moment is None or (moment.unit == "year" and _is_no_year(line, start, end)):
                continue
            here.append(Date(line, line.start + start, line.start + end, moment))
            if moment.year is not None:
                clock.last = moment
        result += _joined(line, here)
    return result


def _is_a_name(line: Line, start: int) -> bool:
    """“The former Today host”: a day’s word with a capital within the sentence."""
    word = re.match(r"[A-Z][a-z]+", line.text[start:])
    before = at(line.tokens, line.position(line.start + start) - 1)
    return bool(word) and word[0] in {"Today", "Tonight", "Tomorrow", "Yesterday"} and before.is_word


def _is_no_year(line: Line, start: int, end: int) -> bool:
    """Whether four digits are a count (“2000 troops”) or belong to a name (“Union Resolve 2022”)."""
    written = line.text[start:end]
    if not written.isdigit():
        return False
    place = line.position(line.start + start)
    before, following = at(line.tokens, place - 1), at(line.tokens, place + 1)
    if unit_of(following.text) and following.start <= line.start + end + 1:
        return True
    if before.form in _BEFORE_YEARS:
        return False
    if following.tag == "NNS":
        return True
    return before.tag in {"NNP", "NNPS"} and before.is_word and place > 0


def _leaning(line: Line, offset: int) -> int:
    """Whether the clause of the token at ``offset`` speaks of the past (−1) or of the future (1); 0 if neither."""
    place = line.position(offset)
    first, stop = segment_of(line, place)
    around = line.tokens[first:stop]
    before = [token.form for token in line.tokens[max(place - 5, first) : place]]
    if _DUE.intersection(before):
        return 1
    if "since" in before[-4:]:
        return -1
    verbs = [
        (abs(number + first - place), 1 if ahead else -1)
        for number, token in enumerate(around)
        if (ahead := _looks_ahead(around, number)) or token.tag in _PAST or _perfect(around, number)
    ]
    return min(verbs)[1] if verbs else 0


def _looks_ahead(tokens, number: int) -> bool:
    """“Will”, “is to last”, and “should”, “may” or “must” before a plain verb."""
    token, following = tokens[number], [later.form for later in tokens[number + 1 : number + 4]]
    if token.form in _FUTURE:
        return True
    if token.tag == "MD":
        return token.form in _MODALS and "have" not in following
    return token.lemma == "be" and token.tag in {"VBZ", "VBP"} and following[:1] == ["to"]


def _perfect(tokens, number: int) -> bool:
    """Whether “has” or “have” stands here with its participle: “has been moving”."""
    later = tokens[number + 1 : number + 4]
    return tokens[number].lemma == "have" and any(token.tag in {"VBN", "VBD"} for token in later)


def _joined(line: Line, found: list[Date]) -> list[Date]:
    """The dates of a line, two that are the ends of one stretch (“from 2014 to 2018”) made into one."""
    result: list[Date] = []
    for date in found:
        if result and _are_ends(line, result[-1], date):
            first = result.pop()
            stretch = moments.between(_of_the_year(line, first, date), date.moment)
            result.append(replace(first, end=date.end, moment=stretch))
        else:
            result.append(date)
    return result


def _of_the_year(line: Line, first: Date, last: Date) -> Moment:
    """The beginning of a stretch, in the year that only its end names: “from Feb. 10 to March 2, 2021”."""
    texts = [line.text[date.start - line.start : date.end - line.start] for date in (first, last)]
    named = [re.search(r"\d{4}", text) is not None for text in texts]
    moment, year = first.moment, last.moment.year
    if named != [False, True] or year is None or not moment.month:
        return moment
    year -= last.moment.month is not None and moment.month > last.moment.month
    return (moment.day and moments.on_day(year, moment.month, moment.day)) or moments.in_month(year, moment.month)


def _are_ends(line: Line, first: Date, last: Date) -> bool:
    if "interval" in (first.moment.unit, last.moment.unit) or (first.moment.unit == "time") != (
        last.moment.unit == "time"
    ):
        return False
    if first.moment.unit == "time":
        return False
    link = line.text[first.end - line.start : last.start - line.start]
    if _LINK.fullmatch(link):
        return True
    before = line.text[: first.start - line.start].rstrip().lower()
    return link.strip() == "and" and before.endswith("between")
