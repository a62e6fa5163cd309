"""Whole sentences through the reader and the gates: what an analyst would say of each, in plain English."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from stancebook import annotations, articles, stance

language = pytest.importorskip("stancebook.language")

#: Sentence, entry, and the category it is counted in, or None where the word means something else.
SENTENCES = [
    # May, the month and the modal.
    ("The two presidents will meet again in May.", "may", None),
    ("Elections were called for May 12 and then postponed.", "may", None),
    ("By early May the snow had gone and the roads were dry.", "may", None),
    ("The offensive may begin in May or June.", "may", "hedge"),
    ("The ceasefire may not survive the winter.", "may", "hedge"),
    ("Whatever the reason may be, the bridge is closed.", "may", "hedge"),
    # Can: possibility, against ability and permission.
    ("Such alliances can be fragile in a crisis.", "can", "hedge"),
    ("Peace talks can also be a trap.", "can", "hedge"),
    ("The new missile can reach the capital in nine minutes.", "can", None),
    ("Foreigners can now cross the border without a visa.", "can", None),
    ("The damage can be seen from space.", "can", None),
    # Must and should: inference, obligation, and a bidding to the reader.
    ("The minister must have known about the deal.", "must", "booster"),
    ("The generals must be counting their losses tonight.", "must", "booster"),
    ("The government must publish the report before the vote.", "must", "attitude marker"),
    ("The alliance should not abandon its smaller members.", "should", "attitude marker"),
    ("The convoy should soon reach the river.", "should", None),
    ("Should the talks fail, the border will close.", "should", None),
    ("The port will close should they refuse to pay.", "should", None),
    ("We must not forget the families of the prisoners.", "must", "engagement"),
    ("You should read the whole treaty.", "should", "attitude marker"),
    ("The dispute has to do with gas prices.", "have to", None),
    ("The new museum is a must for every visitor.", "must", None),
    # What is judged: a clause that is found so, that the noun names, or that moves the voice.
    ("I find it odd that nobody asked the teachers.", "odd", "attitude marker"),
    ("The report makes it essential to act.", "essential", "attitude marker"),
    ("The trouble with schools is, of course, that they need teachers.", "trouble", "attitude marker"),
    ("The real irony is that nobody paid.", "irony", "attitude marker"),
    ("The police feared trouble at the gates.", "trouble", None),
    ("The trouble is over now.", "trouble", None),
    ("What a farce the vote was!", "farce", "attitude marker"),
    ("What troubles me is the tone.", "trouble", "attitude marker"),
    ("The tone troubled the ministry.", "trouble", None),
    ("It is my hope that the school will open.", "hope", "attitude marker"),
    ("The council would be wise to wait.", "wise", "attitude marker"),
    ("The council had better pay.", "had better", "attitude marker"),
    ("The alarm is clearly premature.", "premature", "attitude marker"),
    # Emphasizing adjectives, and “quite” before what has no degrees.
    ("The reform was a complete failure.", "complete", "booster"),
    ("The museum has a complete list of the dead.", "complete", None),
    ("The total cost has doubled.", "total", None),
    ("Love is quite another thing.", "quite", "booster"),
    ("The speech was quite cautious.", "quite", "hedge"),
    # What was expected once, and what is likeliest of several.
    ("The bill was higher than I expected.", "expect", None),
    ("We did not expect the vote to be held.", "expect", None),
    ("Here, then, are my forecasts.", "imperative", None),
    # Asides, those who are meant, and a mine.
    ("This, remember, is a government of engineers.", "remember", "engagement"),
    ("Before it was a mine it was a number.", "my", None),
    ("The engineers I know are less sure.", "know", None),
    ("The ministry would have us think of it as a gift.", "would", None),
    ("I do not doubt that capitals can be moved.", "do not doubt", "booster"),
    ("It was a cheap trick to suggest it.", "cheap", "attitude marker"),
    ("It could not hold the forest without help.", "could", "hedge"),
    # Rounders and prepositions.
    ("About 30 people were detained at the rally.", "about", "hedge"),
    ("The two sides argued about 30 villages on the river.", "about", None),
    ("Some 4,000 soldiers crossed the river.", "some", "hedge"),
    ("Some soldiers refused to cross the river.", "some", None),
    ("The town was shelled for nearly 30 days.", "nearly", "hedge"),
    ("The convoy drove around the lake.", "around", None),
    # Kind of.
    ("No country needs this kind of weapon.", "kind of", None),
    ("What kind of weapon was used in the attack?", "kind of", None),
    ("The ministry kind of admitted its mistake.", "kind of", "hedge"),
    # Like.
    ("Voters did not like the old mayor.", "like", "evaluative"),
    ("The capital looks like a fortress.", "like", None),
    ("The opposition would like a longer campaign.", "like", None),
    # Appear and seem.
    ("The government appears to have changed its mind.", "appear", "hedge"),
    ("The president appeared on state television last night.", "appear", None),
    ("The two men appeared as witnesses in court.", "appear", None),
    ("The army, it seems, was not told.", "seem", "hedge"),
    # Pretty, just, well, so.
    ("The message from the capital was pretty long.", "pretty", "hedge"),
    ("The message from the capital was pretty clear.", "clear", "hedge"),
    ("She grew up in a pretty village by the lake.", "pretty", None),
    ("The whole idea is just absurd.", "just", "booster"),
    ("The envoy has just returned from the capital.", "just", None),
    ("Both nations want a just and lasting peace.", "just", "evaluative"),
    ("The final cost was well above the estimate.", "well", "booster"),
    ("The small army fought well.", "well", None),
    ("The losses were so heavy that the army withdrew.", "so", "booster"),
    # Clear, sure, certain, likely.
    ("It is clear that the sanctions have failed.", "clear", "booster"),
    ("The envoy made it clear that the talks were over.", "clear", None),
    ("The motive for the attack is clear.", "clear", "booster"),
    ("A clear sky helped the pilots find the bridge.", "clear", None),
    ("I am sure that the bank will fall.", "sure", "booster"),
    ("The investors are sure that the bank will fall.", "sure", None),
    ("The police made sure that nobody left the square.", "sure", None),
    ("Certain members of the council refused to vote.", "certain", None),
    ("A longer war is now likely.", "likely", "hedge"),
    ("The coalition will likely lose its majority.", "likely", "hedge"),
    # Let's say, say.
    ("Let's say the president resigns tomorrow.", "say", None),
    ("Say the army refuses to march.", "say", None),
    ("The spokesman said that the road was open.", "say", "reporting verb"),
    # Negation.
    ("The outcome of the vote is not certain.", "not certain", "hedge"),
    ("Nobody is certain who gave the order.", "certain", "hedge"),
    ("It is hardly certain that the truce will hold.", "certain", "hedge"),
    ("It is by no means certain that the truce will hold.", "certain", "hedge"),
    ("The motive is not entirely clear.", "clear", "hedge"),
    ("The motive is anything but clear.", "clear", "hedge"),
    ("The warning could hardly be clearer.", "clear", "booster"),
    ("A second vote may not be possible.", "possible", "hedge"),
    ("A second vote is not possible.", "possible", "booster"),
    ("A second vote is not always possible.", "possible", "hedge"),
    ("Nobody is sure of the outcome.", "sure", "hedge"),
    ("It isn't clear who gave the order.", "not clear", "hedge"),
    ("It is not true that the harvest failed.", "true", "booster"),
    ("The plan could not possibly succeed.", "possibly", "booster"),
    ("No doubt the ministry will deny everything.", "no doubt", "booster"),
    ("There is no doubt that the harvest failed.", "there is no doubt", "booster"),
    ("There is little doubt that the vote was rigged.", "little doubt", "booster"),
    ("I doubt that the figures are right.", "doubt", "hedge"),
    ("Many analysts doubt the figures.", "doubt", None),
    ("The speech hardly convinced anyone in the hall.", "hardly", "hedge"),
    ("The speech hardly convinced anyone in the hall.", "convinced", None),
    # An order to the reader is no thought that somebody reports.
    ("Suppose the border were open tomorrow.", "suppose", "engagement"),
    ("Imagine that the bridge had held.", "imagine", "engagement"),
    # Verbs that look like nouns, and quotations that stand before their verb.
    ("The foreign ministry maintains that the port is closed.", "maintain", "reporting verb"),
    ("The report notes that prices have doubled.", "note", "reporting verb"),
    ("The leak proves that the cabinet is split.", "prove", "booster"),
    ("The truce, the minister claims, will hold.", "claim", "reporting verb"),
    ("“The truce will hold,” the old general claimed.", "claim", "reporting verb"),
    ("The court rejected government claims that the vote was fair.", "claim", None),
    ("The envoy opined that the war was lost.", "opine", "reporting verb"),
    ("A wise king knows one's enemies.", "one", "engagement"),
    ("Engineers searched the field for mines.", "mine", None),
    ("Anger grew in the northern towns.", "anger", "evaluative"),
    # Would: a hypothesis, against a reported will, a wish, a person’s own readiness, what came later.
    ("A new tariff would ruin the growers of the delta.", "would", "hedge"),
    ("The ministry said that the ships would sail on Monday.", "would", None),
    ("The hydrologist insisted that a dry year would empty the lake.", "would", "hedge"),
    ("The growers would like a lower tariff.", "would", None),
    ("If the river rose, the lower town would flood.", "would", "hedge"),
    # Could: a possibility, against an ability of the past.
    ("The second dam could fail within a year.", "could", "hedge"),
    ("From the tower the guards could see the whole valley.", "could", None),
    ("The army took the hill but could not hold it.", "could", None),
    ("They could have warned the villages downstream.", "could", "hedge"),
    # Must: an inference, against a duty and a mere necessity.
    ("The old man must know who burned the mill.", "must", "booster"),
    ("It must be tempting to blame the bankers.", "must", "booster"),
    ("The new minister must be honest about the debt.", "must", "attitude marker"),
    ("The convoy must cross the river before it can turn north.", "must", None),
    ("The cabinet will have to raise taxes.", "have to", None),
    # Whose thought: the voice’s own.
    ("I suspect that the figures were invented.", "suspect", "hedge"),
    ("We believe that the treaty is dead.", "believe", "booster"),
    ("I do not know who signed the order.", "do not know", "hedge"),
    ("The guests, we trust, will leave on Sunday.", "trust", "hedge"),
    ("I have never trusted a banker.", "trust", None),
    ("All this shows that the ban has failed.", "show", "booster"),
    ("The museum shows paintings of the war.", "show", None),
    # Whose feeling, and judged of what.
    ("I am angry at the men who sold the port.", "angry", "attitude marker"),
    ("It is easy to be angry at a distant court.", "angry", "attitude marker"),
    ("It is strange that nobody was punished.", "strange", "attitude marker"),
    ("He was a strange man with a loud voice.", "strange", None),
    ("The vote in the senate is crucial.", "crucial", "attitude marker"),
    ("It would be a mistake to raise the tariff now.", "mistake", "attitude marker"),
    ("The price of bread matters little in this quarrel.", "matter little", "attitude marker"),
    # One, anybody or a number.
    ("One must ask who paid for the flags.", "one", "engagement"),
    ("One of the bridges was closed.", "one", None),
    ("One soldier stayed behind in the village.", "one", None),
    # Imperatives of any verb, and what only looks like one.
    ("Ask any trader in the port.", "ask", "engagement"),
    ("Now look at the other side of the ledger.", "look", "engagement"),
    ("Smell the harbour and count the ships.", "imperative", "engagement"),
    ("Why threaten the only ally in the region?", "imperative", None),
    ("The road is closed, let alone the bridge.", "let", None),
    # Degree.
    ("The second offer was far worse than the first.", "far", "booster"),
    ("The camp lies far from the coast.", "far", None),
    ("She has such tender memories of the fair.", "such", "booster"),
    ("Such memories are common in the valley.", "such", None),
    ("The money is badly needed in the north.", "badly", "booster"),
    ("The old battalion fought badly.", "badly", None),
    ("He does not understand the law at all.", "at all", "booster"),
    ("Offices at all levels were closed.", "at all", None),
    ("The visit left a certain coolness behind.", "a certain", "hedge"),
    # Possible.
    ("It is possible that the letter was forged.", "possible", "hedge"),
    ("They left the city as soon as possible.", "possible", None),
    # May of permission, could of what was possible once, would of habit.
    ("If the plan fails, you may call me a fool.", "may", None),
    ("Anyone may enter the garden before dusk.", "may", None),
    ("You may find the price too high.", "may", "hedge"),
    ("Nobody may notice the difference.", "may", "hedge"),
    ("The mill could grind ten tonnes a day when it was young.", "could", None),
    ("The mill could burn when the summer comes.", "could", "hedge"),
    ("She would open the shop at six every morning.", "would", None),
    ("Nor should the council pretend that it was surprised.", "should", "attitude marker"),
    # Bidden to be, or to be done to.
    ("Be warned that the path is steep.", "imperative", "engagement"),
    ("Rest assured, the bill will come.", "imperative", "engagement"),
    ("“Come to the harbour on Monday,” the pilot said.", "imperative", "engagement"),
    ("Come what may, the port will stay open.", "imperative", None),
    # Expected, not supposed; thought once, not now; how he looks, not what is likely.
    ("We are supposed to pay for the bridge.", "suppose", None),
    ("The supposed treaty was never signed.", "supposed", "hedge"),
    ("We thought it a lovely garden.", "think", None),
    ("He does not look like a banker.", "look like", None),
    ("The visit looks like a retreat.", "look like", "hedge"),
    ("Who knows?", "who know", "hedge"),
    ("I met a clerk who knew the way.", "who know", None),
    # What is argued is judged, and what lies in the way of the judgement.
    ("The prosecutor's argument is weaker than it sounds.", "weak", "attitude marker"),
    ("The soup of the prisoners was thin.", "thin", None),
    ("It was the loveliest harbour on the coast.", "lovely", "evaluative"),
    ("The answer, the more important of the two, was no.", "important", "attitude marker"),
    ("It is shameful that they had nowhere to sleep.", "shameful", "attitude marker"),
    ("The first results are encouraging.", "encouraging", "attitude marker"),
    ("The court's ruling is therefore welcome.", "welcome", "attitude marker"),
    ("I am tired of promises.", "tired", "attitude marker"),
    ("I am tired and want to sleep.", "tired", None),
    ("He sold the story to her, of all people.", "of all people", "attitude marker"),
    ("Ministers of all parties signed the letter.", "of all parties", None),
    # Shown to somebody, asserted of nothing, read by others.
    ("The tour showed visitors where the money went.", "show", None),
    ("The truth is that the well is dry.", "the truth is", "booster"),
    ("The truth is simpler than that.", "the truth is", None),
    ("Readers will remember the flood.", "readers", "engagement"),
    ("Readers of the evening paper complained.", "readers", None),
    ("It is only fair that the guests should pay.", "fair", "attitude marker"),
    ("The mayor is a fair woman.", "fair", "evaluative"),
    ("The idea is mad, of course.", "mad", "attitude marker"),
    ("The harbour plan has one fatal flaw.", "fatal", "attitude marker"),
    ("It makes me angry to see the empty boats.", "angry", "attitude marker"),
    ("The senator was wrong.", "wrong", "evaluative"),
    ("No one believes the new figures.", "believe", None),
    ("It is high time the ferry was replaced.", "high time", "attitude marker"),
    # Degree, again.
    ("We strongly believe that the pier is safe.", "strongly", "booster"),
    ("The council strongly criticised the plan.", "strongly", None),
    ("The pond is not at all deep.", "at all", "booster"),
    ("The inquiry was badly run from the start.", "badly", None),
]

#: Sentence, entry, and the only list it is counted in: what somebody else thinks or feels is no stance of the voice.
ELSEWHERE = [
    ("Traders suspect that the figures were invented.", "suspect", "reporting verb"),
    ("The farmers believe that the treaty is dead.", "believe", "reporting verb"),
    ("The dockers are angry at the new owners.", "angry", "evaluative"),
    ("The trucks carried crucial supplies to the front.", "crucial", "evaluative"),
    ("The clerk made a mistake in the third column.", "mistake", "evaluative"),
]

#: Sentence, and the text of a marker that an adverb makes together with its modifier, with its category.
MODIFIED = [
    ("It is less certain that the mill will open.", "less certain", "hedge"),
    ("The talks will very probably fail.", "very probably", "hedge"),
    ("The minister is almost certainly wrong.", "almost certainly", "hedge"),
    ("A second vote is highly unlikely.", "highly unlikely", "hedge"),
    ("The outcome is fairly clear.", "fairly clear", "hedge"),
    ("Most importantly, the bridge held.", "Most importantly", "attitude marker"),
]


def read(*sentences: str):
    paragraphs, text = [], ""
    for sentence in sentences:
        text += "\n\n" if text else ""
        paragraphs.append((len(text), len(text) + len(sentence)))
        text += sentence
    return language.read(SimpleNamespace(name="sentences", text=text, paragraphs=tuple(paragraphs)))


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    return stance.markers(read(*dict.fromkeys(sentence for sentence, _, _ in SENTENCES)))


@pytest.mark.parametrize(("sentence", "entry", "category"), SENTENCES)
def test_an_entry_is_counted_where_the_sentence_means_it(found, sentence, entry, category):
    number = list(dict.fromkeys(text for text, _, _ in SENTENCES)).index(sentence)
    rows = found[(found["paragraph"] == number) & (found["entry"] == entry)]
    kept = rows[rows["kept"]]
    if category is None:
        assert kept.empty, kept[["text", "category"]]
    else:
        assert category in set(kept["category"]), rows[["text", "category", "kept", "reason"]]


@pytest.mark.parametrize(("sentence", "entry", "category"), ELSEWHERE)
def test_what_is_no_stance_of_the_voice_may_still_report_or_evaluate(sentence, entry, category):
    rows = stance.markers(read(sentence)).query("entry == @entry")
    assert set(rows.loc[rows["kept"], "category"]) == {category}
    assert (rows.loc[~rows["kept"], "reason"] != "").all()


@pytest.mark.parametrize(("sentence", "text", "category"), MODIFIED)
def test_an_adverb_and_its_modifier_are_one_marker(sentence, text, category):
    kept = stance.markers(read(sentence)).query("kept and category != 'evaluative'")
    assert (text, category) in set(zip(kept["text"], kept["category"]))
    inside = kept[kept["text"].str.lower().isin(text.lower().split())]
    assert inside.empty, inside[["text", "category"]]


#: A text, and whether its “we” takes in the reader (engagement), or leaves him out (self-mention).
WE = [
    (("We assess that the dam is safe.", "We have no information on the second dam."), "self-mention"),
    (("Every spring we see the same floods.", "We all know who pays for them."), "engagement"),
    (("I live by the canal.", "When I was young we swam in it.", "We watched our street flood last year."), "self-mention"),
    (("I have covered nine elections.", "We are told that I was wrong.", "But we have heard such promises."), "engagement"),
    (("“We lost our boats,” the fisherman said.",), "self-mention"),
]


@pytest.mark.parametrize(("paragraphs", "category"), WE, ids=[row[1] + str(place) for place, row in enumerate(WE)])
def test_we_takes_the_reader_in_or_leaves_him_out(paragraphs, category):
    kept = annotations.annotate(read(*paragraphs)).markers.query("kept")
    assert set(kept.loc[kept["text"].str.lower() == "we", "category"]) == {category}


def test_a_pronoun_inside_a_longer_marker_counts_as_well_but_not_in_let_us():
    kept = stance.markers(read("The road is open, as far as I can tell.")).query("kept")
    assert {"as far as I can tell", "I"} <= set(kept["text"])
    kept = stance.markers(read("Let us begin with the facts.")).query("kept")
    assert "us" not in set(kept["text"]) and "Let us" in set(kept["text"])


def test_i_in_reported_speech_is_of_whoever_reports_and_in_a_quotation_of_the_source():
    text = "The mayor of Lodz told me that my camera was perhaps a weapon. “I fear your camera,” the mayor said."
    markers = annotations.annotate(read(text)).markers.query("kept")
    voices = dict(zip(markers["text"], markers["voice"]))
    assert voices["my"] == "author" and voices["perhaps"] != "author" and voices["I"] != "author"


STAGING_AREA = Path(__file__).parents[2] / "shared" / "articles" / "belarus-staging-area.txt"


@pytest.mark.skipif(not STAGING_AREA.exists(), reason="the article that the project began with is not here")
def test_the_stance_of_the_article_that_the_project_began_with():
    markers = annotations.annotate(language.read(articles.read(STAGING_AREA))).markers.query("kept")
    found = {(row.text.replace("’", "'"), row.category) for row in markers[markers["voice"] == "author"].itertuples()}
    hedges = {"It's not known", "appears", "highly unlikely", "would", "barely", "to put it mildly", "likely"}
    assert {(text, "hedge") for text in hedges} <= found
    assert {(text, "booster") for text in ("There's no way", "extremely", "simply")} <= found
    assert ("?", "engagement") in found
    assert "perfectly" in set(markers.loc[markers["category"] == "booster", "text"])
