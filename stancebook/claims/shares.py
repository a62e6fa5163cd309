"""Numbers that are parts of a whole: fractions and ratios, in words and in digits."""

from __future__ import annotations

from stancebook.claims.pieces import MULTIPLIERS, PARTS, SMALL, Cardinal, Piece, at


def _value_of(piece: Piece) -> float | None:
    """The value of a single small number, in digits or in a word."""
    if piece.is_digits:
        return float(piece.text) if piece.text.isdigit() else None
    return SMALL.get(piece.form)


def ratio(pieces: list[Piece], position: int) -> Cardinal | None:
    """“One in five”, “nine out of ten”: a share."""
    part, stop = _value_of(pieces[position]), position + 1
    if pieces[position].form == "one" and at(pieces, stop).text.isalpha() and at(pieces, stop + 1).form == "in":
        # “One train in three”, but not “one man in two cars”.
        closed = not at(pieces, stop + 3).text.isalpha() or not at(pieces, stop + 3).form.endswith("s")
        stop += closed and at(pieces, stop).form not in {"in", "out"} and at(pieces, stop + 2).form in SMALL
    if part is None or at(pieces, stop).form not in {"in", "out"}:
        return None
    if pieces[stop].form == "out":
        stop += 1
        if at(pieces, stop).form != "of":
            return None
    elif at(pieces, stop + 1).form == "every":
        stop += 1
    elif at(pieces, stop + 2).form in MULTIPLIERS or (
        at(pieces, stop + 1).is_digits and not pieces[position].is_digits
    ):
        return None
    whole = _value_of(at(pieces, stop + 1))
    ends = at(pieces, stop + 2)
    if whole is None or not 0 < part < whole <= 100 or _is_unit_of_time(ends.form):
        return None
    return Cardinal(part / whole, stop + 2, share=True)


def _is_unit_of_time(form: str) -> bool:
    return form.rstrip("s") in {"second", "minute", "hour", "day", "week", "month", "year", "decade"}


def fraction(text: str, pieces: list[Piece], position: int) -> Cardinal | None:
    """“A third of”, “two-thirds”, “half the”, “every third”: a share; “half a million”: a number."""
    piece = pieces[position]
    if piece.form == "half":
        following = at(pieces, position + 1)
        if following.form in {"a", "an"} and at(pieces, position + 2).form in MULTIPLIERS:
            multiplier = MULTIPLIERS[pieces[position + 2].form]
            return Cardinal(multiplier / 2, position + 3, multiplier)
        taken = following.form in {"of", "a", "an", "the", "its", "their", "his", "her", "our", "all", "that", "this"}
        taken = taken or following.form in {"full", "empty", "finished", "built", "destroyed"}
        return Cardinal(0.5, position + 1, share=True) if taken else None
    if piece.form == "every":
        return _every(pieces, position)
    count = 1.0 if piece.form in {"a", "one"} else float(SMALL.get(piece.form, 0))
    stop = position + 1
    hyphen = at(pieces, stop).text == "-"
    part = at(pieces, stop + hyphen)
    name = part.form.removesuffix("s") if part.form != "halves" else "half"
    if not count or name not in PARTS:
        return None
    stop += 1 + hyphen
    many = part.form != name
    if many != (count > 1):
        return None
    following = at(pieces, stop)
    whole = following.form in {"of", "more", "less", "fewer", "higher", "lower", "larger", "smaller", ""}
    # “Between a third and a half”, “a third to two thirds”.
    whole = whole or following.form in {"and", "to", "or"} and at(pieces, stop + 1).form in {"a", "half", "one", "two", "three"}
    ends = not following.text.isalnum()
    if piece.form == "one" and not hyphen and not whole and not ends:
        return None
    if not (many or hyphen or whole or ends) or text[part.end :].lower().startswith("-"):
        return None
    if following.form == "of" and at(pieces, stop + 1).form in {"a", "an"} and at(pieces, stop + 2).form in MULTIPLIERS:
        multiplier = MULTIPLIERS[at(pieces, stop + 2).form]
        return Cardinal(count / PARTS[name] * multiplier, stop + 3, multiplier)
    return Cardinal(count / PARTS[name], stop, share=True)


def _every(pieces: list[Piece], position: int) -> Cardinal | None:
    """“Every third train”; not “every second year”, nor “every other house”, which is mostly all the others."""
    which, following = at(pieces, position + 1).form, at(pieces, position + 2)
    part = {"second": 2}.get(which) or (PARTS.get(which) if which not in {"half", "quarter"} else None)
    if part is None or not following.text.isalpha() or _is_unit_of_time(following.form):
        return None
    return Cardinal(1 / part, position + 2, share=True)
