import pytest

from stancebook import knowledge
from stancebook.errors import DataError
from stancebook.gazetteer import Gazetteer

ENTITIES = [
    "entity,name,type,description,country",
    "utopia,Utopia,LOC,an island,",
    "ada-example,Ada Example,PER,mayor,utopia",
]
ALIASES = ["alias,entity,naming,note", "Utopian,utopia,demonym,"]


def written(folder, entities=ENTITIES, aliases=ALIASES):
    for name, lines in (("entities.csv", entities), ("aliases.csv", aliases)):
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf8")
    return folder


def loaded(folder, **files):
    return knowledge.load(written(folder, **files))


@pytest.mark.parametrize(
    ("file", "lines", "said"),
    [
        ("entities", ["utopia,Elsewhere,LOC,,"], r"entities\.csv, line 4: .*utopia.* twice"),
        ("entities", ["nowhere,Nowhere,PLACE,,"], r"entities\.csv, line 4: .*PLACE.* LOC"),
        ("entities", ["nowhere,,LOC,,"], r"entities\.csv, line 4: .*nowhere.* no name"),
        ("entities", [",Nowhere,LOC,,"], r"entities\.csv, line 4: .*Nowhere.* no id"),
        ("entities", ["nowhere,Nowhere,LOC,,atlantis"], r"entities\.csv, line 4: .*atlantis"),
        ("entities", ["nowhere,Nowhere,LOC,small, but fine,"], r"entities\.csv, line 4: 6 cells .* 5 columns.*quotes"),
        ("entities", ["nowhere,Nowhere"], r"entities\.csv, line 4: 2 cells"),
        ("entities", ["nowhere,…,LOC,,"], r"entities\.csv, line 4: .*“…”.*no letter"),
        ("aliases", ["Atlantean,atlantis,demonym,"], r"aliases\.csv, line 3: .*atlantis.*entities\.csv"),
        ("aliases", ["Utopians,utopia,people,"], r"aliases\.csv, line 3: .*people.* demonym"),
        ("aliases", [",utopia,alias,"], r"aliases\.csv, line 3: .*utopia.* empty"),
        ("aliases", ["--,utopia,alias,"], r"aliases\.csv, line 3: .*“--”.*no letter"),
        ("aliases", ["Utopians,utopia"], r"aliases\.csv, line 3: 2 cells"),
        ("aliases", ['"Utopians,utopia,alias,'], r"aliases\.csv, line 3: .*quotation mark"),
    ],
)
def test_a_wrong_line_is_one_clear_error_with_its_file_and_number(tmp_path, file, lines, said):
    files = {"entities": ENTITIES, "aliases": ALIASES}
    with pytest.raises(DataError, match=said) as raised:
        loaded(tmp_path, **{file: files[file] + lines})
    assert "\n" not in str(raised.value)


def test_the_first_wrong_line_is_named_and_lines_are_counted_as_an_editor_counts_them(tmp_path):
    two_lines_in_one_cell = 'hill,Hill,LOC,"a hill\nwith a view",utopia'
    with pytest.raises(DataError, match=r"entities\.csv, line 6: .*XXX"):
        loaded(tmp_path, entities=[*ENTITIES, two_lines_in_one_cell, "a,A,XXX,,", "b,B,YYY,,"])


def test_a_name_that_csv_may_hold_is_quoted_in_the_error_as_it_stands(tmp_path):
    with pytest.raises(DataError, match=r"line 4: the country “\{name\}”"):
        loaded(tmp_path, entities=[*ENTITIES, "nowhere,Nowhere,LOC,,{name}"])


@pytest.mark.parametrize("name", ["entities.csv", "aliases.csv"])
def test_a_file_that_is_missing_or_no_table_is_named(tmp_path, name):
    written(tmp_path)
    (tmp_path / name).write_text("entity;name;type;description;country\n")
    with pytest.raises(DataError, match=f"{name} must begin with the columns"):
        knowledge.load(tmp_path)
    (tmp_path / name).write_bytes("entity,name\nköln,Köln\n".encode("latin-1"))
    with pytest.raises(DataError, match=f"{name}.*UTF-8"):
        knowledge.load(tmp_path)
    (tmp_path / name).write_text("")
    with pytest.raises(DataError, match=f"{name} must begin with the columns"):
        knowledge.load(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(DataError, match=f"{name} is missing"):
        knowledge.load(tmp_path)


def test_an_edited_file_is_read_again_within_one_session(tmp_path):
    loaded(tmp_path)
    again = loaded(tmp_path, aliases=[*ALIASES, "Utopians,utopia,demonym,"])
    assert "Utopians" in set(again.aliases["alias"])


def test_what_a_spreadsheet_program_saves_is_read(tmp_path):
    written(tmp_path)
    for name in ("entities.csv", "aliases.csv"):
        text = (tmp_path / name).read_text(encoding="utf8")
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() + b"\r\n")
    assert knowledge.load(tmp_path).entities["name"].tolist() == ["Utopia", "Ada Example"]


def test_every_name_is_an_alias_of_its_entity_once_and_a_users_line_says_how_it_names(tmp_path):
    known = loaded(tmp_path, aliases=[*ALIASES, "Utopia,utopia,metonym,house style", "Utopian,utopia,demonym,again"])
    rows = known.aliases[known.aliases["entity"] == "utopia"]
    assert rows[["alias", "naming"]].values.tolist() == [["Utopia", "metonym"], ["Utopian", "demonym"]]


def test_a_users_line_makes_a_word_mean_somebody_and_a_second_meaning_makes_it_ambiguous(tmp_path):
    known = loaded(
        tmp_path, aliases=[*ALIASES, "Old Oak Hall,utopia,metonym,our house style", "Utopian,ada-example,alias,"]
    )
    found = Gazetteer.of(known).found_in("Old Oak Hall thanked the Utopian.")
    assert [(hit.entities, hit.naming) for hit in found] == [
        (("utopia",), "metonym"), (("utopia", "ada-example"), "demonym"),
    ]  # fmt: skip


def test_the_committed_files_load_and_each_name_is_found_where_it_stands_less_its_article_and_owner():
    known = knowledge.load()
    gazetteer, names = Gazetteer.of(known), dict(zip(known.entities["entity"], known.entities["name"]))
    lost = [
        (alias, entity)
        for alias, entity in zip(known.aliases["alias"], known.aliases["entity"])
        if not any(
            entity in hit.entities and hit.end == 1 + len(alias)
            and (hit.start == 1 or alias.startswith("the ") or alias[hit.start - 4 : hit.start - 1] in ("'s ", "’s "))
            for hit in gazetteer.found_in(f"“{alias}” it said.")
        )
    ]
    assert not lost, "no reader of a text would ever find these"
    assert len(names) == len(known.entities)


def test_in_the_committed_files_no_people_and_no_seat_stands_for_a_person():
    known = knowledge.load()
    types = known.entities.set_index("entity")["type"]
    indirect = known.aliases[known.aliases["naming"].isin(["demonym", "metonym"])]
    assert "PER" not in set(indirect["entity"].map(types))
