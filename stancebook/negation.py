"""Negation: does a “not”, “never” or “no” stand in the same clause as a marker?"""

from __future__ import annotations

from stancebook.tokens import Token, at

NEGATORS = frozenset(
    "not n't never no hardly scarcely barely rarely seldom neither nor nobody none nothing nowhere without "
    "cannot".split()
)
#: A negation further back than this many words is taken to belong to something else.
WINDOW = 5
#: Words that open another clause, which a negation before them does not reach into.
CLAUSE_OPENERS = frozenset(
    "and but or because although though while whereas when if unless since that which who whom whose where".split()
)
#: “I don’t think that …” denies what is thought; “not only” denies nothing.
NOT_NEGATIONS = frozenset(
    {
        ("not", "only"), ("not", "just"), ("not", "merely"), ("not", "least"), ("no", "sooner"), ("no", "less"),
        ("no", "matter"),
    }
)  # fmt: skip


def negated(tokens: list[Token], first: int, stop: int, besides: set[int] = frozenset()) -> bool:
    """Whether ``tokens[first:stop]`` is under a negation.

    Looks back over at most WINDOW words to the head of the clause (a comma, another mark or a linking word), and for
    a modal or auxiliary also one word ahead: “may not”, “wouldn’t”. Tokens ``besides``, which belong to a phrase
    such as “no doubt”, negate nothing else; a negation inside the span is part of the entry.
    """
    if tokens[first].tag == "MD" or tokens[first].part_of_speech == "AUX":
        if _is_negator(tokens, stop) and stop not in besides:
            return True
    for position in range(first - 1, max(first - 1 - WINDOW, -1), -1):
        token = tokens[position]
        if not token.is_word and token.text not in {"“", '"', "”"} or token.form in CLAUSE_OPENERS:
            return False
        if _is_negator(tokens, position) and position not in besides:
            return True
    return False


def _is_negator(tokens: list[Token], position: int) -> bool:
    token = at(tokens, position)
    if (token.form, at(tokens, position + 1).form) in NOT_NEGATIONS:
        return False
    if token.form == "few":
        # “few doubt” denies (Quirk et al. 1985), “a few doubt” and “the few” do not.
        before = at(tokens, position - 2 if at(tokens, position - 1).form in {"very", "so", "too"} else position - 1)
        return before.tag not in {"DT", "PDT", "PRP$", "POS", "CD", "JJ"}
    return token.form in NEGATORS or token.lemma == "not"
