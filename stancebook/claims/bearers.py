"""What a figure is said of where no noun follows it: “inflation is 9 percent”, “raised output to 3 million tonnes”."""

from __future__ import annotations

from stancebook.claims.lines import Line
from stancebook.claims.nouns import NOUNS, STAND_INS, Counted
from stancebook.claims.units import TIME, unit_of
from stancebook.tokens import at
from stancebook.trees import dependents, subject

#: Verbs of a level or a change, whose subject has the measure (Levin 1993: verbs of calibratable change of state).
LEVELS = frozenset(
    "amount average climb decline drop exceed fall grow hit jump number plunge reach rise shrink sink slide slip soar stand "
    "swell top total tumble".split()
)
#: Verbs that bring their object to a level.
RAISING = frozenset("bring boost cap cut double expand hold increase keep lift limit lower push raise reduce set".split())
#: “Runs at 150 megawatts”.
RUNNING = frozenset("operate peak run start trade work".split())
#: “Half full”: what has the share is the subject.
FULL = frozenset("full empty finished built complete destroyed ready".split())
_PHRASE = frozenset({"amod", "compound", "nmod:poss"})


def bearer(line: Line, start: int, end: int) -> Counted | None:
    """The noun phrase that the figure between two offsets is said of, or None where the tree shows none.

    The subject of a copula or of a verb of level, the object of a verb that raises or lowers it; of “the number of
    prisoners”, what is numbered.
    """
    tokens = line.tokens
    inside = [place for place, token in enumerate(tokens) if start <= token.start < end]
    top = next((place for place in inside if tokens[place].head not in inside and tokens[place].is_word), -1)
    if top < 0 or not tokens[top].relation:
        return None
    above, relation = tokens[top].head, tokens[top].relation.split(":")[0]
    noun, cases = -1, {tokens[child].form for child in dependents(tokens, top, "case")}
    if "by" in cases:
        return None  # “fell by 5 percent”: the change, not what it came to
    if dependents(tokens, top, "cop"):
        noun = subject(list(tokens), top)
    elif above >= 0 and tokens[above].form in FULL and dependents(tokens, above, "cop", "nsubj"):
        noun = subject(list(tokens), above)
    elif above >= 0 and relation in {"obj", "obl", "advmod", "xcomp"}:
        if tokens[above].lemma in RAISING:
            noun = next((place for place in dependents(tokens, above, "obj", "nsubj:pass") if place not in inside), -1)
            noun = subject(list(tokens), above) if noun < 0 and dependents(tokens, above, "aux") and tokens[above].tag == "VBN" else noun
        elif tokens[above].lemma in LEVELS or tokens[above].lemma in RUNNING and "at" in cases:
            noun = subject(list(tokens), above)
    return _phrase(line, noun)


def _phrase(line: Line, noun: int) -> Counted | None:
    tokens = line.tokens
    if at(tokens, noun).lemma in STAND_INS and noun >= 0:
        noun = next((n for n in dependents(tokens, noun, "nmod") if any(tokens[c].form == "of" for c in dependents(tokens, n, "case"))), -1)
    word = at(tokens, noun)
    if noun < 0 or word.tag not in NOUNS - {"NNP", "NNPS"} or unit_of(word.text, word.lemma) or word.lemma in TIME:
        return None
    first = noun
    while first > 0 and tokens[first - 1].head == noun and tokens[first - 1].relation in _PHRASE and tokens[first - 1].tag != "PRP$":
        first -= 1
    return Counted(first, noun + 1, noun)
