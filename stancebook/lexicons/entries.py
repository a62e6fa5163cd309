"""The word lists of data/lexicons/: loaded once, checked line by line, indexed by their first word.

Each CSV file has a row per entry; its columns are explained in data/lexicons/README.md. A row that names an unknown
category or gate, lacks a source or an example, or repeats another raises DataError with the file and the line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from stancebook.errors import DataError
from stancebook.lexicons.gates import GATES
from stancebook.paths import LEXICONS

#: The categories, in display order, with the subcategories each may have.
SUBCATEGORIES: dict[str, tuple[str, ...]] = {
    "hedge": ("plausibility hedge", "downtoner", "rounder"),
    "booster": ("certainty", "emphasizer", "amplifier", "prediction"),
    "attitude marker": ("expectation", "importance", "feeling", "agreement", "necessity"),
    "self-mention": ("singular", "plural"),
    "engagement": ("reader pronoun", "directive", "question", "shared knowledge"),
    "reporting verb": ("acknowledge", "endorse", "distance"),
    "evaluative": ("positive", "negative"),
}
#: What an installed package has to carry.
DATA_FILES = ("data/lexicons/stance.csv", "data/lexicons/reporting_verbs.csv", "data/lexicons/evaluative.csv")
FILES: dict[str, frozenset[str]] = {
    "stance.csv": frozenset({"hedge", "booster", "attitude marker", "self-mention", "engagement"}),
    "reporting_verbs.csv": frozenset({"reporting verb"}),
    "evaluative.csv": frozenset({"evaluative"}),
}
#: Gates of verbs that a clause follows.
CLAUSE_GATES = frozenset({"clause", "finding", "showing"})
MODALITIES = frozenset({"", "epistemic", "deontic", "dynamic"})
APPRAISALS = frozenset({"affect", "judgement", "appreciation"})
PARTS_OF_SPEECH = frozenset({"ADJ", "ADP", "ADV", "AUX", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "VERB"})
COLUMNS = ("entry", "category", "subcategory", "modality", "part_of_speech", "gate", "source", "example")
#: Columns that only some files have: the category under negation, and the class of appraisal.
OPTIONAL = ("when_negated", "appraisal")


@dataclass(frozen=True)
class Entry:
    """One row of a lexicon; ``words`` is the entry cut at its spaces, ``parts_of_speech`` empty when all will do."""

    entry: str
    words: tuple[str, ...]
    category: str
    subcategory: str
    modality: str
    parts_of_speech: frozenset[str]
    gate: str
    when_negated: str
    appraisal: str
    source: str
    example: str
    file: str
    line: int


@dataclass(frozen=True)
class Lexicon:
    """All entries, and those that begin with a given word, longest first.

    ``verbs`` gives the base of each regular form of the verbs among the entries; ``reporting`` holds those bases that
    report a thought or an utterance.
    """

    entries: tuple[Entry, ...]
    by_first_word: dict[str, tuple[Entry, ...]]
    verbs: dict[str, str]
    reporting: frozenset[str]

    def table(self) -> pd.DataFrame:
        """The entries as a table, one row per entry."""
        rows = [{**vars(entry), "parts_of_speech": "|".join(sorted(entry.parts_of_speech))} for entry in self.entries]
        return pd.DataFrame(rows).drop(columns="words")


@lru_cache(maxsize=8)
def load(folder: Path = LEXICONS) -> Lexicon:
    """Read and check the three files of ``folder``; the result is kept for the next call."""
    entries = tuple(entry for name in FILES for entry in read(Path(folder) / name))
    by_first_word: dict[str, list[Entry]] = {}
    for entry in entries:
        by_first_word.setdefault(entry.words[0], []).append(entry)
    longest_first = {
        word: tuple(sorted(group, key=lambda entry: -len(entry.words))) for word, group in by_first_word.items()
    }
    single = [entry for entry in entries if len(entry.words) == 1]
    reporting = frozenset(
        entry.words[0] for entry in single if entry.category == "reporting verb" or entry.gate in CLAUSE_GATES
    )
    bases = reporting | {entry.words[0] for entry in single if "VERB" in entry.parts_of_speech}
    verbs = {form: base for base in sorted(bases) for form in regular_forms(base)}
    # A form that is itself an entry is its own base, whatever a rule makes of it.
    return Lexicon(entries, longest_first, verbs | {base: base for base in bases}, reporting)


def opened(path: Path, columns: tuple[str, ...]) -> pd.DataFrame:
    """The rows of a lexicon, all cells as text; raises DataError where it cannot be read or lacks one of ``columns``."""
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except FileNotFoundError:
        raise DataError(f"The lexicon {path} is missing; restore it from the repository.") from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise DataError(f"The lexicon {path} is not a UTF-8 CSV file with a header line: {error}.") from None
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise DataError(f"The lexicon {path} lacks the column {missing[0]}; its first line must name it.")
    return table


def read(path: Path) -> list[Entry]:
    """The entries of one file; raises DataError for the first row that breaks a rule."""
    table = opened(path, COLUMNS)
    for column in OPTIONAL:
        if column not in table.columns:
            table[column] = ""
    entries: list[Entry] = []
    seen: dict[tuple[str, ...], int] = {}
    # The header is line 1. No field may hold a line break, so rows and lines keep step.
    for line, row in enumerate(table.to_dict("records"), start=2):
        row = {column: " ".join(str(value).split()) for column, value in row.items()}
        problem = _problem(row, FILES.get(path.name, frozenset(SUBCATEGORIES)))
        key = tuple(row[column] for column in ("entry", "category", "subcategory", "part_of_speech", "gate"))
        if not problem and key in seen:
            problem = f"repeats the entry “{row['entry']}” of line {seen[key]}; remove one of the two"
        if problem:
            raise DataError(f"{path.name}, line {line}: {problem}.")
        seen[key] = line
        entries.append(_entry(row, path.name, line))
    return entries


def regular_forms(base: str) -> set[str]:
    """The regular forms of a verb: -s, -ed and -ing, with the final consonant both single and doubled."""
    vowels = "aeiou"
    if base.endswith("y") and base[-2] not in vowels:
        return {base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    if base.endswith("ie"):
        return {base + "s", base + "d", base[:-2] + "ying"}
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if base.endswith("e"):
        return {third, base + "d", (base if base.endswith("ee") else base[:-1]) + "ing"}
    stems = {base}
    if base[-1] not in vowels + "wxy" and base[-2] in vowels and base[-3:-2] not in tuple(vowels):
        stems.add(base + base[-1])
    return {third} | {stem + ending for stem in stems for ending in ("ed", "ing")}


def _entry(row: dict[str, str], file: str, line: int) -> Entry:
    return Entry(
        words=tuple(row["entry"].lower().replace("’", "'").split()),
        parts_of_speech=frozenset(row["part_of_speech"].split("|")) - {""},
        file=file,
        line=line,
        **{name: row[name] for name in (*COLUMNS, *OPTIONAL) if name != "part_of_speech"},
    )


def _problem(row: dict[str, str], categories: frozenset[str]) -> str:
    """What is wrong with a row, in words that fit after “file, line:”; empty when nothing is."""
    category, subcategory = row["category"], row["subcategory"]
    parts = set(row["part_of_speech"].split("|")) - {""}
    if not row["entry"]:
        return "the entry is empty; write the word or phrase, or delete the line"
    if category not in categories:
        return f"unknown category “{category}”; use one of {', '.join(sorted(categories))}"
    if subcategory not in SUBCATEGORIES[category]:
        return f"unknown subcategory “{subcategory}” of {category}; use one of {', '.join(SUBCATEGORIES[category])}"
    if row["modality"] not in MODALITIES:
        return f"unknown modality “{row['modality']}”; use epistemic, deontic, dynamic or nothing"
    if parts - PARTS_OF_SPEECH:
        return f"unknown part of speech “{min(parts - PARTS_OF_SPEECH)}”; use universal tags joined by |"
    if parts and len(row["entry"].split()) > 1:
        return f"a part of speech is for single words, and “{row['entry']}” is a phrase; leave it empty"
    if row["gate"] and row["gate"] not in GATES:
        return f"unknown gate “{row['gate']}”; use one of {', '.join(sorted(GATES))}"
    if row["when_negated"] and row["when_negated"] not in ("hedge", "booster"):
        return f"when_negated is “{row['when_negated']}”; use hedge, booster or nothing"
    if category == "evaluative" and row["appraisal"] not in APPRAISALS:
        return f"unknown appraisal “{row['appraisal']}”; use affect, judgement or appreciation"
    if not row["source"]:
        return f"“{row['entry']}” names no source; name the published inventory it comes from"
    if not row["example"]:
        return f"“{row['entry']}” has no example; write a sentence in which it matches"
    return ""
