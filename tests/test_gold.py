import pandas as pd
import pytest

from stancebook import articles, gold
from stancebook.errors import DataError

FOLDERS = sorted(path.parent for path in gold.GOLD.glob("*/mentions.csv"))
TUNED_ON = {"staging-ground", "the-right-to-guests", "wire-drills-open", "letter-from-the-border"}
FIRST = "Perhaps Russia waits, and Russian guns wait. “Guns wait for Russia,” an officer said."
SECOND = "Russia, he said, never waits."
FILLING = "The rest of the page says what the weather was, so that there is enough of it to be read as English prose."
WORDS = {"source": "officer", "cue": "said", "content": "Guns wait for Russia"}
ROWS = {
    "mentions": "1,Russia,1,russia\n",
    "markers": "1,Perhaps,1,hedge,author\n",
    "statements": "1,officer,1,officer,said,1,Guns wait for Russia,1,direct,acknowledge\n",
    "evaluations": "2,never waits,1,russia,negative,officer\n",
}


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "guns.txt"
    path.write_text(f"{FIRST}\n\n{SECOND}\n\n{FILLING}\n", encoding="utf-8")
    return articles.read(path)


@pytest.fixture
def load(tmp_path, article):
    """A loader of a small gold folder, in which the rows of some tables are replaced."""

    def load_with(**replaced):
        folder = tmp_path / "guns"
        folder.mkdir(exist_ok=True)
        for name, columns in (gold.COLUMNS | gold.CLAIMS).items():
            if name in gold.CLAIMS and not set(replaced) & set(gold.CLAIMS):
                continue
            rows = replaced.get(name, ROWS.get(name, ""))
            (folder / f"{name}.csv").write_text(",".join(columns) + "\n" + rows, encoding="utf-8")
        return gold.load(folder, article)

    return load_with


def test_the_half_that_programs_are_tuned_on_is_annotated():
    assert TUNED_ON <= {folder.name for folder in FOLDERS}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_row_of_every_folder_resolves(folder):
    article = articles.read(gold.article_path(folder.name))
    tables = gold.load(folder, article)
    assert set(tables) == {file.stem for file in folder.glob("*.csv")}
    for name, table in tables.items():
        cells = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        assert len(table) == len(cells) > 0
        parts = {"statements": gold.PARTS, "scenarios": gold.SCENARIO_PARTS}.get(name)
        parts = {part: f"{part}_" for part in parts} if parts else {"text": ""}
        for row in table.to_dict("records"):
            start, end = article.paragraphs[row["paragraph"] - 1]
            for part, prefix in parts.items():
                words = cells[part][row["line"] - 2]
                if words:
                    assert start <= row[f"{prefix}start"] <= row[f"{prefix}end"] <= end
                    assert article.text[row[f"{prefix}start"] : row[f"{prefix}end"]] == words


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_nothing_is_annotated_twice(folder):
    for name, columns in (gold.COLUMNS | gold.CLAIMS).items():
        if not (folder / f"{name}.csv").exists():
            continue
        cells = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        place = ["paragraph", "text", "occurrence"] if "text" in columns else list(columns)
        twice = cells[cells.duplicated(place + (["entity"] if name == "evaluations" else []))]
        assert twice.empty, f"{folder.name}/{name}.csv: {twice.to_dict('records')}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_mentions_are_whole_and_apart(folder):
    mentions = gold.load(folder, articles.read(gold.article_path(folder.name)))["mentions"]
    assert (mentions["end"] <= mentions["start"].shift(-1, fill_value=mentions["end"].max())).all()
    assert mentions["entity"].str.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*").all()


def test_words_become_offsets_sorted_by_start(load, article):
    tables = load(mentions="2,Russia,1,russia\n1,Russian,1,russia\n1,Russia,2,russia\n1,Russia,1,russia\n")
    mentions = tables["mentions"]
    assert [article.text[row.start : row.end] for row in mentions.itertuples()] == [
        "Russia",
        "Russian",
        "Russia",
        "Russia",
    ]
    assert mentions["start"].tolist() == [8, FIRST.index("Russian"), FIRST.rindex("Russia"), len(FIRST) + 2]
    assert mentions["line"].tolist() == [5, 3, 4, 2]
    assert mentions["paragraph"].tolist() == [1, 1, 1, 2]


def test_a_statement_covers_its_parts(load, article):
    (row,) = load()["statements"].to_dict("records")
    for part, words in WORDS.items():
        assert article.text[row[f"{part}_start"] : row[f"{part}_end"]] == words
    assert article.text[row["start"] : row["end"]] == "Guns wait for Russia,” an officer said"


def test_a_statement_may_lack_its_source_and_cue(load):
    (row,) = load(statements="2,,,,,,never waits,1,scare quote,distance\n")["statements"].to_dict("records")
    assert (row["source"], row["source_start"], row["source_end"], row["cue_start"]) == ("", -1, -1, -1)
    assert row["source_entity"] == "unnamed"
    assert (row["start"], row["end"]) == (row["content_start"], row["content_end"])


def test_the_tables_of_claims_are_read_where_one_of_them_is_there(load, article):
    assert not set(gold.CLAIMS) & set(load())
    tables = load(
        figures="1,Guns,1,2,,tonne,,author\n", dates="2,never,1,,\n",
        scenarios="1,Russia waits,1,guns wait,1,possible,positive,author\n2,,,he said,1,unknown,,russia\n",
    )  # fmt: skip
    assert tables["figures"]["value"].tolist() == [2.0] and tables["figures"]["value_high"].isna().all()
    assert tables["dates"][["first", "last"]].values.tolist() == [["", ""]]
    first, second = tables["scenarios"].to_dict("records")
    assert article.text[first["condition_start"] : first["condition_end"]] == "Russia waits"
    assert (second["condition_start"], second["consequence"]) == (-1, "he said")
    assert tables["factuality"].empty


def test_a_table_may_be_empty(load):
    evaluations = load(evaluations="")["evaluations"]
    assert evaluations.empty and {"start", "end", "text", "entity", "polarity", "voice"} <= set(evaluations.columns)


@pytest.mark.parametrize(
    ("paragraph", "words", "occurrence", "place"),
    [
        ("a Russian, a Russia", "Russia", 1, 13),
        ("no, no, no", "no", 3, 8),
        ("on and on and on", "on and on", 2, 7),
        ("Is it? Is it?", "?", 2, 12),
        ("Turkish-made drones", "Turkish", 1, 0),
        ("The Kremlin's", "Kremlin", 1, 4),
        ("the Kremlin", "The", 1, -1),
        ("no, no", "no", 3, -1),
        ("a.b axb", "a.b", 2, -1),
    ],
)
def test_find(paragraph, words, occurrence, place):
    assert gold.find(paragraph, words, occurrence) == place


@pytest.mark.parametrize(
    ("table", "rows", "message"),
    [
        (
            "mentions",
            "1,Russia,1,russia\n1,Belarus,1,belarus\n",
            r"guns/mentions\.csv, line 3: “Belarus” .* not in the",
        ),
        ("mentions", "2,Russia,2,russia\n", r"guns/mentions\.csv, line 2: “Russia” \(occurrence 2\)"),
        ("mentions", "2,Russian,1,russia\n", r"guns/mentions\.csv, line 2"),
        ("mentions", "4,Russia,1,russia\n", r"line 2: paragraph 4 is asked for, but guns has 3"),
        ("mentions", "0,Russia,1,russia\n", r"line 2: the paragraph “0” is no whole number"),
        ("mentions", "1,Russia,,russia\n", r"line 2: the occurrence “” is no whole number"),
        ("mentions", "1,,1,russia\n", r"line 2: the words are missing"),
        ("mentions", "1,Russia,1,\n", r"line 2: the entity is empty"),
        ("mentions", "1,Russia,1\n", r"line 2: 3 cells where there are 4"),
        ("markers", "1,Perhaps,1,doubt,author\n", r"guns/markers\.csv, line 2: “doubt” is no category"),
        ("statements", "1,sergeant,1,officer,said,1,Guns,1,direct,\n", r"guns/statements\.csv, line 2: “sergeant”"),
        (
            "statements",
            "1,officer,1,officer,said,1,,,direct,\n",
            r"guns/statements\.csv, line 2: the words are missing",
        ),
        (
            "statements",
            "1,officer,1,,said,1,Guns,1,direct,\n",
            r"guns/statements\.csv, line 2: the source_entity is empty",
        ),
        ("statements", "1,officer,1,officer,said,1,Guns,1,quoted,\n", r"line 2: “quoted” is no kind"),
        ("evaluations", "2,never,1,russia,bad,author\n", r"guns/evaluations\.csv, line 2: “bad” is no polarity"),
        ("figures", "1,Guns,1,many,,,,author\n", r"guns/figures\.csv, line 2: the value “many” is no number"),
        ("figures", "1,Guns,1,2,3-4,,,author\n", r"line 2: the value_high “3-4” is no number"),
        ("dates", "1,Guns,1,2022-02-30,2022-03-01\n", r"guns/dates\.csv, line 2: “2022-02-30” is no day"),
        ("scenarios", "1,,,,,certain,,author\n", r"guns/scenarios\.csv, line 2: the words are missing"),
        ("scenarios", "1,Guns wait,1,,,sure,,author\n", r"line 2: “sure” is no certainty"),
        ("factuality", "1,wait,2,likely,,author\n", r"guns/factuality\.csv, line 2: “likely” is no certainty"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(load, table, rows, message):
    with pytest.raises(DataError, match=message):
        load(**{table: rows})


def test_a_missing_or_foreign_file_is_named(load, tmp_path, article):
    load()
    (tmp_path / "guns" / "markers.csv").write_text("text,category\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"guns/markers\.csv must begin with the columns paragraph, text"):
        gold.load(tmp_path / "guns", article)
    (tmp_path / "guns" / "markers.csv").unlink()
    with pytest.raises(DataError, match=r"guns/markers\.csv is missing"):
        gold.load(tmp_path / "guns", article)
