import dataclasses
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancebook import entities, knowledge, language
from stancebook.entities.context import typed_by_context
from stancebook.entities.spans import Name


def read(*paragraphs):
    text, spans = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = spans[-1][1] + 2 if spans else 0
        spans.append((start, start + len(paragraph)))
    return language.read(SimpleNamespace(name="made", text=text, paragraphs=tuple(spans)))


def mentions(*paragraphs):
    return entities.mentions(read(*paragraphs), knowledge.load())


def triples(*paragraphs):
    return list(mentions(*paragraphs)[["text", "entity", "naming"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Within hyphens, and before a possessive
        ("A Russian-Belarusian drill began.", [("Russian", "russia", "demonym"), ("Belarusian", "belarus", "demonym")]),
        ("A pro-Kremlin outlet mocked them.", [("Kremlin", "russia", "metonym")]),
        ("It was a Kremlin-backed, anti-Western party.", [("Kremlin", "russia", "metonym"), ("Western", "west", "demonym")]),
        ("The US–Russian talks stalled.", [("US", "united-states", "acronym"), ("Russian", "russia", "demonym")]),
        ("Belarus—once neutral—is not.", [("Belarus", "belarus", "name")]),
        ("Lukashenko’s men asked Moscow's.", [("Lukashenko", "alexander-lukashenko", "alias"), ("Moscow", "russia", "metonym")]),
        ("The EU's members left.", [("EU", "european-union", "acronym")]),
        # The compass
        ("We asked the West, but the West's reply was late.", [("West", "west", "name")] * 2),
        ("The West hesitated.", [("West", "west", "name")]),
        ("They came from the west of the city.", []),
        ("They live in Western Ukraine.", [("Ukraine", "ukraine", "name")]),
        ("Western Ukraine is calm.", [("Ukraine", "ukraine", "name")]),
        ("West of Minsk it snowed.", [("Minsk", "belarus", "metonym")]),
        ("They live on the West Bank.", [("West Bank", "west-bank", "name")]),
        # An owner and what it owns; an army by its common noun is described, not named
        ("Russia's Defense Ministry spoke.", [("Russia", "russia", "name"), ("Defense Ministry", "russian-defence-ministry", "alias")]),
        ("China’s People's Liberation Army drilled.", [("China", "china", "name"), ("People's Liberation Army", "peoples-liberation-army", "name")]),
        ("Russian military experts doubt it.", [("Russian", "russia", "demonym")]),
        ("The Russian-Belarusian military exercises began.", [("Russian", "russia", "demonym"), ("Belarusian", "belarus", "demonym")]),
        # Longer names that hold a shorter one
        ("The Bank of Russia raised a rate.", [("Bank of Russia", "bank-of-russia", "name")]),
        ("The Minsk agreements failed in Minsk.", [("Minsk agreements", "minsk-agreements", "name"), ("Minsk", "belarus", "metonym")]),
        ("The Union State of Russia and Belarus grew.", [("Union State of Russia and Belarus", "union-state", "alias")]),
        ("They sail the Indian Ocean.", [("Indian Ocean", "indian-ocean", "name")]),
        ("The European Union and the EU are one.", [("European Union", "european-union", "name"), ("EU", "european-union", "acronym")]),
        ("The Polish Academy of Tests opened.", [("Polish Academy of Tests", "polish-academy-of-tests", "name")]),
        ("OPEC+ met without OPEC.", [("OPEC+", "opec-plus", "alias"), ("OPEC", "opec", "name")]),
        # People, places and what they share
        ("Michael Jordan visited a gym.", [("Michael Jordan", "michael-jordan", "name")]),
        ("Jordan closed its border.", [("Jordan", "jordan", "name"), ("its", "jordan", "pronoun")]),
        ("Nausėda and Nauseda are one man.", [("Nausėda", "gitanas-nauseda", "alias"), ("Nauseda", "gitanas-nauseda", "alias")]),
        ("President Gitanas Nausėda spoke.", [("Gitanas Nausėda", "gitanas-nauseda", "name")]),
        ("Foreign Minister Vladimir Makei left.", [("Vladimir Makei", "vladimir-makei", "name")]),
        ("Wladimir Putin is a spelling.", [("Wladimir Putin", "vladimir-putin", "alias")]),
        ("Theresa May left in May.", [("Theresa May", "theresa-may", "name")]),
        # Capitals
        ("RUSSIA WARNS NATO OVER BELARUS DRILLS", [("RUSSIA", "russia", "name"), ("NATO", "nato", "name"), ("BELARUS", "belarus", "name")]),
        ("STORM OVER THE BLACK SEA AND THE WEST", [("BLACK SEA", "black-sea", "name"), ("WEST", "west", "name")]),
        ("WHO IS TO BLAME, THEM OR US?", []),
        ("WHO officials asked us who came.", [("WHO", "world-health-organization", "acronym")]),
        ("It cost US$5 in US money.", [("US", "united-states", "acronym")]),
        # The head of a sentence
        ("Belarusians left. Beijing said so.", [("Belarusians", "belarus", "demonym"), ("Beijing", "china", "metonym")]),
        ("Polish the table. Polish troops left.", [("Polish", "poland", "demonym")]),
        ("“Dutch courts are slow,” he said.", [("Dutch", "netherlands", "demonym")]),
        ("Hopes faded. Talks failed. Troops left. Nobody knew.", []),
        ("However, it rained. Meanwhile, winter came. Instead, they slept.", []),
        ("On Monday, Feb. 14, in May or March, on Christmas and in August", []),
        # Nothing of the kind
        ("the turkey, the china and the polish were cold", []),
        ("I think that we know it.", []),
        ("", []),
    ],
)  # fmt: skip
def test_who_is_mentioned_in_which_words_and_how(text, expected):
    assert triples(text) == expected


def test_a_surname_is_linked_to_the_full_name_that_the_article_gives():
    rows = mentions("Kwame Boateng spoke. Then Boateng left.", "Nobody followed Boateng.")
    assert set(rows["entity"]) == {"kwame-boateng"} and rows["naming"].tolist() == ["name", "alias", "alias"]
    assert (rows["type"] == "PER").all()


def test_a_surname_that_the_knowledge_base_leaves_open_is_linked_to_the_known_person_named_in_full():
    rows = mentions("Lloyd Austin spoke. Then Austin left.")
    assert set(rows["entity"]) == {"lloyd-austin"}
    assert "lloyd-austin" not in set(mentions("Then Austin left.")["entity"])


def test_two_spellings_of_an_unknown_name_are_one_person():
    rows = mentions("Jānis Tēstiņš spoke. Then Testins left. Janis Testins it was.")
    assert rows["entity"].nunique() == 1 and rows["name"].unique().tolist() == ["Jānis Tēstiņš"] and len(rows) == 3


@pytest.mark.parametrize(
    "text",
    [
        "John Kerrigan met Mary Kerrigan. Then Kerrigan left.",
        "It was Kaczyński again. Then Kaczyński left.",
        "Lech Kaczyński met Jarosław Kaczyński. Then Kaczyński left.",
    ],
)
def test_a_surname_that_may_be_two_peoples_is_shown_as_ambiguous(text):
    last = mentions(text).iloc[-1]
    assert "ambiguous" in last["entity"] and "ambiguous" in last["name"] and last["confidence"] < 0.5


def test_the_article_decides_between_two_known_people_of_one_surname():
    assert set(mentions("Lech Kaczyński spoke. Kaczyński left.")["entity"]) == {"lech-kaczynski"}


def test_a_known_surname_is_less_sure_where_the_article_names_somebody_else_of_that_name():
    rows = mentions("Lucy Macron spoke. Then Macron left.")
    assert rows["entity"].tolist() == ["lucy-macron", "emmanuel-macron"]
    assert rows["confidence"].iloc[1] < mentions("Then Macron left.")["confidence"].iloc[0]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The Eastern Policy Institute (EPI) opened. The EPI closed.", "eastern-policy-institute"),
        ("The Irish Rural Association (IRA) opened. The IRA closed.", "irish-rural-association"),
        ("The Security Council of Lundazi (SCL) opened. The SCL closed.", "security-council-of-lundazi"),
    ],
)
def test_an_acronym_explained_in_brackets_is_what_the_article_says_it_is(text, entity):
    rows = mentions(text)
    assert rows["entity"].tolist() == [entity] * 3
    assert rows["naming"].tolist() == ["name", "acronym", "acronym"]


@pytest.mark.parametrize(
    "text",
    [
        "The Eastern Policy Institute (XYZ, in Testville) closed.",
        "The Eastern Policy Institute (NATO) closed.",
        "Kwame Boateng (XYZ) spoke.",
    ],
)
def test_initials_that_do_not_fit_explain_nothing_unless_they_stand_alone_behind_a_body_and_mean_nobody_else(text):
    rows = mentions(text)
    explained = rows[rows["text"].isin(["XYZ", "NATO"])]
    assert not set(explained["entity"]) & {"eastern-policy-institute", "kwame-boateng"}


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The National Institute for Space Tests (INPT) opened. INPT closed.", "national-institute-for-space-tests"),
        ("The National Institute for Space Tests, known as INPT, opened. Then INPT closed.", "national-institute-for-space-tests"),
        ("The EPI (Eastern Policy Institute) opened. The EPI closed.", "eastern-policy-institute"),
    ],
)
def test_an_acronym_from_another_language_or_before_its_full_name_is_explained_too(text, entity):
    assert mentions(text)["entity"].tolist() == [entity] * 3


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("In Brazil, Congress cut the budget.", "congress"),
        ("Brazil is large. Brazilians know it. Congress cut the budget.", "congress"),
        ("In the United States, Congress cut the budget.", "us-congress"),
        ("Washington paid, and Brazil and Brazilians thanked it. Then Congress cut the budget.", "us-congress"),
    ],
)
def test_a_body_that_many_countries_have_is_that_of_the_country_that_is_spoken_of(text, entity):
    rows = mentions(*text.split(". "))
    assert rows.loc[rows["text"] == "Congress", "entity"].tolist() == [entity]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Russia sent troops from the Far East.", "russian-far-east"),
        ("Minsk and Belarus wait. Belarus knows that Russia sent troops from the Far East.", "russian-far-east"),
        ("Nobody had been to the Far East.", "east-asia"),
        ("The United Nations met. The Security Council was silent.", "un-security-council"),
        ("Georgia voted.", "georgia"),
        ("Minsk was quiet. The KGB was not.", "belarusian-kgb"),
    ],
)
def test_of_several_meanings_the_country_that_the_article_names_decides(text, entity):
    rows = mentions(text)
    assert rows["entity"].iloc[-1] == entity and rows["confidence"].iloc[-1] < 0.8


def test_an_id_has_no_accents_and_no_apostrophes():
    ids = mentions("Rói Lambhaga-Dahl of the Testers’ Union met Gülseren Atamanər.")["entity"].tolist()
    assert ids == ["roi-lambhaga-dahl", "testers-union", "gulseren-atamaner"]


def test_an_article_about_another_continent_is_read_as_well():
    rows = mentions(
        "In Lusaka, Chanda Mwansa of the Copperbelt Chamber of Commerce asked why. Finance Minister Grace Phiri did not.",
        "Mwansa told Radio Ndeke that the Sahel Growth Fund (SGF) had paid. Phiri doubted it, and the SGF fell silent.",
    )
    assert rows[["entity", "type"]].value_counts().to_dict() == {
        ("zambia", "LOC"): 1, ("chanda-mwansa", "PER"): 2, ("copperbelt-chamber-of-commerce", "ORG"): 1,
        ("grace-phiri", "PER"): 2, ("radio-ndeke", "ORG"): 1, ("sahel-growth-fund", "ORG"): 3,
    }  # fmt: skip


def test_an_unknown_name_is_never_as_sure_as_a_known_one():
    rows = mentions("Kwame Boateng met Vladimir Putin in Minsk.").set_index("entity")["confidence"]
    assert rows["kwame-boateng"] < rows["belarus"] < rows["vladimir-putin"] == 1


def test_no_name_reaches_over_the_end_of_a_paragraph():
    assert "european-union" not in set(mentions("They called it European", "Union men left.")["entity"])
    rows = mentions("They left Minsk.", "They left Kyiv.")
    assert rows["paragraph"].tolist() == [0, 1] and rows["sentence"].tolist() == [0, 1]


PIECES = st.one_of(
    st.text(max_size=15),
    st.sampled_from(
        ["Russia", "Bank of Russia", "the West", "Western", "U.S.", "US$5", "Lukashenko’s", "Boateng", "Kwame Boateng", "(EPI)",
         "Minsk agreements", "al-Assad", "President", "the Russian president", "NATO Secretary General", "he", "her", "its", ", the minister,", "the bank", "the Boatengs", "RUSSIA", "and", "of", ".", "“", "Jordan", "Georgia", "ﬀ", "İ", "\u200b"]
    ),
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map(" ".join).map(lambda text: " ".join(text.split()))


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_whatever_the_text_mentions_are_exact_sorted_and_apart(paragraphs):
    reading = read(*paragraphs)
    rows = entities.mentions(reading, knowledge.load())
    assert tuple(rows.columns) == entities.COLUMNS
    text = reading.article.text
    assert all(text[row.start : row.end] == row.text and row.text.strip() for row in rows.itertuples())
    assert (rows["end"].to_numpy()[:-1] <= rows["start"].to_numpy()[1:]).all()
    assert rows["confidence"].between(0, 1).all() and (rows["entity"] != "").all() and (rows["reason"] != "").all()
    assert set(rows["naming"]) <= set(entities.NAMINGS) and set(rows["type"]) <= set(knowledge.TYPES)
    place = rows.merge(reading.sentences, on=["paragraph", "sentence"], suffixes=("", "_sentence"))
    assert len(place) == len(rows) and (place["start"] >= place["start_sentence"]).all()
    assert (place["start"] < place["end_sentence"]).all()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Farmers in Pelo Grando wait.", "LOC"),
        ("She keeps faith in Pelo Grando.", "PER"),
        ("The Pelo Grando chain is long.", "LOC"),
        ("He told the daily Pelo Grando that it rained.", "ORG"),
        ("They crossed the river Pelo Grando.", "LOC"),
        ("Then Pelo Grando spoke.", "PER"),
        ("Minister Pelo Grando lives in Lima. He met Pelo Grando in Lima.", "PER"),
    ],
)
def test_the_words_beside_a_name_tell_what_it_is_where_the_reader_is_not_sure(text, kind):
    article = read(text)
    start = text.index("Pelo Grando")
    name = Name(start, start + len("Pelo Grando"), "Pelo Grando", "PER", 0.5)
    assert typed_by_context([name], article)[0].type == kind
    assert typed_by_context([name._replace(confidence=0.9)], article)[0].type == "PER"


def test_what_is_told_at_one_place_holds_at_all_unless_another_tells_otherwise():
    text = "Farmers in Pelo wait. Pelo is dry. The daily Pelo says so."
    places = [place for place in range(len(text)) if text.startswith("Pelo", place)]
    names = [Name(place, place + 4, "Pelo", "PER", 0.5) for place in places]
    assert [name.type for name in typed_by_context(names[:2], read(text))] == ["LOC", "LOC"]
    assert [name.type for name in typed_by_context(names, read(text))] == ["PER"] * 3


@pytest.mark.parametrize(
    ("text", "full", "kind", "short"),
    [
        ("The Cabinet Testariat drafts. The Testariat says so.", "Cabinet Testariat", "ORG", "Testariat"),
        ("He owns Savatesta Cement. Savatesta did not answer.", "Savatesta Cement", "ORG", "Savatesta"),
        ("Ada Test-Nunes leads a union. Test-Nunes has sued.", "Ada Test-Nunes", "PER", "Test-Nunes"),
    ],
)
def test_a_body_by_its_last_word_or_its_first_and_a_surname_are_linked_though_the_reader_is_sure_of_a_body(text, full, kind, short):
    article, places = read(text), (text.index(full), text.rindex(short))
    names = pd.DataFrame(
        [(places[0], places[0] + len(full), kind, 0.9), (places[1], places[1] + len(short), "ORG", 0.95)],
        columns=["start", "end", "type", "confidence"],
    )
    rows = entities.mentions(dataclasses.replace(article, names=names), knowledge.load())
    assert rows.loc[rows["start"].isin(places), "entity"].nunique() == 1 and set(places) <= set(rows["start"])
