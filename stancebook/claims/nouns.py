"""The noun phrase that follows a number: what it counts, found by parts of speech."""

from __future__ import annotations

from dataclasses import dataclass

from stancebook.claims.lines import Line
from stancebook.claims.units import ABBREVIATIONS, FATES, MONEY, QUALIFIERS, same_thing, unit_of
from stancebook.tokens import Token, at

MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "NNPS", "POS", "CD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURALS = frozenset({"NNS", "NNPS"})
DETERMINERS = frozenset("the a an its his her their our my your all these those this that".split())
#: “The figure” or “this” names no thing: it stands for what was counted before.
STAND_INS = frozenset("this that it them those these figure number total amount sum count level one ones".split())
#: Words that a tagger may call adverbs or adjectives, but that no counted noun begins with.
NOT_WITHIN = frozenset("ago later earlier before after away apart ahead per each".split())
#: How many words on either side of the noun may say what befell those who are counted.
NEAR = 5


@dataclass(frozen=True)
class Counted:
    """What a number counts: the tokens of the noun phrase, its head, and the unit where the head names one."""

    first: int
    stop: int
    head: int
    unit: str = ""


def noun_phrase(tokens: tuple[Token, ...], position: int, *, articles: bool = False) -> Counted | None:
    """The noun phrase that starts at ``position``; None where none does. It ends with its first plural noun.

    With ``articles`` it may begin with “a” or “an”, which after a plain number begins something else.
    """
    first = position
    while at(tokens, first).form in DETERMINERS and (articles or at(tokens, first).form not in {"a", "an"}):
        first += 1
    stop, head = first, -1
    while _continues(tokens, stop, head):
        if at(tokens, stop).tag in NOUNS or at(tokens, stop).tag == "VBZ":
            head = stop
        if at(tokens, stop).tag in PLURALS | {"VBZ"} and at(tokens, stop + 1).tag != "POS":
            break
        stop += 1
    if head < 0:
        return None
    return Counted(first, head + 1, head, _unit(tokens, first, head))


def counted_at(line: Line, position: int) -> tuple[Counted | None, Counted | None]:
    """The measure and the thing counted after a number: “30,000 tonnes of potash” has both, “300 tanks” the second.

    A thing that is named only by a stand-in (“a third of this”) is None, as is one that is not named.
    """
    tokens = line.tokens
    start = position + (at(tokens, position).form == "of")
    if at(tokens, start).form in ABBREVIATIONS and at(tokens, start).text != "IN":
        measure: Counted | None = Counted(start, start + 1, start, unit_of(at(tokens, start).form))
    else:
        measure = noun_phrase(tokens, start, articles=start > position)
    if measure is None or not measure.unit:
        return None, measure if measure and not _stands_in(tokens, measure) else None
    links = {"of", "in"} if measure.unit in MONEY else {"of"}
    if at(tokens, measure.stop).form not in links:
        return measure, None
    # “1.5 billion dollars in aid”, but not “300 kilometres in January”.
    thing = noun_phrase(tokens, measure.stop + 1)
    if thing is None or thing.unit or (tokens[measure.stop].form == "in" and tokens[thing.head].tag.startswith("NNP")):
        return measure, None
    return measure, thing


def refers_back(line: Line, position: int) -> bool:
    """Whether “of this”, “of that figure” or the like follows: a share of what was counted before."""
    tokens = line.tokens
    if at(tokens, position).form != "of":
        return False
    first = position + 1
    while at(tokens, first).form in {"the", "that", "this"} and at(tokens, first + 1).form in STAND_INS:
        first += 1
    following = at(tokens, first + 1)
    return at(tokens, first).form in STAND_INS and following.tag not in NOUNS | {"JJ"}


def key(line: Line, counted: Counted, around: tuple[int, int]) -> str:
    """What is counted as one key: the noun that stands for it, and what befell it within ``around``."""
    tokens = line.tokens
    noun = same_thing(tokens[counted.head].lemma)
    first, stop = max(around[0], counted.first - NEAR), min(around[1], counted.stop + NEAR)
    fates = [FATES[token.lemma] for token in tokens[first:stop] if token.lemma in FATES and token.tag[:1] in "VJN"]
    return " ".join([noun, *dict.fromkeys(fates)][:2])


def _continues(tokens: tuple[Token, ...], position: int, head: int) -> bool:
    token = at(tokens, position)
    if token.form in NOT_WITHIN or not token.is_word:
        return False
    if token.tag == "VBZ" and head < 0 and at(tokens, position + 1).form == "of":
        return True  # “three counts of murder”: a plural that a tagger took for a verb
    if token.tag in NOUNS:
        # A name after a common noun begins something else: “five years NATO battalions have stood”.
        return head < 0 or tokens[head].tag.startswith("NNP") or not token.tag.startswith("NNP")
    if token.tag in {"RB", "RBR", "RBS"} and at(tokens, position + 1).tag in {"JJ", "VBN", "VBG"}:
        return head < 0
    if token.tag in MODIFIERS:
        return head < 0 or token.tag == "POS"
    return False


def _unit(tokens: tuple[Token, ...], first: int, head: int) -> str:
    unit = unit_of(tokens[head].text, tokens[head].lemma)
    if not unit:
        return ""
    qualifiers = [token.form for token in tokens[first:head]]
    if any(
        form not in QUALIFIERS and not tokens[first + number].tag.startswith(("JJ", "CD", "VB"))
        for number, form in enumerate(qualifiers)
    ):
        return ""  # “60 training days” counts days, but “12 world seconds” would be something of its own
    kept = [form for form in qualifiers if form in {"square", "cubic", "nautical"}]
    return " ".join([*kept, unit])


def _stands_in(tokens: tuple[Token, ...], counted: Counted) -> bool:
    if tokens[counted.head].tag in PLURALS:
        return False  # “three counts of murder”
    return counted.stop - counted.first == 1 and tokens[counted.head].lemma in STAND_INS
