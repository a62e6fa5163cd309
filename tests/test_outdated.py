"""Which pages are out of date: asked of reports that hold empty pages, so that none has to be made."""

import os
import time

import pytest

from stancebook.render import imports, outdated, records, sources

PAGES = tuple(sources.pages())


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("words")
    return path


@pytest.fixture
def reports(tmp_path, article):
    """A folder in which the article's report has just been made."""
    folder = tmp_path / "reports"
    (folder / "article").mkdir(parents=True)
    time.sleep(0.02)  # a file system's clock ticks more coarsely than the processor's
    record = {"article": records.stored_path(article), "fields": {}, "parameters": {}, "pages": list(PAGES)}
    (folder / "article" / records.RECORD).write_text(records.written(record))
    for page in PAGES:
        (folder / "article" / page).touch()
    return folder


def stale(article, reports, fields=None, parameters=None):
    return [one.pages for one in outdated.outdated([article], fields or {}, parameters or {}, reports)]


def test_nothing_is_out_of_date_where_nothing_has_changed(article, reports):
    assert stale(article, reports) == []


def test_an_article_that_changed_makes_every_page_again(article, reports):
    time.sleep(0.02)
    article.touch()
    assert stale(article, reports) == [PAGES]


def test_an_older_article_moved_into_its_place_does_too(article, reports, tmp_path):
    older = tmp_path / "older.txt"
    older.write_text("other words")
    os.utime(older, (0, 0))
    time.sleep(0.02)
    older.rename(article)
    assert article.stat().st_mtime == 0
    assert stale(article, reports) == [PAGES]


def test_a_page_that_is_missing_is_made_alone(article, reports):
    (reports / "article" / PAGES[1]).unlink()
    assert stale(article, reports) == [(PAGES[1],)]


def test_a_page_is_as_old_as_the_question_that_it_was_made_for(article, reports):
    asked = outdated.outdated([article], {"title": "Other"}, {}, reports)[0].asked
    time.sleep(0.02)
    article.touch()  # while the page is being made
    os.utime(reports / "article" / PAGES[0], ns=(asked, asked))
    assert PAGES[0] in stale(article, reports)[0]


@pytest.mark.parametrize("asked", [{"fields": {"title": "Other"}}, {"parameters": {"top": "3"}}])
def test_what_was_asked_otherwise_is_made_again(article, reports, asked):
    assert stale(article, reports, **asked) == [PAGES]


@pytest.mark.parametrize("record", ["", "{", "[]", '{"article": 3}'])
def test_a_damaged_record_is_no_record(article, reports, record):
    (reports / "article" / records.RECORD).write_text(record)
    assert stale(article, reports) == [PAGES]


def test_with_another_notebook_every_page_leads_to_one_page_more(article, reports, monkeypatch, tmp_path):
    added = tmp_path / "99_more.ipynb"
    added.write_text('{"cells": []}')
    os.utime(added, (0, 0))
    listed = [*sources.notebooks(), added]
    monkeypatch.setattr(sources, "notebooks", lambda: listed)
    assert stale(article, reports) == [(*PAGES[:-1], "99_more.html", PAGES[-1])]


def test_what_is_kept_of_the_imports_changes_nothing(monkeypatch, tmp_path):
    def asked():
        for cached in (imports._known, sources._of_module, sources._own_modules):
            cached.cache_clear()
        return {page: sources.dependencies(page, notebook) for page, notebook in sources.pages().items()}

    monkeypatch.setattr(imports, "KEPT", tmp_path / "build" / "imports.json")
    fresh = asked()
    imports.keep()
    monkeypatch.setattr(imports, "_parsed", lambda source: pytest.fail("parsed again"))
    assert asked() == fresh
    imports.KEPT.write_text("damaged")
    monkeypatch.undo()
    monkeypatch.setattr(imports, "KEPT", tmp_path / "build" / "imports.json")
    assert asked() == fresh
