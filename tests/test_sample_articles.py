"""The sample articles: each is read whole, says that it is invented, and owes no wording to a real article."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pandas as pd
import pytest

from stancebook.articles import read
from stancebook.articles.wording import word_count

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "data" / "articles"
KNOWLEDGE = ROOT / "data" / "knowledge" / "entities.csv"
REAL_ARTICLES = ROOT.parent / "shared" / "articles"
# A reader's own articles may lie in the same folder; the samples are those that the table of the README lists.
TABLE = re.findall(
    r"^\| \[([^]]+)\]\(\1\) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$",
    (FOLDER / "README.md").read_text(encoding="utf-8"),
    flags=re.MULTILINE,
)
PATHS = [FOLDER / row[0] for row in TABLE]
NOTE = "Invented outlet and author, written for stancebook."
LONGEST_SHARED_RUN = 7  # words
REAL_PEOPLE = {
    "Blinken",
    "Drian",
    "Gulevich",
    "Lavrov",
    "Lukashenko",
    "Macron",
    "Makei",
    "Milley",
    "Putin",
    "Reznikov",
    "Rumas",
    "Scholz",
    "Stoltenberg",
    "Tikhanovskaya",
    "Truss",
    "Zelensky",
}
FEWEST_QUOTED_WORDS = 4  # what is shorter in quotation marks is a term or a scare quote


def runs(text, length=LONGEST_SHARED_RUN + 1):
    """Every run of ``length`` words, without case and punctuation."""
    words = re.findall(r"[^\W_]+", text.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def quotations_with_their_sentences(paragraph):
    """Each longer quotation, and the sentence outside its quotation marks that it stands in."""
    for quotation in re.finditer("“([^”]+)”", paragraph):
        if word_count(quotation[1]) >= FEWEST_QUOTED_WORDS:
            before = re.split(r"(?<=[.!?”])\s", paragraph[: quotation.start()])[-1]
            after = re.split(r"(?<=[.!?])\s", paragraph[quotation.end() :])[0]
            yield quotation[1], before + after


def kinds(article):
    return article.apparatus["kind"].value_counts().to_dict()


@pytest.fixture(scope="module")
def articles():
    return {path.name: read(path) for path in PATHS}


def test_there_are_enough_to_compare(articles):
    assert len(articles) >= 8
    assert len({article.outlet for article in articles.values()}) == len(articles)
    assert len({article.author for article in articles.values()}) == len(articles)
    assert len({article.metadata["genre"] for article in articles.values()}) >= 7
    assert len({article.metadata["standpoint"] for article in articles.values()}) == len(articles)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_length_and_front_matter(path, articles):
    article = articles[path.name]
    assert 500 <= word_count(article.text) <= 900
    assert article.title and article.outlet and article.author
    assert datetime.date(2022, 1, 1) <= article.date <= datetime.date(2022, 2, 28)
    assert article.metadata["genre"] and article.metadata["standpoint"]
    assert article.metadata["note"] == NOTE
    assert "---" not in article.text and NOTE not in article.text


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_what_is_set_apart_is_not_in_the_body(path, articles):
    article = articles[path.name]
    paragraphs = {article.text[start:end] for start, end in article.paragraphs}
    assert not paragraphs & set(article.apparatus["text"])
    assert all(re.search(r"[.!?]”?$", paragraph) for paragraph in paragraphs), "a body paragraph ends as a sentence"


def test_residue_of_a_web_page(articles):
    article = articles["staging-ground.txt"]
    source = (FOLDER / "staging-ground.txt").read_text(encoding="utf-8")
    assert kinds(article) == {"title": 1, "caption": 1, "credit": 1, "related link": 2, "closing credit": 1}
    for residue in ("siding in southern Belarus.", "Photo:", "Related article:", "first published by"):
        assert residue in source and residue not in article.text
    for residue in ("\u00ad", r"\S {2,}\S", r"[a-z]-\n[a-z]", r"[a-z,]\n[a-z]"):
        assert re.search(residue, source) and not re.search(residue, article.text)
    for whole in ("insurance", "reckoning"):
        assert whole not in source and whole in article.text


def test_residue_of_a_pdf(articles):
    article = articles["letter-from-the-border.txt"]
    source = (FOLDER / "letter-from-the-border.txt").read_text(encoding="utf-8")
    assert kinds(article) == {"title": 1, "byline": 1, "running header": 3, "page number": 3}
    numbers = article.apparatus.loc[article.apparatus["kind"] == "page number", "text"]
    assert list(numbers) == ["1", "2", "3"]
    for residue in ("DESNA MESSENGER", "\f", "\n *2\n", "[ﬀ-ﬄ]", r"[a-z]-\n[a-z]"):
        assert re.search(residue, source) and not re.search(residue, article.text)
    # Both page turns fall into the middle of a paragraph.
    for over_the_page in ("A pensioner proposed that", "The arrows seem to start", "celebrate", "telephone"):
        assert over_the_page not in source and over_the_page in article.text


def test_a_quotation_is_seen_with_its_sentence():
    paragraph = "It rained. “We shall see how it ends,” said Lavrov. Others left."
    assert list(quotations_with_their_sentences(paragraph)) == [("We shall see how it ends,", " said Lavrov.")]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_no_real_person_is_quoted(path, articles):
    entities = pd.read_csv(KNOWLEDGE)
    surnames = REAL_PEOPLE | set(entities.loc[entities["type"] == "PER", "name"].str.split().str[-1])
    for paragraph in articles[path.name].text.split("\n\n"):
        for quotation, sentence in quotations_with_their_sentences(paragraph):
            assert not surnames & set(re.findall(r"[^\W\d_]+", sentence)), quotation


def test_readme_lists_every_sample_as_it_is(articles):
    files = [*FOLDER.glob("*.txt"), *FOLDER.glob("*.md")]
    with_note = {path.name for path in files if NOTE in path.read_text(encoding="utf-8", errors="replace")}
    assert with_note == set(articles) and len(TABLE) == len(articles)
    for name, genre, standpoint, date in TABLE:
        metadata = articles[name].metadata
        assert (genre, standpoint, date) == (metadata["genre"], metadata["standpoint"], str(articles[name].date))


@pytest.mark.skipif(not REAL_ARTICLES.is_dir(), reason="the real articles are not part of the repository")
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_no_wording_is_taken_from_a_real_article(path, articles):
    sample = runs(path.read_text(encoding="utf-8")) | runs(articles[path.name].text)
    real_paths = sorted(REAL_ARTICLES.glob("*.txt"))
    assert real_paths
    for real in real_paths:
        theirs = runs(real.read_text(encoding="utf-8")) | runs(read(real).text)
        assert theirs and sample
        assert not sample & theirs
