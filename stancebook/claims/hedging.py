"""What the stance markers of a sentence leave its clauses: the modality of modal verbs, the degree that hedges allow."""

from __future__ import annotations

import pandas as pd

from stancebook.claims import embedding
from stancebook.claims.degrees import CERTAIN, DEGREE_OF_ENTRY, PROBABLE
from stancebook.claims.lines import Line
from stancebook.claims.predicates import kind_of, predicate_of
from stancebook.trees import dependents

#: The clauses that a word may take for what it is about.
COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "acl", "advcl"})


def marked(line: Line, markers: pd.DataFrame) -> dict[int, str | None]:
    """The modality of each modal verb that the stance markers list, None where it was turned away."""
    starts = {token.start for token in line.tokens if token.tag == "MD"}
    found: dict[int, str | None] = {}
    for row in markers.itertuples():
        if row.start in starts:
            kept = row.modality if row.kept else None
            found[row.start] = found.get(row.start) or kept
    return found


def hedged(line: Line, markers: pd.DataFrame) -> dict[int, int]:
    """The degree that the hedging adverbs, phrases and parentheses of each clause leave it."""
    tokens = line.tokens
    found: dict[int, int] = {}
    for row in markers.itertuples():
        if not row.kept or row.category != "hedge" or row.subcategory != "plausibility hedge":
            continue
        inside = [place for place, token in enumerate(tokens) if row.start <= token.start < row.end]
        places = [place for place in inside if tokens[place].head not in inside]
        if not places or any(tokens[place].tag == "MD" for place in inside):
            continue
        for head in _scope(line, places[-1]):
            found[head] = max(found.get(head, CERTAIN), DEGREE_OF_ENTRY.get(row.entry, PROBABLE))
    return found


def _scope(line: Line, place: int) -> list[int]:
    """The predicates that a hedge at ``place`` bears on."""
    tokens, token = line.tokens, line.tokens[place]
    relation = token.relation.split(":")[0]
    if token.part_of_speech in {"VERB", "ADJ", "NOUN", "AUX"}:
        if predicate_of(tokens, place) != place:
            return []  # “a possible war” says nothing of its clause
        below = [child for child in dependents(tokens, place, *COMPLEMENTS) if relation != "advcl"]
        if below:
            word = embedding.load()
            return [child for child in below if word.of(token.lemma, token.form, token.part_of_speech, kind_of(tokens, child)) is None]
        parenthesis = relation in {"parataxis", "ccomp", "advcl"} and token.head >= 0 and token.part_of_speech == "VERB"
        parenthesis = parenthesis and token.lemma != "know"  # “little is known” says nothing of what stands beside it
        return [predicate_of(tokens, token.head)] if parenthesis else []
    return [predicate_of(tokens, place)]
