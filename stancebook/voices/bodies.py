"""Which body “the alliance”, “the bank” or “the company” means: the one of that kind that the article has named before.

A definite description without anything else to say which, as in the simplest of the rules of bridging to a name (Vieira
& Poesio 2000); where two bodies of the kind were named, or none, it stays a description.
"""

from __future__ import annotations

from collections.abc import Iterable

from stancebook.knowledge import Knowledge
from stancebook.voices.trees import Tree

#: Nouns for a body, with the words of a description or a name that make something one.
KINDS = {
    "airline": ("airline",), "alliance": ("alliance",), "bank": ("bank",), "bloc": ("bloc", "union", "association"),
    "broadcaster": ("broadcaster",), "company": ("company", "maker", "airline", "producer", "operator", "group"),
    "court": ("court", "tribunal"), "firm": ("company", "firm", "maker"), "institute": ("institute",),
    "newspaper": ("newspaper", "daily"), "paper": ("newspaper", "daily"), "union": ("union",),
}  # fmt: skip


def bodies(known: Knowledge) -> dict[str, frozenset[str]]:
    """For each noun of ``KINDS`` the organisations of the knowledge base that it may stand for."""
    table = known.entities[known.entities["type"] == "ORG"]
    texts = (table["description"] + " " + table["name"]).str.lower()
    return {
        noun: frozenset(table.loc[texts.str.contains(rf"\b(?:{'|'.join(words)})\b"), "entity"])
        for noun, words in KINDS.items()
    }


def is_bare(tree: Tree, noun: int) -> bool:
    """Whether a noun stands for a body named before: “the alliance”, not “the new alliance” or “the alliance of two”."""
    around = tree.children(noun, "det", "nmod:poss", "amod", "compound", "nmod", "acl", "acl:relcl", "nummod", "conj")
    return tree.tokens[noun].tag == "NN" and [tree.tokens[one].form for one in around] == ["the"]


def meant(kind: str, named: Iterable[tuple[str, str]], known: dict[str, frozenset[str]]) -> tuple[str, str] | None:
    """The one body of a kind among those named so far, each with its entity and its name; None for none or several."""
    words = KINDS.get(kind, ())
    found = {
        entity: name
        for entity, name in named
        if entity in known.get(kind, ()) or set(name.lower().split()) & set(words)
    }
    return next(iter(found.items())) if len(found) == 1 else None
