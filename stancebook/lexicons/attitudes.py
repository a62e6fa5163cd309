"""Gates of attitude: is it a state of affairs that is judged, or a person or thing?

Judgement on states of affairs is attitude (Hyland 2005); praise and blame of somebody is evaluation, told elsewhere.
"""

from __future__ import annotations

from stancebook.language.people import is_person
from stancebook.tokens import Sentence, at
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
    "proof assurance apology denial narrative phrase word speech surprise scene day gesture remedy".split()
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
    place = predicate(sentence, stop - 1)
    judged = subject_of(sentence, place)
    clause_follows = dependents(sentence, place, "csubj", "ccomp", "xcomp", "acl", "advcl")
    affairs = judged.form in POINTERS or judged.lemma in SHELLS | ARGUED or not judged.form and clause_follows
    stated = dependents(sentence, place, "cop") and affairs
    if judged.form == "it" and not (clause_follows or dependents(sentence, place, "expl")) and sentence[stop - 1].tag.startswith("JJ"):
        return "said of a thing or person, which is evaluation"
    return "" if stated or dependents(sentence, place, "expl") else "said of a thing or person, which is evaluation"


def weighty(sentence: Sentence, first: int, stop: int) -> str:
    """“it is important that”, “the vote is crucial”: said of a state of affairs, not “important ports”."""
    word = sentence[stop - 1]
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
