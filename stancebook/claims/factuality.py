"""How certain each clause is to the one who says it, and whether it is affirmed or denied, after FactBank.

A clause is as certain as its own modal verbs, adverbs and negations leave it within what governs it: the verb, noun or
adjective whose complement it is (``embedding``), the cue of the statement that it stands in, a condition or a question.
This goes down the tree, as Saurí & Pustejovsky (2012) do it. Certainty is that of the innermost voice: what a source
says is as certain as that source has it, and the author’s own hedges around it do not count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from stancebook.claims import embedding
from stancebook.claims.degrees import CERTAIN, POSSIBLE, UNKNOWN, Factuality
from stancebook.claims.embedding import Embedding
from stancebook.claims.hedging import COMPLEMENTS, hedged, marked
from stancebook.claims.lines import Line, lines
from stancebook.claims.predicates import (
    asks, first_joined, has_no, is_alternative, is_denied, is_indirect_question, kind_of, own, predicate_of, predicates,
    supposes, there_is_none, without_tree,
)  # fmt: skip
from stancebook.claims.prospects import is_called_likely
from stancebook.claims.scenarios import bounds_of, scenarios
from stancebook.language.lemmas import lemma
from stancebook.tokens import at, plain
from stancebook.trees import DEPTH, dependents, finite_tag
from stancebook.voices import AUTHOR, innermost, voice_ids, voice_names

COLUMNS = ("article", "paragraph", "sentence", "start", "end", "text", "certainty", "polarity", "voice", "source")
_TAKEN_FOR_GRANTED = Factuality()
_OPEN = Factuality(UNKNOWN)
#: Of these a noun is had, given or there: whether it is, they say.
_LIGHT = frozenset("be have give show see find leave offer cast".split())


@dataclass(frozen=True)
class Voices:
    """Whose words each word is in: the number of the statement by offset (-1 for the author’s), and their cues."""

    at: Mapping[int, int]
    cues: Mapping[int, tuple[int, int, str]]

    @classmethod
    def of(cls, offsets: Sequence[int], statements: pd.DataFrame | None) -> Voices:
        """The voices at ``offsets``; without ``statements`` all words are the author’s."""
        if statements is None or statements.empty:
            return cls({}, {})
        numbers = innermost(np.asarray(offsets, dtype="int64"), statements)
        places = zip(statements["cue_start"], statements["cue_end"], statements["cue"])
        return cls(dict(zip(offsets, numbers)), dict(zip(statements["statement"], places)))


@dataclass(frozen=True)
class Clauses:
    """One sentence, whose clauses are judged: ``hedged`` has the degree of the hedges of each word, ``marked`` modals."""

    line: Line
    voices: Voices
    hedged: Mapping[int, int] = field(default_factory=dict)
    marked: dict[int, str | None] = field(default_factory=dict)
    conditions: tuple[tuple[int, int], ...] = ()
    known: dict[int, Factuality] = field(default_factory=dict)

    def at_word(self, place: int) -> Factuality:
        """What is said of the word at ``place``, a verb, noun or number: the factuality of its clause.

        Where a word on the way up takes it as its object (“expects 300 tanks”, “a risk of war”), that counts too.
        """
        tokens = self.line.tokens
        if not any(token.relation for token in tokens):
            return self._restarted(place, without_tree(self.line, place, self.marked))
        head = predicate_of(tokens, place)
        if self.voice(place) != self.voice(head):
            above = head
            for _ in range(DEPTH):
                above = at(tokens, above).head
                if above < 0:
                    return self._from_cue(place)
                if self.voice(above) == self.voice(place):
                    return self.at_word(above)
        found, below = self.at_clause(head), place
        for _ in range(DEPTH):
            above = at(tokens, below).head
            if below == head or above < 0:
                return found
            entry = self._object_of(above, below)
            if entry is not None:
                found = _composed(entry, found)
            below = above
        return found

    def at_clause(self, head: int) -> Factuality:
        """The factuality of the clause whose predicate is at ``head``."""
        if head not in self.known:
            self.known[head] = _OPEN  # a tree that is read wrong may hold a ring
            degree = max(self.hedged.get(head, CERTAIN), POSSIBLE * is_alternative(self.line.tokens, head))
            self.known[head] = own(self.line.tokens, head, self.marked).weakened(degree).within(self._around(head))
            entry = self._raised(head) or self._prospective(head) or self._called_likely(head)
            if entry is not None:
                self.known[head] = entry
        return self.known[head]

    def at_prospect(self, place: int) -> Factuality:
        """The factuality of what is to come by the verb at ``place``: of the infinitive after “due to”, “promises to”."""
        tokens = self.line.tokens
        if any(token.relation for token in tokens) and at(tokens, place).tag != "MD":
            head = predicate_of(tokens, place)
            for below in dependents(tokens, head, "xcomp"):
                if kind_of(tokens, below) == "to" and self._entry(head, below) is not None:
                    return self.at_clause(below)
            # A reader may take “due to end” for a preposition and a noun.
            entry = embedding.load().of(at(tokens, place).lemma, at(tokens, place).form, "ADJ", "to")
            if entry is not None and at(tokens, place + 1).form == "to":
                return _composed(entry, Factuality(CERTAIN, is_denied(tokens, head if at(tokens, place).head == head else place)))
        return self.at_word(place)

    def voice(self, place: int) -> int:
        """The statement that the word at ``place`` stands in, or -1."""
        return self.voices.at.get(at(self.line.tokens, place).start, -1)

    def _prospective(self, head: int) -> Factuality | None:
        """“Are due to leave”, where the reader takes “due to” for a preposition before the infinitive."""
        tokens = self.line.tokens
        for place in dependents(tokens, head, "mark", "case") if tokens[head].tag == "VB" else ():
            entry = embedding.load().of(tokens[place].lemma, tokens[place].form, "ADJ", "to")
            if entry is not None and at(tokens, place + 1).form == "to":
                return _composed(entry, self.known[head])
        return None

    def _called_likely(self, head: int) -> Factuality | None:
        """“War is unlikely”, “a quarrel is the most probable outcome”: the event is as certain as it is called."""
        tokens = self.line.tokens
        word = next((place for place in (head, *dependents(tokens, head, "amod")) if is_called_likely(tokens, place)), -1)
        entry = embedding.load().of(tokens[word].lemma, tokens[word].form, "ADJ", "clause") if word >= 0 else None
        return entry and _composed(entry, Factuality(CERTAIN, is_denied(tokens, head)))

    def _raised(self, head: int) -> Factuality | None:
        """“It’s unlikely he would come”, “no way he would”: a “would” under what denies it adds no doubt of its own."""
        around = self._around(head)
        helpers = {self.line.tokens[helper].form for helper in dependents(self.line.tokens, head, "aux")}
        if around.denied and helpers & {"would", "'d"} and not is_denied(self.line.tokens, head):
            return around
        return None

    def _around(self, head: int) -> Factuality:
        """What the clause stands within."""
        tokens, token = self.line.tokens, self.line.tokens[head]
        relation, above = token.relation.split(":")[0], token.head
        if self._in_condition(head):
            return _OPEN
        named = self._named(head)
        if named is not None:
            return named
        if relation == "conj" and above >= 0:
            first = first_joined(tokens, head)
            ordered = self._in_condition(first) and not dependents(tokens, first, "nsubj")  # “close it and they will die”
            if self.voice(first) != self.voice(head) or ordered:
                return self._restarted(head, self._from_cue(head))
            return self.at_clause(first) if self._shares(head) else self._around(first)
        if above < 0 or relation not in COMPLEMENTS:
            return self._restarted(head, self._from_cue(head))
        if self.voice(head) != self.voice(above):
            entry = self._entry(above, head)
            if entry is not None and self._is_cue(above, head):
                return _composed(entry, Factuality(CERTAIN, is_denied(tokens, above)))
            if kind_of(tokens, head) == "to":
                return _OPEN
            return self._restarted(head, self._from_cue(head))
        return self._complement(head, above, relation)

    def _named(self, head: int) -> Factuality | None:
        """“My guess is that he knows”: the clause is what a noun says that it is."""
        tokens = self.line.tokens
        marks = {tokens[child].form for child in dependents(tokens, head, "mark")}
        subjects = [child for child in dependents(tokens, head, "nsubj") if tokens[child].part_of_speech == "NOUN"]
        if "that" not in marks or len(dependents(tokens, head, "nsubj")) < 2 or not subjects:
            return None
        noun = tokens[subjects[0]]
        entry = embedding.load().of(noun.lemma, noun.form, "NOUN", "clause")
        return entry and _composed(entry, Factuality(CERTAIN, has_no(tokens, subjects[0])))

    def _complement(self, head: int, above: int, relation: str) -> Factuality:
        """What the word at ``above`` makes of its complement or adjunct at ``head``, both in one voice."""
        tokens, kind = self.line.tokens, kind_of(self.line.tokens, head)
        entry = self._entry(above, head)
        relative = relation == "acl" and kind == "clause"
        governor = self._of_governor(above)
        if relative and entry is None:
            return Factuality(CERTAIN, there_is_none(tokens, above))
        if kind == "to" and at(tokens, above).lemma == "have" and {"yet"} & {tokens[child].form for child in dependents(tokens, above)}:
            return Factuality(governor.degree, True)  # “has yet to decide”
        if kind == "to" and self._too_much(above):
            return Factuality(governor.degree, not governor.denied)
        if relation != "advcl" or kind == "from" or entry is not None and not supposes(tokens, head) and kind == "to":
            marks = {tokens[mark].form for mark in dependents(tokens, head, "mark")}
            if marks & {"whether", "if"}:
                return _OPEN
            if relation == "ccomp" and "that" not in marks and is_indirect_question(tokens, head):
                return _OPEN if governor.degree == UNKNOWN and governor == _OPEN and kind != "clause" else _TAKEN_FOR_GRANTED
            if entry is not None:
                return _composed(entry, governor)
            if kind == "clause":
                return _OPEN if governor.denied or governor.degree == UNKNOWN else _TAKEN_FOR_GRANTED
            return _OPEN if kind == "to" else governor
        if supposes(tokens, head):
            return _OPEN
        return self._adjunct(head, kind, governor)

    def _adjunct(self, head: int, kind: str, governor: Factuality) -> Factuality:
        marks = {self.line.tokens[child].form for child in dependents(self.line.tokens, head, "mark", "case")}
        if kind == "to" or "so" in marks and "that" in marks:
            return _OPEN
        if "without" in marks:
            return Factuality(governor.degree, True)
        return _TAKEN_FOR_GRANTED if finite_tag(self.line.tokens, head) else Factuality(governor.degree)

    def _of_governor(self, above: int) -> Factuality:
        """The factuality of the verb or adjective at ``above``; of a noun, whether it is there or not."""
        tokens = self.line.tokens
        head = predicate_of(tokens, above)
        found = self.at_clause(head)
        if head == above:
            return found
        if at(tokens, head).lemma in _LIGHT:
            little = {tokens[child].form for child in dependents(tokens, above, "amod")} & {"little"}
            return Factuality(found.degree, found.denied != bool(little))
        return Factuality(found.degree, has_no(tokens, above))

    def _entry(self, above: int, head: int) -> Embedding | None:
        tokens, kind = self.line.tokens, kind_of(self.line.tokens, head)
        word = at(tokens, above)
        part = "NOUN" if word.part_of_speech in {"NOUN", "PROPN"} else word.part_of_speech
        return embedding.load().of(word.lemma, word.form, part, kind)

    def _object_of(self, above: int, below: int) -> Embedding | None:
        """What the word above makes of a noun: a verb of its object, a noun of what follows “of”."""
        word, relation = at(self.line.tokens, above), at(self.line.tokens, below).relation
        complement = {"obj": "object", "nsubj:pass": "object", "nmod": "of"}.get(relation)
        if complement is None or self.voice(above) != self.voice(below):
            return None
        return embedding.load().of(word.lemma, word.form, word.part_of_speech, complement)

    def _too_much(self, above: int) -> bool:
        """“Too weak to occupy it”."""
        tokens = self.line.tokens
        return any(tokens[child].form == "too" for child in dependents(tokens, above, "advmod"))

    def _shares(self, head: int) -> bool:
        """Whether a joined verb shares the modal verb or the negation of the first: “may come and go”, “never ate or slept”."""
        tokens = self.line.tokens
        if dependents(tokens, head, "nsubj", "aux", "cop", "mark"):
            return False
        joined = {tokens[child].form for child in dependents(tokens, head, "cc")}
        return not finite_tag(tokens, head) or bool(joined & {"or", "nor"})

    def _in_condition(self, head: int) -> bool:
        token = self.line.tokens[head]
        above = at(self.line.tokens, token.head)
        if above.part_of_speech == "ADV":  # “as long as it lasts”
            above = at(self.line.tokens, above.head)
        return any(
            low <= token.start < high and not (token.head >= 0 and low <= above.start < high)
            for low, high in self.conditions
        )

    def _restarted(self, place: int, found: Factuality) -> Factuality:
        return _OPEN if asks(self.line, place) else found

    def _from_cue(self, place: int) -> Factuality:
        """How certain the source is by the cue of its statement; the author, and who just says so, is certain."""
        first, _, cue = self.voices.cues.get(self.voice(place), (-1, -1, ""))
        words = [lemma(word, "VERB") for word in re.findall(r"[^\W\d_]+", plain(cue))]
        entry = embedding.load().any_of(words)
        if entry is None:
            return _TAKEN_FOR_GRANTED
        cued = self.line.position(first) if self.line.start <= first < self.line.end else -1
        return _composed(entry, Factuality(CERTAIN, cued >= 0 and is_denied(self.line.tokens, cued)))

    def _is_cue(self, above: int, head: int) -> bool:
        first, last, _ = self.voices.cues.get(self.voice(head), (-1, -1, ""))
        return first <= at(self.line.tokens, above).start < last


def clauses(
    reading,
    statements: pd.DataFrame | None = None,
    markers: pd.DataFrame | None = None,
    conditions: tuple[tuple[int, int], ...] = (),
) -> dict[int, Clauses]:
    """The sentences of a reading by number, each ready to be asked how certain its words are.

    ``conditions`` are spans in which nothing is asserted, besides those that the trees show.
    """
    voices = Voices.of(reading.words["start"].tolist(), statements)
    found = {}
    for line in lines(reading):
        own_markers = pd.DataFrame() if markers is None else markers[markers["sentence"] == line.sentence]
        found[line.sentence] = Clauses(line, voices, hedged(line, own_markers), marked(line, own_markers), conditions)
    return found


def factuality(reading, statements: pd.DataFrame | None = None, markers: pd.DataFrame | None = None) -> pd.DataFrame:
    """Every clause of a reading with its certainty and polarity (FactBank), sorted by start: a row per predicate.

    Columns: article, paragraph, sentence, start, end, text (the verb, or the predicate word after a copula); certainty,
    polarity (positive where certainty is unknown); voice (“author”, or the source’s id) and source (its name).
    """
    ids, names = ([], []) if statements is None else (voice_ids(statements).tolist(), voice_names(statements).tolist())
    rows = []
    supposed = tuple(one.condition for one in scenarios(lines(reading), bounds_of(statements)) if one.condition)
    for one in clauses(reading, statements, markers, supposed).values():
        for place in predicates(one.line):
            token, number = one.line.tokens[place], one.voice(place)
            said = one.at_clause(place)
            rows.append(
                {
                    "article": reading.article.name, "paragraph": one.line.paragraph, "sentence": one.line.sentence,
                    "start": token.start, "end": token.end, "text": token.text, "certainty": said.certainty,
                    "polarity": said.polarity, "voice": ids[number] if number >= 0 else AUTHOR,
                    "source": names[number] if number >= 0 else "",
                }
            )  # fmt: skip
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table.astype({name: "int64" for name in ("paragraph", "sentence", "start", "end")})


def _composed(entry: Embedding, governor: Factuality) -> Factuality:
    """What an entry makes of its complement, given what is said of the entry’s own word."""
    if entry.granted:
        return _TAKEN_FOR_GRANTED
    if governor.degree == UNKNOWN:
        return _OPEN
    chosen = entry.denied if governor.denied else entry.affirmed
    return chosen.weakened(governor.degree)
