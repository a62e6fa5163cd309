"""Attribution by a standpoint, in the dependency tree: “as she sees it”, “to the farmers, the dam is a threat”."""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.language.people import is_person
from stancebook.voices import frames, noun_frames
from stancebook.voices.clauses import Found
from stancebook.voices.phrases import governed
from stancebook.voices.speakers import is_speaker, may_speak, source_of
from stancebook.voices.trees import Tree

#: What one does who is heard: “to hear the mayor talk”.
TALKING = frozenset("speak talk tell".split())
#: By which relations a tree ties a phrase in front to its clause.
FRONTED = frozenset({"obl", "nmod"})


def standpoints(tree: Tree) -> Iterator[Found]:
    """“As the governor sees it, …”; “To the farmers, the dam is a threat.”"""
    for place in range(len(tree.tokens)):
        found = _as_seen(tree, place) or _to_hear(tree, place) or _seen_by(tree, place) or _for_whom(tree, place)
        if found:
            yield found
        yield from _where_one_sees(tree, place)


def _to_hear(tree: Tree, verb: int) -> Found | None:
    """“To listen to the ministry, the rain will settle everything”; “to hear the mayor talk, …”."""
    lemma, head = tree.tokens[verb].lemma, tree.heads[verb]
    fronted = tree.relations[verb] == "advcl" and tree.marked_by(verb, "to") and 0 < verb < head
    if not fronted or verb > 2 or lemma not in {"hear", "listen"}:
        return None
    stop = tree.reach(tree.below(verb))[1]
    talk = next((one for one in tree.children(verb, "ccomp", "xcomp") if tree.tokens[one].form in TALKING), -1)
    if talk > 0 and talk + 1 < len(tree.tokens) and tree.tokens[talk].form == "tell":
        return None
    source = max(tree.child(verb, "obj", "obl"), tree.child(talk, "nsubj") if talk > 0 else -1)
    tells = bool(tree.children(verb, "ccomp", "xcomp")) and (talk < 0 or bool(tree.children(talk, "ccomp", "xcomp")))
    alone = source > verb and not tells and is_speaker(tree, source) and may_speak(tree, source, "say")
    if not alone or stop >= len(tree.tokens) or tree.tokens[stop].text != ",":
        return None
    return Found(source, (verb, verb + 1), tree.reach(range(stop + 1, len(tree.tokens))), "distance")


def _as_seen(tree: Tree, verb: int) -> Found | None:
    """“As the governor sees it, the law has failed”; “to hear the ministry tell it, …”."""
    ahead = tree.tokens[verb + 1 : verb + 3]
    it = len(ahead) == 2 and ahead[0].form == "it" and not ahead[1].is_word
    if not it or tree.heads[verb] < 0 or tree.tokens[verb].lemma not in frames.STANDPOINT:
        return None
    heard = next((one for one in range(verb) if tree.tokens[one].lemma == "hear" and tree.marked_by(one, "to")), -1)
    teller = max(tree.child(heard, "obj"), tree.child(verb, "nsubj")) if heard >= 0 else -1
    if heard < teller < verb:
        source, clause = teller, heard
    elif tree.marked_by(verb, "as"):
        source, clause = tree.child(verb, "nsubj"), verb
    else:
        return None
    if source < 0 or not may_speak(tree, source, "say"):
        return None
    own = tree.below(clause) | tree.below(verb)
    if clause > tree.heads[clause] >= 0:
        # “Patience is a weapon, as she has it, and so is a ladder.”
        own |= further(tree, tree.heads[clause], max(own))
    content = governed(tree, clause, own, clause)
    if not content or content[1] <= content[0]:
        return None
    return Found(source, (verb, verb + 1), content, "acknowledge")


def _seen_by(tree: Tree, noun: int) -> Found | None:
    """“To the farmers, the dam is a threat”; “for” takes a view only where what follows says what something is."""
    case, head = tree.child(noun, "case"), tree.heads[noun]
    if tree.relations[noun] == "nmod" and head >= 0 and tree.relations[head].startswith("nsubj"):
        # “For Rosa Testari, the victory was other people’s”, where a tree hangs her on the victory.
        head = tree.heads[head]
    if case < 0 or head <= noun or tree.tokens[case].form not in {"to", "for"} or tree.relations[noun] not in FRONTED:
        return None
    stop = tree.reach(tree.below(noun))[1]
    people = is_speaker(tree, noun) and (tree.tokens[noun].tag.startswith("NNP") or _are_people(tree, noun))
    subject = tree.child(head, "nsubj", "nsubj:pass")
    ahead = subject >= 0 and stop == tree.reach(tree.below(subject))[0]
    follows = stop < len(tree.tokens) and (tree.tokens[stop].text == "," or ahead)
    if not people or not follows or not _opens_clause(tree, case):
        return None
    if tree.tokens[head].lemma in frames.PROVING and tree.tokens[head].tag in {"VBZ", "VBP", "VBD"}:
        # “For the hawks, this proves that talking is weakness.”
        return Found(noun, (case, case + 1), tree.reach(range(stop + 1, len(tree.tokens))), "acknowledge")
    if tree.child(head, "cop") < 0 or not _says_what_it_is(tree, head, tree.tokens[case].form):
        return None
    infinitives = [one for one in tree.children(head, "acl", "advcl", "csubj") if tree.marked_by(one, "to")]
    if tree.tokens[case].form == "for" and infinitives:
        # “For the party it is a chance to win”: what is good for it.
        return None
    end = next((one for one in range(head, len(tree.tokens)) if tree.tokens[one].text == ";"), len(tree.tokens))
    content = {one for one in tree.below(head, without=[noun]) - further(tree, head, stop) if case < one < end}
    return Found(noun, (case, case + 1), tree.reach(content), "acknowledge")


def further(tree: Tree, head: int, after: int) -> set[int]:
    """The clauses that go on with one in a view, with subjects of their own: “…, as she has it, and so is a ladder”."""
    apart = [
        one for one in tree.children(head, "conj", "parataxis")
        if one > after and (tree.has_subject(one) or tree.children(one, "cop", "aux")) and tree.child(one, "cc") > head
    ]  # fmt: skip
    return {place for one in apart for place in tree.below(one)}


def _opens_clause(tree: Tree, place: int) -> bool:
    """Whether a sentence begins at ``place``, or there with “but” or “and”, or behind a semicolon or colon."""
    before = tree.tokens[place - 1] if place else None
    joined = before is not None and before.tag == "CC"
    edge = place - 1 - joined
    return before is None or (joined and edge < 0) or tree.tokens[max(edge, 0)].text in {";", ":", "—", "–"}


def _says_what_it_is(tree: Tree, predicate: int, case: str) -> bool:
    """Whether a predicate tells what somebody holds a thing to be: “a threat”, “treason”, “other people’s”, not “hard”."""
    token, subject = tree.tokens[predicate], tree.child(predicate, "nsubj")
    determined = [tree.tokens[one].form for one in tree.children(predicate, "det")]
    if token.tag.startswith("NN"):
        it = subject >= 0 and tree.tokens[subject].form == "it"
        whose = any(tree.tokens[one].tag == "POS" for one in tree.children(predicate, "case"))
        bare = case == "to" and token.tag == "NN" and not determined and not tree.children(predicate, "nmod:poss")
        return it or whose or bare or token.tag == "NN" and bool({"a", "an", "no", "nothing"} & set(determined))
    return token.form in noun_frames.ACCEPTING or case == "to" and token.tag.startswith("JJ")


def _for_whom(tree: Tree, whom: int) -> Found | None:
    """“A party for whom the flood was an act of God”: the view of those whom “whom” stands for."""
    if tree.tokens[whom].form != "whom" or not whom or tree.tokens[whom - 1].form not in {"for", "to"}:
        return None
    head, case = tree.heads[whom], tree.tokens[whom - 1].form
    if head < whom or tree.child(head, "cop") < whom or not _says_what_it_is(tree, head, case):
        return None
    before = whom - 2 - (whom > 2 and tree.tokens[whom - 2].text == ",")
    noun = tree.heads[head] if tree.relations[head].startswith("acl") else tree.top_of_phrase(max(before, 0))
    if not 0 <= noun < whom or not (tree.tokens[noun].tag.startswith("NN") or tree.tokens[noun].form == "those"):
        return None
    people = is_speaker(tree, noun) or tree.tokens[noun].tag == "NNS"
    if not people or not may_speak(tree, noun, "say"):
        return None
    return Found(noun, (whom - 1, whom), tree.reach({one for one in tree.below(head) if one > whom}), "acknowledge")


def _where_one_sees(tree: Tree, verb: int) -> Iterator[Found]:
    """“Where the ministry sees progress, the farmers see a fence”; “critics see only a trap” (see as Opinion: FrameNet)."""
    if tree.tokens[verb].lemma != "see" or tree.tokens[verb].tag not in {"VBZ", "VBP", "VBD", "VB"}:
        return
    source, seen = source_of(tree, verb), tree.child(verb, "obj")
    if source is None or seen < verb or not may_speak(tree, source, "say") or not tree.tokens[seen].tag.startswith("NN"):
        return
    pair = [one for one in (verb, *tree.children(verb, "advcl"), tree.heads[verb]) if one >= 0]
    both = sum(tree.tokens[one].lemma == "see" for one in pair) > 1
    contrasted = both and any(_opens_with(tree, one, "where") for one in pair)
    critics = {tree.tokens[source].lemma, tree.tokens[source].form.removesuffix("s")} & noun_frames.VIEW_HOLDERS
    restricted = any(tree.tokens[one].form in {"only", "merely", "simply", "mainly"} for one in range(verb + 1, seen))
    indefinite = any(tree.tokens[one].form in {"a", "an", "no", "little"} for one in tree.children(seen, "det", "amod"))
    if contrasted and is_speaker(tree, source) or critics and (restricted or indefinite):
        first, stop = tree.reach({one for one in tree.below(seen) if one > verb})
        yield Found(source, (verb, verb + 1), (first, stop), "acknowledge")


def _opens_with(tree: Tree, clause: int, form: str) -> bool:
    return tree.tokens[tree.reach(tree.below(clause))[0]].form == form


def _are_people(tree: Tree, noun: int) -> bool:
    token = tree.tokens[noun]
    return is_person(token) or token.lemma in frames.DOCUMENTS or token.tag == "NNS" and is_speaker(tree, noun)
