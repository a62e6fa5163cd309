"""Descriptions by office, where the article or a dated office of the knowledge base says who is meant."""

import datetime
from types import SimpleNamespace

import pytest
from test_entities import mentions, read

from stancebook import entities, knowledge, language
from stancebook.entities import offices


def described(*paragraphs):
    rows = mentions(*paragraphs)
    return list(rows.loc[rows["naming"] == "role", ["text", "entity"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Taught by a title, an apposition before or after, a possessive owner
        ("NATO Secretary General Jens Stoltenberg spoke. The NATO secretary general smiled.", [("secretary general", "jens-stoltenberg")]),
        ("Zambian Foreign Minister Ada Obi left. Zambia’s foreign minister smiled.", [("foreign minister", "ada-obi")]),
        ("Kwame Boateng, the finance minister of Ghana, spoke. The minister smiled.", [("minister", "kwame-boateng")]),
        ("Ukraine's president, Volodymyr Zelensky, spoke. The Ukrainian president smiled.", [("president", "volodymyr-zelensky")]),
        ("President Ruto spoke. The president of Kenya smiled.", [("president", "william-ruto")]),
        # Another word for who rules the same country
        ("Belarusian President Alexander Lukashenko came. The Belarusian dictator smiled.", [("dictator", "alexander-lukashenko")]),
        # Which of two
        ("Ada Obi, foreign minister of Zambia, met Ben Oko, foreign minister of Ghana. The Ghanaian foreign minister left.", [("foreign minister", "ben-oko")]),
        ("Ada Obi, foreign minister of Zambia, met Ben Oko, foreign minister of Ghana. The foreign minister left.", []),
        # What is nobody's, not yet or no more, or indefinite
        ("President Ruto came. The president of the club smiled.", []),
        ("Former finance minister Kwame Boateng spoke. The finance minister did not.", []),
        ("Finance Minister Kwame Boateng spoke. The former finance minister did not.", []),
        ("Finance Minister Kwame Boateng spoke. A finance minister did not. Finance ministers left.", []),
        ("The finance minister spoke. Nobody knew her.", []),
        ("Polish President Andrzej Duda spoke. The Ukrainian president did not.", []),
    ],
)  # fmt: skip
def test_whom_an_office_means(text, expected):
    assert described(text) == expected


def test_the_span_is_the_part_beside_the_name_inside_and_the_title_itself_is_none():
    rows = mentions("NATO Secretary General Jens Stoltenberg spoke. The embattled NATO secretary general smiled.")
    assert rows["text"].tolist() == ["NATO", "Jens Stoltenberg", "NATO", "secretary general"]
    reason = rows["reason"].iloc[-1]
    assert reason == "“Secretary General Jens Stoltenberg” in paragraph 1"


def test_without_an_owner_the_bearer_has_to_be_near():
    assert described("Foreign Minister Ada Obi spoke.", "The foreign minister smiled.")
    assert not described("Foreign Minister Ada Obi spoke.", "It rained.", "The foreign minister smiled.")


def test_a_dated_office_says_who_is_meant_at_the_articles_date():
    def found(date):
        text = "Macron came to Berlin. The French president smiled."
        article = SimpleNamespace(name="made", text=text, paragraphs=((0, len(text)),), date=date)
        rows = entities.mentions(language.read(article), knowledge.load())
        return rows.loc[rows["naming"] == "role", ["entity", "reason"]].values.tolist()

    (entity, reason), *_ = found(datetime.date(2022, 2, 1))
    assert entity == "emmanuel-macron" and "entities.csv" in reason
    assert not found(datetime.date(2011, 2, 1)) and not found(None)


def test_the_dated_offices_are_read_from_the_descriptions():
    held = {office.entity: office for office in offices.dated(knowledge.load())}
    assert len(held) > 100
    one = held["jens-stoltenberg"]
    assert one.words == ("secretary", "general") and one.owner == "nato" and one.since == 2014
    assert held["alexander-lukashenko"].until == 9999
    years = offices.holders(knowledge.load(), datetime.date(2010, 5, 1))
    assert "dmitry-medvedev" not in {office.entity for office in years if office.owner == "france"}
    presidents = [office for office in offices.holders(knowledge.load(), datetime.date(2022, 2, 1)) if office.words == ("president",)]
    owners = [office.owner for office in presidents]
    assert len(owners) == len(set(owners)), "two presidents of one country at once"


def test_a_role_can_be_decided_on(tmp_path):
    from test_entities_decisions import decided

    text = ("Finance Minister Kwame Boateng met Ada Example. The finance minister smiled.",)
    rows = decided(tmp_path, "made,1,finance minister,1,ada-example,role,", text=text)
    assert rows[rows["naming"] == "role"]["entity"].tolist() == ["ada-example"]
    rows = decided(tmp_path, "made,1,finance minister,1,,,", text=text)
    assert "role" not in set(rows["naming"])


def test_reading_without_a_date_or_a_person_finds_no_office():
    assert mentions("The president smiled.").empty
    assert entities.mentions(read("It rained."), knowledge.load()).empty
