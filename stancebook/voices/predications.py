"""What a verb reports without a clause: a predication, an object that stands for it."""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.language.names import CALENDAR
from stancebook.language.people import is_person
from stancebook.tokens import Token, is_number
from stancebook.voices import frames, noun_frames
from stancebook.voices.spans import Span, clause, comments
from stancebook.voices.speakers import is_speaker
from stancebook.voices.trees import TIMES, Tree


def predication(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“called the drills a dare”, “described it as hopeless”, “accused Minsk of it”; of a passive the predicate."""
    if lemma == "see" and not passive:
        yield from _seen_in(tree, verb)
    links = frames.CHARACTERIZING.get(lemma, ())
    thing = tree.child(verb, "obj", "nsubj:pass" if passive else "obj")
    if lemma in {"refer", "speak", "talk", "think"}:
        # “speaks of the flank as a hinge”
        thing = next(
            (child for child in tree.children(verb, "obl") if tree.marked_by(child, "of", "to") and child > verb), -1
        )
        if thing < 0:
            return
    if _names_freely(tree, verb, thing):
        # “what the ministry calls a reform”: what stands after the verb is the predicate, not the thing.
        yield Span(*tree.reach(tree.below(thing)))
        return
    for link in links:
        predicate = _linked(tree, verb, link, thing)
        if predicate < 0:
            continue
        below = tree.below(predicate)
        _, stop = tree.reach({place for place in below - comments(tree, below) if place > verb})
        first = predicate_first = tree.reach({place for place in tree.below(predicate) if place > verb})[0]
        if link and tree.tokens[predicate_first].form == link:
            first = predicate_first + 1
        if thing > verb and not passive:
            own = tree.reach(tree.below(thing))[0]
            first = min(own + (tree.tokens[own].form in {"of", "to"}), first)
            below = tree.below(thing)
            stop = max(stop, tree.reach(below - comments(tree, below))[1])
        elif thing < 0 and not passive and tree.relations[verb] not in {"acl:relcl", "acl", "ccomp", "advcl:relcl"}:
            # Without the thing that is called so, only a clause whose object stands before it is left.
            continue
        for condition in tree.children(verb, "advcl") if lemma == "threaten" else ():
            # “threatens the town with a siege if it does not pay”
            if tree.marked_by(condition, "if", "unless") and condition > verb:
                stop = max(stop, tree.reach(tree.below(condition))[1])
        yield Span(first, stop)
        return


def _seen_in(tree: Tree, verb: int) -> Iterator[Span]:
    """“sees in the plan a gift to the banks”: the phrase, and right behind it what is seen there."""
    place = next((one for one in tree.children(verb, "obl") if one > verb and tree.child(one, "case") == verb + 1), -1)
    if place < 0 or tree.tokens[verb + 1].form != "in":
        return
    first, stop = tree.reach({one for one in tree.below(place) if one > verb})
    seen = [one for one in tree.children(verb, "obj", "obl", "obl:unmarked") if one > place and not tree.children(one, "case")]
    if seen and tree.reach(tree.below(seen[0]))[0] == stop:
        yield Span(first, tree.reach(tree.below(seen[0]))[1])


def _names_freely(tree: Tree, verb: int, thing: int) -> bool:
    """Whether the verb stands in a clause of “what” and names what that means: “what she called a historic step”."""
    subject = tree.child(verb, "nsubj")
    names = tree.tokens[verb].lemma in frames.NAMING and not tree.children(verb, "xcomp", "iobj")
    if not names or not 0 <= subject < verb < thing:
        return False
    opener = tree.reach(tree.below(subject))[0] - 1
    return opener >= 0 and tree.tokens[opener].form in {"what", "whatever"}


def _linked(tree: Tree, verb: int, link: str, thing: int) -> int:
    """The predicate: after ``link``, or beside the object where the link is empty."""
    after = [child for child in tree.children(verb) if child > verb]
    if not link:
        found = [child for child in after if tree.relations[child] == "xcomp" and not tree.marked_by(child, "to", "as")]
        if not found and len([child for child in after if tree.relations[child] in {"obj", "iobj"}]) == 2:
            found = [child for child in after if tree.relations[child] == "obj"]
        if not found and (thing < 0 and tree.relations[verb] == "acl:relcl" or 0 <= thing < verb):
            found = [child for child in after if tree.relations[child] == "obj"]
        return found[-1] if found else -1
    linked = [
        child
        for child in after
        if tree.relations[child] in {"obl", "xcomp", "advcl", "nmod", "ccomp"}
        and tree.marked_by(child, link)
        and not tree.marked_by(child, "if", "though")
        and not _is_comparison(tree, child)
    ]
    if not linked and thing > verb:
        # The phrase may hang on the object instead.
        linked = [
            child
            for child in tree.children(thing)
            if child > thing
            and tree.marked_by(child, link)
            and (link in {"as", "of"} or tree.tokens[verb].lemma in frames.ASCRIBING)
        ]
    if not linked and thing > verb and link == "as":
        linked = [
            child
            for child in sorted(tree.below(thing))
            if child > thing and tree.relations[child] == "nmod" and tree.marked_by(child, "as")
        ]
    if not linked and thing > verb and tree.tokens[verb].lemma in frames.ASCRIBING:
        inside = sorted(tree.below(thing), reverse=True)
        linked = [one for one in inside if one > thing and tree.relations[one] == "nmod" and tree.marked_by(one, link)]
    return linked[0] if linked else -1


def _is_comparison(tree: Tree, clause: int) -> bool:
    """“read as a boy reads”: a clause with a subject and a verb of its own is no predicate."""
    verb = tree.relations[clause] == "advcl" and tree.tokens[clause].tag.startswith("VB")
    return verb and bool(tree.children(clause, "nsubj"))


def called_on(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“called on both sides to stop”"""
    if lemma in {"call", "count", "rely", "bank"} and any(
        tree.marked_by(child, "on", "upon") for child in tree.children(verb, "obl") if child > verb
    ):
        for child in tree.children(verb, "xcomp", "advcl", "ccomp"):
            if child > verb and tree.marked_by(child, "to"):
                yield clause(tree, child, verb)
                return










def object_(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“rejects the claim”, “voiced alarm”, “expected 30,000”, “put the figure at 10,000”."""
    thing = tree.child(verb, "obj")
    if passive and lemma == "promise" and thing > verb:
        # “Voters were promised a bridge.”
        yield Span(*tree.reach(tree.below(thing)))
    if passive:
        yield from _questioned(tree, verb, lemma)
    if passive or thing < 0:
        return
    noun, subject = tree.tokens[thing], tree.child(verb, "nsubj")
    if noun.form in {"itself", "himself", "herself", "themselves", "what", "who", "whom"}:
        return
    if noun.lemma in noun_frames.NOUNS and tree.children(thing, "acl", "ccomp"):
        # “repeated his warning that …” is the warning’s statement; “rejects the claim that …” is one of its own.
        if lemma in frames.TURNING_AWAY and not tree.children(thing, "nmod:poss"):
            yield Span(*tree.reach(tree.below(thing)))
        return
    if noun.lemma in frames.COMMITMENTS and lemma in frames.COMMITTED_BY and thing > verb:
        yield Span(*tree.reach(tree.below(thing)))
        return
    if lemma in frames.FLOATING and noun.lemma in frames.FLOATED and thing > verb:
        # “floated the idea of a vote”
        yield from _floated(tree, thing)
        return
    clauses = [child for child in tree.children(thing, "acl:relcl", "parataxis") if child > thing]
    inside = tree.below(thing, without=clauses)
    first, stop = tree.reach(inside - comments(tree, inside))
    figured = any(
        is_number(tree.tokens[place]) and tree.tokens[place].form != "one" for place in range(*tree.phrase(thing))
    )
    numbered_within = any(
        tree.marked_by(child, "at", "between", "above", "below")
        and any(is_number(tree.tokens[place]) for place in tree.below(child))
        for child in (*tree.children(thing, "nmod"), *_phrases_within(tree, thing))
    )
    if lemma in {"put", "set"} and numbered_within:
        yield Span(first, stop)
    elif lemma == "put":
        rest = [
            child
            for child in tree.children(verb, "obl", "xcomp", "advmod")
            if child > thing
            and (tree.relations[child] != "obl" or tree.marked_by(child, "at", "between", "above", "below"))
        ]
        numbered = figured or any(_is_amount(tree.tokens[place]) for child in rest for place in tree.below(child))
        if rest and (
            numbered or noun.lemma in {"figure", "number", "toll", "total", "cost", "odds", "chance", "share"}
        ):
            yield Span(first, max(stop, tree.reach({place for child in rest for place in tree.below(child)})[1]))
    elif lemma in frames.COUNTING:
        if figured and thing > verb and subject >= 0 and is_speaker(tree, subject):
            yield Span(first, _with_place(tree, verb, stop))
    elif lemma in frames.FIGURING and (figured or lemma not in frames.WITH_OBJECT):
        rest = [
            child
            for child in tree.children(verb, "obl")
            if child > thing and tree.marked_by(child, "at", "to", "between")
        ]
        numbered = [child for child in rest if any(is_number(tree.tokens[place]) for place in tree.below(child))]
        if numbered:
            stop = max(stop, tree.reach(tree.below(numbered[0]))[1])
        if numbered or figured or lemma in frames.HAPPENING and _is_awaited(tree, verb, thing):
            yield Span(first, stop)
    elif lemma in frames.WITH_OBJECT | frames.TURNING_AWAY:
        if lemma in {"applaud", "blame", "cite", "welcome"} and (is_speaker(tree, thing) or noun.tag.startswith("NNP")):
            # “citing two diplomats” names a source, “blamed the mayor” a culprit, “welcomed the nurse” a guest.
            return
        if lemma == "deny" and (
            tree.children(verb, "iobj") or any(tree.marked_by(child, "to") for child in tree.children(verb, "obl"))
        ):
            # “denied the town its water”
            return
        worded = (
            noun.lemma in noun_frames.NOUNS
            or noun.form in {"it", "this", "that", "which"}
            or noun.lemma in frames.OF_WHAT_WAS_SAID
        )
        only_words = frames.OF_WORDS | frames.TURNING_AWAY - frames.WITH_OBJECT
        if (worded or lemma not in only_words and _people_act(tree, verb)) and (
            thing > verb or noun.form in {"which", "that"}
        ):
            yield Span(first, stop)
    elif lemma in frames.HAPPENING:
        if _is_awaited(tree, verb, thing):
            yield Span(first, stop)
    elif lemma in frames.SHOWING_OBJECTS:
        pictured = subject >= 0 and tree.tokens[subject].lemma in frames.PICTURES
        if thing > verb and pictured and noun.lemma not in noun_frames.NOUNS:
            yield Span(first, _with_place(tree, verb, stop))
    elif (
        lemma in frames.WITH_BARE_OBJECT
        and thing > verb
        and not tree.children(thing, "det", "nmod:poss")
        and noun.tag == "NN"
    ):
        yield Span(first, stop)


def _phrases_within(tree: Tree, noun: int) -> list[int]:
    """“the chance of default at one in three”: phrases that a tree hangs on a noun within."""
    inner = (one for one in tree.children(noun, "nmod", "acl") if one > noun and tree.marked_by(one, "of"))
    return [phrase for one in inner for phrase in tree.children(one, "nmod", "obl")]


def _floated(tree: Tree, noun: int) -> Iterator[Span]:
    """What an idea is of: “the idea of a vote”, “the prospect of talks”."""
    for child in tree.children(noun, "nmod", "acl"):
        if child > noun and tree.marked_by(child, "of"):
            first, stop = tree.reach(tree.below(child))
            yield Span(first + (tree.tokens[first].form == "of"), stop)
            return


def _is_amount(token: Token) -> bool:
    return is_number(token) or token.form in frames.FRACTIONS


def _questioned(tree: Tree, verb: int, lemma: str) -> Iterator[Span]:
    """“That account was disputed by the pilots”: the subject stands for what somebody’s words repeat or reject."""
    subject = tree.child(verb, "nsubj:pass")
    agent = tree.child(verb, "obl:agent")
    if lemma in frames.WITH_OBJECT | frames.TURNING_AWAY and 0 <= subject < verb < agent and is_speaker(tree, agent):
        token = tree.tokens[subject]
        if token.lemma in noun_frames.NOUNS or token.form in {"it", "this", "that"} or lemma not in frames.OF_WORDS:
            yield Span(*tree.reach(tree.below(subject)))


def _is_awaited(tree: Tree, verb: int, thing: int) -> bool:
    """Whether people expect or fear what may come about: no person, nothing that is there already, nothing demanded."""
    subject, noun = tree.child(verb, "nsubj"), tree.tokens[thing]
    if thing < verb or subject < 0 or not is_speaker(tree, subject):
        return False
    if not noun.tag.startswith("NN") or noun.tag.startswith("NNP") or is_person(noun):
        return False
    if noun.lemma in noun_frames.NOUNS or any(tree.marked_by(one, "from", "of") for one in tree.children(verb, "obl")):
        # “expects an answer”, “expects obedience of its members” ask for it.
        return False
    settled = tree.children(thing, "nmod:poss", "det")
    return all(tree.tokens[one].form in {"a", "an", "another", "no", "some"} for one in settled)


def _with_place(tree: Tree, verb: int, stop: int) -> int:
    """Where the content ends if the place where a thing was seen stands right behind it."""
    for one in tree.children(verb, "obl"):
        first, end = tree.reach(tree.below(one))
        dated = tree.tokens[one].text in CALENDAR or tree.tokens[one].form in TIMES
        if first == stop and tree.tokens[first].form in frames.PLACING and not dated:
            return end
    return stop


def _people_act(tree: Tree, verb: int) -> bool:
    """Whether people, or none in sight, are the verb’s subject: a storm that “claimed lives” says nothing."""
    subject = tree.child(verb, "nsubj")
    noun = tree.tokens[subject] if subject >= 0 else None
    return noun is None or noun.tag != "NN" and noun.tag != "NNS" or is_person(noun) or noun.lemma in frames.DOCUMENTS
