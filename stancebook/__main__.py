"""The command line behind the Makefile: ``python -m stancebook report ARTICLE…``, ``… reports`` and ``… accuracy``."""

from __future__ import annotations

import argparse
import errno
import fcntl
import os
import signal
import sys
from contextlib import contextmanager
from pathlib import Path

from stancebook.errors import RenderError, StancebookError
from stancebook.paths import ARTICLES, REPORTS

ARTICLE_KINDS = (".txt", ".md", ".markdown")
INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Make what is out of date; returns the exit status."""
    options = _options(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        failures = _run(options)
    except KeyboardInterrupt:
        print("Interrupted: reports that were finished stay, the others are as they were.", file=sys.stderr)
        return INTERRUPTED
    except StancebookError as error:
        failures = [error]
    except OSError as error:
        failures = [RenderError(_of_system(error))]
    for failure in failures:
        print(f"Error: {_printable(failure)}", file=sys.stderr)
    return 1 if failures else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m stancebook", description="From articles to their reports.")
    commands = parser.add_subparsers(dest="command", required=True)
    report = commands.add_parser("report", help="the reports of the articles named")
    report.add_argument("articles", nargs="+", type=Path)
    for name in ("title", "outlet", "author", "date"):
        report.add_argument(f"--{name}", default="", help=f"the {name}, where the file does not give it")
    report.add_argument("--model", default="", help="an installed spaCy pipeline that reads in place of the built-in reader")
    samples = commands.add_parser("reports", help="the reports of all articles in data/articles/")
    for command in (report, samples):
        command.add_argument("--parameters", default="", help='the notebooks\' parameters: "top=20 node=war"')
    standing = commands.add_parser("accuracy", help="the page on how accurate all this is, from the figures measured last")
    for command in (report, samples, standing):
        command.add_argument("--reports", type=Path, default=REPORTS, help="the folder to write to")
    return parser.parse_args(arguments)


def _run(options: argparse.Namespace) -> list[StancebookError]:
    if options.command == "accuracy":
        return _accuracy(options.reports)
    from stancebook.render import outdated, parameters

    if options.command == "reports":
        articles, fields = _sample_articles(), {}
    else:
        articles = [_existing(path) for path in options.articles]
        given = {name: getattr(options, name) for name in parameters.FIELDS}
        fields = {name: value for name, value in given.items() if value}
    values = parameters.parsed(options.parameters)
    with _alone(options.reports):
        wanted = outdated.outdated(articles, fields, values, options.reports)
        if not wanted and outdated.index_is_true(options.reports):
            print(f"Nothing to do: {options.reports.name}/ is up to date.")
            return []
        # Only now what takes seconds to load, here and in the process that all others are forked from.
        from stancebook.render import forks

        forks.prepare()
        from stancebook.render import reports

        failures = reports.write(wanted, options.reports)
    if not failures:
        print(f"Open {os.path.relpath(options.reports / outdated.INDEX)}")
    return failures


def _accuracy(folder: Path) -> list[StancebookError]:
    from stancebook.render import forks

    forks.prepare()
    from stancebook.render import sources, standing

    with _alone(folder):
        failures = standing.write(folder)
    if not failures:
        print(f"Open {os.path.relpath(folder / next(iter(sources.standing())))}")
    return failures


def _sample_articles() -> list[Path]:
    if not ARTICLES.is_dir():
        raise RenderError("The folder data/articles/ is missing; fetch it again with git checkout.")
    return sorted(
        path for path in ARTICLES.iterdir() if path.suffix.lower() in ARTICLE_KINDS and path.name.lower() != "readme.md"
    )


def _existing(path: Path) -> Path:
    if not path.exists():
        from stancebook.articles.decoding import likely

        advice = likely(path)
        advice = advice if advice.endswith("?") else f"check the path, which starts in {Path.cwd()}."
        raise RenderError(f"There is no file {path}; {advice}")
    return Path(os.path.abspath(path))


@contextmanager
def _alone(reports: Path):
    """Hold the reports folder, so that two makes at once write one after the other."""
    reports.mkdir(parents=True, exist_ok=True)
    with (reports / ".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another make is writing reports; waiting for it.", file=sys.stderr)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _of_system(error: OSError) -> str:
    place = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full{place}; make room and run make again. The reports are as they were."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"The reports cannot be written{place}: permission is missing; change it, or write them elsewhere."
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return f"The reports cannot be written{place}: a file stands where a folder should be; move it away."
    return f"The reports cannot be written{place}: {error.strerror or error}; mend that and run make again."


def _printable(error: Exception) -> str:
    """A message that cannot steer the terminal, whatever the article's name or text put into it."""
    return "".join(mark if mark.isprintable() else f"\\x{ord(mark):02x}" for mark in " ".join(str(error).split()))


if __name__ == "__main__":
    sys.exit(main())
