"""What each page is made from, told from the source itself, so that a change rebuilds just what depends on it.

Only the standard library is used here: a ``make`` with nothing to do starts no kernel and imports no pandas.
"""

from __future__ import annotations

import ast
import json
from functools import cache
from pathlib import Path

from stancebook.paths import NOTEBOOKS, ROOT

PACKAGE = "stancebook"
#: What every page depends on: how it is rendered, and the libraries that it is rendered with.
FRAME = "stancebook.render.reports"
EVERY_PAGE = ("requirements.lock",)
READING_PAGE = "reading.html"
CHECKING = ROOT / PACKAGE / "checking" / "__init__.py"
#: The module that makes the reading view and the summary on the index.
READING_MODULE = "stancebook.render.annotated"


def notebooks() -> list[Path]:
    """The notebooks, in the order of their numbers."""
    return sorted(path for path in NOTEBOOKS.glob("[0-9][0-9]_*.ipynb") if not path.name.endswith(".failed.ipynb"))


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
        found = {notebook}.union(*(_of_module(name) for name in _imported(_code_of(notebook), PACKAGE, True)))
    if CHECKING in found:
        found |= set((ROOT / "checks").glob("*.csv"))  # what a person marked right or wrong
    templates = {path for path in (ROOT / PACKAGE / "render" / "templates").rglob("*") if path.is_file()}
    return found | templates | _own_modules(FRAME) | {ROOT / name for name in EVERY_PAGE}


def stale(page: Path, dependencies: set[Path], article: Path) -> bool:
    """Whether ``page`` is missing, or older than something that it is made from."""
    try:
        made = page.stat().st_mtime_ns
        return any(path.stat().st_mtime_ns > made for path in (article, *dependencies))
    except FileNotFoundError:
        return True


def _code_of(notebook: Path) -> str:
    try:
        cells = json.loads(notebook.read_text(encoding="utf8"))["cells"]
        return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    except (ValueError, KeyError, TypeError):
        return ""  # papermill will say what is wrong with it


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
        tree = _parsed(path)
        found |= {path} | {ROOT / name for name in _data_files(tree)}
        waiting += _imported_by(tree, module, path.name == "__init__.py")
        if "." in module:
            waiting.append(module.rpartition(".")[0])
    return found


@cache
def _own_modules(name: str) -> set[Path]:
    """The modules of stancebook.render that ``name`` imports; what they import from elsewhere is each page's own."""
    folder = ROOT / PACKAGE / "render"
    return {path for path in _of_module(name) if path.parent == folder}


def _imported(code: str, package: str, is_package: bool) -> set[str]:
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return set()
    return set(_imported_by(tree, package, is_package))


@cache
def _imported_by(tree: ast.AST, module: str, is_package: bool) -> list[str]:
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = module.split(".")[: len(module.split(".")) - node.level + is_package]
                base = ".".join([*above, *([base] if base else [])])
            names += [base, *(f"{base}.{alias.name}" for alias in node.names)]
    return [name for name in names if name.split(".")[0] == PACKAGE]


def _data_files(tree: ast.Module) -> list[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "DATA_FILES" for target in node.targets):
            return list(ast.literal_eval(node.value))
    return []


@cache
def _parsed(path: Path) -> ast.Module:
    try:
        return ast.parse(path.read_text(encoding="utf8"))
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])


@cache
def _file_of(module: str) -> Path | None:
    base = ROOT.joinpath(*module.split("."))
    return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)
