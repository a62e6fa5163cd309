"""The ways in which English writes dates and times: each a pattern and what it comes to on a given day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from functools import partial

from stancebook.claims import moments
from stancebook.claims.moments import DAYS, MONTHS, SEASONS, Moment
from stancebook.claims.numerals import SMALL, TENS

Resolve = Callable[[object], "Moment | None"]

_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?:{_FULL}|{_SHORT})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d,]*\d|[.:]\d|\s?%)"
_YEAR = r"(?:1\d{3}|20\d{2}|21\d{2})(?![\d,.]*\d|[-–]?\w|%)"
_SEASON = "|".join(SEASONS)
_WEEKDAY = "|".join(DAYS)
_UNIT = "second|minute|hour|day|night|fortnight|week|month|quarter|year|decade|century|centurie"
_SPAN = "day|week|month|quarter|year|decade|century"
_COUNT_WORDS = "|".join([*SMALL, *TENS])
_COUNT = rf"(?:\d{{1,3}}(?:\.\d)?|(?:{'|'.join(TENS)})-(?:{'|'.join(SMALL)})|{_COUNT_WORDS}|an?|a couple of|half an?)"
_VAGUE = r"(?:a few|several|some|many|a number of)"
_TO = r"(?:\s?[–—-]\s?|\s+(?:to|until|till|through|and|or)\s+)"
_PART = (
    r"(?:(?P<part>early|mid|late|earlier|later)(?:\s+in|\s*[-–])?\s*|"
    r"(?:the\s+)?(?P<stretch>beginning|start|middle|end|close|turn|outset|eve)\s+of\s+(?:the\s+)?)?"
)
#: Where a month that is also a word or a name may stand alone: “in May”, “last March”, but not “March on”.
_LEAD = (
    r"(?<=\bin )|(?<=\bIn )|(?<=\bof )|(?<=\bsince )|(?<=\bSince )|(?<=\bby )|(?<=\bBy )|(?<=\buntil )|(?<=\bUntil )"
)
_LEAD += (
    r"|(?<=\bfrom )|(?<=\bfor )|(?<=\bthrough )|(?<=\blast )|(?<=\bnext )|(?<=\bthis )|(?<=\bbefore )|(?<=\bafter )"
)
_APPROXIMATION = {
    "early": "early", "earlier": "early", "beginning": "early", "start": "early", "turn": "early", "outset": "early",
    "mid": "mid", "middle": "mid", "late": "late", "later": "late", "end": "late", "close": "late", "eve": "late",
}  # fmt: skip
_WORDS: list[tuple[re.Pattern, Callable]] = []


def find(text: str) -> Iterator[tuple[int, int, Resolve]]:
    """The dates and times worded in ``text``: start, end, and what resolves it; the earliest first, then the longest."""
    found = []
    for pattern, resolve in _WORDS:
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


def _wording(pattern: str, *, case: bool = False) -> Callable:
    """Register the function below as what resolves ``pattern``; with ``case`` capitals count."""
    compiled = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])", 0 if case else re.IGNORECASE)

    def register(resolve: Callable) -> Callable:
        _WORDS.append((compiled, resolve))
        return resolve

    return register


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _number(word: str) -> float:
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
    return float(
        SMALL.get(word, TENS.get(word, 0)) or float(word) if word[:1].isdigit() else SMALL.get(word, TENS.get(word, 0))
    )


def _ordinal(text: str) -> int:
    return int(re.match(r"\d+", text)[0])


def _dated(year: str | None, month: int, day: int, clock) -> Moment | None:
    known = int(year) if year else moments.likeliest_year(clock.today, month, day, clock.leaning)
    return moments.on_day(known, month, day)


@_wording(
    rf"(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY})(?P<range>{_TO}(?P<last>{_DAY})(?!\s+{_MONTH}))?(?:,?\s+(?P<year>{_YEAR}))?",
    case=True,
)
@_wording(
    rf"(?:the\s+)?(?P<day>{_DAY})(?P<range>{_TO}(?P<last>{_DAY}))?\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?",
    case=True,
)
def _day_of_month(found: dict, clock) -> Moment | None:
    month = _month(found["month"])
    first = _dated(found["year"], month, _ordinal(found["day"]), clock)
    if not found["last"] or first is None:
        return first
    last = moments.on_day(first.year, month, _ordinal(found["last"]))
    return moments.between(first, last) if last else None


@_wording(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:]+Z?)?")
def _iso(found: dict, clock) -> Moment | None:
    return moments.of(datetime.date(int(found["year"]), int(found["month"]), int(found["day"])))


@_wording(r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)")
def _numeric(found: dict, clock) -> Moment | None:
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if first <= 12 and second <= 12 and first != second:
        return moments.unresolved("day")  # March in America, April in Europe
    day, month = (first, second) if first > 12 else (second, first)
    return moments.on_day(year, month, day) if 1 <= month <= 12 else None


@_wording(rf"{_PART}(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})", case=True)
def _month_of_year(found: dict, clock) -> Moment:
    return moments.in_month(int(found["year"]), _month(found["month"]))


@_wording(rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s+past|\s+coming)?)\s+(?P<month>{_MONTH})(?!\s+\d)", case=True)
def _month_nearby(found: dict, clock) -> Moment:
    month, which, today = _month(found["month"]), found["which"].lower().split()[0], clock.today
    if today is None:
        return moments.in_month(None, month)
    if which == "this":
        return moments.in_month(today.year, month)
    later = which == "next"
    passed = (month <= today.month) if later else (month >= today.month)
    return moments.in_month(today.year + (1 if later else -1) * passed, month)


@_wording(
    rf"(?:[Tt]he\s+)?(?:[Ee]arly|[Mm]id|[Ll]ate|[Bb]eginning of|[Mm]iddle of|[Ss]tart of|[Ee]nd of)[\s-]+(?P<month>{_MONTH})",
    case=True,
)
@_wording(rf"(?:{_LEAD}|(?<=\band ))(?P<month>{_MONTH})(?=[\s,.;:?!)’”\"']|$)(?![’']s|\s+(?:[A-Z]|\d))", case=True)
@_wording(
    r"(?P<month>January|February|April|September|October|November|December)(?:[’']s)?(?!\s+(?:[A-Z]|\d))", case=True
)
def _month_alone(found: dict, clock) -> Moment:
    month = _month(found["month"])
    return moments.in_month(moments.likeliest_year(clock.today, month, None, clock.leaning), month)


@_wording(rf"(?P<year>(?:1[5-9]|20)\d{{2}})\s?[–/-]\s?(?P<last>\d{{2}}|{_YEAR})(?!\w)")
def _years(found: dict, clock) -> Moment | None:
    first, last = found["year"], found["last"]
    last = first[: -len(last)] + last
    return moments.between(moments.in_year(int(first)), moments.in_year(int(last))) if int(first) < int(last) else None


@_wording(rf"{_PART}(?<![$€£#])(?P<year>{_YEAR})")
def _year(found: dict, clock) -> Moment | None:
    return moments.in_year(int(found["year"]))


@_wording(rf"{_PART}(?:the\s+)?(?:(?P<year>(?:1[5-9]|20)\d0)|['’](?P<short>\d0))s")
def _decade(found: dict, clock) -> Moment:
    year = int(found["year"]) if found["year"] else 1900 + int(found["short"])
    return moments.coarse(datetime.date(year, 1, 1), "decade")


@_wording(
    rf"{_PART}(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>eighteenth|nineteenth|twentieth|twenty-first))[\s-]century"
)
def _century(found: dict, clock) -> Moment:
    words = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    number = int(found["number"] or words[found["word"].lower()])
    return moments.coarse(datetime.date(100 * number, 1, 1), "century")


@_wording(
    r"(?P<day>yesterday|today|tomorrow|tonight|the day before yesterday|the day after tomorrow|last night)(?:\s+(?:morning|afternoon|evening|night))?"
)
@_wording(r"(?P<day>this\s+(?:morning|afternoon|evening))")
def _near_day(found: dict, clock) -> Moment:
    word = " ".join(found["day"].lower().split())
    offsets = {
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    if clock.today is None:
        return moments.unresolved("day")
    return moments.of(clock.today + datetime.timedelta(days=offsets.get(word, 0)))


@_wording(
    rf"(?:(?P<which>last|next|this(?:\s+past|\s+coming)?)\s+)?(?P<weekday>{_WEEKDAY})(?:\s+(?:morning|afternoon|evening|night))?"
)
def _weekday(found: dict, clock) -> Moment:
    today, which = clock.today, (found["which"] or "").lower()
    if today is None:
        return moments.unresolved("day")
    ahead = (DAYS[found["weekday"].lower()] - today.weekday()) % 7
    if which in {"last", "this past"}:
        shift = ahead - 7
    elif which == "this":
        shift = DAYS[found["weekday"].lower()] - today.weekday()
    elif which in {"next", "this coming"}:
        shift = ahead or 7
    else:
        shift = ahead if clock.leaning > 0 or ahead == 0 else ahead - 7
    return moments.of(today + datetime.timedelta(days=shift))


@_wording(r"(?P<which>this|last|next|over\s+the|the\s+past)\s+weekend")
def _weekend(found: dict, clock) -> Moment:
    if clock.today is None:
        return moments.unresolved("interval")
    saturday = clock.today + datetime.timedelta(days=5 - clock.today.weekday())
    which = found["which"].lower()
    ahead = which == "next" or which.startswith("over") and clock.leaning > 0
    back = which == "last" or not ahead and which != "this" and clock.today.weekday() < 5
    saturday += datetime.timedelta(weeks=(which == "next") - back)
    return moments.between(moments.of(saturday), moments.of(saturday + datetime.timedelta(days=1)))


@_wording(r"the\s+(?:first|second|third|fourth)\s+quarter(?!\s+of)")
def _some_quarter(found: dict, clock) -> Moment:
    return moments.unresolved("quarter")


@_wording(rf"{_PART}(?P<which>last|next|this|the\s+current)\s+(?P<unit>week|month|quarter|year|decade|century)")
def _near_unit(found: dict, clock) -> Moment:
    unit, which = found["unit"].lower(), found["which"].lower()
    if clock.today is None:
        return moments.unresolved(unit)
    day = moments.shifted(clock.today, {"last": -1, "next": 1}.get(which, 0), unit)
    return moments.coarse(day, unit) if day else moments.unresolved(unit)


@_wording(r"(?P<stretch>beginning|start|middle|end)\s+of\s+the\s+(?P<unit>week|month|quarter|year|decade|century)")
def _end_of_unit(found: dict, clock) -> Moment:
    unit = found["unit"].lower()
    return moments.coarse(clock.today, unit) if clock.today else moments.unresolved(unit)


@_wording(rf"{_PART}(?P<which>last|next|this|that)\s+(?P<season>{_SEASON})")
def _near_season(found: dict, clock) -> Moment:
    which, season = found["which"].lower(), found["season"].lower()
    if which == "that":
        return moments.in_season(clock.last.year if clock.last else None, season)
    return moments.in_season(moments.season_year(clock.today, season, which), season)


@_wording(
    rf"{_PART}(?:(?:the\s+)?(?P<season>{_SEASON})\s+(?:of\s+)?|(?:the\s+)?(?P<winter>winter)\s+of\s+)(?P<year>{_YEAR})"
)
def _season_of_year(found: dict, clock) -> Moment:
    return moments.in_season(int(found["year"]), (found["season"] or found["winter"]).lower())


@_wording(rf"(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})s?\s+ago")
def _ago(found: dict, clock) -> Moment:
    return _away(found, clock.today, -1)


@_wording(
    rf"(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})s?\s+(?:from\s+now|hence)|\bin\s+(?P<later>{_COUNT})\s+(?P<span>{_UNIT})s?[’']?(?:\s+time)"
)
def _from_now(found: dict, clock) -> Moment:
    return _away({"count": found["count"] or found["later"], "unit": found["unit"] or found["span"]}, clock.today, 1)


def _away(found: dict, day: datetime.date | None, sign: int) -> Moment:
    unit = found["unit"].lower().replace("centurie", "century")
    approximation = "about" if found["count"].lower() == "a couple of" else ""
    count = _number(found["count"])
    moved = moments.shifted(day, sign * count, unit) if day else None
    if moved is None:
        return moments.unresolved(unit, approximation)
    there = moments.coarse(moved, "year" if unit in {"decade", "century"} else "month" if count % 1 else unit)
    return Moment(there.value, there.unit, there.year, there.month, there.day, approximation)


@_wording(rf"{_VAGUE}\s+(?P<unit>{_UNIT})s\s+(?:ago|earlier|later)|(?P<long>{_SPAN})s\s+(?:ago|earlier|later)")
@_wording(
    rf"(?:in|over|during|for|within)\s+(?:the\s+)?(?:recent|coming|past|last|next|previous|following)\s+(?:few\s+|several\s+)?(?P<unit>{_SPAN})s"
)
def _vague(found: dict, clock) -> Moment:
    return moments.unresolved((found.get("unit") or found.get("long")).lower())


@_wording(
    rf"(?:the\s+)?(?P<which>past|last|next|coming|following|previous)\s+(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})s?"
)
@_wording(r"(?:over|in|during|for)\s+the\s+(?P<which>past|last|next|coming)\s+(?P<unit>week|month|year|decade|century)")
def _stretch(found: dict, clock) -> Moment:
    unit = found["unit"].lower().replace("centurie", "century")
    later = found["which"].lower() in {"next", "coming", "following"}
    count = _number(found.get("count") or "a")
    moved = moments.shifted(clock.today, count if later else -count, unit) if clock.today else None
    if moved is None or unit in {"hour", "minute", "second"}:
        return moments.unresolved("interval")
    first, last = sorted([clock.today, moved])
    return moments.between(moments.of(first), moments.of(last))


@_wording(
    r"(?:that|the\s+same|the\s+very\s+same)\s+(?P<unit>day|week|month|year|decade|night|morning|afternoon|evening)"
)
def _same(found: dict, clock) -> Moment:
    unit, last = found["unit"].lower(), clock.last
    if unit in {"night", "morning", "afternoon", "evening"}:
        unit = "day"
    if last is None or last.year is None:
        return moments.unresolved(unit)
    if unit in {"year", "decade"}:
        return moments.coarse(datetime.date(last.year, 1, 1), unit)
    if last.month is None or (unit in {"day", "week"} and last.day is None):
        return moments.unresolved(unit)
    return moments.coarse(datetime.date(last.year, last.month, last.day or 1), unit)


@_wording(r"(?:the\s+)(?P<which>following|previous|next)\s+(?P<unit>day|week|month|year|night|morning)")
@_wording(rf"(?P<count>{_COUNT})\s+(?P<unit>{_SPAN})s?\s+(?P<which>later|earlier|afterwards)")
def _from_last(found: dict, clock) -> Moment:
    unit, last = found["unit"].lower(), clock.last
    unit = "day" if unit in {"night", "morning"} else unit
    known = last and last.year is not None and (unit == "year" or last.month is not None)
    if not known or (unit in {"day", "week"} and last.day is None):
        return moments.unresolved(unit)
    sign = -1 if found["which"].lower() in {"previous", "earlier"} else 1
    day = datetime.date(last.year, last.month or 1, last.day or 1)
    moved = moments.shifted(day, sign * _number(found.get("count") or "a"), unit)
    return moments.coarse(moved, unit) if moved else moments.unresolved(unit)


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_FISCAL = r"(?:fiscal|financial|tax)"


@_wording(
    rf"(?:the\s+)?(?P<which>first|second|third|fourth|last|[1-4](?:st|nd|rd|th))\s+(?P<unit>quarter|half)\s+of\s+(?:(?P<year>{_YEAR})|(?P<near>this|last|next)\s+year)"
)
@_wording(rf"Q(?P<number>[1-4])(?:\s+(?:of\s+)?|[-/])(?P<year>{_YEAR})")
def _quarter(found: dict, clock) -> Moment | None:
    shift = {"last": -1, "next": 1}.get((found.get("near") or "").lower(), 0)
    if not found["year"] and clock.today is None:
        return moments.unresolved("quarter")
    year = int(found["year"]) if found["year"] else clock.today.year + shift
    number = int(found.get("number") or _QUARTERS[found["which"].lower()])
    if (found.get("unit") or "quarter").lower() == "half":
        number = 2 if found["which"].lower() in {"second", "last", "2nd"} else 1
        return moments.months_of(year, 6 * number - 5, 6 * number, "half year")
    return moments.months_of(year, 3 * number - 2, 3 * number, "quarter")


@_wording(
    rf"(?:the\s+)?(?:{_FISCAL}\s+(?:year\s+)?|FY\s?)[’']?(?P<year>{_YEAR}|\d\d)(?:\s?[-–/]\s?(?P<last>\d\d(?:\d\d)?))?(?!\d)"
)
@_wording(rf"(?:the\s+)?(?P<year>{_YEAR}|(?:19|20)\d\d)(?:\s?[-–/]\s?(?P<last>\d\d(?:\d\d)?))?\s+{_FISCAL}\s+year")
@_wording(rf"(?:the\s+)?(?P<near>current|last|next|this|previous|coming)\s+{_FISCAL}\s+year")
def _fiscal(found: dict, clock) -> Moment:
    # When a fiscal year begins is each country’s own affair, so that it has no ISO date; TIMEX3 writes FY and the year.
    if found.get("near"):
        return moments.unresolved("fiscal year")
    year, last = found["year"], found.get("last")
    year = year if len(year) == 4 else f"20{year}"
    return Moment(f"FY{year}" + (f"/{year[: 4 - len(last)]}{last}" if last else ""), "fiscal year", int(year))


_HOUR = r"(?:1[0-2]|0?[1-9])"


@_wording(rf"(?:at\s+)?(?P<hour>{_HOUR})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?")
@_wording(r"(?:at\s+)?(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![:\d])(?:\s?(?:GMT|UTC|CET|EET|EST))?")
@_wording(
    rf"at\s+(?P<word>{'|'.join(list(SMALL)[1:13])})(?:\s+o[’']clock)?(?=[,.;:?!”\"]|$|\s+(?:in the|on|sharp|and|o[’']clock|this|that|every|each))"
)
@_wording(r"(?:at\s+)?(?P<word>noon|midday|midnight)")
def _time(found: dict, clock) -> Moment | None:
    word = (found.get("word") or "").lower()
    hour = {"noon": 12, "midday": 12, "midnight": 0}.get(word, SMALL.get(word, 0)) if word else int(found["hour"])
    if found.get("half"):
        hour = hour % 12 + 12 * (found["half"].lower() == "p")
    return Moment(f"T{hour:02}:{found.get('minute') or '00'}", "time")
