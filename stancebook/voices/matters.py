"""What a verb reports as its matter, behind a preposition, or by a word that stands for it: “warned of a war”, “say so”."""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.language.people import is_person
from stancebook.tokens import is_number
from stancebook.voices import frames
from stancebook.voices.spans import Span, comments
from stancebook.voices.speakers import is_speaker, source_of
from stancebook.voices.trees import Tree


def matter(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“warned of a war”, “spoke of 30,000 troops”, “boasted about it”."""
    hearers = tree.children(verb, "obj", "iobj") if lemma in frames.TO_HEARERS else []
    strayed = [child for hearer in hearers for child in tree.children(hearer, "nmod") if child > verb]
    for child in [*tree.children(verb, "obl", "advcl", "obj", "xcomp"), *strayed]:
        if child < verb or not tree.marked_by(child, *frames.MATTERS.get(lemma, ())):
            if not (lemma in frames.TALKING and child > verb and tree.relations[child] == "obj"):
                continue
        below = tree.below(child)
        below -= comments(tree, below)
        says = _says_something(tree, below) or _makes_it_out(tree, verb, child)
        if lemma in frames.TALKING and not says:
            continue
        if lemma in frames.MUTTERING and not _is_new(tree, child):
            continue
        first, stop = tree.reach(below)
        if tree.tokens[first].form in frames.MATTERS.get(lemma, ()):
            first += 1
        yield Span(first, stop)
        return


def _is_new(tree: Tree, noun: int) -> bool:
    """Whether a thing is brought up that was not there before: “muttered about sabotage”, not “about the bank”."""
    settled = [tree.tokens[one].form for one in tree.children(noun, "det", "nmod:poss")]
    return tree.tokens[noun].tag in {"NN", "NNS", "VBG"} and not set(settled) - {"a", "an", "no", "some"}


def _makes_it_out(tree: Tree, verb: int, child: int) -> bool:
    """Whether talk of a thing says that it is there: “talks of a miracle”, “speaks darkly of sabotage”."""
    manner = any(tree.tokens[one].form in frames.TELLINGLY for one in tree.children(verb, "advmod"))
    thing = tree.tokens[child].tag == "NN" and not is_person(tree.tokens[child])
    settled = [tree.tokens[one].form for one in tree.children(child, "det", "nmod:poss", "compound")]
    plain = tree.tokens[verb].tag in {"VBP", "VBZ"} and settled in ([], ["a"], ["an"])
    return tree.marked_by(child, "of") and thing and (manner or plain)


def pointed_to(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“Critics point to a clause that nobody has read”: evidence that somebody brings up, no finger."""
    if lemma != "point" or passive or tree.lemma(verb) != "point":
        return
    subject = source_of(tree, verb)
    if subject is None or not (is_speaker(tree, subject) or tree.tokens[subject].tag == "NNS"):
        return
    thing = next((one for one in tree.children(verb, "obl") if one > verb and tree.marked_by(one, "to")), -1)
    one_points = tree.tokens[subject].tag in {"PRP", "NN"} or thing >= 0 and is_person(tree.tokens[thing])
    finger = tree.tokens[verb].tag == "VBD" and one_points
    if thing == -1 or finger or tree.tokens[thing].tag == "PRP" or tree.children(verb, "obj"):
        return
    if not _is_new(tree, thing) and not tree.children(thing, "acl", "acl:relcl", "advcl:relcl"):
        # “point to the solar plants” is a mere topic.
        return
    first, stop = tree.reach(tree.below(thing))
    yield Span(first + (tree.tokens[first].form == "to"), stop)


def _says_something(tree: Tree, places: set[int]) -> bool:
    """Whether mere talk of it says something of it: a figure, or words in quotation marks."""
    return any(
        is_number(tree.tokens[place])
        and tree.tokens[place].form != "one"
        or tree.tokens[place].text in {"“", '"', "``", "‘"}
        for place in places
    )


def so(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“Some say so.”"""
    after = verb + 1
    if (
        lemma in frames.SO
        and after < len(tree.tokens)
        and tree.tokens[after].form == "so"
        and tree.heads[after] == verb
    ):
        yield Span(after, after + 1)
    elif lemma in frames.SO and _so_they_say(tree, verb) >= 0:
        # “Or so the mayor says.”
        place = _so_they_say(tree, verb)
        yield Span(place, place + 1)
    elif lemma in frames.SO and verb and tree.tokens[verb - 1].form == "so" and tree.heads[verb - 1] == verb:
        yield Span(verb - 1, verb)


def _so_they_say(tree: Tree, verb: int) -> int:
    """The “so” right before the verb’s subject that opens a clause; -1 for none."""
    subject = tree.child(verb, "nsubj", "nsubj:pass")
    place = tree.reach(tree.below(subject))[0] - 1 if 0 <= subject < verb else -1
    if place < 0 or tree.tokens[place].form != "so" or any(one.is_word for one in tree.tokens[verb + 1 :]):
        return -1
    return place if not place or tree.tokens[place - 1].form in {"or", "and", ","} else -1


def stands_for(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“The annex says the opposite”, “you may say that”, “they think otherwise”."""
    for thing in tree.children(verb, "obj", "advmod"):
        token = tree.tokens[thing]
        words = token.form in frames.STANDING_FOR_WORDS and token.tag != "WDT" and not passive
        if lemma in frames.SAYING and words and thing > verb:
            first, stop = tree.reach(tree.below(thing, without=tree.children(thing, "obl", "nmod", "advcl")))
            if stop - first <= 2:
                yield Span(first, stop)
                return
