"""Gates: is this word, here, the marker that the lexicon lists, or another word with the same letters?

A gate takes the tokens of a sentence and the span ``first:stop`` that an entry matched. It answers with an empty
string when the span may stand, with the reason, in words, when it is turned away, and with None when it never looked
like the marker, so that it is not worth a line in the ledger. The gates see forms, lemmas, parts of speech, the tree
and whose speech it is; those of degree, of modal verbs and of persons stand in modules of their own.
"""

from __future__ import annotations

from collections.abc import Callable

from stancebook.lexicons.attitudes import (
    POINTERS,
    SOMEBODY,
    affair,
    affecting,
    argued,
    felt,
    intensifying,
    matters,
    of_all,
    topic,
    verdict,
    weighty,
)
from stancebook.lexicons.degrees import (
    LINKING,
    badly,
    before_quality,
    comparative,
    degree,
    fair,
    just,
    kind_of,
    not_at_cost,
    quite,
    quite_so,
    rounder,
    small,
    such,
    vague,
    very,
    well,
)
from stancebook.lexicons.likelihoods import likelihood_noun, possible, resembling, surmised, tending
from stancebook.lexicons.modals import (
    ability,
    hypothesis,
    inference,
    modal,
    month,
    obligation,
    permission,
    possibility,
    reader_obligation,
)
from stancebook.lexicons.persons import (
    authorial,
    feeling,
    first_person,
    generic_one,
    holding,
    imperative,
    inclusive,
    own,
    trusting,
)
from stancebook.tokens import (
    QUOTATION_MARKS,
    Sentence,
    after,
    after_quotation,
    at,
    finite_verb_follows,
    past_adverbs,
)
from stancebook.trees import dependents, subject_of

Gate = Callable[[Sentence, int, int], str | None]

WH_WORDS = frozenset("who whom whose what which when where why how whether if".split())
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"})
EVIDENCE = frozenset(
    "evidence poll polls data figure figures study studies survey result results history record experience number "
    "numbers statistics image photograph footage map logic sign fact precedent pattern trend calendar arithmetic "
    "episode case example choice absence silence speed scale timing size".split()
)
OBSTRUCTED = frozenset(
    "path paths road roads way sky skies water waters view day coast line field run lane passage weather route".split()
)


def appearance(sentence: Sentence, first: int, stop: int) -> str:
    """“appears to know”, “it seems that”, not “appeared on television”."""
    if sentence[first].tag.startswith("NN"):
        return "a noun here, not the verb"
    if dependents(sentence, first, "ccomp", "csubj", "expl") or sentence[first].lemma == "seem" and sentence[first].relation:
        return ""
    following = after(sentence, stop)
    if following.form == "as":
        likened = at(sentence, past_adverbs(sentence, stop) + 1)
        compares = likened.form in {"if", "though"} or likened.tag.startswith("JJ")
        return "" if compares else "coming into view, not seeming"
    if following.form in {"to", "that", "like", "unlikely", "likely"} or following.tag.startswith("JJ"):
        return ""
    if following.tag in {"DT", "VBN"} and sentence[first].lemma == "seem":
        return ""
    # “it appears the number grew”, “so it seems”, “, it seems,”
    impersonal = {"it", "there", "so"} & {token.form for token in sentence[max(first - 3, 0) : first]}
    goes_on = sentence[first].lemma == "seem" or not following.is_word or finite_verb_follows(sentence, stop)
    return "" if impersonal and goes_on and following.tag != "IN" else "coming into view, not seeming"


def convinced(sentence: Sentence, first: int, stop: int) -> str:
    """“is convinced that”, not “convinced nobody”."""
    position = next((n for n in range(first - 1, -1, -1) if not sentence[n].tag.startswith("RB")), -1)
    if at(sentence, position).lemma in LINKING or at(sentence, position).form in BE:
        return _somebody_elses(sentence, first)
    following = at(sentence, stop)
    has_object = following.tag.startswith(("NN", "PR", "DT", "JJ", "CD", "WP")) and following.form != "that"
    return "the verb: to persuade somebody" if has_object else ""


def clear(sentence: Sentence, first: int, stop: int) -> str:
    """“it is clear that”, not “a clear path”, “clear skies” or “to clear the road”."""
    word, following = sentence[first], at(sentence, stop)
    if word.tag.startswith("VB"):
        return "the verb: to free of something"
    before = [token.form for token in sentence[max(first - 4, 0) : first]]
    if "let" in {token.form for token in sentence[max(first - 4, 0) : first]}:
        return "“let us be clear”: announces, asserts nothing"
    if "make" in {token.lemma for token in sentence[max(first - 3, 0) : first]}:
        return "“make clear”: to say so"
    if following.form in {"that", *WH_WORDS}:
        return ""
    if word.relation == "amod" and following.lemma not in EVIDENCE | {"proof", "indication", "signal", "violation"}:
        return "describes a thing, says nothing of certainty"
    if following.form in OBSTRUCTED or OBSTRUCTED & set(before):
        return "free of obstacles, not certain"
    if at(sentence, first - 1).form in {"steer", "keep", "stay", "stand"} or following.form in {"of", "from"}:
        return "free of something, not certain"
    return ""


def sure(sentence: Sentence, first: int, stop: int) -> str:
    """“I am sure that”, not “make sure”, and not what somebody else is sure of."""
    if at(sentence, first - 1).lemma == "make":
        return "“make sure”: to see to it"
    return _somebody_elses(sentence, stop - 1)


def _somebody_elses(sentence: Sentence, place: int) -> str:
    who = subject_of(sentence, place)
    things = {"it", "this", "that", "what", "which", "nothing", "nobody", "one"}
    personal = who.tag.startswith(("NNP", "PRP", "WP")) and who.form not in things or who.lemma in SOMEBODY
    plural = who.tag == "NNS" and sentence[place].lemma != "certain"
    theirs = "the certainty of somebody else"
    return theirs if (personal or plural) and own(sentence, place, place + 1) else ""


def certain(sentence: Sentence, first: int, stop: int) -> str:
    """“is certain to”, not “certain countries” or “a certain caution”."""
    before, following = at(sentence, first - 1), at(sentence, stop)
    noun_follows = following.tag.startswith("NN") or (
        following.tag.startswith("JJ") and at(sentence, stop + 1).tag.startswith("NN")
    )
    if noun_follows or before.form in {"a", "of"}:
        return "picks out some, says nothing of certainty"
    return _somebody_elses(sentence, first)


def knowing(sentence: Sentence, first: int, stop: int) -> str:
    """“it is known that”, “we know”, not “known as”, “known for” or “knows the city”."""
    following = at(sentence, stop)
    before = at(sentence, first - 1)
    establishes = following.form in {"to", "how"} and at(sentence, stop + 1).form in {"be", "have", "many", "much"}
    if following.form in {"as", "for", "how", "about", "of", "to"} and not establishes:
        return "acquaintance or a name, not certainty"
    predicates = BE | {"not", "n't", "well", "also", "widely", "long"}
    if sentence[first].form == "known" and before.lemma not in predicates:
        return "an adjective: familiar"
    granted = following.form in {"it", "that", "this"} and not at(sentence, stop + 1).is_word
    names_something = following.tag in {"NNP", "PRP", "PRP$", "DT"} and following.form not in {"that", "this"} and not granted
    if names_something and not finite_verb_follows(sentence, stop):
        return "acquaintance, not certainty"
    if sentence[first].relation == "acl:relcl" and not dependents(sentence, first, "ccomp", "obj"):
        return "acquaintance, not certainty"  # “the engineers I know”
    who = subject_of(sentence, first).form
    if sentence[first].form == "known" and who == "it":
        return "“let it be known”: says so" if "let" in {token.form for token in sentence[:first]} else ""
    return holding(sentence, first, stop)


def finding(sentence: Sentence, first: int, stop: int) -> str:
    """“found that”, “was found to”, not “found a city” or “found a seat”."""
    if at(sentence, stop).form in {"that", "to", "evidence", "no"}:
        return ""
    return "coming upon or founding, not establishing a fact"


def showing(sentence: Sentence, first: int, stop: int) -> str:
    """“shows that”, “shows how”, not “showed him the door” or “a show of force”."""
    if sentence[first].tag.startswith("NN"):
        return "a noun here, not the verb"
    following = after(sentence, stop)
    if following.form in {"that", "just", "clearly"} | WH_WORDS or at(sentence, first - 1).form in EVIDENCE:
        return ""
    return "displays something, does not prove it"


def clause(sentence: Sentence, first: int, stop: int) -> str:
    """A verb of thought or speech with a clause after it: “assume that”, “feel it is”, not “assumed power”."""
    if sentence[first].tag.startswith("NN"):
        return "a noun here, not the verb"
    if sentence[first].tag == "VB" and imperative(sentence, first, stop) == "":
        return "bids the reader think, reports no thought"
    following = after(sentence, stop)
    if following.form in {"that", "so", *WH_WORDS} and at(sentence, stop + 1).is_word:
        return ""
    if following.text in QUOTATION_MARKS | {":", ","} or at(sentence, first - 1).text in QUOTATION_MARKS:
        return ""
    if not following.is_word and after_quotation(sentence, first):
        return ""
    if following.tag == "TO" and after(sentence, stop + 1).form in {"be", "have"}:
        return ""
    # “argued at length that”, “believe in Minsk that”
    if following.tag == "IN" and "that" in [token.form for token in sentence[stop + 1 : stop + 5]]:
        return ""
    if following.tag[:2] in {"NN", "DT", "PR", "JJ", "EX"} and finite_verb_follows(sentence, stop):
        return ""
    return "no clause follows, so nothing is thought or said"


def saying(sentence: Sentence, first: int, stop: int) -> str:
    """“said”, not “let’s say”, “, say,” or “that is to say”."""
    before = [token.form for token in sentence[max(first - 2, 0) : first]]
    word = sentence[first]
    if word.tag.startswith("NN"):
        return "a noun here, not the verb"
    if (
        "let" in before
        or word.tag == "VB"
        and imperative(sentence, first, stop) == ""
        or (word.form == "say" and before[-1:] == [","] and at(sentence, stop).text == ",")
    ):
        return "“say” for the sake of an example"
    if word.form == "speaking" and at(sentence, first - 1).tag.startswith("RB"):
        return "“strictly speaking” frames, it reports nothing"
    if word.form == "say" and before[-1:] == ["to"] and at(sentence, first - 2).form in BE:
        return "“that is to say” rephrases"
    return ""


def fixed(sentence: Sentence, first: int, stop: int) -> str:
    """A phrase that stands only in this form: “no question”, not “no questions”."""
    return "in the plural, so not the fixed phrase" if sentence[stop - 1].tag == "NNS" else ""


def liking(sentence: Sentence, first: int, stop: int) -> str:
    """“like” the verb, not the preposition, nor the wish of “would like”."""
    if at(sentence, first - 1).form in {"would", "'d", "should"}:
        return "a wish, not a liking"
    return "" if sentence[first].tag.startswith("VB") else "the preposition, not the verb"


def evident(sentence: Sentence, first: int, stop: int) -> str:
    """“the figures suggest”, “this shows that”: what evidence tells the voice, not what a source says."""
    word = sentence[stop - 1]
    if word.tag.startswith("NN"):
        return "a noun here, not the verb"
    who = subject_of(sentence, stop - 1)
    receivers = [place for place in dependents(sentence, stop - 1, "obj", "iobj") if place >= stop]
    if word.lemma == "show" and any(sentence[place].lemma in SOMEBODY or sentence[place].relation == "iobj" for place in receivers):
        return "displays something to somebody, does not prove it"
    if who.form in {"i", "we"}:
        return clause(sentence, first, stop)
    if word.is_cue and not (who.lemma in EVIDENCE or who.form in POINTERS):
        return "reports what a source says"
    thing = who.tag in {"NN", "NNS"} and who.lemma not in SOMEBODY and not who.form.endswith(("ists", "ians", "men"))
    if word.is_cue and who.form not in POINTERS:
        return "reports what a source shows"
    if who.lemma in EVIDENCE or who.form in POINTERS or thing:
        followed = at(sentence, stop).form in {"that", "just", "to", "otherwise", *WH_WORDS} or finite_verb_follows(sentence, stop)
        return "" if followed or word.lemma in {"suggest", "imply", "indicate"} else "displays something, does not prove it"
    return "reports what a source says, or displays something"


def predicative(sentence: Sentence, first: int, stop: int) -> str:
    """“that much is plain”, “it is true that”: said of a state of affairs, not “a plain dress” or “a true friend”."""
    word = sentence[first]
    if word.tag.startswith("VB") or word.tag.startswith("NN") and word.relation not in {"root", "ccomp"}:
        return "a noun or verb here, not the adjective"
    if word.relation == "amod" or at(sentence, stop).tag.startswith("NN"):
        return "names a kind or quality, says nothing of certainty"
    if at(sentence, first - 1).form == "less" and at(sentence, first - 2).form == "or":
        return "weakened: more or less so"
    who = subject_of(sentence, first)
    if who.tag.startswith(("NNP", "WP")) or who.form in {"i", "he", "she", "we", "you", "they"}:
        return "said of somebody, not of how certain a thing is"
    return ""


def unknown(sentence: Sentence, first: int, stop: int) -> str:
    """“how many is unknown”, not “an unknown gunman”."""
    attributive = sentence[first].relation == "amod" or not sentence[first].tag.startswith("JJ")
    return "names what is not famous, or not identified" if attributive else ""


def nobody_knows(sentence: Sentence, first: int, stop: int) -> str:
    """“who knows?”: nobody does; not “a man who knew his place” or “they asked who knew”."""
    verb = next((place for place in range(first, stop) if sentence[place].tag[:2] in {"VB", "MD"}), stop - 1)
    clause = at(sentence, at(sentence, first).head).relation.split(":")[0]
    if at(sentence, verb).tag == "VBD" or clause in {"acl", "ccomp"} or at(sentence, first - 1).tag.startswith("NN"):
        return "tells who it is, asks nobody"
    return ""


def readership(sentence: Sentence, first: int, stop: int) -> str:
    """“readers will remember”: those who read this; not “readers of the Times” or “readers stuck in Hanau”."""
    own_readers = at(sentence, first - 1).form in {"our", "dear", "many", "some"}
    narrowed = dependents(sentence, stop - 1, "nmod", "acl", "amod", "compound")
    return "some readers, not those who read this" if narrowed and not own_readers else ""


def asserting(sentence: Sentence, first: int, stop: int) -> str:
    """“the truth is that”, “the fact is, …”: with what is asserted after it, not “the truth is simpler”."""
    following = at(sentence, stop)
    if following.form == "that" or not following.is_word or finite_verb_follows(sentence, stop) and not is_compared(sentence, stop):
        return ""
    return "says what it is like, asserts nothing"


def is_compared(sentence: Sentence, stop: int) -> bool:
    """Whether a comparative stands right after, or past its own amplifier."""
    return any(at(sentence, place).tag in {"JJR", "RBR"} for place in (stop, stop + 1))


def expected(sentence: Sentence, first: int, stop: int) -> str:
    """“the supposed agreement”, not “they supposed” nor “is supposed to share”."""
    if at(sentence, stop).form == "to":
        return "expected or obliged to, says nothing of how sure it is"
    return attributive(sentence, first, stop)


def weariness(sentence: Sentence, first: int, stop: int) -> str:
    """“I am tired of maps”: a feeling towards something, not “tired” alone."""
    return feeling(sentence, first, stop) if at(sentence, stop).form in {"of", "with"} else "a state of body, not a feeling"


def attributive(sentence: Sentence, first: int, stop: int) -> str:
    """“the estimated cost”, not “they estimated”."""
    word = sentence[first]
    return "" if word.tag.startswith("JJ") or word.relation == "amod" else "the verb, of whoever did so"


GATES: dict[str, Gate] = {
    gate.__name__: gate
    for gate in (
        ability, affair, affecting, appearance, argued, asserting, attributive, authorial, badly, before_quality, certain, clause, clear, comparative, convinced,
        degree, evident, expected, fair, feeling, felt, finding, first_person, fixed, generic_one, holding, hypothesis,
        imperative, inclusive, inference, intensifying, just, kind_of, knowing, likelihood_noun, liking, matters, modal, month,
        nobody_knows, not_at_cost, obligation, of_all, own, permission, possibility, possible, predicative, quite, quite_so, reader_obligation, readership, resembling, rounder,
        saying, showing, small, such, sure, surmised, tending, topic, trusting, unknown, vague, verdict, very, weariness, weighty, well,
    )
}  # fmt: skip
