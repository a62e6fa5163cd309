"""Documents put together for measuring mentions and pronouns are what was annotated, and the scores count what they say."""

import json
from types import SimpleNamespace

import pytest

from benchmarks import coreference, documents, mentions, pronouns

SENTENCE = """# newdoc id = made
# newpar
# text = Dr. Ada Obi's aide left.
1\tDr.\tDr.\tPROPN\tNNP\t_\t5\tnmod:poss\t_\tEntity=(2-person-new-nnnnn-cf1-5-sgl(1-person-new-nnnnn-cf1-1-coref
2\tAda\tAda\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\tObi\tObi\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)|SpaceAfter=No
4\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_
5\taide\taide\tNOUN\tNN\t_\t6\tnsubj\t_\tEntity=2)
6\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

# newpar
# text = She smiled.
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-nnnnn-cf1-1-ana)
2\tsmiled\tsmile\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


@pytest.fixture
def document(tmp_path):
    (tmp_path / "made.conllu").write_text(SENTENCE, encoding="utf8")
    (one,) = coreference.documents(tmp_path / "made.conllu")
    return one


def test_the_text_of_a_document_and_the_heads_of_its_entities(document):
    assert document.text == "Dr. Ada Obi's aide left.\n\nShe smiled."
    assert [document.text[start:end] for start, end in document.paragraphs] == ["Dr. Ada Obi's aide left.", "She smiled."]
    heads = {document.text[at : at + 3]: entity for at, entity in document.heads.items()}
    assert heads == {"Dr.": "1", "aid": "2", "She": "1"}


def test_a_name_without_its_title_is_the_entity_whose_head_the_title_is(document):
    referent = SimpleNamespace(start=4, end=11, named=True)
    assert pronouns.entity_at(document, referent) == "1"
    assert pronouns.entity_at(document, SimpleNamespace(start=4, end=11, named=False)) == ""


def test_precision_is_of_links_and_coverage_of_all():
    found = [
        pronouns.Judged("he", True, 0.9, True, True), pronouns.Judged("him", True, 0.9, False, True),
        pronouns.Judged("his", True, 0.4, True, True), pronouns.Judged("he", False, 0.9, False, False),
        pronouns.Judged("it", True, 0.9, True, True),
    ]  # fmt: skip
    scores = pronouns.scored(found, {"person": 0.8, "it": 0.95, "its": 0.5, "they": 0.5, "their": 0.5})
    assert scores["he"]["precision"] == 0.5 and scores["he"]["coverage"] == 0.5 and scores["he"]["recall"] == 1 / 3
    assert scores["it"]["linked"] == 0 and scores["it"]["precision"] is None and scores["they"]["n"] == 0


def test_words_are_put_together_as_they_were_written_and_found_again():
    words = [['"', "We", "left", ",", '"', "said", "U.S.", "officials", "(", "two", ")", "."], ["Obi", "'s", "five", "-", "year", "plan", "."]]
    made, cut = documents.article("made", words)
    assert made.text == "“We left,” said U.S. officials (two). Obi's five-year plan."
    printed = [[{"“": '"', "”": '"'}.get(made.text[start:end], made.text[start:end]) for start, end in inside] for *_, inside in cut]
    assert printed == words


def test_mentions_are_scored_by_span_and_type(tmp_path):
    sentences = [{"t": ["Angela", "Merkel", "left", "Ghana", "."], "n": ["B-PER", "I-PER", "O", "B-ORG", "O"]}]
    sentences.append({"t": ["Kenya", "grew", "."], "n": ["B-LOC", "O", "O"]})
    (tmp_path / "made.jsonl").write_text(json.dumps({"id": "one", "sents": sentences}) + "\n", encoding="utf8")
    scores = mentions.measure(tmp_path / "made.jsonl")["mentions"]
    assert scores["micro"]["recall"] == pytest.approx(2 / 3) and scores["classes"]["PER"]["f1"] == 1
    assert scores["untyped"]["recall"] == 1
