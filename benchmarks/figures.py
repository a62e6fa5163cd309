"""Measure every task again, and write the figures that the reports show.

    python -m benchmarks.figures [--data FOLDER]

Always against the gold annotations of data/gold/. With a folder of data files (names/, trees/, voices/, evaluations/, in
the formats of training/), the reader's tasks too, but never on a file that it was trained on; without it, their figures
stay as they were measured, each with the checksum of its weights. Errors in sentences that are not ours are written to
build/ and nowhere else.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import accuracy, agreement, gold, gold_labels
from stancebook import measured
from stancebook.errors import DataError, StancebookError
from stancebook.language.encoder import SentenceReader
from stancebook.paths import ROOT

TRAINED_ON = ROOT / "training" / "reader" / "data.sha256"
#: The folders of the data, and what their files are scored on.
FOLDERS = {"names": ("names",), "trees": ("tags", "trees"), "voices": ("voices",), "evaluations": ("evaluations",)}
KINDS = (".jsonl", ".json", ".conllu", ".conll", ".bio", ".iob2", ".tsv", ".txt")
#: Errors of the gold that are kept, of each task.
MOST = 12


def of_gold() -> dict:
    """The scores of both halves of the gold with classes, confusions and calibration; of the tuning half, errors too.

    The fresh articles count with those held out: nothing was tuned on either.
    """
    found, halves = {}, gold.halves()
    for half in (measured.TUNING, measured.HELD_OUT):
        names = halves[half] + (halves["fresh"] if half == measured.HELD_OUT else [])
        articles = [gold.of_article(name) for name in names]
        compared = [gold.compare(*article) for article in articles]
        tasks = gold.scored(compared)
        for task, more in gold_labels.details([gold_labels.pairs(*article) for article in articles]).items():
            tasks[task] |= more
        tasks["mentions"]["calibration"] = gold_labels.mention_calibration(articles)
        found[half] = {"articles": names, "tasks": tasks}
        if half == measured.TUNING:
            found[half]["errors"] = _errors(names, articles, compared)
    return found


def _errors(names: list[str], articles: list, compared: list[dict]) -> list[dict]:
    """Some of what was missed and of what was wrong, from every article in turn."""
    rows = []
    for task in gold.TASKS:
        for kind in ("missed", "wrong"):
            each = [
                [
                    {"task": task, "error": kind, "article": name, "what": gold.shown(row, task, found, found.reading.article.text)}
                    for row in scores.get(task, {}).get(kind, [])
                ]
                for name, (found, _), scores in zip(names, articles, compared)
            ]
            in_turn = [column[at] for at in range(max(map(len, each), default=0)) for column in each if at < len(column)]
            rows += in_turn[: MOST // 2]
    return rows


def of_data(folder: Path, told: Callable[[str], None] = print) -> list[dict]:
    """The scores of the reader on every file of ``folder`` that it was not trained on; raises DataError if there is none."""
    reader, weights, rows = SentenceReader(), measured.weights(), []
    for path, task, documents, part in measurable(folder):
        scores = accuracy.measure(task, path, documents, reader, what=part)
        told(f"{task} {scores['data']}: micro F1 {scores['micro']['f1']:.1%}")
        rows.append(scores | {"data": _named(scores["data"]), "weights": weights})
    if not rows:
        raise DataError(
            f"In {folder} there is no file to measure on; it needs names/, trees/, voices/ or evaluations/ with files "
            f"({', '.join(KINDS)}, plain or .xz) that the reader was not trained on."
        )
    return rows


def measurable(folder: Path) -> Iterator[tuple[Path, str, str | Callable[[str], bool], str]]:
    """Each file and task to measure: path, task, which documents, and what these are called.

    A file that training read is left out, but for targets, of whose articles training leaves a part out. The news of a
    treebank are measured apart too, since they are nearest to what is read here.
    """
    trained = {line.split()[0] for line in TRAINED_ON.read_text(encoding="utf8").splitlines() if line.strip()}
    for name, tasks in FOLDERS.items():
        for path in sorted((folder / name).glob("*")):
            if not path.name.removesuffix(".xz").endswith(KINDS):
                continue
            content = path.read_bytes()
            content = lzma.decompress(content) if path.suffix == ".xz" else content
            seen = hashlib.sha256(content).hexdigest() in trained
            if seen and name == "evaluations":
                from training.reader.examples import held_out

                yield path, "evaluations", held_out, "articles left out of training"
            elif not seen:
                for task in tasks:
                    yield path, task, "", ""
                    if name == "trees" and "gum" in path.name:
                        yield path, task, "news", "news"


def written(figures: dict) -> str:
    """The figures as the text of their file: shares rounded, so that a run on another machine changes little."""
    return json.dumps(_rounded(figures), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _named(data: str) -> str:
    """``gum_dev.conllu.xz (news)`` as ``gum_dev (news)``."""
    for kind in (".xz", *KINDS):
        data = data.replace(kind, "")
    return data


def _rounded(value: object) -> object:
    if isinstance(value, dict):
        return {name: _rounded(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(one) for one in value]
    return round(value, 4) if isinstance(value, float) else value


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default="", help="a folder of data files in the formats of training/")
    options = parser.parse_args(arguments)
    try:
        readers = {"articles": agreement.both_read(), "tasks": agreement.measure()}
        figures = measured.load() | {"gold": of_gold(), "agreement": readers}
        if options.data:
            figures["data"] = of_data(Path(options.data))
            errors = [{"task": row["task"], "data": row["data"], **error} for row in figures["data"] for error in row.pop("errors")]
            measured.ERRORS.parent.mkdir(exist_ok=True)
            measured.ERRORS.write_text(written(errors), encoding="utf8")
        measured.FILE.write_text(written(figures), encoding="utf8")
    except StancebookError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Error: {error.filename} cannot be written ({error.strerror}).", file=sys.stderr)
        return 1
    for half, part in figures["gold"].items():
        for task, row in part["tasks"].items():
            print(f"{half}, {task}: precision {row['precision']:.1%}, recall {row['recall']:.1%}, F1 {row['f1']:.1%}, n {row['n']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
