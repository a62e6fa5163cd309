"""Descriptions by what somebody is: linked where one entity fits, listed as open where several do."""

import dataclasses

import pandas as pd
import pytest
from test_entities import mentions
from test_entities import read as reading_of

from stancebook import entities, knowledge, voices
from stancebook.annotations import annotate
from stancebook.entities.kinds import kinds
from stancebook.entities.referents import sentences
from stancebook.entities.table import named
from stancebook.findings import cast

KNOWN = knowledge.load()


def read(text):
    reading = reading_of(text)
    return reading, entities.mentions(reading, KNOWN)


def described(text):
    rows = mentions(text)
    return list(rows.loc[rows["naming"] == "description", ["text", "entity"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # What the article says that somebody is.
        ("Gazprom, a dairy cooperative, opened a shop. The cooperative will hire in May.", [("cooperative", "gazprom")]),
        ("Gazprom is a dairy cooperative. Nobody knew that the cooperative was in debt.", [("cooperative", "gazprom")]),
        # The noun in the name.
        ("The Lakeside Football Club lost again. The fans left, but the club hoped.", [("club", "lakeside-football-club")]),
        # The knowledge base.
        ("Gazprom built a hall. The company says that it is full.", [("company", "gazprom")]),
        ("Ghana votes in May. The country is calm.", [("country", "ghana")]),
        ("Ghana votes in May. The government has promised a calm day.", [("government", "ghana")]),
        ("Ghana votes in May. The transport ministry has promised buses.", [("ministry", "ghana")]),
        ("The Faroe Islands fish herring. Nobody in the islands is hungry.", [("islands", "faroe-islands")]),
        ("Ghana votes in May. The authorities have promised a calm day.", [("authorities", "ghana")]),
        # Whose country it is, by the person of whom the sentence speaks.
        ("Russia has troops there. Lukashenko said that the country was safe.", [("country", "belarus")]),
    ],
)
def test_a_definite_noun_means_the_one_of_its_kind_that_was_mentioned(text, found):
    assert described(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ghana and Togo vote in May. The country is calm.",
        "Ghana votes in May. The new country is calm.",
        "Ghana votes in May. A country is calm.",
        "Ghana votes in May. The country of my birth is calm.",
        "Gazprom built a hall. A rival company sued. The company won.",
        "Gazprom, a dairy cooperative, opened a shop. The bank will lend in May.",
        "Gazprom built a hall. The company Shell sued.",
        "Gazprom is no cooperative. The cooperative left.",
        "The sea is rough. The press is here. The Baltic Sea is cold, and the sea is deep.",
    ],
)
def test_what_may_mean_another_or_nobody_is_linked_to_nobody(text):
    assert not described(text)


def test_who_is_spoken_of_far_more_than_others_is_meant():
    assert described("Ghana votes. Ghana waits. Ghana hopes, and Togo watches Ghana. The country is calm.") == [("country", "ghana")]


def test_a_description_far_from_a_name_means_the_only_one_of_its_kind_that_the_article_has_named_twice():
    filler = "Rain fell. It was cold. Dogs barked. Nobody came. The road was long. "
    assert described(f"Gazprom built a hall. Gazprom paid. {filler}The company won.") == [("company", "gazprom")]
    assert not described(f"Gazprom built a hall. {filler}The company won.")


def test_the_only_country_of_an_article_is_meant_from_afar_and_one_in_passing_is_not():
    filler = "Rain fell. It was cold. Dogs barked. Nobody came. The road was long. "
    assert described(f"Ghana votes in May. {filler}The government waits.") == [("government", "ghana")]
    assert not described(f"Ghana votes. Ghana waits. {filler}A ship left Togo. The government sleeps.")


def test_descriptions_are_counted_apart_and_say_why():
    reading, rows = read("Ghana votes in May. The government has promised a calm day.")
    assert "description" not in set(cast.kept(rows, [])["naming"])
    row = rows[rows["naming"] == "description"].iloc[0]
    assert "that of Ghana" in row["reason"] and "entities.csv" in row["reason"] and row["confidence"] < 0.9
    assert "that of Ghana" in cast.audit(rows)
    assert "No description" in cast.undecided(entities.undecided(reading, rows, KNOWN))


def test_where_several_fit_the_description_is_listed_as_open_with_all_of_them():
    reading, rows = read("Ghana and Togo vote in May. The country is calm.")
    left = entities.undecided(reading, rows, KNOWN)
    assert left["text"].tolist() == ["country"] and left["candidates"].tolist() == [["Togo", "Ghana"]]
    shown = cast.undecided(left)
    assert "1 description left open" in shown and "Togo and Ghana" in shown


def test_a_decision_goes_before_a_description():
    line = {"article": "", "paragraph": "", "text": "country", "occurrence": "", "entity": "togo", "naming": "", "note": "", "line": 2}
    known = dataclasses.replace(KNOWN, decisions=pd.DataFrame([line]))
    assert entities.mentions(reading_of("Ghana votes in May. The country is calm."), known)["entity"].tolist() == ["ghana", "togo"]


def test_a_description_is_the_source_of_what_it_says():
    reading, rows = read("Ghana votes in May. The government said that the day would be calm.")
    said = voices.statements(reading, rows)
    assert said["source_entity"].tolist() == ["ghana"] and said["anonymous"].tolist() == [True]


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("Ghana votes in May. The government is corrupt and incompetent.", ("ghana", "negative", "author")),
        ("Gazprom built a hall. Critics called the company reckless.", ("gazprom", "negative", "critics")),
        ("NATO met in May. The alliance is a disgrace, the mayor said.", ("nato", "negative", "mayor")),
    ],
)
def test_who_is_described_is_judged_as_who_is_named(text, judged):
    reading = reading_of(text)
    rows = annotate(reading).evaluations
    given = rows[rows["given"]]
    assert set(given[["entity", "polarity", "voice"]].itertuples(index=False, name=None)) == {judged}


def test_kinds_have_their_reason_and_the_place_from_which_on_they_hold():
    reading = reading_of("Gazprom, a dairy cooperative, opened a shop in Antwerp.")
    own = kinds(sentences(reading), named(reading, KNOWN), KNOWN.entities.set_index("entity"), reading.article.text)
    assert own["gazprom"]["cooperative"].reason == "“Gazprom, a dairy cooperative”" and own["gazprom"]["cooperative"].start == 0
    assert {"port", "city"} <= set(own["antwerp"]) and own["antwerp"]["city"].start == -1
    assert "country" in own["belgium"]
