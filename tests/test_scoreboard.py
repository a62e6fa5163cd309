"""What the page on accuracy shows is what was measured."""

import json

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from stancebook import charts, measured
from stancebook.errors import DataError
from stancebook.findings import scoreboard


@pytest.fixture
def figures(monkeypatch):
    """Figures of one task, in place of those that are stored."""
    classes = {
        "LOC": {"precision": 0.9, "recall": 0.8, "f1": 0.85, "n": 40, "interval": [0.8, 0.9]},
        "PER": {"precision": 0.5, "recall": 0.5, "f1": 0.5, "n": 12, "interval": [0.51, 0.6]},
        "ORG": {"precision": 0.0, "recall": 0.0, "f1": 0.0, "n": 2, "interval": [0.0, 0.0]},
    }
    task = {
        "precision": 0.9, "recall": 0.75, "f1": 0.82, "n": 120, "right": 90, "given": 100, "interval": [0.7, 0.9],
        "classes": classes, "confusion": [{"true": "LOC", "found": "nothing", "n": 3}, {"true": "LOC", "found": "LOC", "n": 9}],
    }  # fmt: skip
    errors = [{"task": "mentions", "error": "missed", "article": "one", "what": "<b>Minsk</b>"}]
    found = {
        "gold": {"held out": {"articles": ["one"], "tasks": {"mentions": task}}, "tuning": {"articles": ["two"], "tasks": {}, "errors": errors}},
        "agreement": {"tasks": {"mentions": {"f1": 0.97}}},
        "data": [],
    }  # fmt: skip
    monkeypatch.setattr(measured, "load", lambda path=None: found)
    return found


def test_tasks_stand_in_per_cent_with_their_intervals(figures):
    tasks = scoreboard.by_task()
    assert tasks[["task", "precision", "recall", "f1", "f1_low", "f1_high", "n", "readers"]].values.tolist() == [
        ["mentions", 90.0, 75.0, 82.0, 70.0, 90.0, 120, 97.0]
    ]
    assert scoreboard.by_task(measured.TUNING).empty
    assert "F1 is 82% for mentions" in scoreboard.best_and_worst(tasks)
    assert "make accuracy" in scoreboard.best_and_worst(scoreboard.by_task(measured.TUNING))


def test_a_task_that_one_reader_alone_annotated_has_no_stroke(figures):
    figures["gold"][measured.HELD_OUT]["tasks"]["dates"] = figures["gold"][measured.HELD_OUT]["tasks"]["mentions"]
    tasks = scoreboard.by_task()
    assert tasks.set_index("task")["readers"].isna().to_dict() == {"mentions": False, "dates": True}
    drawn = charts.dots_with_intervals(tasks, "task", "f1", "f1_low", "f1_high", expected="readers")
    assert drawn.alt.count("expected") == 1


def test_a_class_with_too_few_annotations_is_not_called_the_hardest(figures):
    classes = scoreboard.all_classes()
    assert classes["label"].tolist() == ["LOC (mentions)", "PER (mentions)", "ORG (mentions)"]
    assert scoreboard.worst_class(classes) == "Hardest to find: PER (mentions), F1 50%"
    assert ((classes["low"] <= classes["f1"]) & (classes["f1"] <= classes["high"])).all()


def test_confusions_have_the_truth_in_rows_and_rare_labels_together(figures):
    table = BeautifulSoup(scoreboard.confusions(), "html.parser")
    assert [cell.get_text() for cell in table.select("thead th")] == ["In truth", "as LOC", "as nothing"]
    assert [cell.get_text() for cell in table.select("tbody tr *")] == ["LOC", "9", "3"]
    many = [{"true": f"t{at}", "found": f"t{at}", "n": 20 - at} for at in range(12)]
    wide = BeautifulSoup(scoreboard.confusion_table(many, "many", most=5), "html.parser")
    assert wide.select("thead th")[-1].get_text() == "as others" and len(wide.select("thead th")) == 6
    assert sum(int(cell.get_text()) for cell in wide.select("td")) == sum(row["n"] for row in many)


def test_errors_are_escaped_and_those_of_other_peoples_sentences_are_read_where_they_lie(figures, monkeypatch, tmp_path):
    assert "&lt;b&gt;Minsk" in scoreboard.gold_errors() and "<b>" not in scoreboard.gold_errors()
    monkeypatch.setattr(measured, "ERRORS", tmp_path / "errors.json")
    assert "make accuracy DATA=folder" in scoreboard.data_errors()
    error = {"task": "names", "data": "some", "sentence": "«<i>Bonn»", "true": "LOC", "found": "PER", "confidence": 0.9}
    measured.ERRORS.write_text(json.dumps([error]), encoding="utf8")
    assert "&lt;i&gt;Bonn" in scoreboard.data_errors()
    measured.ERRORS.write_text("[", encoding="utf8")
    with pytest.raises(DataError, match="make accuracy"):
        scoreboard.data_errors()


def test_without_data_it_says_so(figures):
    assert scoreboard.on_data().empty and "make accuracy DATA=folder" in scoreboard.data_finding(scoreboard.on_data())
    assert scoreboard.calibration("names").empty and "make accuracy" in scoreboard.data_table(scoreboard.on_data())


def test_too_much_confidence_is_called_so():
    surer = pd.DataFrame({"claimed": [90.0, 60.0], "right": [80.0, 50.0], "n": [10, 10]})
    assert scoreboard.calibrated(surer) == "It is 10 points surer than it should be, on average"
    assert scoreboard.calibrated(surer.assign(claimed=surer["right"])) == "It is as often right as it says"


def test_every_peer_has_its_source_conditions_and_a_measure_of_ours():
    peers = pd.read_csv(scoreboard.PEERS, dtype=str, keep_default_na=False)
    assert (peers != "").all().all() and set(peers["measure"]) <= set(scoreboard.OURS)
    assert peers["comparable"].str.match("(yes|no)[,:] ").all() and peers["address"].str.startswith("https://").all()
    assert peers["figure"].astype(float).between(50, 100).all()
    assert {"spaCy", "Stanza", "Flair", "GLiNER", "GRU-TSC"} <= set(peers["system"].str.split().str[0])


def test_what_is_stored_is_shown_whole():
    assert set(scoreboard.on_data()["task"]) == {"names", "tags", "trees", "voices", "evaluations"}
    assert len(scoreboard.by_task()) >= 4 and "GRU-TSC" in scoreboard.peers()
    for task in ("names", "evaluations"):
        rows = scoreboard.calibration(task)
        assert ((rows["low"] <= rows["right"]) & (rows["right"] <= rows["high"])).all() and len(rows) > 3
