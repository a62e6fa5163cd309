"""How far two people who read the same articles by data/gold/README.md agree: what a program can be asked for at most.

    python -m benchmarks.agreement [--json OUT]

The two independent readings of an article stand in data/gold/readings/first/ and second/, and are compared as
``benchmarks.gold`` compares a program with the gold: F1 is the same whichever of the two is taken for the truth.
Printed for all articles that have both and, since different readers read them, for the held-out and the fresh ones.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pandas as pd

from benchmarks.gold import compare, halves, scored
from stancebook import gold, language
from stancebook.articles import read
from stancebook.errors import StancebookError

READINGS = gold.GOLD / "readings"


def as_found(reading: language.Reading, tables: dict[str, pd.DataFrame]) -> SimpleNamespace:
    """One person's annotations in the form in which a program gives its own."""
    return SimpleNamespace(
        reading=reading,
        mentions=tables["mentions"].assign(naming="name"),
        markers=tables["markers"].assign(kept=True),
        statements=tables["statements"].assign(source_name=""),
        evaluations=tables["evaluations"].assign(given=True),
    )


def both_read() -> list[str]:
    """The names of the articles that two people have annotated."""
    first, second = ({path.name for path in (READINGS / who).iterdir() if path.is_dir()} for who in ("first", "second"))
    return sorted(first & second)


def measure(names: list[str] | None = None) -> dict[str, dict]:
    """The agreement of the two readings for each task, over ``names`` or all articles that have both."""
    compared = []
    for name in both_read() if names is None else names:
        article = read(gold.article_path(name))
        first, second = (gold.load(READINGS / who / name, article) for who in ("first", "second"))
        compared.append(compare(as_found(language.read(article), second), first))
    return {task: row for task, row in scored(compared).items() if task != "leanings"}  # annotations have one tier


def _print(title: str, names: list[str], scores: dict[str, dict]) -> None:
    print(f"{title} ({', '.join(names)})")
    for task, row in scores.items():
        labels = "".join(f"  {label} {value:.1%}" for label, value in row.get("agreement", {}).items())
        print(f"  {task:12} F1 {row['f1']:6.1%} ({row['interval'][0]:.1%} to {row['interval'][1]:.1%}){labels}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=Path, help="where to write the agreement")
    options = parser.parse_args()
    parts = {half: [name for name in names if name in both_read()] for half, names in halves().items()}
    try:
        scores = measure()
        of_parts = {half: measure(names) for half, names in parts.items() if names}
    except StancebookError as error:
        print(error, file=sys.stderr)
        return 1
    _print("two readings of all", both_read(), scores)
    for half, tasks in of_parts.items():
        _print(half, parts[half], tasks)
    if options.json:
        options.json.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
