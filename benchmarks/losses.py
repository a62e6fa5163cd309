"""Where evaluations of the gold are lost: nobody whom the sentence names, no evaluative word, not attached, too unsure.

    python -m benchmarks.losses

Counts each annotated phrase of the tuning articles by the first step that loses it, and prints a table.
"""

from __future__ import annotations

import sys
from collections import Counter

import pandas as pd

from benchmarks.gold import halves, of_article
from stancebook import evaluations
from stancebook.annotations import Annotations
from stancebook.errors import StancebookError

#: The steps in their order, and what is lost at each.
STEPS = {
    "never": "the article does not name the entity at all",
    "elsewhere": "the sentence does not name it, nor do the two before",
    "near": "the sentence does not name it, but one of the two before does",
    "no word": "nothing in the phrase is in the lexicons, nor is it a turn of phrase",
    "not attached": "its words judge, but are not found to be said of the entity",
    "turned": "the entity is found to be judged the other way",
    "unsure": "found, but left open",
    "leaning": "found as a leaning",
    "judged": "found as a judgement",
}
NEAR = 2


def step(row: pd.Series, found: Annotations) -> str:
    """The step at which a phrase of the gold (start, end, entity, polarity) is lost, or the tier in which it is found."""
    starts = found.reading.sentences["start"]
    sentence = int(starts.searchsorted(row["start"], side="right")) - 1
    rows = found.evaluations[(found.evaluations["sentence"] == sentence) & (found.evaluations["entity"] == row["entity"])]
    same = rows[rows["polarity"] == row["polarity"]]
    for tier in (evaluations.JUDGED, evaluations.LEANS):
        if (same["tier"] == tier).any():
            return tier
    by_words = rows[rows["pattern"] != "reader"]
    if len(by_words):
        return "unsure" if (by_words["polarity"] == row["polarity"]).any() else "turned"
    named = found.mentions.loc[found.mentions["entity"] == row["entity"], "sentence"]
    if not (named == sentence).any():
        return "never" if named.empty else "near" if named.between(sentence - NEAR, sentence).any() else "elsewhere"
    marks = found.markers[found.markers["kept"] & (found.markers["category"] == "evaluative")]
    return "not attached" if ((marks["start"] < row["end"]) & (marks["end"] > row["start"])).any() else "no word"


def counted(names: list[str]) -> Counter:
    """How many phrases of the named articles are lost at each step."""
    counts: Counter = Counter()
    for name in names:
        found, true = of_article(name)
        counts.update(step(row, found) for _, row in true["evaluations"].iterrows())
    return counts


def main() -> int:
    try:
        counts = counted(halves()["tuning"])
    except StancebookError as error:
        print(error, file=sys.stderr)
        return 1
    for name, what in STEPS.items():
        print(f"{counts[name]:4} {counts[name] / max(counts.total(), 1):5.0%}  {what}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
