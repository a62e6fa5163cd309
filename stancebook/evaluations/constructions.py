"""Judgements that a construction carries without an evaluative word: comparison, reproach, excess, what is wanting.

Each is a resource of appraisal in Martin & White (2005): what somebody does “as if” it were so, or ought to have done,
is held against him (counter-expectancy and propriety), and so is what is too much or not enough (graduation), and what he ought to have or do, and has or does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.evaluations.judged import Judged, Target, among, said_of
from stancebook.evaluations.trees import LINKING, Tree
from stancebook.lexicons.negation import NEGATORS

#: The patterns of what follows.
CONSTRUCTIONS = ("as if", "reproach", "excess", "simile", "belief", "lack", "omission")
#: Verbs under which “as if” and “like” say how something looks, and judge nobody.
PERCEIVED = LINKING | frozenset("it taste smell read happen".split())
#: “Only too glad”, “none too soon”: no excess.
NO_EXCESS = NEGATORS | frozenset("only all none never".split())
#: “Seems to think”, “likes to speak of”: a thought or word that is kept at a distance.
SEEMING, THINKING = frozenset("seem appear like".split()), frozenset("think believe imagine suppose fancy speak say talk".split())
#: What somebody who speaks or acts ought to have.
WANTED = frozenset(
    """proof evidence explanation apology answer plan policy strategy idea vision remedy solution mandate shame mercy scruple
    principle respect regard qualm reason excuse clue courage conscience""".split()
)
HAVING = frozenset("have offer give show provide present produce feel".split())
#: What somebody ought to do.
DUE = frozenset("listen learn bother care apologise apologize repent consult cooperate comply deliver prepare".split())
#: How many words of a construction are shown.
SHOWN = 9


def constructions(tree: Tree, target: Target) -> Iterator[Judged]:
    """Every judgement of the target that a construction carries, negative all of them."""
    for word in range(len(tree)):
        for kind in (_unreal, _reproach, _excess, _simile, _belief, _lack, _omission):
            found = kind(tree, word, target)
            if found is not None:
                yield found


def _unreal(tree: Tree, word: int, target: Target) -> Judged | None:
    """“Speaks as though every drop were its own”."""
    if tree.forms[word] != "as" or word + 1 >= len(tree) or tree.forms[word + 1] not in ("if", "though"):
        return None
    clause = next((tree.heads[at] for at in (word, word + 1) if tree.heads[at] not in (word, word + 1)), -1)
    verb = tree.heads[clause] if clause >= 0 else -1
    if verb < 0 or tree.lemmas[verb] in PERCEIVED or not _does(tree, verb, target):
        return None
    return _judged(tree, "as if", word, max(tree.subtree(clause)), verb)


def _reproach(tree: Tree, word: int, target: Target) -> Judged | None:
    """“Should have listened”, “ought not to have lied”: a duty that was not done."""
    if tree.tags[word] != "VBN" or tree.related(word, "aux:pass"):
        return None
    helpers = tree.related(word, "aux")
    duty = next((at for at in helpers if tree.forms[at] == "should"), -1)
    if duty < 0 or not any(tree.lemmas[at] == "have" for at in helpers) or not _does(tree, word, target):
        return None
    found = tree.subject(word)
    if found is not None and found[0] > duty:
        return None
    return _judged(tree, "reproach", duty, word, word)


def _excess(tree: Tree, word: int, target: Target) -> Judged | None:
    """“Is too small”, “came too late”, “has not done enough”."""
    head = tree.heads[word]
    if head < 0:
        return None
    if tree.forms[word] == "too" and head == word + 1 and tree.parts[head] in ("ADJ", "ADV"):
        if word and tree.forms[word - 1] in NO_EXCESS or tree.denied(head):
            return None
        if tree.parts[head] == "ADJ":
            noun = tree.heads[head]
            fits = noun in target.near if tree.relations[head] == "amod" else said_of(tree, head, target)
        else:
            verb = tree.heads[head]
            fits = tree.relations[head] == "advmod" and verb >= 0 and not tree.denied(verb) and _does(tree, verb, target)
        return _judged(tree, "excess", word, head, head) if fits else None
    if tree.forms[word] == "enough" and tree.parts[head] == "VERB" and tree.denied(head) and _does(tree, head, target):
        return _judged(tree, "excess", min(head, word), word, head)
    return None


def _simile(tree: Tree, word: int, target: Target) -> Judged | None:
    """“Treated them like children”, “behaved like an undertaker”; not “looks like rain” or “votes like Poland”."""
    head = tree.heads[word]
    if tree.parts[word] != "NOUN" or tree.case(word) != "like" or tree.relations[word] not in ("obl", "nmod") or head < 0:
        return None
    verb = head if tree.parts[head] == "VERB" else tree.heads[head]
    if verb < 0 or tree.parts[verb] != "VERB" or tree.lemmas[verb] in PERCEIVED or tree.denied(verb) or not _does(tree, verb, target):
        return None
    like = next((child for child in tree.children[word] if tree.forms[child] == "like"), -1)
    if like < 0:
        return None
    return _judged(tree, "simile", like, word, verb)


def _belief(tree: Tree, word: int, target: Target) -> Judged | None:
    """“Seems to think that the river is its own”."""
    verb = tree.heads[word]
    if tree.relations[word] != "xcomp" or tree.lemmas[word] not in THINKING or tree.lemmas[verb] not in SEEMING or tree.denied(verb):
        return None
    if tree.lemmas[word] in ("speak", "say", "talk") and tree.lemmas[verb] != "like":
        return None
    return _judged(tree, "belief", verb, word, verb) if _does(tree, verb, target) else None


def _lack(tree: Tree, word: int, target: Target) -> Judged | None:
    """“Offered no proof”, “lacks a plan”."""
    verb = tree.heads[word]
    if tree.relations[word] != "obj" or tree.lemmas[word] not in WANTED or verb < 0 or not _does(tree, verb, target):
        return None
    no = next((child for child in tree.related(word, "det") if tree.forms[child] == "no"), -1)
    if tree.lemmas[verb] == "lack" and not tree.denied(verb):
        return _judged(tree, "lack", verb, word, verb)
    return _judged(tree, "lack", no, word, verb) if no >= 0 and tree.lemmas[verb] in HAVING else None


def _omission(tree: Tree, word: int, target: Target) -> Judged | None:
    """“Did not listen”, “never apologised”."""
    if tree.parts[word] != "VERB" or tree.lemmas[word] not in DUE or tree.related(word, "aux:pass") or not _does(tree, word, target):
        return None
    no = next((child for child in tree.children[word] if child < word and tree.forms[child] in ("not", "n't", "never")), -1)
    return _judged(tree, "omission", no, word, word) if no >= 0 else None


def _does(tree: Tree, verb: int, target: Target) -> bool:
    found = tree.subject(verb)
    return found is not None and not found[1] and among(tree, found[0], target.near)


def _judged(tree: Tree, pattern: str, first: int, last: int, top: int) -> Judged:
    words = tuple(range(first, min(last, first + SHOWN) + 1))
    return Judged("negative", pattern, words, False, tree.is_irrealis(top) and pattern != "reproach", "judgement")
