"""How long the reports take, beside the papermill and nbconvert command lines called one by one on the same notebooks.

    python -m benchmarks.rendering [--articles 3]

Prints the seconds of each and their ratio, from one run on one machine, and the seconds of a run with nothing to do.
Exits with 1 where the ratio is below LEAST.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from stancebook.paths import ARTICLES, ROOT
from stancebook.render import sources

LEAST = 3.0


def main() -> int:
    """Time both ways; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=3, help="how many of the sample articles (default: 3)")
    articles = [path for path in sorted(ARTICLES.glob("*.*")) if path.name != "README.md"]
    articles = articles[: parser.parse_args().articles]
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports"
        command = [sys.executable, "-m", "stancebook", "report", *map(str, articles), "--reports", str(reports)]
        ours, nothing = timed([command]), timed([command])
        theirs = timed(list(command_lines(articles, Path(folder))))
    pages = len(articles) * len(sources.notebooks())
    print(f"{len(articles)} articles, {pages} notebooks, {os.cpu_count()} cores")
    print(f"python -m stancebook report: {ours:6.1f} s (with a reading view for each article, checks and an index)")
    print(f"papermill and nbconvert:     {theirs:6.1f} s")
    print(f"ratio:                       {theirs / ours:6.1f}   (at least {LEAST:g})")
    print(f"nothing to do:               {nothing:6.2f} s")
    return 0 if theirs / ours >= LEAST else 1


def command_lines(articles: list[Path], folder: Path):
    """The command lines that a Makefile without a renderer of its own would call, two for each page."""
    binaries = Path(sys.executable).parent
    for article in articles:
        for notebook in sources.notebooks():
            executed = folder / f"{article.stem}-{notebook.name}"
            yield [str(binaries / "papermill"), str(notebook), str(executed), "-r", "article", str(article)]
            yield [str(binaries / "jupyter-nbconvert"), "--to", "html", str(executed)]


def timed(commands: list[list[str]]) -> float:
    """The seconds that the commands take, one after the other."""
    started = time.perf_counter()
    for command in commands:
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
