"""What a verb reports, in the dependency tree: clauses, infinitives, predications, and what stands for them."""

from __future__ import annotations

from collections.abc import Iterator

from stancebook.language.people import is_person
from stancebook.tokens import FINITE
from stancebook.voices import frames, noun_frames
from stancebook.voices.matters import matter, pointed_to, so, stands_for
from stancebook.voices.predications import called_on, object_, predication
from stancebook.voices.spans import OPENERS, Span, clause, is_infinitive, strayed_subject
from stancebook.voices.speakers import HEARERS_AFTER, inverted_subject, subject_of
from stancebook.voices.trees import SUBJECTS, Tree

PARENTHESES = frozenset({",", "—", "–", "-"})
ENDS = frozenset({".", ";", "!", "?", "…"})
#: What a reported sentence does not go beyond.
BOUNDS = frozenset({";", ":"})
#: Verbs that may report with “when” and “where”: “asked when the road would be built”.
ASKING = frozenset("ask enquire inquire query wonder say tell explain announce show describe know".split())
SUBORDINATORS = frozenset("because that which who if when while although though since but and or so as".split())
#: What somebody does who says a thing again and again: “as she likes to say”.
HABITS = frozenset("continue keep like love put use".split())
#: How many tokens “he says”, set into a sentence, may have.
LONGEST_PARENTHESIS = 14


def of_verb(tree: Tree, verb: int, lemma: str, *, passive: bool) -> list[Span]:
    """What the verb reports; empty where it reports nothing. The first way that finds something counts."""
    base = lemma if lemma in frames.MATTERS or lemma in frames.FURTHER else lemma.split()[0]
    ways = (predication, called_on) if base in frames.ONLY_PREDICATING else WAYS
    if base in frames.COUNTING:
        ways = (predication, called_on, object_)
    for way in ways:
        found = [span for span in way(tree, verb, base, passive) if span.stop > span.first]
        if found:
            return found
    return []


def _is_set_in(tree: Tree, cue: int) -> bool:
    """Whether the cue stands with its subject between commas or dashes."""
    first, last = parenthesis(tree, cue)
    closes = last >= len(tree.tokens) or tree.tokens[last].text in PARENTHESES | ENDS
    return 0 < first and tree.tokens[first - 1].text in PARENTHESES and closes


def parenthesis(tree: Tree, cue: int) -> tuple[int, int]:
    """“he told me”: the cue with the words before and after it up to a mark, if they are few."""
    first, last = cue, cue + 1
    while first > 0 and tree.tokens[first - 1].is_word and cue - first < 7:
        first -= 1
    while last < len(tree.tokens) and tree.tokens[last].is_word and last - cue < 7:
        last += 1
    return first, last


def set_in(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“The treaty, he argued, had been a mistake.” The content is the sentence around, on both sides."""
    if lemma in frames.ONLY_PREDICATING | frames.TALKING or not _is_set_in(tree, verb):
        return
    first, last = parenthesis(tree, verb)
    own = range(first, last)
    after = [verb + 1] if first == verb and inverted_subject(tree, verb) >= 0 else []
    at_end = last >= len(tree.tokens) or tree.tokens[last].text not in PARENTHESES
    if after and not at_end:
        # “…, suggests Ana Brodek, author of a study”: what follows is said of her.
        speaker = tree.below(inverted_subject(tree, verb))
        at_end = all(place in speaker for place in range(last, len(tree.tokens)) if tree.tokens[place].is_word)
    if at_end and (
        lemma not in frames.BESIDE
        or tree.tokens[verb].tag not in {"VBZ", "VBD", "VBP"}
        and tree.children(verb, "ccomp")
    ):
        return
    back = 2 if tree.tokens[verb - 1].form == "to" else 1
    helped = [verb - back] if first < verb and tree.tokens[verb - back].lemma in {"keep", "like", "love"} else []
    subjects = [one for head in (verb, *helped) for one in (*tree.children(head, *SUBJECTS), *after) if one in own]
    subjects = subjects or [one for one in [subject_of(tree, verb)] if one in own]
    finite = [
        one for one in own if tree.tokens[one].tag in {"VBZ", "VBD", "VBP", "MD"} and one != verb and one not in helped
    ]
    if any(one not in tree.children(verb, "aux", "aux:pass") for one in finite):
        return
    opener = tree.tokens[first]
    if not subjects or opener.form in frames.OPENING_CLAUSES or opener.tag in {"CC", "WP", "WDT", "WRB"}:
        return
    if any(tree.tokens[one].tag in {"WP", "WDT", "WRB"} for one in range(first, verb)) or tree.children(verb, "obl:agent"):
        # “…, a step with which all agree”, “…, it was announced by the winners”: a clause of its own.
        return
    if any(
        tree.relations[place] in {"ccomp", "xcomp", "obj"}
        and tree.heads[place] == verb
        and tree.tokens[place].tag != "PRP"
        and not (lemma in HEARERS_AFTER and is_person(tree.tokens[place]))
        for place in own
        if not after
    ):
        return
    begin = max((place + 1 for place in range(first) if tree.tokens[place].text in BOUNDS), default=0)
    end = min(
        (place for place in range(last, len(tree.tokens)) if tree.tokens[place].text in BOUNDS),
        default=len(tree.tokens),
    )
    if at_end:
        end = first - 1
        phrase = tree.tokens[begin].tag in {"IN", "TO"}
        if phrase and not any(token.tag in FINITE for token in tree.tokens[begin:end]):
            # “As for the embassy, it hopes for peace”: a phrase is not what it hopes.
            return
    if first > 1 and tree.tokens[first - 2].form in SUBORDINATORS:
        # “… because, she said, the ink ran out”
        begin = last + 1
        if first == 2:
            # “If, as she says, the ink ran out, the vote is void.”
            end = next((place for place in range(begin, end) if tree.tokens[place].text == ","), end)
    begin, end = tree.reach(range(begin, end))
    if begin > last:
        yield Span(begin, end)
        return
    while begin < first and tree.tokens[begin].form in OPENERS:
        begin += 1
    if begin < first - 1 and (end > last or at_end and end - begin > 1):
        yield Span(begin, end)


def _clause(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“said that …”, “asked whether …”, “… , he said”; “it is said that …”."""
    kinds = ("ccomp", "csubj:pass", "csubj") if passive else ("ccomp",)
    found = [child for child in tree.children(verb, *kinds) if not is_infinitive(tree, child)]
    if found:
        # “says he has, and that there are none”: a second clause that a tree puts beside the verb itself.
        found += [one for one in tree.children(verb, "conj") if one > found[0] and tree.marked_by(one, "that", "whether")]
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
            yield Span(
                tree.reach(tree.below(child))[0],
                tree.reach({place for one in (child, *rest) for place in tree.below(one)})[1],
            )
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
        opened = tree.marked_by(child, "that", "whether")
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


def _strayed_clause(tree: Tree, verb: int) -> int:
    """A that-clause that a tree hangs on a word between: “told anyone who cared to listen that …”; -1 for none."""
    below = tree.below(verb)
    for place in sorted(below):
        head = tree.heads[place]
        if (
            place > verb
            and tree.relations[place] in {"ccomp", "acl"}
            and tree.marked_by(place, "that")
            and head > verb
            and head != verb
        ):
            between = tree.tokens[head]
            tied = tree.relations[head] == "obl" and tree.heads[head] == verb
            if tied and between.lemma not in noun_frames.NOUNS and not tree.children(verb, "obj"):
                return place
            if between.lemma in {"listen", "care", "ask", "want", "wish", "dare"} and not tree.children(verb, "obj"):
                return place
    return -1


def _infinitive(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“threatened to leave”, “urged Russia to pull back”, “is said to be rich”, “expects the talks to fail”."""
    for child in tree.children(verb, "xcomp"):
        if child > verb and lemma in frames.WITH_GERUND and tree.tokens[child].tag == "VBG" and not passive:
            yield clause(tree, child, verb)
            return
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
    clause_of_thing = (
        next((child for child in tree.children(thing, "acl") if tree.marked_by(child, "to")), -1)
        if thing > verb
        else -1
    )
    if lemma in {"expect", "believe"} and clause_of_thing > thing and not passive:
        yield Span(*tree.reach(tree.below(thing)))


def _beside(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“The war, he says, is over.” “As he says, the war is over.” “All this, we are told, is defensive.”"""
    if tree.heads[verb] < 0 or lemma not in frames.BESIDE:
        return
    habit = tree.heads[verb]
    if tree.relations[verb] == "xcomp" and tree.tokens[habit].lemma in HABITS and tree.heads[habit] >= 0:
        # “As she likes to say, …”
        verb = habit
    as_clause = tree.relations[verb] == "advcl" and tree.marked_by(verb, "as")
    if not (tree.relations[verb] == "parataxis" or as_clause):
        return
    bidden = any(tree.tokens[one].form in {"should", "must", "ought"} for one in tree.children(verb, "aux"))
    things = [one for one in tree.children(verb, "obj") if tree.tokens[one].form not in {"it", "so", "that", "what"}]
    if not as_clause and (bidden or things and lemma not in HEARERS_AFTER):
        # “…, the company should put its rosters on the table”: a clause of its own, which says nothing of the others.
        return
    own = tree.below(verb)
    first, stop = tree.reach(own)
    head = tree.heads[verb]
    if any(tree.tokens[place].text == ";" for place in range(min(head, verb), max(head, verb))):
        return
    if stop - first > LONGEST_PARENTHESIS or tree.children(verb, "ccomp"):
        return
    # A clause that another parenthesis or conjunct carries reaches as far as the sentence lets it.
    around = tree.below(head, without=[verb])
    begin, end = tree.reach(around)
    while begin < end and (tree.tokens[begin].form in OPENERS or not tree.tokens[begin].is_word):
        begin += 1
    if end - begin >= 2:
        yield Span(begin, end)


def _after_that(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“contends that …”, where a tree has lost the clause: what follows a “that” right behind the verb."""
    if lemma not in frames.BESIDE or tree.tokens[verb].tag == "VBG" and not tree.has_subject(verb):
        return
    openers = {"that", "whether"} if lemma in ASKING else {"that"}
    that = next((place for place in range(verb + 1, len(tree.tokens)) if tree.tokens[place].form in openers), -1)
    between = tree.tokens[verb + 1 : that]
    set_apart = bool(between) and between[0].text == between[-1].text == "," and len(between) < LONGEST_PARENTHESIS
    if that < 0 or not set_apart and any(not one.tag.startswith("RB") for one in between):
        return
    after = range(that, len(tree.tokens))
    stop = next((place for place in after if tree.tokens[place].text in BOUNDS), len(tree.tokens))
    content = tree.tokens[that + 1 : stop]
    # “insists that law”: a pronoun has no clause behind it.
    if len(content) > 2 and content[0].is_word and any(one.tag in FINITE for one in content[1:]):
        yield Span(*tree.reach(range(that + 1, stop)))


def _put_thus(tree: Tree, verb: int, lemma: str, passive: bool) -> Iterator[Span]:
    """“The widow puts it more sharply: a museum with no doors.”"""
    thing = tree.child(verb, "obj")
    put = lemma in {"put", "sum up"} and not passive and thing == verb + 1 + (lemma == "sum up")
    colon = next((one for one in range(verb, len(tree.tokens)) if tree.tokens[one].text == ":"), -1)
    between = tree.tokens[thing + 1 : colon]
    how = thing < colon and all(token.tag.startswith(("RB", "IN", "DT")) and token.form != "on" for token in between)
    if put and how and tree.tokens[thing].form in {"it", "this", "things"} and colon <= thing + 5:
        span = tree.reach(range(colon + 1, len(tree.tokens)))
        if span[1] - span[0] > 1:
            yield Span(*span)


WAYS = (
    set_in, _clause, predication, _infinitive, _beside, matter, object_, pointed_to, _after_that, _put_thus, so, stands_for
)  # fmt: skip
