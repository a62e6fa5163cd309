"""The five sentences say what the tables say, and every number has as many places behind it."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from stancebook import language
from stancebook.annotations import annotate
from stancebook.findings import overview

NO_APPARATUS = pd.DataFrame(columns=["kind", "text", "line"])
JUDGED = ["article", "paragraph", "sentence", "start", "end", "text", "entity", "name", "polarity", "voice", "given", "tier"]


def reading(*paragraphs: str) -> language.Reading:
    text, spans = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = spans[-1][1] + 2 if spans else 0
        spans.append((start, start + len(paragraph)))
    return language.read(
        SimpleNamespace(name="made", text=text, paragraphs=tuple(spans), apparatus=NO_APPARATUS, date=None)
    )


def found(*paragraphs: str, evaluations: list[tuple] = ()):
    made = annotate(reading(*paragraphs))
    table = pd.DataFrame(list(evaluations), columns=JUDGED).astype({"given": bool})
    return SimpleNamespace(
        reading=made.reading, mentions=made.mentions, statements=made.statements, markers=made.markers,
        claims=made.claims, evaluations=table,
    )  # fmt: skip


def judged(entity: str, polarity: str, voice: str, given: bool = True, sentence: int = 0, tier: str = "judged") -> tuple:
    return "made", 0, sentence, 0, 4, "text", entity, entity.capitalize(), polarity, voice, given, tier


def plain(said: overview.Said) -> str:
    return BeautifulSoup(said.text, "html.parser").get_text()


TEXT = (
    "Minsk says that 300 soldiers have come. Warsaw says that 900 soldiers have come.",
    "Perhaps Belarus knows; it may be that nobody else does. Belarus is large.",
)


def test_whom_it_is_about_is_counted():
    assert plain(overview.about(found(*TEXT))).startswith("It is about Belarus (3)")
    assert plain(overview.about(found("Nobody came to the old house."))) == "It names nobody."


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((5, 4, 3, 1), "It is about A (5), B (4) and C (3), 92% of all 13 mentions of 4 entities."),
        ((5, 3, 3, 3, 1), "It is about A (5), B (3), C (3) and D (3), 93% of all 15 mentions of 5 entities."),
        ((5, 3, 3, 3, 3), "It is about A (5), 29% of all 17 mentions of 5 entities; B (3), C (3), D (3) and E (3) follow."),
        ((2, 2, 2, 2, 2), "No entity stands out: A (2), B (2), C (2), D (2) and E (2) are mentioned most."),
    ],
)
def test_who_are_level_are_not_cut_off_by_chance(counts, said):
    made = found("Nobody came.")
    names = [name for name, count in zip("ABCDE", counts) for _ in range(count)]
    rows = [("made", 0, 0, 0, 4, "text", "LOC", name.lower(), name, "name", 1.0, "") for name in names]
    made.mentions = pd.DataFrame(rows, columns=made.mentions.columns)
    about = overview.about(made)
    assert plain(about) == said
    assert [len(one.spans) for one in about.behind] == sorted(counts, reverse=True)[: len(about.behind)]


def test_pronouns_count_for_whom_they_mean():
    about = overview.about(found("Ada Testwoman came to Minsk. She spoke, and she left."))
    assert plain(about).startswith("It is about Ada Testwoman (3)") and "Descriptions and pronouns count" in plain(about)


def test_who_speaks_has_each_share_and_the_statements_behind_it():
    said = overview.speaking(found(*TEXT))
    assert re.search(r"then (Belarus|Poland) \(\d+% of words, in 1 statement\)", plain(said))
    assert all(one.noun == "statement" and len(one.spans) for one in said.behind)
    assert "author alone" in plain(overview.speaking(found("The house is old.")))


def test_how_sure_gives_no_verdict_that_so_short_a_text_cannot_bear():
    said = plain(overview.sureness(found(*TEXT)))
    assert "no difference that a text of this length can bear out" in said


def test_of_those_who_are_judged_as_often_none_is_put_first():
    rows = [judged(entity, "negative", "author") for entity in ("ghana", "togo", "peru", "chad")]
    said = overview.judging(found(*TEXT, evaluations=rows))
    assert plain(said) == "The author judges Ghana, Togo, Peru and 1 other most, in 4 judgements."
    rows.append(judged("togo", "positive", "author"))
    assert plain(overview.judging(found(*TEXT, evaluations=rows))).startswith("The author judges Togo most: 1 against and 1 in")


@pytest.mark.parametrize(
    ("author", "sources", "verdict"),
    [
        ((40, 5), (1, 5), "the author hedges more often than the sources"),
        ((1, 5), (40, 5), "the author hedges less often than the sources"),
        ((5, 40), (5, 1), "the author insists more often than the sources"),
        ((5, 5), (5, 5), "no difference"),
    ],
)
def test_a_difference_is_told_where_the_text_bears_it_out(author, sources, verdict):
    counts = {
        (side, category): number
        for side, numbers in (("author", author), ("sources", sources))
        for category, number in zip(("hedge", "booster"), numbers)
    }
    assert overview._verdict(counts, {"author": 500, "sources": 500}).startswith(verdict)


def test_whom_each_judges_counts_what_is_given_and_says_what_is_not():
    rows = [
        judged("ghana", "negative", "author"),
        judged("ghana", "negative", "author"),
        judged("ghana", "positive", "author"),
        judged("togo", "positive", "peru"),
        judged("togo", "negative", "author", given=False, tier="leaning"),
        judged("togo", "negative", "author", given=False, tier="open"),
    ]
    said = overview.judging(found(*TEXT, evaluations=rows))
    assert plain(said) == (
        "The author judges Ghana: 2 against and 1 in favour; the sources judge Togo: 1 in favour; "
        "1 further judgement is less sure."
    )
    assert [len(one.spans) for one in said.behind] == [2, 1, 1]
    assert "Nobody is judged" in plain(overview.judging(found(*TEXT)))


def test_figures_in_dispute_stand_with_who_gives_them():
    said = plain(overview.disputed(found(*TEXT)))
    assert "soldiers" in said and "300 by" in said and "against 900 by" in said and said.endswith("(2 figures).")
    assert "No two voices were found" in plain(overview.disputed(found("The house is old.")))


def test_every_number_leads_to_as_many_places_as_it_says():
    rows = [judged("ghana", "negative", "author"), judged("togo", "positive", "peru")]
    page = BeautifulSoup(overview.in_five_sentences(found(*TEXT, evaluations=rows)), "html.parser")
    assert len(page.select("ol.overview > li")) == 5
    inside = [link for link in page.select("a.count") if link["href"].startswith("#")]
    assert inside
    for link in inside:
        assert len(page.find(id=link["href"][1:]).find_all("mark")) == int(link["data-count"])


def test_names_of_an_article_are_escaped():
    rows = [judged("x", "negative", "author")[:7] + ("<b>X</b>", "negative", "author", True, "judged")]
    assert "<b>X</b>" not in overview.in_five_sentences(found(*TEXT, evaluations=rows))
