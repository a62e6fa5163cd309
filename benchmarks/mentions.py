"""How well the mentions agree with names that were annotated elsewhere, on articles that nothing here was tuned on.

    python -m benchmarks.mentions --data FILE [--json OUT]

FILE has names as JSON lines, a document a line. Each document is put together to one article, which is cut into
sentences and words, read and linked as any other. A mention is right where both its ends and its type are; an entity
named by its people is NORP there. Roles and pronouns, which such files leave out, are not scored, and neither are
types that the file never marks. ``reader`` scores the names of the trained reader alone on the same articles.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import pandas as pd

from benchmarks.data import tagged_sentences
from benchmarks.documents import article
from benchmarks.scores import table
from stancebook import entities, knowledge, language
from stancebook.errors import StancebookError
from stancebook.language.decoding import spans

UNSCORED = ("pronoun", "role", "description")


def measure(path: Path) -> dict:
    """Strict spans and types of the mentions and of the reader's names, and the seconds of linking."""
    known, seconds, words = knowledge.load(), 0.0, 0
    gold, linked, read = [], [], []
    for name, sentences in _documents(path).items():
        sentences = [sentence for sentence in sentences if sentence["words"]]
        made, cut = article(name, [sentence["words"] for sentence in sentences])
        reading = language.read(made)
        started = time.perf_counter()
        mentions = entities.mentions(reading, known)
        seconds, words = seconds + time.perf_counter() - started, words + len(reading.words)
        gold.append(
            {
                (inside[start][0], inside[end - 1][1], kind)
                for (*_, inside), sentence in zip(cut, sentences)
                for start, end, kind in spans(sentence["tags"])
            }
        )
        mentions = mentions[~mentions["naming"].isin(UNSCORED)]
        kinds = mentions["type"].where(mentions["naming"] != "demonym", "NORP")
        linked.append(set(zip(mentions["start"], mentions["end"], kinds)))
        read.append(set(zip(*(reading.names[column] for column in ("start", "end", "type")))))
    marked = {kind for found in gold for *_, kind in found}
    scores = {"mentions": _scores(gold, linked, marked), "reader": _scores(gold, read, marked)}
    return scores | {"seconds per 1,000 tokens": 1000 * seconds / max(words, 1)}


def _documents(path: Path) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for sentence in tagged_sentences(path, "n"):
        found.setdefault(sentence["document"], []).append(sentence)
    return found


def _scores(gold: list[set], predicted: list[set], marked: set[str]) -> dict:
    predicted = [{span for span in found if span[2] in marked} for found in predicted]
    scores = table(gold, predicted, lambda span: span[2])
    untyped = [[{span[:2] for span in found} for found in both] for both in (gold, predicted)]
    return scores | {"untyped": table(*untyped, lambda span: "name")["micro"]}


def _printed(scores: dict) -> None:
    for name in ("mentions", "reader"):
        low, high = scores[name]["interval"]
        rows = {"all": scores[name]["micro"], "spans": scores[name]["untyped"], **scores[name]["classes"]}
        print(f"{name}: F1 {rows['all']['f1']:.1%}, 95% interval {low:.1%} to {high:.1%}")
        frame = pd.DataFrame(rows).T[["precision", "recall", "f1", "n"]]
        print(frame.to_string(formatters={"n": "{:.0f}".format, **dict.fromkeys(frame.columns[:3], "{:.1%}".format)}))
    print(f"linking takes {scores['seconds per 1,000 tokens']:.3f} s per 1,000 tokens")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", type=Path, help="where to write the scores")
    options = parser.parse_args()
    try:
        scores = measure(options.data)
    except StancebookError as error:
        print(error, file=sys.stderr)
        return 1
    _printed(scores)
    if options.json:
        options.json.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
