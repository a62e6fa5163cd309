"""What the notebook on accuracy asks of the figures: by task, by class, what is taken for what, calibration, peers."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable

import pandas as pd
from markupsafe import Markup

from stancebook import measured
from stancebook.errors import DataError
from stancebook.fragments import Fragment, answer, note, plural, table
from stancebook.paths import MODELS
from stancebook.statistics import wilson

DATA_FILES = ("data/models/accuracy.json", "data/models/peers.csv")
PEERS = MODELS / "peers.csv"
NO_DATA = "The sentence reader was not measured on data files yet: make accuracy DATA=folder does it."
#: What of a data row is its figure, and how it is called.
FIGURES = {"names": "F1", "tags": "accuracy", "trees": "LAS", "voices": "F1 by word", "evaluations": "macro F1"}
#: The measures that peers report, as they are found in a row of ours.
OURS = {
    "F1": lambda row: row["micro"]["f1"],
    "UAS": lambda row: row["uas"],
    "LAS": lambda row: row["las"],
    "accuracy": lambda row: row["accuracy"],
    "lemmas": lambda row: row["lemmas"],
    "macro F1": lambda row: row["macro"]["f1"],
    "F1 of sources": lambda row: row["classes"]["SOURCE"]["f1"],
    "F1 of cues": lambda row: row["classes"]["CUE"]["f1"],
    "F1 of contents": lambda row: row["classes"]["CONTENT"]["f1"],
}
SHARES = ("precision", "low", "high", "recall", "f1", "f1_low", "f1_high", "figure", "claimed", "right", "readers")


def by_task(half: str = measured.HELD_OUT) -> pd.DataFrame:
    """Each task against one half of the gold, in per cent, an F1 with its bootstrap interval over articles.

    Columns: task, half, precision, low, high (Wilson), recall, f1, f1_low, f1_high, n (annotations by hand), readers
    (the F1 of two readers against each other; missing where one alone annotated, as all that is tuned on).
    """
    found = measured.load()["gold"].get(half, {}).get("tasks", {})
    rows = []
    for task, row in ((task, found[task]) for task in measured.TASKS if task in found and found[task]["given"]):
        precision = wilson(row["right"], row["given"])
        rows.append(
            {
                "task": task, "half": half, "precision": precision.estimate, "low": precision.low,
                "high": precision.high, "recall": row["recall"], "f1": row["f1"],
                "f1_low": min(row["interval"][0], row["f1"]), "f1_high": max(row["interval"][1], row["f1"]), "n": row["n"],
                "readers": measured.agreement(task) if half == measured.HELD_OUT else None,
            }
        )  # fmt: skip
    columns = ["task", "half", "precision", "low", "high", "recall", "f1", "f1_low", "f1_high", "n", "readers"]
    return _in_per_cent(pd.DataFrame(rows, columns=columns))


def best_and_worst(tasks: pd.DataFrame) -> Fragment:
    """The sentence that answers how well the program finds what a reader finds."""
    if tasks.empty:
        return answer("Nothing was measured yet: make accuracy does it.")
    ranked = tasks.sort_values("f1", ascending=False)
    first, last = ranked.iloc[0], ranked.iloc[-1]
    articles = plural(len(measured.load()["gold"][first["half"]]["articles"]), "hand-annotated article")
    # A marker and its voice are one annotation.
    annotated = int(tasks.loc[tasks["task"] != "voices", "n"].sum())
    return answer(
        f"On {articles} ({first['half']}), F1 is {first['f1']:.0f}% for {first['task']}"
        + (f" and {last['f1']:.0f}% for {last['task']}" if len(ranked) > 1 else "")
        + f", over {plural(annotated, 'annotation')}."
    )


def finding(tasks: pd.DataFrame) -> str:
    """Which task is done best and which worst, in a chart's title."""
    ranked = tasks.sort_values("f1", ascending=False)
    if len(ranked) < 2:
        return "What was measured"
    return f"{ranked.iloc[0]['task'].capitalize()} are found best, {ranked.iloc[-1]['task']} worst"


def task_table() -> Fragment:
    """Both halves of the gold side by side: what the program was tuned on, and what it was not."""
    rows = pd.concat([by_task(measured.HELD_OUT), by_task(measured.TUNING)], ignore_index=True)
    rows["precision"] = _with_interval(rows, "precision", "low", "high")
    rows["f1"] = _with_interval(rows, "f1", "f1_low", "f1_high")
    columns = {
        "task": "Task", "half": "Half", "precision": "Precision (95%)", "recall": "Recall", "f1": "F1 (95%)",
        "readers": "F1 of two readers", "n": "Annotated",
    }  # fmt: skip
    caption = "Against the hand-made annotations, in per cent: Wilson intervals of precision, bootstrap intervals of F1"
    return table(rows, columns=columns, caption=caption)


def _with_interval(rows: pd.DataFrame, value: str, low: str, high: str) -> list[str]:
    return [f"{number:.1f} ({lowest:.1f}–{highest:.1f})" for number, lowest, highest in rows[[value, low, high]].to_numpy()]


def by_class(task: str, half: str = measured.HELD_OUT) -> pd.DataFrame:
    """Each class of a task of the gold, the most frequent first, in per cent: label, precision, recall, f1, low, high, n."""
    found = measured.load()["gold"].get(half, {}).get("tasks", {}).get(task, {}).get("classes", {})
    return _classes({f"{name}": row for name, row in found.items()})


def all_classes(half: str = measured.HELD_OUT) -> pd.DataFrame:
    """The classes of all tasks below one another, each named with its task."""
    tables = [by_class(task, half) for task in measured.TASKS]
    named = [found.assign(label=found["label"] + f" ({task})") for task, found in zip(measured.TASKS, tables)]
    return pd.concat([found for found in named if len(found)] or [_classes({})], ignore_index=True)


def class_table(rows: pd.DataFrame, what: str) -> Fragment:
    """The same as a table."""
    columns = {
        "label": "Class", "precision": "Precision", "recall": "Recall", "f1": "F1", "low": "95% low", "high": "95% high",
        "n": "Annotated",
    }  # fmt: skip
    return table(rows, columns=columns, caption=f"{what}, in per cent, with 95% bootstrap intervals of F1")


def worst_class(rows: pd.DataFrame, fewest: int = 10) -> str:
    """The class with the lowest F1 of those with enough annotations, in a chart's title."""
    known = rows[rows["n"] >= fewest]
    if known.empty:
        return "Too little is annotated to compare classes"
    worst = known.loc[known["f1"].idxmin()]
    return f"Hardest to find: {worst['label']}, F1 {worst['f1']:.0f}%"


def confusions(half: str = measured.HELD_OUT) -> Fragment:
    """For each task of the gold, what was taken for what: a table whose rows are what is true."""
    tasks = measured.load()["gold"].get(half, {}).get("tasks", {})
    return _joined(confusion_table(row.get("confusion", []), f"{task}, {half}") for task, row in _in_order(tasks))


def confusion_table(rows: list[dict], what: str, most: int = 8) -> Fragment:
    """What is true by what was found; labels beyond the ``most`` frequent stand together as “others”."""
    if not rows:
        return Fragment("")
    counts = pd.DataFrame(rows)
    weights = pd.concat([counts.groupby(side)["n"].sum() for side in ("true", "found")], axis=1).fillna(0).sum(axis=1)
    labels = list(weights.sort_values(ascending=False, kind="stable").index)
    kept = set(labels[: most - 1] if len(labels) > most else labels) | {"nothing"}
    for side in ("true", "found"):
        counts[side] = counts[side].where(counts[side].isin(kept), "others")
    order = [label for label in labels if label in kept and label != "nothing"] + ["others", "nothing"]
    wide = counts.pivot_table(index="true", columns="found", values="n", aggfunc="sum", fill_value=0)
    wide = wide.reindex(index=[one for one in order if one in wide.index], columns=[one for one in order if one in wide.columns])
    columns = {"true": "In truth"} | {name: f"as {name}" for name in wide.columns}
    return table(wide.astype(int).reset_index(), columns=columns, caption=f"What was taken for what: {what}")


def gold_errors(most: int = 6) -> Fragment:
    """Errors in the half of the gold that the program is tuned on, folded by task; of the other half none are shown."""
    errors = pd.DataFrame(measured.load()["gold"].get(measured.TUNING, {}).get("errors", []))
    if errors.empty:
        return note("No error is recorded.")
    columns = {"what": "In its place", "error": "Error", "article": "Article"}
    return _joined(_folded(rows.head(2 * most), columns, str(task)) for task, rows in errors.groupby("task", sort=False))


def data_errors(most: int = 8) -> Fragment:
    """The worst errors on data files, folded by file; their sentences lie only on the machine that measured them."""
    try:
        errors = pd.DataFrame(json.loads(measured.ERRORS.read_text(encoding="utf8")))
    except OSError:
        return note("The sentences of the data files are not ours to give away: make accuracy DATA=folder shows them here.")
    except ValueError as error:
        raise DataError(f"build/{measured.ERRORS.name} is damaged; write it again with make accuracy DATA=folder.") from error
    if errors.empty:
        return note("No error is recorded.")
    pieces = []
    for (task, data), rows in errors.groupby(["task", "data"], sort=False):
        columns = {"sentence": "Sentence", "true": "In truth", "found": "Found", "confidence": "Sure", "times": "Times"}
        shown = {name: heading for name, heading in columns.items() if name in rows and rows[name].notna().any()}
        if "times" in shown:
            rows = rows.astype({"times": int})
        pieces.append(_folded(rows.head(most), shown, f"{task}: {data}"))
    return _joined(pieces)


def on_data() -> pd.DataFrame:
    """The reader on each data file, in per cent: label, task, data, measure, figure, low, high, n, weights.

    Intervals are over sentences.
    """
    rows = [_on_data(row) for row in measured.load()["data"]]
    columns = ["label", "task", "data", "measure", "figure", "low", "high", "n", "weights"]
    return _in_per_cent(pd.DataFrame(rows, columns=columns))


def data_finding(rows: pd.DataFrame) -> Fragment:
    """The sentence that answers how well the sentence reader reads."""
    if rows.empty:
        return answer(NO_DATA)
    known = sorted(set(rows["weights"]))
    others = "" if known == [measured.weights()] else "; these are not the weights that read now: measure again"
    return answer(
        f"Measured on {plural(rows['data'].nunique(), 'data set')} that it was not trained on, with the weights "
        f"{' and '.join(known)}{others}."
    )


def data_table(rows: pd.DataFrame) -> Fragment:
    """The same as a table."""
    if rows.empty:
        return note(NO_DATA)
    columns = {"label": "Task and data", "measure": "Measure", "figure": "Figure", "low": "95% low", "high": "95% high", "n": "Of"}
    caption = "The sentence reader on development data, in per cent, with 95% bootstrap intervals over sentences"
    return table(rows, columns=columns, caption=caption)


def data_classes(task: str) -> Fragment:
    """The classes and the confusion of a task on each data file, folded."""
    pieces = []
    for row in measured.load()["data"]:
        if row["task"] == task:
            inside = class_table(_classes(row["classes"]), f"{task}: {row['data']}")
            pieces.append(_details(f"{task}: {row['data']}", inside + confusion_table(row["confusion"], row["data"])))
    return _joined(pieces)


def calibration(task: str = "evaluations") -> pd.DataFrame:
    """How often the reader is right, by how sure it said it was, in per cent: label, claimed, right, low, high, n.

    ``task`` is names or evaluations, on the data file with most items, or mentions, on the held-out gold.
    """
    if task == "mentions":
        tasks = measured.load()["gold"].get(measured.HELD_OUT, {}).get("tasks", {})
        found = [tasks["mentions"]] if "calibration" in tasks.get("mentions", {}) else []
    else:
        found = [row for row in measured.load()["data"] if row["task"] == task and "calibration" in row]
    row = max(found, key=lambda one: sum(part["n"] for part in one["calibration"]["bins"]), default=None)
    bins = pd.DataFrame(row["calibration"]["bins"] if row else [], columns=["confidence", "accuracy", "n"])
    rows = []
    for label, part in bins.groupby(bins["confidence"].map("{:.0%} sure".format), sort=False):
        share = wilson(round((part["accuracy"] * part["n"]).sum()), int(part["n"].sum()))
        claimed = (part["confidence"] * part["n"]).sum() / part["n"].sum()
        rows.append((label, claimed, share.estimate, share.low, share.high, int(part["n"].sum())))
    return _in_per_cent(pd.DataFrame(rows, columns=["label", "claimed", "right", "low", "high", "n"]))


def calibrated(rows: pd.DataFrame) -> str:
    """Whether the reader is surer than it should be, in a chart's title."""
    if rows.empty:
        return "No confidence was measured"
    gap = float(((rows["claimed"] - rows["right"]) * rows["n"]).sum() / rows["n"].sum())
    if abs(gap) < 2:
        return "It is as often right as it says"
    return f"It is {abs(gap):.0f} points {'surer' if gap > 0 else 'less sure'} than it should be, on average"


def peers() -> Fragment:
    """Our figures beside those that others publish, by task and measure, each with its conditions."""
    try:
        with PEERS.open(encoding="utf8", newline="") as file:
            others = list(csv.DictReader(file))
    except OSError as error:
        raise DataError("data/models/peers.csv is missing; fetch it again with git checkout.") from error
    pieces = []
    for task, measure in dict.fromkeys((row["task"], row["measure"]) for row in others):
        ours = [
            {"system": "this reader", "data": row["data"], "figure": 100 * OURS[measure](row), "conditions": "this part was not trained on", "comparable": "", "source": "make accuracy"}
            for row in measured.load()["data"] if row["task"] == task
        ]  # fmt: skip
        theirs = [row | {"figure": float(row["figure"])} for row in others if (row["task"], row["measure"]) == (task, measure)]
        columns = {
            "system": "System", "data": "Data", "figure": "Figure", "conditions": "Conditions",
            "comparable": "Comparable with ours", "source": "Source",
        }  # fmt: skip
        pieces.append(table(pd.DataFrame(ours + theirs), columns=columns, caption=f"{task}: {measure}, in per cent"))
    return _joined(pieces)


def _on_data(row: dict) -> dict:
    task, intervals = row["task"], row.get("intervals", {})
    figure = {"tags": row["accuracy"], "trees": row.get("las"), "evaluations": row["macro"]["f1"]}.get(task, row["micro"]["f1"])
    whole = row["macro"]["interval"] if task == "evaluations" else row["interval"]
    low, high = intervals.get({"tags": "universal", "trees": "las"}.get(task, ""), whole)
    low, high = min(low, figure), max(high, figure)  # a bootstrap's quantiles may leave out the estimate itself
    return {
        "label": f"{task}: {row['data']}", "task": task, "data": row["data"], "measure": FIGURES[task], "figure": figure,
        "low": low, "high": high, "n": row["micro"]["n"], "weights": row["weights"],
    }  # fmt: skip


def _classes(found: dict[str, dict]) -> pd.DataFrame:
    rows = [
        {
            "label": name, "precision": row["precision"], "recall": row["recall"], "f1": row["f1"],
            "low": min(row["interval"][0], row["f1"]), "high": max(row["interval"][1], row["f1"]), "n": row["n"],
        }
        for name, row in found.items()
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["label", "precision", "recall", "f1", "low", "high", "n"])
    return _in_per_cent(frame.sort_values("n", ascending=False, kind="stable").reset_index(drop=True))


def _in_order(tasks: dict[str, dict]) -> list[tuple[str, dict]]:
    return [(task, tasks[task]) for task in measured.TASKS if task in tasks]


def _in_per_cent(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(**{name: 100 * rows[name].astype(float) for name in SHARES if name in rows})


def _folded(rows: pd.DataFrame, columns: dict[str, str], caption: str) -> Fragment:
    return _details(caption, table(rows, columns=columns, caption=caption, decimals={"confidence": 2}))


def _details(summary: str, inside: Markup) -> Fragment:
    pattern = Markup('<details class="sentences"><summary>{}</summary>{}</details>')
    return Fragment(pattern.format(summary[:1].upper() + summary[1:], inside))


def _joined(pieces: Iterable[Markup]) -> Fragment:
    return Fragment(Markup("").join(pieces))
