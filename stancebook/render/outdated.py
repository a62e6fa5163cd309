"""Which pages are out of date; asked before anything heavy is imported."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from pathlib import Path

from stancebook.render import imports, records, sources

INDEX = "index.html"


@dataclass(frozen=True)
class Wanted:
    """A report that is to be made: the article, what is given about it, and the pages that are out of date.

    ``asked`` is the time, in nanoseconds, at which that was found; what changes later is not in the report.
    """

    article: Path
    fields: dict[str, str] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)
    pages: tuple[str, ...] = ()
    asked: int = 0


def outdated(articles: list[Path], fields: dict[str, str], parameters: dict[str, str], reports: Path) -> list[Wanted]:
    """The reports of ``articles`` with a page that is missing or older than what it is made from."""
    asked = time.time_ns()
    known = records.all_records(reports)
    folders = {record["article"]: name for name, record in known.items()}
    newest = {
        page: max(map(sources.changed, sources.dependencies(page, notebook)))
        for page, notebook in sources.pages().items()
    }
    imports.keep()
    # With another notebook, every page leads to one page more.
    given = {"fields": fields, "parameters": parameters, "pages": list(newest)}
    wanted = []
    for article in articles:
        name = folders.get(records.stored_path(article))
        stale = tuple(newest)
        if name is not None and given.items() <= known[name].items():
            stale = tuple(page for page in newest if _is_stale(reports / name / page, newest[page], article))
        if stale:
            wanted.append(Wanted(article, fields, parameters, stale, asked))
    return wanted


def index_is_true(reports: Path) -> bool:
    """Whether the index is there, and leads to the reports that are there and to no other."""
    try:
        html = (reports / INDEX).read_text(encoding="utf8")
    except OSError:
        return False
    return set(re.findall(r'<a href="([^"/]+)/', html)) == set(records.all_records(reports))


def _is_stale(page: Path, newest: float, article: Path) -> bool:
    """Whether ``page`` is missing, or older than the ``newest`` of what it is made from, or than its article."""
    try:
        made = page.stat().st_mtime_ns
    except FileNotFoundError:
        return True
    return max(newest, sources.changed(article)) > made
