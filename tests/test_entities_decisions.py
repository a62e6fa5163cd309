"""A line in a file overrides any decision: on a known name, an unknown one, a role or a pronoun, in one article or all."""

import pytest
from test_entities import read
from test_knowledge import ALIASES, ENTITIES, written

from stancebook import entities, knowledge
from stancebook.errors import DataError

HEADER = "article,paragraph,text,occurrence,entity,naming,note"
TEXT = ("Kwame Boateng met Ada Example on Utopia. Boateng smiled.", "Then he left Boateng Hall.")


def decided(folder, *lines, text=TEXT):
    written(folder, ENTITIES, ALIASES)
    (folder / "decisions.csv").write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf8")
    return entities.mentions(read(*text), knowledge.load(folder))


def by_words(rows):
    return list(rows[["text", "entity", "naming"]].itertuples(index=False, name=None))


def test_a_word_means_somebody_by_a_line(tmp_path):
    rows = decided(tmp_path, "made,2,he,1,ada-example,pronoun,she said so")
    he = rows[rows["text"] == "he"].iloc[0]
    assert (he["entity"], he["naming"], he["confidence"]) == ("ada-example", "pronoun", 1)
    assert he["reason"] == "decided by you: line 2 of decisions.csv, she said so"


def test_an_unknown_name_means_another_in_one_place_only(tmp_path):
    rows = decided(tmp_path, "made,1,Boateng,2,ada-example,,")
    assert rows["entity"].tolist()[:4] == ["kwame-boateng", "ada-example", "utopia", "ada-example"]
    assert rows["naming"].tolist()[3] == "alias"


def test_a_word_means_nobody(tmp_path):
    assert "Utopia" in set(decided(tmp_path)["text"])
    assert "Utopia" not in set(decided(tmp_path, ",,Utopia,,,,")["text"])


def test_the_articles_own_entities_can_be_meant(tmp_path):
    rows = decided(tmp_path, "made,2,Boateng Hall,,kwame-boateng,metonym,")
    assert by_words(rows)[-1] == ("Boateng Hall", "kwame-boateng", "metonym")


def test_a_longer_span_takes_in_what_it_overlaps_and_a_later_line_wins(tmp_path):
    rows = decided(tmp_path, ",,met Ada Example,,utopia,,", ",,met Ada Example,,ada-example,,")
    assert ("met Ada Example", "ada-example", "alias") in by_words(rows)
    assert (rows["end"].to_numpy()[:-1] <= rows["start"].to_numpy()[1:]).all()


def test_lines_for_another_article_have_no_effect(tmp_path):
    rows = decided(tmp_path, "another,7,nowhere,1,ada-example,,")
    assert by_words(rows) == by_words(decided(tmp_path))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (",1,he,,nobody-here,,", "line 2: .*nobody-here.* entities.csv"),
        ("made,x,he,,ada-example,,", "line 2: the paragraph “x”"),
        ("made,1,he,0,ada-example,,", "line 2: the occurrence “0”"),
        ("made,1,he,,ada-example,nickname,", "line 2: “nickname”.*pronoun"),
        ("made,1,,,ada-example,,", "line 2: .*no letter"),
        ("made,1,never said,,ada-example,,", "line 2: “never said” does not stand in paragraph 1 of made"),
        ("made,1,Boateng,9,ada-example,,", "line 2: “Boateng” does not stand"),
        ("made,1,Boateng,,nobody-here,,", "line 2: nobody is called “nobody-here”"),
    ],
)
def test_a_wrong_line_is_one_clear_error(tmp_path, line, said):
    with pytest.raises(DataError, match=said):
        decided(tmp_path, line)
