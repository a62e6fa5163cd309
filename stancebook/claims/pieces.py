"""What numbers are written with: the words for them, and a text cut into the pieces that they are read from."""

from __future__ import annotations

import math
from dataclasses import dataclass

NAN = math.nan
_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
SMALL = {word: value for value, word in enumerate(_SMALL_WORDS.split())}
TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
MULTIPLIERS = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
#: Multipliers that only stand after digits: “1.5bn”. A bare “m” may also mean metres, as ``Numeral.metres`` says.
ABBREVIATED = {"bn": 10**9, "mn": 10**6, "mln": 10**6, "tn": 10**12, "m": 10**6, "k": 10**3}
PLURALS = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12,
}  # fmt: skip
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "hundredth": 100, "thousandth": 1000,
}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    text: str
    form: str
    start: int
    end: int

    @property
    def is_digits(self) -> bool:
        return self.text[0].isascii() and self.text[0].isdigit()


@dataclass(frozen=True)
class Cardinal:
    value: float
    stop: int
    multiplier: float = 1.0
    about: str = ""
    share: bool = False
    digits: str = ""
    metres: bool = False


NOTHING = Piece(" ", "", -1, -1)


def at(pieces: list[Piece], position: int) -> Piece:
    """The piece at ``position``, or NOTHING outside the text."""
    return pieces[position] if 0 <= position < len(pieces) else NOTHING
