"""A sentence with its dependency tree: who depends on whom, by which relation, and what hangs together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pandas as pd

from stancebook.lexicons import Lexicon, regular_forms
from stancebook.language.names import CALENDAR
from stancebook.tokens import Sentence, Token, reread, sentences
from stancebook.voices import frames, noun_frames

Range = tuple[int, int]
#: Relations that coordinate or only accompany: what hangs on them is not part of a phrase’s core.
LOOSE = frozenset(
    {
        "case",
        "nmod:unmarked",
        "obl:unmarked",
        "appos",
        "acl:relcl",
        "acl",
        "parataxis",
        "punct",
        "discourse",
        "cc",
        "conj",
        "dep",
        "list",
        "advcl",
        "ccomp",
    }
)
WITHIN_PHRASES = frozenset(
    "det amod compound nmod:poss nummod flat nmod:desc case det:predet nmod:unmarked punct cc:preconj".split()
)
TIMES = frozenset("yesterday today tomorrow week month year day night morning evening afternoon".split())
PARTICLES = frozenset("aside away down off out up".split())
SUBJECTS = ("nsubj", "nsubj:outer", "nsubj:pass", "csubj", "csubj:pass")


@dataclass(frozen=True)
class Tree:
    """The tokens of a sentence; ``heads`` gives for each the place of the one it depends on (-1 for the root)."""

    tokens: Sentence
    heads: list[int]
    relations: list[str]
    paragraph: int
    sentence: int
    _children: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._children.extend([] for _ in self.tokens)
        for place, head in enumerate(self.heads):
            if 0 <= head < len(self.tokens) and head != place:
                self._children[head].append(place)

    def children(self, place: int, *relations: str) -> list[int]:
        """What depends on ``place``, by one of ``relations`` (by any where none is named), in the order of the text."""
        found = self._children[place]
        return [child for child in found if self.relations[child] in relations] if relations else found

    def child(self, place: int, *relations: str) -> int:
        """The first of ``children``, or -1."""
        return next(iter(self.children(place, *relations)), -1)

    def below(self, place: int, *, without: Iterable[int] = ()) -> set[int]:
        """``place`` and all that hangs on it, but for the branches that begin at ``without``."""
        left_out, found, waiting = set(without), set(), [place]
        while waiting:
            one = waiting.pop()
            if one in found or one in left_out:
                continue
            found.add(one)
            waiting.extend(self._children[one])
        return found

    def reach(self, places: Iterable[int]) -> Range:
        """From the first to the past-the-last of ``places``, without the punctuation at either edge."""
        words = [place for place in places if self.tokens[place].is_word]
        return (min(words), max(words) + 1) if words else (0, 0)

    def marks(self, place: int) -> list[Token]:
        """The words that introduce a clause: that, whether, to, as."""
        return [self.tokens[child] for child in self.children(place, "mark", "case")]

    def marked_by(self, place: int, *forms: str) -> bool:
        """Whether one of ``forms`` introduces the clause or phrase at ``place``."""
        first = self.reach(self.below(place))[0]
        leads = self.tokens[first].form in forms and self.relations[first] in {"mark", "case", "advmod", "fixed"}
        return leads or any(token.form in forms for token in self.marks(place))

    def lemma(self, place: int) -> str:
        """The lemma with its particle: “point out”, “wave away”."""
        particle = self.child(place, "compound:prt")
        if particle < 0:
            beside = (one for one in self.children(place) if one == place + 1 and self.tokens[one].form in PARTICLES)
            particle = next(beside, -1)
        return self.tokens[place].lemma + (f" {self.tokens[particle].form}" if particle >= 0 else "")

    def has_subject(self, place: int) -> bool:
        """Whether the clause at ``place`` has a subject of its own."""
        return bool(self.children(place, *SUBJECTS, "expl"))

    def top_of_phrase(self, place: int) -> int:
        """The noun that ``place``, a word of its phrase, stands with: “Russian” in “Russian officials”."""
        while self.relations[place] in WITHIN_PHRASES and self.heads[place] >= 0:
            place = self.heads[place]
        return place

    def up(self, place: int) -> Iterator[int]:
        """What ``place`` depends on, and what that depends on, up to the root."""
        seen = {place}
        while 0 <= self.heads[place] < len(self.tokens) and self.heads[place] not in seen:
            place = self.heads[place]
            seen.add(place)
            yield place

    def phrase(self, noun: int) -> Range:
        """The noun phrase of ``noun``: with its names, adjectives and tied phrases, without appositions and clauses."""
        loose = {
            child
            for place in self.below(noun)
            for child in [*self.children(place, *LOOSE), *self._dates(place)]
            if not (self.relations[child] == "conj" and place == noun) and not self._inside_name(child)
        }
        if self.child(noun, "cop") >= 0:
            # A predicate has the clause’s subject below it: “what they see is a man who …”.
            loose |= set(self.children(noun, *SUBJECTS, "cop", "aux", "mark", "expl", "advmod", "obl"))
        kept = self.below(noun, without=loose)
        # “hardly anyone”, “even the minister”: how far it holds of them, and no part of who they are.
        kept -= set(self._adverbs_before(noun))
        # Of a coordination the nouns stay; the punctuation and the “and” between them stand inside the range anyhow.
        first, stop = self.reach(kept)
        return self._unbroken(first, stop, noun)

    def _adverbs_before(self, noun: int) -> list[int]:
        return [one for one in self.children(noun, "advmod") if one < noun and self.tokens[one].tag == "RB"]

    def _dates(self, place: int) -> list[int]:
        """“the White House on Friday”: when, which is no part of who."""
        return [one for one in self.children(place, "nmod") if self.is_time(one)]

    def is_time(self, place: int) -> bool:
        """Whether the word is a day or month by name, or tells a time: “Friday”, “yesterday”."""
        return self.tokens[place].text.rstrip(".") in CALENDAR or self.tokens[place].form in TIMES

    def _inside_name(self, place: int) -> bool:
        return self.relations[place] == "punct" and self.tokens[place].text in {".", "-", "’", "'", "&"}

    def _unbroken(self, first: int, stop: int, noun: int) -> Range:
        """The range between the commas around the noun, unless a coordination bridges them."""
        if not self.children(noun, "conj"):
            first = max((place + 1 for place in range(first, noun) if self.tokens[place].text == ","), default=first)
        for place in range(noun + 1, stop):
            if self.tokens[place].text in {",", "—", "–", "("} and not self.children(noun, "conj"):
                return first, place
        return first, stop


def trees(words: pd.DataFrame, lexicon: Lexicon) -> list[Tree]:
    """The trees of a words table, sentence by sentence; ``lexicon`` mends tags and lemmas of reporting verbs."""
    further = {form: base for base in frames.BESIDE | noun_frames.GROWING for form in (base, *regular_forms(base))}
    heads, relations = words["head"].tolist(), words["relation"].tolist()
    result, done = [], 0
    for paragraph, sentence, tokens in sentences(words):
        stop = done + len(tokens)
        tokens = reread(tokens, further | lexicon.verbs, lexicon.reporting | frames.BESIDE)
        result.append(Tree(tokens, heads[done:stop], relations[done:stop], paragraph, sentence))
        done = stop
    return result
