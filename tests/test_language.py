import datetime
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancebook import language
from stancebook.errors import DataError
from stancebook.language import models
from stancebook.language.lemmas import lemma


def article(*paragraphs):
    text, spans = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = spans[-1][1] + 2 if spans else 0
        spans.append((start, start + len(paragraph)))
    return SimpleNamespace(name="made", text=text, paragraphs=tuple(spans), date=datetime.date(2022, 2, 1))


def sentences(*paragraphs):
    return language.read(article(*paragraphs)).sentences["text"].tolist()


def words(text):
    return language.read(article(text)).words["text"].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops came on Feb. 10. They stayed.", ["Troops came on Feb. 10.", "They stayed."]),
        ("He spoke of a “threat.” She did not.", ["He spoke of a “threat.”", "She did not."]),
        ("The U.S. Army left. Gen. Ash spoke.", ["The U.S. Army left.", "Gen. Ash spoke."]),
        ("Will they go? No! They stay.", ["Will they go?", "No!", "They stay."]),
        ("It has said no. In thirty years it has said no twice.", ["It has said no.", "In thirty years it has said no twice."]),
        ("“No. We cannot,” he said.", ["“No.", "We cannot,” he said."]),
        ("They moved to No. 10 and No. IV is free.", ["They moved to No. 10 and No. IV is free."]),
        ("It cost 3.5 billion (or more.) Then it fell.", ["It cost 3.5 billion (or more.)", "Then it fell."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    assert sentences(text) == expected


def test_a_paragraph_always_ends_its_sentence():
    assert sentences("No stop here", "Another one") == ["No stop here", "Another one"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It’s Minsk’s army.", ["It", "’s", "Minsk", "’s", "army", "."]),
        ("They don’t know.", ["They", "do", "n’t", "know", "."]),
        ("the West—war or peace—is", ["the", "West", "—", "war", "or", "peace", "—", "is"]),
        ("“Allied Resolve”, he said", ["“", "Allied", "Resolve", "”", ",", "he", "said"]),
    ],
)
def test_words_are_cut_as_their_straight_forms_would_be(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("said", "VERB", "say"), ("troops", "NOUN", "troops"), ("countries", "NOUN", "country"), ("was", "AUX", "be"),
        ("sanctioning", "VERB", "sanction"), ("Minsk", "PROPN", "Minsk"), ("worse", "ADJ", "bad"), ("n’t", "PART", "not"),
    ],
)  # fmt: skip
def test_lemmas(word, tag, expected):
    assert lemma(word, tag) == expected


PIECES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["U.S.", "“so,”", "it’s", "—", "...", "http://a.b/c?d=e", "🙂", "Привет", "\u200b", "don’t", "!?", "2.5%"]),
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join).map(lambda text: " ".join(text.split()))


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_whatever_the_text_offsets_are_exact_and_nothing_is_lost(paragraphs):
    made = article(*paragraphs)
    reading = language.read(made)
    for table in (reading.sentences, reading.words):
        assert all(made.text[row.start : row.end] == row.text for row in table.itertuples())
        assert table["start"].is_monotonic_increasing
        assert (table["end"].to_numpy()[:-1] <= table["start"].to_numpy()[1:]).all()
    covered = {place for row in reading.words.itertuples() for place in range(row.start, row.end)}
    assert all(character.isspace() or place in covered for place, character in enumerate(made.text))
    inside = reading.words.merge(reading.sentences, on="sentence", suffixes=("", "_sentence"))
    assert (inside["start"] >= inside["start_sentence"]).all() and (inside["end"] <= inside["end_sentence"]).all()


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_word_token_holds_a_letter_or_a_digit_and_every_such_token_is_a_word(text):
    reading = language.read(article(text))
    tokens = set(language.word_tokens(reading)["start"])
    for row in reading.words.itertuples():
        assert (row.start in tokens) == any(character.isalnum() for character in row.text)


def test_reading_twice_gives_the_same():
    made = article("Minsk waited, and the Kremlin did not.", "Who knows?")
    assert language.read(made).words.equals(language.read(made).words)


def test_a_very_long_sentence_is_read():
    assert len(words("word " * 5000)) == 5000


def test_a_damaged_or_missing_model_says_so(tmp_path):
    with pytest.raises(DataError, match="missing"):
        models._verified("first-reading-tags.json.xz", tmp_path)
    (tmp_path / "first-reading.sha256").write_text("0  first-reading-tags.json.xz\n")
    (tmp_path / "first-reading-tags.json.xz").write_bytes(b"cut short")
    with pytest.raises(DataError, match="damaged"):
        models._verified("first-reading-tags.json.xz", tmp_path)
