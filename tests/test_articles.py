"""Reading articles: each kind of residue as a row of what goes in and what is expected to come out."""

from __future__ import annotations

import datetime
import textwrap
from pathlib import Path

import pytest

from stancebook.articles import read
from stancebook.articles.article import slug

FIRST = (
    "The council said that it would build the new bridge before the end of the year, and that nobody would have to "
    "pay for it twice."
)
SECOND = (
    "It is hard to see how this could be done with the money that the town has, or with the people who are there "
    "to do the work."
)
THIRD = (
    "None of this is new to those who have lived by the river, for they have heard the promise from every mayor "
    "since the flood."
)
PROSE = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
REAL = Path(__file__).resolve().parents[2] / "shared" / "articles" / "belarus-staging-area.txt"


def wrap(text, width=60):
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))


def article(folder, source, *, ending=".txt", **given):
    path = folder / f"an-article{ending}"
    path.write_bytes(source if isinstance(source, bytes) else source.encode("utf-8"))
    return read(path, **given)


def apparatus(result):
    return list(zip(result.apparatus["kind"], result.apparatus["text"]))


LAYOUTS = {
    "blank lines between long lines": PROSE,
    "hard-wrapped": "\n\n".join(map(wrap, (FIRST, SECOND, THIRD))),
    "hard-wrapped, trailing spaces": "\n\n".join(map(wrap, (FIRST, SECOND, THIRD))).replace("\n", "   \n"),
    "hard-wrapped, no blank lines": "\n".join(map(wrap, (FIRST, SECOND, THIRD))),
    "a line per paragraph": "\n".join((FIRST, SECOND, THIRD)),
    "indented paragraphs": "\n".join("    " + wrap(text) for text in (FIRST, SECOND, THIRD)),
    "all of it indented": textwrap.indent("\n\n".join(map(wrap, (FIRST, SECOND, THIRD))), "    "),
    "Windows line ends": "\n\n".join(map(wrap, (FIRST, SECOND, THIRD))).replace("\n", "\r\n"),
    "old Macintosh line ends": PROSE.replace("\n", "\r"),
    "page numbers": f"{wrap(FIRST)}\n\n3\n\n{wrap(SECOND)}\n\n- 4 -\n\f{wrap(THIRD)}\n\nPage 5 of 7\n",
    "running headers": f"THE RIVER POST\n\n{wrap(FIRST)}\n\n\fTHE RIVER POST\n\n{wrap(SECOND)}\n\n\fTHE RIVER POST\n\n{wrap(THIRD)}",
    "a paragraph over a page": PROSE.replace("the money ", "the money\n\nPage 2 of 7\n\fTHE RIVER POST\n\n").replace(
        "since the ", "since the\n\fTHE RIVER POST\n\n"
    ),
    "ornaments": PROSE.replace("\n\n", "\n\n* * *\n\n"),
}


@pytest.mark.parametrize("source", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layouts_give_the_same_paragraphs(tmp_path, source):
    assert article(tmp_path, source).text == PROSE


CHARACTERS = [
    ("doubled  spaces", "doubled spaces"),
    ("non-breaking\u00a0space, thin\u2009space,\ttab", "non-breaking space, thin space, tab"),
    ("soft\u00adhyphen", "softhyphen"),
    ("zero\u200bwidth and \ufeffmarks", "zerowidth and marks"),
    ("bidi \u202econtrols\u202c and \u2066isolates\u2069", "bidi controls and isolates"),
    ("a \x1b[31mred\x1b[0m word, a \x1b]0;title\x07window", "a red word, a window"),
    ("a \x07bell and one \x00 zero", "a bell and one zero"),
    ("the ﬁrst oﬀer", "the first offer"),
    ("cafe\u0301", "café"),
    ("Itâ€™s a cafÃ©", "It’s a café"),
    ("It\x92s \x93done\x94", "It’s “done”"),
    ("“curly” ‘quotes’ and \"straight\" ones", "“curly” ‘quotes’ and \"straight\" ones"),
    ("the West—war or peace—is", "the West—war or peace—is"),
    ("costs $5 *now*, `so` #he_said_ [sic] <b>&amp;</b>", "costs $5 *now*, `so` #he_said_ [sic] <b>&amp;</b>"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("anti-\nWestern", "anti-Western"),
    ("Russian-\nBelarusian", "Russian-Belarusian"),
    ("demo-\ncratic", "democratic"),
    ("demo\u00ad\ncratic", "democratic"),
    ("a state-owned and a state-\nowned", "a state-owned and a state-owned"),
    ("reentry and re-\nentry", "reentry and reentry"),
    ("re-entry and re-\nentry", "re-entry and re-entry"),
    ("self-\nmade and non-\nnuclear", "self-made and non-nuclear"),
    ("a twenty-seven-\nyear rule", "a twenty-seven-year rule"),
    ("the under-\nstanding of an under and a standing", "the understanding of an under and a standing"),
    ("a bridge, some building and bridge-\nbuilding", "a bridge, some building and bridge-building"),
    ("S-\n400 systems", "S-400 systems"),
    ("two-\nand three-day", "two- and three-day"),
    ("the West—\nwar or peace", "the West—war or peace"),
    ("the West —\nwar or peace", "the West — war or peace"),
    ("in 2014–\n2020", "in 2014–2020"),
    ("watch the river as it\nlisten to the\nsee also the old", "watch the river as it listen to the see also the old"),
]


@pytest.mark.parametrize(("source", "expected"), CHARACTERS, ids=[repr(source) for source, _ in CHARACTERS])
def test_characters_and_broken_words(tmp_path, source, expected):
    result = article(tmp_path, f"{FIRST}\n\nWhat they said was {source} as far as anyone knew.")
    assert result.text == f"{FIRST}\n\nWhat they said was {expected} as far as anyone knew."


def test_what_is_removed_is_logged_with_its_line(tmp_path):
    result = article(tmp_path, f"{FIRST}\n\nThe word was \x1b[31mred\x1b[0m and\ndemo-\ncratic in the\u202e end.")
    log = {action: (line, before) for line, action, before in result.cleaning[["line", "action", "before"]].values}
    assert log["removed escape sequence"] == (3, "\x1b[31mred\x1b[0m")
    assert log["joined word"] == (4, "demo- cratic")
    assert log["removed bidi control"][0] == 5


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(tmp_path, encoding):
    text = f"{FIRST} It’s “done” — at the café."
    assert article(tmp_path, text.encode(encoding)).text == text


def test_a_stray_byte_does_not_spoil_the_rest(tmp_path):
    text = f"{FIRST} It’s “done” — at the café."
    assert article(tmp_path, text.encode("utf-8") + b" It\x92s over.").text == text + " It’s over."


SET_APART = [
    ("related link", "Related article: Why the Bridge Must Wait"),
    ("related link", "Read more: The Bridge That Never Was"),
    ("related link", "Also read – the mayor answers her critics"),
    ("related link", "See also: What is a bridge?"),
    ("related link", "Read more about the bridge"),
    ("credit", "Photo: Jane Doe"),
    ("credit", "(Photo by Jane Doe)"),
    ("credit", "© Jane Doe / Reuters"),
    ("credit", "AP Photo/Jane Doe"),
    ("caption", "FILE PHOTO: The mayor of the town stands on the old bridge in May."),
    ("caption", "Figure 2. What the bridge is going to cost."),
    ("page number", "Page 3 of 7"),
    ("site furniture", "ADVERTISEMENT"),
    ("site furniture", "Story continues below"),
    ("subheading", "What the money buys"),
    ("ornament", "* * *"),
    ("link", "https://example.org/bridge"),
]


@pytest.mark.parametrize(("kind", "text"), SET_APART, ids=[text for _, text in SET_APART])
def test_what_stands_between_paragraphs_is_set_apart(tmp_path, kind, text):
    result = article(tmp_path, f"{FIRST}\n\n{text}\n\n{SECOND}\n\n{THIRD}\n")
    assert result.text == PROSE
    assert apparatus(result) == [(kind, text)]
    assert list(result.apparatus["line"]) == [3]


IN_BODY = [
    "Was it worth the money?",
    "“We are going to build it”",
    "Image-conscious mayors build bridges.",
    "Related questions are for the courts to decide, as they said.",
    "Watch what the mayor does, not what she says.",
    "These are the reasons:",
    "Photo by photo, the museum of the bridge shows how the town was built and how it came to be what it is now.",
    "This article of faith was published nowhere.",
]


@pytest.mark.parametrize("text", IN_BODY)
def test_prose_that_only_resembles_apparatus_stays(tmp_path, text):
    assert text in article(tmp_path, f"{FIRST}\n\n{text}\n\n{SECOND}\n").text


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("The old bridge in winter, when it is closed.\nPhoto: Jane Doe",
         [("caption", "The old bridge in winter, when it is closed."), ("credit", "Photo: Jane Doe")]),
        ("The mayor at a meeting in May.\nPress Service of the Mayor",
         [("caption", "The mayor at a meeting in May."), ("credit", "Press Service of the Mayor")]),
        ("The mayor at a meeting in May. (AP Photo/Jane Doe)",
         [("caption", "The mayor at a meeting in May."), ("credit", "(AP Photo/Jane Doe)")]),
    ],
)
def test_captions_with_their_credits(tmp_path, block, expected):
    result = article(tmp_path, f"{wrap(FIRST)}\n\n{block}\n\n{wrap(SECOND)}\n\n{wrap(THIRD)}")
    assert (result.text, apparatus(result)) == (PROSE, expected)


HEADS = {
    "blank lines": (
        "A Bridge Too Many\n\nBy Jane Doe\n\nFeb. 10, 2022\n\n",
        [("title", "A Bridge Too Many"), ("byline", "By Jane Doe"), ("date", "Feb. 10, 2022")],
    ),
    "line under line": (
        "A Bridge Too Many\nBy Jane Doe\nUpdated: 10 February 2022, 10:15 a.m.\n\n",
        [("title", "A Bridge Too Many"), ("byline", "By Jane Doe"), ("date", "Updated: 10 February 2022, 10:15 a.m.")],
    ),
    "title wrapped, with a stop, over caption and credit": (
        " One bridge has simply become far too many for\nthe town.\n"
        " Masons of the town and the masons of the county at work in the rain on a Sunday.\nCounty Office of Works\n\n",
        [("title", "One bridge has simply become far too many for the town."),
         ("caption", "Masons of the town and the masons of the county at work in the rain on a Sunday."),
         ("credit", "County Office of Works")],
    ),
    "title in title case, wrapped": (
        "A Bridge Too Many Is Still a Bridge for the\nTown on the River\nThe mayor opens it on a rainy Sunday in the spring of the year.\n"
        "Jane Doe / Reuters\n\n",
        [("title", "A Bridge Too Many Is Still a Bridge for the Town on the River"),
         ("caption", "The mayor opens it on a rainy Sunday in the spring of the year."), ("credit", "Jane Doe / Reuters")],
    ),
    "title over the text": ("A Bridge Too Many\n", [("title", "A Bridge Too Many")]),
    "dateline": ("WASHINGTON — ", [("dateline", "WASHINGTON —")]),
    "dateline of an agency": ("KYIV, Ukraine (AP) — ", [("dateline", "KYIV, Ukraine (AP) —")]),
}


@pytest.mark.parametrize(("head", "expected"), HEADS.values(), ids=HEADS.keys())
def test_heads(tmp_path, head, expected):
    separator = "\n" if head.endswith("Many\n") else "\n\n"
    result = article(tmp_path, head + separator.join(map(wrap, (FIRST, SECOND, THIRD))))
    assert (result.text, apparatus(result)) == (PROSE, expected)
    assert result.title == dict(expected).get("title", "")
    assert result.author == ("Jane Doe" if "byline" in dict(expected) else "")
    assert result.date == (datetime.date(2022, 2, 10) if "date" in dict(expected) else None)


def test_a_plain_file_that_begins_as_markdown_is_read_as_markdown(tmp_path):
    result = article(tmp_path, f"# A Bridge Too Many\n\nBy Jane Doe\n\n{wrap(FIRST)}\n\n{wrap(SECOND)}\n\n{wrap(THIRD)}")
    assert (result.title, result.author, result.text) == ("A Bridge Too Many", "Jane Doe", PROSE)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("By Jane Doe | The River Post | 10 February 2022", "The River Post"),
        ("By Jane Doe | 10 February 2022", ""),
        ("By Jane Doe", ""),
    ],
)
def test_a_byline_may_name_the_outlet(tmp_path, line, outlet):
    result = article(tmp_path, "A Bridge Too Many\n\n" + "\n\n".join((line, *map(wrap, (FIRST, SECOND, THIRD)))))
    assert (result.author, result.outlet, result.text) == ("Jane Doe", outlet, PROSE)


@pytest.mark.parametrize(
    ("tail", "kinds", "outlet", "date"),
    [
        ("This article was first published by the River Institute.", ["closing credit"], "River Institute", None),
        ("This article first appeared in The River Post on May 3, 2021.", ["closing credit"], "The River Post",
         datetime.date(2021, 5, 3)),
        ("Originally published on Bridges and Roads.", ["closing credit"], "Bridges and Roads", None),
        ("The views expressed here are those of the author.\n\n© 2022 The River Post", ["disclaimer", "closing credit"],
         "", None),
        ("Jane Doe is a senior fellow at the River Institute.", ["author note"], "", None),
    ],
)
def test_tails(tmp_path, tail, kinds, outlet, date):
    result = article(tmp_path, f"{PROSE}\n\n{tail}\n")
    assert result.text == PROSE
    assert list(result.apparatus["kind"]) == kinds
    assert (result.outlet, result.date) == (outlet, date)


def test_front_matter_wins_over_the_text_and_arguments_over_both(tmp_path):
    source = f"---\ntitle: From YAML\nauthor: [Jane Doe, John Roe]\ndate: 2022-02-10\ntopic: bridges\n---\nIn the Text\n\n{PROSE}"
    for ending in (".txt", ".md"):
        result = article(tmp_path, source, ending=ending)
        assert (result.title, result.author, result.date) == ("From YAML", "Jane Doe and John Roe", datetime.date(2022, 2, 10))
        assert result.metadata == {"topic": "bridges"}
        given = article(tmp_path, source, ending=ending, title="Given", outlet="The Post", author="Me", date="March 1, 2023")
        assert (given.title, given.outlet, given.author, given.date) == ("Given", "The Post", "Me", datetime.date(2023, 3, 1))


def test_a_picture_amid_prose_takes_none_of_it_along(tmp_path):
    result = article(tmp_path, f"{FIRST}\n\n{SECOND} ![The bridge](bridge.png) {THIRD}\n", ending=".md")
    assert SECOND in result.text and THIRD in result.text and apparatus(result) == [("caption", "The bridge")]


def test_a_row_of_a_table_is_one_piece_and_a_block_quotation_stays_one(tmp_path):
    source = (
        f"{FIRST}\n\n| Country | *Fence* |\n|---|---:|\n| Poland | 186 |\n\n{SECOND}\n\n"
        f"> “It has quotation marks of its own.”\n\n> The bridge was here first.\n> — An Old Man\n\n{THIRD}\n"
    )
    result = article(tmp_path, source, ending=".md")
    assert apparatus(result) == [("table", "Country | Fence"), ("table", "Poland | 186")]
    assert "\n\n“It has quotation marks of its own.”\n\n" in result.text
    assert "\n\n“The bridge was here first.” — An Old Man\n\n" in result.text


def test_markdown_loses_its_markup_and_keeps_its_words(tmp_path):
    source = textwrap.dedent(f"""\
        # A *Bridge* Too Many

        ![The old bridge](bridge.png)
        *Photo: Jane Doe*

        {FIRST.replace("new bridge", "[new](https://example.org) **bridge**")}

        ## The money

        > {SECOND}

        - {THIRD}

        [reference]: https://example.org/reference
        """)
    result = article(tmp_path, source, ending=".md")
    assert result.text == PROSE.replace(SECOND, f"“{SECOND}”"), "a block quotation is quoted"
    assert apparatus(result) == [
        ("title", "A Bridge Too Many"), ("caption", "The old bridge"), ("credit", "Photo: Jane Doe"), ("subheading", "The money"),
    ]
    logged = " ".join(result.cleaning["before"])
    assert "https://example.org)" in logged and "https://example.org/reference" in logged and "bridge.png" in logged


@pytest.mark.parametrize("ending", [".txt", ".md"])
@pytest.mark.parametrize("html", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- a note -->"])
def test_html_in_an_article_is_text(tmp_path, ending, html):
    assert f"twice. {html}" in article(tmp_path, f"{FIRST} {html}\n\n{SECOND}", ending=ending).text
    assert html in article(tmp_path, f"{FIRST}\n\n{html}\n\n{SECOND}", ending=ending).text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("belarus-staging-area.txt", "belarus-staging-area"),
        ("Üb er 'the' \"Top\".md", "ub-er-the-top"),
        ("../../etc/pass wd.txt", "pass-wd"),
        (".hidden", "hidden"),
    ],
)
def test_names(name, expected):
    assert slug(name) == expected


@pytest.mark.parametrize("name", ["статья.txt", "文章.md", "x" * 300 + ".txt", "…", "статья-2.txt"])
def test_names_that_ascii_cannot_say_are_stable_safe_and_distinct(name):
    assert slug(name) == slug(name) != slug("y" + name)
    assert slug(name).strip("abcdefghijklmnopqrstuvwxyz0123456789-") == ""
    assert 0 < len(slug(name)) <= 60


@pytest.mark.skipif(not REAL.exists(), reason="the shared article is not here")
def test_a_real_article():
    result = read(REAL)
    assert list(result.apparatus["kind"]) == ["title", "caption", "credit", "related link", "related link", "closing credit"]
    assert list(result.apparatus["line"]) == [1, 3, 4, 38, 66, 94]
    assert result.title == " ".join(line.strip() for line in REAL.read_text(encoding="utf-8").splitlines()[:2])
    assert (result.name, result.outlet, result.date) == ("belarus-staging-area", "Carnegie Moscow Center", None)
    assert len(result.paragraphs) == 15
    for start, end in result.paragraphs:
        assert result.text[start].isupper() and result.text[end - 1] in ".?”"
    assert "\n" not in result.text.replace("\n\n", "")
