import pandas as pd
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from stancebook import fragments

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(1)">'


@given(st.lists(st.text(min_size=1), unique=True, min_size=2, max_size=5))
def test_different_labels_have_different_anchors(labels):
    assert len({fragments.anchor("entity", label) for label in labels}) == len(labels)


@pytest.mark.parametrize(
    ("label", "expected"),
    [("belarus", "entity-belarus"), ("West Africa", "entity-west-africa")],
)
def test_a_plain_label_gives_a_readable_anchor(label, expected):
    assert fragments.anchor("entity", label).startswith(expected)


@pytest.mark.parametrize(
    ("items", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "<c>"], "a, b and &lt;c&gt;")]
)
def test_listing(items, expected):
    assert str(fragments.listing(items)) == expected


@pytest.mark.parametrize(("count", "expected"), [(0, "0 words"), (1, "1 word"), (1204, "1,204 words")])
def test_plural(count, expected):
    assert fragments.plural(count, "word") == expected


def test_a_table_escapes_what_it_shows_and_scopes_its_headers():
    rows = pd.DataFrame({"name": [HOSTILE], "count": [3], "rate": [1.25], "gone": [None]})
    shown = BeautifulSoup(
        fragments.table(rows, columns={"name": HOSTILE, "count": "n", "rate": "r", "gone": "-"}, caption=HOSTILE),
        "html.parser",
    )
    assert not shown.find("script") and not shown.find("img")
    assert shown.caption.get_text() == HOSTILE
    assert [header["scope"] for header in shown.find_all("th")] == ["col"] * 4 + ["row"]
    assert [cell.get_text() for cell in shown.find_all("td")] == ["3", "1.2", "–"]


@pytest.mark.parametrize(
    ("rows", "stacked"),
    [
        ({"word": ["a"], "count": [1], "low": [0.5], "high": [1.5], "share": [0.1], "range": [3]}, False),
        ({"word": ["a"], "said": ["A sentence, which nobody can read in a column as narrow as a phone has."]}, True),
        ({"word": ["a"], "voice": ["b"], "how": ["c"], "whom": ["d"]}, True),
    ],
)
def test_what_a_phone_has_no_room_for_is_stacked_each_value_with_its_heading(rows, stacked):
    headings = {name: name.title() for name in rows}
    shown = BeautifulSoup(fragments.table(pd.DataFrame(rows), columns=headings, caption="Rows"), "html.parser")
    assert (shown.table.get("class") == ["wordy"]) == stacked
    assert [cell["data-label"] for cell in shown.tbody.find_all(["th", "td"])] == list(headings.values())


def test_a_table_without_rows_says_so():
    shown = fragments.table(pd.DataFrame({"a": []}), columns={"a": "A"}, caption="Scare <quotes>")
    assert shown == '<p class="note">Scare &lt;quotes&gt;: none.</p>'
