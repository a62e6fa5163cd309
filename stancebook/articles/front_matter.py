"""Front matter: what an article says of itself, in YAML between two lines of three dashes at its start."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from stancebook.articles.cleaning import clean_field
from stancebook.articles.dates import parse_date
from stancebook.articles.log import Change, Line
from stancebook.errors import ArticleError

_FIELDS = {
    "title": "title", "headline": "title",
    "outlet": "outlet", "publication": "outlet", "publisher": "outlet",
    "author": "author", "authors": "author", "byline": "author",
    "date": "date", "published": "date",
}


class FrontMatter(NamedTuple):
    """The fields that an Article has, and the remaining keys."""

    fields: dict[str, object]
    metadata: dict[str, object]


def split(lines: list[Line], path: str) -> tuple[FrontMatter, list[Line], list[Change]]:
    """The front matter of an article, the lines after it, and the log of it.

    Raises ArticleError, with the line, where the YAML is broken or a field is not what it should be.
    """
    nothing = FrontMatter({}, {}), lines, []
    first = next((index for index, line in enumerate(lines) if line.text.strip()), None)
    if first is None or lines[first].text != "---":
        return nothing
    last = next((index for index in range(first + 1, len(lines)) if lines[index].text in ("---", "...")), None)
    if last is None:
        follows = lines[first + 1].text if first + 1 < len(lines) else ""
        if follows.split(":")[0].lower() in _FIELDS:
            raise ArticleError(
                f"The front matter of {path} opens in line {lines[first].number} and never closes; "
                "put a line of three dashes after it."
            )
        return nothing
    source = "\n".join(line.text for line in lines[first + 1 : last])
    content = _load(source, lines[first].number, path)
    if isinstance(content, str):  # prose between two rules
        return nothing
    if content is not None and not isinstance(content, dict):
        raise ArticleError(
            f"The front matter of {path} (from line {lines[first].number}) is not a list of keys and values; "
            'write it like "title: The title".'
        )
    change = Change(lines[first].number, "read front matter", source, "", "it describes the article and is not its text")
    return _sorted_fields(content or {}, path), lines[last + 1 :], [change]


def _load(source: str, opening_line: int, path: str) -> object:
    """The YAML of ``source``. Aliases are refused, for nested ones grow without bound."""
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(source)):
            raise ArticleError(f"The front matter of {path} uses YAML aliases (*name); write the values out.")
        return yaml.safe_load(source)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line = opening_line + 1 + (mark.line if mark else 0)
        what = problem.problem or "it is not YAML"
        raise ArticleError(f"Line {line} of {path}: the front matter is broken ({what}); mend it.") from None
    except (yaml.YAMLError, ValueError, TypeError, OverflowError, RecursionError, AttributeError) as problem:
        what = " ".join(str(problem).split())[:100]
        raise ArticleError(
            f"The front matter of {path} (from line {opening_line}) cannot be read ({what}); mend it."
        ) from None


def _sorted_fields(content: dict[object, object], path: str) -> FrontMatter:
    fields, metadata = {}, {}
    for key, value in content.items():
        field = _FIELDS.get(str(key).lower())
        if field is None or field in fields or value is None:
            metadata[str(key)] = value
        elif field == "date":
            fields[field] = parse_date(value, f"the front matter of {path}")
        else:
            fields[field] = _text_field(str(key), value, path, several=field == "author")
    return FrontMatter(fields, metadata)


def _text_field(key: str, value: object, path: str, *, several: bool) -> str:
    if several and isinstance(value, list) and value and all(isinstance(name, str) for name in value):
        names = [clean_field(name) for name in value]
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise ArticleError(f"“{key}” in the front matter of {path} must be a line of text; put it in quotes.")
    return clean_field(value)
