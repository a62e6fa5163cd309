from types import SimpleNamespace

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from stancebook import annotations, entities, evidence, language, stance, voices
from stancebook.errors import StancebookError
from stancebook.findings import tone

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
    found = annotations.annotate(reading)
    markers, mentions = found.markers, found.mentions
    frequent = mentions.groupby("entity", sort=False).agg(name=("name", "first"), count=("start", "size")).reset_index()
    kept = markers[markers["kept"]].reset_index(drop=True)
    return SimpleNamespace(
        reading=reading, words=reading.words, hits=markers, markers=kept, mentions=mentions, frequent=frequent,
        statements=found.statements, voiced=tone.by_voice(stance.rates_by_voice(kept, reading.words, found.statements)),
    )  # fmt: skip


@pytest.fixture(scope="module")
def without_markers():
    reading = read("“Snow fell on the road,” a man said. Snow fell on the roof.")
    assert stance.markers(reading).query("kept and category != 'reporting verb'").empty
    markers = stance.markers(reading).iloc[:0]
    return SimpleNamespace(
        reading=reading, words=reading.words, markers=markers, mentions=pd.DataFrame(columns=entities.COLUMNS)
    )


def test_only_the_categories_asked_for_are_kept_and_an_unknown_one_is_an_error(made):
    assert set(tone.chosen_categories(made.hits, ["hedge"])["category"]) == {"hedge"}
    assert len(tone.chosen_categories(made.hits, [])) == len(made.hits)
    with pytest.raises(StancebookError, match="hedges.*choose from: .*hedge"):
        tone.chosen_categories(made.hits, ["hedges"])


def test_every_marker_and_every_word_is_the_authors_or_a_sources(made):
    voiced = stance.rates_by_voice(made.markers, made.words, made.statements)
    assert voiced.groupby("category")["count"].sum().loc[lambda count: count > 0].to_dict() == (
        made.markers["category"].value_counts().to_dict()
    )
    words = voiced.groupby("side")["words"].first()
    shares = voices.shares(made.reading, made.statements).set_index("voice")["words"]
    assert words["author"] == shares["author"] and words.sum() == shares.sum() == len(language.word_tokens(made.reading))
    hedge = voiced[voiced["category"] == "hedge"].set_index("side").loc["sources"]
    assert (hedge["count"], hedge["per_thousand"]) == (2, pytest.approx(2000 / words["sources"]))


def test_both_sides_of_each_category_are_shown_with_their_denominators_and_evidence(made):
    evidence.check(made.voiced, tone.sided(made.markers), key="key", count="count")
    assert made.voiced["label"].iloc[:2].tolist() == ["Hedges: author", "Hedges: sources"]
    said = tone.voices_note(made.voiced)
    words = made.voiced.groupby("side")["words"].first()
    assert f"{words['author']} of the author's" in said and f"{words['sources']} of the sources'" in said
    assert tone.voices_finding(made.voiced).startswith("Hedges per 1,000 words") and "by the author" in tone.voices_finding(made.voiced)


def test_without_hedges_the_voices_title_is_of_what_is_commonest(made):
    others = made.voiced[made.voiced["category"] != "hedge"]
    counts = others.groupby("category")["count"].sum()
    assert tone.voices_finding(others).startswith(stance.LABELS[counts.idxmax()])


def test_how_sure_names_both_sides_and_links_each_count(made):
    page = BeautifulSoup(tone.how_sure(made.voiced), "html.parser")
    assert "In the author's words" in page.get_text() and "the sources' words" in page.get_text()
    wanted = {evidence.evidence_anchor("voiced", f"{side}: {kind}") for side in stance.SIDES for kind in ("hedge", "booster")}
    assert {link["href"].lstrip("#") for link in page.find_all("a")} <= wanted and page.find_all("a")
    only_hedges = made.voiced[made.voiced["category"] == "hedge"]
    assert "Only hedges were counted: 5 in the author's words and 2 in" in BeautifulSoup(tone.how_sure(only_hedges), "html.parser").get_text()


@pytest.mark.parametrize(
    ("hedge", "booster", "verdict"),
    [((8, 9), (1, 2), "more hedged"), ((1, 2), (8, 9), "more insisted"), ((1, 5), (4, 9), "too few to say")],
)
def test_a_side_is_said_to_prevail_only_where_the_intervals_part(hedge, booster, verdict):
    rows = [("author", "hedge", 5, *hedge), ("author", "booster", 3, *booster)]
    assert verdict in tone.how_sure(pd.DataFrame(rows, columns=["side", "category", "count", "low", "high"]))


def test_a_text_of_one_side_has_no_rates_for_the_other():
    found = annotations.annotate(read("Belarus may wait."))
    voiced = tone.by_voice(stance.rates_by_voice(found.markers, found.reading.words, found.statements))
    assert set(voiced["side"]) == {"author"} and "All words are the author's" in tone.voices_finding(voiced)


def test_the_strongest_sentence_has_most_boosters_and_fewest_hedges_of_equals_the_shorter(made):
    ranked = tone.strength(made.markers, made.words)
    weights = made.markers["category"].map(tone.WEIGHTS).fillna(0)
    assert ranked["strength"].sum() == weights.sum()
    assert ranked["strength"].is_monotonic_decreasing
    for _, equal in ranked.groupby("strength"):
        assert equal["words"].is_monotonic_increasing
    strong = BeautifulSoup(tone.strongest(made.markers, made.words, made.reading.sentences, 2), "html.parser")
    assert len(strong.select("tbody tr")) == 2 and "strongest" in strong.caption.get_text()
    weak = BeautifulSoup(tone.strongest(made.markers, made.words, made.reading.sentences, 9, weakest=True), "html.parser")
    assert "Belarus may perhaps wait." in weak.select("tbody tr")[0].get_text() or "We might possibly" in weak.get_text()
    assert [mark.get_text() for mark in weak.select("mark")].count("may") == 1


def test_modal_verbs_are_counted_by_meaning_and_voice_those_turned_away_as_dynamic():
    found = annotations.annotate(read("Belarus may wait. Minsk must pay. The missile can fly. “It may rain,” a man in Minsk said."))
    modals = tone.modalities(found.markers)
    counts = tone.modality_table(modals)
    evidence.check(counts, modals, key="key", count="count")
    table = counts.set_index("key")
    assert table.loc["may, epistemic", ["count", "author", "sources"]].tolist() == [2, 1, 1]
    assert {"must, deontic", "can, dynamic"} <= set(table.index)


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
