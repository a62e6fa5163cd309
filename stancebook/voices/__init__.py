"""Whose voice speaks: every attribution with its source, cue and content, the voice of any span, and the shares.

The terms are those of Martin & White (2005) for how the author aligns with a source (acknowledge, endorse, distance)
and of the attribution literature for source, cue and content (Pareti 2012, PARC). A statement inside the content of
another belongs to the inner source.
"""

from stancebook.voices.attributed import (
    AUTHOR,
    NO_SOURCE,
    UNNAMED,
    innermost,
    shares,
    spoken,
    voice_ids,
    voice_names,
    with_voice,
)
from stancebook.voices.table import COLUMNS, KINDS, statements

__all__ = [
    "AUTHOR", "COLUMNS", "KINDS", "NO_SOURCE", "UNNAMED", "innermost", "shares", "spoken", "statements", "voice_ids",
    "voice_names", "with_voice",
]  # fmt: skip
