"""The verbs that judge: data/lexicons/judging.csv, loaded once and checked line by line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from stancebook.errors import DataError
from stancebook.lexicons import opened, regular_forms
from stancebook.paths import LEXICONS

COLUMNS = ("entry", "judged", "polarity", "frame", "source", "example")
ALLOWED = {"judged": ("object", "subject", "undergoer", "complement"), "polarity": ("positive", "negative")}


@dataclass(frozen=True)
class Verb:
    """A verb, and which of its participants it judges: its object (by its subject), or its subject (by the voice).

    The undergoer is its object too, but judged by the voice, for its subject judges nothing: “the scandal weakened
    him”. The complement is what a noun is “of” or “for”: “praise for the mayor”.
    """

    entry: str
    judged: str
    polarity: str


@dataclass(frozen=True)
class Judging:
    """The verbs by their base, and the base of each regular form."""

    verbs: dict[str, Verb]
    forms: dict[str, str]

    def of(self, lemma: str, form: str) -> Verb | None:
        """The verb of a lemma, or of a form whose lemma is not known."""
        return self.verbs.get(lemma) or self.verbs.get(self.forms.get(form, ""))


@lru_cache(maxsize=4)
def load(path: Path = LEXICONS / "judging.csv") -> Judging:
    """Read and check the file; raises DataError with the line that breaks a rule."""
    table = opened(path, COLUMNS)
    verbs: dict[str, Verb] = {}
    for line, row in enumerate(table.to_dict("records"), start=2):
        empty = next((column for column in COLUMNS if not row[column].strip()), None)
        if empty:
            raise DataError(f"{path.name}, line {line}: the column {empty} is empty; fill it in, or delete the line.")
        for column, allowed in ALLOWED.items():
            if row[column] not in allowed:
                raise DataError(f"{path.name}, line {line}: {column} is “{row[column]}”; use {', '.join(allowed[:-1])} or {allowed[-1]}.")
        if row["entry"] in verbs:
            raise DataError(f"{path.name}, line {line}: repeats the entry “{row['entry']}”; remove one of the two.")
        verbs[row["entry"]] = Verb(row["entry"], row["judged"], row["polarity"])
    return Judging(verbs, {form: base for base in verbs for form in regular_forms(base)})
