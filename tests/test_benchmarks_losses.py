"""Where evaluations of the gold are lost: the first step that loses each, on sentences made for it."""

from types import SimpleNamespace

import pandas as pd
import pytest

from benchmarks import losses
from stancebook import language
from stancebook.annotations import annotate

TEXT = (
    "Poland met Norway on Monday. Radomir Velk is a coward. Poland speaks as though the river were its own. "
    "It rained. A tidy story. It rained. It rained all day."
)


@pytest.fixture(scope="module")
def found():
    return annotate(language.read(SimpleNamespace(name="made", text=TEXT, paragraphs=((0, len(TEXT)),), date=None)))


@pytest.mark.parametrize(
    ("words", "entity", "polarity", "step"),
    [
        ("coward", "radomir-velk", "negative", "judged"),
        ("coward", "radomir-velk", "positive", "turned"),
        ("as though the river were its own", "poland", "negative", "leaning"),
        ("met", "poland", "negative", "no word"),
        ("tidy", "poland", "negative", "near"),
        ("all day", "norway", "negative", "elsewhere"),
        ("tidy", "sweden", "negative", "never"),
    ],
)
def test_the_first_step_that_loses_it(found, words, entity, polarity, step):
    start = TEXT.index(words)
    row = pd.Series({"start": start, "end": start + len(words), "entity": entity, "polarity": polarity})
    assert losses.step(row, found) == step and step in losses.STEPS
