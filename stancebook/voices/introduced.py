"""Quotations that nothing attributes: they are of whoever the sentence before them brings on.

Reporters name who speaks once, often with no verb of speech (“Amina Testa shook her head. “Not this year.””), and let
the quotations after it stand alone; a paragraph that is one quotation goes on with the speaker of the one before it.
"""

from __future__ import annotations

from stancebook.language.people import PEOPLE, is_person
from stancebook.tokens import QUOTATION_MARKS
from stancebook.voices.antecedents import PLURAL, PRONOUNS
from stancebook.voices.sources import Linker, Source
from stancebook.voices.trees import Tree

#: By these the author turns to somebody, who then speaks: “I asked the foreman. “Ask the owners.””
TURNING_TO = frozenset("ask meet call visit find interview reach telephone phone press question".split())


def introduced(tree: Tree, linker: Linker) -> Source | None:
    """The one person whom a sentence without quotation is about: its subject, or whom the author asks; None where none is."""
    root = next((place for place, head in enumerate(tree.heads) if head < 0), -1)
    if root < 0 or any(token.text in QUOTATION_MARKS for token in tree.tokens):
        return None
    who = tree.child(root, "nsubj", "nsubj:pass", "nsubj:outer")
    if who >= 0 and tree.tokens[who].form in {"i", "we"}:
        asks = tree.tokens[root].lemma in TURNING_TO
        who = tree.child(root, "obj", "iobj") if asks else -1
    if who < 0:
        return None
    token = tree.tokens[who]
    source = linker.source(tree, who, tree.phrase(who))
    if token.form in PRONOUNS:
        return None if token.form in PLURAL or source.name == token.form else source
    several = token.tag in {"NNS", "NNPS"} or tree.children(who, "conj")
    one_person = linker.is_named_person(tree, who) or is_person(token) or token.lemma in PEOPLE
    return source if one_person and not several else None
