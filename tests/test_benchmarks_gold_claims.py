"""How claims are compared with the gold: what is the same thing, and what is not."""

from types import SimpleNamespace

import pandas as pd
import pytest

from benchmarks import gold_claims

NAN = float("nan")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-02-14", ("2022-02-14", "2022-02-14")),
        ("2022-02", ("2022-02-01", "2022-02-28")),
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2022-W07", ("2022-02-14", "2022-02-20")),
        ("2021-12/2022-02", ("2021-12-01", "2022-02-28")),
        ("2014/2018", ("2014-01-01", "2018-12-31")),
        ("XXXX-02-14", ("", "")),
        ("FY2021", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_date_is_from_its_first_day_to_its_last(value, expected):
    assert gold_claims.days(value) == expected


def figure(text="30,000", value=30000.0, high=NAN, unit="", start=10):
    return {"text": text, "value": value, "value_high": high, "unit": unit, "start": start, "end": start + len(text)}


@pytest.mark.parametrize(
    ("true", "given", "expected"),
    [
        (figure(), figure("some 30,000 troops", start=5), True),
        (figure(), figure(value=31000.0), False),
        (figure(), figure(start=40), False),
        (figure(), figure(high=40000.0), False),
        (figure(unit="%", value=5.0), figure(unit="percent", value=5.0), True),
        (figure(unit="%", value=5.0), figure(unit="percentage point", value=5.0), False),
        (figure(unit="century", value=0.25), figure(unit="year", value=25.0), True),
        (figure("thousands", 1000.0), figure("thousands of men", 2000.0), True),
        (figure("thousands", 1000.0), figure("thousands of men", 20000.0), False),
        (figure("a third", 0.33), figure("a third of it", 1 / 3), True),
    ],
)
def test_a_figure_is_the_same_by_place_value_and_unit(true, given, expected):
    assert (gold_claims._same_figure(true, given) > 0) is expected


def test_heads_count_by_certainty_and_by_polarity_where_something_is_known():
    columns = ["start", "end", "certainty", "polarity", "voice"]
    true = pd.DataFrame(
        [(0, 1, "certain", "negative", "author"), (2, 3, "unknown", "", "author"), (4, 5, "probable", "positive", "a"),
         (6, 7, "certain", "positive", "a")],
        columns=columns,
    )  # fmt: skip
    found = pd.DataFrame(
        [(0, 1, "certain", "positive", "author"), (2, 3, "unknown", "positive", "b"), (4, 5, "probable", "positive", "a"),
         (8, 9, "certain", "positive", "a")],
        columns=columns,
    )  # fmt: skip
    row = gold_claims._factuality(true, found)
    assert row["counts"] == (2, 3, 4) and row["agreement"]["voice"] == [True, False, True]
    both = {"figures": None, "dates": None, "scenarios": None, "factuality": true}
    pairs = gold_claims.pairs(SimpleNamespace(factuality=found), both)["factuality"]
    assert pairs[0] == ("certain, negative", "certain, positive") and pairs[3] == ("certain, positive", "nothing")


def test_an_article_without_annotated_claims_is_not_scored():
    assert gold_claims.compare(None, {"mentions": None}) == {} == gold_claims.pairs(None, {"mentions": None})
