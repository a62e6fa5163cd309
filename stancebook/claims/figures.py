"""Figures: numbers in digits and words with their unit, what they count, and how exact they claim to be."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from stancebook.claims.bearers import bearer
from stancebook.claims.lines import Line, segment_of
from stancebook.claims.moments import DAYS, MONTHS
from stancebook.claims.nouns import NOUNS, PLURALS, Counted, counted_at, key, noun_phrase, refers_back
from stancebook.claims.numerals import Numeral, numerals
from stancebook.claims.units import PLACING, TIME, unit_of
from stancebook.lexicons.degrees import MATTERS
from stancebook.tokens import at

_PERCENT = re.compile(
    r"\s?(%|per ?cent\b|pct\b|percentage[ -]points?\b)|-(per ?cent)\b|\s(?:of\s)?a\s(percentage[ -]point)\b", re.IGNORECASE
)
_OF_THE = re.compile(r"\s+of\s+(?:(?:its|the|their|his|her|our|my|those|these|all)\s+){0,2}", re.IGNORECASE)
_COMPOUND = re.compile(r"[-‑]([^\W\d_]+)([-‑]olds?\b)?")
_LIST_NUMBER = re.compile(r"\s*\(?\d{1,3}[.)](?=\s|$)")
_IN_BRACKETS = re.compile(r"\[\d+\]|\(\d{1,2}\)")
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
#: After these a number is a name: Article 5, page 12, number six.
LABELS = frozenset(
    "number no no. nr nos pp p pp. p. page pages chapter article articles section paragraph clause figure fig fig. "
    "table volume vol vol. issue resolution protocol phase stage level category type model mark mk flight room gate "
    "route highway bus line channel block unit version window act annex appendix question step part item group round "
    "seed tier order directive decree law code form row column day week game act scene episode season century world "
    "war class title verse bullet note footnote option plan scenario lesson zone sector district camp base".split()
)
CALENDAR = frozenset({*DAYS, *MONTHS})
#: A plain “two” or “three” after these is a pronoun: “the two of them”.
POINTING = frozenset("the these those all any other between".split())
#: Verbs after which a bare small number still is a figure: “killing three”.
FEWEST_ELLIPTICAL = 100
LONGEST_LIFE = 120
#: A number whose noun is left out counts what another counts, if it is within this factor of it.
NEAR_ENOUGH = 100


@dataclass(frozen=True)
class Figure:
    """One figure; offsets into the article. ``thing`` is what it counts as one key, “” where that is not known.

    ``same_as`` is the start of the figure whose noun it shares without naming it (“10,000 is more realistic”).
    """

    line: Line
    start: int
    end: int
    value: float
    value_high: float
    unit: str
    counted: str
    thing: str
    approximation: str
    same_as: int = -1
    relative: bool = False
    bare: bool = False


def figures(text_lines: Iterable[Line], taken: Iterable[tuple[int, int]] = ()) -> list[Figure]:
    """The figures of an article’s lines, in order; numbers within ``taken`` spans (dates) are left out.

    Not figures: years, list and page numbers, labels (“Article 5”, “number six”), names (“S-400”, “Union Resolve
    2022”), ordinals, and “one” unless it measures. A figure without a noun takes that of a figure near it, of like
    size, in its sentence or the one before; “a third of this” is reckoned from it.
    """
    taken = sorted(taken)
    result: list[Figure] = []
    for line in text_lines:
        here = []
        found = numerals(line.text)
        for numeral, following in zip(found, [*found[1:], None]):
            start, end = line.start + numeral.start, line.start + numeral.end
            if any(first < end and start < last for first, last in taken):
                continue
            figure = _share_of(line, numeral, following) or _figure(line, numeral)
            if figure is not None:
                here.append(figure)
        result += _completed(here, [figure for figure in result if _just_before(figure.line, line)])
    return result


def _share_of(line: Line, numeral: Numeral, whole: Numeral | None) -> Figure | None:
    """“A quarter of its 1,080 megawatts”: what the share comes to, of what the whole counts."""
    if not numeral.share or whole is None or not _OF_THE.fullmatch(line.text[numeral.end : whole.start]):
        return None
    figure = _figure(line, whole)
    if figure is None:
        return None
    value, high = (round(numeral.value * each, 6) for each in (figure.value, figure.value_high))
    return replace(
        figure, start=line.start + numeral.span_start, end=line.start + numeral.end, value=value, value_high=high,
        approximation=numeral.approximation,
    )  # fmt: skip


def _said_of(figure: Figure) -> Figure:
    """The figure with what it is said of, where no noun follows it that it counts: “growth fell below 2 percent”."""
    if figure.thing or figure.relative or figure.unit in TIME:
        return figure
    counted = bearer(figure.line, figure.start, figure.end)
    if counted is None:
        return figure
    first, stop = figure.line.span(counted.first, counted.stop)
    words = figure.line.text[first - figure.line.start : stop - figure.line.start]
    thing = key(figure.line, counted, segment_of(figure.line, counted.head))
    return replace(figure, counted=words, thing=thing, bare=False)


def _figure(line: Line, numeral: Numeral) -> Figure | None:
    numeral = _without_preposition(line, numeral)
    text, end = line.text, numeral.end
    percent = _PERCENT.match(text, end)
    tail = max(end, numeral.span_end)
    compound = None if percent or numeral.currency or tail > end else _COMPOUND.match(text, end)
    if numeral.metres:
        numeral, metre = _metres(line, numeral)
    else:
        metre = ""
    after = line.position(line.start + (percent.end() if percent else compound.end() if compound else tail) - 1) + 1
    measure, thing = (None, None) if compound else counted_at(line, after)
    if compound and _is_no_compound_figure(numeral, compound):
        return None
    unit = numeral.currency or metre
    if percent:
        unit = "percentage point" if "point" in percent[0].lower() else "percent"
        measure, end = None, percent.end()
        thing = _after_share(line, after)
    elif numeral.share:
        thing = thing or (measure and replace(measure, unit=""))
        unit, measure = (measure.unit, None) if measure and measure.unit else ("share", None)
    elif numeral.currency:
        measure, thing = None, _after_money(line, numeral, after)
    elif measure:
        unit = measure.unit
    if not unit and thing and _is_point(line, thing):
        unit, thing = "percentage point", None
    counted = thing or measure
    relative = numeral.share and refers_back(line, after)
    if compound:
        return _compound_figure(line, numeral, compound, after)
    if not unit and _is_no_figure(line, numeral, thing):
        return None
    if counted is None and not unit and _is_age(line, numeral):
        return replace(_made(line, numeral, end, "year", None), counted="age", thing="age", bare=False)
    last = max(end, numeral.span_end)
    if counted is not None and not relative:
        last = max(last, line.tokens[counted.stop - 1].end - line.start)
    return _made(line, numeral, last, unit, None if relative else counted, relative)


def _is_point(line: Line, thing: Counted) -> bool:
    """“Fell by 8 points to 32 percent”."""
    plain = thing.first == thing.head and line.tokens[thing.head].lemma == "point"
    return plain and any(token.form in {"%", "percent"} or token.form == "cent" for token in line.tokens)


def _without_preposition(line: Line, numeral: Numeral) -> Numeral:
    """The numeral without an “about” or “over” that is no approximation: “spoke about 30,000 troops”."""
    first = line.position(line.start + numeral.span_start)
    matter = at(line.tokens, first).form in {"about", "over"} and at(line.tokens, first - 1).lemma in MATTERS
    return replace(numeral, approximation="", span_start=numeral.start) if matter else numeral


def _is_age(line: Line, numeral: Numeral) -> bool:
    """“She is 19”, “my son is nineteen”, “Vira, 71, waved”: a person’s years."""
    tokens, first = line.tokens, line.position(line.start + numeral.start)
    before, subject, following = at(tokens, first - 1), at(tokens, first - 2), at(tokens, first + 1)
    if not 0 < numeral.value <= LONGEST_LIFE or numeral.value % 1 or numeral.approximation == "up to":
        return False
    apposed = before.text == "," == following.text and subject.tag == "NNP" and bool(numeral.digits)
    if before.form in {"aged", "age"} or apposed:
        return True
    if subject.text == ",":
        subject = at(tokens, first - 3)
    person = subject.form in {"he", "she", "i"} or subject.tag == "NNP"
    kin = subject.tag == "NN" and any(token.tag == "PRP$" for token in tokens[max(first - 5, 0) : first - 2])
    return before.lemma in {"be", "turn"} and (person or kin)


def _made(line: Line, numeral: Numeral, end: int, unit: str, counted: Counted | None, relative: bool = False) -> Figure:
    words, thing = "", ""
    if counted is not None:
        first, stop = line.span(counted.first, counted.stop)
        if not counted.unit:
            stop = _end_of_place(line, counted.stop) or stop
        words = line.text[first - line.start : stop - line.start]
        if not counted.unit:
            thing = key(line, counted, segment_of(line, counted.head))
    return Figure(
        line, line.start + numeral.span_start, line.start + end, numeral.value, numeral.high, unit, words, thing,
        numeral.approximation, relative=relative, bare=counted is None and not unit,
    )  # fmt: skip


def _end_of_place(line: Line, position: int) -> int:
    """Where the name of a place after what is counted ends, an offset: “30,000 troops in Belarus”; 0 where none follows."""
    tokens = line.tokens
    if at(tokens, position).form not in PLACING:
        return 0
    first = position + 1 + (at(tokens, position + 1).form == "the")
    stop = first
    while at(tokens, stop).tag in {"NNP", "NNPS"} and at(tokens, stop).form not in CALENDAR:
        stop += 1
    return tokens[stop - 1].end if stop > first else 0


def _compound_figure(line: Line, numeral: Numeral, compound: re.Match, after: int) -> Figure | None:
    """“30-year-old”, “10-kilometre”, “30,000-strong force”, “200-member council”."""
    noun = compound[1].lower()
    unit = unit_of(noun)
    if compound[2]:
        end = compound.end()
        made = _made(line, numeral, end, unit or "year", None)
        return replace(made, counted="age", thing="age", bare=False)
    if unit or noun == "strong":
        counted = noun_phrase(line.tokens, after)
        return _made(line, numeral, _end_of(line, counted, compound.end()), unit, counted)
    made = _made(line, numeral, compound.end(), "", None)
    return replace(made, counted=compound[1], thing=noun, bare=False)


def _is_no_compound_figure(numeral: Numeral, compound: re.Match) -> bool:
    noun = compound[1].lower()
    if numeral.value <= 1 or noun in _ORDINALS or noun in {"fold", "way", "a", "on", "to", "in", "by", "up", "off"}:
        return True
    # “Two-faced”, “three-cornered”: a quality, not a count.
    return (noun.endswith("ed") and not unit_of(noun)) or noun.endswith("th")


def _end_of(line: Line, counted: Counted | None, otherwise: int) -> int:
    return line.tokens[counted.stop - 1].end - line.start if counted else otherwise


def _after_share(line: Line, position: int) -> Counted | None:
    """What a percentage is of: “5 percent of voters”, “5 percent growth”."""
    if at(line.tokens, position).form == "of":
        return None if refers_back(line, position) else noun_phrase(line.tokens, position + 1)
    found = noun_phrase(line.tokens, position)
    return found if found and not found.unit and at(line.tokens, position).tag in NOUNS | {"JJ"} else None


def _after_money(line: Line, numeral: Numeral, position: int) -> Counted | None:
    """What money is for: “$1.5bn in aid”, “$5 million of loans”, “a $300m loan”."""
    before = at(line.tokens, line.position(line.start + numeral.span_start) - 1)
    if at(line.tokens, position).form in {"in", "of", "worth"}:
        position += 1 + (at(line.tokens, position + 1).form == "of")
    elif at(line.tokens, position).tag not in NOUNS | {"JJ"} or not before.tag.startswith(("DT", "JJ", "PRP$", "POS")):
        return None
    found = noun_phrase(line.tokens, position)
    if found is None or found.unit or line.tokens[found.head].tag.startswith("NNP"):
        return None
    return None if line.tokens[found.head].lemma in {"quarter", "half", "season", "time", "term"} else found


def _metres(line: Line, numeral: Numeral) -> tuple[Numeral, str]:
    """“20m” counts millions where a plural follows, metres where none does."""
    counted = noun_phrase(line.tokens, line.position(line.start + numeral.end - 1) + 1)
    if counted and (line.tokens[counted.head].tag in PLURALS or line.tokens[counted.head].form == "people"):
        return numeral, ""
    return replace(numeral, value=numeral.value / 10**6, high=numeral.high / 10**6), "metre"


def _is_no_figure(line: Line, numeral: Numeral, thing: Counted | None) -> bool:
    """Whether a number without a unit is a label, a list or page number, a part of a name or a pronoun."""
    text, first = line.text, line.position(line.start + numeral.start)
    tokens, written = line.tokens, text[numeral.start : numeral.end]
    before, word = at(tokens, first - 1), written.lower()
    ranged = not math.isnan(numeral.high)
    if word == "one" or (numeral.value == 1 and numeral.digits == "1"):
        return True
    if numeral.digits and first == 0 and _LIST_NUMBER.match(text) and not numeral.approximation:
        return True
    closed = text[numeral.end : numeral.end + 1] == ")" and text.rfind("(", 0, numeral.start) <= text.rfind(
        ")", 0, numeral.start
    )
    if numeral.digits and closed:
        return True
    if numeral.digits and _IN_BRACKETS.match(text, max(numeral.start - 1, 0)):
        return True
    if numeral.approximation or numeral.share or numeral.indefinite:
        return False
    plural = thing is not None and tokens[thing.head].tag in PLURALS | {"NN"} and tokens[thing.head].form != ""
    near = at(tokens, first - 2).form in {"this", "last", "next", "that"}  # “this week two storms came”
    if before.form in LABELS and not (near and plural) and not (plural and before.tag in PLURALS):
        return True
    if word[0].isalpha() and written[0].isupper() and first > 0 and before.is_word:
        return True  # “the Three Sisters”, “the Group of Seven”
    if numeral.digits and before.tag in {"NNP", "NNPS"} and not plural and before.is_word and before.text != "%":
        return True
    if before.form == "of" and at(tokens, first - 2).text == "Group":
        return True
    if before.tag == "NN" and not plural and not ranged and numeral.value < 1000 and before.is_word:
        return True
    small = numeral.value <= 12 and not numeral.digits and not ranged
    following = at(tokens, line.position(line.start + numeral.end - 1) + 1)
    return small and not plural and (before.form in POINTING or following.form == "of")


def _just_before(earlier: Line, line: Line) -> bool:
    return earlier.paragraph == line.paragraph and earlier.sentence in (line.sentence - 1, line.sentence)


def _completed(here: list[Figure], before: list[Figure]) -> list[Figure]:
    """The figures of one sentence, those without a noun completed from those near them."""
    result: list[Figure] = []
    for number, figure in enumerate(here):
        others = [*reversed(result), *reversed(before), *here[number + 1 :]]
        result.append(_complete(figure, others))
    return result


def _complete(figure: Figure, others: list[Figure]) -> Figure:
    if figure.relative:
        source = next((other for other in others if other.unit not in TIME and not other.relative), None)
        if source is None:
            return figure
        return replace(
            figure, value=round(figure.value * source.value, 6), value_high=round(figure.value * source.value_high, 6),
            unit=source.unit, counted=source.counted, thing=source.thing, same_as=source.start,
        )  # fmt: skip
    if figure.bare and (other := _parallel(figure, others)) is not None:
        return _said_of(replace(figure, unit=other.unit, counted=other.counted, thing=other.thing, same_as=other.start))
    figure = _said_of(figure)
    if not figure.bare or figure.value < FEWEST_ELLIPTICAL:
        return figure
    for other in others:
        alike = other.value > 0 and 1 / NEAR_ENOUGH <= figure.value / other.value <= NEAR_ENOUGH
        if alike and not other.unit and not other.relative:
            return replace(figure, counted=other.counted, thing=other.thing, same_as=other.start)
    return figure


def _parallel(figure: Figure, others: list[Figure]) -> Figure | None:
    """The figure of the same sentence that a bare one is set against: “35 hours instead of 38”, “40 percent, up from 32”.

    Or whose things it takes some of: “110 seats; the party won 61 of them”.
    """
    tokens, place = figure.line.tokens, figure.line.position(figure.start)
    before = at(tokens, place - 1).form
    surpassed = at(tokens, place - 1).lemma in {"pass", "exceed", "reach", "top", "hit", "surpass"}
    against = surpassed or before in {"to", "from", "than", "against", "versus"} or (before == "of" and at(tokens, place - 2).form == "instead")
    some = at(tokens, place + 1).form == "of" and at(tokens, place + 2).form in {"them", "these", "those", "which", "whom"}
    for other in others:
        measured = against and other.unit and other.unit != "share"
        if other.line is figure.line and not other.bare and (measured or some and not other.unit and other.value > figure.value):
            return other
    return None
