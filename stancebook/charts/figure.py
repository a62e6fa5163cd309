"""The chart that a notebook shows: two artboards as SVG, one for a page and one for a phone, a title and alt text.

Drawing happens on a ``Board``, whose coordinates are CSS pixels from the top left, through matplotlib's object-oriented
interface; nothing here touches pyplot's state.
"""

from __future__ import annotations

import base64
import io
import re
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

import matplotlib
from markupsafe import Markup
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from stancebook.charts import style

WIDE, NARROW = 760, 360
PIXELS_PER_INCH = 72  # matplotlib's SVG counts in points; at this resolution one point is one pixel


@dataclass(frozen=True)
class Chart:
    """A drawn chart, shown by Jupyter and by the report as a ``figure`` element.

    ``title`` states the finding, ``note`` the unit and the denominator, ``alt`` the data in words; ``wide`` and
    ``narrow`` are SVG files; ``figure`` is the wide one as matplotlib knows it, for those who explore.
    """

    title: str
    note: str
    alt: str
    wide: bytes = field(repr=False)
    narrow: bytes = field(repr=False)
    width: int
    height: int
    figure: Figure = field(repr=False, compare=False)
    empty: bool = False

    def _repr_html_(self) -> str:
        if self.empty:
            said = self.title.rstrip(".") or self.alt.rstrip(".")
            return str(Markup('<p class="note">{}, so there is no chart.</p>').format(said))
        pattern = Markup(
            '<figure class="chart"><picture><source media="(max-width: 40rem)" srcset="{narrow}">'
            '<img src="{wide}" alt="{alt}" width="{width}" height="{height}"></picture>'
            "<figcaption><strong>{title}</strong>{note}</figcaption></figure>"
        )
        note = Markup(' <span class="note">{}</span>').format(self.note) if self.note else ""
        return str(
            pattern.format(
                narrow=_data_uri(self.narrow),
                wide=_data_uri(self.wide),
                alt=self.alt,
                width=self.width,
                height=self.height,
                title=self.title,
                note=note,
            )
        )


class Board:
    """A drawing surface ``width`` pixels wide; its height is set once the layout is known."""

    def __init__(self, width: int):
        self.width = width
        self.narrow = width < 500
        self.size = 12.0 if self.narrow else 13.0
        self.height = 0
        self.figure = Figure(dpi=PIXELS_PER_INCH)
        self.figure.patch.set_visible(False)
        self._from_top_left = Affine2D()  # axes would draw the same, and take a quarter of a chart's time

    def set_height(self, height: float) -> None:
        """Fix the size; to be called once."""
        self.height = int(-(-height // 1))
        self.figure.set_size_inches(self.width / PIXELS_PER_INCH, self.height / PIXELS_PER_INCH)
        self._from_top_left.scale(1, -1).translate(0, self.height)

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle with its upper left corner at ``x``, ``y``."""
        self._add(Rectangle((x, y), width, height, facecolor=colour, linewidth=0))

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle around ``x``, ``y``."""
        self._add(Circle((x, y), radius, facecolor=colour, linewidth=0))

    def lines(self, segments: Iterable[tuple[float, float, float, float]], colour: str, width: float = 1) -> None:
        """Straight lines, each from (x, y) to (x, y)."""
        ends = [((x0, y0), (x1, y1)) for x0, y0, x1, y1 in segments]
        if ends:
            self._add(LineCollection(ends, colors=colour, linewidths=width, capstyle="butt"))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        colour: str = style.INK,
        align: str = "left",
        bold: bool = False,
        size: float | None = None,
    ) -> None:
        """A line of text whose letters are centred, vertically, on ``y``."""
        size = size or self.size
        weight = "bold" if bold else "normal"
        self._add(Text(x, y + 0.36 * size, style.clean(text), color=colour, ha=align, fontsize=size, fontweight=weight))

    def measure(self, text: str, *, bold: bool = False) -> float:
        """The width of ``text`` in pixels."""
        return style.width_of(style.clean(text), self.size, bold)

    def _add(self, artist: Artist) -> None:
        artist.set(zorder=2, transform=self._from_top_left)  # one order for all: later marks lie on top
        self.figure.add_artist(artist)


def chart(draw: Callable[[Board], None], *, title: str, alt: str, note: str = "") -> Chart:
    """Draw both artboards with ``draw``, which sets the board's height and puts the marks on it."""
    with matplotlib.rc_context(style.SETTINGS):
        wide, narrow = Board(WIDE), Board(NARROW)
        for board in (wide, narrow):
            draw(board)
        return Chart(
            title=style.clean(title),
            note=style.clean(note),
            alt=style.clean(alt),
            wide=_svg(wide),
            narrow=_svg(narrow),
            width=wide.width,
            height=wide.height,
            figure=wide.figure,
        )


def nothing(message: str, *, title: str, note: str = "") -> Chart:
    """What stands for a chart without rows: on a page its title as a sentence, since an empty picture shows nothing."""

    def draw(board: Board) -> None:
        board.set_height(48)
        board.lines([(0, 0.5, board.width, 0.5), (0, 47.5, board.width, 47.5)], style.GRID)
        board.text(0, 24, style.shorten(message, board.width, board.size), colour=style.SOFT)

    return replace(chart(draw, title=title, alt=message, note=note), empty=True)


def _svg(board: Board) -> bytes:
    file = io.StringIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from")  # the reader's own fonts will have it
        board.figure.savefig(
            file, format="svg", transparent=True, metadata=dict.fromkeys(("Date", "Creator", "Format", "Type"))
        )
    return _themed(file.getvalue(), board).encode("utf8")


def _themed(svg: str, board: Board) -> str:
    """The SVG with CSS custom properties for its colours, the reader's font, and no ids or comments that serve nobody."""
    svg = re.sub(r"<!--.*?-->\s*|<!DOCTYPE.*?>\s*|<\?xml.*?\?>\s*|<metadata>.*?</metadata>\s*", "", svg, flags=re.S)
    svg = re.sub(r'<g id="[^"]*">', "<g>", svg)
    svg = re.sub(r'(<svg [^>]*?)width="[^"]*"', rf'\1width="{board.width}"', svg, count=1)
    svg = re.sub(r'(<svg [^>]*?)height="[^"]*"', rf'\1height="{board.height}"', svg, count=1)
    # Only inside tags: an article may well speak of "#1c1b1a".
    svg = re.sub(r"<(?:path|text|use)\b[^>]*>", lambda found: _plain(found.group()), svg)
    return re.sub(r"<svg [^>]*>", lambda found: found.group() + _css(), svg, count=1)


def _plain(tag: str) -> str:
    tag = tag.replace(f" font-family: '{style.MEASURED}';", "")
    tag = re.sub(r' transform="rotate\(-?0 [^"]*"', "", tag).replace(" \n", " ")
    for colour, (name, _) in style.TWINS.items():
        tag = tag.replace(colour, f"var(--{name})")
    return tag


def _css() -> str:
    light = ";".join(f"--{name}:{colour}" for colour, (name, _) in style.TWINS.items())
    dark = ";".join(f"--{name}:{colour}" for name, colour in style.TWINS.values())
    return f"<style>svg{{{light}}}text{{font-family:{style.FAMILY}}}@media (prefers-color-scheme:dark){{svg{{{dark}}}}}</style>"


def _data_uri(svg: bytes) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")
