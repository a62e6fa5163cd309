"""From a notebook's parameters to the reading that its questions are put to."""

from __future__ import annotations

from pathlib import Path

from stancebook import articles, language, paths


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
