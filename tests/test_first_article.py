"""The article that the project began with, where it lies beside the repository: what its reader must find."""

from pathlib import Path

import pytest

from stancebook import claims, language, opening
from stancebook.annotations import annotate
from stancebook.findings import cast

REAL = Path(__file__).resolve().parents[2] / "shared" / "articles" / "belarus-staging-area.txt"
pytestmark = pytest.mark.skipif(not REAL.exists(), reason="the shared article is not here")


@pytest.fixture(scope="module")
def found():
    return annotate(opening.reading(str(REAL)))


def test_who_leads_in_this_order(found):
    leading = cast.leading(cast.kept(found.mentions, []), language.word_tokens(found.reading), top=4)
    assert list(leading["entity"]) == ["belarus", "russia", "alexander-lukashenko", "ukraine"]


@pytest.mark.parametrize(("text", "entity"), [("Minsk", "belarus"), ("Kremlin", "russia"), ("Moscow", "russia")])
def test_seats_of_power_count_for_their_countries_and_are_shown_apart(found, text, entity):
    named = found.mentions[found.mentions["text"] == text]
    assert len(named) and set(named["entity"]) == {entity} and set(named["naming"]) == {"metonym"}


def test_what_stands_around_the_text_and_what_is_short_for_a_month_names_nobody(found):
    names = " ".join(found.mentions["text"])
    assert "Related" not in names and "Feb" not in names.split()
    kinds = list(found.reading.article.apparatus["kind"])
    assert kinds == ["title", "caption", "credit", "related link", "related link", "closing credit"]


def test_a_month_is_no_modal(found):
    assert not (found.markers["kept"] & (found.markers["text"] == "May")).any()


def test_both_estimates_of_the_troops_are_found(found):
    claimed = claims.claims(found.reading, found.statements, found.markers)
    assert {10_000, 30_000} <= set(claimed.loc[claimed["kind"] == "figure", "value"])
