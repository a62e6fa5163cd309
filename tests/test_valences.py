"""The words that lexicons call good or bad, which the network of polarity sees beside the sentence."""

import lzma

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancebook.errors import DataError
from stancebook.language import encoder
from stancebook.language.valences import WIDTH, Valences, packed
from stancebook.paths import LEXICONS
from training import valences as making

LISTED = {"vader": {"hope": 1.9, "disaster": -3.1, "can't stand": -2.0}, "evaluative": {"hope": 1.0, "corrupt": -1.0}}


@pytest.fixture(scope="module")
def listed():
    return Valences.of(packed(LISTED))


def test_each_source_says_how_good_and_how_bad(listed):
    marks = listed.marks(["no", "hope", "corrupt", "disaster"])
    assert marks.tolist() == [[0, 0, 0, 0], [pytest.approx(1.9 / 4), 0, 1, 0], [0, 0, 0, 1], [0, pytest.approx(3.1 / 4), 0, 0]]


def test_a_word_with_a_capital_counts_only_where_a_sentence_opens(listed):
    assert listed.marks(["“", "Hope", "for", "Hope", "Hicks"]).any(1).tolist() == [False, True, False, False, False]


def test_of_a_target_itself_nothing_is_said(listed):
    assert listed.around(["corrupt", "hope"], 0, 1).any(1).tolist() == [False, True]


@given(st.lists(st.one_of(st.text(min_size=1), st.sampled_from(["hope", "Hope", "corrupt"]))))
def test_whatever_the_words_each_has_its_marks(words):
    marks = Valences(LISTED).marks(words)
    assert marks.shape == (len(words), WIDTH) and marks.dtype == np.float32 and ((marks >= 0) & (marks <= 1)).all()


def test_the_delivered_words_are_of_both_sources():
    marks = encoder.reader().valences.marks(["they", "praised", "a", "corrupt", "liar"])
    assert marks[1, 0] > 0 and marks[3, 3] == 1 and marks[4, 1] > 0 and not marks[[0, 2]].any()


def test_damaged_words_are_said_to_be_so(tmp_path):
    for path in encoder.MODELS.glob("reader*"):
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / "reader-valences.xz").unlink()
    (tmp_path / "reader-valences.xz").write_bytes(lzma.compress(b"{}"))
    with pytest.raises(DataError, match="reader-valences.xz is damaged"):
        encoder.SentenceReader(tmp_path)


def test_emoticons_of_vader_are_left_out(tmp_path):
    path = tmp_path / "lexicon.txt"
    path.write_text(":)\t2.0\t1.1\t[]\nabuse\t-3.2\t0.6\t[]\nill-fated\t-2.1\t0.9\t[]\n", encoding="utf8")
    assert making.of_vader(path) == {"abuse": -3.2, "ill-fated": -2.1}


@pytest.mark.parametrize(
    "word, among", [("betray", {"betrays", "betrayed", "betraying"}), ("vilify", {"vilifies", "vilified", "vilifying"}),
                    ("disgrace", {"disgraced", "disgracing"}), ("reckless", {"recklessly"}), ("attach", {"attaches"})]
)  # fmt: skip
def test_regular_forms(word, among):
    assert among | {word} <= set(making.forms(word))


def test_the_evaluative_vocabulary_keeps_the_sign_of_its_own_entries():
    listed = making.of_evaluative(LEXICONS / "evaluative.csv")
    assert listed["corruption"] == -1 and listed["fairness"] == 1 and " " not in "".join(listed)
