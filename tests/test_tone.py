from types import SimpleNamespace

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from stancebook import entities, evidence, knowledge, language, stance, tone
from stancebook.errors import StancebookError

# Own sentences, with hedges and boosters outside and inside of quotation marks, and words that only look like them.
PARAGRAPHS = (
    "Belarus may perhaps wait. Minsk is clearly waiting, and Poland will surely answer. On 9 May it rained.",
    "“We might possibly stay,” a man in Minsk said. “It is certainly cold.” Nobody, of course, asked him.",
    "It seems that Poland knows. Belarus would probably not. That is an absurd and dangerous idea, I think.",
)


def read(*paragraphs):
    text, spans = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = spans[-1][1] + 2 if spans else 0
        spans.append((start, start + len(paragraph)))
    return language.read(SimpleNamespace(name="made", text=text, paragraphs=tuple(spans)))


@pytest.fixture(scope="module")
def made():
    reading = read(*PARAGRAPHS)
    markers, mentions = stance.markers(reading), entities.mentions(reading, knowledge.load())
    frequent = mentions.groupby("entity", sort=False).agg(name=("name", "first"), count=("start", "size")).reset_index()
    kept = markers[markers["kept"]].reset_index(drop=True)
    return SimpleNamespace(
        reading=reading, words=reading.words, hits=markers, markers=kept, mentions=mentions, frequent=frequent
    )


@pytest.fixture(scope="module")
def without_markers():
    reading = read("“Snow fell on the road,” a man said. Snow fell on the roof.")
    assert stance.markers(reading).query("kept and category != 'reporting verb'").empty
    markers = stance.markers(reading).iloc[:0]
    return SimpleNamespace(
        reading=reading, words=reading.words, markers=markers, mentions=pd.DataFrame(columns=entities.COLUMNS)
    )


def rates(**counts):
    rows = [{"category": name.replace("_", " "), "count": count} for name, count in counts.items()]
    return pd.DataFrame(rows, columns=["category", "count"])


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (rates(hedge=4, booster=2), "4 hedges stand against 2 boosters"),
        (rates(hedge=1, booster=1), "1 hedge stands against 1 booster"),
        (rates(hedge=0, booster=2, engagement=1), "booster, 2 times"),
        (rates(hedge=1, booster=0), "hedge, 1 time"),
        (rates(hedge=0, booster=0), "No marker"),
    ],
)
def test_the_title_says_what_was_counted(counted, said):
    assert said in tone.finding(counted)


def test_only_the_categories_asked_for_are_kept_and_an_unknown_one_is_an_error(made):
    assert set(tone.chosen_categories(made.hits, ["hedge"])["category"]) == {"hedge"}
    assert len(tone.chosen_categories(made.hits, [])) == len(made.hits)
    with pytest.raises(StancebookError, match="hedges.*choose from: .*hedge"):
        tone.chosen_categories(made.hits, ["hedges"])


def test_every_marker_and_every_word_is_inside_or_outside_of_quotation_marks(made):
    voices = tone.by_quotation(made.hits, made.words)
    counts = made.markers["category"].value_counts().to_dict()
    assert dict(zip(voices["category"], voices["own"] + voices["quoted"])) == counts
    assert set(voices["own_words"] + voices["quoted_words"]) == {len(language.word_tokens(made.reading))}
    hedge = voices.set_index("category").loc["hedge"]
    assert (hedge["quoted"], hedge["quoted_words"]) == (2, 8)
    assert hedge["quoted_rate"] == pytest.approx(250)


def test_the_share_of_quotation_is_said_with_its_counts(made):
    voices = tone.by_quotation(made.hits, made.words)
    said = tone.in_quotation(voices)
    total = len(language.word_tokens(made.reading))
    assert f"8 words of {total}" in said and f"{8 / total:.0%}" in said and f"{voices['quoted'].sum()} markers" in said
    page = BeautifulSoup(tone.quotation_table(voices), "html.parser")
    assert "8 word tokens" in page.caption.get_text() and len(page.select("tbody tr")) == len(voices)


def test_a_text_without_quotation_marks_is_said_to_have_none():
    reading = read("Belarus may wait.")
    assert "Nothing stands in quotation marks" in tone.in_quotation(
        tone.by_quotation(stance.markers(reading), reading.words)
    )


def test_a_quotation_without_markers_is_not_said_to_be_no_quotation(without_markers):
    voices = tone.by_quotation(without_markers.markers, without_markers.words)
    assert "Nothing stands in quotation" not in tone.in_quotation(voices)
    assert "No marker" in tone.in_quotation(voices) and "No marker" in tone.quotation_table(voices)


def test_through_the_text_no_marker_is_lost_and_each_kind_has_all_ten_tenths(made):
    steps = tone.through_text(made.markers, made.words)
    assert steps.groupby("category")["count"].sum().to_dict() == made.markers["category"].value_counts().to_dict()
    assert set(steps.groupby("category")["position"].agg(tuple)) == {tuple(range(1, 11))}


def test_the_densest_tenth_is_the_one_with_most_markers():
    reading = read("Snow fell on the road and on the roof of the old house. " * 4 + "Perhaps it may possibly thaw.")
    markers = stance.markers(reading)
    assert "number 10, with 3 markers" in tone.peak(markers[markers["category"] == "hedge"], reading.words)


def test_around_an_entity_each_count_has_its_markers(made):
    counts, places = tone.around(made.markers, made.mentions, made.frequent, made.words)
    evidence.check(counts, places, key="key", count="count")
    belarus = counts[counts["entity"] == "belarus"].set_index("category")
    sentences = set(made.mentions.loc[made.mentions["entity"] == "belarus", "sentence"])
    hedges = made.markers[(made.markers["category"] == "hedge") & made.markers["sentence"].isin(sentences)]
    assert belarus.at["hedge", "count"] == len(hedges) >= 4
    assert belarus.at["hedge", "words"] == language.word_tokens(made.reading)["sentence"].isin(sentences).sum()
    assert list(counts["entity"].unique()) == [
        entity for entity in made.frequent["entity"] if entity in set(counts["entity"])
    ]


def test_the_title_names_who_has_most_markers_around_and_two_of_one_name_are_not_added_up():
    around = pd.DataFrame(
        [("georgia", "Georgia", 3), ("georgia-us-state", "Georgia", 3), ("poland", "Poland", 4)],
        columns=["entity", "name", "count"],
    )
    assert tone.densest_finding(around).endswith("Poland: 4")


def test_density_is_said_of_entities_with_enough_words_only_and_names_are_escaped():
    around = pd.DataFrame(
        [("a", "<b>A</b>", 6, 200), ("b", "B", 40, 99), ("c", "C", 4, 100), ("a", "<b>A</b>", 2, 200)],
        columns=["entity", "name", "count", "words"],
    )
    said = tone.densest(around)
    assert "&lt;b&gt;A&lt;/b&gt; (40 per 1,000" in said and "C (40 per" in said and "B (" not in said
    assert "too few" in tone.densest(around[around["entity"] == "b"])


def test_every_entry_is_counted_with_its_places(made):
    counts = tone.entries(made.markers)
    evidence.check(counts, tone.keyed(made.markers), key="key", count="count")
    assert counts["count"].sum() == len(made.markers)
    assert counts.groupby("category", sort=False)["count"].agg(lambda column: column.is_monotonic_decreasing).all()


def test_what_was_turned_away_is_shown_with_its_reason_and_sentence(made):
    away = made.hits[~made.hits["kept"]]
    page = BeautifulSoup(tone.turned_away(made.hits, made.reading.sentences), "html.parser")
    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in page.select("tbody tr")]
    assert len(rows) == len(away) > 0
    may = next(row for row in rows if row[0] == "May")
    assert "On 9 May it rained." in may[-1] and may[2]


def test_nothing_found_is_said_in_words(without_markers):
    none, frequent = without_markers, pd.DataFrame(columns=["entity", "name", "count"])
    around, places = tone.around(none.markers, none.mentions, frequent, none.words)
    assert around.empty and places.empty and tone.through_text(none.markers, none.words).empty
    assert "No marker" in tone.peak(none.markers, none.words) and "No marker" in tone.densest(around)
    assert "No marker" in tone.densest_finding(around) and tone.entries(none.markers).empty
    assert "No hit" in tone.turned_away(none.markers, none.reading.sentences)
