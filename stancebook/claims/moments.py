"""Points and stretches of time as ISO 8601 writes them, and the reckoning from the day of an article.

What is not known of a date stands as X, after ISO 8601-2 (EDTF): XXXX-02-10 is a tenth of February of some year.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
DAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
#: Meteorological seasons of the northern hemisphere: first month and last; winter ends in the next year.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
Day = datetime.date


@dataclass(frozen=True)
class Moment:
    """A date as a text gives it: ``value`` in ISO 8601, “” where it cannot be told, and its ``unit``.

    ``unit``: day, week, month, season, quarter, half year, year, decade, century, fiscal year, time or interval.
    ``year`` and ``month`` are those that a following “that autumn” or “the same month” refers to; None if unknown.
    """

    value: str
    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    approximation: str = ""


def unresolved(unit: str, approximation: str = "") -> Moment:
    """A date that neither the text nor the article’s date settles."""
    return Moment("", unit, approximation=approximation)


def on_day(year: int | None, month: int, day: int) -> Moment | None:
    """A day; None where the month has no such day."""
    if not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        return None
    return Moment(f"{_year(year)}-{month:02}-{day:02}", "day", year, month, day)


def of(day: Day) -> Moment:
    return Moment(day.isoformat(), "day", day.year, day.month, day.day)


def in_month(year: int | None, month: int) -> Moment:
    return Moment(f"{_year(year)}-{month:02}", "month", year, month)


def in_year(year: int) -> Moment:
    return Moment(f"{year:04}", "year", year)


def in_season(year: int | None, name: str) -> Moment:
    """A season that begins in ``year``; without a year it has no value."""
    if year is None:
        return unresolved("season")
    first, last = SEASONS[name]
    return Moment(f"{year:04}-{first:02}/{year + (last < first):04}-{last:02}", "season", year, first)


def in_week(day: Day) -> Moment:
    """The ISO week of ``day``."""
    year, week, _ = day.isocalendar()
    return Moment(f"{year:04}-W{week:02}", "week", day.year, day.month)


def months_of(year: int, first: int, last: int, unit: str) -> Moment:
    """A run of months of one year, such as a quarter."""
    return Moment(f"{year:04}-{first:02}/{year:04}-{last:02}", unit, year, first)


def between(first: Moment, last: Moment) -> Moment:
    """The stretch from one moment to another; a year that only the second has holds for the first too."""
    start = first.value
    if start.startswith("XXXX") and last.year:
        start = f"{last.year:04}{start[4:]}"
    if not start or not last.value:
        return unresolved("interval")
    return Moment(f"{start.split('/')[0]}/{last.value.split('/')[-1]}", "interval", last.year, last.month, last.day)


def shifted(day: Day, count: float, unit: str) -> Day | None:
    """``day`` moved by ``count`` units of time, backwards where it is negative; None outside the calendar."""
    try:
        if unit in {"hour", "minute"}:
            return day + datetime.timedelta(hours=count / (1 if unit == "hour" else 60))
        if unit in {"day", "night"}:
            return day + datetime.timedelta(days=count)
        if unit in {"week", "fortnight"}:
            return day + datetime.timedelta(weeks=count * (2 if unit == "fortnight" else 1))
        months = round(count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit])
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def coarse(day: Day, unit: str) -> Moment:
    """The unit of time that ``day`` falls in: its week, month, year and so on."""
    if unit in {"week", "fortnight"}:
        return in_week(day)
    if unit == "month":
        return in_month(day.year, day.month)
    if unit == "quarter":
        first = 3 * ((day.month - 1) // 3) + 1
        return months_of(day.year, first, first + 2, "quarter")
    if unit == "year":
        return in_year(day.year)
    if unit == "decade":
        start = day.year // 10 * 10
        return Moment(f"{start:04}/{start + 9:04}", "decade", start)
    if unit == "century":
        start = (day.year - 1) // 100 * 100 + 1
        return Moment(f"{start:04}/{start + 99:04}", "century", start)
    return of(day)


def likeliest_year(today: Day | None, month: int, day: int | None, leaning: int) -> int | None:
    """The year of a date that names none: the nearest to ``today`` on the side that the verb’s tense points to.

    ``leaning`` is −1 for the past, 1 for the future and 0 where the tense says nothing.
    """
    if today is None:
        return None
    choices = []
    for year in (today.year - 1, today.year, today.year + 1):
        length = calendar.monthrange(year, month)[1] if 1 <= year <= 9999 else 0
        if not length or (day is not None and day > length):
            continue
        first, last = Day(year, month, day or 1), Day(year, month, day or length)
        past, future = first <= today, last >= today
        if (leaning < 0 and not past) or (leaning > 0 and not future):
            continue
        choices.append((abs((first - today).days + (last - today).days), year))
    return min(choices)[1] if choices else None


def season_year(today: Day | None, name: str, which: str) -> int | None:
    """The year in which “last autumn”, “this winter” or “next spring” begins."""
    if today is None:
        return None
    first, last = SEASONS[name]
    now = (today.year, today.month)
    years = range(today.year - 2, today.year + 3)
    begins = {year: (year, first) for year in years}
    ends = {year: (year + (last < first), last) for year in years}
    if which == "last":
        return max(year for year in years if ends[year] < now)
    if which == "next":
        return min(year for year in years if begins[year] > now)
    return next((year for year in years if begins[year] <= now <= ends[year]), today.year)


def _year(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04}"
