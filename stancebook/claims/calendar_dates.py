"""Dates that stand in the calendar by themselves: days, months, years, seasons, quarters, fiscal years, and times."""

from __future__ import annotations

import datetime

from stancebook.claims import moments
from stancebook.claims.moments import Moment
from stancebook.claims.pieces import SMALL
from stancebook.claims.wordings import DAY, LEAD, MONTH, PART, SEASON, TO, YEAR, month_number, ordinal, registry

#: What ``wordings.find`` looks for.
WORDINGS, _wording = registry()


def _dated(year: str | None, month: int, day: int, clock) -> Moment | None:
    known = int(year) if year else moments.likeliest_year(clock.today, month, day, clock.leaning)
    return moments.on_day(known, month, day)


@_wording(
    rf"(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})(?P<range>{TO}(?P<last>{DAY})(?!\s+{MONTH}))?(?:,?\s+(?P<year>{YEAR}))?",
    case=True,
)
@_wording(
    rf"(?:the\s+)?(?P<day>{DAY})(?P<range>{TO}(?P<last>{DAY}))?\s+(?:of\s+)?(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?",
    case=True,
)
def _day_of_month(found: dict, clock) -> Moment | None:
    month = month_number(found["month"])
    first = _dated(found["year"], month, ordinal(found["day"]), clock)
    if not found["last"] or first is None:
        return first
    last = moments.on_day(first.year, month, ordinal(found["last"]))
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


@_wording(rf"{PART}(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})", case=True)
def _month_of_year(found: dict, clock) -> Moment:
    return moments.in_month(int(found["year"]), month_number(found["month"]))


@_wording(
    r"(?:[Tt]he\s+)?(?:[Ee]arly|[Mm]id|[Ll]ate|[Bb]eginning of|[Mm]iddle of|[Ss]tart of|[Ee]nd of)[\s-]+"
    rf"(?P<month>{MONTH})",
    case=True,
)
@_wording(rf"(?:{LEAD}|(?<=\band ))(?P<month>{MONTH})(?=[\s,.;:?!)’”\"']|$)(?![’']s|\s+(?:(?!I\b)[A-Z]|\d))", case=True)
@_wording(
    r"(?P<month>January|February|April|September|October|November|December)(?:[’']s)?(?!\s+(?:(?!I\b)[A-Z]|\d))", case=True
)
def _month_alone(found: dict, clock) -> Moment:
    month = month_number(found["month"])
    return moments.in_month(moments.likeliest_year(clock.today, month, None, clock.leaning), month)


@_wording(rf"(?P<year>(?:1[5-9]|20)\d{{2}})\s?[–/-]\s?(?P<last>\d{{2}}|{YEAR})(?!\w)")
def _years(found: dict, clock) -> Moment | None:
    first, last = found["year"], found["last"]
    last = first[: -len(last)] + last
    return moments.between(moments.in_year(int(first)), moments.in_year(int(last))) if int(first) < int(last) else None


@_wording(rf"{PART}(?<![$€£#])(?P<year>{YEAR})")
def _year(found: dict, clock) -> Moment | None:
    return moments.in_year(int(found["year"]))


@_wording(rf"{PART}(?:the\s+)?(?:(?P<year>(?:1[5-9]|20)\d0)|['’](?P<short>\d0))s")
def _decade(found: dict, clock) -> Moment:
    year = int(found["year"]) if found["year"] else 1900 + int(found["short"])
    return moments.coarse(datetime.date(year, 1, 1), "decade")


@_wording(
    rf"{PART}(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>eighteenth|nineteenth|twentieth|twenty-first))[\s-]century"
)
def _century(found: dict, clock) -> Moment:
    words = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    number = int(found["number"] or words[found["word"].lower()])
    return moments.coarse(datetime.date(100 * number, 1, 1), "century")


@_wording(
    rf"{PART}(?:(?:the\s+)?(?P<season>{SEASON})\s+(?:of\s+)?|(?:the\s+)?(?P<winter>winter)\s+of\s+)(?P<year>{YEAR})"
)
def _season_of_year(found: dict, clock) -> Moment:
    return moments.in_season(int(found["year"]), (found["season"] or found["winter"]).lower())


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
FISCAL = r"(?:fiscal|financial|tax)"


@_wording(
    rf"(?:the\s+)?(?P<which>first|second|third|fourth|last|[1-4](?:st|nd|rd|th))\s+(?P<unit>quarter|half)\s+of\s+(?:(?P<year>{YEAR})|(?P<near>this|last|next)\s+year)"
)
@_wording(rf"Q(?P<number>[1-4])(?:\s+(?:of\s+)?|[-/])(?P<year>{YEAR})")
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
    rf"(?:the\s+)?(?:{FISCAL}\s+(?:year\s+)?|FY\s?)[’']?(?P<year>{YEAR}|\d\d)(?:\s?[-–/]\s?(?P<last>\d\d(?:\d\d)?))?(?!\d)"
)
@_wording(rf"(?:the\s+)?(?P<year>{YEAR}|(?:19|20)\d\d)(?:\s?[-–/]\s?(?P<last>\d\d(?:\d\d)?))?\s+{FISCAL}\s+year")
@_wording(rf"(?:the\s+)?(?P<near>current|last|next|this|previous|coming)\s+{FISCAL}\s+year")
def _fiscal(found: dict, clock) -> Moment:
    # When a fiscal year begins is each country’s own affair, so that it has no ISO date; TIMEX3 writes FY and the year.
    if found.get("near"):
        return moments.unresolved("fiscal year")
    year, last = found["year"], found.get("last")
    year = year if len(year) == 4 else f"20{year}"
    return Moment(f"FY{year}" + (f"/{year[: 4 - len(last)]}{last}" if last else ""), "fiscal year", int(year))


HOUR = r"(?:1[0-2]|0?[1-9])"


@_wording(rf"(?:at\s+)?(?P<hour>{HOUR})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?")
@_wording(r"(?:at\s+)?(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![:\d])(?:\s?(?:GMT|UTC|CET|EET|EST))?")
@_wording(
    rf"at\s+(?P<word>{'|'.join(list(SMALL)[1:13])})(?:\s+o[’']clock)?"
    r"(?=[,.;:?!”\"]|$|\s+(?:in the|on|sharp|and|o[’']clock|this|that|every|each))"
)
@_wording(r"(?:at\s+)?(?P<word>noon|midday|midnight)")
def _time(found: dict, clock) -> Moment | None:
    word = (found.get("word") or "").lower()
    hour = {"noon": 12, "midday": 12, "midnight": 0}.get(word, SMALL.get(word, 0)) if word else int(found["hour"])
    if found.get("half"):
        hour = hour % 12 + 12 * (found["half"].lower() == "p")
    return Moment(f"T{hour:02}:{found.get('minute') or '00'}", "time")
