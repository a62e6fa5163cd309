"""What a notebook's parameters ask for, checked against what there is."""

from __future__ import annotations

from stancebook.errors import StancebookError


def chosen(available: list[str], wanted: list[str], what: str) -> list[str]:
    """The ``available`` names that ``wanted`` asks for, in the order asked; all where nothing is asked.

    Raises StancebookError, naming ``what`` and the names to choose from, where one asked for is not available.
    """
    unknown = [name for name in wanted if name not in available]
    if unknown:
        listed = ", ".join(available[:20]) + (" …" if len(available) > 20 else "")
        raise StancebookError(f"There is no {what} “{unknown[0]}” here; choose from: {listed}.")
    return list(wanted) or list(available)
