"""Attribution by adjectives of what people hold to be so, in the dependency tree: “is adamant that the crew knew”."""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.tokens import QUOTATION_MARKS
from stancebook.voices import noun_frames, spans
from stancebook.voices.clauses import Found
from stancebook.voices.speakers import is_speaker, may_speak, source_of
from stancebook.voices.trees import Tree

CLAUSES = ("ccomp", "advcl", "acl", "xcomp", "csubj")


def adjectives(tree: Tree) -> Iterator[Found]:
    """“The captain is adamant that …”, “convinced that …, he left”, “remain divided over whether …”."""
    for place, token in enumerate(tree.tokens):
        if token.form not in noun_frames.BELIEVING or token.tag not in {"JJ", "VBN", "VBD"}:
            continue
        clause = next((one for one in tree.children(place, *CLAUSES) if one > place and _is_held(tree, one)), -1)
        source = _holder(tree, place) if clause >= 0 else None
        if source is None or not may_speak(tree, source, "say"):
            continue
        it = tree.tokens[source].form == "it"
        if token.form in noun_frames.OF_THINGS_AS_WELL and (it or not is_speaker(tree, source)):
            continue
        found = spans.clause(tree, clause, place)
        yield Found(source, (place, place + 1), (found.first, found.stop), "acknowledge")


def manners(tree: Tree) -> Iterator[Found]:
    """“The auditor was less kind: the books were a novel”: how somebody spoke, and behind a colon what he said."""
    for place, token in enumerate(tree.tokens):
        source = tree.child(place, "nsubj")
        told = token.form in noun_frames.MANNERS and tree.child(place, "cop") > source >= 0
        if not told or not is_speaker(tree, source) or not may_speak(tree, source, "say"):
            continue
        colon = next((one for one in range(place, len(tree.tokens)) if tree.tokens[one].text == ":"), -1)
        first, stop = tree.reach(range(colon + 1, len(tree.tokens))) if colon > 0 else (0, 0)
        quoted = colon + 1 < len(tree.tokens) and tree.tokens[colon + 1].text in QUOTATION_MARKS
        if 0 < colon <= place + 5 and stop - first > 1 and not quoted:
            yield Found(source, (place, place + 1), (first, stop), "acknowledge")


def _is_held(tree: Tree, clause: int) -> bool:
    """Whether a clause is what somebody holds to be so: opened by “that” or “whether”, or by nothing with a subject."""
    if tree.marked_by(clause, "that", "whether"):
        return True
    return tree.relations[clause] == "ccomp" and tree.has_subject(clause) and not tree.children(clause, "mark")


def _holder(tree: Tree, adjective: int) -> int | None:
    """Whose conviction it is: the adjective’s subject, or the noun that it stands beside."""
    if tree.children(adjective, "expl", "obl:agent") or tree.tokens[tree.heads[adjective]].lemma in {"make", "let"}:
        # “it is certain that”, “persuaded by her that”, “made it clear that”
        return None
    if tree.children(adjective, "csubj") and not tree.children(adjective, "nsubj"):
        return None
    passive = tree.child(adjective, "nsubj:pass")
    if passive >= 0:
        return passive
    if tree.relations[adjective] in {"acl", "amod"}:
        return tree.heads[adjective]
    return source_of(tree, adjective)
