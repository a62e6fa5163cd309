"""What each page is made from, told from the source itself, so that a change rebuilds just what depends on it.

Only the standard library is used here: a ``make`` with nothing to do starts no kernel and imports no pandas.
"""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

from stancebook.paths import NOTEBOOKS, ROOT
from stancebook.render import imports
from stancebook.render.imports import PACKAGE

#: What every page depends on: how it is rendered, and the libraries that it is rendered with.
FRAME = "stancebook.render.reports"
EVERY_PAGE = ("requirements.lock",)
READING_PAGE = "reading.html"
CHECKING = ROOT / PACKAGE / "checking" / "__init__.py"
#: The module that makes the reading view and the summary on the index.
READING_MODULE = "stancebook.render.annotated"


def notebooks() -> list[Path]:
    """The notebooks that are about an article, in the order of their numbers, which are below 90."""
    return _numbered("[0-8][0-9]_*.ipynb")


def standing() -> dict[str, Path]:
    """The pages that are about the program and not about an article, each with its notebook, from number 90 on."""
    return {f"{path.stem.partition('_')[2]}.html": path for path in _numbered("9[0-9]_*.ipynb")}


def _numbered(pattern: str) -> list[Path]:
    return sorted(path for path in NOTEBOOKS.glob(pattern) if not path.name.endswith(".failed.ipynb"))


def page_name(notebook: Path) -> str:
    """The file name of the page that a notebook becomes."""
    return f"{notebook.stem}.html"


def pages() -> dict[str, Path | None]:
    """The pages of every report, each with its notebook; the reading view has none."""
    return {**{page_name(path): path for path in notebooks()}, READING_PAGE: None}


def dependencies(page: str, notebook: Path | None) -> set[Path]:
    """Every file of the repository that ``page`` is made from, but for the article."""
    if notebook is None:
        found = _of_module(READING_MODULE)
    else:
        imported = imports.absolute(imports.found_in(_code_of(notebook)), PACKAGE, True)
        found = {notebook}.union(*map(_of_module, imported))
    if CHECKING in found:
        # What a person marked right or wrong; the folder itself, for a sheet may have been taken away.
        found |= {ROOT / "checks", *(ROOT / "checks").glob("*.csv")}
    return found | _templates() | _own_modules(FRAME) | {ROOT / name for name in EVERY_PAGE}


def changed(path: Path) -> float:
    """When ``path`` was last written, or moved to where it is, in nanoseconds; infinitely late where it is missing."""
    try:
        state = path.stat()
    except FileNotFoundError:
        return math.inf
    return max(state.st_mtime_ns, state.st_ctime_ns)


def _code_of(notebook: Path) -> str:
    try:
        cells = json.loads(notebook.read_text(encoding="utf8"))["cells"]
        return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    except (ValueError, KeyError, TypeError):
        return ""  # papermill will say what is wrong with it


@cache
def _templates() -> set[Path]:
    return {path for path in (ROOT / PACKAGE / "render" / "templates").rglob("*") if path.is_file()}


@cache
def _of_module(name: str) -> set[Path]:
    """The files that importing a module reads: itself, the modules that it imports, and the data that they name."""
    found: set[Path] = set()
    waiting, seen = [name], set()
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        path = _file_of(module)
        if path is None:
            continue
        source = imports.found_in(_text_of(path))
        found |= {path} | {ROOT / name for name in source.data}
        waiting += imports.absolute(source, module, path.name == "__init__.py")
        if "." in module:
            waiting.append(module.rpartition(".")[0])
    return found


@cache
def _own_modules(name: str) -> set[Path]:
    """The modules of stancebook.render that ``name`` imports; what they import from elsewhere is each page's own."""
    folder = ROOT / PACKAGE / "render"
    return {path for path in _of_module(name) if path.parent == folder}


@cache
def _text_of(path: Path) -> str:
    return path.read_text(encoding="utf8", errors="surrogateescape")


@cache
def _file_of(module: str) -> Path | None:
    base = ROOT.joinpath(*module.split("."))
    return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)
