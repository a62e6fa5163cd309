import re
from types import SimpleNamespace

import pytest

from stancebook import annotations, lexicons
from stancebook.errors import DataError
from stancebook.paths import LEXICONS

HEADER = "entry,category,subcategory,modality,part_of_speech,gate,when_negated,source,example\n"
GOOD = "perhaps,hedge,plausibility hedge,epistemic,,,,Hyland 2005,Perhaps it rains.\n"


SINGULAR = re.compile(r"\b(?:I|me|my|mine|myself)\b", re.IGNORECASE)


def _article(paragraphs: list[str]) -> SimpleNamespace:
    text, spans = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        spans.append((len(text), len(text) + len(paragraph)))
        text += paragraph
    return SimpleNamespace(name="examples", text=text, paragraphs=tuple(spans))


def read(tmp_path, rows, header=HEADER, name="stance.csv"):
    (tmp_path / name).write_text(header + rows, encoding="utf-8")
    return lexicons.read(tmp_path / name)


def test_every_file_has_enough_entries():
    entries = lexicons.load().table()
    distinct = entries.groupby("file")["entry"].nunique()
    assert distinct["stance.csv"] >= 400
    assert distinct["reporting_verbs.csv"] >= 120
    assert distinct["evaluative.csv"] >= 400


def test_every_category_and_subcategory_is_filled():
    filled = {(entry.category, entry.subcategory) for entry in lexicons.load().entries}
    wanted = {(name, sub) for name, subs in lexicons.SUBCATEGORIES.items() for sub in subs}
    assert wanted - filled == {("engagement", "question")}, "questions are found by their mark, not by a word"


def test_every_entry_matches_in_its_own_example():
    language = pytest.importorskip("stancebook.language")
    entries = lexicons.load().entries
    examples = list(dict.fromkeys(entry.example for entry in entries))
    number = {example: place for place, example in enumerate(examples)}
    # “We” has one meaning through a text, so examples that differ in who speaks are articles of their own.
    speakers = {entry.example: (bool(SINGULAR.search(entry.example)), entry.category) for entry in entries}
    hits = set()
    for speaker in set(speakers.values()):
        group = [example for example in examples if speakers[example] == speaker]
        found = annotations.annotate(language.read(_article(group))).markers
        found = found[found["kept"]]
        places = [number[group[paragraph]] for paragraph in found["paragraph"]]
        hits |= set(zip(places, found["entry"], found["subcategory"], found["category"]))
    failures = [
        f"{entry.file}, line {entry.line}: “{entry.entry}” ({entry.subcategory}) in “{entry.example}”"
        for entry in entries
        if (number[entry.example], entry.entry, entry.subcategory, entry.category) not in hits
    ]
    assert not failures, "\n".join(failures)


def test_polarity_and_appraisal_go_with_evaluative_words_only():
    for entry in lexicons.load().entries:
        assert bool(entry.appraisal) == (entry.category == "evaluative"), entry


def test_the_files_are_tidy():
    for name in lexicons.FILES:
        raw = (LEXICONS / name).read_bytes()
        assert b"\r" not in raw and raw.endswith(b"\n") and not raw.startswith(b"\xef\xbb\xbf"), name


def test_a_spreadsheets_byte_order_mark_is_no_obstacle(tmp_path):
    (tmp_path / "stance.csv").write_bytes(b"\xef\xbb\xbf" + (HEADER + GOOD).encode())
    assert [entry.entry for entry in lexicons.read(tmp_path / "stance.csv")] == ["perhaps"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("x,hegde,downtoner,,,,,Hyland 2005,X.\n", "line 3: unknown category “hegde”"),
        ("x,evaluative,positive,,,,,Hyland 2005,X.\n", "line 3: unknown category “evaluative”"),
        ("x,hedge,positive,,,,,Hyland 2005,X.\n", "line 3: unknown subcategory “positive”"),
        ("x,hedge,downtoner,epistemological,,,,Hyland 2005,X.\n", "unknown modality"),
        ("x,hedge,downtoner,,NOMEN,,,Hyland 2005,X.\n", "unknown part of speech “NOMEN”"),
        ("x y,hedge,downtoner,,NOUN,,,Hyland 2005,X y.\n", "“x y” is a phrase"),
        ("x,hedge,downtoner,,,gateway,,Hyland 2005,X.\n", "unknown gate “gateway”"),
        ("x,hedge,downtoner,,,,maybe,Hyland 2005,X.\n", "when_negated is “maybe”"),
        ("x,hedge,downtoner,,,,,,X.\n", "names no source"),
        ("x,hedge,downtoner,,,,,Hyland 2005,\n", "has no example"),
        (" ,hedge,downtoner,,,,,Hyland 2005,X.\n", "the entry is empty"),
        (GOOD, "repeats the entry “perhaps” of line 2"),
    ],
)
def test_a_bad_row_is_refused_by_file_and_line(tmp_path, row, message):
    with pytest.raises(DataError, match=message) as error:
        read(tmp_path, GOOD + row)
    assert str(error.value).startswith("stance.csv, line 3: ")


def test_a_missing_file_or_column_is_refused_by_name(tmp_path):
    with pytest.raises(DataError, match="is missing"):
        lexicons.read(tmp_path / "stance.csv")
    with pytest.raises(DataError, match="lacks the column gate"):
        read(tmp_path, "", header=HEADER.replace("gate,", ""))
    (tmp_path / "stance.csv").write_text("")
    with pytest.raises(DataError, match="not a UTF-8 CSV file"):
        lexicons.read(tmp_path / "stance.csv")
