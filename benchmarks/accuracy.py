"""Score the reader on a file of any task.

    python -m benchmarks.accuracy --task names|tags|trees|voices|evaluations --data FILE [--json OUT] [--documents PART]

The words of the file are given to the reader, so that its tokenization is not scored. Shares are between 0 and 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.data import tagged_sentences, targets, tree_sentences
from benchmarks.scores import share_interval, table
from stancebook.errors import StancebookError
from stancebook.language.decoding import spans
from stancebook.language.encoder import POLARITIES, SentenceReader
from stancebook.language.reading import lemma_of

# Where a file calls nationalities and religions miscellaneous (CoNLL-2003), so does the score.
WITHOUT_NORP = "NORP is scored as MISC: the file marks no NORP"


def names(reader: SentenceReader, path: Path, documents: str = "") -> dict:
    """Strict spans: both ends and the type. Types that the file never marks are not scored."""
    sentences = [item for item in tagged_sentences(path, "n") if documents in item["document"]]
    gold = [set(spans(item["tags"])) for item in sentences]
    marked = {kind for found in gold for _, _, kind in found}
    joined = "MISC" in marked and "NORP" not in marked
    predicted = []
    for parse in reader.read(item["words"] for item in sentences):
        found = ((span.start, span.end, "MISC" if joined and span.kind == "NORP" else span.kind) for span in parse.names)
        predicted.append({span for span in found if span[2] in marked})
    scores = table(gold, predicted, lambda span: span[2])
    untyped = [{span[:2] for span in found} for found in gold], [{span[:2] for span in found} for found in predicted]
    scores["untyped"] = table(*untyped, lambda span: "name")["micro"]
    return scores | ({"note": WITHOUT_NORP} if joined else {}) | {"accuracy": _word_accuracy(sentences, gold, predicted)}


def _word_accuracy(sentences: list[dict], gold: list[set], predicted: list[set]) -> float:
    right = total = 0
    for item, *both in zip(sentences, gold, predicted):
        labels = [["O"] * len(item["words"]) for _ in both]
        for row, found in zip(labels, both):
            for start, end, kind in found:
                row[start:end] = [kind] * (end - start)
        right += sum(one == other for one, other in zip(*labels))
        total += len(item["words"])
    return right / max(total, 1)


def tags(reader: SentenceReader, path: Path, documents: str = "") -> dict:
    """Universal tags by class; accuracy of universal tags, Penn tags and lemmas (case aside)."""
    sentences = [item for item in tree_sentences(path) if documents in item["document"]]
    parses = list(reader.read(item["words"] for item in sentences))
    gold = [set(enumerate(item["universal"])) for item in sentences]
    scores = table(gold, [set(enumerate(parse.universal)) for parse in parses], lambda thing: thing[1])
    marks = {"universal": [], "penn": [], "lemmas": []}
    for item, parse in zip(sentences, parses):
        for name in ("universal", "penn"):
            marks[name].append([one == other for one, other in zip(item[name], getattr(parse, name))])
        found = map(lemma_of, item["words"], parse.universal, parse.lemmas)
        marks["lemmas"].append([true.lower() == base.lower() for true, base in zip(item["lemmas"], found)])
    accuracy = {name: float(np.mean(sum(values, []))) for name, values in marks.items()}
    intervals = {name: share_interval(values) for name, values in marks.items()}
    return scores | {"accuracy": accuracy["universal"], "accuracies": accuracy, "intervals": intervals}


def trees(reader: SentenceReader, path: Path, documents: str = "") -> dict:
    """Unlabelled and labelled attachment over all tokens, marks included; relations by class."""
    sentences = [item for item in tree_sentences(path) if documents in item["document"]]
    gold, predicted, attached, labelled = [], [], [], []
    for item, parse in zip(sentences, reader.read(item["words"] for item in sentences)):
        gold.append(set(zip(range(len(item["words"])), item["heads"], item["relations"])))
        predicted.append(set(zip(range(len(item["words"])), parse.heads, parse.relations)))
        attached.append([one == other for one, other in zip(item["heads"], parse.heads)])
        pairs = zip(item["heads"], parse.heads, item["relations"], parse.relations)
        labelled.append([head == found and relation == label for head, found, relation, label in pairs])
    uas, las = float(np.mean(sum(attached, []))), float(np.mean(sum(labelled, [])))
    scores = table(gold, predicted, lambda arc: arc[2])
    intervals = {"uas": share_interval(attached), "las": share_interval(labelled)}
    return scores | {"accuracy": las, "uas": uas, "las": las, "intervals": intervals}


def voices(reader: SentenceReader, path: Path, documents: str = "") -> dict:
    """By word: each word's role; ``exact`` gives whole spans, ``linked`` how often a right word is in the right relation."""
    sentences = [item for item in tagged_sentences(path, "a") if documents in item["document"]]
    parses = list(reader.read(item["words"] for item in sentences))
    gold = [{(at, tag[2:]) for at, tag in enumerate(item["tags"]) if tag != "O"} for item in sentences]
    predicted = [{(at, span.kind) for span in parse.voices for at in range(span.start, span.end)} for parse in parses]
    exact_gold = [set(spans(item["tags"])) for item in sentences]
    exact = [{(span.start, span.end, span.kind) for span in parse.voices} for parse in parses]
    scores = table(gold, predicted, lambda thing: thing[1])
    same = sum(true == found for true, found in zip(map(dict, map(sorted, gold)), map(dict, map(sorted, predicted))))
    return scores | {
        "exact": table(exact_gold, exact, lambda span: span[2]),
        "accuracy": same / max(len(sentences), 1),
        "note": "accuracy: sentences whose every word has the right role",
    }


def evaluations(reader: SentenceReader, path: Path, documents: str | Callable[[str], bool] = "") -> dict:
    """Polarity toward each target; the precision of the surer half of those not called neutral."""
    wanted = documents if callable(documents) else lambda document: documents in document
    items = [item for item in targets(path) if wanted(item["document"])]
    chances = np.array(list(reader.evaluate((item["words"], item["start"], item["end"]) for item in items)))
    best = [POLARITIES[number] for number in chances.argmax(1)]
    true = [item["polarity"] for item in items]
    scores = table([{(0, kind)} for kind in true], [{(0, kind)} for kind in best], lambda thing: thing[1])
    right = np.array([one == other for one, other in zip(true, best)])
    sure = chances.max(1)
    voiced = np.flatnonzero([kind != "neutral" for kind in best])
    surest = voiced[np.argsort(-sure[voiced], kind="stable")][: (len(voiced) + 1) // 2]
    return scores | {
        "accuracy": float(right.mean()),
        "precision_at_half_coverage": float(right[surest].mean()) if len(surest) else 0.0,
        "calibration": calibration(sure, right),
    }


def calibration(sure: np.ndarray, right: np.ndarray, bins: int = 10) -> dict:
    """Expected calibration error (Guo et al. 2017), and mean confidence and accuracy in bins of equal size."""
    order = np.argsort(sure, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    rows = [{"confidence": float(sure[part].mean()), "accuracy": float(right[part].mean()), "n": len(part)} for part in parts]
    error = sum(row["n"] * abs(row["confidence"] - row["accuracy"]) for row in rows) / max(len(sure), 1)
    return {"error": error, "bins": rows}


TASKS = {"names": names, "tags": tags, "trees": trees, "voices": voices, "evaluations": evaluations}


def measure(task: str, path: Path, documents: str = "", reader: SentenceReader | None = None) -> dict:
    """The scores of a task on a file; raises StancebookError where the file cannot be scored."""
    scores = TASKS[task](reader or SentenceReader(), path, documents)
    return scores | {"task": task, "data": path.name + (f" ({documents})" if documents else ""), "model": "reader"}


def _printed(scores: dict) -> None:
    extra = {name: scores[name] for name in ("accuracy", "uas", "las", "precision_at_half_coverage") if name in scores}
    extra |= {name: value for name, value in scores.get("accuracies", {}).items() if name != "universal"}
    print(scores["task"], scores["data"], " ".join(f"{name} {value:.1%}" for name, value in extra.items()))
    rows = {"all (micro)": scores["micro"]} | scores["classes"]
    for name, row in rows.items():
        print(f"  {name:14} precision {row['precision']:6.1%}  recall {row['recall']:6.1%}  F1 {row['f1']:6.1%}  n {row['n']}")
    print(f"  macro F1 {scores['macro']['f1']:.1%}; micro F1 95% interval {scores['interval'][0]:.1%} to {scores['interval'][1]:.1%}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--task", choices=TASKS, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", type=Path, help="where to write the scores")
    parser.add_argument("--documents", default="", help="only documents whose name has this in it")
    options = parser.parse_args()
    try:
        scores = measure(options.task, options.data, options.documents)
    except StancebookError as error:
        print(error, file=sys.stderr)
        return 1
    _printed(scores)
    if options.json:
        options.json.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
