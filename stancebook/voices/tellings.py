"""Attribution by what is told, in the dependency tree: “the argument goes”, “what she says is that”, “the placard reads”.

Impersonal tellings, and the cleft and pseudo-cleft forms of saying (Quirk et al. 1985, 18.25-29).
"""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.voices import contents, frames, noun_frames, spans
from stancebook.voices.clauses import Found
from stancebook.voices.nominal import holder
from stancebook.voices.phrases import governed
from stancebook.voices.speakers import is_speaker, may_speak
from stancebook.voices.trees import Range, Tree

GOING = frozenset("go run".split())
#: Nouns beside those of speech that go and run.
TOLD = frozenset("adage chant chorus cliche cliché joke lore saying story tale".split())
#: What closes a clause in which the author grants what somebody says.
GRANTING = frozenset("anyway officially".split())
GRANTING_PAIRS = frozenset({("at", "least"), ("any", "rate"), ("or", "so")})
#: Verbs of “that is how she sees it”.
PICTURING = frozenset(
    "call characterise characterize describe explain frame phrase portray put remember see sum tell term view".split()
)
IT = frozenset("her him it that them this".split())


def tellings(tree: Tree) -> Iterator[Found]:
    """“Ukraine, the argument goes, …”, “…, goes the warning”, “that is how they see it”, “the talk is of war”."""
    for place in range(len(tree.tokens)):
        yield from _what_is_said(tree, place)
        yield from _as_told(tree, place)
        yield from _goes_the_warning(tree, place)
        yield from _if_believed(tree, place)
        yield from _talk_is_of(tree, place)
        yield from _that_is_the_view(tree, place)
        yield from _account_in_which(tree, place)
        yield from _how_it_is_seen(tree, place)
        yield from _reads(tree, place)


def _what_is_said(tree: Tree, verb: int) -> Iterator[Found]:
    """“What the official now says is that warnings are weapons” (a pseudo-cleft: Quirk et al. 1985, 18.29)."""
    what, source, be = tree.heads[verb], tree.child(verb, "nsubj"), verb + 1
    lemma = tree.tokens[verb].lemma
    free = tree.relations[verb].startswith("acl") and what >= 0 and tree.tokens[what].form == "what"
    if not free or source < 0 or lemma not in frames.BESIDE - frames.PERCEIVING | {"mean"}:
        return
    says = be < len(tree.tokens) and tree.tokens[be].lemma == "be" and may_speak(tree, source, lemma)
    first = be + 1 + (be + 1 < len(tree.tokens) and tree.tokens[be + 1].form == "that")
    if says and is_speaker(tree, source):
        yield Found(source, (verb, verb + 1), tree.reach(range(first, len(tree.tokens))), "acknowledge")


def _is_told(tree: Tree, noun: int) -> bool:
    return tree.tokens[noun].lemma in {*noun_frames.NOUNS, *TOLD}


def _as_told(tree: Tree, verb: int) -> Iterator[Found]:
    """“Ukraine, the argument goes, cannot win.” “The argument goes like this: Ukraine cannot win.”"""
    noun = tree.child(verb, "nsubj")
    if tree.tokens[verb].lemma not in GOING or noun < 0 or not _is_told(tree, noun):
        return
    source, _ = holder(tree, noun)
    if tree.marked_by(verb, "as") and tree.relations[verb] == "advcl":
        # “As the saying goes, a closed mouth catches no flies.”
        content = governed(tree, verb, tree.below(verb), verb)
        if content and content[1] > content[0]:
            yield Found(source, (noun, verb + 1), content, "acknowledge")
        return
    for span in contents.set_in(tree, verb, "say", False):
        yield Found(source, (noun, verb + 1), (span.first, span.stop), "acknowledge")
        return
    colon = _colon(tree, max(noun, verb))
    if colon > 0 and colon - verb < 8:
        yield Found(source, (noun, noun + 1), _after(tree, colon), "acknowledge")


def _goes_the_warning(tree: Tree, verb: int) -> Iterator[Found]:
    """“The banks will close, goes the warning; …”, “So runs the excuse: …”."""
    noun = tree.top_of_phrase(verb + 1) if verb + 1 < len(tree.tokens) else -1
    going = tree.tokens[verb].lemma in GOING and tree.tokens[verb].tag in {"VBZ", "VBD"}
    opener = tree.tokens[verb - 1] if verb else None
    if not going or opener is None or noun <= verb or noun - verb > 4 or not _is_told(tree, noun):
        return
    if tree.tokens[verb + 1].tag not in {"DT", "PRP$", "NNP"} or tree.relations[verb + 1] == "case":
        return
    source, _ = holder(tree, noun)
    cue = (verb, noun + 1)
    if opener.form in {"so", "thus"}:
        colon = _colon(tree, noun)
        if colon > 0 and colon - noun < 8:
            yield Found(source, cue, _after(tree, colon), "acknowledge")
    elif opener.text in {",", "—", "–"} and verb > 2:
        first, stop = tree.reach(range(len(tree.tokens)))
        while first < verb and (tree.tokens[first].form in spans.OPENERS or not tree.tokens[first].is_word):
            first += 1
        yield Found(source, cue, (first, stop if stop > noun + 1 else verb - 1), "acknowledge")


def _colon(tree: Tree, start: int) -> int:
    return next((place for place in range(start, len(tree.tokens)) if tree.tokens[place].text == ":"), -1)


def _after(tree: Tree, mark: int) -> Range:
    return tree.reach(range(mark + 1, len(tree.tokens)))


def _if_believed(tree: Tree, verb: int) -> Iterator[Found]:
    """“If the papers are to be believed, the war is over.” “If you believe the posters, …”"""
    clause = tree.relations[verb] == "advcl" and tree.marked_by(verb, "if") and tree.heads[verb] >= 0
    if tree.tokens[verb].lemma not in {"believe", "trust"} or not clause:
        return
    subject = tree.child(verb, "nsubj")
    source = tree.child(verb, "nsubj:pass")
    if source >= 0 and not tree.marked_by(verb, "to"):
        return
    if source < 0 and subject >= 0 and tree.tokens[subject].form in {"one", "we", "you"}:
        source = tree.child(verb, "obj", "iobj")
        told = source > verb and (is_speaker(tree, source) or tree.tokens[source].lemma in noun_frames.WRITTEN)
        source = source if told and not tree.children(verb, "ccomp", "xcomp") else -1
    if source >= 0 and may_speak(tree, source, "say"):
        first, stop = tree.reach(tree.below(tree.heads[verb], without=[verb]))
        yield Found(source, (verb, verb + 1), (first, stop), "distance")


def _talk_is_of(tree: Tree, noun: int) -> Iterator[Found]:
    """“In the cafés the talk is of war”: what is in everybody’s mouth."""
    head = tree.heads[noun]
    if tree.tokens[noun].lemma not in noun_frames.TALK or not tree.relations[noun].startswith("nsubj") or head < noun:
        return
    of = head if tree.marked_by(head, "of") else tree.child(head, "obl")
    be = tree.child(head, "cop") if of == head else head
    linked = noun < be < of and tree.tokens[be].lemma in {"be", "turn"} and tree.marked_by(of, "of", "to")
    if linked and not _is_denied(tree, head):
        source, _ = holder(tree, noun)
        first, stop = tree.reach({one for one in tree.below(of) if one > be})
        yield Found(source, (noun, noun + 1), (first + (tree.tokens[first].form in {"of", "to"}), stop), "acknowledge")


def _that_is_the_view(tree: Tree, noun: int) -> Iterator[Found]:
    """“That is the institute’s estimate”; “that, at least, is the theory”: the pronoun stands for what was told."""
    subject = tree.child(noun, "nsubj")
    points = subject >= 0 and tree.tokens[subject].form in {"that", "this", "such"} and tree.child(noun, "cop") > subject
    if tree.tokens[noun].lemma not in noun_frames.NOUNS or tree.tokens[noun].tag != "NN" or not points:
        return
    if tree.children(noun, "acl", "acl:relcl", "ccomp", "xcomp") or _is_denied(tree, noun):
        return
    source, owned = holder(tree, noun)
    words = [token.form for token in tree.tokens]
    granted = bool(GRANTING & set(words) or GRANTING_PAIRS & set(zip(words, words[1:])))
    the = any(tree.tokens[one].form == "the" for one in tree.children(noun, "det"))
    if owned and source is not None and is_speaker(tree, source) and may_speak(tree, source, "say") or granted and the:
        yield Found(source if owned else None, (noun, noun + 1), (subject, subject + 1), "acknowledge")


def _account_in_which(tree: Tree, noun: int) -> Iterator[Found]:
    """“The ministry’s account, in which nobody was hurt, …”: what is told there."""
    source, owned = holder(tree, noun) if tree.tokens[noun].lemma in noun_frames.NARRATING else (None, False)
    if not owned or source is None or not is_speaker(tree, source):
        return
    for clause in sorted(tree.below(noun)):
        first, stop = tree.reach(tree.below(clause))
        which = next((one for one in range(first, min(first + 3, stop)) if tree.tokens[one].form == "which"), -1)
        led = which > noun and tree.tokens[first].form in {"in", "by", "according"} and clause > which
        if led and tree.relations[clause].startswith("acl") and tree.has_subject(clause):
            yield Found(source, (noun, noun + 1), (which + 1, stop), "acknowledge")
            return


def _how_it_is_seen(tree: Tree, verb: int) -> Iterator[Found]:
    """“That is how the union sees it”; “a farce is what the nurse calls it” (Quirk et al. 1985, 18.29)."""
    after = tree.tokens[verb + 1] if verb + 1 < len(tree.tokens) else None
    if tree.tokens[verb].lemma not in PICTURING or after is None or after.form not in IT:
        return
    words = [one for one in range(1, verb) if tree.tokens[one].form in {"how", "what"} and tree.tokens[one - 1].lemma == "be"]
    source = tree.child(verb, "nsubj")
    if not words or not words[-1] < source < verb or not may_speak(tree, source, "say") or not is_speaker(tree, source):
        return
    be = words[-1] - 1
    begin = max((one + 1 for one in range(be) if tree.tokens[one].text in {";", ":", "—"}), default=0)
    first, stop = tree.reach(range(begin, be))
    while first < stop and tree.tokens[first].form in {"and", "but", "so", "or"}:
        first += 1
    if stop > first and tree.tokens[first].form not in {"it", "there", "here", "all"}:
        yield Found(source, (verb, verb + 1), (first, stop), "acknowledge", True)


def _reads(tree: Tree, verb: int) -> Iterator[Found]:
    """“The placard read: no dam, no debt.”"""
    noun = tree.child(verb, "nsubj")
    written = noun >= 0 and tree.tokens[noun].lemma in noun_frames.WRITTEN
    colon = _colon(tree, verb) if written and tree.tokens[verb].lemma in {"read", "say", "run", "proclaim"} else -1
    if 0 <= noun < verb < colon <= verb + 3:
        yield Found(noun, (verb, verb + 1), _after(tree, colon), "acknowledge")


def _is_denied(tree: Tree, place: int) -> bool:
    denied = {"not", "n't", "never", "no", "hardly", "nothing"}
    return any(tree.tokens[one].form in denied for one in tree.children(place, "advmod", "det"))
