"""What a verb reports, in the dependency tree: clauses, infinitives, predications, and what stands for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stancebook.tokens import is_number
from stancebook.voices import frames
from stancebook.voices.trees import SUBJECTS, Tree

#: What opens a clause and is not part of what is said.
OPENERS = frozenset({"that", "whether", "if", ",", ":", "and", "but", "–", "—", "``", "''", "“", "”", '"', "‘", "’"})
PARENTHESES = frozenset({",", "—", "–", "-"})
#: What a reported sentence does not go beyond.
BOUNDS = frozenset({";", ":"})
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
    ways = (_predication, _called_on) if base in frames.ONLY_PREDICATING else WAYS
    for way in ways:
        found = [span for span in way(tree, verb, base, passive) if span.stop > span.first]
        if found:
            return found
    return []


def clause(tree: Tree, head: int, cue: int) -> Span:
    """The clause at ``head`` without what opens it and without the cue’s own words."""
    below = tree.below(head, without=[cue] if cue in tree.below(head) else [])
    below -= breakaways(tree, head, cue)
    if head > cue:
        # A semicolon ends what a verb of the author’s reports; “said on Monday that …” reports what follows “that”.
        end = next((place for place in range(cue, len(tree.tokens)) if tree.tokens[place].text == ";"), len(tree.tokens))
        opener = max((place for place in tree.children(head, "mark") if tree.tokens[place].form in {"that", "whether"}), default=cue)
        below = {place for place in below if max(cue, opener) < place < end}
    below |= {child for child in tree.children(cue, "expl") if cue < child < head}
    first, stop = tree.reach(below - comments(tree, below))
    while first < stop and (tree.tokens[first].form in OPENERS or not tree.tokens[first].is_word):
        first += 1
    if cue < first - 1 and tree.tokens[first - 1].form in {"not", "never"} and head > cue:
        first -= 1
    return Span(first, stop, _is_infinitive(tree, head))


def comments(tree: Tree, below: set[int]) -> set[int]:
    """What is said of a content after a comma, no part of it: “…, a charge that Kyiv denies”, “…, which it denied”."""
    away: set[int] = set()
    for place in below:
        if tree.relations[place] not in {"appos", "acl:relcl", "parataxis"} or tree.heads[place] not in below:
            continue
        own = tree.below(place)
        first = tree.reach(own)[0]
        of_words = tree.tokens[place].lemma in frames.NOUNS and tree.relations[place] == "appos"
        denied = tree.relations[place] == "acl:relcl" and tree.tokens[place].lemma in frames.OF_WORDS | {"deny", "call", "dismiss"}
        if first > 0 and tree.tokens[first - 1].text in {",", "—", "–"} and (of_words or denied):
            away |= own
    return away


def _is_set_in(tree: Tree, cue: int) -> bool:
    """Whether the cue stands with its subject between commas or dashes."""
    first, last = parenthesis(tree, cue)
    return 0 < first and last < len(tree.tokens) and {tree.tokens[first - 1].text, tree.tokens[last].text} <= PARENTHESES


def parenthesis(tree: Tree, cue: int) -> tuple[int, int]:
    """“he told me”: the cue with the words before and after it up to a mark, if they are few."""
    first, last = cue, cue + 1
    while first > 0 and tree.tokens[first - 1].is_word and cue - first < 7:
        first -= 1
    while last < len(tree.tokens) and tree.tokens[last].is_word and last - cue < 7:
        last += 1
    return first, last


def _set_in(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“The treaty, he argued, had been a mistake.” The content is the sentence around, on both sides."""
    if lemma in frames.ONLY_PREDICATING | frames.TALKING or not _is_set_in(tree, verb):
        return
    first, last = parenthesis(tree, verb)
    own = range(first, last)
    subjects = [one for one in tree.children(verb, *SUBJECTS) if one in own]
    opener = tree.tokens[first]
    if not subjects or opener.form in frames.OPENING_CLAUSES or opener.tag in {"CC", "WP", "WDT", "WRB"}:
        return
    if any(tree.relations[place] in {"ccomp", "xcomp", "obj"} and tree.heads[place] == verb and tree.tokens[place].tag != "PRP" for place in own):
        return
    begin = max((place + 1 for place in range(first) if tree.tokens[place].text in BOUNDS), default=0)
    end = min((place for place in range(last, len(tree.tokens)) if tree.tokens[place].text in BOUNDS), default=len(tree.tokens))
    begin, end = tree.reach(range(begin, end))
    while begin < first and tree.tokens[begin].form in OPENERS:
        begin += 1
    if begin < first - 1 and end > last:
        yield Span(begin, end)


def _is_infinitive(tree: Tree, head: int) -> bool:
    return tree.marked_by(head, "to") and not tree.has_subject(head)


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
    found = [child for child in tree.children(verb, *kinds) if not _is_infinitive(tree, child)]
    if found:
        yield _several(tree, verb, found)
        return
    strayed = _strayed_clause(tree, verb)
    if strayed >= 0:
        yield clause(tree, strayed, verb)
        return
    for child in tree.children(verb, "obj", "advmod", "obl"):
        free = tree.children(child, "advcl:relcl", "acl:relcl") and tree.tokens[child].tag in {"WRB", "WP"}
        if free and child > verb and (tree.tokens[child].tag == "WRB" or lemma in ASKING):
            # “explained why he came: the road was open”
            rest = [one for one in tree.children(verb, "parataxis") if one > child]
            yield Span(tree.reach(tree.below(child))[0], tree.reach({place for one in (child, *rest) for place in tree.below(one)})[1])
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


def _several(tree: Tree, verb: int, found: list[int]) -> Span:
    """The clauses that one verb reports, from the first to the last; what a colon announces is the rest of it."""
    after = [child for child in found if child > verb]
    spans = [clause(tree, child, verb) for child in after or found]
    spans = [span for span in spans if span.stop > span.first]
    if not spans:
        return Span(0, 0)
    first, stop = min(span.first for span in spans), max(span.stop for span in spans)
    colon = next((place for place in range(first, stop) if tree.tokens[place].text == ":"), -1)
    announced = after and tree.tokens[verb + 1 if verb + 1 < stop else verb].form == "what"
    if announced and colon > 0:
        # “said what all had waited for: the war was over”
        first = colon + 1
    strayed = strayed_subject(tree, verb)
    return Span(min(first, strayed) if strayed >= 0 else first, stop)


def strayed_subject(tree: Tree, verb: int) -> int:
    """A pronoun right after the verb that is the subject of what it reports: “says it wants”; -1 where there is none."""
    after = verb + 1
    clause_head = tree.child(verb, "ccomp")
    if after >= len(tree.tokens) or clause_head <= after or tree.has_subject(clause_head):
        return -1
    return after if tree.relations[after] == "nsubj" and tree.heads[after] == verb and tree.tokens[verb - 1].text not in {",", "”", '"'} else -1


def _strayed_clause(tree: Tree, verb: int) -> int:
    """A that-clause that a tree hangs on a word between: “told anyone who cared to listen that …”; -1 for none."""
    below = tree.below(verb)
    for place in sorted(below):
        head = tree.heads[place]
        if place > verb and tree.relations[place] == "ccomp" and tree.marked_by(place, "that") and head > verb and head != verb:
            between = tree.tokens[head]
            if between.lemma in {"listen", "care", "ask", "want", "wish", "dare"} and not tree.children(verb, "obj"):
                return place
    return -1


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
            own = tree.reach(tree.below(thing))
            yield Span(own[0], max(whole.stop, own[1]))
        else:
            continue
        return
    thing = tree.child(verb, "obj")
    clause_of_thing = next((child for child in tree.children(thing, "acl") if tree.marked_by(child, "to")), -1) if thing > verb else -1
    if lemma in {"expect", "believe"} and clause_of_thing > thing and not passive:
        yield Span(*tree.reach(tree.below(thing)))


def _called_on(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“called on both sides to stop”"""
    if any(tree.marked_by(child, "on", "upon") for child in tree.children(verb, "obl") if child > verb):
        for child in tree.children(verb, "xcomp", "advcl", "ccomp"):
            if child > verb and tree.marked_by(child, "to"):
                yield clause(tree, child, verb)
                return


def _predication(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“called the drills a dare”, “described it as hopeless”, “accused Minsk of it”; of a passive the predicate alone."""
    links = frames.CHARACTERIZING.get(lemma, ())
    thing = tree.child(verb, "obj", "nsubj:pass" if passive else "obj")
    for link in links:
        predicate = _linked(tree, verb, link, thing)
        if predicate < 0:
            continue
        below = tree.below(predicate)
        _, stop = tree.reach({place for place in below - comments(tree, below) if place > verb})
        first = predicate_first = tree.reach({place for place in tree.below(predicate) if place > verb})[0]
        if link and tree.tokens[predicate_first].form == link:
            first = predicate_first + 1
        if thing > verb and not passive:
            first = min(tree.reach(tree.below(thing))[0], first)
            below = tree.below(thing)
            stop = max(stop, tree.reach(below - comments(tree, below))[1])
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
        below -= comments(tree, below)
        if lemma in frames.TALKING and not _says_something(tree, below):
            continue
        first, stop = tree.reach(below)
        if tree.tokens[first].form in frames.MATTERS.get(lemma, ()):
            first += 1
        yield Span(first, stop)
        return


def _so(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“Some say so.”"""
    after = verb + 1
    if lemma in frames.SO and after < len(tree.tokens) and tree.tokens[after].form == "so" and tree.heads[after] == verb:
        yield Span(after, after + 1)


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
    if noun.form in {"itself", "himself", "herself", "themselves", "what", "who", "whom"}:
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
        if lemma == "deny" and (tree.children(verb, "iobj") or any(tree.marked_by(child, "to") for child in tree.children(verb, "obl"))):
            # “denied the town its water”
            return
        worded = noun.lemma in frames.NOUNS or noun.form in {"it", "this", "that", "which"} or noun.lemma in {"figure", "number", "story"}
        if (worded or lemma not in frames.OF_WORDS) and (thing > verb or noun.form in {"which", "that"}):
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


WAYS = (_set_in, _clause, _predication, _infinitive, _beside, _matter, _object, _so)
