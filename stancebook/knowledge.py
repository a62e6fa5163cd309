"""Who is who, and by what words: the entities and aliases of data/knowledge/, which a user may edit."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pandas as pd

from stancebook.errors import DataError
from stancebook.paths import KNOWLEDGE

DATA_FILES = ("data/knowledge/entities.csv", "data/knowledge/aliases.csv", "data/knowledge/decisions.csv")
TYPES = ("PER", "ORG", "LOC", "NORP", "MISC")
NAMINGS = ("name", "alias", "acronym", "demonym", "metonym")
ENTITY_COLUMNS = ("entity", "name", "type", "description", "country", "pronoun")
ALIAS_COLUMNS = ("alias", "entity", "naming", "note")
PRONOUNS = ("he", "she", "they")
DECISION_COLUMNS = ("article", "paragraph", "text", "occurrence", "entity", "naming", "note")
#: A decision may be on what no alias can be: a role, a description or a pronoun.
DECIDED_NAMINGS = (*NAMINGS, "role", "description", "pronoun")


@dataclass(frozen=True, eq=False)
class Knowledge:
    """What is known beforehand of entities and their names.

    ``entities``: entity (a stable id), name, type, description, country (the id of its country, or empty), pronoun (of
    a person: he, she or they, or empty).
    ``aliases``: alias (as it is spelled in a text), entity, naming, note, line ("line 12 of aliases.csv"); each
    entity's own name is among them, and an alias that may mean two entities has two rows.
    ``decisions``: article (its file name without ending, or empty for all), paragraph and occurrence (from 1, or empty
    for all), text, entity (empty: the words mean nobody), naming (or empty), note, line (a number).
    """

    entities: pd.DataFrame
    aliases: pd.DataFrame
    decisions: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*DECISION_COLUMNS, "line"]))


def load(folder: Path = KNOWLEDGE) -> Knowledge:
    """Read and check the files of ``folder``, again only where they have changed since.

    The last of two lines for one alias and entity counts, so that a line added at the end overrides. Raises DataError,
    with the file and the line, where one is broken.
    """
    return _loaded(folder, tuple(_state(folder / Path(name).name) for name in DATA_FILES))


@lru_cache(maxsize=4)
def _loaded(folder: Path, _: tuple) -> Knowledge:
    entities = _read(folder / "entities.csv", ENTITY_COLUMNS, optional="pronoun")
    aliases = _read(folder / "aliases.csv", ALIAS_COLUMNS)
    known = set(entities["entity"])
    types, namings = ", ".join(TYPES), ", ".join(NAMINGS)
    for wrong, message in (
        (entities["entity"] == "", "the entity “{name}” has no id"),
        (entities["entity"].duplicated(), "the entity “{entity}” is there twice"),
        (~entities["type"].isin(TYPES), "“{type}” is no type; use one of " + types),
        (entities["name"] == "", "the entity “{entity}” has no name"),
        (_is_unwritable(entities["name"]), "the name “{name}” holds no letter"),
        (~entities["pronoun"].isin(("", *PRONOUNS)), "“{pronoun}” is no pronoun; use one of " + ", ".join(PRONOUNS)),
        (~entities["country"].isin(known | {""}), "the country “{country}” is not among the entities"),
    ):
        _refuse(entities, wrong, "entities.csv", message)
    for wrong, message in (
        (~aliases["entity"].isin(known), "“{entity}” is not in entities.csv"),
        (~aliases["naming"].isin(NAMINGS), "“{naming}” is no way of naming; use one of " + namings),
        (aliases["alias"] == "", "the alias for “{entity}” is empty"),
        (_is_unwritable(aliases["alias"]), "the alias “{alias}” holds no letter"),
    ):
        _refuse(aliases, wrong, "aliases.csv", message)
    names = _with_line(entities, "entities.csv")[["name", "entity", "line"]].rename(columns={"name": "alias"})
    further = _with_line(aliases, "aliases.csv")[[*ALIAS_COLUMNS, "line"]]
    both = pd.concat([names.assign(naming="name", note=""), further], ignore_index=True)
    both = both.drop_duplicates(["alias", "entity"], keep="last", ignore_index=True)
    return Knowledge(entities, both, _decisions(folder, known))


def _decisions(folder: Path, known: set[str]) -> pd.DataFrame:
    if not (folder / "decisions.csv").exists():
        return pd.DataFrame(columns=[*DECISION_COLUMNS, "line"])
    decisions = _read(folder / "decisions.csv", DECISION_COLUMNS)
    everywhere = decisions["article"] == ""
    for wrong, message in (
        (_is_unwritable(decisions["text"]), "the text “{text}” holds no letter"),
        (~decisions["paragraph"].str.fullmatch(r"|[1-9]\d{0,4}"), "the paragraph “{paragraph}” is no number from 1"),
        (~decisions["occurrence"].str.fullmatch(r"|[1-9]\d{0,4}"), "the occurrence “{occurrence}” is no number from 1"),
        (everywhere & ~decisions["entity"].isin(known | {""}), "“{entity}” is not in entities.csv"),
        (
            ~decisions["naming"].isin(("", *DECIDED_NAMINGS)),
            "“{naming}” is no way of naming; use one of " + ", ".join(DECIDED_NAMINGS),
        ),
    ):
        _refuse(decisions, wrong.astype(bool), "decisions.csv", message)
    return decisions


def _with_line(table: pd.DataFrame, file: str) -> pd.DataFrame:
    return table.assign(line=[f"line {line} of {file}" for line in table["line"]])


def _state(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def _is_unwritable(column: pd.Series) -> pd.Series:
    return ~column.str.contains(r"[^\W_]", regex=True).astype(bool)


def _read(path: Path, columns: tuple[str, ...], optional: str = "") -> pd.DataFrame:
    """The rows of a file, with the line of each; a file without the last column, where it is ``optional``, has it empty."""
    rows, lines, line = [], [], 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            for row in reader:
                rows.append(row)
                lines.append(line)
                line = reader.line_num + 1
    except FileNotFoundError as error:
        raise DataError(f"{path.name} is missing from data/knowledge/; fetch it again with git checkout.") from error
    except csv.Error as error:
        raise DataError(
            f"{path.name}, line {line}: a quotation mark is not closed, or not doubled within its cell."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name} cannot be read as a CSV file in UTF-8 ({error}); save it so.") from error
    dropped = int(bool(rows and optional) and tuple(rows[0]) == columns[:-1])
    if dropped:
        rows = [[*row, optional if number == 0 else ""] if row else row for number, row in enumerate(rows)]
    if not rows or tuple(rows[0]) != columns:
        raise DataError(f"{path.name} must begin with the columns {', '.join(columns)}.")
    for line, row in zip(lines[1:], rows[1:]):
        if row and len(row) != len(columns):
            raise DataError(
                f"{path.name}, line {line}: {len(row) - dropped} cells where there are {len(columns) - dropped} columns; "
                "put quotes around a cell that holds a comma."
            )
    filled = [(*row, line) for line, row in zip(lines[1:], rows[1:]) if row]
    table = pd.DataFrame(filled, columns=[*columns, "line"])
    return table.assign(**{name: table[name].astype(str).str.strip() for name in columns})


def _refuse(table: pd.DataFrame, wrong: pd.Series, file: str, message: str) -> None:
    if wrong.any():
        row = table[wrong].iloc[0].to_dict()
        raise DataError(f"{file}, line {row['line']}: {message.format(**row)}.")
