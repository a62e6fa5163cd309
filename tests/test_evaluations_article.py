"""The article that the project began with: whom its author and the officials in it judge, as a reader would say."""

from pathlib import Path

import pytest

from stancebook import annotations, language
from stancebook.articles import read
from stancebook.findings import judgements

REAL = Path(__file__).resolve().parents[2] / "shared" / "articles" / "belarus-staging-area.txt"
pytestmark = pytest.mark.skipif(not REAL.exists(), reason="the shared article is not here")

#: Whom, which way, by a word of what, in whose voice; of a threat that the author reports, both may be said to judge.
JUDGED = [
    ("alexander-lukashenko", "negative", "pretending", {"author"}),
    ("alexander-lukashenko", "negative", "exploited", {"author"}),
    ("russia", "negative", "aggression", {"author", "united-states"}),
    ("belarus", "negative", "regime", {"author"}),
]


@pytest.fixture(scope="module")
def judged():
    return judgements.given(annotations.annotate(language.read(read(REAL))).evaluations)


@pytest.mark.parametrize(("entity", "polarity", "word", "voices"), JUDGED)
def test_what_a_reader_would_say_is_judged_is(judged, entity, polarity, word, voices):
    rows = judged[judged["text"].str.contains(word)]
    rows = rows[(rows["entity"] == entity) & (rows["polarity"] == polarity)]
    assert len(rows) and set(rows["voice"]) <= voices


def test_nobody_is_judged_by_a_bare_fact_or_a_scare_quote(judged):
    # Who is threatened, sanctioned or moved about is not blamed for it; and “threat” is held in tongs.
    assert not {"nato", "jens-stoltenberg", "poland"} & set(judged["entity"])
    assert not ((judged["entity"] == "ukraine") & (judged["text"] == "threat")).any()
    assert len(judged) <= 20
