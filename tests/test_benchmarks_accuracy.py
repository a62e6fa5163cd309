"""The official formats are read as they are published, what is of another is refused, and the scores are as promised."""

import json
import lzma

import numpy as np
import pytest

from benchmarks import accuracy, data, errors, figures, scores
from stancebook.errors import DataError

DOCUMENT = {"id": "one", "sents": [{"t": ["Anna", "Berg", "left", "Bonn", "."], "n": ["B-PER", "I-PER", "O", "B-LOC", "O"], "a": ["O"] * 5}]}
SPANS = ["B-PER", "I-PER", "O", "B-LOC", "O"]
COLUMNS = {
    "iob2": "-DOCSTART- -X- -X- O\n\nAnna NNP B-NP B-PER\nBerg NNP I-NP I-PER\nleft VBD B-VP O\nBonn NNP B-NP B-LOC\n. . O O\n",
    "iob1": "-DOCSTART- -X- O O\n\nAnna NNP I-NP I-PER\nBerg NNP I-NP I-PER\nleft VBD I-VP O\nBonn NNP I-NP I-LOC\n. . O O\n",
    "bioes": "Anna\tB-person\nBerg\tE-person\nleft\tO\nBonn\tS-country\n.\tO\n",
    "numbered": "# newdoc id = x\n# text = Anna\n1\tAnna\tB-PER\t-\t-\n2\tBerg\tI-PER\t-\t-\n3\tleft\tO\t-\t-\n4\tBonn\tB-GPE\t-\t-\n5\t.\tO\t-\t-\n",
}  # fmt: skip
TREE = (
    "# newdoc id = news_one\n# text = It left.\n1-2\tIt'll\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "2.1\tout\t_\t_\t_\t_\t_\t_\t_\t_\n3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
)
SENTENCE = "Berg praised Bonn and blamed Paris."
TARGET = {"from": 13, "to": 17, "mention": "Bonn"}


def put(tmp_path, text, name="file.txt"):
    path = tmp_path / name
    path.write_text(text, encoding="utf8")
    return path


@pytest.mark.parametrize("kind", COLUMNS)
def test_columns_of_every_kind_give_the_same_spans(tmp_path, kind):
    (sentence,) = data.tagged_sentences(put(tmp_path, COLUMNS[kind]), "n")
    assert sentence["words"] == ["Anna", "Berg", "left", "Bonn", "."] and sentence["tags"] == SPANS
    assert sentence["document"] == {"iob2": "1", "iob1": "1", "bioes": "", "numbered": "x"}[kind]


def test_names_side_by_side_are_told_apart_in_either_kind_of_iob(tmp_path):
    both = "Anna O I-PER\nBonn O B-PER\n\nAnna O B-PER\nBonn O B-PER\n"
    first, second = data.tagged_sentences(put(tmp_path, both), "n")
    assert first["tags"] == second["tags"] == ["B-PER", "B-PER"]


def test_numbers_and_dates_are_no_names(tmp_path):
    (sentence,) = data.tagged_sentences(put(tmp_path, "On O\nMonday B-DATE\nin O\nBonn B-FAC\n"), "n")
    assert sentence["tags"] == ["O", "O", "O", "B-LOC"]


@pytest.mark.parametrize("packed", [False, True])
def test_json_lines_are_read_plain_or_packed(tmp_path, packed):
    path = put(tmp_path, json.dumps(DOCUMENT) + "\n")
    if packed:
        path = tmp_path / "file.jsonl.xz"
        path.write_bytes(lzma.compress((json.dumps(DOCUMENT) + "\n").encode()))
    assert data.tagged_sentences(path, "n")[0]["tags"] == SPANS


@pytest.mark.parametrize(
    "item",
    [
        {"primary_gid": "a_b_c_d", "sentence_normalized": SENTENCE, "targets": [TARGET | {"polarity": 6.0}]},
        {"primary_gid": "a_b_c_d", "sentence_normalized": SENTENCE, "targets": [TARGET | {"polarity": "6"}]},
        {"id": "a_b_c_d", "sentence": SENTENCE, "polarity": 1, **TARGET},
        {"id": "a_b_c_d", "sentence": SENTENCE, "polarity": "Positive", **TARGET},
    ],
)
def test_targets_are_read_as_each_release_writes_them(tmp_path, item):
    (target,) = data.targets(put(tmp_path, json.dumps(item)))
    assert (target["polarity"], target["words"][target["start"] : target["end"]]) == ("positive", ["Bonn"])
    assert target["document"] == "a_b_c"


def test_a_sentence_with_two_targets_has_two(tmp_path):
    several = [TARGET | {"polarity": 6}, {"from": 29, "to": 34, "polarity": 2}]
    found = data.targets(put(tmp_path, json.dumps({"sentence_normalized": SENTENCE, "targets": several})))
    assert [one["polarity"] for one in found] == ["positive", "negative"]


def test_trees_leave_out_what_is_no_word(tmp_path):
    (sentence,) = data.tree_sentences(put(tmp_path, TREE))
    assert sentence["words"] == ["It", "left", "."] and sentence["heads"] == [1, -1, 1]
    assert sentence["document"] == "news_one"


@pytest.mark.parametrize(
    "task, text, said",
    [
        ("names", "", "no sentence"),
        ("names", TREE, "no column holds tags"),
        ("names", "Anna B-FOO\n", "B-FOO is not known"),
        ("names", '{"sents": [{"t": ["a"]}]}', "of another task"),
        ("names", '{"sents": [{"t": ["a", "b"], "n": ["O"]}]}', "2 words has 1 tags"),
        ("names", '{"sents": ', "line 1 is no JSON"),
        ("names", '{"sentence": 1}', "no “sents”"),
        ("voices", COLUMNS["iob2"], "B-PER is not known"),
        ("trees", "1\tIt\n", "2 columns where CoNLL-U has 10"),
        ("tags", "", "no sentence"),
        ("trees", TREE.replace("\t2\tnsubj", "\t_\tnsubj"), "no number of a word"),
        ("trees", TREE.replace("\t2\tnsubj", "\t9\tnsubj"), "no number of a word"),
        ("evaluations", json.dumps(DOCUMENT), "no “sentence_normalized”"),
        ("evaluations", json.dumps({"sentence": SENTENCE, "from": 0, "to": 4, "polarity": 9}), "from, to and polarity"),
        ("evaluations", json.dumps({"sentence": SENTENCE, "from": 90, "to": 94, "polarity": 1}), "no word of the sentence"),
        ("evaluations", json.dumps([1]), "no JSON object"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_one_sentence(tmp_path, capsys, task, text, said):
    path = put(tmp_path, text)
    assert accuracy.main(["--task", task, "--data", str(path)]) == 1
    told = capsys.readouterr().err
    assert said in told and told.startswith("Error: ") and told.count("\n") == 1


def test_a_file_that_is_missing_or_no_text_is_refused(tmp_path, capsys):
    broken = tmp_path / "file.xz"
    broken.write_bytes(b"no xz at all")
    for path in (tmp_path / "nothing.jsonl", broken):
        assert accuracy.main(["--task", "names", "--data", str(path)]) == 1
        assert "cannot be read" in capsys.readouterr().err


FILES = {
    "names": COLUMNS["iob2"],
    "voices": json.dumps({"id": "one", "sents": [{"t": ["Berg", "said", "it", "rained"], "a": ["B-SOURCE", "B-CUE", "B-CONTENT", "I-CONTENT"]}]}),
    "tags": TREE,
    "trees": TREE,
    "evaluations": "\n".join(json.dumps({"sentence": SENTENCE, "polarity": mark, **TARGET}) for mark in (1, 0)),
}  # fmt: skip
MORE = {"tags": {"penn", "lemmas"}, "trees": {"uas", "las"}, "evaluations": {"precision_at_half_coverage"}}


@pytest.mark.parametrize("task", FILES)
def test_what_is_written_is_what_was_promised(tmp_path, task):
    out = tmp_path / "out.json"
    assert accuracy.main(["--task", task, "--data", str(put(tmp_path, FILES[task])), "--json", str(out)]) == 0
    found = json.loads(out.read_text(encoding="utf8"))
    assert set(found) == {"micro", "macro", "classes", "accuracy", "task", "data", "model"} | MORE.get(task, set())
    assert set(found["macro"]) == {"f1"} and (found["task"], found["data"], found["model"]) == (task, "file.txt", "reader")
    for row in (found["micro"], *found["classes"].values()):
        assert set(row) == {"precision", "recall", "f1", "n"} and row["n"] >= 1
        assert all(0 <= row[name] <= 1 for name in ("precision", "recall", "f1"))


def test_documents_that_no_name_has_are_an_error(tmp_path, capsys):
    assert accuracy.main(["--task", "tags", "--data", str(put(tmp_path, TREE)), "--documents", "fiction"]) == 1
    assert "--documents" in capsys.readouterr().err


def test_spacy_gives_no_voices_and_says_so(tmp_path, capsys):
    path = put(tmp_path, FILES["voices"])
    assert accuracy.main(["--task", "voices", "--data", str(path), "--model", "en_core_web_trf"]) == 1
    assert "spaCy gives no voices" in capsys.readouterr().err


def test_scores_by_class_and_their_intervals():
    gold = [{(0, "A"), (1, "B")}, {(0, "A")}] * 10
    found = [{(0, "A"), (2, "B")}, {(0, "B")}] * 10
    table = scores.table(gold, found, lambda thing: thing[1])
    assert table["classes"]["A"]["precision"] == 1 and table["classes"]["A"]["recall"] == 0.5
    assert table["classes"]["B"]["f1"] == 0 and table["micro"]["n"] == 30
    assert table["macro"]["f1"] == pytest.approx(1 / 3)
    for row, value in ((table, table["micro"]["f1"]), (table["macro"], table["macro"]["f1"]), (table["classes"]["A"], 2 / 3)):
        assert row["interval"][0] <= value <= row["interval"][1]


def test_confusion_counts_what_is_missing_on_either_side():
    pairs = scores.labelled({1: "A", 2: "B"}, {1: "A", 3: "B"})
    assert scores.confusion(pairs) == [
        {"true": "A", "found": "A", "n": 1},
        {"true": "B", "found": "nothing", "n": 1},
        {"true": "nothing", "found": "B", "n": 1},
    ]


def test_calibration_of_what_is_right_as_often_as_it_says():
    sure = np.repeat([0.5, 0.9], 100)
    right = np.concatenate([np.arange(100) % 2 == 0, np.arange(100) % 10 != 0])
    found = scores.calibration(sure, right, bins=2)
    assert found["error"] == pytest.approx(0) and [row["n"] for row in found["bins"]] == [100, 100]


def test_the_surest_errors_come_first():
    sentences = [{"words": ["Bonn", "left", "Anna"]}]
    rows = errors.of_spans(sentences, [{(0, 1, "LOC")}], [{(0, 1, "PER"): 0.6, (2, 3, "PER"): 0.9}])
    assert [(row["sentence"], row["true"], row["found"]) for row in rows] == [
        ("Bonn left «Anna»", "nothing", "PER"),
        ("«Bonn» left Anna", "LOC: Bonn", "PER"),
    ]


def test_what_was_trained_on_is_never_measured(tmp_path, monkeypatch):
    for name in ("names", "trees"):
        (tmp_path / name).mkdir()
    seen = put(tmp_path, COLUMNS["iob2"], "names/train.conll")
    put(tmp_path, COLUMNS["iob1"], "names/test.conll")
    put(tmp_path, TREE, "trees/gum_dev.conllu")
    put(tmp_path, "not data", "trees/README.md")
    sums = put(tmp_path, f"{figures.hashlib.sha256(seen.read_bytes()).hexdigest()}  names/train.conll\n", "sums")
    monkeypatch.setattr(figures, "TRAINED_ON", sums)
    found = [(path.name, task, part) for path, task, _, part in figures.measurable(tmp_path)]
    assert found == [
        ("test.conll", "names", ""),
        ("gum_dev.conllu", "tags", ""), ("gum_dev.conllu", "tags", "news"),
        ("gum_dev.conllu", "trees", ""), ("gum_dev.conllu", "trees", "news"),
    ]  # fmt: skip


def test_a_folder_without_data_is_an_error(tmp_path):
    with pytest.raises(DataError, match="there is no file to measure on"):
        figures.of_data(tmp_path)


def test_the_committed_figures_hold_no_sentence_of_other_peoples_data():
    stored = json.loads(figures.measured.FILE.read_text(encoding="utf8"))
    assert stored["data"] and not any("errors" in row for row in stored["data"])
    assert not stored["gold"]["held out"].get("errors"), "the held-out half is not to be read"


def test_names_are_read_by_document_and_a_sentence_without_one_alone(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(accuracy, "agreed", lambda words, parses: asked.append(len(words)) or parses)
    two = DOCUMENT | {"id": "two", "sents": DOCUMENT["sents"] * 2}
    untitled = {"sents": DOCUMENT["sents"] * 3}
    lines = "".join(json.dumps(one) + "\n" for one in (DOCUMENT, two, untitled, untitled))
    accuracy.measure("names", put(tmp_path, lines))
    assert asked == [1, 2, 3, 3]
    asked.clear()
    for kind, expected in {"iob2": [1], "bioes": []}.items():
        accuracy.measure("names", put(tmp_path, COLUMNS[kind], kind))
        assert asked == expected
        asked.clear()
