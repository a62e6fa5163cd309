"""Dates reckoned from the article’s day or from another date: “last August”, “two years ago”, “that autumn”."""

from __future__ import annotations

import datetime

from stancebook.claims import moments
from stancebook.claims.moments import DAYS, Moment
from stancebook.claims.wordings import (
    COUNT,
    MONTH,
    PART,
    SEASON,
    SPAN,
    UNIT,
    VAGUE,
    WEEKDAY,
    month_number,
    number_of,
    registry,
)

#: What ``wordings.find`` looks for.
WORDINGS, _wording = registry()


@_wording(rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s+past|\s+coming)?)\s+(?P<month>{MONTH})(?!\s+\d)", case=True)
def _month_nearby(found: dict, clock) -> Moment:
    month, which, today = month_number(found["month"]), found["which"].lower().split()[0], clock.today
    if today is None:
        return moments.in_month(None, month)
    if which == "this":
        return moments.in_month(today.year, month)
    later = which == "next"
    passed = (month <= today.month) if later else (month >= today.month)
    return moments.in_month(today.year + (1 if later else -1) * passed, month)


@_wording(
    r"(?P<day>yesterday|today|tomorrow|tonight|the day before yesterday|the day after tomorrow|last night)"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
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
    rf"(?:(?P<which>last|next|this(?:\s+past|\s+coming)?)\s+)?(?P<weekday>{WEEKDAY})(?:\s+(?:morning|afternoon|evening|night))?"
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


@_wording(rf"{PART}(?P<which>last|next|this|the\s+current)\s+(?P<unit>week|month|quarter|year|decade|century)")
def _near_unit(found: dict, clock) -> Moment:
    unit, which = found["unit"].lower(), found["which"].lower()
    if clock.today is None:
        return moments.unresolved(unit)
    day = moments.shifted(clock.today, {"last": -1, "next": 1}.get(which, 0), unit)
    return moments.coarse(day, unit) if day else moments.unresolved(unit)


@_wording(r"the\s+(?P<unit>week|month|year|decade|century)(?=\s+(?:is\s+(?:out|over|up|done)|ends|closes)\b)")
@_wording(r"(?P<stretch>beginning|start|middle|end)\s+of\s+the\s+(?P<unit>week|month|quarter|year|decade|century)")
def _end_of_unit(found: dict, clock) -> Moment:
    unit = found["unit"].lower()
    return moments.coarse(clock.today, unit) if clock.today else moments.unresolved(unit)


@_wording(rf"{PART}(?P<which>last|next|this|that)\s+(?P<season>{SEASON})")
def _near_season(found: dict, clock) -> Moment:
    which, season = found["which"].lower(), found["season"].lower()
    if which == "that":
        return moments.in_season(clock.last.year if clock.last else None, season)
    return moments.in_season(moments.season_year(clock.today, season, which), season)


@_wording(
    rf"(?:(?<=\bin )|(?<=\bby )|(?<=\bsince )|(?<=\buntil )|(?<=\btill )|(?<=\bbefore )|(?<=\bthrough ))"
    rf"(?:(?P<the>the)\s+)?(?P<season>{SEASON})(?!\s+(?:of|\d|term|break|when|that|which))"
)
def _season_alone(found: dict, clock) -> Moment:
    """The season after the date before it, in a tale of the past; else the latest, or the next to come.

    “In spring” without an article may be any year’s.
    """
    season, today, last = found["season"].lower(), clock.today, clock.last
    if today is None or found["the"] is None and clock.bare_in:
        return moments.unresolved("season")
    if clock.leaning < 0 and last and last.year and last.month:
        return moments.in_season(moments.season_year(datetime.date(last.year, last.month, 1), season, "next"), season)
    which = "last" if clock.leaning < 0 else "this"
    year = moments.season_year(today, season, which)
    ended = (year + (moments.SEASONS[season][1] < moments.SEASONS[season][0]), moments.SEASONS[season][1])
    return moments.in_season(year + (which == "this" and ended < (today.year, today.month)), season)


@_wording(rf"(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?\s+ago\s+(?:this\s+(?P<smaller>week)|(?P<day>today|tomorrow|yesterday))")
def _ago_this(found: dict, clock) -> Moment:
    """“A year ago this week”: the week that lies so far back."""
    unit = found["unit"].lower().replace("centurie", "century")
    shift = {"tomorrow": 1, "yesterday": -1}.get((found["day"] or "").lower(), 0)
    count = number_of(found["count"])
    if unit == "year" and found["smaller"]:  # the same week, which begins on another day of the year
        unit, count = "week", 52 * count
    moved = clock.today and moments.shifted(clock.today + datetime.timedelta(days=shift), -count, unit)
    return moments.coarse(moved, (found["smaller"] or "day").lower()) if moved else moments.unresolved("day")


@_wording(rf"(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?\s+ago")
def _ago(found: dict, clock) -> Moment:
    return _away(found, clock.today, -1)


@_wording(
    rf"(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?\s+(?:from\s+now|hence)|\bin\s+(?P<later>{COUNT})\s+(?P<span>{UNIT})s?[’']?(?:\s+time)"
)
def _from_now(found: dict, clock) -> Moment:
    return _away({"count": found["count"] or found["later"], "unit": found["unit"] or found["span"]}, clock.today, 1)


def _away(found: dict, day: datetime.date | None, sign: int) -> Moment:
    unit = found["unit"].lower().replace("centurie", "century")
    approximation = "about" if found["count"].lower() == "a couple of" else ""
    count = number_of(found["count"])
    moved = moments.shifted(day, sign * count, unit) if day else None
    if moved is None:
        return moments.unresolved(unit, approximation)
    there = moments.coarse(moved, "year" if unit in {"decade", "century"} else "month" if count % 1 else unit)
    return Moment(there.value, there.unit, there.year, there.month, there.day, approximation)


@_wording(rf"{VAGUE}\s+(?P<unit>{UNIT})s\s+(?:ago|earlier|later)|(?P<long>{SPAN})s\s+(?:ago|earlier|later)")
@_wording(
    rf"(?:in|over|during|for|within)\s+(?:the\s+)?(?:recent|coming|past|last|next|previous|following)\s+(?:few\s+|several\s+)?(?P<unit>{SPAN})s"
)
def _vague(found: dict, clock) -> Moment:
    return moments.unresolved((found.get("unit") or found.get("long")).lower())


@_wording(rf"(?:the\s+)?(?P<which>past|last|next|coming|following|previous)\s+(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?")
@_wording(r"(?:over|in|during|for)\s+the\s+(?P<which>past|last|next|coming)\s+(?P<unit>week|month|year|decade|century)")
def _stretch(found: dict, clock) -> Moment:
    unit = found["unit"].lower().replace("centurie", "century")
    later = found["which"].lower() in {"next", "coming", "following"}
    count = number_of(found.get("count") or "a")
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
@_wording(rf"(?P<count>{COUNT})\s+(?P<unit>{SPAN})s?\s+(?P<which>later|earlier|afterwards)")
def _from_last(found: dict, clock) -> Moment:
    unit, last = found["unit"].lower(), clock.last
    unit = "day" if unit in {"night", "morning"} else unit
    known = last and last.year is not None and (unit == "year" or last.month is not None)
    if not known or (unit in {"day", "week"} and last.day is None):
        return moments.unresolved(unit)
    sign = -1 if found["which"].lower() in {"previous", "earlier"} else 1
    day = datetime.date(last.year, last.month or 1, last.day or 1)
    moved = moments.shifted(day, sign * number_of(found.get("count") or "a"), unit)
    return moments.coarse(moved, unit) if moved else moments.unresolved(unit)
