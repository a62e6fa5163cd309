"""Who a source is: the entity that its words name, the name to show, whether it stays anonymous, whom a pronoun means."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import pandas as pd

from stancebook.knowledge import Knowledge
from stancebook.tokens import Token
from stancebook.language.people import FEMALE, MALE, OFFICIALS, PEOPLE, QUANTIFIERS, SOMEBODY, UNNAMED, is_person
from stancebook.voices.trees import Range, Tree

#: How many paragraphs back a pronoun may reach.
REACH = 1
PRONOUNS = frozenset({"he", "she", "his", "her", "him"})


class Source(NamedTuple):
    """A source as shown: the id of its entity, the name, and whether it stays anonymous."""

    entity: str
    name: str
    anonymous: bool


NOBODY = Source("", "", True)


class Mention(NamedTuple):
    """A mention of an entity, as the table has it."""

    start: int
    end: int
    type: str
    entity: str
    name: str
    naming: str


class Somebody(NamedTuple):
    """A person who is the subject of a clause, for the pronouns after it."""

    start: int
    paragraph: int
    source: Source
    gender: str
    opens: bool


class Linker:
    """Finds the mentions inside of a source and keeps the persons who were last named as subjects.

    ``states`` gives, for bodies that are a state’s ministries, the state that their unnamed officials speak for.
    """

    def __init__(self, mentions: pd.DataFrame, states: dict[str, tuple[str, str]]):
        ordered = mentions.sort_values("start", kind="stable")
        self._rows = [Mention(*row) for row in zip(*(ordered[name].tolist() for name in Mention._fields))]
        self._starts = [row.start for row in self._rows]
        self._states = states
        self._people: list[Somebody] = []

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions that overlap ``start`` to ``end``."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, end)
        return [row for row in self._rows[first:last] if row.start < end and row.end > start]

    def learn(self, tree: Tree) -> None:
        """Remember the persons who are subjects in the sentence."""
        for place, relation in enumerate(tree.relations):
            token = tree.tokens[place]
            if relation not in {"nsubj", "nsubj:pass"} or token.tag in {"PRP", "WP", "WDT", "DT", "NNS", "NNPS"}:
                continue
            named = [row for row in self._at(token) if row.type == "PER"]
            if not named and token.lemma not in PEOPLE:
                continue
            verb = tree.heads[place]
            dependent = verb >= 0 and tree.relations[verb] in {"advcl", "ccomp", "acl", "acl:relcl"}
            gender = "female" if {token.form, token.lemma} & FEMALE else "male" if {token.form, token.lemma} & MALE else ""
            self._people.append(Somebody(token.start, tree.paragraph, self.source(tree, place, tree.phrase(place)), gender, not dependent))

    def _at(self, token: Token) -> list[Mention]:
        return [row for row in self.inside(token.start, token.end) if row.start <= token.start < row.end]

    def of(self, tree: Tree, noun: int) -> tuple[Range, Source]:
        """The words of the source whose head is ``noun``, and who it is; of a description and a name, the name’s words."""
        noun = _counted(tree, noun)
        token, names = tree.tokens[noun], -1
        if not token.tag.startswith("NNP"):
            apart = (one for one in tree.children(noun, "appos") if tree.tokens[one - 1].text == "," or tree.tokens[tree.reach(tree.below(one))[0] - 1].text == ",")
            names = next((one for one in apart if self._person(tree, one)), -1)
        return span_of(tree, names if names >= 0 else noun), self.source(tree, noun, tree.phrase(noun))

    def _person(self, tree: Tree, place: int) -> Mention | None:
        return next((row for row in self._at(tree.tokens[place]) if row.type == "PER"), None)

    def source(self, tree: Tree, noun: int, phrase: Range) -> Source:
        """The source whose head is ``noun``, in the words of ``phrase``."""
        token = tree.tokens[noun]
        at_head = self._at(token)
        meant = next((row for row in at_head if row.naming in ("pronoun", "role")), None)
        if meant:
            return Source(meant.entity, meant.name, False)
        if token.form in PRONOUNS:
            return self._meant(token, tree.paragraph)
        words = shown(tree.tokens[phrase[0] : phrase[1]])
        named = next((row for row in at_head if row.naming != "demonym" or token.tag.startswith("NNP")), None)
        if named and token.lemma not in OFFICIALS:
            return Source(named.entity, named.name, False)
        apposed = self._apposed(tree, noun)
        if apposed:
            return Source(apposed.entity, apposed.name, False)
        if is_official(token):
            state = self._spoken_for(tree, noun)
            if state:
                return Source(*state, True)
        return Source("", words, is_anonymous(tree, noun))

    def _apposed(self, tree: Tree, noun: int) -> Mention | None:
        """The person named beside a description: “the foreign minister, Jean-Yves Le Drian”, “a woman, Olga”."""
        for child in tree.children(noun, "appos", "flat", "nmod:desc", "compound"):
            person = self._person(tree, child)
            if person:
                return person
        return None

    def _spoken_for(self, tree: Tree, noun: int) -> tuple[str, str] | None:
        """The state or body that an official speaks for: “Belarusian officials”, “a spokesman for the ministry”."""
        for child in tree.children(noun, "amod", "compound", "nmod", "nmod:poss", "nmod:desc"):
            for place in (child, *tree.children(child, "amod", "compound", "flat", "nmod:poss")):
                for row in self._at(tree.tokens[place]):
                    if row.type in ("LOC", "ORG", "NORP") and row.entity not in NO_STATES:
                        return self._states.get(row.entity, (row.entity, row.name))
        return None

    def _meant(self, pronoun: Token, paragraph: int) -> Source:
        """The person whom he or she means: the last who was a subject, where no other may be meant."""
        gender = "female" if pronoun.form in {"she", "her"} else "male"
        near = [
            person
            for person in self._people
            if person.start < pronoun.start
            and paragraph - REACH <= person.paragraph <= paragraph
            and person.gender in {"", gender}
        ]
        here = [person for person in near if person.paragraph == paragraph] or near
        last = here[-1] if here else None
        clear = last is not None and last.opens and len({(p.source.entity, p.source.name) for p in here[-2:]}) <= 2
        return last.source if clear else Source("", pronoun.text.lower(), False)


def _counted(tree: Tree, noun: int) -> int:
    """Whom a number or a quantifier counts: “two of our contacts”."""
    token = tree.tokens[noun]
    if token.tag == "CD" or token.form in QUANTIFIERS:
        return next((child for child in tree.children(noun, "nmod") if tree.marked_by(child, "of")), noun)
    return noun


#: Of these nobody is an official: who is “Western” or “European” speaks for no state.
NO_STATES = frozenset({"west", "europe", "eastern-europe", "western-europe", "africa", "asia", "middle-east", "north-africa", "east"})


def is_official(token: Token) -> bool:
    """Whether a common noun names people who speak for a state or a body."""
    return token.lemma in OFFICIALS or token.form in OFFICIALS


def ministries(known: Knowledge) -> dict[str, tuple[str, str]]:
    """The state, as id and name, of each body of the knowledge base that is a state’s ministry."""
    names = dict(zip(known.entities["entity"], known.entities["name"]))
    bodies = known.entities[known.entities["description"].str.contains("ministry of") & (known.entities["country"] != "")]
    return {body: (state, names[state]) for body, state in zip(bodies["entity"], bodies["country"])}


def span_of(tree: Tree, noun: int) -> Range:
    """The noun phrase of ``noun`` without articles and quantifiers."""
    first, stop = tree.phrase(noun)
    while first < noun and (tree.tokens[first].tag in {"DT", "PDT", "CD"} or tree.tokens[first].form in QUANTIFIERS or not tree.tokens[first].is_word):
        first += 1
    return first, stop


def shown(tokens: list[Token]) -> str:
    """The words of a source as they would stand inside a sentence, without articles and quantifiers."""
    kept = list(tokens)
    while len(kept) > 1 and (kept[0].tag in {"DT", "PDT", "CD"} and kept[0].form not in {"no"} or kept[0].form in QUANTIFIERS):
        kept = kept[1:]
    texts: list[str] = []
    for number, token in enumerate(kept):
        text = token.text
        if not number and not token.tag.startswith("NNP") and text[1:].islower() and not token.tag.startswith("JJ"):
            text = text.lower()
        if texts and (token.tag == "POS" or text in {",", "'s", "’s"} or not token.is_word):
            texts[-1] += text
        else:
            texts.append(text)
    return " ".join(texts)


def is_anonymous(tree: Tree, noun: int) -> bool:
    """Whether people speak here who are not named: officials, an anonymous diplomat, a woman; not the president."""
    token = tree.tokens[noun]
    around = [tree.tokens[place] for place in tree.below(noun)]
    if any(one.form in UNNAMED for one in around) or token.form in SOMEBODY or token.tag == "CD":
        return True
    if not is_person(token) and token.lemma not in PEOPLE:
        return False
    plural = token.tag in {"NNS", "NNPS"} or token.form in {"people", "police"}
    own = [tree.tokens[child] for child in tree.children(noun, "det", "nmod:poss")]
    determined = any(one.form == "the" or one.tag in {"PRP$", "NNP"} for one in own)
    return plural or not determined
