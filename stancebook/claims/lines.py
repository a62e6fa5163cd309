"""A sentence of a reading with its tokens, as figures, dates and scenarios look at it, and its cut into clauses."""

from __future__ import annotations

from dataclasses import dataclass

from stancebook.tokens import Token, at
from stancebook.tokens import sentences as cut_into_sentences

STRONG = frozenset({";", ":"})
DASHES = frozenset({"—", "–", "―", "--"})
OPENING, CLOSING = frozenset({"“", "``", "«", "„"}), frozenset({"”", "''", "»"})
QUOTATION_MARKS = OPENING | CLOSING | {'"'}
BRACKETS = frozenset({"(", ")", "[", "]"})
#: Words that begin a clause of its own after a comma, where a verb follows.
LINKS = frozenset("and but or so yet while whereas although though because as since for which nor".split())
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "EX", "DT", "CD", "PRP$", "WP"})


@dataclass(frozen=True)
class Line:
    """A sentence: where it stands, and its tokens; all offsets are into the article."""

    paragraph: int
    sentence: int
    start: int
    text: str
    tokens: tuple[Token, ...]

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def asks(self) -> bool:
        """Whether the sentence is a question."""
        return self.text.rstrip("”\"'’)»").endswith("?")

    def position(self, offset: int) -> int:
        """The first token that ends after ``offset``; the number of tokens where none does."""
        return next((number for number, token in enumerate(self.tokens) if token.end > offset), len(self.tokens))

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """The offsets of ``tokens[first:stop]``."""
        return self.tokens[first].start, self.tokens[stop - 1].end


def lines(reading) -> list[Line]:
    """The sentences of a reading that have words."""
    text = reading.article.text
    result = []
    for paragraph, sentence, tokens in cut_into_sentences(reading.words):
        start, end = tokens[0].start, tokens[-1].end
        result.append(Line(paragraph, sentence, start, text[start:end], tuple(tokens)))
    return result


def is_finite(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a finite verb stands at ``position``; a participle that a tagger took for the past is none."""
    token = at(tokens, position)
    if token.tag == "VBD" and at(tokens, position - 1).form in {"of", "by", "the", "a", "an", "in", "with"}:
        return False
    return token.tag in FINITE


def has_finite(tokens: tuple[Token, ...], first: int, stop: int) -> bool:
    """Whether a finite verb stands in ``tokens[first:stop]``."""
    return any(is_finite(tokens, position) for position in range(first, stop))


def segments(line: Line) -> list[tuple[int, int]]:
    """The sentence cut into runs of tokens, each a main clause with the clauses that depend on it.

    Cuts fall at semicolons, colons, dashes and brackets that set off a clause, at the edges of quotations, and after a
    comma where a linking word begins a clause with a subject and a verb of its own.
    """
    tokens = line.tokens
    cuts = sorted(position for position in range(len(tokens)) if _cuts(tokens, position))
    result, first = [], 0
    for cut in [*cuts, len(tokens)]:
        if cut > first:
            result.append((first, cut))
        first = cut
    return [trimmed for run in result if (trimmed := trim(tokens, *run))]


def segment_of(line: Line, position: int) -> tuple[int, int]:
    """The segment that holds the token at ``position``; that token alone where it is in none."""
    for first, stop in segments(line):
        if first <= position < stop:
            return first, stop
    return position, min(position + 1, len(line.tokens))


def trim(tokens: tuple[Token, ...], first: int, stop: int) -> tuple[int, int] | None:
    """The run without marks at its ends and without a linking word before it; None where no word is left."""
    opening = first
    while first < stop and (
        not tokens[first].is_word
        or tokens[first].form in {"and", "but", "or", "then", "so", "yet"}
        or (tokens[first].form in {"while", "whereas", "although", "though"} and first == opening > 0)
    ):
        first += 1
    while first < stop and not tokens[stop - 1].is_word and tokens[stop - 1].text not in {"%", "$"}:
        stop -= 1
    return (first, stop) if first < stop else None


def _cuts(tokens: tuple[Token, ...], position: int) -> bool:
    token, before = tokens[position], at(tokens, position - 1)
    if token.text in STRONG:
        return True
    if token.text in DASHES or token.text in BRACKETS:
        return _sets_off_a_clause(tokens, position)
    if token.text in QUOTATION_MARKS:
        # Scare quotes stand within a clause; a quotation ends after a mark and begins after one.
        return bool(before.text) and not before.is_word and before.text not in QUOTATION_MARKS
    if before.text == "," and token.form in LINKS and at(tokens, position + 1).form not in {"long", "far", "if"}:
        return _own_clause(tokens, position + 1)
    return False


def _sets_off_a_clause(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a finite verb stands on both sides of a dash or bracket, up to the next one."""
    marks = [place for place, token in enumerate(tokens) if token.text in DASHES | BRACKETS | STRONG]
    index = marks.index(position)
    left = marks[index - 1] + 1 if index else 0
    right = marks[index + 1] if index + 1 < len(marks) else len(tokens)
    if not (has_finite(tokens, left, position) and has_finite(tokens, position + 1, right)):
        return False
    return not (index and _without_subject(tokens, position + 1))


def _without_subject(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a verb follows directly, so that the subject stands before the dash: “and — mildly — would not be”."""
    return is_finite(tokens, position)


def _own_clause(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a subject and then a finite verb follow before the next mark."""
    subject = False
    for position in range(first, len(tokens)):
        token = tokens[position]
        if token.text in STRONG | DASHES:
            return False
        if is_finite(tokens, position):
            return subject
        subject = subject or token.tag in NOMINAL or token.tag.startswith("W")
    return False
