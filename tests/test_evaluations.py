"""Who is judged, how, by which words and in whose voice: sentences with invented names, and invariants on any text."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from stancebook import evaluations, language, voices
from stancebook.annotations import annotate
from stancebook.errors import DataError
from stancebook.evaluations import judging
from stancebook.evaluations.trees import Tree


def annotated(text: str):
    return annotate(language.read(SimpleNamespace(name="made", text=text, paragraphs=((0, len(text)),), date=None)))


def judged(text: str) -> list[tuple[str, str, str, str]]:
    """Name, polarity, words and voice of what may be a judgement by words, given or not."""
    found = annotated(text).evaluations
    found = found[(found["polarity"] != "neutral") & (found["pattern"] != "reader")]
    return list(found[["name", "polarity", "text", "voice"]].itertuples(index=False, name=None))


#: Sentence, name, polarity, the words that carry it, whose judgement it is.
SAID = [
    # Attribute, predicate, apposition, what is named so.
    ("The reckless Radomir Velk spoke for an hour.", "Radomir Velk", "negative", "reckless", "author"),
    ("Radomir Velk is a coward.", "Radomir Velk", "negative", "coward", "author"),
    ("Radomir Velk is a brave and honest man.", "Radomir Velk", "positive", "brave and honest", "author"),
    ("Poland called Radomir Velk reckless.", "Radomir Velk", "negative", "reckless", "poland"),
    ("Radomir Velk, a tyrant, spoke for an hour.", "Radomir Velk", "negative", "tyrant", "author"),
    ("Radomir Velk is no hero.", "Radomir Velk", "negative", "no hero", "author"),
    # What an entity has or does stands for it.
    ("Poland condemned Russian aggression in the town.", "Russia", "negative", "aggression", "poland"),
    ("The presence of Russian troops threatens the valley.", "Russia", "negative", "threatens the valley", "author"),
    ("Radomir Velk betrayed his friends.", "Radomir Velk", "negative", "betrayed his friends", "author"),
    ("Radomir Velk made a serious mistake.", "Radomir Velk", "negative", "mistake", "author"),
    ("Radomir Velk is pretending to listen.", "Radomir Velk", "negative", "pretending to listen", "author"),
    ("Radomir Velk foolishly refused the offer.", "Radomir Velk", "negative", "foolishly", "author"),
    # Verbs that judge their object, and feelings about someone.
    ("Poland accused Radomir Velk of hiding the letters.", "Radomir Velk", "negative", "hiding the letters", "poland"),
    ("Radomir Velk was praised by Poland.", "Radomir Velk", "positive", "praised", "poland"),
    ("I am angry at Radomir Velk.", "Radomir Velk", "negative", "angry", "author"),
    ("Poland is afraid of Russia.", "Russia", "negative", "afraid", "poland"),
    ("The scandal weakened Radomir Velk.", "Radomir Velk", "negative", "weakened", "author"),
    ("The vote was a triumph for Radomir Velk.", "Radomir Velk", "positive", "triumph", "author"),
    ("Poland's condemnation of Radomir Velk was sharp.", "Radomir Velk", "negative", "condemnation", "poland"),
    ("Poland holds Radomir Velk responsible for the losses.", "Radomir Velk", "negative", "responsible", "poland"),
    ("Radomir Velk stressed Poland's success.", "Poland", "positive", "success", "radomir-velk"),
    # What somebody does, and how: also the agent of a passive, and unnamed people of a place.
    ("Radomir Velk ran a dishonest campaign.", "Radomir Velk", "negative", "dishonest", "author"),
    ("The villagers were betrayed by Radomir Velk.", "Radomir Velk", "negative", "betrayed", "author"),
    ("Somebody in Poland is foolish.", "Poland", "negative", "foolish", "author"),
    ("Radomir Velk kept his word.", "Radomir Velk", "positive", "kept his word", "author"),
    # Turns of phrase without an evaluative word.
    ("Poland speaks as though the river were its own.", "Poland", "negative", "as though the river were its own", "author"),
    ("Poland should have listened.", "Poland", "negative", "should have listened", "author"),
    ("Poland acted too late.", "Poland", "negative", "too late", "author"),
    ("Radomir Velk treated the guests like children.", "Radomir Velk", "negative", "like children", "author"),
    ("Poland seems to think that it owns the river.", "Poland", "negative", "seems to think", "author"),
    ("Radomir Velk offered no evidence.", "Radomir Velk", "negative", "no evidence", "author"),
    ("Radomir Velk did not listen.", "Radomir Velk", "negative", "not listen", "author"),
    # Negation turns it, but not who is told not to do so.
    ("Radomir Velk should not pretend to listen.", "Radomir Velk", "negative", "should not pretend to listen", "author"),
    ("Belarus threatens no one.", "Belarus", "positive", "threatens no one", "author"),
    ("Radomir Velk never betrayed his friends.", "Radomir Velk", "positive", "never betrayed his friends", "author"),
]


@pytest.mark.parametrize("sentence, name, polarity, words, voice", SAID, ids=[row[0] for row in SAID])
def test_who_is_judged_by_which_words_in_whose_voice(sentence, name, polarity, words, voice):
    assert (name, polarity, words, voice) in judged(sentence)


#: Sentence, and who is not judged in it.
NOT_SAID = [
    ("Poland accused Radomir Velk of fraud.", "Poland"),
    ("Radomir Velk was betrayed by his friends.", "Radomir Velk"),
    ("The invasion of Ukraine shocked the town.", "Ukraine"),
    ("Polish critics called the plan foolish.", "Poland"),
    ("The Russian dictator lives abroad.", "Russia"),
    ("The talks in Poland dealt with a terrible flood.", "Poland"),
    ("Radomir Velk met a corrupt mayor.", "Radomir Velk"),
    ("They called Radomir Velk a Turk, which is a stupid thing to say.", "Radomir Velk"),
    ("Radomir Velk sold his rhetorical loyalty to the mayor.", "Radomir Velk"),
    ("Radomir Velk is responsible for the archive.", "Radomir Velk"),
    ("It looks as if Poland won the match.", "Poland"),
    ("Radomir Velk fought a corrupt rival.", "Radomir Velk"),
    ("Radomir Velk was barely corrupt.", "Radomir Velk"),
    ("Poland should have been told.", "Poland"),
    ("In Poland, engineers were worried about the pumps.", "Poland"),
    ("Poland did not act too late.", "Poland"),
    ("The minister complained of anti-Polish propaganda.", "Poland"),
]


@pytest.mark.parametrize("sentence, name", NOT_SAID, ids=[row[0] for row in NOT_SAID])
def test_who_is_not_judged_by_the_words(sentence, name):
    assert name not in [row[0] for row in judged(sentence)]


def test_a_turn_of_phrase_leans_and_is_not_counted():
    row = annotated("Poland speaks as though the river were its own.").evaluations.iloc[0]
    assert row["tier"] == evaluations.LEANS and not row["given"] and "turn of phrase" in row["reason"]


def test_not_only_denies_nothing():
    assert ("Radomir Velk", "negative") in [row[:2] for row in judged("Radomir Velk is not only corrupt.")]


def test_a_word_in_scare_quotes_judges_nobody():
    found = annotated("The “threat” from Poland is exaggerated.").evaluations
    assert found["text"].tolist() == ["threat"]
    row = found.iloc[0]
    assert not row["given"] and row["reason"] == "in scare quotes"


def test_a_judgement_in_a_statement_is_its_sources():
    text = "Poland said that Radomir Velk was a dangerous liar."
    assert ("Radomir Velk", "negative", "liar", "poland") in judged(text)


def test_a_noun_and_its_adjectives_are_one_judgement():
    found = annotated("Radomir Velk is a cruel, corrupt and incompetent tyrant.").evaluations
    assert found["text"].tolist() == ["tyrant"]


def test_the_threshold_is_the_readers_to_set():
    text = "Radomir Velk is a coward. Radomir Velk met the mayor."
    made = annotated(text)
    tables = [
        evaluations.evaluations(made.reading, made.mentions, made.statements, made.markers, least_confidence=least)
        for least in (0.0, None, 1.01)
    ]
    counts = [int(table["given"].sum()) for table in tables]
    assert counts == sorted(counts, reverse=True) and counts[0] > 0 and counts[-1] == 0
    assert (tables[0]["confidence"] == tables[2]["confidence"]).all()


def test_a_text_without_names_has_an_empty_table_with_all_columns():
    found = annotated("it rained all day.").evaluations
    assert found.empty and tuple(found.columns) == evaluations.COLUMNS


WORDS = some.sampled_from(
    """Poland Russia Belarus Radomir Velk Putin the a brave corrupt tyrant threatens betrayed is was not never no one
    called accused of praised by said that “ ” , . ; and who foolish hero liar 's angry at he they troops if would ?
    Russian Polish anti-Western regime's 30,000 — (""".split()
)


@settings(max_examples=40, deadline=None)
@given(some.lists(WORDS, min_size=1, max_size=30).map(" ".join))
def test_what_holds_of_the_table_of_any_text(text):
    made = annotated(text)
    found, names = made.evaluations, made.mentions
    assert tuple(found.columns) == evaluations.COLUMNS
    assert found["start"].is_monotonic_increasing
    assert [text[start:end] for start, end in zip(found["start"], found["end"])] == found["text"].tolist()
    assert (found["start"] < found["end"]).all() and found["confidence"].between(0, 1).all()
    assert set(found["polarity"]) <= set(evaluations.POLARITIES)
    assert not (found["given"] & (found["polarity"] == "neutral")).any()
    # What is given has no reason against it; what leans one way and is not given says why.
    assert (found.loc[found["given"], "reason"] == "").all()
    assert (found.loc[~found["given"] & (found["polarity"] != "neutral"), "reason"] != "").all()
    assert set(found["tier"]) <= {*evaluations.TIERS, ""} and (found["given"] == (found["tier"] == evaluations.JUDGED)).all()
    assert (found["tier"].eq("") == found["polarity"].eq("neutral")).all()
    # Every entity has a row in every sentence that mentions it, and no other has, but where a pronoun may mean it.
    places = set(zip(names["sentence"], names["entity"]))
    assert places <= set(zip(found["sentence"], found["entity"]))
    more = found.loc[[place not in places for place in zip(found["sentence"], found["entity"])]]
    assert not more["given"].any() and (more["pattern"] != "reader").all()
    sentences = made.reading.sentences.set_index("sentence")
    for row in found.itertuples():
        place = sentences.loc[row.sentence]
        assert place["start"] <= row.start and row.end <= place["end"] and row.paragraph == place["paragraph"]
    assert (found["source"].eq("") == found["voice"].eq(voices.AUTHOR)).all()


def test_a_verb_judges_in_its_own_example():
    for row in pd.read_csv(judging.LEXICONS / "judging.csv").itertuples():
        text = row.example
        words = language.read(SimpleNamespace(name="made", text=text, paragraphs=((0, len(text)),), date=None)).words
        tree = Tree(words)
        found = [judging.load().of(lemma, form) for lemma, form in zip(tree.lemmas, tree.forms)]
        assert row.entry in [verb.entry for verb in found if verb], text


@pytest.mark.parametrize(
    "line, message",
    [
        ("praise,objects,positive,Judgment,FrameNet,He praised it.", "line 2: judged is “objects”"),
        ("praise,object,good,Judgment,FrameNet,He praised it.", "line 2: polarity is “good”"),
        ("praise,object,positive,Judgment,,He praised it.", "line 2: the column source is empty"),
    ],
)
def test_a_damaged_list_of_verbs_names_the_line(tmp_path, line, message):
    path = tmp_path / "judging.csv"
    path.write_text("entry,judged,polarity,frame,source,example\n" + line + "\n", encoding="utf8")
    with pytest.raises(DataError, match=message):
        judging.load(path)
