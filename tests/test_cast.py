from types import SimpleNamespace

import pandas as pd
import pytest

from stancebook import charts, entities, knowledge, language
from stancebook.errors import StancebookError
from stancebook.findings import cast

ROWS = [
    # entity, name, type, naming, text, sentence, start, confidence
    ("Belarus", "Belarus", "LOC", "metonym", "Minsk", 0, 0, 1.0),
    ("Russia", "Russia", "LOC", "name", "Russia", 0, 20, 1.0),
    ("Belarus", "Belarus", "LOC", "name", "Belarus", 1, 40, 1.0),
    ("Belarus", "Belarus", "LOC", "demonym", "Belarusian", 2, 80, 1.0),
    ("Kwame Boateng", "Boateng", "PER", "name", "Boateng", 2, 100, 0.6),
]
MENTIONS = pd.DataFrame(
    ROWS, columns=["entity", "name", "type", "naming", "text", "sentence", "start", "confidence"]
).assign(end=lambda rows: rows["start"] + rows["text"].str.len())
WORDS = pd.DataFrame({"start": range(0, 200, 5)})
SENTENCES = pd.DataFrame({"sentence": range(4), "start": [0, 40, 80, 120], "end": [39, 79, 119, 150]})


def test_leading_puts_all_ways_of_naming_together_and_rates_them_per_thousand_words():
    frequent = cast.leading(MENTIONS, WORDS, top=2)
    assert frequent[["entity", "count", "sentences"]].values.tolist() == [["Belarus", 3, 3], ["Russia", 1, 1]]
    assert frequent["per_thousand"].tolist() == [75.0, 25.0]


def test_every_wording_is_counted_under_its_entity():
    frequent = cast.leading(MENTIONS, WORDS, top=5)
    ways, wordings = cast.namings(MENTIONS, frequent)
    assert ways.groupby("entity")["mentions"].sum().to_dict() == MENTIONS["entity"].value_counts().to_dict()
    assert ways.loc[ways["entity"] == "Belarus", "naming"].tolist() == ["name", "demonym", "metonym"]
    assert wordings["wording"].is_unique and wordings["count"].sum() == len(MENTIONS)


def test_together_counts_sentences_and_names_them():
    frequent = cast.leading(MENTIONS, WORDS, top=5)
    pairs, places = cast.together(MENTIONS, frequent, SENTENCES)
    assert sorted(pairs["pair"]) == ["Belarus and Boateng", "Belarus and Russia"]
    assert set(places["sentence"]) == {0, 2}
    assert places["pair"].value_counts().to_dict() == dict(zip(pairs["pair"], pairs["count"]))
    assert pairs["npmi"].between(-1, 1).all()


@pytest.mark.parametrize(
    ("shared", "first", "second", "total", "expected"), [(2, 2, 2, 8, 1.0), (1, 2, 4, 8, 0.0), (4, 4, 4, 4, 1.0)]
)
def test_npmi_is_one_when_two_stand_only_together_and_zero_as_by_chance(shared, first, second, total, expected):
    assert cast._npmi(shared, first, second, total) == pytest.approx(expected)


def test_only_the_entities_asked_for_are_kept_and_an_unknown_one_is_an_error():
    assert set(cast.kept(MENTIONS, ["Russia"])["entity"]) == {"Russia"}
    assert len(cast.kept(MENTIONS, [])) == len(MENTIONS)
    with pytest.raises(StancebookError, match="Atlantis.*Belarus, Russia"):
        cast.kept(MENTIONS, ["Atlantis"])


def test_positions_are_in_words_from_the_beginning():
    positions = cast.positions(MENTIONS, WORDS, cast.leading(MENTIONS, WORDS, top=5))
    assert positions.set_index("start").loc[[0, 40, 100], "position"].tolist() == [0, 8, 20]


def test_nobody_named_is_said_in_words():
    none = MENTIONS.iloc[:0]
    frequent = cast.leading(none, WORDS, top=5)
    ways, wordings = cast.namings(none, frequent)
    pairs, _ = cast.together(none, frequent, SENTENCES)
    said = [cast.finding(frequent), cast.naming_finding(ways), cast.entrance(none, frequent), cast.pair_finding(pairs)]
    assert all(said) and wordings.empty
    assert "No entity" in cast.ways_of_naming(ways) and "No sentence" in cast.in_company(pairs)


def test_a_text_that_names_nobody_goes_through_every_question():
    text = "The boat enters the chamber through the lower gates. Somebody winds the paddles open."
    reading = language.read(SimpleNamespace(name="made", text=text, paragraphs=((0, len(text)),)))
    none = entities.mentions(reading, knowledge.load())
    every_way = cast.kept(none, [], cast.NAMINGS)
    ways, wordings = cast.namings(every_way, cast.leading(none, reading.words, top=5))
    assert none.empty and ways.empty and wordings.empty and cast.worded(every_way).empty


def test_the_uncertain_links_are_listed_with_their_confidence():
    assert "Boateng" in cast.uncertain(MENTIONS) and "0.60" in cast.uncertain(MENTIONS)
    assert "Minsk" not in cast.uncertain(MENTIONS)


def test_pronouns_count_only_where_they_are_asked_for_and_the_note_says_so():
    he = MENTIONS.iloc[:1].assign(naming="pronoun", text="he", start=60, end=62)
    rows = pd.concat([MENTIONS, he], ignore_index=True)
    assert len(cast.kept(rows, [])) == len(MENTIONS) and len(cast.kept(rows, [], cast.NAMINGS)) == len(rows)
    assert set(cast.kept(rows, [], ["demonym", "metonym"])["text"]) == {"Minsk", "Belarusian"}
    with pytest.raises(StancebookError, match="way of naming “nickname”.*demonym"):
        cast.kept(rows, [], ["nickname"])
    assert cast.mention_note(WORDS) == "Mentions in 40 word tokens, by any way of naming but descriptions and pronouns."
    assert cast.mention_note(WORDS, ["name", "acronym"]) == "Mentions in 40 word tokens, by name and acronym only."
    assert "pronouns too" in cast.mention_note(WORDS, cast.NAMINGS)


def test_the_audit_lists_every_decision_with_its_reason_least_certain_first():
    rows = MENTIONS.assign(paragraph=[0, 0, 1, 2, 2], reason=["seat", "line 3", "line 4", "line 5", "<b>read</b>"])
    listed = cast.audit(rows)
    assert listed.index("Boateng") < listed.index("Minsk") and "All 5 decisions" in listed
    assert "&lt;b&gt;read" in listed and "line 4" in listed
    assert "nothing to decide" in cast.audit(rows.iloc[:0])


def test_the_pronouns_left_open_are_counted_and_what_was_measured_is_shown():
    words = pd.DataFrame({"text": ["He", "saw", "it", "and", "him"], "part_of_speech": ["PRON", "VERB", "PRON", "CCONJ", "PRON"]})
    said = cast.pronoun_accuracy(words, MENTIONS.assign(naming=["pronoun", "name", "name", "name", "name"]))
    assert "Of 3 third-person pronouns, 1 was resolved" in said
    assert "he or she" in said and "Wilson" in said and "GUM" in said and "nan" not in said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((6, 4, 3), "A is named most, 6 times; B follows with 4"),
        ((6, 4, 4), "A is named most, 6 times; B and C follow with 4 each"),
        ((6, 1, 1, 1, 1), "A is named most, 6 times; 4 follow with 1 each"),
        ((5, 5, 3), "A and B are named most, 5 times each"),
        ((1, 1, 1, 1), "Nobody stands out: 4 are named most, 1 time each"),
        ((2,), "A is named 2 times"),
    ],
)
def test_who_are_level_are_named_together(counts, said):
    frequent = pd.DataFrame({"name": list("ABCDE")[: len(counts)], "count": counts})
    assert cast.finding(frequent) == said


def test_a_title_says_in_how_many_paragraphs_each_stands():
    rows = pd.DataFrame({"entity": list("aaabb"), "paragraph": [0, 0, 3, 1, 2]})
    frequent = pd.DataFrame({"entity": list("ab"), "name": list("AB")})
    assert cast.entrance(rows, frequent) == "A is named in 2 paragraphs, B in as many"
    assert cast.entrance(rows[rows["paragraph"] != 3], frequent) == "B is named in 2 paragraphs, A in 1"


def test_of_pairs_that_share_one_sentence_each_none_is_put_first():
    pairs = pd.DataFrame({"pair": ["A and B", "A and C"], "count": [1, 1], "npmi": [0.6, 0.2]})
    assert "No two" in cast.pair_finding(pairs) and "2 pairs of them do in one" in cast.in_company(pairs)


def test_what_is_meant_by_a_pronoun_stands_beside_what_is_named():
    he = MENTIONS.iloc[:1].assign(naming="pronoun", text="he", start=60, end=62)
    rows = pd.concat([MENTIONS, he], ignore_index=True)
    counts = cast.named_or_meant(rows, cast.leading(rows, WORDS, top=5))
    assert counts["mentions"].sum() == len(rows) and counts.loc[counts["way"] == "by description or pronoun", "mentions"].tolist() == [1]


def test_each_way_of_naming_has_a_colour_of_its_own():
    assert len(cast.NAMINGS) <= len(set(charts.style.PALETTE))
