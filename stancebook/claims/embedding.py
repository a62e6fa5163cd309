"""The words that say how certain their complement is: data/lexicons/factuality.csv, loaded once and checked.

Saurí & Pustejovsky (2012) call them event-selecting predicates: factives take what follows for granted, implicatives
(Karttunen 1971, 2012) settle it by whether they hold themselves, verbs of belief and doubt make it probable.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from stancebook.claims.degrees import CERTAIN, DEGREES, Factuality
from stancebook.errors import DataError
from stancebook.lexicons import opened, regular_forms
from stancebook.paths import LEXICONS

DATA_FILES = ("data/lexicons/factuality.csv",)
COLUMNS = ("entry", "part_of_speech", "complement", "affirmed", "denied", "source", "example")
PARTS_OF_SPEECH = ("VERB", "ADJ", "NOUN")
#: A that-clause, an infinitive, an infinitive without “to”, “from” or nothing and an -ing form, an object, “of” and a noun.
COMPLEMENTS = ("clause", "to", "bare", "from", "ing", "object", "of")
#: What is taken for granted, whether or not the word that does so is denied, asked or supposed.
FACT = "fact"
VALUES = (*(f"{degree} {side}" for degree in DEGREES[:-1] for side in ("positive", "negative")), DEGREES[-1], FACT)
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Embedding:
    """What a word makes of its complement: by itself, and under a negation; ``granted`` whatever becomes of the word."""

    affirmed: Factuality
    denied: Factuality
    granted: bool = False


@dataclass(frozen=True)
class Embeddings:
    """The entries by lemma, part of speech and complement, and the base of each regular form of the verbs."""

    entries: dict[Key, Embedding]
    forms: dict[str, str]

    def of(self, lemma: str, form: str, part_of_speech: str, complement: str) -> Embedding | None:
        """The entry of a word with this complement, or None; a participle may stand for an adjective and the reverse."""
        parts = {"VERB": ("VERB", "ADJ"), "AUX": ("VERB",), "ADJ": ("ADJ", "VERB"), "NOUN": ("NOUN",)}
        parts = parts.get(part_of_speech, ("ADJ",) if part_of_speech in {"ADP", "ADV"} else ())  # “about to leave”
        for part in parts:
            for word in (lemma, self.forms.get(form, "") if part == "VERB" else form):
                if found := self.entries.get((word, part, complement)):
                    return found
        return None

    def any_of(self, words: list[str]) -> Embedding | None:
        """The entry of the first of ``words`` that says how certain a clause is, whatever its part of speech."""
        for word in words:
            for part in PARTS_OF_SPEECH:
                for complement in ("clause", "to", "object"):
                    if found := self.entries.get((self.forms.get(word, word), part, complement)):
                        return found
        return None


@lru_cache(maxsize=4)
def load(path: Path = LEXICONS / "factuality.csv") -> Embeddings:
    """Read and check the file; raises DataError with the line that breaks a rule."""
    table = opened(path, COLUMNS)
    entries: dict[Key, Embedding] = {}
    for line, row in enumerate(table.to_dict("records"), start=2):
        if problem := _problem(row):
            raise DataError(f"{path.name}, line {line}: {problem}.")
        for complement in row["complement"].split("|"):
            key = row["entry"], row["part_of_speech"], complement
            if key in entries:
                raise DataError(f"{path.name}, line {line}: repeats “{row['entry']}” with {complement}; remove one of the two.")
            entries[key] = Embedding(_value(row["affirmed"]), _value(row["denied"]), row["affirmed"] == FACT)
    verbs = sorted({entry for entry, part, _ in entries if part == "VERB"})
    return Embeddings(entries, {form: base for base in verbs for form in regular_forms(base)} | {base: base for base in verbs})


def _problem(row: dict[str, str]) -> str:
    empty = next((column for column in COLUMNS if not row[column].strip()), None)
    if empty:
        return f"the column {empty} is empty; fill it in, or delete the line"
    if row["part_of_speech"] not in PARTS_OF_SPEECH:
        return f"the part of speech is “{row['part_of_speech']}”; use {', '.join(PARTS_OF_SPEECH)}"
    wrong = next((one for one in row["complement"].split("|") if one not in COMPLEMENTS), None)
    if wrong is not None:
        return f"the complement is “{wrong}”; use {', '.join(COMPLEMENTS)}, joined by |"
    wrong = next((row[column] for column in ("affirmed", "denied") if row[column] not in VALUES), None)
    return f"“{wrong}” is no factuality; use {', '.join(VALUES)}" if wrong is not None else ""


def _value(cell: str) -> Factuality:
    if cell == FACT:
        return Factuality(CERTAIN)
    degree, _, polarity = cell.partition(" ")
    return Factuality(DEGREES.index(degree), polarity == "negative")
