"""Gates of likelihood: does the word say how likely something is, or what is in one’s power, a chance or a likeness?"""

from __future__ import annotations

from stancebook.lexicons.attitudes import SOMEBODY
from stancebook.tokens import Sentence, at
from stancebook.trees import dependents, subject_of


def possible(sentence: Sentence, first: int, stop: int) -> str:
    """“it is possible that”, not “as soon as possible” or “makes it possible to”."""
    before = [token.form for token in sentence[max(first - 3, 0) : first]]
    lemmas = {token.lemma for token in sentence[max(first - 3, 0) : first]}
    if {"everything", "anything", "all", "whatever", "every"} & set(before):
        return "as much as is in one’s power, not likelihood"
    if before[-1:] in (["as"], ["if"], ["where"], ["wherever"], ["whenever"]):
        return "of manner: as far as it goes"
    if "make" in lemmas:
        return "enables, says nothing of likelihood"
    superlative = any(token.tag in {"JJS", "RBS"} for token in sentence[max(first - 2, 0) : first])
    return "belongs to a superlative" if superlative else ""


def likelihood_noun(sentence: Sentence, first: int, stop: int) -> str:
    """“the possibility that”, “the chance of”: a noun of likelihood with what is likely after it."""
    if sentence[first].tag not in {"NN", "NNS"}:
        return "not the noun here"
    opens = {token.form for token in sentence[max(first - 3, 0) : first]} & {"there", "no", "any"}
    if sentence[first].form == "chance" and not (opens or at(sentence, stop).form == "that"):
        return "an opportunity, not a likelihood"
    if at(sentence, stop).form in {"that", "of", "is", "are"} or dependents(sentence, first, "acl"):
        return ""
    return "no content follows, so nothing is called likely"


def tending(sentence: Sentence, first: int, stop: int) -> str:
    """“tend to end”, “inclined to doubt”: with an infinitive, not “tends a garden”."""
    return "" if at(sentence, stop).form == "to" else "no infinitive follows, so nothing is said of a tendency"


def surmised(sentence: Sentence, first: int, stop: int) -> str:
    """“my guess is”, “that is only a guess”: the noun, of the voice itself."""
    own_word = {"my", "our"} & {token.form for token in sentence[max(first - 2, 0) : first]}
    admitted = sentence[first].lemma in {"guess", "hunch"} and dependents(sentence, first, "cop")
    return "" if (own_word or admitted) and sentence[first].tag.startswith("NN") else "not what the voice itself guesses"


def resembling(sentence: Sentence, first: int, stop: int) -> str:
    """“this looks like an attempt”, not “what peace looks like” nor “he looks like a wrecker”."""
    following = at(sentence, stop)
    who = subject_of(sentence, first)
    if (who.form in {"i", "he", "she", "you", "who"} or who.lemma in SOMEBODY) and following.tag[:2] in {"DT", "NN", "PR", "JJ"}:
        return "how somebody looks, not what is likely"
    return "likeness that is asked for" if not following.is_word or following.tag in {"IN", "."} else ""
