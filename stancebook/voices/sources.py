"""Who a source is: the entity that its words name, the name to show, if it stays anonymous, whom a pronoun means."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import pandas as pd

from stancebook.knowledge import Knowledge
from stancebook.language.people import OFFICIALS, PEOPLE, QUANTIFIERS, SOMEBODY, UNNAMED, is_person
from stancebook.tokens import Token
from stancebook.voices.antecedents import PLURAL, PRONOUNS, Antecedents, Candidate
from stancebook.voices.frames import UTTERANCES
from stancebook.voices.trees import Range, Tree


ARTICLES = frozenset({"a", "an", "the"})


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


class Linker:
    """Finds the mentions inside of a source and keeps the persons who were last named as subjects.

    ``states`` gives, for bodies that are a state’s ministries, the state that their unnamed officials speak for;
    ``voiceless`` are the places for which nobody speaks.
    """

    def __init__(self, mentions: pd.DataFrame, states: dict[str, tuple[str, str]], voiceless: frozenset[str]):
        ordered = mentions.sort_values("start", kind="stable")
        self._rows = [Mention(*row) for row in zip(*(ordered[name].tolist() for name in Mention._fields))]
        self._starts = [row.start for row in self._rows]
        self._states, self._voiceless = states, voiceless
        self._antecedents = Antecedents()
        self._titled: dict[str, set[Source]] = {}

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions that overlap ``start`` to ``end``."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, end)
        return [row for row in self._rows[first:last] if row.start < end and row.end > start]

    def learn(self, tree: Tree, quoted: list[tuple[int, int]]) -> None:
        """Remember the people of the sentence for the pronouns after them, but for those within ``quoted`` speech."""
        for place, relation in enumerate(tree.relations):
            if any(start <= tree.tokens[place].start < end for start, end in quoted):
                continue
            if relation.startswith(("nsubj", "obj", "iobj", "obl", "appos", "nmod")):
                self._remember(tree, place, relation.startswith("nsubj"))

    def _remember(self, tree: Tree, place: int, is_subject: bool) -> None:
        token = tree.tokens[place]
        if token.form in PRONOUNS and is_subject:
            source = self.source(tree, place, (place, place + 1))
            plural = token.form in PLURAL
            if source.name == token.form:
                return
        else:
            named = [row for row in self._at(token) if row.type == "PER" and row.naming not in ("pronoun",)]
            described = (
                token.tag.startswith("NN") and (is_person(token) or token.lemma in PEOPLE) or token.form in SOMEBODY
            )
            apposed = is_subject and self._apposed(tree, place) is not None
            if not (named or described or apposed) or tree.relations[place] == "nmod" and not named:
                return
            if tree.relations[place] == "appos" and not named or not named and self._is_hypothetical(tree, place):
                return
            many = token.tag in {"NNS", "NNPS"} or token.form in SOMEBODY - {"one"} or token.lemma in CROWDS
            plural = not named and not apposed and many
            source = self.source(tree, place, tree.phrase(place))
            if named:
                self._entitle(tree, place, source)
        words = {
            token.form,
            token.lemma,
            *(tree.tokens[child].form for child in tree.children(place, "amod", "compound", "nmod:desc")),
        }
        key = (source.entity, without_article(source.name))
        self._antecedents.add(
            Candidate(token.start, tree.sentence, tree.paragraph, is_subject, plural, key, source), words
        )

    def _entitle(self, tree: Tree, place: int, source: Source) -> None:
        """Remember by which titles a person goes: “President Lukashenko”, “Olga Petrova, the mayor of Gomel”."""
        for child in tree.children(place, "compound", "nmod:desc", "appos", "flat"):
            token = tree.tokens[child]
            if is_person(token) or token.lemma.lower() in PEOPLE:
                self._titled.setdefault(token.lemma.lower(), set()).add(source)

    def _is_hypothetical(self, tree: Tree, place: int) -> bool:
        """“An ally who curses would have little to sell”: nobody in particular, nor is “one”."""
        head = tree.heads[place]
        indefinite = any(tree.tokens[child].form in {"a", "an", "any", "no"} for child in tree.children(place, "det"))
        modal = head >= 0 and any(tree.tokens[child].tag == "MD" for child in tree.children(head, "aux"))
        return (
            indefinite
            and modal
            or tree.tokens[place].form in {"one", "anyone", "everyone", "everybody", "anybody"}
            and not self._apposed(tree, place)
        )

    def _at(self, token: Token) -> list[Mention]:
        return [row for row in self.inside(token.start, token.end) if row.start <= token.start < row.end]

    def of(self, tree: Tree, noun: int) -> tuple[Range, Source]:
        """The words of the source whose head is ``noun``, and who it is; of a description and a name, the name."""
        if tree.tokens[noun].form == "one" and not self._apposed(tree, noun):
            # “one of them” keeps its words, and is of those whom it is taken from.
            taken_from = _counted(tree, noun)
            return span_of(tree, noun), self.source(tree, taken_from, tree.phrase(taken_from))
        noun = noun if tree.tokens[noun].form == "one" else _counted(tree, noun)
        token, names = tree.tokens[noun], -1
        if not token.tag.startswith("NNP"):
            apart = (
                one
                for one in tree.children(noun, "appos")
                if tree.tokens[one - 1].text == "," or tree.tokens[tree.reach(tree.below(one))[0] - 1].text == ","
            )
            names = next((one for one in apart if self._person(tree, one)), -1)
        return span_of(tree, names if names >= 0 else noun), self.source(tree, noun, tree.phrase(noun))

    def is_named_person(self, tree: Tree, noun: int) -> bool:
        """Whether the noun names a person, or somebody’s name stands beside it."""
        return bool(self._person(tree, noun) or self._apposed(tree, noun))

    def _person(self, tree: Tree, place: int) -> Mention | None:
        return next((row for row in self._at(tree.tokens[place]) if row.type == "PER"), None)

    def source(self, tree: Tree, noun: int, phrase: Range) -> Source:
        """The source whose head is ``noun``, in the words of ``phrase``."""
        token = tree.tokens[noun]
        at_head = self._at(token)
        meant = next((row for row in at_head if row.naming in ("pronoun", "role", "description")), None)
        if meant:
            # The government is a state’s, but who speaks there is not named.
            return Source(meant.entity, meant.name, meant.naming == "description" and is_official(token))
        if token.form in PRONOUNS:
            return self._meant(tree, noun)
        words = shown(tree.tokens[phrase[0] : phrase[1]])
        named = next((row for row in at_head if row.naming != "demonym" or token.tag.startswith(("NNP", "JJ"))), None)
        if named:
            return Source(named.entity, named.name, False)
        # “his state of the nation address” ends in what it is.
        if UTTERANCES & {token.lemma, tree.tokens[phrase[1] - 1].lemma}:
            by = [child for child in tree.children(noun, "nmod") if tree.marked_by(child, "by", "from")]
            owner = next(iter([*tree.children(noun, "nmod:poss"), *by]), None)
            if owner is not None:
                return self.source(tree, owner, tree.phrase(owner))
        apposed = self._apposed(tree, noun)
        if apposed:
            return Source(apposed.entity, apposed.name, False)
        titled = self._titled.get(token.lemma, set())
        definite = [
            tree.tokens[child].form for child in tree.children(noun, "det", "nmod:poss", "amod", "compound")
        ] == ["the"]
        if definite and len(titled) == 1 and token.tag == "NN":
            return next(iter(titled))
        if is_official(token):
            state = self._spoken_for(tree, noun)
            if state:
                return Source(*state, True)
        return Source("", words, is_anonymous(tree, noun))

    def _apposed(self, tree: Tree, noun: int) -> Mention | None:
        """The person named beside a description: “the foreign minister, Jean-Yves Le Drian”, “a farmer named Olga”."""
        named = [one for one in tree.children(noun, "acl") if tree.tokens[one].form in {"named", "called"}]
        names = [one for clause in named for one in tree.children(clause, "xcomp", "obj", "ccomp", "obl")]
        for child in [*tree.children(noun, "appos", "flat", "nmod:desc", "compound"), *names]:
            person = self._person(tree, child)
            if person:
                return person
        return None

    def _spoken_for(self, tree: Tree, noun: int) -> tuple[str, str] | None:
        """The state or body that an official speaks for: “Belarusian officials”, “a spokesman for the ministry”."""
        abroad, hidden = tree.tokens[noun].lemma in ABROAD, _off_the_record(tree, noun)
        modified = tree.children(noun, "amod", "compound", "nmod:poss", "nmod:desc")
        if any(row.entity in self._voiceless for child in modified for row in self._at(tree.tokens[child])):
            return None
        place_names = {
            row.start
            for child in tree.children(noun, "nmod")
            if abroad and tree.marked_by(child, "in", "at")
            for row in self._at(tree.tokens[child])
        }
        tied = tree.children(noun, "nmod")
        for child in [*modified, *tied]:
            for place in (child, *tree.children(child, "amod", "compound", "flat", "nmod:poss")):
                for row in self._at(tree.tokens[place]):
                    speaks = row.type in ("LOC", "ORG", "NORP") and row.start not in place_names
                    # Who will not be named speaks for the office that is told, hardly for his nation.
                    speaks &= row.naming != "demonym" or not hidden
                    if speaks and row.entity not in self._voiceless:
                        return self._states.get(row.entity, (row.entity, row.name))
        return None

    def _meant(self, tree: Tree, place: int) -> Source:
        """The person or people whom a pronoun means, or the pronoun itself where that is not clear."""
        token = tree.tokens[place]
        found = self._antecedents.meant(token.form, token.start, tree.sentence, tree.paragraph)
        return found.source if found else Source("", token.form, False)


def _counted(tree: Tree, noun: int) -> int:
    """Whom a number or a quantifier counts: “two of our contacts”."""
    token = tree.tokens[noun]
    if token.tag == "CD" or token.form in QUANTIFIERS:
        return next((child for child in tree.children(noun, "nmod") if tree.marked_by(child, "of")), noun)
    return noun


#: Nouns for many people at once, who are no “he” and no “she”.
CROWDS = frozenset("authority crew opposition police".split())
#: Who is sent abroad speaks for who sent him, not for where he is: “a diplomat in Minsk”.
ABROAD = frozenset("diplomat envoy ambassador embassy delegation negotiator representative".split())


def is_official(token: Token) -> bool:
    """Whether a common noun names people who speak for a state or a body."""
    return token.lemma in OFFICIALS or token.form in OFFICIALS


def _off_the_record(tree: Tree, noun: int) -> bool:
    """Whether somebody speaks who will not be known: “who asked not to be named”, “on condition of anonymity”."""
    forms = [token.form for token in tree.tokens]
    hidden = [place for place, form in enumerate(forms) if place > noun and form in {"named", "identified", "quoted"}]
    asked = any({"not", "n't"} & set(forms[max(place - 4, 0) : place]) for place in hidden)
    return asked or "anonymity" in forms or any(tree.tokens[one].form in UNNAMED for one in tree.children(noun, "amod"))


def ministries(known: Knowledge) -> dict[str, tuple[str, str]]:
    """The state, as id and name, of each body of the knowledge base that is a state’s ministry."""
    names = dict(zip(known.entities["entity"], known.entities["name"]))
    bodies = known.entities[
        known.entities["description"].str.contains("ministry of") & (known.entities["country"] != "")
    ]
    return {body: (state, names[state]) for body, state in zip(bodies["entity"], bodies["country"])}


def voiceless(known: Knowledge) -> frozenset[str]:
    """The continents, seas and blocs of the knowledge base: who is “Western” or “European” speaks for no state."""
    places = known.entities[known.entities["type"] == "LOC"]
    words = r"\b(?:continent|part of|sea|gulf|ocean|river|mountains?|states of|area|strait|world)\b"
    return frozenset(places.loc[places["description"].str.contains(words), "entity"])


def span_of(tree: Tree, noun: int) -> Range:
    """The noun phrase of ``noun`` without articles and quantifiers."""
    first, stop = tree.phrase(noun)
    while first < noun and (
        tree.tokens[first].tag in {"DT", "PDT", "CD", "WP$"}
        and tree.tokens[first].form != "no"
        or tree.tokens[first].form in QUANTIFIERS
        or not tree.tokens[first].is_word
    ):
        first += 1
    return first, stop


def shown(tokens: list[Token]) -> str:
    """The words of a source as they would stand inside a sentence: with its article, without quantifiers."""
    kept = list(tokens)
    article = [kept[0].form] if len(kept) > 1 and kept[0].form in ARTICLES else []
    while len(kept) > 1 and (
        (kept[0].tag in {"DT", "PDT", "CD"} and kept[0].form not in {"no"} or kept[0].form in QUANTIFIERS)
        and kept[1].tag != "IN"
    ):
        kept = kept[1:]
    texts: list[str] = []
    for number, token in enumerate(kept):
        text = token.text
        common = not token.tag.startswith(("NNP", "JJ")) or token.form in SOMEBODY
        if not number and common and text[1:].islower():
            text = text.lower()
        if texts and (token.tag == "POS" or text in {",", "'s", "’s"} or not token.is_word):
            texts[-1] += text
        else:
            texts.append(text)
    return " ".join(article + texts)


def without_article(name: str) -> str:
    """The words of a source by which it is counted: “a diplomat” and “the diplomat” are alike."""
    article, _, rest = name.partition(" ")
    return rest if rest and article.lower() in ARTICLES else name


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
