"""Trees that a parser got wrong in ways that the words themselves give away, mended before anything is read off them."""

from __future__ import annotations

from stancebook.tokens import FINITE, Sentence
from stancebook.voices import frames
from stancebook.voices.trees import SUBJECTS, Tree

QUESTION_TAGS = frozenset({"WRB", "WP", "WDT"})
#: Verbs after which “if” opens what is asked.
ASKING = frozenset({"ask", "enquire", "inquire", "query", "wonder"})
#: By which relations a parser hangs a reported question on its verb.
REPORTED = ("ccomp", "advcl")
CLOSING = frozenset({"”", '"', "''"})
MARKS = frozenset({",", "—", "–"})


def mended(tree: Tree) -> Tree:
    """The tree with its question words in their questions, and sentences in one piece around a “he says”."""
    heads, relations = list(tree.heads), list(tree.relations)
    for place in range(len(tree.tokens)):
        _ask(tree, place, heads, relations)
        _join(tree, place, heads, relations)
        _state(tree, place, heads, relations)
        _call(tree, place, heads, relations)
        _speak(tree, place, heads, relations)
        _hear(tree, place, heads, relations)
        _name(tree, place, heads, relations)
    if heads == tree.heads and relations == tree.relations:
        return tree
    return Tree(tree.tokens, heads, relations, tree.paragraph, tree.sentence)


def _ask(tree: Tree, verb: int, heads: list[int], relations: list[str]) -> None:
    """“asked when the road would be built”: a question word between a verb and its clause is the clause’s own."""
    for clause in tree.children(verb, *REPORTED):
        first = tree.reach(tree.below(clause))[0]
        asked = tree.tokens[verb].lemma in ASKING and verb < first and all(one.is_word for one in tree.tokens[verb:first])
        if asked and tree.tokens[first].form in {"if", "whether"} and not tree.children(verb, "ccomp"):
            # “asked the mayor if it was true”: no condition.
            relations[clause] = "ccomp"
        for word in tree.children(verb):
            start, stop = tree.reach(tree.below(word))
            question = verb < start and stop == first < clause + 1 and tree.tokens[start].tag in QUESTION_TAGS
            if question and tree.has_subject(clause) and not tree.has_subject(word):
                if relations[word] in {"obj", "ccomp"}:
                    # What the parser takes for the verb’s object, the whole question is.
                    relations[clause] = "ccomp"
                heads[word], relations[word] = clause, "advmod"


def _name(tree: Tree, verb: int, heads: list[int], relations: list[str]) -> None:
    """“What Rosa Testari, who teaches law, calls a theft was signed”: who stands behind “what” is who calls it so."""
    what = tree.heads[verb]
    free = what >= 0 and relations[verb] == "acl:relcl" and tree.tokens[what].form in {"what", "whatever"}
    if not free or tree.has_subject(verb):
        return
    beside = (one for one in range(what + 1, verb) if heads[one] == heads[what] and relations[one] in SUBJECTS)
    subject = next(beside, -1)
    if subject >= 0:
        heads[subject], relations[subject] = verb, "nsubj"


def _hear(tree: Tree, talk: int, heads: list[int], relations: list[str]) -> None:
    """“To hear the board talk, …”: what a parser takes for the board’s talk, the board does."""
    hear, last = tree.heads[talk], talk - 1
    fronted = 0 <= hear < talk and tree.tokens[hear].lemma == "hear" and tree.marked_by(hear, "to")
    whose = fronted and relations[talk] == "obj" and heads[last] == talk and relations[last] in {"compound", "amod"}
    if not whose or tree.tokens[talk].form != "talk" or not _is_mark(tree.tokens, min(talk + 1, len(tree.tokens) - 1)):
        return
    for word in tree.children(talk):
        if word < last:
            heads[word] = last
    heads[last], relations[last] = hear, "obj"
    relations[talk] = "xcomp"


def _state(tree: Tree, verb: int, heads: list[int], relations: list[str]) -> None:
    """“said in a statement that it was over”: what the verb says, and no clause of the statement alone."""
    if tree.tokens[verb].lemma not in frames.BESIDE or tree.children(verb, "ccomp", "obj"):
        return
    for noun in tree.children(verb, "obl"):
        told = tree.children(noun, "acl", "acl:relcl", "ccomp") if tree.tokens[noun].lemma in frames.UTTERANCES else []
        for clause in told:
            if verb < noun < clause and tree.marked_by(clause, "that") and tree.has_subject(clause):
                heads[clause], relations[clause] = verb, "ccomp"


def _call(tree: Tree, verb: int, heads: list[int], relations: list[str]) -> None:
    """“called the charge baseless”: the charge is the verb’s object, not the subject of a clause without a verb."""
    for predicate in tree.children(verb, "xcomp"):
        subject = tree.child(predicate, "nsubj")
        bare = not tree.children(predicate, "aux", "cop", "mark") and not tree.tokens[predicate].tag.startswith("VB")
        if verb < subject < predicate and bare and not tree.children(verb, "obj"):
            heads[subject], relations[subject] = verb, "obj"


def _speak(tree: Tree, verb: int, heads: list[int], relations: list[str]) -> None:
    """“‘Nobody asked,’ Obi, the mayor, said”: who stands between a quotation and its verb is no subject within it."""
    if tree.tokens[verb].lemma not in frames.BESIDE or tree.tokens[verb].tag not in FINITE or tree.has_subject(verb):
        return
    for subject in range(verb):
        head = tree.heads[subject]
        closed = any(token.text in CLOSING for token in tree.tokens[head + 1 : subject])
        reaches = tree.reach(tree.below(subject))[1] in {verb, verb - _is_mark(tree.tokens, verb - 1)}
        if tree.relations[subject] == "nsubj" and 0 <= head < subject and closed and reaches:
            heads[subject] = verb


def _join(tree: Tree, cue: int, heads: list[int], relations: list[str]) -> None:
    """“Pictures, the ministry says, show tents”: not a noun that is the sentence, and a verb that hangs on “says”."""
    noun, clause = tree.heads[cue], tree.child(cue, "ccomp")
    if tree.relations[cue] != "parataxis" or not 0 <= noun < cue < clause or not tree.tokens[noun].tag.startswith("NN"):
        return
    speaker = tree.child(cue, "nsubj")
    begin = tree.reach(tree.below(speaker))[0] if noun < speaker < cue else cue
    end = tree.reach(tree.below(clause))[0]
    set_in = _is_mark(tree.tokens, begin - 1) and _is_mark(tree.tokens, end - 1) and end - cue <= 2
    finite = [one for one in (clause, *tree.children(clause, "aux", "aux:pass", "cop")) if _may_be_finite(tree, one)]
    if not set_in or not finite or any(tree.children(place, *SUBJECTS, "cop", "mark") for place in (noun, clause)):
        return
    heads[clause], relations[clause] = tree.heads[noun], tree.relations[noun]
    passive = tree.children(clause, "aux:pass")
    heads[noun], relations[noun] = clause, "nsubj:pass" if passive else "nsubj"
    heads[cue] = clause


def _is_mark(tokens: Sentence, place: int) -> bool:
    return place >= 0 and tokens[place].text in MARKS


def _may_be_finite(tree: Tree, place: int) -> bool:
    """Whether a word is a finite verb, or a plural one that a parser took for an infinitive without “to”."""
    return tree.tokens[place].tag in FINITE | {"VB"} and not tree.marked_by(place, "to")
