"""Measure every task again, and write the figures that the reports show.

    python -m benchmarks.figures [--data FOLDER]

Always against the gold annotations of data/gold/. With the folder of the data files (in the format of training/), the
reader's tasks too; without it, their figures stay as they were measured, each with the checksum of its weights.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks import gold
from stancebook import measured
from stancebook.errors import StancebookError


def of_gold() -> dict:
    """The scores of both halves of the gold, each with its articles."""
    articles, scores = gold.halves(), gold.measure()
    return {half: {"articles": articles[half], "tasks": scores[half]} for half in scores}


def written(figures: dict) -> str:
    """The figures as the text of their file: shares rounded, so that a run on another machine changes little."""
    return json.dumps(_rounded(figures), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _rounded(value: object) -> object:
    if isinstance(value, dict):
        return {name: _rounded(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(one) for one in value]
    return round(value, 4) if isinstance(value, float) else value


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.parse_args()
    try:
        figures = measured.load() | {"gold": of_gold()}
    except StancebookError as error:
        print(error, file=sys.stderr)
        return 1
    measured.FILE.write_text(written(figures), encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
