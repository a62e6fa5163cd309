"""Score the reader on a file of any task.

    python -m benchmarks.accuracy --task names|tags|trees|voices|evaluations --data FILE [--json OUT] [--documents PART]
                                  [--model PIPELINE]

The words of the file are given to the reader, so that its tokenization is not scored. Names are read by document, as
the file has them (a line of JSON; after ``-DOCSTART-`` or ``# newdoc``), like those of an article. Shares are between 0 and 1.
Intervals are bootstrapped over sentences. ``--model`` scores an installed spaCy pipeline in the reader's place.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from itertools import groupby, islice
from pathlib import Path

import numpy as np

from benchmarks import attributions, errors
from benchmarks.data import tagged_sentences, targets, tree_sentences
from benchmarks.scores import calibration, confusion, labelled, share_interval, table
from stancebook.errors import DataError, StancebookError
from stancebook.language.decoding import spans
from stancebook.language.encoder import POLARITIES, SentenceReader
from stancebook.language.parse import Parse
from stancebook.language.recurring import agreed
from stancebook.language.reading import Reader, lemma_of
from stancebook.language.spacy_reader import InstalledPipeline

# Where a file calls nationalities and religions miscellaneous (CoNLL-2003), so does the score.
WITHOUT_NORP = "NORP is scored as MISC: the file marks no NORP"
Documents = str | Callable[[str], bool]
#: What of the scores is written where a file is asked for; the rest is for the report.
WRITTEN = ("micro", "macro", "classes", "accuracy", "penn", "lemmas", "uas", "las", "precision_at_half_coverage", "task", "data", "model")


def chosen(sentences: list[dict], documents: Documents) -> list[dict]:
    """The sentences (or targets) of the wanted documents: of those with a part in their name, or that a test takes."""
    wanted = documents if callable(documents) else lambda document: documents in document
    found = [item for item in sentences if wanted(item["document"])]
    if not found:
        raise DataError("No document of the file is asked for; give another part of a name with --documents.")
    return found


def names(reader: Reader, path: Path, documents: Documents = "") -> dict:
    """Strict spans: both ends and the type. Types that the file never marks are not scored."""
    sentences = chosen(tagged_sentences(path, "n"), documents)
    gold = [set(spans(item["tags"])) for item in sentences]
    marked = {kind for found in gold for _, _, kind in found}
    joined = "MISC" in marked and "NORP" not in marked
    predicted, sure = [], []
    for parse in _by_document(reader, sentences):
        found = {
            (span.start, span.end, "MISC" if joined and span.kind == "NORP" else span.kind): span.confidence
            for span in parse.names
        }
        sure.append({span: confidence for span, confidence in found.items() if span[2] in marked})
        predicted.append(set(sure[-1]))
    scores = table(gold, predicted, lambda span: span[2])
    untyped = [{span[:2] for span in found} for found in gold], [{span[:2] for span in found} for found in predicted]
    pairs = [pair for both in zip(gold, predicted) for pair in labelled(*({span[:2]: span[2] for span in one} for one in both))]
    return scores | {
        "untyped": table(*untyped, lambda span: "name")["micro"],
        "accuracy": _word_accuracy(sentences, gold, predicted),
        "confusion": confusion(pairs),
        "errors": errors.of_spans(sentences, gold, sure),
        **_calibrated([(value, span in true) for true, found in zip(gold, sure) for span, value in found.items()]),
        **({"note": WITHOUT_NORP} if joined else {}),
    }


def _by_document(reader: Reader, sentences: list[dict]) -> Iterator[Parse]:
    """The sentences of each document read as those of an article are; one without a document is read alone."""
    parses = reader.read(item["words"] for item in sentences)
    for document, items in groupby(sentences, key=lambda item: item["document"]):
        words = [item["words"] for item in items]
        read = list(islice(parses, len(words)))
        yield from agreed(words, read) if document else read


def _calibrated(given: list[tuple[float, bool]]) -> dict:
    known = [pair for pair in given if not np.isnan(pair[0])]
    return {"calibration": calibration(*map(np.array, zip(*known)))} if known else {}


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


def tags(reader: Reader, path: Path, documents: Documents = "") -> dict:
    """Universal tags by class; accuracy of universal tags, Penn tags and lemmas (case aside)."""
    sentences = chosen(tree_sentences(path), documents)
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
    pairs = [(item["universal"], parse.universal) for item, parse in zip(sentences, parses)]
    return scores | {
        "accuracy": accuracy["universal"],
        "penn": accuracy["penn"],
        "lemmas": accuracy["lemmas"],
        "intervals": {name: share_interval(values) for name, values in marks.items()},
        "confusion": confusion(pair for both in pairs for pair in zip(*both)),
        "errors": errors.of_words(sentences, *zip(*pairs)),
    }


def trees(reader: Reader, path: Path, documents: Documents = "") -> dict:
    """Unlabelled and labelled attachment over all tokens, marks included; relations by class."""
    sentences = chosen(tree_sentences(path), documents)
    gold, predicted, attached, labels = [], [], [], []
    parses = list(reader.read(item["words"] for item in sentences))
    for item, parse in zip(sentences, parses):
        gold.append(set(zip(range(len(item["words"])), item["heads"], item["relations"])))
        predicted.append(set(zip(range(len(item["words"])), parse.heads, parse.relations)))
        attached.append([one == other for one, other in zip(item["heads"], parse.heads)])
        pairs = zip(item["heads"], parse.heads, item["relations"], parse.relations)
        labels.append([head == found and relation == label for head, found, relation, label in pairs])
    uas, las = float(np.mean(sum(attached, []))), float(np.mean(sum(labels, [])))
    relations = [(item["relations"], parse.relations) for item, parse in zip(sentences, parses)]
    return table(gold, predicted, lambda arc: arc[2]) | {
        "accuracy": las,
        "uas": uas,
        "las": las,
        "intervals": {"uas": share_interval(attached), "las": share_interval(labels)},
        "confusion": confusion(pair for both in relations for pair in zip(*both)),
        "errors": errors.of_words(sentences, *zip(*relations)),
    }


def voices(reader: Reader, path: Path, documents: Documents = "") -> dict:
    """By word: each word's part in what is attributed, each document read as the article that it is.

    What is scored is what the project makes of an article: the statements of ``voices``, in the conventions of
    attribution corpora, and what the reader alone found. ``reader`` has the scores of the reader's spans alone,
    ``exact`` those of whole spans; ``accuracy`` is of sentences whose every word is right.
    """
    sentences = chosen(tagged_sentences(path, "a"), documents)
    gold = [{(at, tag[2:]) for at, tag in enumerate(item["tags"]) if tag != "O"} for item in sentences]
    found, alone = attributions.of_documents(sentences, reader)
    exact = [set(spans(item["tags"])) for item in sentences], [attributions.runs(parts) for parts in found]
    same = sum(dict(true) == dict(given) for true, given in zip(gold, found))
    pairs = [pair for true, given in zip(gold, found) for pair in labelled(dict(true), dict(given))]
    return table(gold, found, lambda thing: thing[1]) | {
        "reader": table(gold, alone, lambda thing: thing[1]),
        "exact": table(*exact, lambda span: span[2]),
        "accuracy": same / max(len(sentences), 1),
        "confusion": confusion(pairs),
        "errors": errors.of_spans(sentences, exact[0], [dict.fromkeys(given, float("nan")) for given in exact[1]]),
    }


def evaluations(reader: SentenceReader, path: Path, documents: Documents = "") -> dict:
    """Polarity toward each target; the precision of the surer half of those not called neutral."""
    items = chosen(targets(path), documents)
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
        "half": {"right": int(right[surest].sum()), "n": len(surest)},
        "calibration": calibration(sure, right),
        "confusion": confusion(zip(true, best)),
        "errors": errors.of_targets(items, best, sure),
    }


TASKS = {"names": names, "tags": tags, "trees": trees, "voices": voices, "evaluations": evaluations}
#: What a spaCy pipeline does not give.
OURS_ALONE = ("voices", "evaluations")


def measure(
    task: str, path: Path, documents: Documents = "", reader: Reader | None = None, *, model: str = "", what: str = ""
) -> dict:
    """The scores of a task on a file; raises StancebookError where the file cannot be scored.

    ``model`` is an installed spaCy pipeline in the reader's place; ``what`` names the ``documents`` where they are told
    by a test.
    """
    if model and task in OURS_ALONE:
        raise DataError(f"spaCy gives no {task}: leave --model out, which scores this project's reader.")
    scores = TASKS[task](reader or (InstalledPipeline(model) if model else SentenceReader()), path, documents)
    part = what or (documents if isinstance(documents, str) else "")
    return scores | {"task": task, "data": path.name + (f" ({part})" if part else ""), "model": model or "reader"}


def _printed(scores: dict) -> None:
    shown = ("accuracy", "penn", "lemmas", "uas", "las", "precision_at_half_coverage")
    print(scores["task"], scores["data"], " ".join(f"{name} {scores[name]:.1%}" for name in shown if name in scores))
    rows = {"all (micro)": scores["micro"]} | scores["classes"]
    if "reader" in scores:
        rows |= {f"reader {name.lower()}": row for name, row in scores["reader"]["classes"].items()}
    for name, row in rows.items():
        print(f"  {name:14} precision {row['precision']:6.1%}  recall {row['recall']:6.1%}  F1 {row['f1']:6.1%}  n {row['n']}")
    print(f"  macro F1 {scores['macro']['f1']:.1%}; micro F1 95% interval {scores['interval'][0]:.1%} to {scores['interval'][1]:.1%}")


def written(scores: dict) -> dict:
    """The scores as they are written to a file: micro, macro and each class with precision, recall, F1 and n."""
    plain = ("precision", "recall", "f1", "n")
    found = {name: scores[name] for name in WRITTEN if name in scores}
    found["macro"] = {"f1": scores["macro"]["f1"]}
    found["classes"] = {name: {key: row[key] for key in plain} for name, row in scores["classes"].items()}
    return found


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--task", choices=TASKS, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", type=Path, help="where to write the scores")
    parser.add_argument("--documents", default="", help="only documents whose name has this in it")
    parser.add_argument("--model", default="", help="an installed spaCy pipeline to score")
    options = parser.parse_args(arguments)
    try:
        scores = measure(options.task, options.data, options.documents, model=options.model)
        _printed(scores)
        if options.json:
            options.json.write_text(json.dumps(written(scores), indent=1) + "\n", encoding="utf8")
    except StancebookError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Error: {options.json} cannot be written ({error.strerror}).", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
