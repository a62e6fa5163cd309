"""What a verb reports, in the dependency tree: clauses, infinitives, predications, and what stands for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stancebook.tokens import is_number
from stancebook.voices import frames
from stancebook.voices.trees import Tree

#: What opens a clause and is not part of what is said.
OPENERS = frozenset({"that", "whether", "if", ",", ":", "and", "but", "–", "—", "``", "''", "“", "”", '"', "‘", "’"})
PARENTHESES = frozenset({",", "—", "–", "-"})
CONTRASTS = frozenset({"while", "whereas"})
#: Verbs that may report with “when” and “where”: “asked when the road would be built”.
ASKING = frozenset("ask wonder say tell explain announce show describe know".split())
#: How many tokens “he says”, set into a sentence, may have.
LONGEST_PARENTHESIS = 14


class Span(NamedTuple):
    """Reported words: the first token, the one past the last, and whether they are a bare infinitive."""

    first: int
    stop: int
    infinitive: bool = False


def of_verb(tree: Tree, verb: int, lemma: str, *, passive: bool) -> list[Span]:
    """What the verb reports; empty where it reports nothing. The first way that finds something counts."""
    base = lemma.split()[0] if lemma not in frames.MATTERS else lemma
    ways = (_predication,) if base in frames.ONLY_PREDICATING else WAYS
    for way in ways:
        found = [span for span in way(tree, verb, base, passive) if span.stop > span.first]
        if found:
            return found
    return []


def clause(tree: Tree, head: int, cue: int) -> Span:
    """The clause at ``head`` without what opens it and without the cue’s own words."""
    below = tree.below(head, without=[cue] if cue in tree.below(head) else [])
    below -= breakaways(tree, head, cue)
    if head > cue and _is_set_in(tree, cue):
        # “The treaty, he argued, had been a mistake.” The parts before the parenthesis may hang on its verb.
        front = tree.children(cue, "nsubj", "expl", "nsubj:pass")[:-1]
        below |= {place for child in front for place in tree.below(child)}
        below |= {place for child in tree.children(cue, "cop", "aux") if child < min(tree.children(cue, "nsubj"), default=0) for place in (child,)}
    elif head > cue:
        below = {place for place in below if place > cue}
    first, stop = tree.reach(below)
    while first < stop and (tree.tokens[first].form in OPENERS or not tree.tokens[first].is_word):
        first += 1
    return Span(first, stop, _is_infinitive(tree, head))


def _is_set_in(tree: Tree, cue: int) -> bool:
    """Whether the cue stands with its subject between commas or dashes."""
    subjects = [child for child in tree.children(cue, "nsubj") if child < cue]
    first = tree.reach(tree.below(subjects[-1]))[0] if subjects else cue
    last = max([cue, *tree.children(cue, "iobj", "obj")]) + 1
    return first > 0 and tree.tokens[first - 1].text in PARENTHESES and last < len(tree.tokens) and tree.tokens[last].text in PARENTHESES


def _is_infinitive(tree: Tree, head: int) -> bool:
    return tree.marked_by(head, "to") and not tree.children(head, "nsubj")


def breakaways(tree: Tree, head: int, cue: int) -> set[int]:
    """Clauses that hang on the content but go on with the cue: “denies that it plans an attack, but says …”."""
    away: set[int] = set()
    for child in tree.children(head, "advcl"):
        # “says it is winning, while the rebels claim …” sets one voice against another.
        first = tree.reach(tree.below(child))[0]
        if child > head and tree.marked_by(child, *CONTRASTS) and tree.tokens[first - 1].text == ",":
            away |= tree.below(child)
    for child in tree.children(head, "conj"):
        token = tree.tokens[child]
        own = tree.children(child, "nsubj", "nsubj:pass", "expl", "mark", "csubj")
        auxiliary = tree.child(child, "aux", "aux:pass", "cop")
        finite = tree.tokens[auxiliary] if auxiliary >= 0 else token
        paired = any(tree.tokens[place].text == "," for place in range(head, child)) or tree.child(child, "cc") >= 0
        same = finite.tag == _finite(tree, cue).tag and finite.tag in {"VBD", "VBZ", "VBP"}
        differs = _finite(tree, head).tag != _finite(tree, cue).tag or token.lemma in frames.BESIDE
        if not own and same and paired and differs and child > cue:
            away |= tree.below(child)
    return away


def _finite(tree: Tree, place: int):
    auxiliary = tree.child(place, "aux", "aux:pass", "cop")
    return tree.tokens[auxiliary] if auxiliary >= 0 else tree.tokens[place]


def _clause(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“said that …”, “asked whether …”, “… , he said”; “it is said that …”."""
    kinds = ("ccomp", "csubj:pass", "csubj") if passive else ("ccomp",)
    for child in tree.children(verb, *kinds):
        if _is_infinitive(tree, child) and lemma not in frames.BIDDING | frames.COMMITTING:
            if not tree.children(child, "nsubj") or lemma not in frames.HOLDING:
                continue
        yield clause(tree, child, verb)
        return
    for child in tree.children(verb, "advcl"):
        first = tree.reach(tree.below(child))[0]
        asked = lemma in ASKING and tree.tokens[first].tag in {"WRB", "WP"} and first > verb
        if asked and all(token.is_word for token in tree.tokens[verb:first]):
            yield clause(tree, child, verb)
            return
    if passive:
        return
    for child in tree.children(verb, "parataxis", "advcl", "acl", "dep"):
        # Trees sometimes hang a reported clause by another relation.
        opened = tree.marked_by(child, "that", "whether") and tree.relations[child] != "parataxis"
        colon = child > verb and any(tree.tokens[place].text == ":" for place in range(verb, child))
        if (opened or colon and lemma in frames.BESIDE) and child > verb:
            yield clause(tree, child, verb)
            return


def _infinitive(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“threatened to leave”, “urged Russia to pull back”, “is said to be rich”, “expects the talks to fail”."""
    for child in tree.children(verb, "xcomp", "advcl", "ccomp", "acl"):
        if child < verb or not tree.marked_by(child, "to"):
            continue
        thing = tree.child(verb, "obj", "iobj")
        if passive and lemma in frames.HEARSAY | frames.BIDDING | frames.HOLDING:
            yield clause(tree, child, verb)
        elif lemma in frames.BIDDING and (thing >= 0 or tree.children(verb, "obl")) and tree.relations[child] != "acl":
            yield clause(tree, child, verb)
        elif lemma in frames.COMMITTING and tree.relations[child] in {"xcomp", "ccomp"} and thing < 0:
            yield clause(tree, child, verb)
        elif lemma in frames.HOLDING and thing >= 0 and tree.relations[child] != "advcl":
            whole = clause(tree, child, verb)
            yield Span(tree.reach(tree.below(thing))[0], whole.stop)
        else:
            continue
        return


def _predication(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“called the drills a dare”, “described it as hopeless”, “accused Minsk of it”; of a passive the predicate alone."""
    links = frames.CHARACTERIZING.get(lemma, ())
    thing = tree.child(verb, "obj", "nsubj:pass" if passive else "obj")
    for link in links:
        predicate = _linked(tree, verb, link, thing)
        if predicate < 0:
            continue
        _, stop = tree.reach({place for place in tree.below(predicate) if place > verb})
        first = predicate_first = tree.reach({place for place in tree.below(predicate) if place > verb})[0]
        if link and tree.tokens[predicate_first].form == link:
            first = predicate_first + 1
        if thing > verb and not passive:
            first = min(tree.reach(tree.below(thing))[0], first)
            stop = max(stop, tree.reach(tree.below(thing))[1])
        elif thing < 0 and not passive and tree.relations[verb] not in {"acl:relcl", "acl", "ccomp", "advcl:relcl"}:
            # Without the thing that is called so, only a clause whose object stands before it is left.
            continue
        yield Span(first, stop)
        return


def _linked(tree: Tree, verb: int, link: str, thing: int) -> int:
    """The predicate: after ``link``, or beside the object where the link is empty."""
    after = [child for child in tree.children(verb) if child > verb]
    if not link:
        found = [child for child in after if tree.relations[child] == "xcomp" and not tree.marked_by(child, "to", "as")]
        if not found and len([child for child in after if tree.relations[child] in {"obj", "iobj"}]) == 2:
            found = [child for child in after if tree.relations[child] == "obj"]
        if not found and thing < 0 and tree.relations[verb] == "acl:relcl":
            found = [child for child in after if tree.relations[child] == "obj"]
        return found[-1] if found else -1
    linked = [
        child
        for child in after
        if tree.relations[child] in {"obl", "xcomp", "advcl", "nmod", "ccomp"} and tree.marked_by(child, link)
    ]
    if not linked and thing > verb:
        # The phrase may hang on the object instead.
        linked = [child for child in tree.children(thing) if child > thing and tree.marked_by(child, link) and link in {"as", "of"}]
    return linked[0] if linked else -1


def _matter(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“warned of a war”, “spoke of 30,000 troops”, “boasted about it”."""
    for child in tree.children(verb, "obl", "advcl", "obj", "xcomp"):
        if child < verb or not tree.marked_by(child, *frames.MATTERS.get(lemma, ())):
            if not (lemma in frames.TALKING and child > verb and tree.relations[child] == "obj"):
                continue
        below = tree.below(child)
        if lemma in frames.TALKING and not _says_something(tree, below):
            continue
        first, stop = tree.reach(below)
        if tree.tokens[first].form in frames.MATTERS.get(lemma, ()):
            first += 1
        yield Span(first, stop)
        return


def _says_something(tree: Tree, places: set[int]) -> bool:
    """Whether mere talk of it says something of it: a figure, or words in quotation marks."""
    return any(
        is_number(tree.tokens[place]) and tree.tokens[place].form != "one" or tree.tokens[place].text in {"“", '"', "``", "‘"}
        for place in places
    )


def _object(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“rejects the claim”, “voiced alarm”, “expected 30,000”, “put the figure at 10,000”."""
    thing = tree.child(verb, "obj")
    if passive or thing < 0:
        return
    below, noun = tree.below(thing), tree.tokens[thing]
    if noun.form in {"itself", "himself", "herself", "themselves", "which", "what", "who", "whom"} and noun.form != "which":
        return
    if noun.lemma in frames.NOUNS and tree.children(thing, "acl", "ccomp"):
        # “repeated his warning that …” is the warning’s statement.
        return
    clauses = [child for child in tree.children(thing, "acl:relcl", "parataxis") if child > thing]
    first, stop = tree.reach(tree.below(thing, without=clauses))
    figured = any(is_number(tree.tokens[place]) and tree.tokens[place].form != "one" for place in below)
    if lemma == "put":
        rest = [child for child in tree.children(verb, "obl", "xcomp", "advmod") if child > thing]
        numbered = figured or any(is_number(tree.tokens[place]) for child in rest for place in tree.below(child))
        if rest and (numbered or noun.lemma in {"figure", "number", "toll", "total", "cost", "odds", "chance", "share"}):
            yield Span(first, max(stop, tree.reach({place for child in rest for place in tree.below(child)})[1]))
    elif lemma in frames.FIGURING and figured:
        yield Span(first, stop)
    elif lemma in frames.WITH_OBJECT:
        worded = noun.lemma in frames.NOUNS or noun.form in {"it", "this", "that", "which"} or noun.lemma in {"figure", "number", "story"}
        if (worded or lemma not in frames.OF_WORDS) and (thing > verb or noun.form == "which"):
            yield Span(first, stop)
    elif lemma in frames.WITH_BARE_OBJECT and thing > verb and not tree.children(thing, "det", "nmod:poss") and noun.tag == "NN":
        yield Span(first, stop)


def _beside(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“The war, he says, is over.” “As he says, the war is over.” “All this, we are told, is defensive.”"""
    if tree.heads[verb] < 0 or lemma not in frames.BESIDE:
        return
    as_clause = tree.relations[verb] == "advcl" and tree.marked_by(verb, "as")
    if not (tree.relations[verb] == "parataxis" or as_clause):
        return
    own = tree.below(verb)
    first, stop = tree.reach(own)
    if stop - first > LONGEST_PARENTHESIS or tree.children(verb, "ccomp"):
        return
    head = tree.heads[verb]
    # A clause that another parenthesis or conjunct carries reaches as far as the sentence lets it.
    around = tree.below(head, without=[verb])
    begin, end = tree.reach(around)
    while begin < end and (tree.tokens[begin].form in OPENERS or not tree.tokens[begin].is_word):
        begin += 1
    if end - begin >= 2:
        yield Span(begin, end)


WAYS = (_clause, _predication, _infinitive, _beside, _matter, _object)
