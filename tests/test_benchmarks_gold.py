"""The scores against the gold annotations count what they say they count."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace

import pandas as pd
import pytest

from benchmarks import gold


@pytest.mark.parametrize(
    "one, other, share",
    [
        ((0, 10), (0, 10), 1.0),
        ((0, 10), (5, 10), 0.5),
        ((0, 10), (10, 20), 0.0),
        ((-1, -1), (-1, -1), 1.0),
        ((-1, -1), (0, 10), 0.0),
    ],
)
def test_overlap_is_a_share_of_the_longer_span(one, other, share):
    assert gold.overlap(one, other) == share


def statement(source, content):
    return {
        "source_start": source[0], "source_end": source[1], "content_start": content[0], "content_end": content[1],
    }  # fmt: skip


def test_each_statement_is_matched_once_and_the_better_overlap_first():
    true = [statement((0, 4), (10, 20)), statement((0, 4), (10, 40))]
    assert gold.matched(true, [statement((0, 4), (10, 38))]) == [(1, 0)]
    assert gold.matched(true, [statement((5, 9), (10, 40))]) == []
    assert gold.matched(true, []) == []


def test_a_quotation_over_two_sentences_has_its_source_in_one_of_them():
    sentences = pd.DataFrame({"start": [0, 30], "end": [29, 60]})
    cut = gold.by_sentence(pd.DataFrame([statement((0, 4), (10, 60))]), sentences)
    assert [(row["source_start"], row["content_start"], row["content_end"]) for row in cut] == [(0, 10, 29), (-1, 30, 60)]


def test_scores_are_those_of_all_articles_together():
    one = {"mentions": gold._compared(Counter([(0, 1, "a"), (2, 3, "b")]), Counter([(0, 1, "a"), (4, 5, "c")]))}
    other = {"mentions": gold._compared(Counter([(0, 1, "a")]), Counter([(0, 1, "a")]))}
    scores = gold.scored([one, other])["mentions"]
    assert (scores["precision"], scores["recall"], scores["n"]) == (pytest.approx(2 / 3), pytest.approx(2 / 3), 3)


def test_no_article_is_in_two_halves():
    halves = gold.halves()
    assert set(halves["held out"]) == set(gold.HELD_OUT) and set(halves["fresh"]) == set(gold.FRESH)
    names = [name for half in halves.values() for name in half]
    assert halves["tuning"] and len(names) == len(set(names))


def test_errors_are_shown_of_the_tuning_half_alone(monkeypatch, capsys):
    read = []
    found = SimpleNamespace(reading=SimpleNamespace(article=SimpleNamespace(text="Guns wait.")))
    monkeypatch.setattr(gold, "of_article", lambda name: read.append(name) or (found, {}))
    monkeypatch.setattr(gold, "compare", lambda found, true: {"markers": {"missed": [(0, 4, "hedge")]}})
    monkeypatch.setattr(gold, "halves", lambda: {"tuning": ["a"], "held out": ["b"], "fresh": ["c"]})
    gold._print_errors("markers")
    assert read == ["a"] and capsys.readouterr().out == "a missed: hedge: [Guns] wait.\n"
