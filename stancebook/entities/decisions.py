"""A reader's own decisions: lines of data/knowledge/decisions.csv, which go before all that is found."""

from __future__ import annotations

import re
from typing import NamedTuple

from stancebook.entities.mention import Mention
from stancebook.errors import DataError
from stancebook.knowledge import Knowledge
from stancebook.language import Reading

DECIDED = 1.0


class Decided(NamedTuple):
    """What the lines for one article come to: mentions that stand, and spans that mean nobody."""

    mentions: list[Mention]
    nobody: list[tuple[int, int]]

    def over(self, found: list[Mention]) -> list[Mention]:
        """``found`` without what the decisions replace, and with the mentions decided on, in order."""
        spans = [*self.nobody, *((mention.start, mention.end) for mention in self.mentions)]
        left = [one for one in found if not any(one.start < end and one.end > start for start, end in spans)]
        return sorted([*left, *self.mentions])


def decided(reading: Reading, knowledge: Knowledge, found: list[Mention]) -> Decided:
    """The decisions on this article; ``found`` tells the names and types of entities that only the article knows.

    Raises DataError, with the line, where a line's words are not in the article that it names, or its entity is
    neither in entities.csv nor named in the article.
    """
    mentions: dict[tuple[int, int], Mention] = {}
    nobody: list[tuple[int, int]] = []
    known = knowledge.entities.set_index("entity")[["name", "type"]].to_dict("index")
    known = {mention.entity: {"name": mention.name, "type": mention.type} for mention in found} | known
    naming_at = {(mention.start, mention.end): mention.naming for mention in found}
    for row in knowledge.decisions.to_dict("records"):
        if row["article"] not in ("", reading.article.name):
            continue
        for span in _places(row, reading):
            if not row["entity"]:
                nobody.append(span)
                mentions.pop(span, None)
                continue
            if row["entity"] not in known:
                message = f"nobody is called “{row['entity']}” in entities.csv or in the article {reading.article.name}"
                raise DataError(f"decisions.csv, line {row['line']}: {message}; see the ids on its entities page.")
            who = known[row["entity"]]
            naming = row["naming"] or naming_at.get(span, "alias")
            reason = f"decided by you: line {row['line']} of decisions.csv" + (f", {row['note']}" if row["note"] else "")
            mentions[span] = Mention(*span, who["type"], row["entity"], who["name"], naming, DECIDED, reason)
    return Decided(list(mentions.values()), [span for span in nobody if span not in mentions])


def _places(row: dict, reading: Reading) -> list[tuple[int, int]]:
    """Where the words of a line stand, as whole words: all places, or those of its paragraph and occurrence."""
    article, words = reading.article, row["text"]
    where = [*enumerate(article.paragraphs, start=1)]
    if row["paragraph"]:
        where = [one for one in where if one[0] == int(row["paragraph"])]
    before, after = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
    pattern = re.compile(before + re.escape(words) + after)
    spans = [
        [(start + match.start(), start + match.end()) for match in pattern.finditer(article.text[start:end])]
        for _, (start, end) in where
    ]
    if row["occurrence"]:
        number = int(row["occurrence"])
        spans = [inside[number - 1 : number] for inside in spans]
    found = [span for inside in spans for span in inside]
    if not found and row["article"]:
        place = f"paragraph {row['paragraph']} of {article.name}" if row["paragraph"] else article.name
        raise DataError(f"decisions.csv, line {row['line']}: “{words}” does not stand in {place} as the line says.")
    return found
