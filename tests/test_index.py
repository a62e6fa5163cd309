"""The page that leads to all articles, from the records of their reports."""

from __future__ import annotations

from bs4 import BeautifulSoup

from stancebook.render.pages import index_page

SUMMARY = {
    "title": "A <b> title", "outlet": "The Daily", "author": "", "date": "2022-02-14", "genre": "", "standpoint": "",
    "words": 1200, "own": 0.9, "entities": [["Ghana", 3]], "rates": {"hedge": 20.0, "booster": 10.0},
}  # fmt: skip


def own_words(summary):
    page = BeautifulSoup(index_page({"a-title": {"summary": summary}}), "html.parser")
    assert page.select_one("th a").get_text() == "A <b> title" and not page.find("b")
    return page.select_one("td.own").get_text()


def test_the_share_of_the_authors_own_words_is_shown():
    assert own_words(SUMMARY) == "90%"


def test_a_report_of_an_earlier_version_leaves_the_index_whole():
    assert own_words({name: value for name, value in SUMMARY.items() if name != "own"}) == "–"
