"""How every chart looks: colours for a light and a dark page, type, numbers, and labels made safe and short.

The colours are Okabe and Ito's (2008) for colour-blind readers, darkened for a light page and lightened for a dark one
until text of the page's own colour is legible on them (at least 4.5:1, WCAG 2.2), so that each also stands out from
the page itself. A chart is drawn in the light colours, each of which occurs once; ``figure`` then turns each into a CSS
custom property with its dark twin.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Sequence
from functools import lru_cache

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath
from matplotlib.ticker import MaxNLocator

INK = "#1c1b1a"
SOFT = "#5c5a57"  # text of second rank
GRID = "#d9d6d1"
AXIS = "#8f8b86"
ON_COLOUR = "#fefefe"  # text on a coloured mark
BLUE = "#0069a6"
VERMILION = "#b84a00"
GREEN = "#007a59"
PURPLE = "#9c3f78"
OCHRE = "#866000"
SKY = "#27728f"
GREY = "#66635f"
INDIGO = "#3f3d8f"
PALE_BLUE = "#d3e6f3"  # within an outline of its full colour: the less sure part of a bar
PALE_VERMILION = "#f9e1d1"

# light colour -> (name of its custom property, dark colour)
TWINS = {
    INK: ("ink", "#efece7"),
    SOFT: ("soft", "#b5b1ab"),
    GRID: ("grid", "#3d3b39"),
    AXIS: ("axis", "#7d7a76"),
    ON_COLOUR: ("on-colour", "#141312"),
    BLUE: ("blue", "#56b4e9"),
    VERMILION: ("vermilion", "#f28a4b"),
    GREEN: ("green", "#2fc49a"),
    PURPLE: ("purple", "#df94be"),
    OCHRE: ("ochre", "#e3b23c"),
    SKY: ("sky", "#a3d5ea"),
    GREY: ("grey", "#a5a19b"),
    INDIGO: ("indigo", "#cbc8ff"),
    PALE_BLUE: ("pale-blue", "#1d3a4b"),
    PALE_VERMILION: ("pale-vermilion", "#4b2c1a"),
}
# Neighbours in this order differ in lightness as well as in hue on the dark page.
PALETTE = (BLUE, VERMILION, GREEN, PURPLE, OCHRE, SKY, GREY, INDIGO)

FAMILY = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif"
# Matplotlib carries DejaVu Sans, so a layout is the same on every machine; the fonts above run narrower or as wide.
MEASURED = "DejaVu Sans"
SETTINGS = {
    "svg.fonttype": "none",
    "svg.hashsalt": "stancebook",
    "text.parse_math": False,  # an article's "$" is a dollar
    "text.usetex": False,
    "font.family": [MEASURED],
    "path.simplify": False,
}
ELLIPSIS = "…"
JOINERS = "\u200c\u200d"  # Persian, Hindi and emoji need these two format characters


def clean(text: object) -> str:
    """``text`` on one line, without the control, format and unassigned characters that an article may smuggle in."""
    spaced = re.sub(r"\s+", " ", str(text))
    kept = (mark for mark in spaced if mark in JOINERS or unicodedata.category(mark)[0] != "C")
    return "".join(kept).strip()


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width in pixels that ``text`` takes, near enough, in the sans serif of the reader's system."""
    font = FontProperties(family=MEASURED, size=size, weight="bold" if bold else "normal")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a glyph that DejaVu lacks; the reader's system will have it
        width, _, _ = TextToPath().get_text_width_height_descent(text, font, ismath=False)
    return width


def shorten(text: object, room: float, size: float) -> str:
    """``text`` cleaned, and cut with an ellipsis where it is wider than ``room`` pixels."""
    whole = clean(text)
    if width_of(whole, size) <= room:
        return whole
    low, high = 0, len(whole)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(whole[:middle].rstrip() + ELLIPSIS, size) <= room:
            low = middle
        else:
            high = middle - 1
    return whole[:low].rstrip(" ,;:-–") + ELLIPSIS


def decimals(values: Sequence[float]) -> int:
    """How many decimals a column of numbers is shown with: none for counts, two where all are below one."""
    if all(float(value).is_integer() for value in values):
        return 0
    return 2 if max(abs(value) for value in values) < 1 else 1


def number(value: float, places: int = 0) -> str:
    """``value`` as a reader expects it: thousands set apart, a true minus sign, no negative zero."""
    text = f"{value:,.{places}f}"
    if text.startswith("-"):
        text = text[1:] if not text.strip("-0.,") else "−" + text[1:]
    return text


def with_unit(value: float, places: int, unit: str) -> str:
    """``23 mentions``, ``1 mention``, ``40%``."""
    if unit in ("%", "per cent"):
        return number(value, places) + "%"
    if value == 1 and places == 0:
        unit = singular(unit)
    return f"{number(value, places)} {unit}".strip()


def singular(unit: str) -> str:
    """The unit for a count of one: ``mentions`` becomes ``mention``, ``sentences with both`` ``sentence with both``."""
    first, _, rest = unit.partition(" ")
    if first.endswith("s") and not first.endswith("ss") and first != "per":
        first = first[:-3] + "y" if first.endswith("ies") else first[:-1]
    return f"{first} {rest}".strip()


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers between ``low`` and ``high`` for an axis, at most about ``most`` of them."""
    found = MaxNLocator(nbins=most, steps=[1, 2, 5, 10]).tick_values(low, high)
    slack = (high - low) * 1e-9
    return [float(tick) for tick in found if low - slack <= tick <= high + slack]


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, from 1 to 21, after WCAG 2.2."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
