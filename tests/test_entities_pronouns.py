"""He, she, it and they: linked where the evidence is clear, left out where it is not."""

import pytest
from test_entities import mentions, read

from stancebook import entities, knowledge
from stancebook.entities import gender, pronouns


def meant(*paragraphs):
    rows = mentions(*paragraphs)
    return list(rows.loc[rows["naming"] == "pronoun", ["text", "entity"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lukashenko said that he would not send his troops.", [("he", "alexander-lukashenko"), ("his", "alexander-lukashenko")]),
        ("Angela Merkel spoke. She said that she was tired.", [("She", "angela-merkel")] + [("she", "angela-merkel")]),
        # Gender by the given name, by a title, by the knowledge base
        ("Mary Boateng met Kwame Boateng in Accra. She smiled.", [("She", "mary-boateng")]),
        ("Mrs Phiri spoke to the press. She smiled.", [("She", "phiri")]),
        ("Ban Ki-moon spoke. He smiled.", [("He", "ban-ki-moon")]),
        # Of another gender than all who are named
        ("Angela Merkel spoke. He smiled.", []),
        # Nobody at all, and nobody who is named
        ("He smiled.", []),
        ("It rained, and it is clear that it will rain.", []),
        ("They say that it is so.", []),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(text, expected):
    assert meant(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Two who fit, neither of whom stands out
        "A photograph of Vladimir Putin with Dmitry Peskov and Sergei Lavrov was shown. In it he smiled at him.",
        # Words within a quotation are not about the one who speaks them
        "“He has no army,” said Stoltenberg.",
        # Subject and object of one verb are two people
        "Stoltenberg saw him.",
    ],
)
def test_what_is_not_clear_is_left_out(text):
    assert not {words.lower() for words, _ in meant(text)} & {"him", "he"}


def test_a_pronoun_has_its_own_confidence_and_says_why():
    rows = mentions("Lukashenko said that he would not send his troops.").set_index("text")
    assert pronouns.threshold("he") <= rows.at["he", "confidence"] < 1
    assert rows.at["he", "reason"].startswith("“he”: the only man")
    assert rows.at["he", "type"] == "PER" and rows.at["he", "name"] == "Alexander Lukashenko"


def test_an_ambiguous_name_is_meant_by_no_pronoun():
    found = meant("John Kerrigan met Mary Kerrigan. Then Kerrigan left. The war had made Kerrigan what he was.")
    assert "kerrigan-ambiguous" not in {entity for _, entity in found}


def test_a_decision_on_a_pronoun_goes_before_the_model(tmp_path):
    from test_entities_decisions import decided

    text = ("Kwame Boateng met Ada Example. He said that he was tired.",)
    rows = decided(tmp_path, "made,1,he,1,ada-example,pronoun,", "made,1,He,1,,,", text=text)
    assert list(rows.loc[rows["naming"] == "pronoun", ["text", "entity"]].itertuples(index=False, name=None)) == [("he", "ada-example")]


@pytest.mark.parametrize(
    ("name", "pronoun"), [("mary", "she"), ("john", "he"), ("olena", "she"), ("kwame", "he"), ("fatima", "she"), ("andrea", None)]
)
def test_given_names_say_he_or_she_or_nothing(name, pronoun):
    assert gender.given_names().get(name) == pronoun


def test_every_person_of_the_knowledge_base_has_a_pronoun():
    people = knowledge.load().entities.query("type == 'PER'")
    assert people["pronoun"].isin(["he", "she", "they"]).all()
    others = knowledge.load().entities.query("type != 'PER'")
    assert (others["pronoun"] == "").all()


def test_the_model_has_weights_and_a_threshold_for_every_form():
    for form in pronouns.KINDS:
        one = pronouns.model()[pronouns.model_of(form)]
        assert one["weights"] and 0.5 <= one["threshold"] <= 1


def test_a_thousand_words_take_well_under_a_second():
    import time

    text = "Lukashenko met Kwame Boateng, the finance minister of Ghana, in Minsk, where he said that it was his army. " * 8
    reading = read(*[text.strip()] * 6)
    known = knowledge.load()
    entities.mentions(reading, known)
    started = time.process_time()
    entities.mentions(reading, known)
    assert len(reading.words) > 900 and time.process_time() - started < 1


def test_what_rather_means_somebody_than_not_is_no_mention_but_can_be_asked_for():
    text = read("Stoltenberg met Lavrov in Oslo. NATO has an army. It is large, and he likes it. Lukashenko said that he would go.")
    known = knowledge.load()
    found = entities.mentions(text, known)
    less = entities.unsure(text, found, known)
    assert list(less.columns) == list(found.columns) and not set(less["start"]) & set(found["start"])
    assert (less["naming"] == "pronoun").all() and set(less["entity"]) <= set(found["entity"])
    least = less["text"].str.lower().map(pronouns.threshold)
    assert ((less["confidence"] >= 0.5) & (less["confidence"] < least)).all()
