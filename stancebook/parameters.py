"""What a notebook's parameters ask for, checked against what there is."""

from __future__ import annotations

from stancebook.errors import StancebookError


def chosen(available: list[str], wanted: list[str] | str, what: str) -> list[str]:
    """The ``available`` names that ``wanted`` asks for, once each and in the order asked; all where nothing is asked.

    One name need not be in a list. Raises StancebookError, naming ``what`` and the names to choose from, where one
    asked for is not available.
    """
    asked = [wanted] if isinstance(wanted, str) and wanted else list(dict.fromkeys(wanted))
    unknown = [name for name in asked if name not in available]
    if unknown and not available:
        raise StancebookError(f"There is no {what} “{unknown[0]}” here, nor any other; leave the parameter empty.")
    if unknown:
        listed = ", ".join(available[:20]) + (" …" if len(available) > 20 else "")
        raise StancebookError(f"There is no {what} “{unknown[0]}” here; choose from: {listed}.")
    return asked or list(available)
