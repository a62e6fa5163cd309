"""Cardinal numbers as newspapers print them, in digits, in words and in both: their value and what makes it vague."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass

from stancebook.claims import shares
from stancebook.claims.pieces import ABBREVIATED, MULTIPLIERS, NAN, PLURALS, SMALL, TENS, Cardinal, Piece, at
from stancebook.claims.units import CURRENCIES, CURRENCY_CODES

_ABOUT = (
    "about|around|some|roughly|approximately|approx\\.?|nearly|almost|circa|an estimated|estimated|close to|"
    "in the region of|in the order of|something like"
)
_AT_LEAST = (
    "at least|at the least|no fewer than|no less than|not fewer than|not less than|more than|over|upwards of|above|"
    "in excess of|as few as|as little as|a minimum of|better than|exceeding"
)
_UP_TO = (
    "up to|at most|no more than|not more than|as many as|as much as|as high as|fewer than|less than|under|below|"
    "a maximum of|just short of|just under"
)
#: The longest wording first, so that “no more than” is not read as “more than”.
_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?P<up>just under|just short of|{_UP_TO})|(?P<least>{_AT_LEAST})|(?P<about>{_ABOUT}))"
    r"(?:\s+(?:the|a|an|its|their))?\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:(?P<least>\s+or more\b|\s?\+(?!\w)|\s+plus\b)|(?P<up>\s+or (?:less|fewer)\b)|(?P<about>\s+or so\b|-odd\b))",
    re.IGNORECASE,
)
_PIECE = re.compile(r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|[^\W\d_]+|[^\w\s]|_")
_RANGE_MARKS = frozenset("-–—‑")
#: What stands before digits that belong to a label, a decimal, a time or an address.
_PART_OF_A_WORD = re.compile(r"[\w#@&/=]$|\w[.'’:–‑-]$|\d,$|(?:^|\s)[-‑]$")


@dataclass(frozen=True)
class Numeral:
    """A number in a text: offsets, ``value`` and, for a range, ``high``; for what is vague, ``approximation``.

    ``span_start`` and ``span_end`` take in the currency and the words of approximation. ``share`` marks fractions
    and ratios; ``digits`` is the number as printed when it is digits alone; ``metres`` where “m” may be metres.
    """

    start: int
    end: int
    value: float
    high: float = NAN
    approximation: str = ""
    currency: str = ""
    share: bool = False
    indefinite: bool = False
    digits: str = ""
    metres: bool = False
    span_start: int = -1
    span_end: int = -1


def numerals(text: str) -> list[Numeral]:
    """The cardinal numbers of ``text`` from left to right, without overlap; years, labels and names among them.

    “Hundreds” and its kind are at least two of their unit, “several” at least three. Ordinals, clock times, fractions
    with a stroke and digits within a word (“S-400”) are no cardinals.
    """
    pieces = [Piece(found[0], found[0].lower(), *found.span()) for found in _PIECE.finditer(text)]
    result, position = [], 0
    while position < len(pieces):
        found = _numeral(text, pieces, position)
        if found is None:
            position += 1
            continue
        numeral, stop = found
        result.append(numeral)
        position = max(stop, position + 1)
    return result


def _numeral(text: str, pieces: list[Piece], first: int) -> tuple[Numeral, int] | None:
    position, currency = _currency(pieces, first)
    cardinal = _cardinal(text, pieces, position)
    if cardinal is None or not _stands_alone(text, pieces, position, cardinal.stop, bool(currency)):
        return None
    low, high, stop = cardinal.value, NAN, cardinal.stop
    ranged = _range_end(text, pieces, cardinal, first)
    if ranged is not None:
        # “10 to 12 thousand”: the multiplier of the end holds for the beginning too.
        if cardinal.multiplier == 1 and ranged.multiplier > 1 and low < ranged.value / ranged.multiplier:
            low *= ranged.multiplier
        high, stop = ranged.value, ranged.stop
        if not low < high:
            low, high, stop, ranged = cardinal.value, NAN, cardinal.stop, None
    end = pieces[stop - 1].end
    if ranged is None and text[end : end + 1] in _RANGE_MARKS and text[end + 1 : end + 2].isdigit():
        return None  # a score, “50-47”
    code = at(pieces, stop)
    if not currency and code.text.isupper() and code.form in CURRENCY_CODES:
        currency, stop = CURRENCY_CODES[code.form], stop + 1
    start, end = pieces[first].start, pieces[stop - 1].end
    approximation, span_start, span_end = _approximation(text, start, end, cardinal.about)
    last = ranged or cardinal
    numeral = Numeral(
        start=start, end=end, value=round(low, 12), high=round(high, 12),
        approximation=approximation, currency=currency,
        share=cardinal.share, indefinite=bool(cardinal.about) and not cardinal.share,
        digits=cardinal.digits if ranged is None else "", metres=last.metres and not currency,
        span_start=span_start, span_end=span_end,
    )  # fmt: skip
    return numeral, stop


def _currency(pieces: list[Piece], first: int) -> tuple[int, str]:
    piece, following = at(pieces, first), at(pieces, first + 1)
    if piece.text in {"US", "A", "C", "HK", "NZ"} and following.text == "$" and piece.end == following.start:
        return first + 2, "dollar"
    if piece.text in CURRENCIES:
        return first + 1, CURRENCIES[piece.text]
    if piece.text.isupper() and piece.form in CURRENCY_CODES and following.is_digits:
        return first + 1, CURRENCY_CODES[piece.form]
    return first, ""


def _stands_alone(text: str, pieces: list[Piece], first: int, stop: int, currency: bool) -> bool:
    """Whether the number is no part of a word, a date, a time, an ordinal or a label such as “S-400”."""
    start, end = pieces[first].start, pieces[stop - 1].end
    before, following = text[max(start - 2, 0) : start], text[end : end + 1]
    if not currency and _PART_OF_A_WORD.search(before):
        return False
    if following in ("/", ":") and text[end + 1 : end + 2].isdigit():
        return False
    return not (following.isalnum() or following == "_")


def _cardinal(text: str, pieces: list[Piece], position: int) -> Cardinal | None:
    piece = at(pieces, position)
    if piece.is_digits:
        return _in_digits(text, pieces, position)
    if not piece.text.isalpha():
        return None
    return (
        shares.ratio(pieces, position)
        or shares.fraction(text, pieces, position)
        or _indefinite(pieces, position)
        or _in_words(pieces, position)
    )


def _in_digits(text: str, pieces: list[Piece], position: int) -> Cardinal | None:
    piece = pieces[position]
    ratio = shares.ratio(pieces, position)
    if ratio:
        return ratio
    value, stop = float(re.sub(r"[,\s]", "", piece.text)), position + 1
    following = at(pieces, stop)
    if following.text and following.start == piece.end and len(following.text) == 1:
        part = (
            unicodedata.numeric(following.text, NAN)
            if not following.text.isalnum() or not following.text.isascii()
            else NAN
        )
        if 0 < part < 1:
            return Cardinal(value + part, stop + 1)
    if following.text == "-" and following.start == piece.end and at(pieces, stop + 1).form in MULTIPLIERS:
        stop, following = stop + 1, at(pieces, stop + 1)
    attached = following.start == piece.end
    if following.form in MULTIPLIERS:
        return Cardinal(value * MULTIPLIERS[following.form], stop + 1, MULTIPLIERS[following.form])
    if following.form in ABBREVIATED and (attached or len(following.form) > 1):
        multiplier = ABBREVIATED[following.form]
        return Cardinal(value * multiplier, stop + 1, multiplier, metres=following.form == "m")
    if attached and following.text[:1].isalpha():
        return None
    return Cardinal(value, stop, digits=piece.text)


def _indefinite(pieces: list[Piece], position: int) -> Cardinal | None:
    """“Hundreds of thousands”, “several hundred”, “a few dozen”, “a couple of”."""
    piece = pieces[position]
    if piece.form in PLURALS:
        multiplier, stop = PLURALS[piece.form], position + 1
        while at(pieces, stop).form == "of" and PLURALS.get(at(pieces, stop + 1).form, 0) > multiplier:
            multiplier *= PLURALS[pieces[stop + 1].form]
            stop += 2
        # Without “of” it may still count: “thousands fled”; “scores” and “tens” are too often something else.
        if piece.form in {"tens", "scores"} and stop == position + 1 and at(pieces, stop).form != "of":
            return None
        return Cardinal(2.0 * multiplier, stop, multiplier, about="at least")
    stop = position + (2 if piece.form in {"a", "the"} else 1)
    quantity = at(pieces, stop - 1).form
    if quantity == "couple" and stop == position + 2:
        stop += at(pieces, stop).form == "of"
        multiplier = MULTIPLIERS.get(at(pieces, stop).form, 1)
        return Cardinal(2 * multiplier, stop + (multiplier > 1), multiplier, about="about")
    several = quantity == "several" and stop == position + 1
    if (several or quantity == "few" or quantity == "many") and at(pieces, stop).form in MULTIPLIERS:
        multiplier = MULTIPLIERS[pieces[stop].form]
        return Cardinal((2 if quantity == "few" else 3) * multiplier, stop + 1, multiplier, about="at least")
    return None


def _in_words(pieces: list[Piece], position: int) -> Cardinal | None:
    first = pieces[position].form
    total, current, last, stop, largest = 0.0, None, math.inf, position, 1.0
    if first in {"a", "an"}:
        if at(pieces, position + 1).form not in MULTIPLIERS:
            return None
        current, stop = 1.0, position + 1
    while True:
        here = stop + (stop > position and at(pieces, stop).text == "-" and _follows(pieces, stop))
        joined = at(pieces, here).form == "and" and stop > position
        piece = at(pieces, here + joined)
        if joined and piece.form == "a" and at(pieces, here + 2).form == "half":
            current = (current or 0) + 0.5 * (largest if current is None else 1)
            stop = here + 3
            continue
        value = SMALL.get(piece.form, TENS.get(piece.form))
        if value is not None and not (joined and (current or total) % 100):
            if current is None and value < last and not (joined and total == 0):
                current = float(value)
            elif current is not None and current >= 100 and current % 100 == 0 and value < 100:
                current += value
            elif current is not None and current % 100 in TENS.values() and 0 < value < 10 and not joined:
                current += value
            else:
                break
        elif piece.form in MULTIPLIERS and current is not None and not joined:
            multiplier = float(MULTIPLIERS[piece.form])
            if multiplier <= 100 and current < 100:
                current *= multiplier
            elif multiplier > 100 and multiplier < last:
                total, current, last = total + current * multiplier, None, multiplier
            else:
                break
            largest = multiplier
        else:
            break
        stop = here + joined + 1
    if stop == position or (total == 0 and current is None):
        return None
    return Cardinal(total + (current or 0.0), stop, largest)


def _follows(pieces: list[Piece], hyphen: int) -> bool:
    before, following = pieces[hyphen - 1], at(pieces, hyphen + 1)
    return before.end == pieces[hyphen].start and following.start == pieces[hyphen].end


def _range_end(text: str, pieces: list[Piece], low: Cardinal, first: int) -> Cardinal | None:
    """The number that ends a range begun by ``low``: “10 to 12”, “10–12”, “between 10 and 12”, “two or three”."""
    link, position = at(pieces, low.stop), low.stop + 1
    before = text[: pieces[first].start].rstrip().lower()
    if link.form == "and":
        if not re.search(r"\bbetween(?: (?:about|some|roughly))?$", before):
            return None
    elif link.form in {"to", "or"}:
        # “From 10 to 12 percent” is a change, unless the text says that it is a range.
        if link.form == "to" and re.search(r"(?<!anywhere )(?<!ranging )\bfrom$", before):
            return None
    elif link.text not in _RANGE_MARKS or not link.text:
        return None
    position, _ = _currency(pieces, position)
    high = _cardinal(text, pieces, position)
    if high is None or high.share != low.share or high.about or not _free(text, pieces[high.stop - 1].end):
        return None
    return high


def _free(text: str, end: int) -> bool:
    following = text[end : end + 1]
    return not (following.isalnum() or (following == "/" and text[end + 1 : end + 2].isdigit()))


def _approximation(text: str, start: int, end: int, own: str) -> tuple[str, int, int]:
    """What makes the number at ``start`` vague, with the span of number and approximation together."""
    names = {"up": "up to", "least": "at least", "about": "about"}
    between = re.search(r"\bbetween\s+$", text[:start], re.IGNORECASE)
    found = _BEFORE.search(text[:start])
    after = _AFTER.match(text, end)
    approximation = own
    if after:
        approximation, end = names[after.lastgroup], after.end()
    if found:
        approximation, start = names[found.lastgroup], found.start()
    elif between:
        start = between.start()
    return approximation, start, end
