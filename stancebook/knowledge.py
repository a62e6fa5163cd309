"""Who is who, and by what words: the entities and aliases of data/knowledge/, which a user may edit."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from stancebook.errors import DataError
from stancebook.paths import KNOWLEDGE

DATA_FILES = ("data/knowledge/entities.csv", "data/knowledge/aliases.csv")
TYPES = ("PER", "ORG", "LOC", "NORP", "MISC")
NAMINGS = ("name", "alias", "acronym", "demonym", "metonym")
ENTITY_COLUMNS = ("entity", "name", "type", "description", "country")
ALIAS_COLUMNS = ("alias", "entity", "naming", "note")


@dataclass(frozen=True, eq=False)
class Knowledge:
    """What is known beforehand of entities and their names.

    ``entities``: entity (a stable id), name, type, description, country (the id of its country, or empty).
    ``aliases``: alias (as it is spelled in a text), entity, naming, note; each entity's own name is among them, and an
    alias that may mean two entities has two rows.
    """

    entities: pd.DataFrame
    aliases: pd.DataFrame


@lru_cache(maxsize=4)
def load(folder: Path = KNOWLEDGE) -> Knowledge:
    """Read and check both files of ``folder``; raises DataError, with the file and the line, where one is broken."""
    entities = _read(folder / "entities.csv", ENTITY_COLUMNS)
    aliases = _read(folder / "aliases.csv", ALIAS_COLUMNS)
    known = set(entities["entity"])
    _refuse(entities, entities["entity"].duplicated(), "entities.csv", "the entity “{entity}” is there twice")
    _refuse(entities, ~entities["type"].isin(TYPES), "entities.csv", "“{type}” is no type; use one of " + ", ".join(TYPES))
    _refuse(entities, entities["name"] == "", "entities.csv", "the entity “{entity}” has no name")
    _refuse(
        entities, ~entities["country"].isin(known | {""}), "entities.csv", "the country “{country}” is not among the entities"
    )
    _refuse(aliases, ~aliases["entity"].isin(known), "aliases.csv", "“{entity}” is not in entities.csv")
    _refuse(
        aliases, ~aliases["naming"].isin(NAMINGS), "aliases.csv", "“{naming}” is no way of naming; use one of " + ", ".join(NAMINGS)
    )
    _refuse(aliases, aliases["alias"] == "", "aliases.csv", "the alias for “{entity}” is empty")
    names = entities[["name", "entity"]].rename(columns={"name": "alias"}).assign(naming="name", note="")
    both = pd.concat([names, aliases[list(ALIAS_COLUMNS)]], ignore_index=True)
    return Knowledge(entities, both.drop_duplicates(["alias", "entity"], ignore_index=True))


def _read(path: Path, columns: tuple[str, ...]) -> pd.DataFrame:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except FileNotFoundError as error:
        raise DataError(f"{path.name} is missing from data/knowledge/; fetch it again with git checkout.") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path.name} cannot be read as a CSV file in UTF-8 ({error}); save it so.") from error
    if not rows or tuple(rows[0]) != columns:
        raise DataError(f"{path.name} must begin with the columns {', '.join(columns)}.")
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(columns):
            raise DataError(
                f"{path.name}, line {number}: {len(row)} cells where there are {len(columns)} columns; "
                "put quotes around a cell that holds a comma."
            )
    table = pd.DataFrame(rows[1:], columns=list(columns), dtype=str)
    return table.apply(lambda column: column.str.strip()).assign(line=range(2, len(rows) + 1))


def _refuse(table: pd.DataFrame, wrong: pd.Series, file: str, message: str) -> None:
    if wrong.any():
        row = table[wrong].iloc[0].to_dict()
        raise DataError(f"{file}, line {row['line']}: {message.format(**row)}.")
