"""Which entity an evaluative word is said of: appraisal expressions read off the dependency tree.

The linkages of attitude and target are after Bloom, Garg & Argamon (2007, Extracting appraisal expressions): attribute,
predicate, apposition, deed, and the object of a verb that judges. A pattern says by which of them a word was attached.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stancebook.evaluations.judging import Judging, Verb
from stancebook.evaluations.targets import RELATIONAL
from stancebook.evaluations.trees import LINKING, Tree
from stancebook.language.people import PEOPLE

#: Nouns whose owner is judged by them, though they are of things: “the Russian threat”.
THREATS = frozenset("threat danger menace peril failure success triumph victory fiasco debacle farce sham charade mess defeat".split())
#: Nouns for people that an adjective of nationality judges together with the country.
AGGRESSORS = frozenset("aggressor invader occupier".split())
#: Verbs that do no more than carry their object: “made a mistake”, “showed courage”.
LIGHT = frozenset("make commit show display have spread tell wage practise practice launch suffer enjoy achieve use sow cause win lack".split())
#: Verbs of evaluative.csv whose subject is not judged by doing so in a report, or feels rather than does.
FACTUAL = frozenset(
    """help support assist like welcome enjoy celebrate suffer mourn grieve surrender damage kill improve benefit love
    cherish adore defend protect uphold encourage strengthen boost restore gain""".split()
)
#: Outcomes that show whom they are “for” able or unable: “a triumph for the party”.
OUTCOMES = frozenset(
    "triumph victory success breakthrough defeat humiliation embarrassment failure disaster setback fiasco debacle".split()
)
#: “Responsible for the losses” is no praise.
ANSWERABLE = frozenset("responsible accountable answerable".split())
#: Words that take back the noun they stand with: “rhetorical loyalty”.
DISOWNING = frozenset(
    """so-called alleged supposed professed purported rhetorical self-proclaimed self-styled would-be fake feigned false
    ostensible imaginary""".split()
)
#: Verbs by which someone tells of what is in their object: “stressed his success”.
TELLING = frozenset(
    "stress emphasize emphasise underline underscore highlight tout trumpet flaunt claim boast deny mention cite allege".split()
)
#: How far apart two words of a list may stand.
GAP = 4
NOBODY = frozenset("nobody few none".split())
TOWARD = frozenset("at with of by for in about toward towards against over from to on".split())
#: Affect whose cause is judged; of others, “happy with”, the cause is as often a fact.
QUALITY = ("ness", "ity", "ance", "ence", "age", "ism", "acy", "cy", "hood", "om")


class Judged(NamedTuple):
    """One evaluative word attached to a target: polarity, how, the words that carry it, and the holder’s word if any."""

    polarity: str
    pattern: str
    words: tuple[int, ...]
    negated: bool
    irrealis: bool
    appraisal: str
    holder: int = -1


class Marked(NamedTuple):
    """An evaluative word or phrase of the lexicon in a sentence: its words, and what the lexicon says of it."""

    words: tuple[int, ...]
    polarity: str
    appraisal: str
    negated: bool
    participle: bool = False


class Target(NamedTuple):
    """Whom words may judge: the words that stand for it (with their distances from the mention), and what it is.

    ``named`` is whether the mention is a name; else it is a role or a pronoun, whose own words may judge.
    """

    near: dict[int, int]
    named: bool
    person: bool


def opposite(polarity: str) -> str:
    return {"positive": "negative", "negative": "positive"}[polarity]


def attached(tree: Tree, marked: list[Marked], judging: Judging, target: Target) -> Iterator[Judged]:
    """Every judgement of the target in the sentence."""
    heads = _lists(tree, {tree.top(list(mark.words)): mark for mark in marked})
    for top, mark in heads.items():
        found = _lexical(tree, top, mark, target, heads)
        if found is not None:
            yield found if found.holder >= 0 else found._replace(holder=_teller(tree, top))
    for word in range(len(tree)):
        if tree.parts[word] in ("VERB", "NOUN") or tree.tags[word].startswith("VB"):
            yield from _verbal(tree, word, judging, target.near)


def _teller(tree: Tree, top: int) -> int:
    """Who tells of what an evaluative noun names, where the verb above it says that someone does; else -1."""
    phrase = tree.heads[top] if tree.relations[top] == "amod" else top
    verb = tree.heads[phrase] if phrase >= 0 and tree.relations[phrase] == "obj" else -1
    if verb < 0 or tree.lemmas[verb] not in TELLING:
        return -1
    found = tree.subject(verb)
    return found[0] if found and not found[1] else -1


def _lists(tree: Tree, heads: dict[int, Marked]) -> dict[int, Marked]:
    """The marked words by their tops; words in a list of one polarity are one judgement: “risky and foolish”."""
    result: dict[int, Marked] = {}
    for top, mark in sorted(heads.items()):
        before = next(reversed(result), None)
        if before is not None and tree.parts[before] == tree.parts[top] == "ADJ" and _listed(tree, before, top):
            first = result[before]
            if (first.polarity, first.negated) == (mark.polarity, mark.negated) and mark.words[0] - first.words[-1] <= GAP:
                result[before] = first._replace(words=tuple(range(first.words[0], mark.words[-1] + 1)))
                continue
        result[top] = mark
    return result


def _listed(tree: Tree, first: int, second: int) -> bool:
    both_attributes = tree.heads[first] == tree.heads[second] and tree.relations[first] == tree.relations[second] == "amod"
    return both_attributes or tree.relations[second] == "conj" and tree.heads[second] in (first, tree.heads[first])


def _lexical(tree: Tree, top: int, mark: Marked, target: Target, heads: dict[int, Marked]) -> Judged | None:
    """How a word of the lexicon is said of the target, None where it is not."""
    # What is said of a threat is not said of whom it comes from: “the threat from Poland is exaggerated”.
    target = target._replace(near={word: far for word, far in target.near.items() if not far or word == top or word not in heads})
    near = target.near
    verb = tree.parts[top] == "VERB" and tree.relations[top] != "amod"
    if any(tree.forms[child] in DISOWNING for child in tree.related(top, "amod")):
        return None
    if tree.lemmas[top] in ANSWERABLE:
        return _answerable(tree, top, mark, near)
    if mark.appraisal == "affect" or tree.lemmas[top] in ("anger", "contempt", "sympathy"):
        return _toward(tree, top, mark, near)
    if verb:
        # “Defeated” is listed as what someone is; who defeats another is no loser.
        if tree.lemmas[top] in FACTUAL or mark.participle and tree.related(top, "obj"):
            return None
        found = tree.subject(top)
        if found is None or not _among(tree, found[0], near):
            return None
        if found[1]:
            return None
        negated = mark.negated ^ found[2] or (not mark.negated and tree.denied(top))
        return _judged(tree, mark, "deed", _with_object(tree, top, mark.words), top, negated)
    if tree.relations[top] in ("advmod", "obl") and (tree.parts[top] == "ADV" or len(mark.words) > 1):
        verb = tree.heads[top]
        found = tree.subject(verb) if tree.parts[verb] == "VERB" else None
        if found and not found[1] and _among(tree, found[0], near):
            return _judged(tree, mark, "manner", mark.words, top)
        return None
    phrase = top
    if tree.relations[top] == "amod" and tree.heads[top] >= 0:
        phrase = tree.heads[top]
        if phrase in near:
            return _judged(tree, mark, "attribute", mark.words, top)
        if phrase in heads:
            return None
    elif top in near:
        if near[top] == 0:
            return None if target.named else _judged(tree, mark, "naming", mark.words, top)
        return _judged(tree, mark, "own", mark.words, top) if _owned(tree, top, mark, near) else None
    if tree.relations[phrase] == "acl" and tree.heads[phrase] in near:
        return _judged(tree, mark, "attribute", mark.words, top)
    if tree.relations[phrase] == "appos" and tree.heads[phrase] in near:
        return _judged(tree, mark, "apposition", mark.words, top)
    if any(child in near and near[child] == 0 for child in tree.related(phrase, "appos", "flat")):
        return _judged(tree, mark, "apposition", mark.words, top)
    if phrase == top and tree.relations[top] == "compound" and near.get(tree.heads[top]) == 0 and tree.lemmas[top] in PEOPLE | RELATIONAL:
        return _judged(tree, mark, "apposition", mark.words, top)
    head = tree.heads[phrase]
    if tree.lemmas[top] in OUTCOMES and any(
        tree.case(child) == "for" and _among(tree, child, near) for child in tree.related(top, "nmod", "obl")
    ):
        return _judged(tree, mark, "outcome", mark.words, top)
    if _said_of(tree, phrase, target):
        nobody = not mark.negated and head >= 0 and any(tree.forms[one] in NOBODY for one in tree.related(head, "nsubj"))
        return _judged(tree, mark, "predicate", mark.words, top, mark.negated or nobody)
    if tree.relations[phrase] == "obj" and head >= 0 and tree.lemmas[head] in LIGHT and tree.parts[phrase] == "NOUN":
        found = tree.subject(head)
        if found and not found[1] and _among(tree, found[0], near):
            flips = (tree.lemmas[head] == "lack") ^ found[2]
            return _judged(tree, mark, "light deed", mark.words, top, mark.negated ^ flips)
    return None


def _answerable(tree: Tree, top: int, mark: Marked, near: dict[int, int]) -> Judged | None:
    """“Responsible” praises nobody of whom it is said what for; who is held so is blamed by who holds him so."""
    head = tree.heads[top]
    if tree.relations[top] == "xcomp" and tree.lemmas[head] == "hold":
        found = tree.subject(head)
        if found and any(_among(tree, child, near) for child in tree.related(head, "obj")):
            blamed = mark._replace(polarity="negative")
            return _judged(tree, blamed, "judged", mark.words, top, tree.denied(head), found[0])
    return None


def _owned(tree: Tree, top: int, mark: Marked, near: dict[int, int]) -> bool:
    lemma = tree.lemmas[top]
    if mark.appraisal != "judgement" and lemma not in THREATS:
        return False
    if (lemma in PEOPLE or lemma in RELATIONAL) and lemma not in AGGRESSORS:
        return False
    # “the invasion of Ukraine”: whom a deed is done to; “the weakness of Ukraine” is its own.
    owners = [child for child in tree.children[top] if child in near and near[child] < near[top]]
    of = any(tree.case(child) == "of" for child in owners)
    return not of or lemma.endswith(QUALITY) or lemma == "regime"


def _said_of(tree: Tree, phrase: int, target: Target) -> bool:
    """Whether the target is the subject of a predicate, or the object that it is said of: “called the plan reckless”."""
    near = target.near
    own = [child for child in tree.children[phrase] if tree.relations[child] in ("nsubj", "nsubj:outer")]
    if own:
        if target.person and tree.forms[own[0]] == "which":
            return False
        if tree.relations[phrase] == "acl:relcl" and tree.parts[own[0]] == "PRON" and tree.heads[phrase] in near:
            return True
        return _among(tree, own[0], near)
    head, relation = tree.heads[phrase], tree.relations[phrase]
    if head < 0:
        return False
    if relation == "conj":
        return _said_of(tree, head, target)
    if relation == "xcomp" or relation in ("obl", "advcl", "nmod") and tree.case(phrase) == "as":
        # “Called Radomir Velk reckless”: a name that the reader does not know may be read as a first predicate.
        objects = tree.related(head, "obj") or [child for child in tree.related(head, "xcomp") if child < phrase]
        if objects:
            return any(_among(tree, child, near) for child in objects)
        found = tree.subject(head)
        if found and _among(tree, found[0], near):
            return found[1] or tree.lemmas[head] in LINKING
    if relation == "ccomp" and not own:
        return any(_among(tree, child, near) for child in tree.related(head, "obj"))
    return False


def _toward(tree: Tree, top: int, mark: Marked, near: dict[int, int]) -> Judged | None:
    """A feeling about the target: “angry at”, “fear of”, “trust in”; the holder is who feels it."""
    for child in tree.related(top, "obl", "nmod", "advcl", "obj"):
        fits = tree.case(child) in TOWARD or tree.relations[child] == "obj"
        if fits and _among(tree, child, near):
            found = tree.subject(top) if tree.parts[top] != "NOUN" else None
            holder = found[0] if found else next(iter(tree.related(top, "nmod:poss")), -1)
            if holder in near:
                return None
            return _judged(tree, mark, "toward", mark.words, top, holder=holder)
    return None


def _verbal(tree: Tree, word: int, judging: Judging, near: dict[int, int]) -> Iterator[Judged]:
    entry = judging.of(tree.lemmas[word], tree.forms[word])
    if entry is None:
        return
    if entry.judged == "complement":
        yield from _nominal(tree, word, entry, near)
    if entry.judged == "complement" or not (tree.parts[word] == "VERB" or tree.tags[word].startswith("VB")):
        return
    found = tree.subject(word)
    denied = tree.denied(word) ^ bool(found and found[2])
    polarity = opposite(entry.polarity) if denied else entry.polarity
    if entry.judged == "subject":
        if found and not found[1] and _among(tree, found[0], near):
            yield Judged(polarity, "deed", _with_object(tree, word, (word,)), denied, tree.is_irrealis(word), "judgement")
        return
    objects = tree.related(word, "obj", "iobj")
    passive = found is not None and found[1]
    targets = [found[0]] if passive else objects
    if not any(_among(tree, target, near) for target in targets):
        return
    if entry.judged == "undergoer":
        yield Judged(polarity, "undergone", (word,), denied, tree.is_irrealis(word), "judgement")
        return
    holders = [child for child in tree.related(word, "obl") if tree.case(child) == "by"] if passive else [found[0]] if found else []
    holder = holders[0] if holders else -1
    if holder in near:
        return
    yield Judged(polarity, "judged", _charge(tree, word), denied, tree.is_irrealis(word), "judgement", holder)


def _nominal(tree: Tree, word: int, entry: Verb, near: dict[int, int]) -> Iterator[Judged]:
    """“Poland’s criticism of Norway”: the judgement of a noun, its holder the owner."""
    if tree.parts[word] != "NOUN":
        return
    for child in tree.related(word, "nmod", "obl"):
        if tree.case(child) in ("of", "for", "against", "on") and _among(tree, child, near):
            holder = next(iter(tree.related(word, "nmod:poss", "amod")), -1)
            if holder not in near:
                known = holder if holder >= 0 and tree.parts[holder] in ("PROPN", "PRON") else -1
                yield Judged(entry.polarity, "judged", (word,), False, tree.is_irrealis(word), "judgement", known)
            return


def _charge(tree: Tree, word: int) -> tuple[int, ...]:
    """What someone is accused of or praised for, where it is said; else the verb."""
    for child in tree.related(word, "advcl", "obl"):
        if tree.case(child) in ("of", "for", "as") and len(tree.subtree(child)) <= 12:
            inner = [one for one in tree.subtree(child) if not _in_clause(tree, one, child) and (tree.heads[one] != child or tree.relations[one] not in ("case", "mark", "punct"))]
            return tuple(_contiguous(inner, child))
    return (word,)


def _with_object(tree: Tree, word: int, words: tuple[int, ...]) -> tuple[int, ...]:
    """A verb with what it is done to, where that is short."""
    found = set(words)
    for child in tree.related(word, "obj", "xcomp"):
        below = [one for one in tree.subtree(child) if not _in_clause(tree, one, child)]
        if len(below) <= 6 and min(below) > word:
            found |= set(range(word, max(below) + 1))
    return tuple(sorted(found)) if max(found) - min(found) < 9 else words


def _in_clause(tree: Tree, word: int, top: int) -> bool:
    while word != top:
        if tree.relations[word].split(":")[0] in ("acl", "appos", "parataxis", "advcl"):
            return True
        word = tree.heads[word]
    return False


def _contiguous(words: list[int], around: int) -> list[int]:
    """The stretch of neighbouring words that holds ``around``."""
    kept, left, right = [around], around, around
    inside = set(words)
    while left - 1 in inside:
        left -= 1
        kept.append(left)
    while right + 1 in inside:
        right += 1
        kept.append(right)
    return sorted(kept)


def _among(tree: Tree, word: int, near: dict[int, int]) -> bool:
    return any(member in near for member in tree.members(word))


def _judged(
    tree: Tree, mark: Marked, pattern: str, words: tuple[int, ...], top: int, negated: bool | None = None, holder: int = -1
) -> Judged:
    negated = mark.negated if negated is None else negated
    polarity = opposite(mark.polarity) if negated else mark.polarity
    return Judged(polarity, pattern, tuple(words), negated, tree.is_irrealis(top), mark.appraisal, holder)
