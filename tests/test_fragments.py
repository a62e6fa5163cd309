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
