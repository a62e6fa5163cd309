from types import SimpleNamespace

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from stancebook import answers, evidence, pages
from stancebook.errors import StancebookError
from stancebook.parameters import chosen

FREQUENT = pd.DataFrame(
    [("belarus", "Belarus", 12), ("a-b", "A <b>", 1204), ("c", "C", 3), ("d", "D", 2), ("e", "E", 1)],
    columns=["entity", "name", "count"],
)


def rates(*rows):
    columns = ["category", "count", "words", "per_thousand", "low", "high"]
    return pd.DataFrame([(name, count, 1000, count, low, high) for name, count, low, high in rows], columns=columns)


def links(fragment):
    page = BeautifulSoup(fragment, "html.parser")
    return {link.get_text(): link["href"] for link in page.find_all("a")}


def test_what_was_read_is_counted():
    article = SimpleNamespace(paragraphs=((0, 5),), apparatus=range(1), cleaning=range(0))
    said = answers.what_was_read(article, pd.DataFrame(index=range(2)), pd.DataFrame(index=range(1234)))
    for part in ("1,234 words", "2 sentences", "1 paragraph were read", "1 piece ", "0 repairs"):
        assert part in said


def test_each_count_leads_to_its_own_evidence():
    said = answers.most_frequent(FREQUENT, what="entities", kind="entity", key="entity", name="name")
    assert links(said) == {
        number: "#" + evidence.evidence_anchor("entity", entity)
        for number, entity in (("12", "belarus"), ("1,204", "a-b"), ("3", "c"), ("2", "d"))
    }
    assert "A &lt;b&gt;" in said and "E" not in BeautifulSoup(said, "html.parser").get_text().replace("The", "")


def test_evidence_on_another_page_is_linked_in_a_report_only(monkeypatch):
    options = {"what": "entities", "kind": "entity", "key": "entity", "name": "name", "page": pages.ENTITIES}
    monkeypatch.delenv(pages.RENDERING, raising=False)
    alone = answers.most_frequent(FREQUENT, **options)
    assert not links(alone) and "Belarus" in alone and "12" in alone
    monkeypatch.setenv(pages.RENDERING, "1")
    assert links(answers.most_frequent(FREQUENT, **options))["12"].startswith(pages.ENTITIES + "#")


def test_categories_are_listed_by_rate_and_those_without_a_marker_are_left_out():
    said = answers.charged(rates(("hedge", 2, 1, 4), ("booster", 7, 5, 9), ("engagement", 0, 0, 3)))
    assert said.index("booster") < said.index("hedge") and "engagement" not in said and "1,000 words" in said
    assert links(said) == {
        "7": "#" + evidence.evidence_anchor("category", "booster"),
        "2": "#" + evidence.evidence_anchor("category", "hedge"),
    }


@pytest.mark.parametrize(
    ("hedge", "booster", "verdict"),
    [
        ((9, 7, 11), (3, 1, 5), "hedges more than it insists"),
        ((3, 1, 5), (9, 7, 11), "insists more than it hedges"),
        ((9, 5, 13), (3, 1, 6), "too close"),
        ((9, 5, 13), (3, 1, 5), "too close"),
        ((0, 0, 3), (0, 0, 3), "too close"),
    ],
)
def test_a_difference_is_claimed_only_where_the_intervals_are_apart(hedge, booster, verdict):
    said = answers.hedged_or_boosted(rates(("hedge", *hedge), ("booster", *booster)))
    assert verdict in said and str(hedge[0]) in said and str(booster[0]) in said


def test_one_hedge_is_no_plural():
    said = BeautifulSoup(
        answers.hedged_or_boosted(rates(("hedge", 1, 0, 5), ("booster", 1, 0, 5))), "html.parser"
    ).get_text()
    assert said.startswith("1 hedge and 1 booster:")


def test_what_was_not_counted_is_not_judged():
    assert "nothing is said" in answers.hedged_or_boosted(rates(("hedge", 9, 7, 11)))
    assert "No marker" in answers.charged(rates(("hedge", 0, 0, 3)))
    assert "No entities were found" in answers.most_frequent(
        FREQUENT.iloc[:0], what="entities", kind="entity", key="entity", name="name"
    )


def test_parameters_choose_from_what_there_is():
    assert chosen(["a", "b", "c"], ["c", "a", "c"], "letter") == ["c", "a"]
    assert chosen(["a", "b"], [], "letter") == ["a", "b"]
    with pytest.raises(StancebookError, match="no letter “z” here; choose from: a, b"):
        chosen(["a", "b"], ["b", "z"], "letter")
    with pytest.raises(StancebookError, match=r"item-19 …\.$"):
        chosen([f"item-{number}" for number in range(30)], ["z"], "item")
    with pytest.raises(StancebookError, match="no letter “z” here, nor any other"):
        chosen([], ["z"], "letter")


def test_one_name_that_is_no_list_is_one_name():
    assert chosen(["alpha", "a"], "alpha", "word") == ["alpha"]


def test_a_link_to_a_sentence_stands_in_a_report_only_and_escapes_its_text(monkeypatch):
    monkeypatch.delenv(pages.RENDERING, raising=False)
    assert pages.to_sentence(3, "<4>") == "&lt;4&gt;"
    monkeypatch.setenv(pages.RENDERING, "1")
    assert pages.to_sentence(3, "<4>") == '<a href="reading.html#s3">&lt;4&gt;</a>'
