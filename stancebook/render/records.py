"""What ``reports/`` holds: a folder per article, with a record of what it was made from."""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path

from stancebook.paths import ROOT

RECORD = ".build.json"


def stored_path(article: Path) -> str:
    """How the record names an article: from the repository's root where it lies within, else in full."""
    full = Path(os.path.abspath(article))
    return full.relative_to(ROOT).as_posix() if full.is_relative_to(ROOT) else full.as_posix()


def read(folder: Path) -> dict:
    """The record of a report's folder; empty where there is none or it is damaged, so that it is built anew."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def all_records(reports: Path) -> dict[str, dict]:
    """The records of every report, by the name of its folder."""
    found = {path.parent.name: read(path.parent) for path in sorted(reports.glob(f"*/{RECORD}"))}
    return {name: record for name, record in found.items() if record.get("article")}


def folder_of(article: Path, slug: str, records: dict[str, dict]) -> str:
    """The folder for an article: the one it has, else its ``slug``, with a mark where another article has that."""
    path = stored_path(article)
    for name, record in records.items():
        if record["article"] == path:
            return name
    if slug not in records:
        return slug
    return f"{slug}-{zlib.crc32(path.encode('utf8', 'surrogateescape')):08x}"


def written(record: dict) -> str:
    """A record as the text of its file."""
    return json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
