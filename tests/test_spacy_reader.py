"""A pipeline that the tests build themselves stands in for the user's own: our stub always, spaCy's where it is there."""

import sys
from types import ModuleType, SimpleNamespace

import pipelines
import pytest

from stancebook import annotations, language, opening
from stancebook.errors import DataError
from stancebook.language import spacy_reader
from stancebook.language.spacy_reader import InstalledPipeline, SpacyReader

TEXT = "Anna Berg said Ruritania had failed on Monday. Nobody in Strelsau believed her."
BODY = (
    "Ruritania closed its border on Monday, and the river froze early this year. Anna Berg said that the ice might hold "
    "for three months. Then the thaw came, and the ferry went back to work as if nothing had happened at all."
)


def article(text):
    return SimpleNamespace(name="made", text=text, paragraphs=((0, len(text)),), date=None)


def stub():
    return pipelines.Pipeline(
        pipelines.names(Ruritania="GPE", Monday="DATE", Strelsau="FAC"), pipelines.tags("PROPN", "NNP", "Ruritania", "Ruritania")
    )


def real():
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("en")
    ruler = made.add_pipe("entity_ruler")
    labels = {"Ruritania": "GPE", "Monday": "DATE", "Strelsau": "FAC"}
    ruler.add_patterns([{"label": label, "pattern": word} for word, label in labels.items()])
    attributes = made.add_pipe("attribute_ruler")
    attributes.add([[{"ORTH": "Ruritania"}]], {"POS": "PROPN", "TAG": "NNP", "LEMMA": "Ruritania"})
    return made


@pytest.fixture(params=[stub, real], ids=["stub", "spaCy"])
def pipeline(request):
    return request.param()


def test_the_pipeline_reads_what_it_can_and_our_reader_the_rest(pipeline):
    made = article(TEXT)
    reading, own = language.read(made, by=SpacyReader(pipeline)), language.read(made)
    assert reading.names[["text", "type"]].values.tolist() == [["Ruritania", "LOC"], ["Strelsau", "LOC"]]
    assert reading.words["text"].tolist() == own.words["text"].tolist()
    assert reading.words["head"].tolist() == own.words["head"].tolist()
    assert reading.words["relation"].tolist() == own.words["relation"].tolist()
    assert reading.attributions.equals(own.attributions)
    assert reading.words.set_index("text").loc["Ruritania", "tag"] == "NNP"
    assert all(TEXT[row.start : row.end] == row.text for row in reading.words.itertuples())


def test_what_it_read_goes_through_everything(pipeline):
    made = annotations.annotate(language.read(article(TEXT), by=SpacyReader(pipeline)))
    for name in ("mentions", "statements", "markers", "claims"):
        assert (getattr(made, name)["start"] <= getattr(made, name)["end"]).all()


def test_a_tree_keeps_one_root_where_the_pipeline_sees_several_sentences():
    made = pipelines.Pipeline(pipelines.chains(4), relations=("nsubj", "obj", "obl"))
    reading = language.read(article(TEXT), by=SpacyReader(made))
    for _, words in reading.words.groupby("sentence"):
        heads, relations = words["head"].tolist(), words["relation"].tolist()
        assert heads[:6] == [-1, 0, 1, 2, 0, 4]
        assert relations[:6] == ["root", "obj", "obj", "obj", "parataxis", "obj"]
        assert heads.count(-1) == relations.count("root") == 1


def test_a_tree_of_another_scheme_is_left_to_our_reader():
    made = pipelines.Pipeline(pipelines.chains(4), relations=("nsubj", "dobj", "prep", "pobj"))
    reading, own = (language.read(article(TEXT), by=by) for by in (SpacyReader(made), None))
    assert reading.words[["head", "relation"]].equals(own.words[["head", "relation"]])


def test_a_name_leaves_out_what_ontonotes_has_in_it():
    made = SpacyReader(pipelines.Pipeline(pipelines.names(Alliance="ORG")))
    reading = language.read(article("Few in the Alliance's councils knew it."), by=made)
    assert reading.names["text"].tolist() == ["Alliance"]


def test_each_sentence_goes_in_as_our_words_and_comes_out_once():
    made = stub()
    reading = language.read(article(TEXT), by=SpacyReader(made))
    assert made.seen == [words["text"].tolist() for _, words in reading.words.groupby("sentence")]


def test_a_pipeline_of_another_language_says_so():
    with pytest.raises(DataError, match="“de”"):
        SpacyReader(pipelines.Pipeline(lang="de"))


@pytest.fixture
def installed(monkeypatch):
    """spaCy as far as loading goes, with one pipeline installed."""
    made, module = stub(), ModuleType("spacy")

    def load(name):
        if name != "en_made":
            raise OSError("[E050] Can't find model")
        return made

    module.load = load
    monkeypatch.setitem(sys.modules, "spacy", module)
    spacy_reader.loaded.cache_clear()
    yield made
    spacy_reader.loaded.cache_clear()


def test_a_notebook_swaps_the_reader_by_a_parameter(installed, tmp_path):
    path = tmp_path / "ice.txt"
    path.write_text(BODY, encoding="utf8")
    assert opening.reading(str(path), model="en_made").names["text"].tolist() == ["Ruritania"]
    assert len(installed.seen) == 3
    assert opening.reading(str(path)).names["text"].tolist() != ["Ruritania"] and len(installed.seen) == 3


def test_two_models_are_never_taken_for_each_other_in_one_run(installed, tmp_path, monkeypatch):
    monkeypatch.setenv("STANCEBOOK_MEMORY", str(tmp_path))
    made = article(TEXT)
    first = language.read(made, by=InstalledPipeline("en_made"))
    again = language.read(made, by=InstalledPipeline("en_made"))
    assert len(installed.seen) == 2 and first.names.equals(again.names)
    assert not language.read(made).names.equals(first.names)


def test_a_pipeline_that_is_not_installed_says_how_to_install_it(installed):
    with pytest.raises(DataError, match="MODEL=no_such: .*spacy download no_such"):
        language.read(article(TEXT), by=InstalledPipeline("no_such"))


def test_where_spacy_is_missing_it_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    spacy_reader.loaded.cache_clear()
    with pytest.raises(DataError, match="MODEL=en_made: .*pip install spacy"):
        language.read(article(TEXT), by=InstalledPipeline("en_made"))
