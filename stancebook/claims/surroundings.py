"""What stands around a claim and weighs on it: the markers, verbs and negations of its own voice in its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from stancebook import negation
from stancebook.claims.certainty import DEGREE_OF_MARKER, DEGREE_OF_WORD, DENIED, DUTY, NEEDS_COMPLEMENT, Context
from stancebook.claims.lines import NOMINAL, Line, has_finite, is_finite, segment_of
from stancebook.claims.scenarios import IMMINENT
from stancebook.language.lemmas import lemma
from stancebook.tokens import at, plain

_DENIABLE = frozenset({"doubt", "doubtful"})
#: How far past its verb a clause’s negation is looked for, in words.
REACH = 6
_CLAUSE_OPENERS = frozenset("because although though which who that when while until before after as".split())


_TURNED_BY_NEGATION = frozenset(
    "certain certainly clear clearly definite evident obvious obviously sure know known confident convinced inevitable "
    "certainty always prove show demonstrate establish find undeniable".split()
)
_MODALS = {"will": "will", "wo": "will", "'ll": "will", "shall": "shall", "would": "would", "'d": "would"} | {
    form: form for form in ("could", "may", "might")
}


def _negates(line: Line, place: int) -> bool:
    form = line.tokens[place].form
    paired = (form, at(line.tokens, place + 1).form) in negation.NOT_NEGATIONS
    if form == "few":
        return at(line.tokens, place - 1).tag not in {"DT", "PDT", "PRP$", "CD", "JJ"}
    return form in negation.NEGATORS and form != "without" and not paired


@dataclass(frozen=True)
class Surroundings:
    """The voices and markers of an article, looked up by offset.

    ``statement_at`` gives the innermost statement at the start of each word and marker, ``cues`` the words by which
    the source of each says it, ``conditions`` the spans in which nothing is asserted.
    """

    markers: pd.DataFrame
    statement_at: dict[int, int]
    cues: dict[int, str]
    conditions: tuple[tuple[int, int], ...] = ()

    def of_span(self, line: Line, start: int, end: int, statement: int) -> Context:
        """What weighs on a figure or date: its segment up to and after it, within its own voice."""
        first, last = line.position(start), line.position(end - 1)
        segment = segment_of(line, first)
        low, high = line.tokens[segment[0]].start, line.tokens[segment[1] - 1].end
        entries, _, inside = self._entries(low, high, statement, exclude=(start, end))
        negated = negation.negated(list(line.tokens), first, last + 1, besides=self._tokens_of(line, inside))
        negated = negated or self._verb_after_negated(line, last + 1, segment[1])
        asked = line.asks or any(low <= start < high for low, high in self.conditions)
        return Context(
            entries,
            self._verbs(line, segment[0], first, statement, finite=False),
            self._cue(statement),
            asked,
            int(negated),
        )

    def of_clause(
        self, line: Line, first: int, stop: int, anchor: int, statement: int, *, alternative: bool
    ) -> Context:
        """What weighs on a consequence: the whole clause, its negations as far as they bear on its verb."""
        low, high = line.span(first, stop)
        entries, spent, inside = self._entries(low, high, statement)
        modal = _MODALS.get(line.tokens[anchor].form, "") if anchor < len(line.tokens) else ""
        entries = (*entries, modal) if modal else entries
        covered = self._tokens_of(line, inside)
        reach = min(stop, anchor + REACH)
        for place in range(anchor + 1, reach):
            if not line.tokens[place].is_word or line.tokens[place].form in _CLAUSE_OPENERS:
                reach = place
                break
        negators = [place for place in range(first, reach) if _negates(line, place) and place not in covered]
        count = max(len(negators) - spent, 0)
        own = line.tokens[anchor].lemma if line.tokens[anchor].form in IMMINENT else ""
        verbs = (*self._verbs(line, first, anchor, statement, finite=True), own)
        return Context(entries, verbs, self._cue(statement), line.asks, count, alternative)

    def _cue(self, statement: int) -> str:
        words = re.findall(r"[^\W\d_]+", plain(self.cues.get(statement, "")))
        lemmas = [lemma(word, "VERB") for word in words]
        return next((word for word in lemmas if word in DEGREE_OF_WORD), "")

    def _entries(
        self, low: int, high: int, statement: int, exclude: tuple[int, int] = (0, 0)
    ) -> tuple[tuple[str, ...], int, pd.DataFrame]:
        """The entries in scope, how many negations they account for, and the rows whose words negate nothing else."""
        rows = self.markers
        if rows.empty:
            return (), 0, rows
        rows = rows[(rows["start"] >= low) & (rows["end"] <= high)]
        rows = rows[~((rows["start"] >= exclude[0]) & (rows["end"] <= exclude[1]))]
        rows = rows[[self.statement_at.get(start, -1) == statement for start in rows["start"]]]
        entries, spent, used = [], 0, []
        for row in rows.itertuples():
            if row.modality == "deontic":
                entries.append(DUTY)
            elif (
                row.category == "hedge"
                and row.entry not in DEGREE_OF_MARKER
                and row.subcategory == "plausibility hedge"
            ):
                denied = row.negated and row.entry in _TURNED_BY_NEGATION
                entries.append(DENIED if denied else row.entry)
                spent += denied
            elif row.category == "booster" and row.entry in _DENIABLE:
                spent += 1
            elif row.entry in DEGREE_OF_MARKER:
                entries.append(row.entry)
            elif " " not in row.entry:
                continue
            used.append(row.Index)
        return tuple(entries), spent, rows.loc[used]

    @staticmethod
    def _tokens_of(line: Line, rows: pd.DataFrame) -> set[int]:
        if rows.empty:
            return set()
        spans = list(zip(rows["start"], rows["end"]))
        return {
            number for number, token in enumerate(line.tokens)
            if any(start <= token.start and token.end <= end for start, end in spans)
        }  # fmt: skip

    def _verbs(self, line: Line, first: int, anchor: int, statement: int, *, finite: bool) -> tuple[str, ...]:
        """The lemmas before ``anchor`` that weigh on it, those that need a complement only where they have one.

        A ``finite`` anchor is a verb of its own, which stands in no infinitive.
        """
        tokens, found = line.tokens, []
        for place in range(first, anchor):
            token = tokens[place]
            if token.lemma not in DEGREE_OF_WORD or self.statement_at.get(token.start, -1) != statement:
                continue
            if token.lemma in NEEDS_COMPLEMENT:
                links = {token.form for token in tokens[place + 1 : anchor]}
                if "," in links and token.tag.startswith("VB"):
                    continue
                infinitive = not finite and "to" in links and not has_finite(tokens, place + 1, anchor)
                following = at(tokens, place + 1)
                clause = token.tag.startswith("VB") and (
                    following.form in {"that", "whether"}
                    or (following.tag in NOMINAL and has_finite(tokens, place + 2, anchor + 1))
                )
                if not (infinitive or clause):
                    continue
            elif token.tag.startswith("NN"):
                continue
            found.append(token.lemma)
        return tuple(found)

    @staticmethod
    def _verb_after_negated(line: Line, position: int, stop: int) -> bool:
        """Whether the verb that a figure is the subject of is denied: “30,000 troops were not sent”."""
        for place in range(position, min(position + 3, stop)):
            if is_finite(line.tokens, place):
                return at(line.tokens, place + 1).form in {"not", "n't", "never"}
            if not line.tokens[place].is_word or line.tokens[place].tag in {"CC", "IN", "PRP"}:
                return False
        return False
