"""A pipeline that the tests build themselves stands in for the user's own."""

from types import SimpleNamespace

import pytest

from stancebook import language
from stancebook.errors import DataError
from stancebook.language.spacy_reader import SpacyReader


def article(text):
    return SimpleNamespace(name="made", text=text, paragraphs=((0, len(text)),))


@pytest.fixture(scope="module")
def pipeline():
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("en")
    ruler = made.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Ruritania"}, {"label": "DATE", "pattern": "Monday"}])
    attributes = made.add_pipe("attribute_ruler")
    attributes.add([[{"ORTH": "Ruritania"}]], {"POS": "PROPN", "TAG": "NNP", "LEMMA": "Ruritania"})
    return made


def test_the_pipeline_reads_what_it_can_and_our_reader_the_rest(pipeline):
    made = article("Anna Berg said Ruritania had failed on Monday.")
    reading, own = language.read(made, by=SpacyReader(pipeline)), language.read(made)
    assert reading.names[["text", "type"]].values.tolist() == [["Ruritania", "LOC"]]
    assert reading.words["text"].tolist() == own.words["text"].tolist()
    assert reading.words["head"].tolist() == own.words["head"].tolist()
    assert reading.attributions.equals(own.attributions)
    assert reading.words.set_index("text").loc["Ruritania", "tag"] == "NNP"


def test_a_pipeline_that_is_not_installed_says_so():
    with pytest.raises(DataError, match="MODEL=no_such_pipeline"):
        SpacyReader("no_such_pipeline")
