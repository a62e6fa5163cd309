"""Speakers whom the reader hears where its tree does not: subjects hung on the verbs that report what they say.

The reader marks sources and cues (``Reading.attributions``) apart from its trees, so that where a long or broken
sentence leaves a verb of speech without its subject, the one often knows what the other has lost.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from stancebook.tokens import FINITE
from stancebook.voices.trees import SUBJECTS, Tree

#: By which relations the words of a name or title hang on its head.
OF_NAME = frozenset({"flat", "compound", "nmod:desc", "amod", "det"})
SPEAKERS = ("NN", "PRP", "CD")
Places = list[int]


def with_speakers(trees: Iterable[Tree], attributions: pd.DataFrame) -> list[Tree]:
    """The trees, with a subject for each cue that has none, where the reader has its source right beside it."""
    spans: dict[int, list[tuple[int, str, int, int]]] = {}
    for row in attributions.itertuples():
        spans.setdefault(row.sentence, []).append((row.group, row.role, row.start, row.end))
    return [_with_speakers(tree, spans[tree.sentence]) if tree.sentence in spans else tree for tree in trees]


def _with_speakers(tree: Tree, spans: list[tuple[int, str, int, int]]) -> Tree:
    heads, relations = list(tree.heads), list(tree.relations)
    for group, role, start, end in spans:
        verb = _verb(tree, _places(tree, start, end)) if role == "cue" else None
        if verb is None:
            continue
        for other, what, first, last in spans:
            source = _places(tree, first, last)
            if what == "source" and other == group and _beside(tree, source, verb):
                _hang(tree, verb, source, heads, relations)
                break
    if heads == tree.heads and relations == tree.relations:
        return tree
    return Tree(tree.tokens, heads, relations, tree.paragraph, tree.sentence)


def _places(tree: Tree, start: int, end: int) -> Places:
    return [place for place, token in enumerate(tree.tokens) if token.start < end and token.end > start]


def _verb(tree: Tree, cue: Places) -> int | None:
    """The finite verb of a cue that lacks a subject before it."""
    for place in reversed(cue):
        if not tree.tokens[place].tag.startswith("VB") or tree.relations[place] in {"aux", "aux:pass", "cop", "amod"}:
            continue
        auxiliaries = tree.children(place, "aux")
        finite = tree.tokens[place].tag in FINITE or any(tree.tokens[one].tag in FINITE for one in auxiliaries)
        subjects = tree.children(place, *SUBJECTS, "expl")
        lacks = not subjects and not tree.children(place, "aux:pass", "obl:agent")
        return place if finite and lacks else None
    return None


def _beside(tree: Tree, source: Places, verb: int) -> bool:
    """Whether nothing but commas, adverbs and auxiliaries stands between a source and its verb."""
    if not source or verb in source:
        return False
    between = range(source[-1] + 1, verb) if source[-1] < verb else range(verb + 1, source[0])
    return all(
        tree.tokens[place].text == ","
        or tree.tokens[place].tag.startswith("RB")
        or tree.heads[place] == verb and tree.relations[place] == "aux"
        for place in between
    )


def _hang(tree: Tree, verb: int, source: Places, heads: list[int], relations: list[str]) -> None:
    nearest = [place for place in source if tree.tokens[place].is_word]
    if not nearest:
        return
    top = nearest[-1] if source[-1] < verb else nearest[0]
    while tree.heads[top] in source or tree.relations[top] in OF_NAME and _joined(tree, top, tree.heads[top]):
        top = tree.heads[top]
    if not tree.tokens[top].tag.startswith(SPEAKERS) or tree.tokens[top].tag == "PRP$":
        return
    if heads[verb] == top and relations[verb].startswith("acl"):
        # A whole sentence that the tree takes for a noun with a clause after it.
        heads[verb], relations[verb] = heads[top], relations[top]
    elif verb in tree.below(top):
        return
    heads[top], relations[top] = verb, "nsubj"


def _joined(tree: Tree, place: int, head: int) -> bool:
    """Whether a word and its head stand in one phrase, with no mark between."""
    return head >= 0 and all(tree.tokens[one].is_word for one in range(min(place, head), max(place, head)))
