"""The pages of an article's report and the links between them, which lead somewhere only in a rendered report."""

from __future__ import annotations

import os

from markupsafe import Markup, escape

READING = "reading.html"
TEXT = "01_text.html"
ENTITIES = "02_entities.html"
STANCE = "03_stance.html"
#: Set by the renderer for the kernels that it starts; JupyterLab shows the same cells without the other pages.
RENDERING = "STANCEBOOK_RENDERING"


def in_report() -> bool:
    """Whether the cell that runs now becomes a page of a report, so that its neighbours exist."""
    return bool(os.environ.get(RENDERING))


def to_sentence(number: int, text: object) -> Markup:
    """``text`` as a link to sentence ``number`` (from 0) in the reading view; plain text where there is none."""
    if not in_report():
        return escape(text)
    return Markup('<a href="{}#s{}">{}</a>').format(READING, int(number), text)
