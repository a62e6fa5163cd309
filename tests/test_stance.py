from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancebook import stance

PARTS = {
    "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "JJ": "ADJ", "RB": "ADV", "VB": "VERB", "VBD": "VERB",
    "VBZ": "VERB", "VBP": "VERB", "VBN": "VERB", "VBG": "VERB", "IN": "ADP", "DT": "DET", "PRP": "PRON", "PRP$": "PRON",
    "CD": "NUM", "TO": "PART", "EX": "PRON", "CC": "CCONJ", "WP": "PRON", "WRB": "ADV", "RP": "ADP", "UH": "INTJ",
    "POS": "PART", "WDT": "DET", "JJR": "ADJ", "RBR": "ADV", ".": "PUNCT", ",": "PUNCT", ":": "PUNCT", "``": "PUNCT",
    "''": "PUNCT",
}  # fmt: skip
LEMMAS = {
    "is": "be", "was": "be", "’s": "be", "are": "be", "ca": "can", "appears": "appear", "appeared": "appear",
    "shows": "show", "showed": "show", "found": "find", "suggests": "suggest", "claims": "claim", "has": "have",
    "said": "say", "n’t": "not", "n't": "not", "knows": "know", "known": "know",
    "weapons": "weapon", "pretending": "pretend", "us": "we",
}  # fmt: skip


def reading(*sentences: str) -> SimpleNamespace:
    """A hand-tagged reading: each sentence a string of word/TAG, all in one paragraph."""
    rows, text = [], ""
    for number, sentence in enumerate(sentences):
        for item in sentence.split():
            word, tag = item.rsplit("/", 1)
            rows.append(
                {
                    "article": "test", "paragraph": 0, "sentence": number, "start": len(text),
                    "end": len(text) + len(word), "text": word, "lemma": LEMMAS.get(word.lower(), word.lower()),
                    "part_of_speech": PARTS[tag], "tag": tag,
                }  # fmt: skip
            )
            text += word + " "
    return SimpleNamespace(article=SimpleNamespace(name="test", text=text), words=pd.DataFrame(rows))


def kept(*sentences: str) -> list[tuple[str, str]]:
    found = stance.markers(reading(*sentences))
    found = found[found["kept"]]
    return list(zip(found["text"], found["category"]))


def one(sentence: str, entry: str, layer: str = "") -> pd.Series:
    found = stance.markers(reading(sentence))
    found = found[(found["entry"] == entry) & (found["category"].str.contains(layer))]
    assert len(found) == 1, found
    return found.iloc[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks/NNS resume/VBP in/IN May/NNP ./.",
        "On/IN May/NNP 9/CD they/PRP march/VBP ./.",
        "On/IN 9/CD May/MD they/PRP march/VBP ./.",
        "Theresa/NNP May/NNP resigned/VBD ./.",
        "Theresa/NNP May/MD resigned/VBD ./.",
        "May/MD was/VBD cold/JJ ./.",
        "By/IN last/JJ May/MD it/PRP ended/VBD ./.",
    ],
)
def test_the_month_and_the_surname_are_no_modals(sentence):
    found = one(sentence, "may")
    assert not found["kept"] and found["reason"]


@pytest.mark.parametrize("sentence", ["It/PRP may/MD rain/VB ./.", "May/MD he/PRP rest/VB ./."])
def test_the_modal_may_is_kept(sentence):
    assert one(sentence, "may")["kept"]


@pytest.mark.parametrize(
    ("sentence", "entry", "keeps"),
    [
        ("It/PRP would/MD like/VB peace/NN ./.", "would", False),
        ("It/PRP would/MD have/VB rained/VBN ./.", "would", True),
        ("He/PRP could/MD see/VB it/PRP ./.", "could", True),
        ("Its/PRP$ might/NN is/VBZ gone/JJ ./.", "might", False),
        ("It/PRP might/MD rain/VB ./.", "might", True),
        ("It/PRP can/MD be/VB slow/JJ ./.", "can", True),
        ("It/PRP can/MD swim/VB ./.", "can", False),
        ("It/PRP can/MD be/VB seen/VBN ./.", "can", False),
        ("About/IN 30/CD men/NNS came/VBD ./.", "about", True),
        ("They/PRP spoke/VBD about/IN men/NNS ./.", "about", False),
        ("Some/DT 30/CD men/NNS came/VBD ./.", "some", True),
        ("Some/DT men/NNS came/VBD ./.", "some", False),
        ("This/DT kind/NN of/IN weapon/NN ./.", "kind of", False),
        ("He/PRP was/VBD kind/RB of/RB tired/JJ ./.", "kind of", True),
        ("He/PRP appears/VBZ to/TO know/VB ./.", "appear", True),
        ("He/PRP appeared/VBD on/IN television/NN ./.", "appear", False),
        ("It/PRP appears/VBZ the/DT number/NN grew/VBD ./.", "appear", True),
        ("It/PRP was/VBD pretty/RB long/JJ ./.", "pretty", True),
        ("A/DT pretty/JJ town/NN ./.", "pretty", False),
        ("A/DT just/JJ war/NN ./.", "just", False),
        ("It/PRP is/VBZ just/RB wrong/JJ ./.", "just", True),
        ("Rather/RB than/IN wait/VB they/PRP left/VBD ./.", "rather", False),
        ("A/DT rather/RB odd/JJ offer/NN ./.", "rather", True),
        ("It/PRP is/VBZ far/RB worse/JJR ./.", "far", True),
        ("It/PRP is/VBZ far/RB away/RB ./.", "far", False),
        ("Such/JJ tender/JJ feelings/NNS ./.", "such", True),
        ("Such/JJ feelings/NNS ./.", "such", False),
        ("Certain/JJ countries/NNS left/VBD ./.", "certain", False),
        ("Defeat/NN is/VBZ certain/JJ ./.", "certain", True),
        ("They/PRP make/VBP sure/JJ it/PRP works/VBZ ./.", "sure", False),
        ("A/DT clear/JJ path/NN ./.", "clear", False),
        ("A/DT clear/JJ signal/NN ./.", "clear", True),
        ("The/DT very/JJ idea/NN ./.", "very", False),
        ("He/PRP is/VBZ known/VBN as/IN Sasha/NNP ./.", "know", False),
    ],
)  # fmt: skip
def test_a_gate_tells_the_marker_from_its_namesake(sentence, entry, keeps):
    found = stance.markers(reading(sentence))
    found = found[(found["entry"] == entry) & ~found["category"].isin(["reporting verb", "evaluative"])]
    assert found["kept"].tolist() == [keeps]
    assert (found["reason"] == "").tolist() == [keeps]


@pytest.mark.parametrize(
    ("sentence", "category", "modality"),
    [
        ("They/PRP must/MD have/VB known/VBN ./.", "booster", "epistemic"),
        ("They/PRP must/MD be/VB winning/VBG ./.", "booster", "epistemic"),
        ("Kyiv/NNP must/MD decide/VB ./.", "attitude marker", "deontic"),
        ("We/PRP must/MD decide/VB ./.", "engagement", "deontic"),
    ],
)
def test_must_infers_obliges_or_directs(sentence, category, modality):
    found = one(sentence, "must")
    assert (found["kept"], found["category"], found["modality"]) == (True, category, modality)


def test_contractions_match_what_they_stand_for():
    assert ("There ’s no way", "booster") in kept("There/EX ’s/VBZ no/DT way/NN he/PRP goes/VBZ ./.")
    assert ("It ’s not known", "hedge") in kept("It/PRP ’s/VBZ not/RB known/VBN who/WP won/VBD ./.")
    assert ("Let ’s", "engagement") in kept("Let/VB ’s/PRP see/VB ./.")
    found = stance.markers(reading("It/PRP ca/MD n’t/RB be/VB slow/JJ ./."))
    assert found.loc[found["entry"] == "can", "negated"].tolist() == [True]


def test_the_longest_phrase_wins_and_nothing_inside_it_counts():
    found = kept("It/PRP is/VBZ highly/RB unlikely/JJ to/TO end/VB ./.")
    assert found == [("highly unlikely", "hedge")]
    assert kept("No/DT doubt/NN it/PRP ended/VBD ./.") == [("No doubt", "booster")]


def test_a_word_may_be_both_stance_and_reporting_but_never_twice_in_one():
    assert sorted(kept("It/PRP suggests/VBZ that/IN they/PRP lost/VBD ./.")) == [
        ("suggests", "hedge"),
        ("suggests", "reporting verb"),
    ]


def test_negation_turns_a_booster_into_a_hedge():
    certain = one("It/PRP is/VBZ not/RB at/IN present/JJ certain/JJ ./.", "certain")
    assert (certain["category"], certain["negated"]) == ("hedge", True)
    assert one("It/PRP is/VBZ certain/JJ ./.", "certain")["category"] == "booster"


@pytest.mark.parametrize(
    ("sentence", "entry", "expected"),
    [
        ("It/PRP may/MD not/RB rain/VB ./.", "may", True),
        ("It/PRP may/MD rain/VB ,/, not/RB snow/VB ./.", "may", False),
        ("He/PRP did/VBD not/RB come/VB and/CC perhaps/RB slept/VBD ./.", "perhaps", False),
        ("He/PRP did/VBD not/RB only/RB win/VB ,/, perhaps/RB ./.", "perhaps", False),
        ("He/PRP never/RB seriously/RB threatened/VBD them/PRP ./.", "never", False),
        ("There/EX is/VBZ no/DT doubt/NN it/PRP may/MD rain/VB ./.", "may", False),
    ],
)
def test_a_negation_reaches_no_further_than_its_clause(sentence, entry, expected):
    assert one(sentence, entry)["negated"] == expected


def test_every_direct_question_engages_and_those_in_quotation_marks_say_so():
    own, inside = "Who/WP won/VBD ?/.", "“/`` Who/WP won/VBD ?/. ”/'' she/PRP slept/VBD ./."
    found = stance.markers(reading(own, inside, "“/`` Who/WP lost/VBD ?/. ”/''"))
    questions = found[found["subcategory"] == "question"]
    assert questions["kept"].all() and questions["quoted"].tolist() == [False, True, True]
    assert questions["text"].tolist() == ["?", "?", "?"]


def test_what_the_author_says_reports_no_source():
    found = one("I/PRP claims/VBZ that/IN it/PRP rains/VBZ ./.", "claim", "reporting verb")
    assert not found["kept"] and found["reason"]
    assert one("She/PRP claims/VBZ that/IN it/PRP rains/VBZ ./.", "claim", "reporting verb")["kept"]


def test_a_name_judges_nobody():
    assert one("The/DT Great/JJ War/NNP ./.", "great", "evaluative")["kept"]
    assert kept("The/DT Democratic/NNP Party/NNP ./.") == []


def test_reader_and_author():
    assert ("We", "engagement") in kept("We/PRP have/VBP seen/VBN it/PRP ./.")
    assert ("We", "self-mention") in kept("We/PRP argue/VBP that/IN it/PRP failed/VBD ./.")
    assert ("I", "self-mention") in kept("I/PRP saw/VBD it/PRP ./.")
    assert kept("World/NNP War/NNP I/NNP ended/VBD ./.") == []
    assert kept("The/DT US/NNP left/VBD ./.") == []
    assert ("Consider", "engagement") in kept("Consider/VB the/DT numbers/NNS ./.")
    assert kept("They/PRP consider/VBP the/DT numbers/NNS ./.") == []


def test_what_stands_in_quotation_marks_is_marked():
    found = stance.markers(reading("Perhaps/RB “/`` perhaps/RB ”/'' perhaps/RB ./."))
    assert found["quoted"].tolist() == [False, True, False]
    straight = stance.markers(reading("Perhaps/RB \"/`` perhaps/RB \"/'' perhaps/RB ./."))
    assert straight["quoted"].tolist() == [False, True, False]


def test_rates_are_per_thousand_words_with_an_exact_interval():
    text = reading(*["Perhaps/RB it/PRP rains/VBZ ./."] * 10)
    rates = stance.rates(stance.markers(text), text.words).set_index("category")
    assert tuple(rates.index) == stance.CATEGORIES
    hedge = rates.loc["hedge"]
    assert (hedge["count"], hedge["words"]) == (10, 30)
    assert hedge["per_thousand"] == pytest.approx(1000 / 3)
    # Garwood's limits for a count of 10, as printed in tables: 4.795 and 18.39.
    assert hedge["low"] * 30 / 1000 == pytest.approx(4.795, abs=0.001)
    assert hedge["high"] * 30 / 1000 == pytest.approx(18.390, abs=0.001)
    # Of a count of none: 0 and 3.689.
    assert rates.loc["booster", "low"] == 0 and rates.loc["booster", "high"] * 0.03 == pytest.approx(3.689, abs=0.001)


def test_no_words_no_rate():
    empty = reading("Perhaps/RB ./.")
    nothing = stance.rates(stance.markers(empty).iloc[:0], empty.words.iloc[:0])
    assert (nothing["per_thousand"] == 0).all() and nothing["per_thousand"].notna().all()


@pytest.mark.parametrize("bins", [1, 3, 4, 50])
def test_through_the_text_nothing_is_lost(bins):
    text = reading(*["Perhaps/RB it/PRP rains/VBZ ?/."] * 4)
    found = stance.markers(text)
    along = stance.along(found, text.words, bins=bins)
    assert along["count"].sum() == found["kept"].sum() == 8
    assert along.drop_duplicates("bin")["words"].sum() == 12


def test_around_an_entity_counts_each_of_its_sentences_once():
    first, second = "Minsk/NNP perhaps/RB waits/VBZ Minsk/NNP ./.", "Perhaps/RB Kyiv/NNP waits/VBZ ./."
    text = reading(first, second, "It/PRP rains/VBZ ./.")
    mentions = pd.DataFrame({"entity": ["Minsk", "Minsk", "Kyiv"], "sentence": [0, 0, 1]})
    around = stance.around(stance.markers(text), mentions, text.words)
    hedges = around[around["category"] == "hedge"].set_index("entity")
    assert hedges["count"].to_dict() == {"Minsk": 1, "Kyiv": 1}
    assert hedges["words"].to_dict() == {"Minsk": 4, "Kyiv": 3}


WORDS = (
    "perhaps/RB not/RB no/DT doubt/NN May/NNP may/MD It/PRP ’s/VBZ certain/JJ “/`` ”/'' ?/. ,/, about/IN 30/CD will/MD "
    "must/MD have/VB known/VBN we/PRP shows/VBZ that/IN regime/NN kind/NN of/IN rather/RB than/IN as/IN far/RB as/IN I/PRP know/VBP one/PRP do/VBP not/RB"
).split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=4))
def test_every_row_is_a_span_of_the_text_and_no_layer_overlaps(sentences):
    text = reading(*sentences)
    found = stance.markers(text)
    assert found["start"].is_monotonic_increasing
    for row in found.itertuples():
        assert text.article.text[row.start : row.end] == row.text
        assert bool(row.reason) != row.kept
    layers = found["category"].where(found["category"].isin(["reporting verb", "evaluative"]), "stance")
    # A pronoun counts inside a longer marker as well.
    layers = layers.mask((found["category"] == "self-mention") | (found["subcategory"] == "reader pronoun"), "pronoun")
    for _, rows in found[found["kept"]].groupby(layers):
        assert (rows["start"].to_numpy()[1:] >= rows["end"].to_numpy()[:-1]).all()
