"""What a piece of Python imports from this package, and which files of data it names, told from its source.

Parsing the whole package takes half a second, so what was found is kept in build/ by the source's own digest: the same
source imports the same, whenever it was written.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import NamedTuple

from stancebook.paths import ROOT

PACKAGE = "stancebook"
KEPT = ROOT / "build" / "imports.json"


class Found(NamedTuple):
    """The names that are imported, each with the level of its dots, and the files of ``DATA_FILES``."""

    names: list[tuple[int, str]]
    data: list[str]


def found_in(source: str) -> Found:
    """What ``source`` imports and names; nothing where it is no Python, for whoever runs it will say so."""
    known = _known()
    digest = hashlib.blake2b(source.encode("utf8", "surrogateescape"), digest_size=16).hexdigest()
    if digest not in known:
        known[digest] = _parsed(source)
    names, data = known[digest]
    return Found([(level, name) for level, name in names], data)


def absolute(found: Found, module: str, is_package: bool) -> list[str]:
    """The modules of this package that ``module`` imports by what was ``found`` in it."""
    names = []
    for level, name in found.names:
        parts = module.split(".")
        above = parts[: len(parts) - level + is_package] if level else []
        names.append(".".join([*above, *([name] if name else [])]))
    return [name for name in names if name.split(".")[0] == PACKAGE]


def keep() -> None:
    """Write down what is known for the next run, where the disk allows it."""
    content = json.dumps({"by": _by(), "found": _known()}, sort_keys=True)
    with contextlib.suppress(OSError):
        if not KEPT.exists() or KEPT.read_text(encoding="utf8") != content:
            KEPT.parent.mkdir(exist_ok=True)
            unfinished = KEPT.with_suffix(f".{os.getpid()}")
            unfinished.write_text(content, encoding="utf8")
            os.replace(unfinished, KEPT)


@functools.cache
def _known() -> dict[str, list]:
    try:
        kept = json.loads(KEPT.read_text(encoding="utf8"))
        return kept["found"] if kept["by"] == _by() else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


@functools.cache
def _by() -> str:
    return hashlib.blake2b(Path(__file__).read_bytes() + sys.version.encode(), digest_size=16).hexdigest()


def _parsed(source: str) -> Found:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return Found([], [])
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [(0, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            names += [(node.level, base), *((node.level, f"{base}.{alias.name}".lstrip(".")) for alias in node.names)]
    return Found(names, _data_files(tree))


def _data_files(tree: ast.Module) -> list[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "DATA_FILES" for target in node.targets):
            return list(ast.literal_eval(node.value))
    return []
