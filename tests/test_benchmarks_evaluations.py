"""How the thresholds of evaluations are chosen: on sentences made for it, in the format of NewsMTSC."""

import json

import numpy as np
import pytest

from benchmarks import evaluations

SENTENCES = [
    ("Radomir Velk is a coward.", "Radomir Velk", 2),
    ("Anna Brown is a brave and honest judge.", "Anna Brown", 6),
    ("Radomir Velk met Anna Brown on Monday.", "Anna Brown", 4),
    ("Radomir Velk betrayed his friends.", "Radomir Velk", 2),
    ("Critics accused Radomir Velk of fraud.", "Radomir Velk", 2),
    ("He is a hero.", "He", 6),
]


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    path = tmp_path_factory.mktemp("data") / "made.jsonl"
    lines = []
    for number in range(60):
        sentence, target, polarity = SENTENCES[number % len(SENTENCES)]
        start = sentence.index(target)
        targets = [{"from": start, "to": start + len(target), "mention": target, "polarity": float(polarity)}]
        item = {"primary_gid": f"made_{number}_1_x", "sentence_normalized": sentence, "targets": targets}
        lines.append(json.dumps(item))
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
    return evaluations.collected(evaluations.weighed(path))


def test_every_target_is_read_and_every_judgement_has_its_target(collected):
    targets, judgements = collected
    assert len(targets) == 60 and set(targets["true"]) == {"negative", "neutral", "positive"}
    assert targets.set_index("target").loc[judgements["target"], "document"].tolist() == judgements["document"].tolist()
    assert judgements["right"].mean() > 0.9
    assert (targets.loc[targets["text"] == "He", "naming"] == "pronoun").all()


def test_what_is_measured_is_measured_on_articles_left_out(collected):
    targets, judgements = collected
    targets = targets.assign(unseen=targets.index < 30)
    unseen = set(targets.loc[targets["unseen"], "target"])
    judgements = judgements.assign(unseen=judgements["target"].isin(unseen))
    found = evaluations.chosen(targets, judgements)
    for name, row in found["measured"].items():
        assert row["right"] <= row["given"] and row["targets"] == 30
        assert name == "leaning" or row["judged"] == 25
    assert set(found["measured"]) == {*found["thresholds"], "leaning"}
    assert found["measured"]["words"]["given"] <= judgements["unseen"].sum()
    assert set(found["words"]) >= {"always"} and set(found["together"]) == {"always", "words", "reader"}


@pytest.mark.parametrize(
    ("sure", "right", "least"),
    [
        ([0.55, 0.65, 0.95], [True, True, True], 0.65),
        ([0.65, 0.75, 0.95], [False, True, True], 0.66),
        ([0.55, 0.65, 0.95], [True, True, False], 1.0),
        ([], [], 1.0),
    ],
)
def test_the_threshold_is_the_least_that_is_precise_enough(sure, right, least):
    assert evaluations.threshold(np.array(sure), np.array(right, dtype=bool)) == least
