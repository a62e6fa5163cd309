"""What was measured of each task, for the line beside a chart: on articles annotated by hand, which nothing was tuned on.

``make accuracy`` writes the figures to data/models/accuracy.json; here they are read, and put into words.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from stancebook.errors import DataError
from stancebook.fragments import plural
from stancebook.paths import MODELS, ROOT
from stancebook.statistics import Interval, wilson

DATA_FILES = ("data/models/accuracy.json", "data/models/reader.sha256")
FILE = MODELS / "accuracy.json"
#: Errors in sentences of data that are not ours to give away: written on the user's machine, never committed.
ERRORS = ROOT / "build" / "accuracy-errors.json"
HELD_OUT, TUNING = "held out", "tuning"
#: For each task, what its charts count, and when one of these is right.
TASKS = {
    "mentions": ("mentions", "have the right words and entity"),
    "markers": ("markers", "have the right words and category"),
    "voices": ("markers", "have the right voice"),
    "statements": ("statements", "have the right source and content, by half at least"),
    "evaluations": ("judgements", "have the right entity and polarity"),
    "leanings": ("leanings", "have the right entity and polarity"),
    "figures": ("figures", "have the right value and unit"),
    "dates": ("dates", "are resolved to the right days"),
    "scenarios": ("scenarios", "have the right condition and consequence, by half at least"),
    "factuality": ("clauses", "have the right certainty and polarity"),
    "lemmas": ("words", "have the right lemma"),
}
#: Below this share a figure is given with a warning.
POOR = 0.75


class Measured(NamedTuple):
    """How often what a task gives is right, how much of what is there it finds, and on what this was measured.

    ``precision`` and ``recall`` have Wilson intervals (1927) over hits; ``recall`` is missing for labels, such as the
    voice, which are counted among what was found. ``f1`` has a bootstrap interval over the articles. ``n`` is the
    number of annotations by hand, and ``on`` says whose.
    """

    task: str
    on: str
    n: int
    precision: Interval
    recall: Interval | None
    f1: Interval | None


@functools.cache
def load(path: Path = FILE) -> dict:
    """What was measured, as ``make accuracy`` wrote it; empty where it never ran. DataError where the file is damaged.

    ``gold``: the program against each half of the annotated articles; ``agreement``: two readers of the held-out half
    against each other; ``data``: the sentence reader on each data file.
    """
    try:
        found = json.loads(path.read_text(encoding="utf8"))
        return {"gold": dict(found["gold"]), "agreement": dict(found["agreement"]), "data": list(found["data"])}
    except FileNotFoundError:
        return {"gold": {}, "agreement": {}, "data": []}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DataError(
            f"{path.name} in data/models/ is damaged; write it again with make accuracy, or fetch it with git checkout."
        ) from error


def measured(task: str, *, half: str = HELD_OUT, figures: Mapping | None = None) -> Measured | None:
    """What was measured of ``task``, on one half of the gold articles where it is theirs; None where nothing was.

    ``figures`` are those of ``load``. Raises ValueError for a task that is none of ``TASKS``.
    """
    if task not in TASKS:
        raise ValueError(f"“{task}” is no task; choose from {', '.join(TASKS)}.")
    figures = load() if figures is None else figures
    if task == "lemmas":
        return _lemmas(figures["data"])
    part = figures["gold"].get(half, {})
    row = part.get("tasks", {}).get(task)
    if row is None:
        return None
    on = f"{plural(row.get('articles', len(part['articles'])), 'hand-annotated article')} that it was {'not ' * (half == HELD_OUT)}tuned on"
    if task == "voices":
        found = part["tasks"]["markers"]["right"]
        share = _share(round(row["agreement"]["of the markers found"] * found), found)
        return share and Measured(task, on, found, share, None, None)
    precision, recall = _share(row["right"], row["given"]), _share(row["right"], row["n"])
    if precision is None or recall is None:
        return None
    return Measured(task, on, row["n"], precision, recall, Interval(row["f1"], *row["interval"]))


def in_words(*tasks: str, figures: Mapping | None = None) -> str:
    """How far the numbers of ``tasks`` can be trusted, for the note of a chart: a sentence for what was measured alike."""
    clauses: dict[str, list[str]] = {}
    unknown = []
    for task in tasks:
        found = measured(task, figures=figures)
        if found is None:
            unknown.append(f"How many of the {TASKS[task][0]} {TASKS[task][1]} is not measured.")
        else:
            clauses.setdefault(found.on, []).append(_clause(found))
    known = (f"{_capital('; '.join(said))}: measured on {on}." for on, said in clauses.items())
    return " ".join([*known, *unknown])


def is_poor(found: Measured) -> bool:
    """Whether less than ``POOR`` of what is given is right, or of what is there is found."""
    return min(share.estimate for share in (found.precision, found.recall) if share) < POOR


def _clause(found: Measured) -> str:
    counted, right = TASKS[found.task]
    said = f"{'read with care: ' * is_poor(found)}of {counted} like these, {_percent(found.precision)} {right}"
    return said + (f", and {found.recall.estimate:.0%} of all are found" if found.recall else "")


def _lemmas(data: list[dict]) -> Measured | None:
    """The lemmas of the news texts, whose kind is nearest to what is read here; else of any treebank."""
    treebanks = [row for row in data if row["task"] == "tags"]
    row = next((row for row in treebanks if "news" in row["data"]), next(iter(treebanks), None))
    if row is None:
        return None
    share = Interval(row["lemmas"], *row["intervals"]["lemmas"])
    on = f"{row['data']}, development data that it was not trained on{'' if is_current(row) else ', with earlier weights'}"
    return Measured("lemmas", on, row["micro"]["n"], share, None, None)


def is_current(row: Mapping) -> bool:
    """Whether a row of ``data`` was measured with the weights that are there now."""
    return row["weights"] == weights()


def weights() -> str:
    """The checksum of the reader's weights, as much of it as tells them from others."""
    return hashlib.sha256((MODELS / "reader.sha256").read_bytes()).hexdigest()[:16]


def agreement(task: str) -> float | None:
    """The F1 of two independent readers against each other: about what a program can be asked for; None if unknown."""
    row = load()["agreement"].get("tasks", {}).get(task)
    return row and float(row["f1"])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _share(right: int, of: int) -> Interval | None:
    return wilson(right, of) if of else None


def _percent(share: Interval) -> str:
    return f"{share.estimate:.0%} ({100 * share.low:.0f}–{100 * share.high:.0f})"
