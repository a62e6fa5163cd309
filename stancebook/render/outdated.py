"""Which pages are out of date; asked before anything heavy is imported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from stancebook.render import records, sources


INDEX = "index.html"


@dataclass(frozen=True)
class Wanted:
    """A report that is to be made: the article, what is given about it, and the pages that are out of date."""

    article: Path
    fields: dict[str, str] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)
    pages: tuple[str, ...] = ()


def outdated(articles: list[Path], fields: dict[str, str], parameters: dict[str, str], reports: Path) -> list[Wanted]:
    """The reports of ``articles`` with a page that is missing or older than what it is made from."""
    known = records.all_records(reports)
    folders = {record["article"]: name for name, record in known.items()}
    dependencies = {page: sources.dependencies(page, notebook) for page, notebook in sources.pages().items()}
    wanted = []
    for article in articles:
        name = folders.get(records.stored_path(article))
        pages = _pages(article, reports / name if name else None, known.get(name, {}), dependencies, fields, parameters)
        if pages:
            wanted.append(Wanted(article, fields, parameters, pages))
    return wanted


def index_is_true(reports: Path) -> bool:
    """Whether the index is there, and leads to the reports that are there and to no other."""
    try:
        html = (reports / INDEX).read_text(encoding="utf8")
    except OSError:
        return False
    return set(re.findall(r'<a href="([^"/]+)/', html)) == set(records.all_records(reports))


def _pages(article, folder, record, dependencies, fields, parameters) -> tuple[str, ...]:
    asked = (record.get("fields", {}), record.get("parameters", {}))
    if folder is None or asked != (fields, parameters):
        return tuple(dependencies)
    return tuple(page for page, files in dependencies.items() if sources.stale(folder / page, files, article))
