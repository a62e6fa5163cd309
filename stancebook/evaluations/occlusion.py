"""Which words move the reader: those without which a judgement is no longer one (occlusion, Zeiler & Fergus 2014)."""

from __future__ import annotations

import pandas as pd

from stancebook.language import Reading
from stancebook.language.encoder import POLARITIES, reader

CONTENT = ("ADJ", "NOUN", "VERB", "ADV")
#: How much of the polarity’s probability a word must carry to be pointed at.
LEAST = 0.2


def carrying(reading: Reading, target: pd.Series, polarity: str) -> tuple[int, int] | None:
    """The offsets of the content word whose absence costs ``polarity`` most; None where no word carries it by itself.

    ``target`` has sentence, start, end and the probability of ``polarity`` in a column of that name.
    """
    words = reading.words[reading.words["sentence"] == target["sentence"]].reset_index(drop=True)
    inside = ((words["start"] < target["end"]) & (words["end"] > target["start"])).to_numpy().nonzero()[0]
    first, stop = int(inside[0]), int(inside[-1]) + 1
    texts = words["text"].tolist()
    tried = [at for at in range(len(words)) if words["part_of_speech"][at] in CONTENT and not first <= at < stop]
    asked = [(texts[:at] + texts[at + 1 :], first - (at < first), stop - (at < first)) for at in tried]
    number = POLARITIES.index(polarity)
    costs = [float(target[polarity] - chances[number]) for chances in reader().evaluate(asked)]
    if not costs or max(costs) < LEAST:
        return None
    best = tried[costs.index(max(costs))]
    return int(words["start"][best]), int(words["end"][best])
