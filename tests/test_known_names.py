"""The lists of names that the reader sees beside the words: found as they are written, each kind by itself."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancebook.errors import DataError
from stancebook.language.encoder import reader
from stancebook.language.known_names import KINDS, WIDTH, KnownNames, packed

LISTS = {kind: [] for kind in KINDS} | {
    "place": ["New Zealand", "Cote d'Ivoire"],
    "city": ["Zealand", "Goma"],
    "organisation": ["WHO", "NATO", "Goma Bank"],
    "given name": ["Ada"],
}


def found(names, sentence):
    words = sentence.split()
    return {
        (KINDS[number // 2], word, "opens" if number % 2 == 0 else "goes on")
        for word, marks in zip(words, names.marks(words))
        for number in np.flatnonzero(marks)
    }


@pytest.fixture(scope="module")
def names():
    return KnownNames.of(packed(LISTS))


def test_a_name_of_several_words_is_marked_in_each(names):
    assert found(names, "in New Zealand today") == {
        ("place", "New", "opens"),
        ("place", "Zealand", "goes on"),
        ("city", "Zealand", "opens"),
    }


@pytest.mark.parametrize("sentence", ["who called ?", "goma is here", "an adaptor", "Who knows", "", "new zealand"])
def test_capitals_and_whole_words_count(names, sentence):
    assert not found(names, sentence)


def test_accents_and_apostrophes_do_not_count(names):
    assert {word for _, word, _ in found(names, "in Côte d’Ivoire")} == {"Côte", "d’Ivoire"}


def test_a_line_in_capitals_is_read_as_if_it_had_none(names):
    assert ("city", "GOMA", "opens") in found(names, "FIGHTING REACHES GOMA AGAIN")
    assert {word for _, word, _ in found(names, "NEW ZEALAND 2026")} == {"NEW", "ZEALAND"}
    assert found(names, "GOMA — The bank") == {("city", "GOMA", "opens")}
    assert not found(names, "WHO IS TO BLAME")


def test_acronyms_stay_acronyms(names):
    assert found(names, "NATO ANSWERS") == found(names, "what NATO said") == {("organisation", "NATO", "opens")}


def test_of_one_kind_the_longest_name_counts(names):
    assert found(names, "Goma Bank") == {("city", "Goma", "opens"), ("organisation", "Goma", "opens"), ("organisation", "Bank", "goes on")}


@given(st.lists(st.one_of(st.text(min_size=1), st.sampled_from(["New", "Zealand", "Goma", "Ada", "WHO"]))))
def test_whatever_the_words_each_has_its_marks(words):
    marks = KnownNames(LISTS).marks(words)
    assert marks.shape == (len(words), WIDTH) and set(np.unique(marks)) <= {0, 1}


def test_the_delivered_lists_hold_names_of_every_kind_and_none_in_other_letters():
    lists = reader().known.lists
    assert all(len(lists[kind]) > 100 for kind in KINDS)
    assert all(name.isascii() and name[0].isupper() for kind in KINDS for name in lists[kind])


def test_damaged_lists_are_said_to_be_so(tmp_path):
    from stancebook.language.encoder import SentenceReader
    from stancebook.paths import MODELS

    for path in MODELS.glob("reader*"):
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / "reader-names.xz").unlink()
    (tmp_path / "reader-names.xz").write_bytes(b"damaged")
    with pytest.raises(DataError, match="reader-names.xz is damaged"):
        SentenceReader(tmp_path)
