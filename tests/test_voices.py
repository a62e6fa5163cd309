"""Voices: what is attributed to whom, in sentences of our own, in whole texts, and in any text at all."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stancebook import annotations, articles, entities, knowledge, language, voices
from stancebook.articles import Article

HERE = Path(__file__).parent
#: Sentences of our own, each with its attributions.
TABLES = ("attributions.txt", "attributions_in_columns.txt")
REAL = HERE.parents[1] / "shared" / "articles" / "belarus-staging-area.txt"


def article(*paragraphs: str) -> Article:
    bounds, start = [], 0
    for paragraph in paragraphs:
        bounds.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    nothing = pd.DataFrame()
    return Article("test", "", "", "", "", None, "\n\n".join(paragraphs), tuple(bounds), nothing, nothing, {})


def statements(*paragraphs: str) -> pd.DataFrame:
    reading = language.read(article(*paragraphs))
    return voices.statements(reading, entities.mentions(reading, knowledge.load()))


def sentences_with_attributions() -> list[tuple[str, list[tuple[str, ...]]]]:
    cases: list[tuple[str, list[tuple[str, ...]]]] = []
    lines = [line for name in TABLES for line in (HERE / name).read_text(encoding="utf8").splitlines()]
    for line in lines:
        if line.startswith(">"):
            cases.append((line[1:].strip(), []))
        elif line.strip() and not line.startswith("#"):
            cases[-1][1].append(tuple(cell.strip() for cell in line.split("|")))
    return cases


CASES = sentences_with_attributions()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(*case, id=case[0][:60])
        for case in CASES
    ],
)
def test_each_attribution_of_a_sentence_is_found_and_no_other(text, expected):
    found = statements(text)[["source", "cue", "content", "kind", "alignment"]]
    assert sorted(map(tuple, found.to_numpy().tolist())) == sorted(expected)


def test_the_table_of_sentences_covers_the_constructions():
    assert len(CASES) > 220
    rows = [row for _, rows in CASES for row in rows]
    assert {row[3] for row in rows} == set(voices.KINDS)
    assert {row[4] for row in rows} == {"acknowledge", "endorse", "distance", ""}
    assert sum(not rows for _, rows in CASES) > 50


def test_each_sentence_of_a_quotation_is_a_row_with_its_speaker():
    found = statements("“The dam is old. It will not hold. We told them so,” said Anna Kowalska, an engineer.")
    assert found["content"].tolist() == ["The dam is old", "It will not hold", "We told them so"]
    assert set(found["kind"]) == {"direct"} and found["source_name"].nunique() == 1
    assert found["source"].tolist() == ["", "", "Anna Kowalska"]
    assert voices.voice_ids(found).nunique() == 1


def test_a_quotation_goes_on_over_paragraphs_that_open_it_again():
    found = statements(
        "Anna Kowalska spoke first. “The dam is old,” said Kowalska. “Nobody has looked at it for years.",
        "“And nobody will,” she added.",
    )
    assert set(found.loc[found["kind"] == "direct", "content"]) == {
        "The dam is old",
        "Nobody has looked at it for years",
        "And nobody will",
    }
    assert set(voices.voice_names(found)) == {"Anna Kowalska"}


@pytest.mark.parametrize(
    ("paragraphs", "voice"),
    [
        (["Rosa Testari, the harbour master, was blunt. “The cranes are old. They should go.”"], "rosa-testari"),
        (["The foreman shrugged. “The cranes are old.”"], "foreman"),
        (["I asked the foreman. “The cranes are old.”"], "foreman"),
        (["“Nobody asked,” said Rosa Testari.", "“The cranes are old.”"], "rosa-testari"),
        # A question is answered by somebody else, a sentence about a thing brings nobody on.
        (["“Does it hold?” asked Rosa Testari.", "“The cranes are old.”"], "unnamed"),
        (["The harbour froze. “The cranes are old.”"], "unnamed"),
        (["The foreman pointed at it. “The cranes are old,” ran the sign."], "unnamed"),
        (["The drivers shrugged. “We told them so,” one of them said."], "drivers"),
    ],
)
def test_a_quotation_that_stands_alone_is_of_whoever_was_brought_on(paragraphs, voice):
    found = statements(*paragraphs)
    assert voices.voice_ids(found[found["kind"] == "direct"]).iloc[-1] == voice


def test_a_statement_within_a_statement_knows_the_one_around_it():
    found = statements("Moscow says that Kyiv believes that the talks have failed.").set_index("cue")
    assert found.loc["says", "inside"] == -1
    assert found.loc["believes", "inside"] == found.loc["says", "statement"]
    spans = pd.DataFrame({"start": [0, 17, 41]})
    voiced = voices.with_voice(spans, found.reset_index())
    assert voiced["voice"].tolist() == ["author", "russia", "ukraine"]


def test_the_words_of_she_says_within_a_quotation_are_the_authors():
    text = "“The river,” said Anna Kowalska, “has never been so low.”"
    found = statements(text)
    spans = pd.DataFrame({"start": [text.index(word) for word in ("river", "said", "Anna", "has")]})
    assert voices.with_voice(spans, found)["voice"].tolist() == ["anna-kowalska", "author", "anna-kowalska", "anna-kowalska"][:1] + [
        "author", "author", "anna-kowalska",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "voice", "name", "anonymous"),
    [
        ("Officials in Kyiv said that the road was open.", "ukraine", "Ukraine", True),
        ("An anonymous State Department official said that the road was open.", "united-states", "United States", True),
        ("The Kremlin said that the road was open.", "russia", "Russia", False),
        ("Specialists in Moscow said that the road was open.", "specialists in moscow", "specialists in Moscow", True),
        ("Some independent experts said that the road was open.", "independent experts", "independent experts", True),
        ("One Western official said that the road was open.", "western official", "Western official", True),
        ("The headmaster said that the road was open.", "headmaster", "the headmaster", False),
        ("We are told that the road is open.", "unnamed", "unnamed source", True),
        ("A diplomat in Oslo said that the road was open.", "diplomat in oslo", "a diplomat in Oslo", True),
        ("An embassy in Phnom Penh asked whether the road was open.", "embassy in phnom penh", "an embassy in Phnom Penh", False),
        ("A Danish official, who asked not to be named, said that the road was open.", "danish official", "a Danish official", True),
        ("A trader named Amadou Testin said that the road was open.", "amadou-testin", "Amadou Testin", False),
        ("The alliance said that the road was open.", "alliance", "the alliance", False),
        ("The foreign minister, Jens Stoltenberg, said that the road was open.", "jens-stoltenberg", "Jens Stoltenberg", False),
    ],
)  # fmt: skip
def test_a_source_is_linked_to_its_entity_or_kept_in_its_own_words(text, voice, name, anonymous):
    found = statements(text)
    assert voices.voice_ids(found).tolist() == [voice]
    assert voices.voice_names(found).tolist() == [name]
    assert found["anonymous"].tolist() == [anonymous]


@pytest.mark.parametrize(
    ("verb", "alignment"),
    [
        ("said", "acknowledge"), ("insisted", "acknowledge"), ("warned", "acknowledge"), ("admitted", "endorse"),
        ("conceded", "endorse"), ("claimed", "distance"), ("alleged", "distance"), ("boasted", "distance"),
    ],
)  # fmt: skip
def test_the_alignment_is_that_of_the_verb(verb, alignment):
    assert statements(f"The mayor {verb} that the port was closed.")["alignment"].tolist() == [alignment]


def test_a_text_without_a_source_has_no_statement():
    found = statements("The river rose in the night. By morning the bridge was gone, and nobody crossed.")
    assert found.empty and list(found.columns) == list(voices.COLUMNS)


WORDS = st.sampled_from(
    'he she they Kyiv officials said says that “ ” " ‘ ’ , . ? : ; — according to claimed the a war is over not who '
    "which it was told by in asked whether called a dare and but warned of I we “No” didn't".split(" ")
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(WORDS, min_size=1, max_size=25), min_size=1, max_size=3))
def test_the_invariants_hold_on_any_text(paragraphs):
    text = [" ".join(words) for words in paragraphs]
    check(language.read(article(*text)), statements(*text))


@pytest.mark.parametrize("name", ["staging-ground.txt", "the-right-to-guests.md", "the-price-of-potash.md"])
def test_the_invariants_hold_on_sample_articles(name):
    found = annotations.annotate(language.read(articles.read(HERE.parent / "data" / "articles" / name)))
    check(found.reading, found.statements)
    assert len(found.statements) > 5


def check(reading: language.Reading, found: pd.DataFrame) -> None:
    text = reading.article.text
    assert list(found.columns) == list(voices.COLUMNS)
    assert found["start"].is_monotonic_increasing and found["statement"].tolist() == list(range(len(found)))
    for row in found.itertuples():
        for part in ("source", "cue", "content"):
            start, end = getattr(row, f"{part}_start"), getattr(row, f"{part}_end")
            assert (start, end) == (-1, -1) or text[start:end] == getattr(row, part) != ""
            assert start == -1 or row.start <= start < end <= row.end
        assert row.content and row.kind in voices.KINDS and row.inside < len(found) and row.inside != row.statement
        within = reading.sentences[reading.sentences["sentence"] == row.sentence].iloc[0]
        assert within["start"] <= row.content_start and row.content_end <= within["end"]
    shares = voices.shares(reading, found)
    assert shares["words"].sum() == len(language.word_tokens(reading))


@pytest.mark.skipif(not REAL.exists(), reason="the article that the project began with lies outside of the repository")
def test_the_article_that_the_project_began_with_gives_each_its_voice():
    found = annotations.annotate(language.read(articles.read(REAL)))
    said = found.statements.assign(voice=voices.voice_ids(found.statements))

    def about(words: str) -> pd.DataFrame:
        return said[said["content"].str.contains(words, regex=False)]

    assert about("30,000")["voice"].tolist() == ["jens-stoltenberg"]
    assert about("10,000")["voice"].tolist() == ["russian military experts"] and about("10,000")["anonymous"].all()
    scare = said[said["kind"] == "scare quote"]
    assert scare["content"].tolist() == ["threat", "Eastern European Switzerland"]
    assert scare["voice"].tolist() == ["alexander-lukashenko", "belarus"]
    dreams = about("Switzerland").iloc[0]
    assert (dreams["cue"], dreams["voice"], dreams["alignment"]) == ("dreams", "belarus", "distance")
    taunt = about("in control of the situation").iloc[0]
    assert (taunt["voice"], taunt["source_name"], taunt["anonymous"]) == ("united-states", "United States", True)
    pretence = said[said["cue"] == "pretending"].iloc[0]
    assert (pretence["voice"], pretence["alignment"]) == ("alexander-lukashenko", "distance")
    judged = said[said["cue"] == "Judging by"].iloc[0]
    assert "state of the nation address" in judged["source"] and "understands" in judged["content"]
    # Each has its sentence.
    assert all(row.content in found.reading.sentences["text"].iat[row.sentence] for row in said.itertuples())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Kowalska runs the mill. She said that it was closed.", "Anna Kowalska"),
        ("A farmer came to the gate. He said that it was closed.", "a farmer"),
        ("Engineers looked at the dam. They said that it was closed.", "engineers"),
        ("Mayor Anna Kowalska came late. The river rose. The mayor said that it was closed.", "Anna Kowalska"),
        ("Anna Kowalska's letter says that it was closed.", "Anna Kowalska"),
        ("Anna Kowalska's state of the harbour address says that it was closed.", "Anna Kowalska"),
        ("A statement by Anna Kowalska says that it was closed.", "Anna Kowalska"),
        ("A report on Anna Kowalska says that it was closed.", "a report on Anna Kowalska"),
        ("The dam is closed. He said that it was closed.", "he"),
    ],
)
def test_a_source_that_is_no_name_is_whom_the_sentences_before_speak_of(text, name):
    assert statements(text).query("cue in ('said', 'says')")["source_name"].tolist() == [name]


def test_what_is_judged_by_a_source_is_the_authors_inference():
    text = "Judging by his letters, the poet hated the sea."
    found = statements(text)
    spans = pd.DataFrame({"start": [text.index("poet")]})
    assert len(found) == 1 and voices.with_voice(spans, found)["voice"].tolist() == ["author"]
    assert voices.spoken(found).empty and len(voices.spoken(statements("According to his letters, the poet hated the sea."))) == 1


def test_a_quotation_after_its_speakers_sentence_is_the_speakers():
    found = statements("Anna Kowalska said that the mill was closed. “Nobody needs flour. Nobody comes.”")
    assert found["content"].tolist() == ["the mill was closed", "Nobody needs flour", "Nobody comes"]
    assert set(found["source_name"]) == {"Anna Kowalska"}


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("NATO met in May. The alliance expected a quiet summer.", "nato"),
        ("NATO and the CSTO met in May. The alliance expected a quiet summer.", ""),
        ("NATO met in May. The new alliance expected a quiet summer.", ""),
        ("Nobody met in May. The alliance expected a quiet summer.", ""),
        ("Gazprom built a hall. The company says that it is full.", "gazprom"),
    ],
)
def test_a_body_that_alone_of_its_kind_was_named_is_meant_by_its_kind(text, entity):
    assert statements(text)["source_entity"].tolist() == [entity]


def test_a_crowd_is_no_she():
    found = statements("Anna Kowalska sells bread. The opposition sent flour. She says that it was grey.")
    assert found["source_name"].tolist() == ["Anna Kowalska"]
