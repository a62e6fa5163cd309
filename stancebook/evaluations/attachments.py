"""Which entity an evaluative word is said of: appraisal expressions read off the dependency tree.

The linkages of attitude and target are after Bloom, Garg & Argamon (2007, Extracting appraisal expressions): attribute,
predicate, apposition, deed, and the object of a verb that judges. A pattern says by which of them a word was attached.
"""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.evaluations.judged import Judged, Marked, Target, among, opposite, said_of
from stancebook.evaluations.judging import Judging, Verb
from stancebook.evaluations.targets import OTHERS, RELATIONAL
from stancebook.evaluations.trees import Tree
from stancebook.language.people import PEOPLE
from stancebook.lexicons.negation import NEGATORS

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
#: How many words before an evaluative one its negation may stand, and negators that deny it only almost.
REACH = 5
ALMOST = frozenset("hardly scarcely barely rarely seldom without".split())
NOBODY = frozenset("nobody few none".split())
TOWARD = frozenset("at with of by for about toward towards against over from to on".split())
#: Feelings that are “in” whom they concern; of others, “in” says where.
FELT_IN = frozenset("trust faith confidence pride believe hope".split())
#: Prepositions of the way in which something is done.
BY_WHICH = frozenset("with in by through as into".split())
#: Adjectives that say how much or what kind, and not how good, what somebody does is: “bears the greatest blame”.
OF_DEGREE = frozenset(
    """great greater greatest important significant serious severe grave strong powerful free hard difficult unprecedented
    historic momentous independent""".split()
)
#: Verbs whose object is somebody else’s doing, or is met with, sought or spoken of.
OF_OTHERS = frozenset(
    """accuse blame condemn denounce criticize criticise decry deplore attack oppose reject resist fight combat counter face
    confront meet suffer survive endure witness see hear watch find discover uncover expose reveal investigate probe study
    examine fear expect predict want need seek demand ask await join leave visit call name describe label consider regard
    avoid prevent stop end halt avert escape punish sanction forgive overcome defeat address discuss read recall remember
    inherit get receive know include resemble say warn threaten weigh""".split()
)
#: Endings of nouns for qualities.
QUALITY = ("ness", "ity", "ance", "ence", "age", "ism", "acy", "cy", "hood", "om")


def attached(tree: Tree, marked: list[Marked], judging: Judging, target: Target) -> Iterator[Judged]:
    """Every judgement of the target in the sentence."""
    heads = _lists(tree, {tree.top(list(mark.words)): mark for mark in marked})
    for top, mark in heads.items():
        found = _lexical(tree, top, mark, target, heads)
        found = found and _unturned(tree, found)
        if found is not None:
            yield found if found.holder >= 0 else found._replace(holder=_teller(tree, top))
    for word in range(len(tree)):
        if tree.parts[word] in ("VERB", "NOUN") or tree.tags[word].startswith("VB"):
            yield from _verbal(tree, word, judging, target.near)


def _unturned(tree: Tree, found: Judged) -> Judged | None:
    """A judgement whose negation holds: “not only delusional” denies nothing, and “barely corrupt” is no praise."""
    if not found.negated or found.polarity == "negative":
        return found
    before = [word for word in range(max(found.words[0] - REACH, 0), found.words[0]) if tree.forms[word] in NEGATORS]
    if before and tree.forms[before[-1] + 1] in ("only", "just", "merely", "simply"):
        return found._replace(polarity="negative", negated=False)
    return None if before and tree.forms[before[-1]] in ALMOST else found


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
        if found is None or found[1]:
            return _by_agent(tree, top, mark, near)
        if not among(tree, found[0], near):
            return None
        negated = mark.negated ^ found[2] or (not mark.negated and tree.denied(top, mark.words))
        return _judged(tree, mark, "deed", _with_object(tree, top, mark.words), top, negated)
    if tree.relations[top] in ("advmod", "obl") and (tree.parts[top] == "ADV" or len(mark.words) > 1):
        verb = tree.heads[top]
        found = tree.subject(verb) if tree.parts[verb] == "VERB" else None
        if found and not found[1] and among(tree, found[0], near):
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
        tree.case(child) == "for" and among(tree, child, near) for child in tree.related(top, "nmod", "obl")
    ):
        return _judged(tree, mark, "outcome", mark.words, top)
    if said_of(tree, phrase, target):
        nobody = not mark.negated and head >= 0 and any(tree.forms[one] in NOBODY for one in tree.related(head, "nsubj"))
        return _judged(tree, mark, "predicate", mark.words, top, mark.negated or nobody)
    if tree.relations[phrase] == "obj" and head >= 0 and tree.lemmas[head] in LIGHT and tree.parts[phrase] == "NOUN":
        found = tree.subject(head)
        if found and not found[1] and among(tree, found[0], near):
            flips = (tree.lemmas[head] == "lack") ^ found[2]
            return _judged(tree, mark, "light deed", mark.words, top, mark.negated ^ flips)
    if tree.parts[top] == "ADJ" and any(tree.case(child) == "of" and among(tree, child, near) for child in tree.related(top, "obl", "nmod")):
        return _judged(tree, mark, "predicate", mark.words, top) if mark.appraisal == "judgement" else None
    # “Exploited bad relations” is one judgement, that of the verb.
    return None if tree.heads[phrase] in heads else _in_doing(tree, phrase, top, mark, near)


def _by_agent(tree: Tree, top: int, mark: Marked, near: dict[int, int]) -> Judged | None:
    """“Was betrayed by Moscow”, “villagers murdered by the army”: what the passive’s agent does."""
    if any(tree.case(child) == "by" and among(tree, child, near) for child in tree.related(top, "obl")):
        return _judged(tree, mark, "deed", mark.words, top, mark.negated or tree.denied(top, mark.words))
    return None


def _in_doing(tree: Tree, phrase: int, top: int, mark: Marked, near: dict[int, int]) -> Judged | None:
    """“Ran a dishonest campaign”, “answered with arrogance”: the word is in what the target does, not of itself."""
    verb, relation = tree.heads[phrase], tree.relations[phrase]
    own = relation == "obj" or relation == "obl" and tree.case(phrase) in BY_WHICH
    if not own or verb < 0 or tree.parts[verb] != "VERB" or tree.parts[top] not in ("ADJ", "NOUN") or tree.denied(verb):
        return None
    # “Sensed the danger”, “weathered crises”: a noun for how things stand is not of whoever meets them.
    # Nor is an ally whom somebody has.
    other = tree.parts[top] == "NOUN" and (mark.appraisal == "appreciation" or tree.lemmas[top] in PEOPLE | RELATIONAL | OTHERS)
    if other or tree.lemmas[top] in OF_DEGREE or mark.appraisal == "affect" or tree.lemmas[verb] in OF_OTHERS or tree.lemmas[verb] in TELLING:
        return None
    found = tree.subject(verb)
    if found is None or found[1] or found[2] or not among(tree, found[0], near):
        return None
    return _judged(tree, mark, "doing", mark.words, top)


def _answerable(tree: Tree, top: int, mark: Marked, near: dict[int, int]) -> Judged | None:
    """“Responsible” praises nobody of whom it is said what for; who is held so is blamed by who holds him so."""
    head = tree.heads[top]
    if tree.relations[top] == "xcomp" and tree.lemmas[head] == "hold":
        found = tree.subject(head)
        if found and any(among(tree, child, near) for child in tree.related(head, "obj")):
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


def _toward(tree: Tree, top: int, mark: Marked, near: dict[int, int]) -> Judged | None:
    """A feeling about the target: “angry at”, “fear of”, “trust in”; the holder is who feels it."""
    for child in tree.related(top, "obl", "nmod", "advcl", "obj"):
        fits = tree.case(child) in TOWARD or tree.relations[child] == "obj" or tree.case(child) == "in" and tree.lemmas[top] in FELT_IN
        if fits and among(tree, child, near):
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
    # “Should not pretend”: who is told not to is taken to do so.
    polarity = opposite(entry.polarity) if denied and not tree.is_told(word) else entry.polarity
    if entry.judged == "subject":
        if found and not found[1] and among(tree, found[0], near):
            yield Judged(polarity, "deed", _with_object(tree, word, (word,)), denied, tree.is_irrealis(word), "judgement")
        return
    objects = tree.related(word, "obj", "iobj")
    passive = found is not None and found[1]
    targets = [found[0]] if passive else objects
    if not any(among(tree, target, near) for target in targets):
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
        if tree.case(child) in ("of", "for", "against", "on") and among(tree, child, near):
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


def _judged(
    tree: Tree, mark: Marked, pattern: str, words: tuple[int, ...], top: int, negated: bool | None = None, holder: int = -1
) -> Judged:
    negated = mark.negated if negated is None else negated
    polarity = opposite(mark.polarity) if negated else mark.polarity
    return Judged(polarity, pattern, tuple(words), negated, tree.is_irrealis(top), mark.appraisal, holder)
