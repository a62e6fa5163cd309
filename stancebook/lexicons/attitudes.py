"""Gates of attitude: is it a state of affairs that is judged, or a person or thing?

Judgement on states of affairs is attitude (Hyland 2005); praise and blame of somebody is evaluation, told elsewhere.
"""

from __future__ import annotations

from stancebook.language.people import is_person
from stancebook.tokens import Sentence, after, at, finite_verb_follows, past_adverbs
from stancebook.trees import dependents, predicate, subject_of

#: What points back to what was told: “this shows that”.
POINTERS = frozenset("this that it which all these those everything nothing none what".split())
#: Nouns that stand for a state of affairs (Schmid 2000): “a dangerous thing”, “an important question”.
SHELLS = frozenset(
    "thing one idea notion question moment business state turn matter mistake sign development step "
    "point lesson reminder task precedent illusion fact news sort kind something anything nothing flaw weakness "
    "consequence outcome result gap signal blow".split()
)
#: What is argued, told or planned, and is judged as such: “the case is weak”, “a hollow promise”.
ARGUED = frozenset(
    "case argument claim story theory explanation excuse view reason reasoning reply answer defence defense comparison "
    "objection proposal plan promise pledge verdict evidence justification account tale analogy logic position pretext "
    "proof assurance apology denial narrative phrase word speech surprise scene day gesture remedy "
    "alarm panic optimism pessimism outrage enthusiasm complacency accusation complaint assumption conclusion prediction "
    "forecast diagnosis interpretation trick".split()
)
#: Verbs with which somebody judges a state of affairs: “find it odd that”, “make it essential to”.
FINDING = frozenset("find consider think believe deem judge call make hold feel".split())
SEEMING = frozenset("look seem sound feel appear".split())
#: What bids somebody as advice: “would be wise to wait”, “might be well advised to”.
ADVISING = frozenset("would 'd might should".split())
#: Whose feeling is the voice’s own, or anybody’s.
OWN_OBJECTS = frozenset("me us one anyone anybody everyone everybody you".split())
#: Nouns of what is more or less complete, which an emphasizing adjective strengthens (Quirk et al. 1985: 7.33).
GRADED = frozenset(
    "absence absurdity accident agreement betrayal bore calm catastrophe certainty chaos clarity collapse coincidence "
    "confidence confusion contempt contradiction control conviction cowardice cynicism defeat denial despair disaster "
    "disgrace disregard failure farce faith fantasy fiction folly fool fraud hell humiliation hypocrisy idiocy "
    "ignorance impossibility incompetence indifference joy lack lie loss luck madness mess miracle misery mystery "
    "necessity nonsense nightmare opposite outrage panic rejection reversal rubbish scandal secrecy shambles shock "
    "silence stranger stupidity success surprise trust truth turnaround victory waste".split()
)
#: Whom praise and blame are for: people, and the states and bodies that act like them.
SOMEBODY = frozenset(
    "man woman child people person leader minister president general king queen prince diplomat official officer "
    "fellow guy chap crook fool soldier visitor neighbour neighbor voter reader crowd public government regime state country nation ally enemy "
    "party army expert analyst friend politician journalist writer author judge citizen critic opponent partner "
    "commander dictator ruler".split()
)


def affair(sentence: Sentence, first: int, stop: int) -> str:
    """“a strange turn”, “it is sad that”: a judgement on a state of affairs, not on somebody (“a strange man”)."""
    last = stop - 1
    if sentence[last].tag.startswith("VB") and sentence[last].tag not in {"VBN", "VBG"}:
        return "a verb here, not the adjective"
    if sentence[last].tag.startswith("NN"):
        return "a noun or a name here, not the adjective"
    if _found_so(sentence, first, stop):
        return ""
    place = predicate(sentence, last)
    if sentence[last].tag == "VBG" and dependents(sentence, last, "obj"):
        return "a verb here, not the adjective"
    compared = at(sentence, last - 1).form in {"more", "less"} and at(sentence, last - 2).form == "the"
    if dependents(sentence, last, "det") and at(sentence, stop).form != "that" and not compared:
        return "stands for those who are so, or for what is so: a noun"
    if at(sentence, place).relation == "amod" and at(sentence, place).head > place:
        judged = at(sentence, at(sentence, place).head)
    elif dependents(sentence, place, "expl", "csubj"):
        # “it is shameful that they must wait”
        return ""
    else:
        judged = subject_of(sentence, last)
    personal = judged.tag.startswith(("NNP", "PRP", "WP")) and judged.form not in {"it", "what", "which", "that"}
    if personal or judged.lemma in SOMEBODY or is_person(judged):
        return "judges somebody, which is evaluation, not attitude to a state of affairs"
    return ""


def verdict(sentence: Sentence, first: int, stop: int) -> str:
    """“it is a mistake to”, “that is nonsense”: a verdict on what was told or follows, not on a thing or person."""
    if _found_so(sentence, first, stop) or _exclaimed(sentence, first) or topic(sentence, first, stop) == "":
        return ""
    if _advised(sentence, first, stop):
        return ""
    place = predicate(sentence, stop - 1)
    judged = subject_of(sentence, place)
    clause_follows = dependents(sentence, place, "csubj", "ccomp", "xcomp", "acl", "advcl")
    affairs = judged.form in POINTERS or judged.lemma in SHELLS | ARGUED or not judged.form and clause_follows
    looks = at(sentence, place).relation == "xcomp" and at(sentence, at(sentence, place).head).lemma in SEEMING
    stated = (looks or dependents(sentence, place, "cop")) and affairs
    if judged.form == "it" and not (clause_follows or dependents(sentence, place, "expl")) and sentence[stop - 1].tag.startswith("JJ"):
        return "said of a thing or person, which is evaluation"
    return "" if stated or dependents(sentence, place, "expl") else "said of a thing or person, which is evaluation"


def weighty(sentence: Sentence, first: int, stop: int) -> str:
    """“it is important that”, “the vote is crucial”: said of a state of affairs, not “important ports”."""
    word = sentence[stop - 1]
    if _found_so(sentence, first, stop):
        return ""
    if at(sentence, first - 1).form == "how" or at(sentence, word.head).lemma == "go":
        return "of degree or manner, judges nothing"
    shell = at(sentence, word.head).lemma in SHELLS if word.relation == "amod" else False
    if not shell and (word.relation == "amod" or at(sentence, stop).tag.startswith("NN")):
        return "describes a thing, without a judgement of the voice on a state of affairs"
    return affair(sentence, first, stop)


def matters(sentence: Sentence, first: int, stop: int) -> str:
    """“it matters little”, not “matters of state” or “no matter what”."""
    return "" if sentence[first].tag.startswith("VB") else "the noun, not the verb"


def argued(sentence: Sentence, first: int, stop: int) -> str:
    """“the case is weaker than it sounds”, “a hollow promise”: said of what is argued or told, not “a weak man”."""
    word = sentence[stop - 1]
    if word.tag[:2] in {"VB", "NN"} and word.tag not in {"VBG", "VBN"}:
        return "a noun or verb here, not the adjective"
    place = predicate(sentence, stop - 1)
    modifies = at(sentence, place).relation == "amod" and at(sentence, place).head > place
    judged = at(sentence, at(sentence, place).head) if modifies else subject_of(sentence, place)
    if judged.lemma in SHELLS | ARGUED:
        return ""
    return "said of a thing or person, which is evaluation" if modifies else verdict(sentence, first, stop)


def of_all(sentence: Sentence, first: int, stop: int) -> str:
    """“Finland, of all countries”, “now, of all times”: of an unlikely one; not “ministers of all parties”."""
    plural = at(sentence, first - 1).tag == "NNS"
    return "every one of them, which surprises nobody" if plural else ""


def _found_so(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a clause is found, thought or made so: “I find it odd that”, “consider it essential to”."""
    place = first - 1
    while at(sentence, place).tag.startswith("RB"):
        place -= 1
    link = at(sentence, stop)
    clause_follows = link.form in {"that", "to", "how", "when", "if"} or finite_verb_follows(sentence, stop)
    return at(sentence, place).form == "it" and at(sentence, place - 1).lemma in FINDING and clause_follows


def _exclaimed(sentence: Sentence, first: int) -> bool:
    """Whether “what a” stands before: “what a farce!”, “what a great relief that”."""
    place = first - 1
    while at(sentence, place).tag.startswith(("JJ", "RB")):
        place -= 1
    return at(sentence, place).form in {"a", "an"} and at(sentence, place - 1).form == "what"


def _advised(sentence: Sentence, first: int, stop: int) -> bool:
    """“The council would be wise to wait”: advice, whoever is judged by it."""
    before = [token.form for token in sentence[max(first - 4, 0) : first]]
    return at(sentence, stop).form == "to" and "be" in before and bool(ADVISING & set(before))


def topic(sentence: Sentence, first: int, stop: int) -> str:
    """“The trouble is that”, “the danger with this is, of course, that”: a noun of judgement with what is so judged.

    Schmid (2000) calls it a shell: the clause after *be* is what the noun says it is.
    """
    away = "no clause follows that is judged so"
    if stop - first == 1 and sentence[first].tag[:2] != "NN":
        return "not the noun here"
    opens = {token.form for token in sentence[max(first - 4, 0) : first]} & {"the", "one", "another", "its", "only", "my", "our"}
    verb = next((n for n in range(stop, min(stop + 12, len(sentence))) if sentence[n].tag in {"VBZ", "VBD", "VBP", "MD"}), -1)
    if not opens or at(sentence, verb).form not in {"is", "was", "remains", "'s"}:
        return away
    place = past_adverbs(sentence, verb + 1)
    while at(sentence, place).text == "," or at(sentence, place).form in {"of", "course"}:
        place = past_adverbs(sentence, place + 1)
    stated = at(sentence, place).form in {"that", "how"} and at(sentence, place + 1).is_word
    noun_phrase = at(sentence, place).tag in {"DT", "JJ", "CD", "IN"}
    return "" if stated or not noun_phrase and finite_verb_follows(sentence, place) else away


def affecting(sentence: Sentence, first: int, stop: int) -> str:
    """“it worries me that”, “what saddens one is”: the voice is moved by something; not “it worried the bank”."""
    if not sentence[first].tag.startswith("VB"):
        return "a noun here, not the verb"
    objects = [sentence[place].form for place in dependents(sentence, first, "obj", "iobj")] or [at(sentence, stop).form]
    return "" if OWN_OBJECTS & set(objects) else "the feeling of somebody else, or what is done"


def felt(sentence: Sentence, first: int, stop: int) -> str:
    """“my hope is”, “to our dismay”: a feeling that the voice names as its own."""
    if sentence[stop - 1].tag[:2] != "NN":
        return "not the noun here"
    before = [token.form for token in sentence[max(first - 2, 0) : first]]
    adjective = at(sentence, first - 1).tag.startswith("JJ")
    named = before[-1:] in (["my"], ["our"]) or adjective and before[:1] in (["my"], ["our"])
    return "" if named else "not what the voice says it feels"


def intensifying(sentence: Sentence, first: int, stop: int) -> str:
    """“a complete failure”, “total silence”: strengthens what is more or less so; not “a complete list”, “total costs”."""
    word, following = sentence[first], at(sentence, stop)
    noun = at(sentence, word.head) if word.relation == "amod" else after(sentence, stop)
    if following.tag.startswith("JJ") and following.relation == "amod":
        noun = at(sentence, following.head)
    return "" if noun.lemma in GRADED else "of an amount or a kind, strengthens nothing"
