"""Fifty pages of varied English prose, and text of every other kind: no exception, and every table is what it says."""

import pandas as pd
import prose
import pytest

from stancebook import claims, entities, evaluations, language, stance, voices
from stancebook.annotations import annotate
from stancebook.articles import Article

NAME_TYPES = {"PER", "ORG", "LOC", "NORP", "MISC"}
SPANS = {
    "mentions": [""], "markers": [""], "evaluations": [""], "claims": ["", "condition_", "consequence_"],
    "statements": ["", "source_", "cue_", "content_"],
}  # fmt: skip


def made(text, name="made"):
    """An article of a text that came clean: its paragraphs as they stand."""
    spans, at = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Article(name, name, "", "", "", None, text, tuple(spans), pd.DataFrame(), pd.DataFrame(), {})


def check(text, name="made"):
    """Read a text, find everything, and hold every table to its description; returns the number of words."""
    found = annotate(language.read(made(text, name)))
    check_reading(found.reading)
    sentences = found.reading.sentences
    for table, parts in SPANS.items():
        check_places(getattr(found, table), sentences, text, parts)
    check_labels(found)
    words = language.word_tokens(found.reading)
    if len(words):
        assert int(voices.shares(found.reading, found.statements)["words"].sum()) == len(words)
    return len(words)


def check_reading(reading):
    text, sentences, words = reading.article.text, reading.sentences, reading.words
    assert sentences["sentence"].tolist() == list(range(len(sentences)))
    ends = sentences["end"].tolist()
    assert all(end <= start for end, start in zip(ends, sentences["start"].tolist()[1:]))
    spans = reading.article.paragraphs
    assert all(
        spans[row.paragraph][0] <= row.start < row.end <= spans[row.paragraph][1] and text[row.start : row.end] == row.text
        for row in sentences.itertuples()
    )
    place = sentences.set_index("sentence")
    for number, rows in words.groupby("sentence", sort=False):
        assert place.at[number, "start"] <= rows["start"].min() and rows["end"].max() <= place.at[number, "end"]
        assert (rows["end"].to_numpy()[:-1] <= rows["start"].to_numpy()[1:]).all()
        check_tree(rows["head"].tolist(), rows["relation"].tolist())
    assert all(text[start:end] == form for start, end, form in zip(words["start"], words["end"], words["text"]))
    assert (words["lemma"].str.len() > 0).all() and (words["part_of_speech"].str.len() > 0).all()
    for table in (reading.names, reading.attributions):
        assert all(text[row.start : row.end] == row.text and row.text for row in table.itertuples())
        assert table["confidence"].between(0, 1).all()
    assert set(reading.names["type"]) <= NAME_TYPES and set(reading.attributions["role"]) <= {"source", "cue", "content"}


def check_tree(heads, relations):
    """One root; from every word the heads lead to it."""
    assert heads.count(-1) == 1 and relations[heads.index(-1)] == "root"
    assert all(-1 <= head < len(heads) and head != at for at, head in enumerate(heads))
    leads = [head < 0 for head in heads]
    for at in range(len(heads)):
        path = []
        while not leads[at]:
            path.append(at)
            assert len(path) <= len(heads), "the heads go round in a circle"
            at = heads[at]
        for passed in path:
            leads[passed] = True


def check_places(table, sentences, text, parts):
    assert list(table["start"]) == sorted(table["start"]) and list(table.index) == list(range(len(table)))
    assert set(table["sentence"]) <= set(sentences["sentence"])
    starts, ends = sentences["start"].to_numpy(), sentences["end"].to_numpy()
    paragraphs = sentences["paragraph"].to_numpy()
    assert (table["paragraph"].to_numpy() == paragraphs[table["sentence"].to_numpy()]).all()
    assert (starts[table["sentence"].to_numpy()] <= table["start"].to_numpy()).all()
    assert (table["start"].to_numpy() < ends[table["sentence"].to_numpy()]).all()
    for part in parts:
        words = part.rstrip("_") or "text"
        for row in table.to_dict("records"):
            start, end = row[f"{part}start"], row[f"{part}end"]
            if part and start < 0:
                assert (start, end) == (-1, -1) and not row.get(words)
            else:
                assert 0 <= start < end <= len(text)
                assert words not in row or text[start:end] == row[words]


def check_labels(found):
    mentions, markers, statements = found.mentions, found.markers, found.statements
    assert set(mentions["naming"]) <= set(entities.NAMINGS) and set(mentions["type"]) <= NAME_TYPES
    assert mentions["confidence"].between(0, 1).all() and (mentions["entity"].str.len() > 0).all()
    assert not mentions.duplicated(["start", "end"]).any()
    assert set(markers["category"]) <= set(stance.CATEGORIES)
    assert (markers["kept"] == (markers["reason"] == "")).all()
    for table in (markers, found.evaluations, found.claims):
        assert table["voice"].map(bool).all()
        assert ((table["voice"] == voices.AUTHOR) <= (table["source"] == "")).all()
    assert set(statements["kind"]) <= set(voices.KINDS)
    assert set(statements["alignment"]) <= {"acknowledge", "endorse", "distance", ""}
    assert set(statements["inside"]) <= {-1, *statements["statement"]}
    assert (statements["inside"] != statements["statement"]).all()
    assert set(found.evaluations["polarity"]) <= set(evaluations.POLARITIES) | {"neutral"}
    assert found.evaluations["confidence"].between(0, 1).all()
    assert set(found.claims["kind"]) <= set(claims.KINDS)
    assert set(found.claims["certainty"]) <= set(claims.DEGREES) and set(found.claims["polarity"]) <= set(claims.POLARITIES)


@pytest.mark.parametrize(
    "source, pages", [(prose.manuals, 18), (prose.licences_and_readmes, 18), (prose.docstrings, 14)], ids=lambda one: getattr(one, "__name__", one)
)  # fmt: skip
def test_fifty_pages_go_through_everything(source, pages):
    words = [check(piece, f"page-{at}") for at, piece in enumerate(prose.pieces(source(), pages * prose.PIECE))]
    assert len(words) >= pages - 1 and sum(words) >= (pages - 1) * prose.PIECE * 0.9


def test_texts_of_many_genres_go_through_everything():
    found = list(prose.pieces(prose.gum(), 6 * prose.PIECE))
    if not found:
        pytest.skip("the treebank is not part of the repository")
    assert sum(check(piece) for piece in found) > 2000


@pytest.mark.parametrize("kind", prose.HOSTILE)
def test_text_of_every_other_kind_goes_through_everything(kind):
    assert check(prose.HOSTILE[kind]) >= 0


def test_nothing_at_all_goes_through_everything():
    assert check("") == 0


def test_the_same_text_twice_gives_the_same(monkeypatch):
    piece = next(prose.pieces(prose.docstrings(), prose.PIECE))
    one, other = (annotate(language.read(made(piece))) for _ in range(2))
    for table in SPANS:
        pd.testing.assert_frame_equal(getattr(one, table), getattr(other, table))
