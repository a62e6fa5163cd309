"""Two readings of one article are compared as a program is with the gold."""

from __future__ import annotations

import shutil

from benchmarks import agreement
from stancebook import gold


def test_the_held_out_articles_were_read_twice():
    assert agreement.both_read()


def test_a_reading_agrees_with_itself_and_less_with_one_that_lacks_rows(tmp_path, monkeypatch):
    name = agreement.both_read()[0]
    for who in ("first", "second"):
        shutil.copytree(agreement.READINGS / "first" / name, tmp_path / who / name)
    monkeypatch.setattr(agreement, "READINGS", tmp_path)
    same = agreement.measure()
    assert {row["f1"] for row in same.values()} == {1.0}
    markers = tmp_path / "second" / name / "markers.csv"
    markers.write_text("".join(markers.read_text(encoding="utf8").splitlines(keepends=True)[:-5]), encoding="utf8")
    fewer = agreement.measure()
    assert fewer["markers"]["f1"] < 1 and fewer["markers"]["recall"] < fewer["markers"]["precision"] == 1
    assert fewer["mentions"]["f1"] == 1


def test_the_readings_have_all_tables():
    for who in ("first", "second"):
        for name in agreement.both_read():
            assert {path.stem for path in (agreement.READINGS / who / name).glob("*.csv")} == set(gold.COLUMNS)
