"""What is said beside a chart is what was measured, poor figures too, and nothing where nothing was measured."""

import ast
import json
import re

import pytest

from benchmarks import figures
from stancebook import checking, measured
from stancebook.checking.sampling import hit_id
from stancebook.errors import DataError
from stancebook.paths import NOTEBOOKS


def row(right, given, true, **more):
    shares = {"precision": right / given, "recall": right / true, "f1": 2 * right / (given + true), "n": true}
    return {**shares, "right": right, "given": given, "interval": [0.1, 0.9], **more}


def gold_with(**tasks):
    return {"gold": {"held out": {"articles": ["one", "two"], "tasks": tasks}}, "data": []}


def test_a_good_figure_stands_with_its_interval_its_recall_and_what_it_was_measured_on():
    said = measured.in_words("mentions", figures=gold_with(mentions=row(95, 100, 99)))
    assert said == (
        "Of mentions like these, 95% (89–98) have the right words and entity, and 96% of all are found: "
        "measured on 2 hand-annotated articles that it was not tuned on."
    )


@pytest.mark.parametrize("right, given, true", [(70, 100, 71), (70, 71, 100)])
def test_a_poor_precision_or_recall_asks_for_care(right, given, true):
    assert measured.in_words("markers", figures=gold_with(markers=row(right, given, true))).startswith("Read with care: of")


def test_a_label_is_a_share_of_what_was_found():
    found = gold_with(markers=row(50, 100, 100), voices=row(40, 90, 100, agreement={"of the markers found": 0.8}))
    voice = measured.measured("voices", figures=found)
    assert (voice.precision.estimate, voice.n, voice.recall) == (0.8, 50, None)


def test_what_is_measured_alike_is_said_in_one_sentence():
    found = gold_with(mentions=row(95, 100, 99), markers=row(50, 100, 100))
    said = measured.in_words("mentions", "markers", "evaluations", figures=found)
    assert said.count("measured on") == 1 and "; read with care: of markers" in said
    assert said.endswith("How many of the judgements have the right entity and polarity is not measured.")


def test_where_nothing_was_given_there_is_no_precision():
    nothing = {"precision": 0.0, "recall": 0.0, "f1": 0.0, "n": 9, "right": 0, "given": 0, "interval": [0.0, 0.0]}
    assert measured.measured("mentions", figures=gold_with(mentions=nothing)) is None


def test_a_task_that_does_not_exist_is_an_error():
    with pytest.raises(ValueError, match="mentions"):
        measured.measured("mention")


def test_figures_of_earlier_weights_say_so():
    row = {"task": "tags", "data": "some (news)", "lemmas": 0.98, "intervals": {"lemmas": [0.97, 0.99]}, "micro": {"n": 9}}
    earlier, now = ({"gold": {}, "data": [row | {"weights": sums}]} for sums in ("0" * 16, measured.weights()))
    assert "with earlier weights" in measured.in_words("lemmas", figures=earlier)
    assert "98% (97–99) have the right lemma" in measured.in_words("lemmas", figures=now)
    assert "earlier" not in measured.in_words("lemmas", figures=now)


def test_a_damaged_file_says_so_and_a_missing_one_measures_nothing(tmp_path):
    damaged = tmp_path / "accuracy.json"
    damaged.write_text('{"gold": ', encoding="utf8")
    with pytest.raises(DataError, match="make accuracy"):
        measured.load(damaged)
    assert measured.load(tmp_path / "nothing.json") == {"gold": {}, "agreement": {}, "data": []}


def asked_for():
    """The tasks whose figures a notebook asks for."""
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf8"))["cells"]:
            if cell["cell_type"] == "code":
                for call in re.findall(r"checking\.accuracy(?:_note)?\(article, ([^)]*)\)", "".join(cell["source"])):
                    yield from ((path.stem, task) for task in ast.literal_eval(f"({call},)"))


def test_there_is_a_figure_for_each_task_that_a_notebook_asks_for():
    assert not [(name, task) for name, task in asked_for() if measured.measured(task) is None]


def test_the_figures_of_the_gold_are_those_that_the_command_finds():
    # Processors multiply eight-bit numbers a little differently, and a hit more or less is no lie.
    stored, found = measured.load()["gold"], figures.of_gold()
    assert {half: part["articles"] for half, part in stored.items()} == {half: part["articles"] for half, part in found.items()}
    for half, part in found.items():
        assert set(part["tasks"]) == set(stored[half]["tasks"]), "run make accuracy, and commit data/models/accuracy.json"
        for task, now in part["tasks"].items():
            then = stored[half]["tasks"][task]
            for name in ("precision", "recall"):
                assert then[name] == pytest.approx(now[name], abs=0.02), (
                    f"{half}, {task}: {name} was {then[name]:.3f} and is {now[name]:.3f}; "
                    "run make accuracy, and commit data/models/accuracy.json"
                )


def sheet(folder, right, wrong, kind="mention"):
    lines = ["id,kind,category,sentence,decided,right,remark"]
    for number in range(right + wrong):
        name = hit_id("staging-ground", kind, number, number + 1, "name")
        lines.append(f"{name},{kind},name,,,{'yes' if number < right else 'no'},")
    (folder / "staging-ground.csv").write_text("\n".join(lines) + "\n", encoding="utf8")


ARTICLE = "data/articles/staging-ground.txt"


def test_marks_of_the_article_itself_go_before_the_gold(tmp_path):
    sheet(tmp_path, 18, 2)
    said = checking.accuracy_note(ARTICLE, "mentions", "markers", folder=tmp_path)
    assert said.startswith("Of 20 mentions of this article that were checked by hand, 90% (70–97) are right.")
    assert "of markers like these" in said.lower() and "mentions like these" not in said


def test_a_few_marks_say_too_little(tmp_path):
    sheet(tmp_path, 3, 1)
    assert checking.accuracy_note(ARTICLE, "mentions", folder=tmp_path) == measured.in_words("mentions")


def test_the_section_gives_the_figures_as_a_table(tmp_path):
    html = checking.accuracy(ARTICLE, "mentions", "voices", folder=tmp_path)
    assert html.count("<tr>") == 3 and "Wilson" in html and "95% interval" in html


def test_the_section_says_what_to_read_with_care_and_leaves_the_figures_to_its_table(tmp_path):
    tasks = ("mentions", "markers", "statements", "evaluations")
    said = checking.accuracy(ARTICLE, *tasks, folder=tmp_path).split("</p>")[0]
    careful = [task for task in tasks if measured.is_poor(measured.measured(task))]
    assert ("read with care" in said) is bool(careful) and "%" not in said
    sure, _, rest = said.partition("read with care")
    assert all(measured.TASKS[task][0] in (rest if task in careful else sure) for task in tasks)
