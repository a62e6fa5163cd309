"""A notebook's parameters, from the words on the command line, each by the type that the notebook gives it."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

from stancebook.errors import RenderError

#: What is said of every report on the command line: of the article, and which reader reads it.
FIELDS = ("title", "outlet", "author", "date", "model")


def parsed(text: str) -> dict[str, str]:
    """``top=20 node="the war"`` as a dictionary; raises RenderError where a word is no ``name=value``."""
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise RenderError(f"The parameters {text!r} have a quotation mark without its pair; close it.") from error
    pairs = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name.isidentifier():
            raise RenderError(f"“{word}” is no parameter; write name=value, such as top=20.")
        pairs[name] = value
    return pairs


def for_notebook(given: dict[str, str], declared: dict[str, dict]) -> dict[str, object]:
    """Those of the ``given`` parameters that the notebook declares, converted to their types."""
    return {name: _converted(name, value, declared[name]) for name, value in given.items() if name in declared}


def check_known(given: dict[str, str], declared: dict[Path, dict[str, dict]]) -> None:
    """Raise RenderError for a parameter that no notebook has."""
    known = sorted({name for parameters in declared.values() for name in parameters})
    for name in given:
        if name not in known:
            raise RenderError(f"No notebook has a parameter “{name}”; choose from: {', '.join(known)}.")


def _converted(name: str, value: str, parameter: dict) -> object:
    kind = parameter["inferred_type_name"].replace(" ", "")
    convert, wanted = _CONVERSIONS.get(kind, (str, "text"))
    try:
        return convert(value)
    except ValueError as error:
        raise RenderError(f"The parameter {name} must be {wanted}, not “{value}”.") from error


def _yes_or_no(value: str) -> bool:
    answers = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if value.lower() not in answers:
        raise ValueError(value)
    return answers[value.lower()]


def _listed(value: str) -> list[str]:
    return [item.strip() for item in value.split(",") if item.strip()]


_CONVERSIONS: dict[str, tuple[Callable[[str], object], str]] = {
    "int": (int, "a whole number"),
    "float": (float, "a number"),
    "bool": (_yes_or_no, "yes or no"),
    "list[str]": (_listed, "names set apart by commas"),
    "list": (_listed, "names set apart by commas"),
    "str": (str, "text"),
}
