"""Noun phrases and subjects, by parts of speech alone: who stands before a verb, and who after it."""

from __future__ import annotations

import re
from typing import NamedTuple

from stancebook.language.names import CALENDAR
from stancebook.voices.quotations import is_quote
from stancebook.tokens import Sentence, Token, at

FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
PRESENT = frozenset({"VBZ", "VBP"})
#: Prepositions that tie one noun phrase to another: “an official in Kyiv”.
TIES = frozenset("of in at for from with on to inside outside near close behind within".split())
#: Words that stand for a noun phrase by themselves.
ALONE = frozenset(
    "some many others other both few several most all each either everyone everybody someone somebody anyone one those "
    "these nobody none neither former latter".split()
)
DETERMINERS = frozenset({"DT", "PDT", "PRP$", "WP$"})
SUBORDINATORS = frozenset(
    "when if as because while after before although though since whereas until unless once that whether who which "
    "whom whose where what how why than lest".split()
)
TIMES = frozenset("yesterday today tomorrow week month year day night morning evening afternoon time ago later".split())
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
DASHES = frozenset({"—", "–", "-", "--"})
#: “declined to say that …” says nothing.
UNSAID = frozenset(
    "decline refuse fail want wish need plan unable difficult hard easy fair able ready reluctant unwilling impossible "
    "tempt tempting possible forget hesitate stop cease try intend like want hope prepare dare afraid ought".split()
)
SPEAKERS_OF_THE_TEXT = frozenset({"i", "we", "us", "me", "you"})

Range = tuple[int, int]


class Subject(NamedTuple):
    """A verb's subject: its first token and the one past its last; the word before it, and how it was found."""

    first: int
    stop: int
    opener: Token
    relative: bool = False
    inverted: bool = False


def is_date(token: Token) -> bool:
    return token.text.rstrip(".") in CALENDAR or bool(YEAR.fullmatch(token.text)) or token.form in TIMES


def core_before(line: Sentence, stop: int) -> int:
    """Where the noun phrase, without its tied phrases, that ends before ``stop`` starts; ``stop`` where none does."""
    last = at(line, stop - 1)
    if last.tag == "PRP":
        return stop - 1
    if not (last.tag.startswith("NN") or last.tag == "CD" or last.form in ALONE) or is_date(last):
        return stop
    start = stop - 1
    while start > 0:
        token, further = line[start - 1], at(line, start - 2)
        if is_date(token):
            break
        if token.tag in DETERMINERS and not (token.form == "that" and at(line, start).tag == "NNS"):
            return start - 1 - (further.tag == "PDT")
        led = further.tag in DETERMINERS or further.tag[:2] in {"JJ", "CD", "PO"}
        if token.tag.startswith(("NN", "JJ", "CD", "POS")) or token.tag == "$":
            start -= 1
        elif led and (token.tag in {"VBN", "VBG", "VBD"} or is_quote(token)):
            start -= 1
        elif token.tag == "VBN" and start == 1 or token.tag.startswith("RB") and led and line[start].tag[:2] in {"JJ", "VB"}:
            start -= 1
        else:
            break
    return start + (line[start].tag == "POS")


def before(line: Sentence, stop: int) -> Range | None:
    """The noun phrase that ends before ``stop``, with what is tied to it: “a foreman at the mine”."""
    start = core_before(line, stop)
    if start >= stop:
        return None
    while start > 0:
        link = line[start - 1]
        earlier = core_before(line, start - 1)
        if earlier >= start - 1 or line[earlier].tag == "PRP":
            break
        if link.form in TIES and link.tag in {"IN", "TO"}:
            start = earlier
        elif link.form in {"and", "or", "nor", "&"} and _opens_clause(line, earlier):
            start = earlier
        else:
            break
    if at(line, start - 1).form in {"neither", "both", "either"}:
        start -= 1
    return start, stop


def following(line: Sentence, first: int) -> Range | None:
    """The noun phrase that begins at ``first``, with what is tied to it; no apposition and no relative clause."""
    stop = _core_following(line, first)
    if stop == first:
        return None
    while stop < len(line):
        link = line[stop]
        tied = link.form in TIES and link.tag in {"IN", "TO"} or link.form in {"and", "or", "&"}
        further = _core_following(line, stop + 1) if tied else stop + 1
        if further == stop + 1 or is_date(line[further - 1]):
            break
        # “the mayor and the port is closed”: a finite verb makes the second a subject of its own.
        if link.tag == "CC" and at(line, further).tag in FINITE:
            break
        stop = further
    return first, stop


def _core_following(line: Sentence, first: int) -> int:
    if at(line, first).tag in {"PRP", "EX"}:
        return first + 1
    position, last = first, first
    while position < len(line):
        token, noun_seen = line[position], last > first and line[position - 1].tag[:2] in {"NN", "CD"}
        if token.tag.startswith("NN") or token.tag == "CD" or token.form in ALONE:
            if noun_seen and is_date(token) and token.form in TIMES:
                break
            last = position + 1
        elif token.tag == "POS":
            pass
        elif noun_seen and line[position - 1].tag != "CD":
            break
        elif not (token.tag in DETERMINERS or token.tag[:2] in {"JJ", "VB", "RB"} or token.tag == "$" or is_quote(token)):
            break
        elif token.tag in FINITE or token.tag == "VB" or token.tag in DETERMINERS and position > first + 1:
            break
        position += 1
    return last


def head(line: Sentence, first: int, stop: int) -> int:
    """The position of the noun that the phrase is about: “official” in “an official in Kyiv”."""
    end = next(
        (place for place in range(first + 1, stop) if line[place].tag in {"IN", "TO", "WP", "WDT"} or line[place].text == ","),
        stop,
    )
    return end - 1


def subject(line: Sentence, verb: int) -> Subject | None:
    """The subject of the verb at ``verb``, before it in its line; None where there is none or it is not clear."""
    return _direct(line, verb) or _shared(line, _front(line, verb))


def _front(line: Sentence, verb: int) -> int:
    """Where the verb’s group begins: “has repeatedly warned”."""
    position = verb
    while position > 0:
        token = line[position - 1]
        auxiliary = token.lemma in {"be", "have", "do"} and token.tag.startswith("VB") or token.tag == "MD"
        if auxiliary and not token.tag == "VBG" or token.tag.startswith("RB") or token.form in {"since", "n't"}:
            position -= 1
        else:
            break
    return position


def group(line: Sentence, verb: int) -> list[Token]:
    """The auxiliaries, adverbs and negations before the verb."""
    return line[_front(line, verb) : verb]


def _direct(line: Sentence, verb: int) -> Subject | None:
    front = _front(line, verb)
    previous = at(line, front - 1)
    if previous.form in {"who", "which", "that"} and front >= 2:
        stop = front - 1 - (line[front - 2].text == ",")
        found = before(line, stop)
        return Subject(*found, previous, relative=True) if found else None
    if previous.text == "," or previous.text in DASHES or previous.text == ")":
        return _past_parenthesis(line, front - 1)
    found = before(line, front)
    if found is None:
        return None
    first, stop = found
    opener = at(line, first - 1)
    if opener.tag in {"IN", "TO"} and opener.form not in SUBORDINATORS | {"for", "so", "but"}:
        # “In Brussels officials said”: what belongs to the preposition is one name.
        if first == 1 and stop - first > 1 and line[first].tag == "NNP":
            return Subject(first + 1, stop, line[first])
        return None
    return Subject(first, stop, opener)


def _past_parenthesis(line: Sentence, closing: int) -> Subject | None:
    """The subject before a comma pair: “Stoltenberg, the NATO secretary general, said”."""
    for _ in range(4):
        mark = {")": "("}.get(line[closing].text, line[closing].text)
        opening = next((place for place in range(closing - 1, 0, -1) if line[place].text == mark), -1)
        if opening < 1 or not _may_be_parenthesis(line[opening + 1 : closing]):
            return None
        found = before(line, opening)
        if found is None:
            closing = opening
            continue
        first, stop = found
        if at(line, first - 1).text == "," and line[first].tag == "DT" and before(line, first - 1):
            closing = first - 1
            continue
        opener = at(line, first - 1)
        if opener.tag in {"IN", "TO"} and opener.form not in SUBORDINATORS:
            return None
        return Subject(first, _with_name(line, stop, closing), opener)
    return None


def _may_be_parenthesis(tokens: list[Token]) -> bool:
    if not tokens:
        return False
    led = tokens[0].tag in {"WP", "WDT", "WP$", "WRB", "IN", "VBG", "VBN"}
    return led or not any(token.tag in FINITE for token in tokens)


def _with_name(line: Sentence, stop: int, closing: int) -> int:
    """The end of a source whose name follows its role: “France’s foreign minister, Jean-Yves Le Drian”."""
    named = line[stop + 1 : closing]
    is_name = bool(named) and all(token.tag.startswith("NNP") for token in named)
    return closing if is_name and not line[stop - 1].tag.startswith("NNP") else stop


def _shared(line: Sentence, front: int) -> Subject | None:
    """The subject that a verb shares with an earlier one: “Moscow denies it, but says …”, “…, saying that”."""
    previous = at(line, front - 1)
    if previous.form == "to":
        return _of_infinitive(line, front - 1)
    if front == 0 and at(line, 0).tag == "VBG":
        return _after_opening(line)
    coordinated = previous.tag == "CC" or previous.text == "," or previous.form in {"then", "by", "in"}
    if not coordinated:
        return None
    candidates = []
    for place in range(front - 1, -1, -1):
        if line[place].tag not in FINITE:
            continue
        found = _direct(line, place)
        if found and not found.relative and not _depends(found.opener):
            candidates.append((place, found))
    same_tense = [found for place, found in candidates if _tense(line[place]) == _tense(at(line, front))]
    return next(iter(same_tense or [found for _, found in candidates]), None)


def _tense(token: Token) -> str:
    return "present" if token.tag in PRESENT else token.tag


def _depends(opener: Token) -> bool:
    return opener.form in SUBORDINATORS or opener.tag.startswith("VB")


def _of_infinitive(line: Sentence, to: int) -> Subject | None:
    governor = at(line, to - 1)
    if {governor.form, governor.lemma} & UNSAID or governor.tag.startswith("JJ"):
        return None
    for place in range(to - 1, -1, -1):
        if line[place].tag in FINITE:
            return _direct(line, place)
    return None


def _after_opening(line: Sentence) -> Subject | None:
    """The subject of a participle that opens its sentence: “Warning that …, the envoy left.”"""
    for place in range(len(line) - 1, 0, -1):
        if line[place].text == ",":
            found = following(line, place + 1)
            if found and at(line, found[1]).tag in FINITE | {"RB"}:
                return Subject(*found, line[place])
    return None


def _opens_clause(line: Sentence, first: int) -> bool:
    opener = at(line, first - 1)
    return not opener.is_word or is_quote(opener) or opener.form in SUBORDINATORS or opener.tag == "CC" or opener.tag.startswith("VB")
