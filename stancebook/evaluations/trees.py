"""The dependency tree of a sentence, and the questions that evaluation asks of it."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from stancebook.lexicons.negation import NEGATORS

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
RELATIVES = frozenset("who which that whom".split())
#: Verbs that pass their subject on to what is said of it.
LINKING = frozenset("be seem become remain appear look sound turn prove stay feel grow get act".split())
#: Verbs under which a deed is not done.
NOT_DONE = frozenset("fail refuse decline cease stop avoid deny reject oppose resist avert prevent renounce".split())
IRREALIS = frozenset("should would could may might ought if unless whether".split())
#: Verbs whose content is only supposed.
SUPPOSED = frozenset("suppose imagine hope wish wonder doubt pretend".split())
#: How many words may stand between a negator and what it denies.
NEAR = 3
NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM")


class Tree:
    """The words of one sentence with their heads (positions in the sentence, -1 for the root)."""

    def __init__(self, rows: pd.DataFrame):
        self.starts, self.ends = rows["start"].tolist(), rows["end"].tolist()
        self.forms = [text.lower() for text in rows["text"]]
        self.lemmas = [str(lemma).lower() for lemma in rows["lemma"]]
        self.parts, self.tags = rows["part_of_speech"].tolist(), rows["tag"].tolist()
        self.heads, self.relations = rows["head"].tolist(), rows["relation"].tolist()
        self.children: list[list[int]] = [[] for _ in self.heads]
        for word, head in enumerate(self.heads):
            if head >= 0:
                self.children[head].append(word)

    def __len__(self) -> int:
        return len(self.heads)

    def inside(self, start: int, end: int) -> list[int]:
        """The words between two offsets."""
        return [word for word in range(len(self)) if self.starts[word] < end and self.ends[word] > start]

    def is_word_before(self, word: int) -> bool:
        """Whether a word, and no mark, stands right before ``word``."""
        return word > 0 and self.parts[word - 1] not in ("PUNCT", "SYM")

    def top(self, words: list[int]) -> int:
        """The word of a span on which the others hang: the first whose head lies outside of it."""
        return next((word for word in words if self.heads[word] not in words), words[0])

    def related(self, word: int, *relations: str) -> list[int]:
        """The dependents of a word that bear one of ``relations``, subtypes included (``nmod`` takes ``nmod:poss`` in)."""
        return [
            child for child in self.children[word]
            if self.relations[child] in relations or self.relations[child].split(":")[0] in relations
        ]  # fmt: skip

    def case(self, word: int) -> str:
        """The preposition (or “as”) that marks a word, empty where it has none."""
        marks = [child for child in self.related(word, "case", "mark") if self.parts[child] != "PART" or self.forms[child] == "to"]
        return self.forms[marks[0]] if marks else ""

    def members(self, word: int) -> list[int]:
        """A word and all that is coordinated with it."""
        return [word, *self.related(word, "conj")]

    def subject(self, word: int, depth: int = 0) -> tuple[int, bool, bool] | None:
        """Of whom or what a verb or predicate is said: the word, whether it undergoes it, and whether it is undone.

        A verb without a subject has that of the verb that it depends on; a relative clause has its antecedent.
        """
        if depth > 4:
            return None
        own = [child for child in self.children[word] if self.relations[child] in SUBJECTS]
        head, relation = self.heads[word], self.relations[word]
        if own:
            passive = self.relations[own[-1]] == "nsubj:pass"
            if self.parts[own[-1]] == "PRON" and self.forms[own[-1]] in RELATIVES and relation == "acl:relcl" and head >= 0:
                return head, passive, False
            return own[-1], passive, False
        if head < 0:
            return None
        participle = self.tags[word] == "VBN" and not self.related(word, "aux")
        if relation == "acl" and self.parts[head] in NOMINAL:
            return head, participle, False
        if relation in ("conj", "xcomp", "advcl", "parataxis") and (relation != "advcl" or self.tags[word] in ("VBG", "VB")):
            found = self.subject(head, depth + 1)
            if found is None:
                return None
            if relation == "xcomp" and self.related(head, "obj"):
                # “forced Minsk to yield”: the object does it.
                return self.related(head, "obj")[0], False, False
            undone = found[2] or (relation == "xcomp" and self.lemmas[head] in NOT_DONE)
            return found[0], participle if relation == "advcl" else (found[1] and relation == "conj" and participle), undone
        return None

    def denied(self, word: int, words: tuple[int, ...] = ()) -> bool:
        """Whether a negator hangs on a verb, or stands in its object: “threatens no one”; those of ``words`` deny nothing."""
        near = [*self.children[word]]
        for child in self.related(word, "obj", "obl"):
            near += [child, *self.related(child, "det")]
        negators = NEGATORS | {"nobody", "nothing", "none"}
        return any(self.forms[one] in negators and one not in words for one in near)

    def is_told(self, word: int) -> bool:
        """Whether a verb says what somebody ought to do, or not to do."""
        return any(self.forms[child] in ("should", "must", "ought") for child in self.related(word, "aux"))

    def with_negator(self, words: tuple[int, ...]) -> tuple[int, ...]:
        """``words`` with the negator that stands close before them: “cannot be angry”, “no threat”."""
        for word in range(words[0] - 1, max(words[0] - 1 - NEAR, -1), -1):
            if self.parts[word] == "PUNCT":
                break
            if self.forms[word] in NEGATORS:
                first = word - 1 if self.forms[word] in ("n't", "not") and word and self.parts[word - 1] == "AUX" else word
                return (*range(first, words[0]), *words)
        return words

    def is_irrealis(self, word: int) -> bool:
        """Whether the clause of a word asks, wishes or supposes."""
        if self.forms and self.forms[-1] == "?":
            return True
        for step in self._upwards(word):
            if any(self.forms[child] in IRREALIS for child in self.related(step, "aux", "mark")):
                return True
            if self.relations[step] == "ccomp" and self.lemmas[self.heads[step]] in SUPPOSED:
                return True
        return False

    def _upwards(self, word: int) -> Iterator[int]:
        """A word and those above it up to its clause's head."""
        for _ in range(6):
            yield word
            if self.heads[word] < 0 or self.relations[word].split(":")[0] in ("ccomp", "acl", "parataxis", "root"):
                return
            word = self.heads[word]

    def subtree(self, word: int) -> list[int]:
        """A word and all below it, in order."""
        found, open_ = [], [word]
        while open_:
            one = open_.pop()
            found.append(one)
            open_ += self.children[one]
        return sorted(found)
