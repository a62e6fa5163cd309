import re
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from stancebook import language
from stancebook.annotations import annotate
from stancebook.findings import reading_view
from stancebook.paths import ROOT

HOSTILE = "<script>alert('x')</script> & \"quoted\" <img src=x onerror=alert(1)>"
NO_APPARATUS = pd.DataFrame(columns=["kind", "text", "line"])


def read(*paragraphs, apparatus=NO_APPARATUS):
    text, spans = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = spans[-1][1] + 2 if spans else 0
        spans.append((start, start + len(paragraph)))
    return language.read(SimpleNamespace(name="made", text=text, paragraphs=tuple(spans), apparatus=apparatus))


def shown(reading):
    found = annotate(reading)
    return reading_view.body(reading, found.mentions, found.statements, found.markers, found.evaluations)


def layers(*spans):
    rows = [(start, end, css, css, f"hint of {css}") for start, end, css in spans]
    return pd.DataFrame(rows, columns=["start", "end", "css", "kind", "hint"])


def page(html):
    return BeautifulSoup(html, "html.parser")


def plain(text):
    return " ".join(text.split())


def test_every_sentence_and_paragraph_has_its_id_and_its_text():
    reading = read("Minsk may wait. Poland will not.", "“Who knows?” a man said.")
    found = page(shown(reading))
    assert {span["id"]: span.get_text() for span in found.select(".sentence")} == {
        f"s{row.sentence}": row.text for row in reading.sentences.itertuples()
    }
    assert [tag["id"] for tag in found.select("p[id]")] == ["p0", "p1"]


def test_mentions_and_kept_markers_are_marked_and_what_was_turned_away_is_not():
    reading = read("On 9 May Minsk may perhaps wait.")
    marks = [(mark.get_text(), mark["class"]) for mark in page(shown(reading)).select(".reading mark")]
    assert marks == [("Minsk", ["entity"]), ("may", ["hedge"]), ("perhaps", ["hedge"])]
    assert "belarus (metonym)" in shown(reading)


def test_the_words_of_a_judgement_are_marked_with_whom_they_judge():
    reading = read("Radomir Velk is a coward. Radomir Velk met the mayor.")
    marks = page(shown(reading)).select(".reading mark.judgement")
    assert [mark.get_text() for mark in marks] == ["coward"]
    assert "negative of Radomir Velk, judged by the author" in marks[0]["title"]


def test_the_articles_own_markup_is_shown_and_never_interpreted():
    found = shown(read(f"Minsk may {HOSTILE} wait."))
    assert not page(found).find_all(["script", "img"])
    assert HOSTILE in page(found).select_one(".reading").get_text()


def test_hostile_names_of_entities_stay_within_their_attribute():
    hostile = layers((0, 5, "entity")).assign(hint='"><script>x</script>')
    marked = reading_view.marked_paragraphs(read("Minsk waits."), hostile)
    assert page(marked).mark["title"] == '"><script>x</script>' and not page(marked).find("script")


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        ([(0, 5, "a"), (0, 5, "b")], [("Minsk", ["a", "b"])]),
        ([(0, 9, "a"), (0, 5, "b")], [("Minsk", ["a", "b"]), (" may", ["a"])]),
        ([(0, 9, "a"), (6, 14, "b")], [("Minsk ", ["a"]), ("may", ["a", "b"]), (" wait", ["b"])]),
        ([(0, 5, "a"), (5, 9, "b")], [("Minsk", ["a"]), (" may", ["b"])]),
        ([(0, 20, "a")], [("Minsk may wait.", ["a"]), ("They", ["a"])]),
    ],
)
def test_where_marks_overlap_each_piece_says_all_that_it_is(spans, pieces):
    found = page(reading_view.marked_paragraphs(read("Minsk may wait. They do."), layers(*spans)))
    assert [(mark.get_text(), mark["class"]) for mark in found.find_all("mark")] == pieces
    assert found.mark["title"].startswith("hint of a")


def test_the_legend_has_each_kind_that_occurs_once_and_no_other():
    assert [
        item.get_text().strip()
        for item in page(reading_view.legend(layers((0, 5, "a"), (6, 9, "b"), (9, 9, "a")))).find_all("li")
    ] == ["a", "b"]
    assert not page(shown(read("Nobody came to the old house."))).find("ul"), "a list without items helps nobody"


def test_every_kind_of_mark_can_be_hidden_by_its_box():
    style = (ROOT / "stancebook" / "render" / "templates" / "style.css").read_text(encoding="utf8")
    reading = read("“Minsk surely lost its way,” Anna Berg said. Perhaps I am sadly wrong; you may think so.")
    for box in page(shown(reading)).select(".legend input"):
        kind = box["id"].removeprefix("show-")
        assert f"body:has(#{box['id']}:not(:checked)) .reading mark.{kind}" in style


def test_the_words_of_a_source_are_shown_with_whose_they_are():
    found = page(shown(read("Anna Berg said that the road was closed. It was not.")))
    attributed = found.select(".reading mark.attributed")
    assert "".join(mark.get_text() for mark in attributed) == "the road was closed"
    assert all("Anna Berg, indirect" in mark["title"] for mark in attributed)


def test_what_stands_beside_the_text_is_shown_apart_from_it_and_escaped():
    beside = pd.DataFrame([("caption", HOSTILE, 4), ("credit", "Photo: nobody", 5)], columns=["kind", "text", "line"])
    found = page(shown(read("Minsk waits.", apparatus=beside)))
    assert [term.get_text() for term in found.find_all("dt")] == ["Caption", "Credit"]
    assert found.dd.get_text() == HOSTILE and not found.find("script")
    assert HOSTILE not in found.select_one(".reading").get_text()
    assert not page(shown(read("Minsk waits."))).find("dl")


TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40)
PARAGRAPH = TEXT.map(lambda text: f"So <b>it</b> is. {plain(text)} & done.")
SPANS = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30), st.sampled_from("abc")), max_size=8)


@settings(max_examples=80, deadline=None)
@given(st.lists(PARAGRAPH, min_size=1, max_size=2), SPANS)
def test_whatever_is_marked_all_text_is_kept_in_order_and_every_tag_is_closed(paragraphs, spans):
    reading = read(*paragraphs)
    marked = str(
        reading_view.marked_paragraphs(reading, layers(*((start, start + length, css) for start, length, css in spans)))
    )
    found = page(marked)
    assert [plain(tag.get_text()) for tag in found.find_all("p")] == [plain(text) for text in paragraphs]
    open_tags = []
    for closing, name in re.findall(r"<(/?)([a-z]+)[^>]*>", marked):
        if closing:
            assert open_tags.pop() == name
        else:
            assert name not in open_tags, "no mark in a mark, no sentence in a sentence"
            open_tags.append(name)
    assert not open_tags
    covered = {place for start, length, _ in spans for place in range(start, start + length)}
    within = {place for row in reading.sentences.itertuples() for place in range(row.start, row.end)}
    assert sum(len(mark.get_text()) for mark in found.find_all("mark")) == len(covered & within)
