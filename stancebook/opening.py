"""From a notebook's parameters to the reading that its questions are put to."""

from __future__ import annotations

from pathlib import Path

from stancebook import articles, language, paths
from stancebook.errors import StancebookError


def reading(article: str, *, title: str = "", outlet: str = "", author: str = "", date: str = "") -> language.Reading:
    """Read the article at ``article``; the other arguments, where not empty, replace what its file says.

    A path that is not absolute is looked up from the working directory, then from the repository's root, since
    JupyterLab and the command line start in different folders. Raises ArticleError as ``articles.read`` does.
    """
    given = {"title": title, "outlet": outlet, "author": author, "date": date}
    found = articles.read(located(article), **{name: value for name, value in given.items() if value})
    return language.read(found)


def located(article: str) -> Path:
    """``article`` as a path that exists, if one does."""
    path = Path(article).expanduser()
    return path if path.exists() or path.is_absolute() else paths.ROOT / path


def chosen(available: list[str], wanted: list[str], what: str) -> list[str]:
    """The ``available`` names that ``wanted`` asks for, in the order asked; all where nothing is asked.

    Raises StancebookError, naming ``what`` and the names to choose from, where one asked for is not available.
    """
    unknown = [name for name in wanted if name not in available]
    if unknown:
        listed = ", ".join(available[:20]) + (" …" if len(available) > 20 else "")
        raise StancebookError(f"There is no {what} “{unknown[0]}” here; choose from: {listed}.")
    return list(wanted) or list(available)
