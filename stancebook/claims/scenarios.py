"""Scenarios: what is said to follow from a condition, the alternatives set side by side, and plain predictions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from stancebook.claims import conditions
from stancebook.claims.conditions import FUTURE, REMOTE, Span, Tokens
from stancebook.claims.lines import FINITE, NOMINAL, Line, has_finite, is_finite, segment_of, segments, trim
from stancebook.claims.predicates import predicate_of
from stancebook.claims.prospects import embedded, looks_ahead, said_of
from stancebook.lexicons.modals import announced, obligation
from stancebook.lexicons.persons import orders
from stancebook.tokens import at
from stancebook.trees import dependents
from stancebook.voices import innermost

#: The stretch of text that the voice at an offset has: a statement’s content, or the whole article.
Bounds = Callable[[int], Span]
EVERYWHERE: Span = (0, 2**62)
#: Verbs that bind their subject to something to come: “promised to leave if …”.
COMMISSIVE = frozenset("promise vow pledge threaten plan offer agree warn swear".split())
SUBORDINATING = frozenset("as when since because while although though after before once until whatever".split())
SUPPOSITIONS = frozenset({"suppose", "supposing", "imagine", "assume"})


@dataclass(frozen=True)
class Scenario:
    """A consequence, its condition where it has one, and the offset of the verb that carries it.

    Spans are offsets into the article; ``condition`` is None for a prediction, ``consequence`` for a supposition that
    nothing is said to follow from. ``alternative`` marks one side of “either … or”; ``consequence_line`` is the
    sentence of the consequence where it is not that of the condition.
    """

    line: Line
    condition: Span | None
    consequence: Span | None
    anchor: int
    alternative: bool = False
    consequence_line: Line | None = None

    @property
    def span(self) -> Span:
        present = [span for span in (self.condition, self.consequence) if span]
        return min(start for start, _ in present), max(end for _, end in present)


def scenarios(text_lines: Iterable[Line], bounds: Bounds = lambda offset: EVERYWHERE) -> list[Scenario]:
    """The scenarios of an article’s lines, sorted by start.

    Conditions are clauses (“if”, “unless”, “provided that”, “should war come”, “suppose that …”), phrases (“in the
    event of”, “without a deal”, “barring a miracle”), orders with what follows (“close it and they will leave”), and
    the acts and indefinite subjects of “would” (“a reconciliation would make …”, “it would be absurd to …”).
    Predictions have none: they have a modal verb, another word of what is to come (“is set to”, “stands to”), or call an
    event likely or not. What bids or obliges (“do not write”, “should not send”) is no consequence. A past “if” with nothing hypothetical about it (“if he was tired, he hid it”) is left out.
    ``bounds`` gives the limits of the voice at an offset, which no span crosses.
    """
    text_lines = list(text_lines)
    result: list[Scenario] = []
    supposed: Line | None = None
    for line, following in zip(text_lines, [*text_lines[1:], None]):
        taken: set[int] = set(range(len(line.tokens))) if line is supposed else set()
        result += _conditionals(line, bounds, taken)
        result += _bidden(line, bounds, taken)
        suppositions = list(_suppositions(line, following, taken))
        result += suppositions
        supposed = suppositions[0].consequence_line if suppositions else None
        result += _alternatives(line, bounds, taken)
        result += _predictions(line, bounds, taken)
    unique = {(scenario.span, scenario.condition): scenario for scenario in result}
    return sorted(unique.values(), key=lambda scenario: scenario.span)


def bounds_of(statements: pd.DataFrame | None) -> Bounds:
    """From an offset to the limits of the innermost statement around it."""
    if statements is None or statements.empty:
        return lambda offset: EVERYWHERE
    contents = list(zip(statements["content_start"], statements["content_end"]))

    def limits(offset: int) -> tuple[int, int]:
        number = innermost(np.array([offset]), statements)[0]
        return contents[number] if number >= 0 else EVERYWHERE

    return limits


def _conditionals(line: Line, bounds: Bounds, taken: set[int]) -> Iterator[Scenario]:
    tokens = line.tokens
    opened = [(*span, conditions.clause_end, "clause") for span in conditions.openers(line)]
    opened += [(first, first, conditions.clause_end, "inverted") for first, _ in conditions.inverted(line)]
    opened += [(*span, conditions.case_end, "case") for span in conditions.cases(line)]
    for first, inside, end_of, kind in sorted(opened, key=lambda item: item[0]):
        if first in taken:
            continue
        limit = _limit(tokens, bounds(tokens[first].start)[1])
        stop = max(end_of(line, first, inside, limit), min(inside, limit))
        condition = trim(tokens, first, stop)
        if condition is None or (kind == "clause" and not _has_verb(tokens, inside, stop)):
            continue
        consequence = _consequence(line, first, stop, taken, bounds)
        if consequence is None:
            continue
        told = _foretells(tokens, consequence)
        if kind == "case" and tokens[first].form not in {"in", "under"} and not told:
            continue
        if not told and _bids(tokens, consequence):
            taken.update(range(first, stop))
            continue
        if kind == "clause" and not _hypothetical(tokens, inside, stop, consequence):
            taken.update(range(first, stop))  # what is told of a past condition is no prediction either
            continue
        taken.update(range(first, stop))
        taken.update(range(*consequence))
        yield _made(line, condition, consequence)
        while (consequence := _further(line, consequence[1], _limit(tokens, bounds(tokens[first].start)[1]), taken)) is not None:
            taken.update(range(*consequence))
            yield _made(line, condition, consequence)


def _further(line: Line, stop: int, limit: int, taken: set[int]) -> Span | None:
    """“…, and the price would fall”: another consequence of the same condition, with a subject of its own."""
    tokens = line.tokens
    link = stop + (at(tokens, stop).text == ",")
    if at(tokens, link).form not in {"and", "or"} or link + 1 >= limit or link + 1 in taken:
        return None
    run = trim(tokens, link + 1, min(segment_of(line, link + 1)[1], limit))
    if run is None or tokens[run[0]].tag not in NOMINAL | {"JJ"}:
        return None
    verb = next((place for place in range(*run) if is_finite(tokens, place)), -1)
    return run if at(tokens, verb).form in REMOTE | {"will"} and taken.isdisjoint(range(*run)) else None


def _foretells(tokens: Tokens, run: Span) -> bool:
    """Whether the words of ``run`` say that something would be so, will come or cannot be."""
    modals = FUTURE - {"can", "should", "must"}
    return any(tokens[place].form in {*modals, "cannot", "ca"} or looks_ahead(tokens, place) for place in range(*run)) or any(
        tokens[place].form == "can" and at(tokens, place + 1).form in {"not", "n't"} for place in range(*run)
    )


def _bids(tokens: Tokens, run: Span) -> bool:
    """Whether the words of ``run`` order or oblige: “do not write”, “Washington should not send any”."""
    sentence = list(tokens)
    verb = next((place for place in range(*run) if is_finite(tokens, place) or orders(sentence, place)), -1)
    obliges = at(tokens, verb).form in {"should", "must", "ought"} and obligation(sentence, verb, verb + 1) in {"", "laid on the reader"}
    return verb >= 0 and (obliges or orders(sentence, verb) or any(orders(sentence, place) for place in range(verb, min(verb + 3, run[1]))))


def _limit(tokens: Tokens, end: int) -> int:
    """The first token that starts at or after the offset ``end``."""
    return next((number for number, token in enumerate(tokens) if token.start >= end), len(tokens))


def _has_verb(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the words after “if” make a clause: “if attacked”, “if so”, but not “if any” or “if possible”."""
    nouns = sum(tokens[place].tag.startswith(("NN", "PRP")) for place in range(first, stop))
    if nouns >= 2:
        return True
    return (
        has_finite(tokens, first, stop)
        or at(tokens, first).tag in {"VBN", "VBD"}
        or at(tokens, first).form in {"so", "not"}
        or nouns == 1 and any(tokens[place].tag == "VB" for place in range(first, stop))
    )


def _hypothetical(tokens: Tokens, first: int, stop: int, consequence: Span) -> bool:
    verb = next((tokens[place] for place in range(first, stop) if is_finite(tokens, place)), None)
    modal = any(token.form in FUTURE or token.lemma in COMMISSIVE for token in tokens[consequence[0] : consequence[1]])
    if verb is None:
        return modal
    return verb.tag != "VBD" or modal or verb.form == "were"


def _consequence(line: Line, first: int, stop: int, taken: set[int], bounds: Bounds) -> Span | None:
    """The main clause of a condition: what follows it in its segment if it opens one, else what stands before it."""
    tokens = line.tokens
    low, high = bounds(tokens[first].start)
    before = [place for place in range(first) if tokens[place].start >= low and place not in taken]
    start = _segment_start(line, first)
    earlier = [place for place in before if place >= start]
    after = stop
    while after < len(tokens) and (not tokens[after].is_word or tokens[after].form == "then"):
        after += 1
    later = segment_of(line, after) if after < len(tokens) and tokens[after].start < high else None
    follows = later and trim(tokens, after, min(later[1], _limit(tokens, high)))
    opens = not conditions.main_clause_before(tokens, first)
    if not (opens and follows and has_finite(tokens, *follows)) and earlier and has_finite(tokens, earlier[0], first):
        return _main_part(tokens, trim(tokens, earlier[0], first))
    if follows and has_finite(tokens, *follows):
        lead = trim(tokens, earlier[0], first) if earlier and not has_finite(tokens, earlier[0], first) else None
        # “Belarus, if attacked, would fight”: the subject stands before the condition.
        split = lead and at(tokens, first - 1).text == "," and tokens[follows[0]].tag in {"MD", "VBZ", "VBD", "VBP"}
        return (lead[0], follows[1]) if split and not line.asks else follows
    return None


def _main_part(tokens: Tokens, run: Span | None) -> Span | None:
    """The run without a subordinate clause that opens it: “as they always do, would it be strange”."""
    if run is None or tokens[run[0]].form not in SUBORDINATING:
        return run
    commas = [place for place in range(*run) if tokens[place].text == ","]
    cut = next(
        (place for place in commas if has_finite(tokens, run[0], place) and has_finite(tokens, place, run[1])), None
    )
    return run if cut is None else trim(tokens, cut + 1, run[1])


def _segment_start(line: Line, position: int) -> int:
    return max((first for first, _ in segments(line) if first <= position), default=0)


def _made(line: Line, condition: Span | None, consequence: Span, *, alternative: bool = False) -> Scenario:
    tokens = line.tokens
    verb = next((place for place in range(*consequence) if tokens[place].form in FUTURE), None)
    if verb is None:
        verb = next((place for place in range(*consequence) if is_finite(tokens, place)), consequence[0])
    condition_span = line.span(*condition) if condition else None
    return Scenario(line, condition_span, line.span(*consequence), tokens[verb].start, alternative)


def _bidden(line: Line, bounds: Bounds, taken: set[int]) -> Iterator[Scenario]:
    """“Close the school and the village will die”: an order that stands for a condition (Quirk et al. 1985: 13.25)."""
    tokens, sentence = line.tokens, list(line.tokens)
    first = next((place for place, token in enumerate(tokens) if token.is_word), 0)
    if first in taken or not orders(sentence, first):
        return
    for link in range(first + 1, len(tokens)):
        joined = at(tokens, tokens[link].head)
        if tokens[link].form not in {"and", "or"} or tokens[link].relation != "cc" or joined.head != first:
            continue
        modal = next((place for place in dependents(tokens, tokens[link].head, "aux") if tokens[place].form in FUTURE), -1)
        limit = _limit(tokens, bounds(tokens[first].start)[1])
        condition, consequence = trim(tokens, first, link), trim(tokens, link + 1, min(segment_of(line, modal)[1], limit)) if modal > link else None
        if condition and consequence and dependents(tokens, tokens[link].head, "nsubj", "expl"):
            taken.update(range(condition[0], consequence[1]))
            yield _made(line, condition, consequence)
            return


def _suppositions(line: Line, following: Line | None, taken: set[int]) -> Iterator[Scenario]:
    """“Suppose that Minsk stepped away. Who would see it?”: the next sentence is the consequence if it has a modal."""
    tokens = line.tokens
    first = next((place for place, token in enumerate(tokens) if token.is_word and token.tag != "CC"), None)
    if (
        first is None
        or tokens[first].form not in SUPPOSITIONS
        or first in taken
        or not has_finite(tokens, first + 1, len(tokens))
    ):
        return
    if tokens[first].form == "let":
        return
    condition = trim(tokens, first, len(tokens))
    taken.update(range(*condition))
    follows = None
    if following is not None and following.paragraph == line.paragraph:
        modal = next((token for token in following.tokens if token.form in REMOTE | {"will", "should"}), None)
        words = trim(following.tokens, 0, len(following.tokens))
        opens = following.tokens[words[0]].form if words else ""
        if modal and words and opens not in {"if", "unless", "should", "suppose"}:
            follows = following.span(*words), modal.start
    span, anchor = follows or (None, tokens[first].start)
    yield Scenario(line, line.span(*condition), span, anchor, consequence_line=following if follows else None)


def _alternatives(line: Line, bounds: Bounds, taken: set[int]) -> Iterator[Scenario]:
    """“Either this is a bluff or it is not”: each side is a scenario without condition."""
    tokens = line.tokens
    for position, token in enumerate(tokens):
        if token.form != "either" or position in taken or not has_finite(tokens, position + 1, len(tokens)):
            continue
        limit = _limit(tokens, bounds(token.start)[1])
        link = next(
            (
                place
                for place in range(position + 1, limit)
                if tokens[place].form == "or"
                and has_finite(tokens, position + 1, place)
                and has_finite(tokens, place + 1, limit)
            ),
            None,
        )
        if link is None or not at(tokens, position + 1).tag.startswith(("DT", "PRP", "NN", "EX", "JJ")):
            continue
        sides = (trim(tokens, position + 1, link), trim(tokens, link + 1, min(limit, segment_of(line, link + 1)[1])))
        for side in filter(None, sides):
            taken.update(range(*side))
            yield _made(line, None, side, alternative=True)


def _predictions(line: Line, bounds: Bounds, taken: set[int]) -> Iterator[Scenario]:
    """What is said of the future without a condition, one for each clause; with “would” its subject may be one."""
    tokens = line.tokens
    for position in range(len(tokens)):
        if position in taken or not looks_ahead(tokens, position) or embedded(tokens, position):
            continue
        first, stop = segment_of(line, position)
        first, stop = _own_clause(tokens, position, first, stop)
        if at(tokens, position - 1).text == ",":
            # “…, due to end on 20 February, …”: what is to come stands in a parenthesis.
            ends = (place for place in range(position, stop) if tokens[place].text == ",")
            first, stop = (position, next(ends, stop)) if tokens[position].tag not in FINITE else (first, stop)
        low, high = bounds(tokens[position].start)
        first = max(first, _limit(tokens, low))
        stop = min(stop, _limit(tokens, high))
        first = max([first, *(place + 1 for place in taken if first <= place < position)])
        run = trim(tokens, min(first, position), max(stop, position + 1))
        run = _main_part(tokens, run) if run else None
        if run is None or not run[0] <= position < run[1]:
            continue
        start, stop = run
        taken.update(range(start, stop))
        condition = None
        if tokens[position].form in {"would", "'d"} and not line.asks:
            condition = None if announced(list(tokens), position) else conditions.implied(line, start, position)
        put_off = _extraposed(tokens, position, stop)
        if condition:
            yield _made(line, condition, trim(tokens, condition[1], stop) or (position, stop))
        elif put_off:
            yield _made(line, trim(tokens, put_off, stop), trim(tokens, start, put_off) or run)
        else:
            scenario = _made(line, None, run)
            yield Scenario(line, None, scenario.consequence, tokens[position].start)


def _extraposed(tokens: Tokens, position: int, stop: int) -> int:
    """Where the act begins that “it would be absurd to …” judges, as if it were the subject; 0 where there is none."""
    head = predicate_of(tokens, position)
    if tokens[position].form not in {"would", "'d"} or not dependents(tokens, head, "cop"):
        return 0
    it = [place for place in dependents(tokens, head, "expl", "nsubj") if tokens[place].form == "it"]
    acts = [place for place in range(head + 1, stop - 1) if tokens[place].form == "to" and tokens[place + 1].tag == "VB"]
    mine = [place for place in acts if at(tokens, at(tokens, place).head).head in {head, -1} or at(tokens, place).head < 0]
    return mine[0] if it and mine else 0


def _that(tokens: Tokens, place: int) -> bool:
    """Whether the clause is one of those in a row that “that” opens."""
    return any(tokens[mark].form == "that" for mark in dependents(tokens, place, "mark"))


def _own_clause(tokens: Tokens, position: int, first: int, stop: int) -> Span:
    """The part of ``first`` to ``stop`` that is the clause of the verb at ``position``, by the tree where there is one.

    What is joined to it with a subject of its own, and what is set beside it, are other clauses.
    """
    head = said_of(tokens, predicate_of(tokens, position))
    inside, more = {head}, [head]
    while more:
        place = more.pop()
        for child in dependents(tokens, place):
            relation = tokens[child].relation.split(":")[0]
            apart = relation == "parataxis" or (relation == "conj" and place == head and dependents(tokens, child, "nsubj"))
            apart = apart or place == head and child > head and _that(tokens, child) and _that(tokens, head)
            if child not in inside and not apart:
                inside.add(child)
                more.append(child)
    # “Malawi, which buys from us, stands to suffer”: the subject is cut off by what is put in.
    first = min([first, *(place for place in dependents(tokens, head, "nsubj") if at(tokens, first - 1).text == ",")])
    words = [place for place in inside if tokens[place].is_word and first <= place < stop]
    if not tokens[head].relation or position not in inside or not words:
        return first, stop
    start = min(words)
    return start + (tokens[start].form in {"that", "whether", "if"} and tokens[start].relation == "mark"), max(words) + 1
