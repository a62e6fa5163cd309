"""What the voices notebook asks: counts that have their evidence, findings that are true, and nobody speaking at all."""

import pandas as pd
import pytest

from stancebook import annotations, evidence, language, voices
from stancebook.articles import read
from stancebook.findings import speaking

TEXT = """Kyiv says that Minsk believes the war is near. “We want peace,” said Anna Brown, a farmer in Ghana, on Monday.

Officials claimed that the bridge was safe. The so-called “experts” of the Kremlin did not come to Paris."""


def found(tmp_path, text=TEXT):
    path = tmp_path / "piece.txt"
    path.write_text(text, encoding="utf8")
    return annotations.annotate(language.read(read(path, title="A piece")))


@pytest.fixture()
def everything(tmp_path):
    tables = found(tmp_path)
    statements = speaking.named(tables.statements)
    return tables, statements, speaking.spoken(statements), voices.shares(tables.reading, tables.statements)


def test_every_word_has_one_voice(everything):
    tables, _, _, shares = everything
    assert shares["words"].sum() == len(language.word_tokens(tables.reading))
    assert shares["share"].sum() == pytest.approx(1)
    assert shares["voice"].iat[0] == voices.AUTHOR
    assert (shares["direct"] + shares["indirect"])[1:].tolist() == shares["words"][1:].tolist()
    parts = speaking.in_words(shares, top=20)
    assert parts["words"].sum() == shares["words"].sum() and set(parts["way"]) <= set(speaking.WAYS)
    assert parts["name"].iat[0] == "the author"


def test_the_tables_of_counts_have_their_evidence(everything):
    tables, statements, said, shares = everything
    silent, mentions = speaking.unheard(tables.mentions, said, top=20)
    tables_of_counts = [
        (speaking.voices_table(shares, said, top=20), said, "voice"),
        (*speaking.framings(said, top=20), "key"),
        (silent, mentions, "entity"),
        (*speaking.nested(said), "key"),
        (*speaking.anonymous(said), "wording"),
        (*speaking.scare_quotes(speaking.scared(statements)), "wording"),
    ]
    for counts, places, key in tables_of_counts:
        assert len(counts)
        shown = places[places[key].isin(counts[key])]
        evidence.check(counts, shown, key=key, count="count")


def test_the_answers_say_what_the_tables_hold(everything):
    tables, statements, said, shares = everything
    assert "Anna Brown" in speaking.who_speaks(shares, said)
    assert "stands apart" in speaking.how_framed(said) and "claimed" in speaking.how_framed(said)
    assert "Belarus through Ukraine" in speaking.voices_in_voices(speaking.nested(said)[0])
    silent, _ = speaking.unheard(tables.mentions, said, top=20)
    assert {"Russia", "Ghana"} <= set(silent["name"]) and not {"Ukraine", "Belarus"} & set(silent["name"])
    assert "fficials" in speaking.without_a_name(*speaking.anonymous(said))
    assert "experts" in speaking.held_with_tongs(speaking.scare_quotes(speaking.scared(statements))[0])
    assert "no statement" in speaking.unheard_finding(silent)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((60, 30, 10), "60% of the words are the author’s own; A follows with 30%"),
        ((60, 20, 20), "60% of the words are the author’s own; A and B follow with 20% each"),
        ((70, 10, 10, 10), "70% of the words are the author’s own; 3 voices follow with 10% each"),
        ((999, 1), "100% of the words are the author’s own; A follows with less than 1%"),
    ],
)
def test_the_author_and_who_follows_are_given_in_one_unit(words, said):
    voiced = [voices.AUTHOR, *"abc"][: len(words)]
    shares = pd.DataFrame({"voice": voiced, "source": [one.upper() for one in voiced], "words": words})
    assert speaking.share_finding(shares.assign(share=shares["words"] / shares["words"].sum())) == said


def test_a_text_in_which_nobody_speaks_is_said_to_be_so(tmp_path):
    tables = found(
        tmp_path, "The bridge is old. It was built by hand. " + "The river runs below it in the summer. " * 3 + ""
    )
    statements = speaking.named(tables.statements)
    said, shares = speaking.spoken(statements), voices.shares(tables.reading, tables.statements)
    assert said.empty and speaking.share_finding(shares) == "The author alone speaks"
    silent, _ = speaking.unheard(tables.mentions, said, top=5)
    for shown in (
        speaking.who_speaks(shares, said), speaking.how_framed(said), speaking.framing_finding(said),
        speaking.voices_in_voices(speaking.nested(said)[0]), speaking.without_a_name(*speaking.anonymous(said)),
        speaking.held_with_tongs(speaking.scare_quotes(speaking.scared(statements))[0]), speaking.ledger(statements),
        speaking.never_quoted(silent), speaking.unheard_finding(silent),
    ):  # fmt: skip
        assert shown


def test_markup_in_an_article_is_escaped(tmp_path):
    tables = found(
        tmp_path,
        "Anna <b>Brown</b> said that <i>war</i> is <script>near</script>. A “<u>threat</u>” came. "
        + "The river runs on. " * 5,
    )
    statements = speaking.named(tables.statements)
    said, shares = speaking.spoken(statements), voices.shares(tables.reading, tables.statements)
    scares, _ = speaking.scare_quotes(speaking.scared(statements))
    pages = speaking.ledger(statements) + speaking.who_speaks(shares, said) + speaking.held_with_tongs(scares)
    assert not any(tag in pages for tag in ("<b>", "<i>", "<script>", "<u>"))


def test_long_contents_are_cut_in_tables_only():
    assert speaking._cut("one " * 40).endswith("…") and speaking._cut("one two") == "one two"
    assert speaking._cues(pd.Series(["said", "Said", "", "claims"])) == "said ×2, claims"


def test_a_quoted_word_is_nobodys_only_where_no_source_is_made_to_say_it(tmp_path):
    tables = found(tmp_path, "Anna Brown said that the law was “overtaken by events”. The “threat” came. " + "It rained on the town all day. " * 3)
    counts, _ = speaking.scare_quotes(speaking.scared(speaking.named(tables.statements)))
    assert dict(zip(counts["wording"], counts["whose"])) == {"overtaken by events": "Anna Brown", "threat": "–"}
    said = speaking.held_with_tongs(counts).striptags()
    assert said == "In quotation marks, nobody’s in particular: “threat” (1); in a source’s statement: “overtaken by events” (1, Anna Brown)."
    assert "O’Neil &amp; Sons" in speaking.held_with_tongs(counts.assign(whose="O’Neil & Sons"))


def test_titles_say_none_and_name_all_who_are_level():
    said = pd.DataFrame({"framing": ["acknowledge", "endorse"]})
    assert speaking.framing_finding(said) == "Of 2 statements, the author endorses 1 and stands apart from none"
    silent = pd.DataFrame({"name": list("ABCDEF"), "count": [2, 2, 1, 1, 1, 1]})
    assert speaking.unheard_finding(silent) == "A and B are named 2 times each and have no statement"
    assert speaking.unheard_finding(silent[:1]) == "A is named 2 times and has no statement"
    assert speaking.unheard_finding(silent[2:]) == "Of those who have no statement, none is named more than 1 time"
