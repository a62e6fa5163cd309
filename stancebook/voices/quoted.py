"""Quotations at work: which verb stands beside which, what is a scare quote, what only a name in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from stancebook.tokens import Sentence, Token, at
from stancebook.voices import frames
from stancebook.voices.clauses import Alignments, reporting_lemma
from stancebook.voices.quotations import SENTENCE_ENDS, Quoted, is_quote, is_utterance
from stancebook.voices.speakers import is_speaker, may_speak, source_of, subject_of
from stancebook.voices.trees import Tree

#: What comes before a name in quotation marks, which is no quotation.
NAMING = frozenset(
    "call name dub title entitle codename term know christen nickname headline operation exercise film book novel song "
    "play article essay manoeuvre maneuver drill programme program project word".split()
)
SCARE_WORDS = 8
PERSONS = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou)\b(?!-)")
#: Verbs beside a quotation that report though no inventory of speech holds them: “No,” she smiled.
BESIDE_QUOTATIONS = frozenset(
    "smile laugh shrug nod grin frown begin go read run recall sing call name tell put".split()
)
PAUSES = frozenset({",", ".", ":", ";", "—", "–", "?", "!", "…"})


class Placed(NamedTuple):
    """A token of a line in the tree of its sentence."""

    tree: Tree
    place: int


class Quotation(NamedTuple):
    """Quotations of a line that one cue gives to one source, as places in the line; ``source`` may be None."""

    quotes: tuple[int, ...]
    cue: Placed | None
    source: Placed | None
    alignment: str


def attributed(line: Sentence, where: dict[int, Placed], alignments: Alignments) -> Iterator[Quotation]:
    """The quotations of a line that a verb or a colon gives to somebody; ``where`` finds a token by its offset."""
    given: set[int] = set()
    for place, token in enumerate(line):
        if is_quote(token) or token.start not in where:
            continue
        tree, verb = where[token.start]
        lemma = _saying(tree, verb, alignments)
        if not lemma:
            continue
        quotes = [one for one in _beside(line, place, where) if one not in given]
        if not quotes:
            continue
        own = any(_is_its_subject(tree, verb, line[one]) or _follows_its_clause(tree, verb, line, one) for one in quotes)
        if own or _goes_on(tree, verb, line, min(quotes)):
            continue
        source = speaker(tree, verb, line, place)
        if source is None and tree.tokens[verb].tag == "VBN":
            continue
        if source is not None and not may_speak(tree, source, "say"):
            continue
        given.update(quotes)
        named = Placed(tree, source) if source is not None else None
        yield Quotation(tuple(quotes), Placed(tree, verb), named, alignments.of(lemma))
    for place, token in enumerate(line):
        if is_quote(token) and place not in given and at(line, place - 1).text == ":":
            introduced = _introduced(line, place, where)
            if introduced:
                yield introduced


def _saying(tree: Tree, verb: int, alignments: Alignments) -> str:
    lemma = reporting_lemma(tree, verb, alignments)
    token = tree.tokens[verb]
    if lemma in frames.NAMING | frames.ONLY_PREDICATING:
        return ""
    if not lemma and token.tag.startswith("VB") and token.lemma in BESIDE_QUOTATIONS:
        return token.lemma
    return lemma


def _beside(line: Sentence, verb: int, where: dict[int, Placed]) -> list[int]:
    """The quotations before and after a verb, with nothing but its subject or its hearer between."""
    found = []
    before = _past_subject(line, verb, where)
    pause = before >= 0 and line[before].text in PAUSES
    if before - pause >= 0 and is_quote(line[before - pause]):
        found.append(before - pause)
    elif before >= 0 and is_quote(line[before]):
        found.append(before)
    after = _past_hearer(line, verb)
    if is_quote(at(line, after)) and (not found or _utters(line[after])):
        found.append(after)
        while at(line, after + 1).form in {"and", "or", ","} and is_quote(at(line, after + 2)):
            after += 2
            found.append(after)
    elif found:
        # “…,” she said as she left. “…”
        rest = next((far for far in range(verb + 1, len(line)) if is_quote(line[far])), -1)
        if rest >= 0 and line[rest - 1].text in PAUSES and _utters(line[rest]):
            found.append(rest)
    return found


def _utters(token: Token) -> bool:
    return isinstance(token, Quoted) and (token.words > 2 or is_utterance(token))


def _past_subject(line: Sentence, verb: int, where: dict[int, Placed]) -> int:
    """The place before a verb and its subject, back to a quotation or a pause."""
    tree, place = where[line[verb].start]
    subject = tree.child(place, "nsubj", "nsubj:pass", "nsubj:outer")
    strayed = _noun_before(tree, place) if subject < 0 else None
    if strayed is not None and tree.relations[strayed].startswith("nsubj"):
        # A subject that the tree hangs on what is quoted.
        subject = strayed
    first = place
    if 0 <= subject < place:
        first = tree.reach({one for one in tree.below(subject) if one < place})[0]
    else:
        for child in tree.children(place, "aux", "aux:pass", "advmod"):
            first = min(first, child)
    start = tree.tokens[min(first, place)].start
    if "’" == line[verb].text:
        return verb - 1
    position = verb
    while position > 0 and not is_quote(line[position - 1]) and line[position - 1].start >= start:
        position -= 1
    between = line[position:verb]
    if position and is_quote(line[position - 1]) and line[position - 1].start > start:
        # “X, who called it “a farce” and left, now says …”: other words stand between the quotation and the verb.
        near = all(token.tag.startswith(("RB", "MD")) or token.lemma in {"have", "be"} or not token.is_word for token in between)
        return position - 1 if near else -1
    return position - 1


def _past_hearer(line: Sentence, verb: int) -> int:
    """The place after a verb, its hearer and a comma or colon: told reporters: “…”; said on Monday, “…”."""
    place = verb + 1
    if is_quote(at(line, place)):
        return place
    if at(line, place).form == "that" and is_quote(at(line, place + 1)):
        return place + 1
    for ahead in range(place, min(place + 10, len(line))):
        token = line[ahead]
        if is_quote(token):
            closes = line[ahead - 1].text in {",", ":"} or line[ahead - 1].form == "that"
            return ahead if closes and token.words > 1 else -1
        if token.text in {".", ";", "—", "–"}:
            return -1
    return -1


def _is_its_subject(tree: Tree, verb: int, quotation: Token) -> bool:
    """Whether a word or two in quotation marks are who acts, no utterance: the “peacekeepers” went home."""
    subject = tree.child(verb, "nsubj")
    inside = subject >= 0 and quotation.start <= tree.tokens[subject].start < quotation.end
    return inside and quotation.words <= 3 and not is_utterance(quotation)


def _follows_its_clause(tree: Tree, verb: int, line: Sentence, quotation: int) -> bool:
    """Whether a verb has said its own already: “She doubts that it will last: “It may be beautiful.””"""
    colon = at(line, quotation - 1)
    clause = tree.child(verb, "ccomp")
    if colon.text != ":" or clause < verb or not tree.marked_by(clause, "that", "whether"):
        return False
    return tree.tokens[clause].start < colon.start


def _goes_on(tree: Tree, verb: int, line: Sentence, position: int) -> bool:
    """Whether a quotation is the end of what is reported before its verb: The plan is “a disaster,” he says."""
    clause = tree.child(verb, "ccomp")
    if not 0 < position or not line[position - 1].is_word or not 0 <= clause < verb:
        return False
    quotation = line[position]
    subject = subject_of(tree, clause)
    return subject >= 0 and tree.tokens[subject].start < quotation.start <= tree.tokens[clause].start < quotation.end


def speaker(tree: Tree, verb: int, line: Sentence, place: int) -> int | None:
    """Who speaks by a verb beside a quotation: its subject in the tree, else the noun next to it."""
    subject = subject_of(tree, verb)
    if subject < 0 or tree.tokens[subject].form in {"what", "which"}:
        subject = -1
    if subject >= 0 and not _quoted_word(tree, subject, line):
        source = source_of(tree, verb)
        if source is not None:
            return source
    following = _noun_after(tree, verb)
    if following is not None:
        return following
    before = _noun_before(tree, verb)
    if before is not None and not _quoted_word(tree, before, line):
        return before
    shared = source_of(tree, verb)
    return None if shared is not None and _quoted_word(tree, shared, line) else shared


def _quoted_word(tree: Tree, place: int, line: Sentence) -> bool:
    start = tree.tokens[place].start
    return any(is_quote(token) and token.start <= start < token.end for token in line)


def _noun_after(tree: Tree, verb: int) -> int | None:
    """The head of the noun phrase right after the verb: said the mayor of Gomel."""
    if verb + 1 >= len(tree.tokens) or not tree.tokens[verb + 1].is_word:
        return None
    place = tree.top_of_phrase(verb + 1)
    token = tree.tokens[place]
    noun = place > verb and token.tag.startswith(("NN", "PRP")) and tree.tokens[verb + 1].tag not in {"IN", "TO"}
    return place if noun and is_speaker(tree, place) else None


def _noun_before(tree: Tree, verb: int) -> int | None:
    place = verb - 1
    while place >= 0 and (tree.tokens[place].tag.startswith("RB") or tree.tokens[place].lemma in {"have", "be"}):
        place -= 1
    if place < 0 or not tree.tokens[place].is_word:
        return None
    for one in tree.up(place):
        if one >= verb or not tree.tokens[one].tag.startswith(("NN", "PRP", "CD")):
            break
        place = one
    # “…,” one of them said.
    return place if tree.tokens[place].tag.startswith(("NN", "PRP", "CD")) and is_speaker(tree, place) else None


def _introduced(line: Sentence, place: int, where: dict[int, Placed]) -> Quotation | None:
    """A quotation after a colon, in the mouth of the subject before it: The mayor was blunt: “…”."""
    quoted = line[place]
    if not isinstance(quoted, Quoted) or quoted.words < 2:
        return None
    for token in line[:place]:
        if is_quote(token) or token.start not in where:
            continue
        tree, word = where[token.start]
        if tree.relations[word] not in {"nsubj", "nsubj:outer"} or not may_speak(tree, word, "show"):
            continue
        if tree.heads[word] >= 0 and _follows_its_clause(tree, tree.heads[word], line, place):
            return None
        return Quotation((place,), None, Placed(tree, word), "acknowledge")
    return None


def bare(line: Sentence, taken: set[int]) -> Iterator[tuple[int, str]]:
    """The quotations of the line that nothing attributes, each with its kind; ``taken`` are those that something does."""
    for position, token in enumerate(line):
        if not isinstance(token, Quoted) or position in taken or _is_name(line, position):
            continue
        # “Nonsense.”, alone in its sentence.
        alone = position == 0 and len(line) <= 2 and token.text.strip()[-1:] in SENTENCE_ENDS
        aloud = alone or is_utterance(token) and (
            at(line, position - 1).text == ":"
            or len(line) <= position + 2
            and position == 0
            or token.words > SCARE_WORDS
            # Nobody sets his own “we” at a distance.
            or position == 0 and PERSONS.search(token.text) is not None
            # “…,” according to a person who was there
            or at(line, position + 1).form == "according"
        )
        yield position, "direct" if aloud or token.words > SCARE_WORDS else "scare quote"


def _is_name(line: Sentence, position: int) -> bool:
    """Whether quotation marks hold a title or name: exercises called “Allied Resolve”."""
    token, previous = line[position], at(line, position - 1)
    words = [word for word in token.text.split() if word[:1].isalpha()]
    capitals = bool(words) and all(word[:1].isupper() for word in words if len(word) > 3) and words[0][:1].isupper()
    if not capitals:
        return False
    named = previous.lemma in NAMING or previous.form == "as" and at(line, position - 2).lemma == "know"
    return (
        named
        or previous.tag.startswith("NN")
        and len(words) > 1
        or previous.text == "("
        or position == 0
        and len(line) > 2
    )
