"""The trained reader: whatever the text, its structures are valid, its offsets exact, and nothing else sways it."""

import itertools
import random
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from stancebook import language
from stancebook.errors import DataError
from stancebook.language import decoding, encoder, features
from stancebook.language.first_reading import FirstReader
from stancebook.language.subwords import LONGEST_WORD


def article(*paragraphs):
    text, spans = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = spans[-1][1] + 2 if spans else 0
        spans.append((start, start + len(paragraph)))
    return SimpleNamespace(name="made", text=text, paragraphs=tuple(spans))


@pytest.fixture(scope="module")
def reader():
    return encoder.reader()


WORDS = st.one_of(
    st.text(min_size=1, max_size=12).filter(lambda text: not text.isspace()),
    st.sampled_from(
        ["the", "Minsk", "said", "U.S.", "“", "n’t", "—", "🙂", "👩‍👩‍👧", "Привет", "北京", "مرحبا", "http://a.b/c?d=e", "2.5", "EU", "x" * 400]
    ),
)
SENTENCES = st.lists(WORDS, max_size=30)


def is_tree(heads):
    seen_roots = [at for at, head in enumerate(heads) if head == -1]
    for at in range(len(heads)):
        steps = 0
        while heads[at] != -1 and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return False
    return len(seen_roots) == 1


@settings(max_examples=150, deadline=None)
@given(SENTENCES)
def test_whatever_the_words_the_structures_are_valid(words):
    parse = encoder.reader().parse(words)
    columns = (parse.universal, parse.penn, parse.lemmas, parse.heads, parse.relations)
    assert {len(column) for column in columns} == {len(words)}
    if words:
        assert is_tree(parse.heads)
        assert [relation == "root" for relation in parse.relations] == [head == -1 for head in parse.heads]
    for found in (parse.names, parse.voices):
        assert all(0 <= span.start < span.end <= len(words) and 0 < span.confidence <= 1 for span in found)
        assert all(one.end <= other.start for one, other in itertools.pairwise(found))


SENTENCE = ["The", "minister", "said", "Anna", "Berg", "would", "leave", "Paris", "."]


def test_neither_order_nor_company_nor_threads_change_a_reading(reader):
    draw = random.Random(1)
    sentences = [draw.choices([*SENTENCE, "EU", "🙂", "war"], k=draw.randint(0, 40)) for _ in range(40)] + [SENTENCE]
    alone = [reader.parse(words) for words in sentences]
    assert list(reader.read(sentences)) == alone
    assert list(reader.read(sentences[::-1])) == alone[::-1]
    assert list(encoder.SentenceReader(threads=1).read(sentences)) == alone
    assert list(encoder.SentenceReader(threads=3).read(sentences)) == alone


@pytest.mark.parametrize("words", [["word"] * 5000, ["x" * 5000] * 30, ["🙂"] * 700, ["."], ["\u200b"], ["HEADLINE", "IN", "CAPITALS"]])
def test_extreme_sentences_are_read(reader, words):
    parse = reader.parse(words)
    assert len(parse.heads) == len(words) and is_tree(parse.heads)


def test_words_are_read_as_a_person_would(reader):
    parse = reader.parse(SENTENCE)
    assert parse.universal == ["DET", "NOUN", "VERB", "PROPN", "PROPN", "AUX", "VERB", "PROPN", "PUNCT"]
    assert parse.heads == [1, 2, -1, 6, 3, 6, 2, 6, 2]
    assert [(span.start, span.end, span.kind) for span in parse.names] == [(3, 5, "PER"), (7, 8, "LOC")]
    roles = {span.kind: (span.start, span.end) for span in parse.voices}
    assert roles["CUE"] == (2, 3) and roles["SOURCE"] == (0, 2) and roles["CONTENT"][0] == 3


def test_polarity_depends_on_the_target(reader):
    words = "The mayor was praised for her honest work , while the corrupt senator was condemned .".split()
    kind = {
        target: encoder.POLARITIES[reader.polarity(words, words.index(target), words.index(target) + 1).argmax()]
        for target in ("mayor", "senator")
    }
    assert kind == {"mayor": "positive", "senator": "negative"}
    with pytest.raises(ValueError, match="No words"):
        reader.polarity(words, 3, 3)


def test_tables_of_an_article_hold_together():
    made = article("Anna Berg said the EU had failed.", "“We lost,” she told reporters in Paris.")
    reading = language.read(made)
    for table in (reading.words, reading.names, reading.attributions):
        assert len(table) and all(made.text[row.start : row.end] == row.text for row in table.itertuples())
    assert set(reading.attributions["role"]) == {"source", "cue", "content"}
    assert reading.attributions.groupby("group")["sentence"].nunique().eq(1).all()
    assert reading.words.groupby("sentence")["head"].apply(lambda heads: (heads == -1).sum()).eq(1).all()
    judged = language.polarity(reading, reading.names)
    assert judged["polarity"].isin(encoder.POLARITIES).all() and judged["confidence"].between(1 / 3, 1).all()
    with pytest.raises(ValueError, match="No word"):
        language.polarity(reading, reading.names.assign(sentence=99))


def test_a_source_to_which_nothing_is_attributed_is_none():
    alone, cue = encoder.Span(0, 1, "SOURCE", 0.5), encoder.Span(1, 2, "CUE", 0.5)
    assert encoder._grouped([alone]) == [] and encoder._grouped([]) == []
    assert encoder._grouped([alone, cue]) == [alone, cue]


def test_empty_articles_have_empty_tables():
    reading = language.read(article(""))
    assert not len(reading.words) and not len(reading.names)
    assert list(language.polarity(reading, reading.names)["polarity"]) == []


def test_another_reader_can_stand_behind_read():
    reading = language.read(article("Anna Berg spoke."), by=FirstReader())
    assert reading.words["part_of_speech"].tolist() == ["PROPN", "PROPN", "VERB", "PUNCT"]


@pytest.mark.parametrize(
    "name", ["reader.onnx", "reader-relations.onnx", "reader-polarity.onnx", "reader-pieces.npz", "reader.json.xz"]
)
def test_a_damaged_or_missing_file_says_so(tmp_path, name):
    for stored in encoder.DATA_FILES:
        file = encoder.MODELS / stored.split("/")[-1]
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-1] + b"?")
    with pytest.raises(DataError, match=f"{name} is damaged"):
        encoder.SentenceReader(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(DataError, match=f"{name} is missing"):
        encoder.SentenceReader(tmp_path)


@settings(max_examples=100, deadline=None)
@given(arrays(np.float64, st.tuples(st.integers(1, 5)).map(lambda size: (size[0], size[0] + 1)), elements=st.integers(-20, 20)))
def test_the_tree_is_the_best_of_all_trees(scores):
    size = len(scores)
    heads = decoding.best_tree(scores)
    assert is_tree([int(head) - 1 for head in heads])
    best = max(
        sum(scores[word, head] for word, head in enumerate(tried))
        for tried in itertools.product(range(size + 1), repeat=size)
        if all(head != word + 1 for word, head in enumerate(tried)) and is_tree([head - 1 for head in tried])
    )
    assert sum(scores[word, head] for word, head in enumerate(heads)) == best


def test_words_that_are_all_alike_cost_one_search_for_a_tree(monkeypatch):
    """One word repeated hundreds of times: any of them could be the root, and trying each would take its time."""
    searches, search = [], decoding._arborescence
    monkeypatch.setattr(decoding, "_arborescence", lambda scores: searches.append(len(scores)) or search(scores))
    # Each word likes its neighbour best, so that the best heads run in rings of two.
    scores = np.zeros((200, 201))
    for word in range(200):
        scores[word, (word ^ 1) + 1] = 1
    assert is_tree([int(head) - 1 for head in decoding.best_tree(scores)])
    assert sum(size == 200 for size in searches) == 1


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 5).flatmap(lambda size: arrays(np.float64, (size, 5), elements=st.integers(-9, 9))))
def test_the_sequence_is_the_best_valid_one(scores):
    labels = ["O", "B-A", "I-A", "B-B", "I-B"]
    allowed = decoding.transitions(labels)

    def valid(path):
        return allowed[-1, path[0]] and all(allowed[one, other] for one, other in itertools.pairwise(path))

    found = decoding.best_sequence(scores, allowed)
    paths = (path for path in itertools.product(range(5), repeat=len(scores)) if valid(path))
    assert valid(found)
    assert scores[np.arange(len(scores)), found].sum() == max(
        sum(scores[at, label] for at, label in enumerate(path)) for path in paths
    )


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("B-A I-A O B-A", [(0, 2, "A"), (3, 4, "A")]),
        ("B-A B-A I-B", [(0, 1, "A"), (1, 2, "A"), (2, 3, "B")]),
        ("O O", []),
    ],
)
def test_spans(labels, expected):
    assert decoding.spans(labels.split()) == expected


def test_cues_join_the_nearest_source_and_contents_the_nearest_cue():
    found = [(0, 2, "SOURCE"), (2, 3, "CUE"), (3, 9, "CONTENT"), (10, 11, "SOURCE"), (11, 12, "CUE"), (12, 15, "CONTENT")]
    assert decoding.groups(found) == [0, 0, 0, 1, 1, 1]
    assert decoding.groups([(0, 1, "CUE"), (2, 3, "SOURCE"), (4, 9, "CONTENT"), (9, 10, "CUE")]) == [0, 0, 0, 0]
    assert decoding.groups([]) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["“", "The", "EU"], ["mark", "first capital", "capitals"]),
        (["He", "saw", "McCain", "I", "U.S."], ["first capital", "lower", "mixed", "one capital", "initials"]),
        (["2.5", "G20", "北京"], ["number", "number and letters", "no case"]),
        (["1", "Anna", "anti-US", "Anna-x"], ["number", "first capital", "mixed", "capital and mark"]),
    ],
)
def test_shapes(words, expected):
    assert [features.SHAPES[number] for number in features.shapes(words)] == expected


def test_a_word_is_cut_into_a_bounded_number_of_known_pieces(reader):
    assert len(reader.subwords("http://" + "/".join("abc" * 50))) == LONGEST_WORD
    assert reader.subwords("\u200b") == [reader.subwords.unknown]
    assert reader.subwords("don’t") == reader.subwords("don't")
