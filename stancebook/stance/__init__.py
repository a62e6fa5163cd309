"""How sure an article sounds: its stance markers, the voice of each, and their rates."""

from stancebook.stance.table import (
    CATEGORIES,
    COLUMNS,
    LABELS,
    SIDES,
    along,
    around,
    inside_quotations,
    markers,
    rates,
    rates_by_voice,
    word_tokens,
)

__all__ = [
    "CATEGORIES", "COLUMNS", "LABELS", "SIDES", "along", "around", "inside_quotations", "markers", "rates",
    "rates_by_voice", "word_tokens",
]  # fmt: skip
