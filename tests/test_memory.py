"""What is remembered within a run: computed once, the same, and never of another argument."""

import pandas as pd
import pytest

from stancebook import articles, language, memory
from stancebook.language import reading as reading_module
from stancebook.paths import ARTICLES

CALLS = []


@memory.remembered
def shouted(words, times=1):
    CALLS.append(words)
    return [word.upper() * times for word in words]


@pytest.fixture(autouse=True)
def forgotten():
    CALLS.clear()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(memory.FOLDER, str(tmp_path))
    return tmp_path


def test_elsewhere_than_in_a_run_nothing_is_kept(monkeypatch):
    monkeypatch.delenv(memory.FOLDER, raising=False)
    assert shouted(["a"]) == shouted(["a"]) == ["A"]
    assert len(CALLS) == 2


def test_in_a_run_it_is_computed_once(folder):
    assert shouted(["a", "b"]) == shouted(["a", "b"]) == ["A", "B"]
    assert CALLS == [["a", "b"]] and len(list(folder.iterdir())) == 1


def test_other_arguments_are_told_apart(folder):
    asked = [(["a", "b"],), (["ab"],), (["a, b"],), (["a"], 2), (["é"],), (["e\u0301"],), ([],)]
    assert [shouted(*arguments) for arguments in asked] == [shouted.__wrapped__(*arguments) for arguments in asked]
    assert len(list(folder.iterdir())) == len(asked)


def test_what_cannot_be_told_apart_is_refused(folder):
    with pytest.raises(TypeError):
        shouted(pd.DataFrame())


def test_a_folder_that_takes_nothing_costs_only_time(monkeypatch, tmp_path):
    monkeypatch.setenv(memory.FOLDER, str(tmp_path / "missing"))
    assert shouted(["a"]) == shouted(["a"]) == ["A"]
    assert len(CALLS) == 2


def test_an_article_recalled_is_the_article_read(folder, monkeypatch):
    article = articles.read(ARTICLES / "staging-ground.txt")
    first = language.read(article)
    judged = language.polarity(first, first.names)
    monkeypatch.setattr(reading_module, "reader", lambda: pytest.fail("read twice"))
    again = language.read(article)
    for name in ("sentences", "words", "names", "attributions"):
        pd.testing.assert_frame_equal(getattr(again, name), getattr(first, name))
    pd.testing.assert_frame_equal(language.polarity(again, again.names), judged)
