"""Names that recur in a document are decided together, whatever the order, and a sentence alone stays as it is read."""

import random

import numpy as np
import pytest

from stancebook.language import encoder
from stancebook.language.first_reading import FirstReader
from stancebook.language.parse import Parse, Tagged
from stancebook.language.recurring import agreed, key_of

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


def read(*words):
    """A sentence and its parse, from words with the chances of their labels: ``("Obi", {"B-PER": 0.9})``, the rest even."""
    rows = []
    for _, sure in words:
        rest = (1 - sum(sure.values())) / (len(LABELS) - len(sure))
        rows.append([sure.get(label, rest) for label in LABELS])
    tagged = Tagged(LABELS, np.log(np.array(rows, dtype=np.float32)))
    blank = [""] * len(rows)
    return [word for word, _ in words], Parse(blank, blank, blank, [-1] * len(rows), blank, tagged.spans(), [], tagged)


def kinds(*sentences):
    """The names of each sentence after all have voted, as (start, end, type)."""
    parses = agreed([words for words, _ in sentences], [parse for _, parse in sentences])
    return [[(span.start, span.end, span.kind) for span in parse.names] for parse in parses]


SURE = read(("Rivergate", {"B-ORG": 0.95}), ("spoke", {"O": 0.99}))
WRONG = read(("Rivergate", {"B-PER": 0.5, "B-ORG": 0.4}))
MISSED = read(("of", {"O": 0.99}), ("Rivergate", {"O": 0.55, "B-ORG": 0.4}))
NOTHING = read(("and", {"O": 0.99}), ("rivergate", {"O": 0.9}))


def test_a_name_has_the_type_that_its_other_occurrences_are_surer_of():
    assert kinds(SURE, WRONG) == [[(0, 1, "ORG")], [(0, 1, "ORG")]]


def test_a_name_that_was_missed_is_found_where_others_are_sure_of_it():
    assert kinds(SURE, MISSED) == [[(0, 1, "ORG")], [(1, 2, "ORG")]]


def test_what_is_surely_no_name_stays_none_and_other_words_have_no_vote():
    surely_none = read(("of", {"O": 0.99}), ("Rivergate", {"O": 0.9999}))
    assert kinds(SURE, surely_none)[1] == [] and kinds(SURE, NOTHING)[1] == []


def test_the_full_name_of_a_person_votes_for_its_first_and_last_word():
    full = read(("Ada", {"B-PER": 0.95}), ("Obi", {"I-PER": 0.95}))
    last, first = (read((word, {"B-ORG": 0.5, "B-PER": 0.3})) for word in ("Obi", "Ada"))
    assert kinds(full, last, first)[1:] == [[(0, 1, "PER")], [(0, 1, "PER")]]
    body = read(("Ada", {"B-ORG": 0.95}), ("Obi", {"I-ORG": 0.95}))
    other = read(("Obi", {"B-PER": 0.5, "B-ORG": 0.3}))
    assert kinds(body, other)[1] == [(0, 1, "PER")]


def test_words_vote_for_their_initials_and_are_voted_for():
    full = read(("River", {"B-ORG": 0.9}), ("of", {"I-ORG": 0.9}), ("Trade", {"I-ORG": 0.9}))
    short = read(("RT", {"B-LOC": 0.5, "B-ORG": 0.4}))
    assert kinds(full, short) == [[(0, 3, "ORG")], [(0, 1, "ORG")]]


def test_capitals_are_the_same_name_and_case_else_tells_words_apart():
    assert key_of(["RIVERGATE", "TALKS"]) == key_of(["Rivergate", "Talks"])
    assert key_of(["US"]) != key_of(["us"]) and key_of(["Will"]) != key_of(["will"])
    assert key_of(["O’Hara"]) == key_of(["O'Hara"])
    assert kinds(SURE, read(("RIVERGATE", {"B-PER": 0.5, "B-ORG": 0.4})))[1] == [(0, 1, "ORG")]


def test_a_sentence_alone_and_one_without_recurring_names_stay_as_they_are_read():
    words, parse = WRONG
    assert agreed([words], [parse])[0] is parse
    assert agreed([words, NOTHING[0]], [parse, NOTHING[1]])[0] is parse
    assert agreed([], []) == []


def test_another_readers_names_are_left_alone():
    sentences = [["Anna", "Berg", "spoke", "."], ["Berg", "left", "."]]
    parses = list(FirstReader().read(sentences))
    assert agreed(sentences, parses) == parses


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_sentences_changes_nothing(seed):
    draw = random.Random(seed)
    words = ["Ada", "Obi", "Paris", "EU", "European", "Union", "Berg", "said", "of", "the", "in", ",", "PARIS", "Rivergate"]
    sentences = [draw.choices(words, k=draw.randint(0, 9)) for _ in range(30)]
    parses = list(encoder.reader().read(sentences))
    before = agreed(sentences, parses)
    assert any(one.names != other.names for one, other in zip(before, parses))
    order = draw.sample(range(30), 30)
    after = agreed([sentences[at] for at in order], [parses[at] for at in order])
    assert [parse.names for parse in after] == [before[at].names for at in order]
    for parse, sentence in zip(before, sentences):
        assert all(0 <= span.start < span.end <= len(sentence) and 0 < span.confidence <= 1 for span in parse.names)
        assert all(one.end <= other.start for one, other in zip(parse.names, parse.names[1:]))


def test_a_common_word_at_the_head_of_a_sentence_is_no_name_for_its_capital():
    name = read(("the", {"O": 0.99}), ("Polish", {"B-ORG": 0.95}))
    verb = read(("Polish", {"O": 0.6, "B-ORG": 0.3}), ("tables", {"O": 0.99}))
    inside = read(("the", {"O": 0.99}), ("Polish", {"O": 0.6, "B-ORG": 0.3}))
    assert kinds(name, verb, inside)[1:] == [[], [(1, 2, "ORG")]]
