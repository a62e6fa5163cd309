import pandas as pd
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from stancebook import evidence, pages
from stancebook.errors import EvidenceMismatch

TEXT = "Minsk waited. <b>Minsk</b> hoped."
SENTENCES = pd.DataFrame({"sentence": [0, 1], "start": [0, 14], "end": [13, 33], "text": [TEXT[0:13], TEXT[14:33]]})
SPANS = pd.DataFrame({"entity": ["Belarus"] * 2, "sentence": [0, 1], "start": [0, 17], "end": [5, 22]})
COLUMNS = {"entity": "Entity", "count": "Mentions"}


def counted(counts, spans=SPANS):
    return evidence.counted(counts, spans, SENTENCES, kind="entity", key="entity", columns=COLUMNS, caption="Entities")


def test_each_count_opens_to_as_many_marks_as_it_says(monkeypatch):
    monkeypatch.setenv(pages.RENDERING, "1")
    page = BeautifulSoup(counted(pd.DataFrame({"entity": ["Belarus"], "count": [2]})), "html.parser")
    number = page.select_one("a.count")
    opened = page.find(id=number["href"].lstrip("#"))
    assert number["data-count"] == "2"
    assert [mark.get_text() for mark in opened.find_all("mark")] == ["Minsk", "Minsk"]
    assert [link["href"] for link in opened.find_all("a")] == ["reading.html#s0", "reading.html#s1"]
    assert "<b>Minsk</b>" in opened.get_text(), "the article's own markup is shown, not interpreted"


def test_in_jupyterlab_nothing_links_to_pages_that_are_not_there(monkeypatch):
    monkeypatch.delenv(pages.RENDERING, raising=False)
    page = BeautifulSoup(counted(pd.DataFrame({"entity": ["Belarus"], "count": [2]})), "html.parser")
    assert [link["href"] for link in page.find_all("a")] == ["#" + page.ol["id"]]
    assert "href" not in evidence.link(2, "entity", "Belarus", page=pages.ENTITIES)


def test_nothing_opens_from_a_count_of_none():
    page = BeautifulSoup(counted(pd.DataFrame({"entity": ["Belarus", "Peru"], "count": [2, 0]})), "html.parser")
    assert len(page.select("a.count")) == len(page.select("details.evidence")) == 1


@pytest.mark.parametrize("wrong", [0, 1, 3])
def test_a_count_that_its_sentences_do_not_bear_out_is_refused(wrong):
    with pytest.raises(EvidenceMismatch, match="Belarus"):
        counted(pd.DataFrame({"entity": ["Belarus"], "count": [wrong]}))


def test_one_thing_in_two_rows_is_refused():
    with pytest.raises(EvidenceMismatch, match="two rows"):
        counted(pd.DataFrame({"entity": ["Belarus", "Belarus"], "count": [2, 2]}))


def test_a_span_in_no_sentence_is_refused():
    with pytest.raises(EvidenceMismatch, match="sentence 7"):
        counted(pd.DataFrame({"entity": ["Belarus"], "count": [2]}), SPANS.assign(sentence=[0, 7]))


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_marking_never_loses_or_adds_text_or_a_mark(text, pairs):
    spans = [(min(pair), max(pair)) for pair in pairs if max(pair) <= len(text)]
    marked = evidence.marked(text, spans)
    assert str(marked).count("<mark>") == len(spans)
    assert str(marked).replace("<mark>", "").replace("</mark>", "") == str(evidence.escape(text))


def test_rows_that_share_their_first_column_are_told_apart_above_their_sentences():
    text = "Perhaps it rains. It rains."
    sentences = pd.DataFrame({"sentence": [0, 1], "start": [0, 18], "end": [17, 27], "text": [text[:17], text[18:]]})
    counts = pd.DataFrame(
        {"key": list("abc"), "voice": ["the <b>", "the <b>", "it"], "certainty": ["possible", "certain", "certain"], "count": 1}
    )
    spans = pd.DataFrame({"key": list("abc"), "sentence": [0, 1, 1], "start": [11, 21, 21], "end": [16, 26, 26]})
    columns = {"voice": "Voice", "count": "Clauses", "certainty": "Certainty"}
    page = evidence.counted(counts, spans, sentences, kind="x", key="key", columns=columns, caption="Clauses", noun="clause")
    assert "the &lt;b&gt;, possible <span" in page and "the &lt;b&gt;, certain <span" in page
    assert "<summary>it <span" in page
    one = evidence.counted(counts[:1], spans[:1], sentences, kind="x", key="key", columns=columns, caption="Clauses")
    assert "<summary>the &lt;b&gt; <span" in one
