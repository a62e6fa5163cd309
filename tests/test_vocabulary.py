from types import SimpleNamespace

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from stancebook import evidence, language, pages
from stancebook.findings import vocabulary

PARAGRAPHS = (
    "The river froze early. Fishermen crossed the river on foot, and the ice held. The ice sang at night.",
    "A ferry lay in the ice. The river kept the ferry until spring. Fishermen sang.",
    "Then the thaw came, the thaw that fishermen fear. The thaw took two boats.",
)
APPARATUS, CHANGES = ["kind", "text", "line"], ["line", "action", "before", "after", "reason"]


def read(*paragraphs):
    text, spans = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = spans[-1][1] + 2 if spans else 0
        spans.append((start, start + len(paragraph)))
    return language.read(SimpleNamespace(name="made", text=text, paragraphs=tuple(spans)))


@pytest.fixture(scope="module")
def reading():
    return read(*PARAGRAPHS)


@pytest.fixture(scope="module")
def empty():
    return read("1914!").words.iloc[:0]


def article(apparatus=(), cleaning=()):
    return SimpleNamespace(
        apparatus=pd.DataFrame(apparatus, columns=APPARATUS), cleaning=pd.DataFrame(cleaning, columns=CHANGES)
    )


@pytest.mark.parametrize(("count", "top"), [(vocabulary.frequent_words, 4), (vocabulary.frequent_phrases, 1)])
def test_each_frequent_item_has_as_many_places_as_its_count(count, top):
    repeated = read(*PARAGRAPHS, "Fishermen sang of the river, and the fishermen sang again.")
    frequent, places = count(repeated.words, top=top)
    evidence.check(frequent, places, key="item", count="count")
    assert len(frequent) == top and frequent["count"].is_monotonic_decreasing


def test_a_phrase_begins_and_ends_with_a_content_word_unless_it_is_long():
    repeated = read("The old river froze; they should tell their men. Then the old river thawed; they should tell their wives.")
    frequent, _ = vocabulary.frequent_phrases(repeated.words, top=9)
    assert set(frequent["item"]) == {"old river", "they should tell their"}


def test_the_frequent_words_are_content_words_by_their_lemma(reading):
    frequent, places = vocabulary.frequent_words(reading.words, top=5)
    counts = dict(zip(frequent["item"], frequent["count"]))
    assert counts["river"] == counts["fisherman"] == counts["ice"] == counts["thaw"] == 3
    assert "the" not in counts
    text = reading.article.text
    assert {text[row.start : row.end] for row in places[places["item"] == "fisherman"].itertuples()} == {
        "Fishermen",
        "fishermen",
    }


def test_be_do_and_have_lead_no_list():
    words = read("It was. They were. It has been. They do. They did. It had. Ice is ice.").words
    assert vocabulary.frequent_words(words, top=3)[0]["item"].tolist() == ["ice"]


def test_spread_tells_what_is_in_one_place_from_what_is_all_through(reading):
    frequent, _ = vocabulary.frequent_words(reading.words, top=10)
    spreads, places = vocabulary.spread(reading.words, frequent)
    by_item = spreads.set_index("item")
    assert (spreads["count"] >= 3).all() and by_item.at["fisherman", "range"] == 3 and by_item.at["thaw", "range"] == 1
    assert by_item.at["fisherman", "dp_norm"] < by_item.at["river", "dp_norm"] < by_item.at["thaw", "dp_norm"] <= 1
    assert places["item"].value_counts().to_dict() == by_item["count"].to_dict()
    tokens = language.word_tokens(reading)["text"].tolist()
    assert {tokens[place] for place in places.loc[places["item"] == "thaw", "position"]} == {"thaw"}
    assert vocabulary.most_clustered(spreads) == "“thaw” stands in 1 paragraph only, the least spread of these"


def test_where_paragraphs_start_in_words(reading):
    starts = vocabulary.paragraph_starts(reading.words)
    tokens = language.word_tokens(reading)["text"].tolist()
    assert [tokens[place] for place in starts] == ["The", "A", "Then"]


def spreads(*rows):
    return pd.DataFrame(rows, columns=["item", "count", "range", "parts", "dp", "dp_norm"])


def test_no_word_is_both_most_and_least_evenly_spread():
    even, uneven = ("<b>", 9, 4, 4, 0.1, 0.1), ("thaw", 3, 1, 4, 0.7, 0.9)
    said = vocabulary.unevenly_spread(spreads(uneven, even))
    assert said.count("&lt;b&gt;") == 1 and said.count("thaw") == 1 and said.index("&lt;b&gt;") < said.index("thaw")
    assert vocabulary.unevenly_spread(spreads(uneven, even, ("ice", 3, 2, 4, 0.4, 0.5))).count("ice") == 0
    assert "Too few words" in vocabulary.unevenly_spread(spreads(even))


def test_a_word_in_every_paragraph_is_not_said_to_be_in_some_only():
    title = vocabulary.most_clustered(spreads(("ice", 9, 4, 4, 0.3, 0.3), ("thaw", 8, 4, 4, 0.1, 0.1)))
    assert "only" not in title and "ice" in title


def test_one_paragraph_has_no_spread_to_speak_of():
    words = read(" ".join(PARAGRAPHS)).words
    found, _ = vocabulary.spread(words, vocabulary.frequent_words(words, top=10)[0])
    for said in (vocabulary.unevenly_spread(found), vocabulary.most_clustered(found), vocabulary.spread_table(found)):
        assert "nan" not in said
    assert "one paragraph" in vocabulary.unevenly_spread(found) and "one paragraph" in vocabulary.most_clustered(found)


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ([("ice", 3), ("thaw", 2)], "“ice” leads with 3 occurrences"),
        ([("ice", 3), ("thaw", 3), ("boat", 1)], "“ice” and “thaw” lead with 3 occurrences each"),
        ([("ice", 1)], "“ice”: 1 occurrence"),
        ([], "No word to show"),
    ],
)
def test_the_title_claims_no_lead_that_is_shared(counts, title):
    assert vocabulary.leading(pd.DataFrame(counts, columns=["item", "count"]), "word") == title


def test_a_concordance_has_a_line_for_each_occurrence_linked_to_its_sentence(reading, monkeypatch):
    monkeypatch.setenv(pages.RENDERING, "1")
    page = BeautifulSoup(vocabulary.concordance(reading, "thaw"), "html.parser")
    assert [mark.get_text() for mark in page.select("tbody mark")] == ["thaw"] * 3
    sentences = reading.sentences[reading.sentences["text"].str.contains("thaw")]["sentence"]
    assert {link["href"] for link in page.find_all("a")} == {f"reading.html#s{number}" for number in sentences}
    after = [row.find_all("td")[2].get_text() for row in page.select("tbody tr")]
    assert after == sorted(after) and "3 lines" in page.caption.get_text()


def test_a_concordance_shows_hostile_text_and_a_hostile_node_as_text():
    page = vocabulary.concordance(read("Ice <script>alert(1)</script> held, said the ice & co."), "ice")
    assert "<script" not in page and "&lt;script" in page
    assert "<img" not in vocabulary.concordance(read("Ice held."), "<img src=x>")


def test_a_node_that_is_not_there_and_no_node_are_said_in_words(reading):
    assert "zebra" in vocabulary.concordance(reading, "zebra") and "does not occur" in vocabulary.concordance(
        reading, "zebra"
    )
    assert "“”" not in vocabulary.concordance(reading, "") and "No word" in vocabulary.concordance(reading, "")


def test_what_was_set_apart_and_mended_is_shown_escaped_and_counted():
    made = article([("caption", "A <b>boat</b>", 3)], [(1, "joined", "ri-\nver", "river", "a hyphen at a line's end")])
    apart = BeautifulSoup(vocabulary.apparatus(made), "html.parser")
    assert [cell.get_text() for cell in apart.select("tbody tr > *")] == ["caption", "A <b>boat</b>", "3"]
    mended = BeautifulSoup(vocabulary.cleaning(made), "html.parser")
    assert "1 entry" in mended.summary.get_text() and "river" in mended.tbody.get_text()
    assert "nothing beside" in vocabulary.apparatus(article()) and "Nothing" in vocabulary.cleaning(article())


def test_a_text_without_words_is_said_to_have_none(empty):
    words, places = vocabulary.frequent_words(empty, top=5)
    phrases, phrase_places = vocabulary.frequent_phrases(empty, top=5)
    found, positions = vocabulary.spread(empty, words)
    assert all(table.empty for table in (words, places, phrases, phrase_places, found, positions))
    assert vocabulary.first_item(words) == "" and vocabulary.paragraph_starts(empty) == []
    assert "No word" in vocabulary.most_clustered(found)
