from types import SimpleNamespace

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from stancebook import evidence, pages
from stancebook.errors import StancebookError
from stancebook.findings import answers
from stancebook.parameters import chosen

FREQUENT = pd.DataFrame(
    [("belarus", "Belarus", 12), ("a-b", "A <b>", 1204), ("c", "C", 3), ("d", "D", 2), ("e", "E", 1)],
    columns=["entity", "name", "count"],
)


def links(fragment):
    page = BeautifulSoup(fragment, "html.parser")
    return {link.get_text(): link["href"] for link in page.find_all("a")}


def test_an_interview_is_said_to_be_read_as_one():
    none = pd.DataFrame()
    article = SimpleNamespace(paragraphs=(0,) * 3, apparatus=none, cleaning=none, speakers=("", "A", "A"))
    assert "Read as an interview: 2 paragraphs said by others" in answers.what_was_read(article, none, none)


def test_what_was_read_is_counted():
    article = SimpleNamespace(paragraphs=((0, 5),), apparatus=range(1), cleaning=range(0))
    said = answers.what_was_read(article, pd.DataFrame(index=range(2)), pd.DataFrame(index=range(1234)))
    for part in ("1,234 words", "2 sentences", "1 paragraph were read", "1 piece "):
        assert part in said
    assert "repair" not in said
    untouched = SimpleNamespace(paragraphs=((0, 5),), apparatus=range(0), cleaning=range(0))
    assert "nothing set apart and nothing mended" in answers.what_was_read(untouched, pd.DataFrame(), pd.DataFrame())


def test_others_as_often_as_the_last_that_is_named_are_not_passed_over():
    level = FREQUENT.assign(count=[9, 8, 2, 2, 2])
    options = {"what": "entities", "kind": "entity", "key": "entity", "name": "name"}
    assert "others as often" in answers.most_frequent(level, **options)
    assert "others as often" not in answers.most_frequent(FREQUENT, **options)


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


def test_what_is_not_there_is_not_counted():
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
