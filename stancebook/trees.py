"""Questions to the tree of a sentence: what depends on a word, who is its subject, which clause it stands in.

Every answer falls back on the neighbouring words where a sentence has no tree.
"""

from __future__ import annotations

from stancebook.tokens import FINITE, Sentence, Token, at

CLAUSES = frozenset({"root", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "conj", "xcomp"})
#: How far up a tree is followed: no sentence nests deeper, and a tree that is read wrong may hold a ring.
DEPTH = 12


def dependents(sentence: Sentence, position: int, *relations: str) -> list[int]:
    """The places of the words that depend on the one at ``position``, with one of ``relations`` where any is given.

    A relation is given without its subtype: “nsubj” is also “nsubj:pass”.
    """
    return [
        place for place, token in enumerate(sentence)
        if token.head == position and token.relation and (not relations or token.relation.split(":")[0] in relations)
    ]  # fmt: skip


def predicate(sentence: Sentence, position: int) -> int:
    """The place of the word that an auxiliary or copula at ``position`` belongs to; its own where it is none."""
    token = at(sentence, position)
    if token.relation.split(":")[0] in {"aux", "cop"} and token.head >= 0:
        return token.head
    return position


def subject(sentence: Sentence, position: int) -> int:
    """The place of the subject of the verb or predicate at ``position``, or -1; of a joined verb, the first one’s.

    An infinitive has the object of the verb above it as its subject, or else that verb’s own.
    """
    place = predicate(sentence, position)
    if not at(sentence, place).relation:
        return _subject_before(sentence, position)
    for _ in range(DEPTH):
        own = dependents(sentence, place, "nsubj")
        if own:
            return own[0]
        token = at(sentence, place)
        if token.relation not in {"conj", "xcomp"} or token.head < 0:
            return -1
        objects = dependents(sentence, token.head, "obj", "iobj") if token.relation == "xcomp" else []
        if objects:
            return objects[0]
        place = token.head
    return -1


def subject_of(sentence: Sentence, position: int) -> Token:
    """The subject itself, NOTHING where there is none."""
    return at(sentence, subject(sentence, position))


def _subject_before(sentence: Sentence, position: int) -> int:
    place = position - 1
    while place >= 0 and (sentence[place].tag.startswith(("RB", "MD", "VB")) or sentence[place].form == "n't"):
        place -= 1
    return place if at(sentence, place).tag.startswith(("PRP", "NN", "EX", "DT", "WP")) else -1


def clause_head(sentence: Sentence, position: int) -> int:
    """The place of the predicate of the clause that the word at ``position`` stands in."""
    place = predicate(sentence, position)
    for _ in range(DEPTH):
        token = at(sentence, place)
        if token.relation.split(":")[0] in CLAUSES or token.head < 0:
            return place
        place = token.head
    return place


def is_past(sentence: Sentence, place: int) -> bool:
    """Whether the predicate at ``place`` is finite and in the past tense, by itself or by its first auxiliary."""
    return finite_tag(sentence, place) == "VBD"


def finite_tag(sentence: Sentence, place: int) -> str:
    """The tag of the finite verb of the predicate at ``place``, empty where it has none."""
    helpers = [helper for helper in dependents(sentence, place, "aux", "cop") if sentence[helper].tag in FINITE]
    return sentence[helpers[0]].tag if helpers else at(sentence, place).tag if at(sentence, place).tag in FINITE else ""


def condition_in(sentence: Sentence) -> bool:
    """Whether the sentence names a condition: “if”, “unless”, or an inverted “should”, “had”, “were”."""
    forms = [token.form for token in sentence]
    return bool({"if", "unless", "provided", "otherwise"} & set(forms)) or next(
        (token.form in {"should", "had", "were"} for token in sentence if token.is_word), False
    )


def above(sentence: Sentence, place: int) -> int:
    """The predicate that governs the clause whose predicate is at ``place``, past the verbs it is joined to; or -1."""
    for _ in range(DEPTH):
        token = at(sentence, place)
        if token.head < 0:
            return -1
        if token.relation.split(":")[0] != "conj":
            return clause_head(sentence, token.head)
        place = token.head
    return -1
