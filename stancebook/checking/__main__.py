"""The command line: ``python -m stancebook.checking write ARTICLE`` and ``python -m stancebook.checking read [ARTICLE]``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import pandas as pd

from stancebook import opening
from stancebook.annotations import annotate
from stancebook.checking import sheets, trust
from stancebook.checking.precisions import precision
from stancebook.checking.sampling import DECIDED, hits, sample
from stancebook.errors import DataError, StancebookError
from stancebook.fragments import plural

SIZE = 150


def main(arguments: list[str] | None = None) -> int:
    """Write or read the sheets of hits to check; returns the exit status."""
    options = _options(arguments)
    try:
        if options.command == "write":
            _write(options.article, options.size, options.seed, options.checks)
            return 0
        return _read(options.article, options.checks)
    except StancebookError as error:
        return _failed(error)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m stancebook.checking", description="Checking by hand.")
    commands = parser.add_subparsers(dest="command", required=True)
    write = commands.add_parser("write", help="a sample of an article's hits, as a spreadsheet to mark")
    write.add_argument("article")
    write.add_argument("--size", type=_positive, default=SIZE, help=f"how many hits to draw ({SIZE})")
    write.add_argument("--seed", type=int, default=0, help="another number draws other hits (0)")
    read = commands.add_parser("read", help="the precision that the marks give, of one article or of all together")
    read.add_argument("article", nargs="?", default="")
    for command in (write, read):
        command.add_argument("--checks", type=Path, default=sheets.CHECKS, help="the folder of the sheets")
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of hits; give 1 or more")
    return int(text)


def _write(article: str, size: int, seed: int, folder: Path) -> None:
    path = sheets.sheet_of(article, folder)
    tables = _tables(article)
    # Read before anything is written: a sheet that cannot be read is left as it is.
    old = sheets.read_sheet(path, tables["sentences"]["article"].iloc[0]) if path.exists() else None
    drawn = sample(tables, size, seed)
    rows = sheets.merged(drawn, hits(tables), old)
    sheets.write_sheet(rows, path)
    done = int(rows["right"].notna().sum())
    print(f"{os.path.relpath(path)}: {len(rows):,} hits, {done:,} of them marked.")
    print("Open it in a spreadsheet, write yes or no under “right”, save it as CSV UTF-8, then run make checked.")


def _tables(article: str) -> dict[str, pd.DataFrame]:
    found = annotate(opening.reading(article))
    return {"sentences": found.reading.sentences} | {name: getattr(found, name) for name in DECIDED}


def _read(article: str, folder: Path) -> int:
    if article:
        marks = trust.checked(article, _tables(article), folder=folder)
        if marks is None:
            raise DataError(f"There is no sheet of {article} yet; make check ARTICLE={article} writes one.")
        _print(marks)
        return 0
    paths = sorted(folder.glob("*.csv"))
    if not paths:
        raise DataError("There is no sheet in checks/ yet; make check ARTICLE=path/to/article.txt writes one.")
    readable, failures = [], []
    for path in paths:
        try:
            readable.append(trust.read_marks(path))
        except DataError as error:
            failures.append(error)
    if readable:
        _print(pd.concat(readable, ignore_index=True))
    return max([0, *map(_failed, failures)])


def _print(marks: pd.DataFrame) -> None:
    done = marks[marks["right"].notna()]
    where = plural(marks["article"].nunique(), "article")
    print(f"{len(done):,} of {plural(len(marks), 'hit')} marked, in {where}.")
    if done.empty:
        print("Write yes or no under “right” in the sheets in checks/.")
        return
    shares = {name: "{:.2f}".format for name in ("precision", "low", "high", "wrongly_suppressed")}
    table = precision(done).rename(columns={"wrongly_suppressed": "wrongly suppressed"})
    shares["wrongly suppressed"] = shares.pop("wrongly_suppressed")
    print(table.to_string(index=False, formatters=shares, na_rep="–"))
    print("low and high: 95% Wilson interval. The reports will show these; run make.")


def _failed(error: Exception) -> int:
    # A file's name or a cell must not steer the terminal.
    said = "".join(mark if mark.isprintable() else f"\\x{ord(mark):02x}" for mark in str(error))
    print(f"Error: {said}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
