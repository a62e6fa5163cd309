"""One attribution; and how a quotation and a report of the same words are made one."""

from __future__ import annotations

from typing import NamedTuple

from stancebook.voices.sources import NOBODY, Source

NOWHERE = (-1, -1)
Span = tuple[int, int]


class Statement(NamedTuple):
    """One attribution, in offsets into the article’s text."""

    content: Span
    kind: str
    cue: Span = NOWHERE
    source_span: Span = NOWHERE
    source: Source = NOBODY
    alignment: str = ""
    calls: bool = False

    @property
    def span(self) -> Span:
        present = [span for span in (self.content, self.cue, self.source_span) if span != NOWHERE]
        return min(start for start, _ in present), max(end for _, end in present)


def as_quoted(said: Statement, direct: list[Statement]) -> Statement:
    """A report whose content is a quotation that nothing else attributes is direct: Her reply: “Not today.”"""
    for quotation in direct:
        bare = quotation.kind == "direct" and quotation.cue == NOWHERE and quotation.source_span == NOWHERE
        if bare and overlap(said.content, quotation.content) > 0.9:
            return said._replace(kind="direct", content=quotation.content)
    return said


def overlap(one: Span, other: Span) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / max(one[1] - one[0], other[1] - other[0], 1)


def called(said: Statement, direct: list[Statement]) -> Statement:
    """Words in quotation marks that somebody calls something by are a scare quote of theirs: they call it a “dare”."""
    for quotation in direct:
        first, stop = quotation.content
        if said.calls and said.content[0] == first and said.content[1] <= stop and quotation.cue == NOWHERE:
            # Longer words of his own: what she calls “a lease on the soil with the tenant holding the pen”.
            return said._replace(kind="scare quote", content=quotation.content, alignment="distance")
        within = quotation.kind == "scare quote" and said.content[0] <= first and stop == said.content[1]
        # “warned of “chaos””: the quoted word is all that is reported.
        within = within and (said.calls or said.content[0] >= first - 1)
        if within:
            return said._replace(kind="scare quote", content=quotation.content, alignment="distance")
    return said


def is_told(said: Statement, reported: list[Statement], predicates: set[int]) -> bool:
    """Whether quoted words are part of what somebody is reported to say: called it a “dare”, said it “has orders”.

    ``predicates`` are the offsets at which finite verbs begin.
    """
    first, stop = said.content
    if said.kind == "scare quote" and first in predicates:
        return any(other.content[0] < first and stop <= other.content[1] for other in reported)
    bare = said.kind == "direct" and said.cue == NOWHERE and said.source_span == NOWHERE
    if bare and any(overlap(other.content, said.content) > 0.9 for other in reported):
        return True
    return said.kind == "scare quote" and any(
        (other.calls or other.kind == "scare quote") and other.content[0] <= first and stop <= other.content[1]
        for other in reported
    )


def scared(said: Statement, reported: list[Statement]) -> Statement:
    """A scare quote within what somebody is reported to say is that somebody’s word."""
    around = [
        other for other in reported if other.content[0] <= said.content[0] and said.content[1] <= other.content[1]
    ]
    if said.kind != "scare quote" or not around:
        return said
    return said._replace(source=min(around, key=lambda other: other.content[1] - other.content[0]).source)
