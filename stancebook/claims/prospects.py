"""What is said of what is to come: the words that foretell, and the clause that they foretell it of."""

from __future__ import annotations

from stancebook.claims import embedding
from stancebook.claims.conditions import Tokens
from stancebook.claims.lines import is_finite
from stancebook.claims.predicates import predicate_of
from stancebook.lexicons.modals import ability, modal
from stancebook.tokens import FINITE, at, past_adverbs
from stancebook.trees import dependents, subject_of

#: “Could see” and “could hear” are of ability.
PERCEPTION = frozenset("see hear feel smell taste remember understand afford".split())
#: “Than you would think”, “I would say”: an opinion, not a prediction.
OPINING = frozenset("think expect imagine suppose say argue suggest add hope prefer guess".split())
#: What “may” be so is so already or not: “may know”, “may have come” look at no time to come.
STATIVE = frozenset("be have know think believe want like need own seem feel mean mind owe lack contain belong explain".split())
#: “The aim is to win” says what the aim is.
AIMS = frozenset(
    "aim goal purpose plan idea point task job way step thing mission intention trick answer solution alternative "
    "ambition duty role hope challenge problem temptation".split()
)
#: Verbs between a subject and what is foretold of it: “is set to”, “looks likely to”.
LINKING = frozenset("be look seem appear remain".split())
#: “On course to win”, “in line to lose”.
COURSES = frozenset("course track line".split())
LIKELIHOODS = frozenset("likely unlikely likeliest probable improbable possible conceivable inevitable unavoidable imminent".split())
OUTCOMES = frozenset("outcome result scenario case course end consequence prospect development".split())
CHANCES = frozenset("chance risk danger possibility probability likelihood prospect".split())
TIMES = frozenset("spring summer autumn winter fall year month week decade century then end midnight".split())
#: “Set to”, “due to”, “about to” and a verb: what is to come.
IMMINENT = frozenset(
    "set due expected likely unlikely bound poised scheduled certain sure destined doomed about going".split()
)


def said_of(tokens: Tokens, head: int) -> int:
    """“It is unlikely that he will come”, “there is no way he would”: what is said of the clause belongs to it."""
    above = at(tokens, head).head
    relation = tokens[head].relation.split(":")[0]
    if relation == "xcomp" and at(tokens, above).lemma in LINKING:
        return above
    if above < 0 or relation not in {"ccomp", "csubj", "acl"}:
        return head
    if relation == "acl" and embedding.load().of(tokens[above].lemma, tokens[above].form, "NOUN", "clause") is None:
        return head
    matrix = predicate_of(tokens, above)
    return matrix if dependents(tokens, matrix, "expl") else head


def embedded(tokens: Tokens, position: int) -> bool:
    """Whether the verb belongs to an indirect question (“which way it would lean”) or says who or what is meant by it."""
    for place in range(position - 1, 0, -1):
        token = tokens[place]
        if is_finite(tokens, place) or token.text in {";", ":"}:
            return False
        if token.tag in {"WDT", "WP", "WRB", "WP$"} and any(earlier.is_word for earlier in tokens[:place]):
            relative = at(tokens, predicate_of(tokens, position)).relation == "acl:relcl"
            return not relative and token.form not in {"that", "when"}
    return False


def looks_ahead(tokens: Tokens, position: int) -> bool:
    token, before = tokens[position], at(tokens, position - 1)
    if token.tag == "MD" and modal(list(tokens), position, position + 1):
        return False
    place = past_adverbs(tokens, position + 1)
    following = at(tokens, place)
    if token.tag == "MD" and token.form in {"will", "shall", "wo", "'ll", "would", "'d", "could"}:
        perfect = following.form == "have" and at(tokens, past_adverbs(tokens, place + 1)).tag in {"VBN", "VBD"}
        if token.form in {"would", "'d", "could"} and (perfect or following.form in {"like", "rather", "better"}):
            return False
        if token.form == "could":
            able = following.lemma in PERCEPTION or bool(ability(list(tokens), position, position + 1))
            return not able and (following.tag in {"VB", "VBP"} or following.form == "be")
        if token.form in {"would", "'d"} and before.form in {"you", "one", "i", "we"} and following.lemma in OPINING:
            return False
        return not (token.form == "'d" and following.tag in {"VBN", "VBD"})
    if token.form in {"may", "might"} and token.tag == "MD":
        soon = at(tokens, position + 1).form in {"yet", "soon", "eventually", "one"}
        obliged = following.form == "have" and at(tokens, place + 1).form == "to"
        perfect = following.form == "have" and at(tokens, past_adverbs(tokens, place + 1)).tag in {"VBN", "VBD"}
        if obliged or following.tag in {"VB", "VBP"} and not perfect and _of_time_to_come(tokens, position):
            return True
        return soon or (following.tag in {"VB", "VBP"} and following.lemma not in STATIVE)
    if token.lemma == "be" and token.tag in FINITE and token.tag != "MD":
        return _is_to(tokens, position)
    to = at(tokens, position + 1).form == "to" and at(tokens, position + 2).tag in {"VB", "VBP", "NN"}
    if token.form in IMMINENT and to:
        return any(at(tokens, position - back).lemma in LINKING for back in (1, 2, 3)) or before.form == ","
    if token.form in COURSES and to:
        return before.form in {"on", "in"} and at(tokens, position - 2).lemma in LINKING
    if token.lemma == "stand" and token.tag in FINITE and to:
        return True
    return is_called_likely(tokens, position) or _of_a_chance(tokens, position)


def _of_time_to_come(tokens: Tokens, position: int) -> bool:
    """Whether the clause names a time to come: “may be empty by November”, “may have more next year”."""
    verb = predicate_of(tokens, position)
    for child in dependents(tokens, verb, "obl", "advmod", "nmod"):
        around = {tokens[child].form, *(tokens[n].form for n in dependents(tokens, child))}
        if around & {"by", "next", "tomorrow", "eventually", "soon", "someday"} and not around & {"now", "by-now"}:
            return "by" not in around or tokens[child].tag in {"NNP", "CD"} or tokens[child].lemma in TIMES
    return False


def is_called_likely(tokens: Tokens, position: int) -> bool:
    """“War is unlikely”, “a frozen quarrel is the likeliest outcome”: an event, with a word for how likely it is."""
    word = tokens[position]
    who = subject_of(tokens, predicate_of(tokens, position))
    if word.lemma not in LIKELIHOODS or who.tag not in {"NN", "NNS"} or word.form in {"possibly", "probably"}:
        return False
    said = tokens[position] if word.relation != "amod" else at(tokens, word.head)
    place = position if word.relation != "amod" else word.head
    copulas = dependents(tokens, place, "cop")
    if not copulas or any(tokens[cop].tag == "VBD" for cop in copulas) or dependents(tokens, place, "csubj", "xcomp", "expl"):
        return False
    return word.relation != "amod" or said.lemma in OUTCOMES


def _of_a_chance(tokens: Tokens, position: int) -> bool:
    """“A 70 percent chance that growth falls”: a present tense under a noun of likelihood is of what is to come."""
    if tokens[position].tag not in {"VBZ", "VBP"}:
        return False
    head = predicate_of(tokens, position)
    noun = at(tokens, tokens[head].head)
    marked = {tokens[child].form for child in dependents(tokens, head, "mark")}
    first = min([position, *(n for n in dependents(tokens, head, "aux", "cop") if tokens[n].tag in FINITE)])
    return noun.lemma in CHANCES and noun.tag[:2] == "NN" and "that" in marked and first == position


def _is_to(tokens: Tokens, position: int) -> bool:
    """Whether “is to” and a verb stand for what is arranged: not “is to blame”, nor “the aim is to win”."""
    place = past_adverbs(tokens, position + 1)
    verb = at(tokens, place + 1)
    if at(tokens, place).form != "to" or verb.tag not in {"VB", "VBP"} or verb.form == "blame":
        return False
    who = subject_of(tokens, predicate_of(tokens, position))
    return bool(who.form) and who.lemma not in AIMS and (who.tag == "WDT" or who.form not in {"it", "this", "that", "what"}) and not who.tag.startswith("VB")
