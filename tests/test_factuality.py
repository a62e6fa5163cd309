"""How certain clauses are: each line is a sentence, one of its words, and the certainty and polarity of that word."""

import pandas as pd
import pytest

from stancebook import annotations, claims, language
from stancebook.claims import embedding
from stancebook.claims.degrees import CERTAIN, POSSIBLE, PROBABLE, UNKNOWN, Factuality
from stancebook.claims.factuality import clauses
from stancebook.errors import DataError
from stancebook.paths import LEXICONS
from tests.test_claims import article, found

HEADER = ",".join(embedding.COLUMNS) + "\n"
GOOD = "manage,VERB,to,certain positive,certain negative,Karttunen 1971,They managed to leave.\n"


def said(text: str) -> pd.DataFrame:
    return annotations.annotate(language.read(article(text))).factuality


def annotated(reading) -> tuple[pd.DataFrame, pd.DataFrame]:
    found = annotations.annotate(reading)
    return found.statements, found.markers


def of(text: str, word: str, table: pd.DataFrame | None = None) -> tuple[str, str]:
    table = said(text) if table is None else table
    rows = table[table["text"] == word]
    assert len(rows) == 1, table["text"].tolist()
    return rows["certainty"].iloc[0], rows["polarity"].iloc[0]


YES, NO = ("certain", "positive"), ("certain", "negative")
LIKELY, UNLIKELY = ("probable", "positive"), ("probable", "negative")
MAYBE, MAYBE_NOT = ("possible", "positive"), ("possible", "negative")
OPEN = ("unknown", "positive")
CLAUSES = [
    ("Nobody believes that Russia attacked.", "attacked", UNLIKELY),
    ("The colonel does not believe that Russia attacked.", "attacked", UNLIKELY),
    ("The colonel believes that Russia attacked.", "attacked", LIKELY),
    ("The colonel doubts that Russia attacked.", "attacked", UNLIKELY),
    ("The colonel does not doubt that Russia attacked.", "attacked", LIKELY),
    ("The colonel denied that Russia had attacked.", "attacked", NO),
    ("The colonel did not deny that Russia had attacked.", "attacked", OPEN),
    ("The colonel did not say that Russia had attacked.", "attacked", OPEN),
    ("The colonel knew that Russia had attacked.", "attacked", YES),
    ("The colonel did not know that Russia had attacked.", "attacked", YES),
    ("The colonel did not know whether Russia had attacked.", "attacked", OPEN),
    ("The colonel does not know why Russia attacked.", "attacked", YES),
    ("It is unlikely that Russia attacked.", "attacked", UNLIKELY),
    ("It is not unlikely that Russia attacked.", "attacked", LIKELY),
    ("It is possible that Russia attacked.", "attacked", MAYBE),
    ("It is not possible that Russia attacked.", "attacked", NO),
    ("It is strange that Russia attacked.", "attacked", YES),
    ("There is no doubt that Russia attacked.", "attacked", YES),
    ("He managed to leave.", "leave", YES),
    ("He did not manage to leave.", "leave", NO),
    ("He failed to leave.", "leave", NO),
    ("He did not fail to leave.", "leave", YES),
    ("He refused to leave.", "leave", NO),
    ("He did not refuse to leave.", "leave", OPEN),
    ("He pretended to leave.", "leave", NO),
    ("He probably managed to leave.", "leave", LIKELY),
    ("He may have failed to leave.", "leave", MAYBE_NOT),
    ("They forced him to leave.", "leave", YES),
    ("They did not force him to leave.", "leave", OPEN),
    ("They prevented him from leaving.", "leaving", NO),
    ("They let him leave.", "leave", YES),
    ("They did not let him leave.", "leave", NO),
    ("He wants to leave.", "leave", OPEN),
    ("He has yet to leave.", "leave", NO),
    ("He is about to leave.", "leave", LIKELY),
    ("Officials refused to say whether the tanks had left.", "left", OPEN),
    ("The danger is that the dam breaks.", "breaks", MAYBE),
    ("My guess is that the committee knows this.", "knows", LIKELY),
    ("Either this is a bluff or it is a war.", "war", MAYBE),
    ("Let them stay.", "stay", OPEN),
    ("The strike is to last until Monday.", "last", YES),
    ("I hope they leave.", "leave", OPEN),
    ("He tried to leave.", "leave", OPEN),
    ("He seems to sleep.", "sleep", LIKELY),
    ("He is expected to leave.", "leave", LIKELY),
    ("He is said to be rich.", "rich", OPEN),
    ("The force is too weak to occupy the city.", "occupy", NO),
    ("Leave the city at once.", "Leave", OPEN),
    ("Do not leave the city.", "leave", OPEN),
    ("The guests may come and stay.", "stay", MAYBE),
    ("The guests never came or called.", "called", NO),
    ("The guests cannot come.", "come", NO),
    ("The guests might not come.", "come", MAYBE_NOT),
    ("The guests will not come.", "come", NO),
    ("The guests should come.", "come", OPEN),
    ("The guests should have come.", "come", NO),
    ("The guests must have come.", "come", LIKELY),
    ("The guests no longer come.", "come", NO),
    ("No guests came.", "came", NO),
    ("Few guests came.", "came", NO),
    ("A few guests came.", "came", YES),
    ("Not one guest came.", "came", NO),
    ("Under no circumstances will the guests come.", "come", NO),
    ("The guests came with no warning.", "came", YES),
    ("The guests came not only for the soup.", "came", YES),
    ("Apparently the guests came.", "came", LIKELY),
    ("The guests came, it seems, at night.", "came", LIKELY),
    ("Will the guests come?", "come", OPEN),
    ("If the guests come, the cook will sing.", "come", OPEN),
    ("If the guests come, the cook will sing.", "sing", YES),
    ("Should the guests come, the cook would sing.", "come", OPEN),
    ("Should the guests come, the cook would sing.", "sing", LIKELY),
    ("He spoke as if the guests had come.", "come", OPEN),
    ("He left because the guests came.", "came", YES),
    ("He left without telling the guests.", "telling", NO),
    ("He met nobody who spoke Greek.", "spoke", NO),
    ("Nobody who spoke Greek came.", "spoke", YES),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), CLAUSES, ids=[row[0] for row in CLAUSES])
def test_a_clause_is_as_certain_as_what_governs_it_leaves_it(text, word, expected):
    assert of(text, word) == expected


def test_a_cue_that_denies_does_so_for_every_sentence_of_its_voice():
    table = said("“No soldier crossed the river,” the general said. Kyiv denied that the bridge had fallen.")
    assert of("", "crossed", table) == NO and of("", "fallen", table) == NO
    assert table.set_index("text").loc["fallen", "voice"] == "ukraine"


def test_the_author_s_hedge_around_a_cue_does_not_weaken_the_source():
    table = said("Perhaps Kyiv said that the bridge had fallen.")
    assert of("", "said", table) == MAYBE and of("", "fallen", table) == YES


def test_without_trees_the_words_of_the_segment_decide():
    reading = language.read(article("They did not send 300 tanks. They may send 20 ships."))
    flat = reading.words.assign(head=-1, relation="")
    table = claims.claims(type(reading)(reading.article, reading.sentences, flat))
    assert list(zip(table["certainty"], table["polarity"])) == [NO, *[MAYBE] * (len(table) - 1)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Factuality(), Factuality(PROBABLE), Factuality(PROBABLE)),
        (Factuality(POSSIBLE, True), Factuality(PROBABLE, True), Factuality(POSSIBLE)),
        (Factuality(CERTAIN, True), Factuality(), Factuality(CERTAIN, True)),
        (Factuality(UNKNOWN), Factuality(CERTAIN, True), Factuality(UNKNOWN, True)),
    ],
)
def test_degrees_combine_to_the_weakest_and_denials_cancel(one, other, expected):
    assert one.within(other) == expected


def test_what_is_unknown_is_not_denied():
    assert Factuality(UNKNOWN, True).polarity == "positive"


CERTAINTY = [
    ("They sent 300 tanks.", "certain", "positive"),
    ("They did not send 300 tanks.", "certain", "negative"),
    ("They probably sent 300 tanks.", "probable", "positive"),
    ("They may have sent 300 tanks.", "possible", "positive"),
    ("They plan to send 300 tanks.", "unknown", "positive"),
    ("They refused to send 300 tanks.", "certain", "negative"),
    ("They expect 300 tanks.", "probable", "positive"),
    ("Did they send 300 tanks?", "unknown", "positive"),
    ("It is unlikely that they sent 300 tanks.", "probable", "negative"),
    ("It is not clear whether they sent 300 tanks.", "unknown", "positive"),
    ("If they send 300 tanks, we will fight.", "unknown", "positive"),
]


@pytest.mark.parametrize(("text", "degree", "polarity"), CERTAINTY, ids=[row[0] for row in CERTAINTY])
def test_the_certainty_of_a_figure_follows_its_markers_its_verbs_and_its_negation(text, degree, polarity):
    row = found(text, kind="figure").iloc[0]
    assert (row["certainty"], row["polarity"]) == (degree, polarity)


#: The forms that the complement’s word has in the examples.
COMPLEMENT = {"left", "leave", "leaves", "leaving", "late", "delay"}


def test_every_entry_of_the_lexicon_holds_in_its_own_example():
    """The complement of each example, which affirms the entry but for “There is no …”, is as certain as the entry says."""
    rows = pd.read_csv(LEXICONS / "factuality.csv", keep_default_na=False).to_dict("records")
    assert len(rows) >= 250
    examples = list(dict.fromkeys(row["example"] for row in rows))
    reading = language.read(article(*examples))
    sentences = clauses(reading, *annotated(reading))
    given = {}
    for one in sentences.values():
        place = next(place for place, token in enumerate(one.line.tokens) if token.text in COMPLEMENT)
        found = one.at_word(place)
        given[one.line.text] = found.certainty if found.degree == UNKNOWN else f"{found.certainty} {found.polarity}"
    failures = [
        f"{row['entry']} ({row['complement']}): {given[row['example']]} in “{row['example']}”, not {row['affirmed']}"
        for row in rows
        if given[row["example"]] != row["denied" if " no " in row["example"] else "affirmed"].replace("fact", "certain positive")
    ]
    assert not failures, "\n".join(failures)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (GOOD + GOOD, "line 3: repeats “manage” with to"),
        (GOOD.replace("VERB", "ADV"), "line 2: the part of speech is “ADV”"),
        (GOOD.replace(",to,", ",into,"), "line 2: the complement is “into”"),
        (GOOD.replace("certain negative", "surely not"), "line 2: “surely not” is no factuality"),
        (GOOD.replace("Karttunen 1971", ""), "line 2: the column source is empty"),
    ],
)
def test_a_wrong_row_is_named_by_its_line(tmp_path, rows, message):
    path = tmp_path / "factuality.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        embedding.load(path)
