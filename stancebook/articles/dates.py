"""Dates as people write them: ISO, and the usual English forms."""

from __future__ import annotations

import datetime
import re

import dateutil.parser

from stancebook.errors import ArticleError

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = rf"(?:{_MONTH} {_DAY},? \d{{4}}|{_DAY} (?:of )?{_MONTH},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_TIME = r"(?:[T,]? ?(?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)? ?(?:[ap]\.?m\.?)?(?: ?(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?)?"
_WRITTEN = re.compile(rf"{_WEEKDAY}({DATE}){_TIME}", re.IGNORECASE)
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_IN_TEXT = re.compile(rf"\b{DATE}(?!\d)", re.IGNORECASE)


def parse_date(value: object, source: str = "the date") -> datetime.date | None:
    """``value`` as a date (None and '' are no date); ArticleError where it cannot be read, or read in two ways.

    ``source`` says in the error where the value stands.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    found = _written_date(" ".join(value.split())) if isinstance(value, str) else None
    if found is None:
        raise ArticleError(f"{str(value)[:60]!r} in {source} is not a date that can be read in one way; write it like 2022-02-10 or Feb. 10, 2022.")
    return found


def find_date(text: str) -> datetime.date | None:
    """The first full date that stands in ``text``, if there is one."""
    match = _IN_TEXT.search(text)
    return _written_date(match[0]) if match else None


def is_date(text: str) -> bool:
    """Whether ``text`` is a date, perhaps with weekday and time, and nothing else."""
    return _written_date(" ".join(text.split())) is not None


def _written_date(text: str) -> datetime.date | None:
    written = _WRITTEN.fullmatch(text)
    try:
        if written:
            return dateutil.parser.parse(written[1]).date()
        numeric = _NUMERIC.fullmatch(text)
        if numeric:
            first, second, year = int(numeric[1]), int(numeric[3]), int(numeric[4])
            if first > 12 or first == second:
                return datetime.date(year, second, first)
            if second > 12:
                return datetime.date(year, first, second)
    except (ValueError, OverflowError):
        return None
    return None  # 03/04/2022 is March in America and April in Europe
