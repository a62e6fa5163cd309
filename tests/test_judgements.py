"""What the evaluations notebook asks: counts that have their evidence, findings that are true, and nobody judged at all."""

import json

import pandas as pd
import pytest

from stancebook import annotations, evidence, language
from stancebook.articles import read
from stancebook.evaluations import confidence
from stancebook.evaluations.constructions import CONSTRUCTIONS
from stancebook.findings import judgements

TEXT = """Radomir Velk is a coward and a liar. Poland accused Velk of hiding the letters. Velk betrayed his friends.

Anna Brown is a brave and honest judge. “Anna Brown is a hero,” said Radomir Velk. Russia met Poland on Monday.
Poland behaves as if the river were its own. Poland should have listened.

The “threat” from Ukraine is exaggerated."""


def found(tmp_path, text=TEXT):
    path = tmp_path / "piece.txt"
    path.write_text(text, encoding="utf8")
    return annotations.annotate(language.read(read(path, title="A piece")))


@pytest.fixture()
def everything(tmp_path):
    made = found(tmp_path)
    return made, judgements.given(made.evaluations)


def test_the_tables_of_counts_have_their_evidence(everything):
    made, judged = everything
    unsure, leaning = judgements.left_open(made.evaluations), judgements.leanings(made.evaluations)
    tables = [
        (judgements.by_target(leaning, top=20), leaning, "entity"),
        (judgements.by_target(judged, top=20), judged, "entity"),
        (judgements.pairs(judged, top=20), judged, "key"),
        (*judgements.one_sided(judged, "negative", top=20), "entity"),
        (*judgements.one_sided(judged, "positive", top=20), "entity"),
        (judgements.reasons(unsure), unsure, "reason"),
    ]
    for counts, places, key in tables:
        assert len(counts)
        evidence.check(counts, places, key=key, count="count")
    for counts, *_ in tables[:3]:
        assert (counts["negative"] + counts["positive"]).tolist() == counts["count"].tolist()


def test_the_chart_has_what_is_judged_and_what_leans_apart(everything):
    made, judged = everything
    leaning = judgements.leanings(made.evaluations)
    shades = judgements.in_two_shades(judged, leaning, by="entity", top=20).set_index("entity")
    assert shades["count"].is_monotonic_decreasing
    assert (shades["negative"] + shades["positive"]).sum() == len(judged)
    assert (shades["leaning_negative"] + shades["leaning_positive"]).sum() == len(leaning)
    assert shades.loc["poland", ["count", "leaning_negative"]].tolist() == [0, 2]
    assert "Poland" in judgements.how_many_lean(leaning)
    of_pairs = judgements.in_two_shades(judged, leaning, by="key", top=20).set_index("label")
    assert of_pairs.at["The author on Poland", "leaning_negative"] == 2


def test_every_way_of_attaching_words_is_told_to_a_reader(everything):
    made, _ = everything
    assert set(made.evaluations["pattern"]) | set(CONSTRUCTIONS) <= set(judgements.HOW)


def test_the_answers_say_what_the_tables_hold(everything):
    made, judged = everything
    targets = judgements.by_target(judged, top=20).set_index("name")
    assert targets.at["Radomir Velk", "negative"] >= 3 and targets.at["Anna Brown", "positive"] >= 1
    assert "Poland" in targets.at["Radomir Velk", "holders"] and "“hiding the letters”" in targets.at["Radomir Velk", "words"]
    assert judgements.target_finding(judged).startswith("Radomir Velk is judged most")
    assert "Radomir Velk" in judgements.who_is_judged(judged) and "by the author" in judgements.who_judges(judged)
    blamed = judgements.blamed_and_praised(judged)
    assert blamed.index("Blamed most: Radomir Velk") < blamed.index("Praised most: Anna Brown")
    places = made.evaluations.drop_duplicates(["sentence", "entity"])
    assert f"Of {len(places)} times" in judgements.how_much_is_open(made.evaluations)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("++-a +b", "A is judged most: 1 against, 2 in favour"),
        ("+a", "A alone is judged: 1 in favour"),
        ("+a -b", "Judged, and as often as each other: A 1 in favour and B 1 against"),
        ("++a +-b -c", "Judged most, and as often as each other: A 2 in favour and B 1 against, 1 in favour"),
        ("+a -b -c", "None stands out: 3 are judged 1 time each, nobody more often"),
    ],
)
def test_who_is_level_is_not_judged_most(told, said):
    rows = [(one[-1], one[-1].upper(), "positive" if sign == "+" else "negative") for one in told.split() for sign in one[:-1]]
    table = pd.DataFrame(rows, columns=["entity", "name", "polarity"])
    table = table.assign(sentence=range(len(rows)), holder="the author", text="word", confidence=0.9)
    assert judgements.target_finding(table) == said


def test_who_judges_whom_keeps_voices_apart(everything):
    _, judged = everything
    pairs = judgements.pairs(judged, top=20)
    labels = pairs["label"].tolist()
    assert "The author on Radomir Velk" in labels and "Poland on Radomir Velk" in labels
    assert len(labels) == len(set(labels)) and pairs["count"].is_monotonic_decreasing


def test_what_is_left_open_says_why_and_points_at_no_word_where_there_is_none(everything):
    made, _ = everything
    unsure = judgements.left_open(made.evaluations)
    assert "in scare quotes" in set(unsure["reason"])
    assert not unsure["given"].any()
    html = judgements.folded(unsure, caption="Left open", summary="Which")
    assert html.count("<tr>") == len(unsure) + 1 and "Why it is not counted" in html


def test_a_text_that_judges_nobody_says_so(tmp_path):
    made = found(tmp_path, "It rained all day. The bus left at seven. " * 3)
    judged = judgements.given(made.evaluations)
    assert judged.empty
    for said in (judgements.who_is_judged(judged), judgements.who_judges(judged), judgements.how_many_lean(judged)):
        assert "Nobody" in said or "No voice" in said or "No further" in said
    assert judgements.target_finding(judged).startswith("Nobody is judged")
    assert judgements.pair_finding(judgements.pairs(judged, top=5)).startswith("Nobody judges anybody")
    assert "nobody" in judgements.blamed_and_praised(judged)
    assert not judgements.folded(judged, caption="c", summary="s") and judgements.ledger(judged, caption="c")


def test_names_from_an_article_are_text(tmp_path):
    made = found(tmp_path, "The general called Anna <b>Brown</b> a coward. Anna <i>Green</i> is a liar. " + "It rained all day. " * 4)
    judged = judgements.given(made.evaluations)
    for said in (judgements.who_is_judged(judged), judgements.ledger(judged, caption="c")):
        assert "<i>Green" not in said and "<b>Brown" not in said


def test_the_thresholds_are_those_that_were_chosen():
    settings = confidence.load()
    assert f"{settings.thresholds['words']:.2f}" in judgements.threshold(0.0)
    assert "0.77" in judgements.threshold(0.77)
    stored = json.loads((confidence.MODELS / "evaluations.json").read_text(encoding="utf8"))
    assert set(judgements.MEASURED) == set(stored["measured"])
    for kind, row in stored["measured"].items():
        # What leans is right more often than not, and what is given as often as the thresholds ask.
        assert row["right"] <= row["given"] and row["precision"] >= (0.5 if kind == "leaning" else 0.85)
        assert f"{row['given']:,}" in judgements.measured()
