"""Which words move the reader: those without which a judgement is no longer one (occlusion, Zeiler & Fergus 2014)."""

from __future__ import annotations

from collections.abc import Container

import pandas as pd

from stancebook.language import Reading
from stancebook.language.encoder import POLARITIES, reader

CONTENT = ("ADJ", "NOUN", "VERB", "ADV")
#: How much of the polarity’s probability a word must carry to be pointed at.
LEAST = 0.2
#: How many words on either side of who is judged are tried, so that a sentence without end is done in time.
NEAR = 40
#: Words that say how things stand rather than what somebody is worth: “it would be difficult for him”.
OF_SITUATIONS = frozenset(
    """difficult hard arduous difficulty problem obstacle crisis conflict confrontation tension risk hazard important
    significant vital crucial serious severe grave unprecedented historic momentous loss recession""".split()
)


def carrying(
    reading: Reading, target: pd.Series, polarity: str, markers: pd.DataFrame, taken: Container[int] = ()
) -> tuple[int, int] | None:
    """The offsets of the evaluative word whose absence costs ``polarity`` most; None where no such word carries it.

    ``target`` has sentence, start, end and the probability of ``polarity`` in a column of that name; ``markers`` are the
    evaluative words, ``taken`` the starts of those that judge somebody else. A judgement that hangs on other words may
    well be one, but a reader could not see why.
    """
    words = reading.words[reading.words["sentence"] == target["sentence"]].reset_index(drop=True)
    inside = ((words["start"] < target["end"]) & (words["end"] > target["start"])).to_numpy().nonzero()[0]
    first, stop = int(inside[0]), int(inside[-1]) + 1
    texts, here = words["text"].tolist(), markers[markers["sentence"] == target["sentence"]]
    spans = list(zip(here["start"], here["end"], here["subcategory"], here["negated"]))
    tried = {
        at: kind
        for at, (start, end, part) in enumerate(zip(words["start"], words["end"], words["part_of_speech"]))
        if part in CONTENT and first - NEAR <= at < stop + NEAR and not first <= at < stop
        for kind in [next(((polarity_, negated) for left, right, polarity_, negated in spans if left < end and start < right), None)]
    }
    asked = [(texts[:at] + texts[at + 1 :], first - (at < first), stop - (at < first)) for at in tried]
    number = POLARITIES.index(polarity)
    costs = [float(target[polarity] - chances[number]) for chances in reader().evaluate(asked)]
    if not costs or max(costs) < LEAST:
        return None
    best = list(tried)[costs.index(max(costs))]
    start = int(words["start"][best])
    if tried[best] != (polarity, False) or words["lemma"][best] in OF_SITUATIONS or start in taken:
        return None
    return start, int(words["end"][best])
