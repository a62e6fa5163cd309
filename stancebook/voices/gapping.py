"""Attributions whose verb stands with a neighbour: “Moscow calls it a drill; its neighbours, a rehearsal”.

Gapping (Quirk et al. 1985, 13.92): a later clause leaves out the verb that it shares with the first, and keeps its
subject and what corresponds to the rest. The shared verb is the cue of both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stancebook.language.people import is_person
from stancebook.voices import frames
from stancebook.voices.speakers import is_speaker
from stancebook.voices.trees import Range, Tree

BREAKS = frozenset({";", ",", "—", "–"})
JOINTS = frozenset({"and", "but", "while", "whereas", "or"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
INDEFINITE = frozenset({"a", "an"})
#: How many tokens a subject without verb may have.
LONGEST_SUBJECT = 7


class Gapped(NamedTuple):
    """A clause without verb: the head of its subject, its content, and where it begins with what leads to it."""

    source: int
    content: Range
    start: int


def gapped(tree: Tree, verb: int, lemma: str, content: Range) -> list[Gapped]:
    """The clauses after ``content`` that share the verb; where the first begins, ``content`` must end."""
    first, end = content[0], _end(tree, verb)
    if first <= verb:
        return []
    link = _link(tree, lemma, (first, end))
    if not link:
        return []
    found: list[Gapped] = []
    for start in range(first + 1, end):
        if found and start < found[-1].content[1]:
            continue
        begin = _after_break(tree, start)
        one = _clause(tree, start, begin, end, link, _may_follow_at_once(tree, verb, link)) if begin else None
        if one:
            found.append(one)
    return found


def _end(tree: Tree, verb: int) -> int:
    return next((place for place in range(len(tree.tokens), verb, -1) if tree.tokens[place - 1].is_word), verb)


def _link(tree: Tree, lemma: str, around: Range) -> str:
    """What leads to the content of the first clause, and must lead to that of the next: “that”, “as”, “a”."""
    if around[0] and tree.tokens[around[0] - 1].form == "that":
        return "that"
    if lemma not in frames.CHARACTERIZING:
        return ""
    links = frames.CHARACTERIZING[lemma]
    if "as" in links and any(token.form == "as" for token in tree.tokens[around[0] - 1 : around[1]]):
        return "as"
    return "a" if "" in links else ""


def _after_break(tree: Tree, place: int) -> int:
    """Where a clause begins that a mark or a conjunction at ``place`` parts from the one before; 0 for none."""
    token = tree.tokens[place]
    if token.text in BREAKS:
        following = place + 1 < len(tree.tokens) and tree.tokens[place + 1].form in JOINTS
        return place + 1 + following
    return place + 1 if token.form in JOINTS else 0


def _may_follow_at_once(tree: Tree, verb: int, link: str) -> bool:
    """Whether a subject needs no comma behind it: “X calls it a drill, Y a rehearsal”.

    After “calls him a liar, the governor a fool”, who follows may be called so himself: a thing cannot be mistaken.
    """
    thing = tree.child(verb, "obj")
    is_thing = thing < 0 or not is_speaker(tree, thing) or tree.tokens[thing].form == "it"
    return link == "that" or link == "a" and is_thing


def _clause(tree: Tree, start: int, begin: int, end: int, link: str, at_once: bool) -> Gapped | None:
    """The subject that begins at ``begin`` and what follows a comma, or at once, with the same link."""
    for stop in range(begin + 1, min(begin + LONGEST_SUBJECT, end)):
        token = tree.tokens[stop]
        comma = token.text == ","
        after = stop + comma
        if after >= end:
            return None
        opener = tree.tokens[after]
        leads = opener.form == link or link == "a" and opener.form in INDEFINITE
        if leads and (comma or at_once):
            source = _subject(tree, begin, stop, bodies=comma or link == "a" and at_once)
            first = after + (link != "a")
            last = _last(tree, first, end, link)
            return Gapped(source, (first, last), start) if source >= 0 and last > first else None
        if comma or not token.is_word:
            return None
    return None


def _subject(tree: Tree, begin: int, stop: int, *, bodies: bool) -> int:
    """The head of a noun phrase from ``begin`` to ``stop`` that names people, or a body; -1 for none."""
    tokens = tree.tokens[begin:stop]
    if tokens[0].tag in {"IN", "TO"} or any(token.tag in FINITE or token.form in INDEFINITE for token in tokens):
        return -1
    core = next((place for place, token in enumerate(tokens) if place and token.tag in {"IN", "TO"}), len(tokens))
    head = begin + core - 1
    while tree.relations[head] == "flat" and begin <= tree.heads[head] < head:
        head = tree.heads[head]
    token = tree.tokens[head]
    noun = token.tag.startswith(("NN", "PRP", "CD")) or token.form in {"others", "some", "many"}
    people = is_person(token) or token.tag.startswith("NNP") or bodies and is_speaker(tree, head)
    return head if noun and people and token.tag != "PRP$" else -1


def _last(tree: Tree, first: int, end: int, link: str) -> int:
    """Where a content without verb ends: at the next break; with “that” and its own verb, at a semicolon."""
    if link == "that":
        if not any(token.tag in FINITE for token in tree.tokens[first:end]):
            return first
        return next((place for place in range(first, end) if tree.tokens[place].text == ";"), end)
    for place in range(first, end):
        if tree.tokens[place].tag in FINITE and not _is_relative(tree, place, first):
            # A verb of its own: nothing is left out.
            return first
        if tree.tokens[place].text in {";", ","} and place > first:
            return place
    return end


def _is_relative(tree: Tree, verb: int, first: int) -> bool:
    return any(token.tag in {"WDT", "WP", "WRB"} for token in tree.tokens[first:verb])


def shared(tree: Tree, verb: int, lemma: str, content: Range) -> Iterator[tuple[int | None, Range]]:
    """The verb’s own content, cut where another’s begins (source None), then those of the others."""
    others = gapped(tree, verb, lemma, content)
    if not others:
        yield None, content
        return
    stop = min(content[1], others[0].start)
    yield None, tree.reach(range(content[0], stop))
    for one in others:
        yield one.source, one.content
