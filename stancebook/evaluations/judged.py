"""What a judgement is, and what may be judged: the terms that attachments and constructions share."""

from __future__ import annotations

from typing import NamedTuple

from stancebook.evaluations.trees import LINKING, Tree


class Judged(NamedTuple):
    """One evaluative word attached to a target: polarity, how, the words that carry it, and the holder’s word if any."""

    polarity: str
    pattern: str
    words: tuple[int, ...]
    negated: bool
    irrealis: bool
    appraisal: str
    holder: int = -1


class Marked(NamedTuple):
    """An evaluative word or phrase of the lexicon in a sentence: its words, and what the lexicon says of it."""

    words: tuple[int, ...]
    polarity: str
    appraisal: str
    negated: bool
    participle: bool = False


class Target(NamedTuple):
    """Whom words may judge: the words that stand for it (with their distances from the mention), and what it is.

    ``named`` is whether the mention is a name; else it is a role or a pronoun, whose own words may judge.
    """

    near: dict[int, int]
    named: bool
    person: bool


def opposite(polarity: str) -> str:
    return {"positive": "negative", "negative": "positive"}[polarity]


def among(tree: Tree, word: int, near: dict[int, int]) -> bool:
    return any(member in near for member in tree.members(word))


def said_of(tree: Tree, phrase: int, target: Target) -> bool:
    """Whether the target is the subject of a predicate, or the object that it is said of: “called the plan reckless”."""
    near = target.near
    own = [child for child in tree.children[phrase] if tree.relations[child] in ("nsubj", "nsubj:outer")]
    if own:
        if target.person and tree.forms[own[0]] == "which":
            return False
        if tree.relations[phrase] == "acl:relcl" and tree.parts[own[0]] == "PRON" and tree.heads[phrase] in near:
            return True
        return among(tree, own[0], near)
    head, relation = tree.heads[phrase], tree.relations[phrase]
    if head < 0:
        return False
    if relation == "conj":
        return said_of(tree, head, target)
    if relation == "xcomp" or relation in ("obl", "advcl", "nmod") and tree.case(phrase) == "as":
        # “Called Radomir Velk reckless”: a name that the reader does not know may be read as a first predicate.
        objects = tree.related(head, "obj") or [child for child in tree.related(head, "xcomp") if child < phrase]
        if objects:
            return any(among(tree, child, near) for child in objects)
        found = tree.subject(head)
        if found and among(tree, found[0], near):
            return found[1] or tree.lemmas[head] in LINKING
    if relation == "ccomp" and not own:
        return any(among(tree, child, near) for child in tree.related(head, "obj"))
    return False
