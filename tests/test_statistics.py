import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics import BigramAssocMeasures
from scipy import stats as scipy_stats

from stancebook import statistics

CLOSED = {"the": "DET", "a": "DET", "of": "ADP", "in": "ADP", "and": "CCONJ", "it": "PRON", "us": "PRON"}


def words_of(*paragraphs, article="one"):
    """Words of invented sentences: paragraphs of sentences, of which each is a string of space-separated tokens."""
    rows, start, number = [], 0, 0
    for paragraph, sentences in enumerate(paragraphs):
        for sentence in sentences:
            for token in sentence.split():
                part = "PUNCT" if not token[0].isalnum() else CLOSED.get(token.casefold(), "NOUN")
                part = "PROPN" if token[0].isupper() and token != "The" else part
                rows.append((article, paragraph, number, start, start + len(token), token, token, part))
                start += len(token) + 1
            number += 1
    names = ["article", "paragraph", "sentence", "start", "end", "text", "lemma", "part_of_speech"]
    return pd.DataFrame(rows, columns=names)


def text_of(*paragraphs):
    return " ".join(sentence for sentences in paragraphs for sentence in sentences)


HARBOUR = (["The old harbour sleeps , the old harbour wakes .", "the tide of the harbour"], ["a quiet tide , old boats"])


def row(table, item):
    return table.set_index("item").loc[item]


# frequency


def test_frequencies_count_words_only_and_state_range():
    table = statistics.frequencies(words_of(*HARBOUR))
    assert list(table.columns) == ["item", "count", "per_thousand", "range"]
    assert row(table, "the")["count"] == 4
    assert row(table, "old").to_dict() == {"count": 3, "per_thousand": pytest.approx(3000 / 18), "range": 2}
    assert "," not in set(table["item"])
    assert table["count"].is_monotonic_decreasing


def test_leaving_out_function_words_keeps_the_denominator():
    table = statistics.frequencies(words_of(*HARBOUR), function_words=False, stop_words=["old"])
    assert not {"the", "a", "of", "old"} & set(table["item"])
    assert row(table, "harbour")["per_thousand"] == pytest.approx(3000 / 18)


def test_stop_words_alone_keep_the_other_function_words():
    assert {"the", "a"} <= set(statistics.frequencies(words_of(*HARBOUR), stop_words=["old"])["item"])


def test_a_proper_name_is_not_the_word_it_looks_like():
    table = statistics.frequencies(words_of(["US trade and us"]), by="text")
    assert row(table, "US")["count"] == row(table, "us")["count"] == 1


def test_range_tells_the_first_paragraphs_of_two_articles_apart():
    words = pd.concat([words_of(["tide"]), words_of(["tide"], article="two")], ignore_index=True)
    assert row(statistics.frequencies(words), "tide")["range"] == 2


def test_every_count_has_its_places():
    words = words_of(*HARBOUR)
    counts, places = statistics.frequencies(words), statistics.occurrences(words)
    assert places["item"].value_counts().to_dict() == dict(zip(counts["item"], counts["count"]))


def test_phrases_cross_neither_punctuation_nor_sentences():
    items = set(statistics.phrases(words_of(*HARBOUR))["item"])
    assert "the old harbour" in items
    assert not items & {"sleeps the", "wakes the", "harbour a", "tide old"}
    assert "of the" not in items, "nothing but function words"
    assert "tide of the" in items


def test_phrases_know_their_place():
    words, text = words_of(*HARBOUR), text_of(*HARBOUR)
    for phrase in statistics.phrases(words).to_dict("records"):
        assert text[phrase["start"] : phrase["end"]].casefold() == phrase["item"].casefold()


def test_a_phrase_that_never_stands_alone_gives_way_to_the_longer_one():
    words = words_of(*HARBOUR)
    assert statistics.ngrams(words, minimum=99).empty
    assert statistics.ngrams(words)[["item", "length", "count", "range"]].values.tolist() == [["the old harbour", 3, 2, 1]]
    assert {"old harbour", "the old"} <= set(statistics.ngrams(words, nested=True)["item"])
    assert statistics.ngrams(words, whole=True)["item"].tolist() == ["old harbour"]


def test_phrases_of_no_words_are_refused():
    with pytest.raises(ValueError, match="phrase"):
        statistics.phrases(words_of(*HARBOUR), shortest=3, longest=2)


@pytest.mark.parametrize("count", [statistics.frequencies, statistics.ngrams, statistics.dispersions])
def test_a_text_without_words_gives_an_empty_table(count):
    table = count(words_of(*HARBOUR).iloc[:0])
    assert table.empty and "count" in table.columns


# dispersion

GRIES = "b a m n i b e u p / b a s a t b e w q n / b c a g a b e s t a / b a g h a b e a a t / b a h a a b e a x a t"


def gries(letter):
    """The toy corpus of Gries (2008): five parts of 9, 10, 10, 10 and 11 words."""
    parts = [part.split() for part in GRIES.split(" / ")]
    flat = [word for part in parts for word in part]
    numbers = [number for number, part in enumerate(parts) for _ in part]
    return statistics.dispersion([place for place, word in enumerate(flat) if word == letter], numbers)


def test_dispersion_of_gries_example():
    found = gries("a")
    assert (found.count, found.range, found.parts) == (15, 5, 5)
    assert found.dp == pytest.approx(0.18)
    assert found.dp_norm == pytest.approx(0.18 / 0.82)


def test_dispersion_of_an_item_in_one_part_only():
    found = gries("x")
    assert found.range == 1
    assert found.dp == pytest.approx(1 - 11 / 50)


def test_an_item_in_the_smallest_part_only_is_as_uneven_as_can_be():
    assert gries("u").dp_norm == pytest.approx(1)


@given(st.data())
def test_dispersion_stays_between_none_and_all(data):
    parts = data.draw(st.lists(st.integers(0, 5), min_size=1, max_size=60))
    places = data.draw(st.lists(st.integers(0, len(parts) - 1), min_size=1, unique=True))
    found = statistics.dispersion(places, parts)
    assert 0 <= found.dp <= 1
    assert 1 <= found.range <= found.parts
    if found.parts == 1:
        assert found.dp == 0 and math.isnan(found.dp_norm)
    else:
        assert -1e-12 <= found.dp_norm <= 1 + 1e-12


@pytest.mark.parametrize("places", [[], [3], [-1]])
def test_dispersion_of_what_is_not_in_the_text_is_refused(places):
    with pytest.raises(ValueError):
        statistics.dispersion(places, [0, 0, 1])


def test_dispersions_agree_with_dispersion():
    words = words_of(*HARBOUR)
    every = statistics.tokens(words)
    places = [place for place, item in enumerate(every["lemma"]) if item == "old"]
    single = statistics.dispersion(places, every["paragraph"])
    assert tuple(row(statistics.dispersions(words), "old")) == pytest.approx(tuple(single))


# intervals


@pytest.mark.parametrize("successes, low, high", [(0, 0.0, 0.2775), (10, 0.7225, 1.0), (5, 0.2366, 0.7634)])
def test_wilson_interval_for_ten_trials(successes, low, high):
    found = statistics.wilson(successes, 10)
    assert found[1:3] == pytest.approx((low, high), abs=5e-5)
    assert found.estimate == successes / 10


@pytest.mark.parametrize("count, low, high", [(0, 0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.390)])
def test_exact_poisson_interval_as_tabled(count, low, high):
    found = statistics.rate_interval(count, 1000)
    assert found[:3] == pytest.approx((count, low, high), abs=5e-4)


@given(st.integers(0, 500), st.integers(1, 5000))
def test_a_rate_lies_in_its_interval(count, words):
    found = statistics.rate_interval(count, words)
    assert 0 <= found.low <= found.estimate <= found.high


@given(st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_proportion_lies_in_its_interval(pair):
    found = statistics.wilson(*pair)
    assert -1e-12 <= found.low <= found.estimate + 1e-12
    assert found.estimate - 1e-12 <= found.high <= 1 + 1e-12


def test_bootstrap_is_the_same_twice_and_says_what_it_is_about():
    counts, words = [0, 1, 0, 2, 1, 0, 0, 3, 1, 0], [12, 20, 9, 31, 14, 8, 22, 25, 17, 12]
    found = statistics.bootstrap_sentences(counts, words)
    assert found == statistics.bootstrap_sentences(counts, words)
    assert found.low < found.estimate < found.high
    assert found.estimate == pytest.approx(1000 * 8 / 170)
    assert found.scope == "within this text only"


def test_bootstrap_of_a_constant_has_no_width_and_of_one_sentence_is_refused():
    assert statistics.bootstrap_sentences([0, 0, 0], [5, 6, 7])[:3] == (0, 0, 0)
    with pytest.raises(ValueError, match="two sentences"):
        statistics.bootstrap_sentences([1], [5])
    with pytest.raises(ValueError, match="length"):
        statistics.bootstrap_sentences([1, 2], [5])


def test_permutation_is_exact_for_small_groups_and_refused_for_smaller():
    found = statistics.permutation([6, 7, 8, 9, 10], [1, 2, 3, 4, 5])
    assert found.difference == 5
    assert found.p == pytest.approx(2 / math.comb(10, 5))
    with pytest.raises(ValueError, match="5 articles"):
        statistics.permutation([1, 2, 3, 4], [1, 2, 3, 4, 5])


# keyness


def key(a, b, target_words=1000, reference_words=2000, **options):
    counts = [pd.DataFrame({"item": ["tide"], "count": [count]}) for count in (a, b)]
    found = statistics.keyness(*counts, target_words=target_words, reference_words=reference_words, **options)
    return found.iloc[0]


def test_g2_as_computed_by_hand():
    # Expected: 30 of 3,000 words make 10 in the target and 20 in the reference, and 990 and 1,980 other words.
    by_hand = 2 * (
        20 * math.log(20 / 10) + 10 * math.log(10 / 20) + 980 * math.log(980 / 990) + 1990 * math.log(1990 / 1980)
    )
    found = key(20, 10)
    assert found["g2"] == pytest.approx(by_hand)
    assert found["log_ratio"] == pytest.approx(2), "20 in 1,000 is four times 10 in 2,000"
    assert found["target_per_thousand"] == 20 and found["reference_per_thousand"] == 5


@given(st.integers(0, 60), st.integers(0, 60))
def test_g2_and_interval_are_scipys(a, b):
    if a + b < 3:
        return
    found = key(a, b)
    table = [[a, b], [1000 - a, 2000 - b]]
    expected = scipy_stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
    assert found["g2"] == pytest.approx(expected.statistic, abs=1e-9)
    assert found["p"] == pytest.approx(expected.pvalue)
    assert found["low"] < found["log_ratio"] < found["high"]
    if a and b:
        ratio = scipy_stats.contingency.relative_risk(a, 1000, b, 2000).confidence_interval(0.95)
        assert (found["low"], found["high"]) == pytest.approx((math.log2(ratio.low), math.log2(ratio.high)))


def test_a_zero_counts_as_a_half():
    assert key(4, 0, 1000, 1000)["log_ratio"] == pytest.approx(3)


def test_holm_as_computed_by_hand():
    assert statistics.holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert statistics.holm([]).size == 0


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_holm_lies_between_the_raw_value_and_bonferroni(p):
    corrected = statistics.holm(p)
    assert (corrected >= np.array(p)).all() and (corrected <= 1).all()
    assert (corrected <= np.minimum(np.array(p) * len(p), 1) + 1e-12).all()
    assert (np.diff(corrected[np.argsort(p, kind="stable")]) >= 0).all()


def test_keyness_tests_what_occurs_often_enough_and_refuses_a_wrong_size():
    target = pd.DataFrame({"item": ["tide", "fog"], "count": [5, 1]})
    reference = pd.DataFrame({"item": ["fog", "boat"], "count": [1, 4]})
    found = statistics.keyness(target, reference, target_words=50, reference_words=60)
    assert set(found["item"]) == {"tide", "boat"}
    assert row(found, "boat")["target"] == 0
    with pytest.raises(ValueError, match="target"):
        statistics.keyness(target, reference, target_words=5, reference_words=60)


# collocation


def test_nodes_find_words_and_phrases_within_sentences():
    words, text = words_of(*HARBOUR), text_of(*HARBOUR)
    found = statistics.nodes(words, "old harbour")
    assert [text[start:end] for start, end in zip(found["start"], found["end"])] == ["old harbour"] * 2
    assert len(statistics.nodes(words, "the")) == 4
    assert len(statistics.nodes(words, "The")) == 1, "a capital asks for that case"
    assert statistics.nodes(words, "wakes the").empty
    with pytest.raises(ValueError, match="empty"):
        statistics.nodes(words, " ")


def test_concordance_lines_show_the_text_around():
    words, text = words_of(*HARBOUR), text_of(*HARBOUR)
    lines = statistics.kwic(words, text, "tide", width=14)
    assert lines[["left", "node", "right"]].values.tolist() == [
        ["wakes . the", "tide", "of the harbour"],
        ["a quiet", "tide", ", old boats"],
    ]
    assert all(text[start:end] == node for start, end, node in zip(lines["start"], lines["end"], lines["node"]))


def test_concordance_lines_sort_by_their_neighbours():
    words, text = words_of(*HARBOUR), text_of(*HARBOUR)
    right = statistics.kwic(words, text, "harbour", sort="right")
    assert [line.split()[0] for line in right["right"]] == ["a", "sleeps", "wakes"]
    left = statistics.kwic(words, text, "harbour", sort="left")
    assert [line.split()[-1] for line in left["left"]] == ["old", "old", "the"]
    with pytest.raises(ValueError, match="position, left, right"):
        statistics.kwic(words, text, "harbour", sort="size")


def test_neighbours_stay_in_the_sentence_and_the_span():
    words = words_of(["red tide comes in fast", "fog comes"])
    assert statistics.neighbours(words, "tide", span=2)["item"].tolist() == ["red", "comes", "in"]
    assert statistics.neighbours(words, "tide", span=None)["item"].tolist() == ["red", "comes", "in", "fast"]


def test_collocates_agree_with_nltk_and_open_to_their_places():
    words = words_of(["red tide rises", "red tide falls", "blue fog rises", "grey fog falls", "red boat", "fog"])
    found = row(statistics.collocates(words, "tide", span=1), "red")
    # Without the two nodes there are 13 tokens, 4 of them next to a node, 3 of them "red", 2 of them both.
    assert (found["count"], found["elsewhere"]) == (2, 1)
    assert found["expected"] == pytest.approx(4 * 3 / 13)
    assert found["log_likelihood"] == pytest.approx(BigramAssocMeasures.likelihood_ratio(2, (4, 3), 13))
    assert found["npmi"] == pytest.approx(math.log(2 * 13 / (4 * 3)) / -math.log(2 / 13))
    places = statistics.neighbours(words, "tide", span=1)
    assert (places["item"] == "red").sum() == found["count"]


def test_collocates_of_spans_leave_the_node_itself_out():
    words = words_of(["the red tide rises", "the red tide falls"])
    spans = statistics.nodes(words, "red tide")
    table = statistics.collocates(words, spans, minimum=1, function_words=True)
    assert not {"red", "tide"} & set(table["item"])


def test_collocates_of_what_never_occurs_are_none():
    assert statistics.collocates(words_of(*HARBOUR), "submarine").empty
    assert statistics.kwic(words_of(*HARBOUR), text_of(*HARBOUR), "submarine").empty


@given(st.lists(st.lists(st.sampled_from("abcde"), min_size=1, max_size=6), min_size=1, max_size=8))
def test_association_stays_in_its_bounds(sentences):
    words = words_of([" ".join(sentence) for sentence in sentences]).assign(part_of_speech="NOUN")
    table = statistics.collocates(words, "a", span=2, minimum=1)
    assert ((table["npmi"] >= -1) & (table["npmi"] <= 1 + 1e-9)).all()
    assert (table["log_likelihood"] >= 0).all()
