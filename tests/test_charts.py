import math
import re
from xml.etree import ElementTree

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from stancebook import charts
from stancebook.charts import figure, style, tables

HOSTILE = "</text><script>alert(1)</script> & “$x$” \x00\u202e#1c1b1a <b>"
LONG = "Organisation for the Promotion of Extremely Long Names in the Lower Reaches of the River"


def counts(*rows):
    return pd.DataFrame(rows or [("Belarus", 12), ("Russia", 7), ("Poland", 1)], columns=["name", "count"])


def rates(*rows):
    rows = rows or [("hedge", 8.25, 5.0, 12.5), ("booster", 3.5, 1.25, 7.0)]
    return pd.DataFrame(rows, columns=["name", "rate", "low", "high"])


def parts(*rows):
    rows = rows or [("Belarus", "name", 8), ("Belarus", "metonym", 4), ("Russia", "name", 7)]
    return pd.DataFrame(rows, columns=["name", "part", "count"])


def places(*rows):
    return pd.DataFrame(rows or [("ice", 0), ("ice", 50), ("thaw", 99)], columns=["name", "place"])


def steps(*rows):
    return pd.DataFrame(
        rows or [("hedge", 0, 2), ("hedge", 3, 5), ("booster", 1, 1)], columns=["name", "part", "count"]
    )


def pairs(*rows):
    return pd.DataFrame(rows or [("Belarus", "Russia", 5), ("Belarus", "Poland", 2)], columns=["one", "other", "count"])


def sides(*rows):
    return pd.DataFrame(rows or [("Belarus", 5, 1), ("Russia", 0, 2)], columns=["name", "against", "for"])


DRAWN = {
    "bars": lambda table=None, **options: charts.bars(counts() if table is None else table, "name", "count", **options),
    "stacked_bars": lambda table=None, **options: charts.stacked_bars(parts() if table is None else table, "name", "part", "count", **options),
    "diverging_bars": lambda table=None, **options: charts.diverging_bars(sides() if table is None else table, "name", "against", "for", names=("against", "in favour"), **options),
    "dots": lambda table=None, **options: charts.dots_with_intervals(rates() if table is None else table, "name", "rate", "low", "high", **options),
    "strips": lambda table=None, **options: charts.strips(places() if table is None else table, "name", "place", extent=100, **options),
    "through_text": lambda table=None, **options: charts.through_text(steps() if table is None else table, "part", "count", "name", **options),
    "dot_matrix": lambda table=None, **options: charts.dot_matrix(pairs() if table is None else table, "one", "other", "count", **options),
}  # fmt: skip
EMPTY = {
    "bars": counts,
    "stacked_bars": parts,
    "diverging_bars": sides,
    "dots": rates,
    "strips": places,
    "through_text": steps,
    "dot_matrix": pairs,
}
every = pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)


def texts(svg):
    return ["".join(node.itertext()) for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("}text")]


def page(chart):
    return BeautifulSoup(chart._repr_html_(), "html.parser")


@pytest.mark.parametrize(
    ("kind", "alt"),
    [
        ("bars", "Bar chart, in mentions: Belarus 12; Russia 7; Poland 1."),
        ("stacked_bars", "Stacked bar chart, in mentions: Belarus 12 (name 8, metonym 4); Russia 7 (name 7)."),
        ("diverging_bars", "Diverging bar chart, in mentions: Belarus 5 against and 1 in favour; Russia 0 against and 2 in favour."),
        ("dots", "Dots with intervals, in mentions: hedge 8.2 (5.0 to 12.5); booster 3.5 (1.2 to 7.0)."),
        ("strips", "Dispersion plot, from the start to the end of the text: ice 2 times, between 0% and 50% of the text; thaw once, at 99% of the text."),
        ("through_text", "Steps through the text in 4 parts, one panel for each series, in mentions: hedge 2, 0, 0, 5; booster 0, 1, 0, 0."),
        ("dot_matrix", "Matrix of pairs, in mentions: Belarus and Russia 5; Belarus and Poland 2."),
    ],
)  # fmt: skip
def test_the_alt_text_holds_the_data(kind, alt):
    chart = DRAWN[kind](unit="mentions")
    assert chart.alt == alt and page(chart).img["alt"] == alt


def test_what_is_less_sure_goes_on_from_the_bar_and_is_said_apart():
    table = sides().assign(less=[1, 0], fewer=[0, 0])
    chart = DRAWN["diverging_bars"](table, paler=("less", "fewer"))
    assert "5 against and 1 in favour, 1 and 0 less sure; Russia 0 against and 2 in favour." in chart.alt
    for svg in (chart.wide, chart.narrow):
        assert "5 + 1" in texts(svg) and style.TWINS[style.PALE_VERMILION][0].encode() in svg


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("bars", "Belarus leads with 12 mentions"),
        ("stacked_bars", "Belarus leads with 12 mentions"),
        ("diverging_bars", "Belarus leads with 6 mentions"),
        ("dots", "hedge: 8.2 mentions, the highest of 2"),
        ("strips", "ice leads with 2 occurrences"),
        ("through_text", "hedge peaks in part 4 of 4"),
        ("dot_matrix", "Belarus and Russia appear together most: 5 mentions"),
    ],
)
def test_the_title_states_the_finding_and_the_callers_own_goes_before_it(kind, title):
    assert DRAWN[kind](unit="mentions").title == title
    assert DRAWN[kind](title="Ours").title == page(DRAWN[kind](title="Ours")).strong.get_text() == "Ours"
    assert DRAWN[kind](title=lambda rows: f"of {len(rows)}").title.startswith("of ")


@every
def test_both_artboards_are_drawn_whole_and_nothing_is_written_beyond_their_edges(draw):
    chart = draw()
    for svg, width in ((chart.wide, figure.WIDE), (chart.narrow, figure.NARROW)):
        root = ElementTree.fromstring(svg)
        assert float(root.get("width")) == width and float(root.get("height")) > 0
        assert root.get("viewBox").split()[2:] == [str(width), root.get("height")]
        for node in root.iter("{http://www.w3.org/2000/svg}text"):
            style_, x = (
                node.get("style"),
                float(
                    re.search(r"translate\(([-\d.]+)", node.get("transform") or f"translate({node.get('x')})").group(1)
                ),
            )
            wide = style.width_of("".join(node.itertext()), float(re.search(r"([\d.]+)px", style_).group(1)))
            before = {"middle": wide / 2, "end": wide}.get(
                (re.search(r"text-anchor: (\w+)", style_) or [0, "start"])[1], 0
            )
            assert x - before >= -2 and x - before + wide <= width + 2, "".join(node.itertext())
    assert (chart.width, chart.height) == (figure.WIDE, float(ElementTree.fromstring(chart.wide).get("height")))
    assert page(chart).source["media"] == "(max-width: 40rem)"


@every
def test_the_same_table_gives_the_same_bytes(draw):
    first, second = draw(), draw()
    assert (first.wide, first.narrow, first._repr_html_()) == (second.wide, second.narrow, second._repr_html_())


@every
def test_the_svg_loads_nothing_runs_nothing_and_turns_dark_with_the_reader(draw):
    svg = draw().wide.decode()
    assert not re.search(r"<script|https?://(?!www\.w3\.org)|<image|@import|\son\w+=", svg)
    assert "prefers-color-scheme:dark" in svg and "<metadata" not in svg
    drawn = re.sub(r"<style>.*?</style>", "", svg, flags=re.DOTALL)
    assert not re.search(r"(?:fill|stroke): ?#(?!none)", drawn), "each colour is one that has a dark twin"


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        ("bars", counts((HOSTILE, 2), (LONG, 1))),
        ("stacked_bars", parts((HOSTILE, HOSTILE, 2), (LONG, "b", 1))),
        ("diverging_bars", sides((HOSTILE, 2, 0), (LONG, 0, 1))),
        ("dots", rates((HOSTILE, 2, 1, 3), (LONG, 1, 0, 2))),
        ("strips", places((HOSTILE, 2), (LONG, 1))),
        ("through_text", steps((HOSTILE, 0, 2), (LONG, 0, 1))),
        ("dot_matrix", pairs((HOSTILE, LONG, 2), (HOSTILE, "b", 1))),
    ],
)
def test_hostile_and_long_labels_are_text_and_nothing_else(kind, table):
    chart = DRAWN[kind](table, note=HOSTILE)
    for svg in (chart.wide, chart.narrow):
        root = ElementTree.fromstring(svg)
        assert not [node for node in root.iter() if node.tag.endswith(("script", "}b"))]
    written = " ".join(texts(chart.wide))
    assert "</text><script>" in written and "\u202e" not in written and "$x$" not in re.sub(r"“\$x\$”", "", written)
    assert not page(chart).find(["script", "b"]) and HOSTILE.split()[0] in page(chart).img["alt"]
    assert all(style.width_of(text, 12) < figure.NARROW for text in texts(chart.narrow)), "long labels are cut"


def test_a_colour_named_by_an_article_is_no_colour_of_the_chart():
    assert style.INK in " ".join(texts(charts.bars(counts((style.INK, 2)), "name", "count").wide))


@pytest.mark.parametrize("kind", DRAWN)
def test_an_empty_table_is_a_chart_that_says_so(kind):
    chart = DRAWN[kind](EMPTY[kind]().iloc[:0], nothing="No ice was found.", unit="mentions")
    assert texts(chart.wide) == texts(chart.narrow) == ["No ice was found."]
    assert chart.alt == "No ice was found." and chart.title
    titled = DRAWN[kind](EMPTY[kind]().iloc[:0], title="No <b>ice</b> was found", note="Of 20 floes.")
    page = titled._repr_html_()
    assert page == '<p class="note">No &lt;b&gt;ice&lt;/b&gt; was found, so there is no chart.</p>'
    assert DRAWN[kind](EMPTY[kind]().iloc[:0], title=lambda rows: rows["name"].iloc[0]).title == "Nothing to show"


TEXT_COLOURS = [style.INK, style.SOFT]
MARKS = list(style.PALETTE)
PAGE = {"light": "#ffffff", "dark": "#141312"}


def shown(colour, theme):
    return colour if theme == "light" else style.TWINS[colour][1]


@pytest.mark.parametrize("theme", PAGE)
@pytest.mark.parametrize("colour", TEXT_COLOURS + MARKS)
def test_text_is_legible_on_the_page(colour, theme):
    assert style.contrast(shown(colour, theme), PAGE[theme]) >= 4.5


@pytest.mark.parametrize("theme", PAGE)
@pytest.mark.parametrize("colour", MARKS)
def test_text_is_legible_on_each_mark(colour, theme):
    assert style.contrast(shown(style.ON_COLOUR, theme), shown(colour, theme)) >= 4.5


def test_contrast_is_as_wcag_has_it():
    assert style.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert style.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_no_two_colours_share_a_name_or_a_shade():
    names, darks = zip(*style.TWINS.values())
    assert len(set(names)) == len(set(darks)) == len(style.TWINS)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: charts.bars(counts(("a", -1)), "name", "count"), "negative in row 1"),
        (lambda: charts.bars(counts(("a", 1), ("b", math.nan)), "name", "count"), "NaN or infinite in row 2"),
        (lambda: charts.bars(counts(("a", "x")), "name", "count"), "not a number"),
        (lambda: charts.bars(counts((None, 1)), "name", "count"), "lacks a label in row 1"),
        (lambda: charts.bars(counts(), "title", "count"), "no column “title”; it has name, count"),
        (lambda: charts.bars(rates(), "name", "rate", low="low"), "two ends"),
        (lambda: charts.dots_with_intervals(rates(("a", 5, 6, 7)), "name", "rate", "low", "high"), "outside of its interval"),
        (lambda: charts.stacked_bars(parts(("a", "x", 1), ("a", "x", 2)), "name", "part", "count"), "twice"),
        (lambda: charts.strips(places(("a", 101)), "name", "place", extent=100), "Position 101 lies outside"),
        (lambda: charts.strips(places(), "name", "place", extent=0), "above zero"),
        (lambda: charts.through_text(steps(("a", 0.5, 1)), "part", "count", "name"), "0, 1, 2"),
        (lambda: charts.through_text(steps(("a", 9, 1)), "part", "count", "name", bins=9), "names part 9"),
        (lambda: charts.through_text(steps(("a", 1, 1), ("a", 1, 2)), "part", "count", "name"), "twice"),
        (lambda: charts.dot_matrix(pairs(("a", "a", 1)), "one", "other", "count"), "with itself"),
        (lambda: charts.dot_matrix(pairs(("a", "b", 1), ("b", "a", 2)), "one", "other", "count"), "given twice"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_drawn_truly_is_refused_in_clear_words(call, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        call()


def test_bars_are_as_long_as_their_numbers():
    svg = charts.bars(counts(("a", 10), ("b", 5), ("c", 0)), "name", "count").wide.decode()
    widths = []
    for path in re.findall(r'<path d="M ([^"]*)"[^>]*var\(--blue\)', svg):
        spots = [float(number) for number in re.findall(r"[-\d.]+", path)][::2]
        widths.append(max(spots) - min(spots))
    assert widths[0] == pytest.approx(2 * widths[1], rel=0.01) and widths[2] <= 1


def test_a_matrix_of_many_leaves_out_the_smallest_and_says_so():
    table = pairs(*[("hub", f"member {number}", number + 1) for number in range(20)])
    chart = charts.dot_matrix(table, "one", "other", "count", most=5)
    assert "The 5 with the most are shown, 16 left out." in chart.note
    assert "hub and member 19" in chart.title and "member 0 " not in chart.alt


def test_a_long_table_is_summed_up_in_its_alt_text():
    chart = charts.bars(counts(*[(f"row {number}", number) for number in range(30)]), "name", "count")
    assert (
        chart.alt.endswith(f"; and {30 - tables.SPOKEN} more.")
        and "row 11 11" in chart.alt
        and "row 12" not in chart.alt
    )


@pytest.mark.parametrize(
    ("value", "places", "unit", "text"),
    [
        (1, 0, "mentions", "1 mention"), (2, 0, "mentions", "2 mentions"), (1, 0, "entries", "1 entry"),
        (1, 0, "sentences with both", "1 sentence with both"), (1, 0, "per 1,000 words", "1 per 1,000 words"),
        (40, 0, "%", "40%"), (12345, 0, "", "12,345"), (-3.25, 1, "", "−3.2"), (-0.01, 1, "", "0.0"),
        (1, 0, "process", "1 process"), (1, 1, "mentions", "1.0 mentions"),
    ],
)  # fmt: skip
def test_numbers_read_as_a_reader_expects_them(value, places, unit, text):
    assert style.with_unit(value, places, unit) == text


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.text(max_size=30), st.integers(0, 10**6)), min_size=1, max_size=5, unique_by=lambda row: row[0]
    )
)
def test_whatever_the_labels_the_file_is_well_formed_and_each_number_is_in_the_alt_text(rows):
    chart = charts.bars(counts(*rows), "name", "count")
    assert ElementTree.fromstring(chart.wide) is not None and ElementTree.fromstring(chart.narrow) is not None
    assert all(f"{number:,}" in chart.alt for _, number in rows)
