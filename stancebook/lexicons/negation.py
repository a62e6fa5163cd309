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


#: Adverbs that a “not” before them does not stop at: “not entirely clear”.
DEGREES = frozenset("always necessarily entirely quite exactly particularly altogether completely fully".split())


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
        if token.form == "but" and position == first - 1 and at(tokens, position - 1).form == "anything":
            return True
        if not token.is_word and token.text not in {"“", '"', "”"} or token.form in CLAUSE_OPENERS:
            return False
        if _is_negator(tokens, position) and position not in besides:
            return True
    return False


def turns(tokens: list[Token], first: int, into: str) -> bool:
    """Whether the negation of the marker at ``first`` makes it the category ``into`` (empty: it never does).

    “Could hardly be clearer” is the clearest of all; “may not be possible”, “not always possible” are still hedges.
    """
    before = {token.form for token in tokens[max(first - 1 - WINDOW, 0) : first]}
    return bool(into) and tokens[first].tag != "JJR" and not (into == "booster" and before & {"may", "might", *DEGREES})


def denies_what_follows(words: tuple[str, ...]) -> bool:
    """Whether a phrase that holds a negation passes it on: “by no means certain”, but not “no doubt certain”."""
    return words in {("by", "no", "means"), ("in", "no", "way")} or words[0] == "not" and words[-1] in DEGREES


def _is_negator(tokens: list[Token], position: int) -> bool:
    token = at(tokens, position)
    if (token.form, at(tokens, position + 1).form) in NOT_NEGATIONS:
        return False
    if token.form == "few":
        # “few doubt” denies (Quirk et al. 1985), “a few doubt” and “the few” do not.
        before = at(tokens, position - 2 if at(tokens, position - 1).form in {"very", "so", "too"} else position - 1)
        return before.tag not in {"DT", "PDT", "PRP$", "POS", "CD", "JJ"}
    return token.form in NEGATORS or token.lemma == "not"
