"""From a notebook's parameters to the reading that its questions are put to."""

from __future__ import annotations

from pathlib import Path

from stancebook import articles, language, paths
from stancebook.language.spacy_reader import InstalledPipeline


def reading(
    article: str, *, title: str = "", outlet: str = "", author: str = "", date: str = "", model: str = ""
) -> language.Reading:
    """Read the article at ``article``; title to date, where not empty, replace what its file says.

    ``model``, where not empty, is an installed spaCy pipeline that reads in place of this project's reader.

    A path that is not absolute is looked up from the working directory, then from the repository's root, since
    JupyterLab and the command line start in different folders. Raises ArticleError as ``articles.read`` does, and
    DataError where the pipeline is not installed.
    """
    given = {"title": title, "outlet": outlet, "author": author, "date": date}
    found = articles.read(located(article), **{name: value for name, value in given.items() if value})
    return language.read(found, InstalledPipeline(model) if model else None)


def located(article: str) -> Path:
    """``article`` as a path that exists, if one does."""
    path = Path(article).expanduser()
    return path if path.exists() or path.is_absolute() else paths.ROOT / path
