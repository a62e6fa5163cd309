"""Attributions are scored by word as corpora annotate them, each document read as the article that it is."""

import json

from benchmarks import accuracy, attributions, documents
from stancebook import entities, knowledge, voices
from stancebook.language import read_cut


def found(*sentences):
    """The parts of the words of an article of ``sentences``: for each part the words that have it."""
    words = [sentence.split() for sentence in sentences]
    reading = read_cut(*documents.article("made", words))
    statements = voices.statements(reading, entities.mentions(reading, knowledge.load()))
    return [
        {part: " ".join(inside[word] for word in sorted(one) if one[word] == part) for part in attributions.PARTS}
        for inside, one in zip(words, attributions.parts(reading, statements))
    ]


def test_words_are_put_together_as_they_are_printed_and_found_again():
    words = ["`` We left , '' said officials -LRB- two -RRB- .".split(), '" We left , " he said .'.split(), "Obi 's plan .".split()]
    made, cut = documents.article("made", words)
    assert made.text == "“We left,” said officials (two). “We left,” he said. Obi's plan."
    assert [[made.text[start:end] for start, end in inside] for *_, inside in cut] == [
        ["“", "We", "left", ",", "”", "said", "officials", "(", "two", ")", "."],
        ["“", "We", "left", ",", "”", "he", "said", "."],
        ["Obi", "'s", "plan", "."],
    ]
    assert made.paragraphs == ((0, len(made.text)),)


def test_quotation_marks_that_open_in_an_open_quotation_begin_a_paragraph():
    words = ['" It rained , he said .'.split(), '" Then it stopped . "'.split(), "We left .".split()]
    made, cut = documents.article("made", words)
    assert [made.text[start:end] for start, end in made.paragraphs] == ["“It rained, he said.", "“Then it stopped.” We left."]
    assert [sentence[0] for sentence in cut] == [0, 1, 1]


def test_every_sentence_of_a_quotation_is_content():
    first, second, third = found('" The road is closed , " the mayor said .', '" It has been closed since May .', 'Nobody can pass . "')
    assert first["cue"] == "said" and first["source"] == "the mayor" and "The road is closed" in first["content"]
    assert second == {"content": '" It has been closed since May .', "source": "", "cue": ""}
    assert third == {"content": 'Nobody can pass . "', "source": "", "cue": ""}


def test_source_cue_and_content_are_as_wide_as_corpora_have_them():
    (one,) = found("Olga Petrova , the mayor of Gomel , had said that the bridge would be repaired .")
    assert one["source"] == "Olga Petrova , the mayor of Gomel" and one["cue"] == "had said"
    assert one["content"] == "that the bridge would be repaired ."


def test_a_word_has_its_part_in_the_attribution_with_the_longer_content():
    (one,) = found("The minister said that the mayor had told reporters that the bridge was safe .")
    assert one == {
        "source": "The minister", "cue": "said", "content": "that the mayor had told reporters that the bridge was safe .",
    }  # fmt: skip


def test_runs_are_words_side_by_side_with_one_part():
    assert attributions.runs({(0, "SOURCE"), (1, "CUE"), (3, "CONTENT"), (4, "CONTENT")}) == {
        (0, 1, "SOURCE"), (1, 2, "CUE"), (3, 5, "CONTENT"),
    }  # fmt: skip
    assert attributions.runs(set()) == set()


def test_documents_are_read_as_articles_and_the_reader_alone_is_scored_beside(tmp_path):
    sentences = [
        ('The mayor said : " It is over .', "SOURCE SOURCE CUE O CONTENT CONTENT CONTENT CONTENT CONTENT"),
        ('Go home . "', "CONTENT CONTENT CONTENT CONTENT"),
    ]
    rows = [{"t": words.split(), "a": ["O" if tag == "O" else f"I-{tag}" for tag in tags.split()]} for words, tags in sentences]
    (tmp_path / "made.jsonl").write_text(json.dumps({"id": "one", "sents": rows}) + "\n", encoding="utf8")
    scores = accuracy.measure("voices", tmp_path / "made.jsonl")
    assert scores["micro"]["f1"] == 1 and scores["exact"]["micro"]["f1"] == 1
    assert scores["reader"]["classes"]["CONTENT"]["n"] == 9 and scores["errors"] == []
