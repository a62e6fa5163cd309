"""Whole sentences through the reader and the gates: what an analyst would say of each, in plain English."""

from types import SimpleNamespace

import pandas as pd
import pytest

from stancebook import stance

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
    ("You should read the whole treaty.", "should", "engagement"),
    ("The dispute has to do with gas prices.", "have to", None),
    ("The new museum is a must for every visitor.", "must", None),
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
