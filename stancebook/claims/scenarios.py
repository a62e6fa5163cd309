"""Scenarios: what is said to follow from a condition, the alternatives set side by side, and plain predictions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from stancebook.claims import conditions, embedding
from stancebook.claims.conditions import FUTURE, REMOTE, Span, Tokens
from stancebook.claims.lines import Line, has_finite, is_finite, segment_of, segments, trim
from stancebook.claims.predicates import predicate_of
from stancebook.lexicons.modals import ability, modal
from stancebook.tokens import FINITE, at, past_adverbs
from stancebook.trees import dependents, subject_of
from stancebook.voices import innermost

#: The stretch of text that the voice at an offset has: a statement’s content, or the whole article.
Bounds = Callable[[int], Span]
EVERYWHERE: Span = (0, 2**62)
#: “Could see” and “could hear” are of ability.
PERCEPTION = frozenset("see hear feel smell taste remember understand afford".split())
#: “Than you would think”, “I would say”: an opinion, not a prediction.
OPINING = frozenset("think expect imagine suppose say argue suggest add hope prefer guess".split())
#: What “may” be so is so already or not: “may know”, “may have come” look at no time to come.
STATIVE = frozenset("be have know think believe want like need own seem feel mean mind owe lack contain belong explain".split())
#: “The aim is to win” says what the aim is.
AIMS = frozenset(
    "aim goal purpose plan idea point task job way step thing mission intention trick answer solution alternative "
    "ambition duty role hope challenge problem temptation".split()
)
#: “Set to”, “due to”, “about to” and a verb: what is to come.
IMMINENT = frozenset(
    "set due expected likely unlikely bound poised scheduled certain sure destined doomed about going".split()
)
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
    event of”, “in a situation of”), and the indefinite subjects of “would” (“a reconciliation would make …”).
    Predictions have none. A past “if” with nothing hypothetical about it (“if he was tired, he hid it”) is left out.
    ``bounds`` gives the limits of the voice at an offset, which no span crosses.
    """
    text_lines = list(text_lines)
    result: list[Scenario] = []
    supposed: Line | None = None
    for line, following in zip(text_lines, [*text_lines[1:], None]):
        taken: set[int] = set(range(len(line.tokens))) if line is supposed else set()
        result += _conditionals(line, bounds, taken)
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
        bare = kind == "case" and tokens[first].form in {"without", "but", "otherwise"}
        if bare and not any(tokens[place].form in FUTURE - {"can"} for place in range(*consequence)):
            continue
        if kind == "clause" and not _hypothetical(tokens, inside, stop, consequence):
            taken.update(range(first, stop))  # what is told of a past condition is no prediction either
            continue
        taken.update(range(first, stop))
        taken.update(range(*consequence))
        yield _made(line, condition, consequence)


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
        if position in taken or not _looks_ahead(tokens, position) or _embedded(tokens, position):
            continue
        first, stop = segment_of(line, position)
        first, stop = _own_clause(tokens, position, first, stop)
        if at(tokens, position - 1).text == ",":
            # “…, due to end on 20 February, …”: what is to come stands in a parenthesis.
            ends = (place for place in range(position, stop) if tokens[place].text == ",")
            first, stop = (position, next(ends, stop)) if tokens[position].tag != "MD" else (first, stop)
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
            condition = conditions.implied(line, start, position)
        if condition:
            yield _made(line, condition, trim(tokens, condition[1], stop) or (position, stop))
        else:
            scenario = _made(line, None, run)
            yield Scenario(line, None, scenario.consequence, tokens[position].start)


def _own_clause(tokens: Tokens, position: int, first: int, stop: int) -> Span:
    """The part of ``first`` to ``stop`` that is the clause of the verb at ``position``, by the tree where there is one.

    What is joined to it with a subject of its own, and what is set beside it, are other clauses.
    """
    head = _said_of(tokens, predicate_of(tokens, position))
    inside, more = {head}, [head]
    while more:
        place = more.pop()
        for child in dependents(tokens, place):
            relation = tokens[child].relation.split(":")[0]
            apart = relation == "parataxis" or (relation == "conj" and place == head and dependents(tokens, child, "nsubj"))
            if child not in inside and not apart:
                inside.add(child)
                more.append(child)
    words = [place for place in inside if tokens[place].is_word and first <= place < stop]
    if not tokens[head].relation or position not in inside or not words:
        return first, stop
    start = min(words)
    return start + (tokens[start].form in {"that", "whether", "if"} and tokens[start].relation == "mark"), max(words) + 1


def _said_of(tokens: Tokens, head: int) -> int:
    """“It is unlikely that he will come”, “there is no way he would”: what is said of the clause belongs to it."""
    above = at(tokens, head).head
    relation = tokens[head].relation.split(":")[0]
    if above < 0 or relation not in {"ccomp", "csubj", "acl"}:
        return head
    if relation == "acl" and embedding.load().of(tokens[above].lemma, tokens[above].form, "NOUN", "clause") is None:
        return head
    matrix = predicate_of(tokens, above)
    return matrix if dependents(tokens, matrix, "expl") else head


def _embedded(tokens: Tokens, position: int) -> bool:
    """Whether the verb belongs to an indirect question (“which way it would lean”) or says who or what is meant by it."""
    for place in range(position - 1, 0, -1):
        token = tokens[place]
        if is_finite(tokens, place) or token.text in {";", ":"}:
            return False
        if token.tag in {"WDT", "WP", "WRB", "WP$"} and any(earlier.is_word for earlier in tokens[:place]):
            relative = at(tokens, predicate_of(tokens, position)).relation == "acl:relcl"
            return not relative and token.form not in {"that", "when"}
    return False


def _looks_ahead(tokens: Tokens, position: int) -> bool:
    token, before = tokens[position], at(tokens, position - 1)
    if token.tag == "MD" and modal(list(tokens), position, position + 1):
        return False
    place = past_adverbs(tokens, position + 1)
    following = at(tokens, place)
    if token.tag == "MD" and token.form in {"will", "shall", "wo", "'ll", "would", "'d", "could"}:
        perfect = following.form == "have" and at(tokens, past_adverbs(tokens, place + 1)).tag in {"VBN", "VBD"}
        if token.form in {"would", "'d", "could"} and (perfect or following.form in {"like", "rather", "better"}):
            return False
        if token.form == "could":
            able = following.lemma in PERCEPTION or bool(ability(list(tokens), position, position + 1))
            return not able and (following.tag in {"VB", "VBP"} or following.form == "be")
        if token.form in {"would", "'d"} and before.form in {"you", "one", "i", "we"} and following.lemma in OPINING:
            return False
        return not (token.form == "'d" and following.tag in {"VBN", "VBD"})
    if token.form in {"may", "might"} and token.tag == "MD":
        soon = at(tokens, position + 1).form in {"yet", "soon", "eventually", "one"}
        return soon or (following.tag in {"VB", "VBP"} and following.lemma not in STATIVE)
    if token.lemma == "be" and token.tag in FINITE and token.tag != "MD":
        return _is_to(tokens, position)
    to = at(tokens, position + 1).form == "to" and at(tokens, position + 2).tag in {"VB", "VBP", "NN"}
    if token.form in IMMINENT and to:
        return any(at(tokens, position - back).lemma == "be" for back in (1, 2)) or before.form == ","
    return False


def _is_to(tokens: Tokens, position: int) -> bool:
    """Whether “is to” and a verb stand for what is arranged: not “is to blame”, nor “the aim is to win”."""
    place = past_adverbs(tokens, position + 1)
    verb = at(tokens, place + 1)
    if at(tokens, place).form != "to" or verb.tag not in {"VB", "VBP"} or verb.form == "blame":
        return False
    who = subject_of(tokens, predicate_of(tokens, position))
    return bool(who.form) and who.lemma not in AIMS and (who.tag == "WDT" or who.form not in {"it", "this", "that", "what"}) and not who.tag.startswith("VB")
