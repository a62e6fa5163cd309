"""Everything that a notebook imports, with its data loaded, for kernels that start by forking this process."""

import contextlib

import pandas as pd

from stancebook import (  # noqa: F401
    annotations,
    articles,
    charts,
    checking,
    claims,
    entities,
    evaluations,
    evidence,
    knowledge,
    language,
    lexicons,
    opening,
    stance,
    statistics,
    voices,
)
from stancebook.errors import StancebookError
from stancebook.findings import (  # noqa: F401
    answers,
    cast,
    contested,
    judgements,
    speaking,
    tone,
    vocabulary,
)


def rehearse() -> None:
    """Read a few words and draw them, so that all that is loaded at its first use is there before the fork."""
    reading = language.read(REHEARSAL)
    mentions, markers = entities.mentions(reading, knowledge.load()), stance.markers(reading)
    statements = voices.statements(reading, mentions)
    claims.claims(reading, statements, markers)
    evaluations.evaluations(reading, mentions, statements, markers)
    charts.bars(cast.leading(mentions, reading.words, top=1), "name", "count", title="Names", note="")._repr_html_()


WORDS = "“Minsk may perhaps follow Moscow,” officials in Kyiv said on Friday. About 30,000 troops would then stay."
REHEARSAL = articles.Article(
    "", "", "", "", "", None, WORDS, ((0, len(WORDS)),), pd.DataFrame(), pd.DataFrame(), metadata={}
)

# What is wrong with a file of data/, the notebook that needs it will say.
with contextlib.suppress(StancebookError):
    rehearse()
