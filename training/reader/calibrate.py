"""Fit what turns scores into readings and chances: leanings and temperatures (Guo et al. 2017); and measure polarity.

    python -m training.reader.calibrate --data FOLDER [--models FOLDER]

Attributions get a leaning, one number added to the scores of all their tags, which gives the best mean of the F1 of
their roles by word. Names, attributions and polarity get a temperature each, the one under which the development data
are likeliest: names of GUM and EWT, attributions of GUM, the articles of NewsMTSC that training leaves out.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from benchmarks import accuracy
from benchmarks.data import tagged_sentences, targets
from benchmarks.scores import table
from stancebook.language.decoding import best_sequence, log_softmax, spans, transitions
from stancebook.language.encoder import OUTPUTS, POLARITIES, WINDOW, SentenceReader
from stancebook.paths import MODELS
from training.reader.examples import held_out
from training.reader.export import write_settings

GRID = np.geomspace(0.5, 4, 43)
LEANINGS = np.arange(0, 1.6, 0.25)


def fitted_leaning(reader: SentenceReader, path: Path) -> float:
    """The leaning of attributions under which the mean of the F1 by word of their roles is best."""
    labels, known = reader.labels["voices"], []
    for item in tagged_sentences(path, "a"):
        scores = _scores(reader, item["words"], "voices")
        if scores is not None:
            known.append((scores, [tag[2:] for tag in item["tags"]]))
    voiced = np.array([label != "O" for label in labels])
    means = []
    for leaning in LEANINGS:
        paths = [best_sequence(scores + leaning * voiced, transitions(labels)) for scores, _ in known]
        found = [{(at, labels[number][2:]) for at, number in enumerate(path) if number} for path in paths]
        gold = [{(at, role) for at, role in enumerate(roles) if role} for _, roles in known]
        means.append(table(gold, found, lambda thing: thing[1])["macro"]["f1"])
    return float(LEANINGS[int(np.argmax(means))])


def fitted_spans(reader: SentenceReader, paths: list[Path], what: str, key: str) -> float:
    """The temperature under which whether each span is right is likeliest."""
    labels, known = reader.labels[what], []
    for path in paths:
        items = tagged_sentences(path, key)
        marked = {tag[2:] for item in items for tag in item["tags"]}
        for item in items:
            scores = _scores(reader, item["words"], what)
            if scores is None:
                continue
            scores = reader.leant(scores, what)
            path_of = best_sequence(scores, transitions(labels))
            gold = set(spans(item["tags"]))
            for start, end, kind in spans([labels[number] for number in path_of]):
                if kind in marked:
                    known.append((scores[start:end], path_of[start:end], (start, end, kind) in gold))
    losses = []
    for temperature in GRID:
        sure = [log_softmax(scores / temperature)[np.arange(len(best)), best].min() for scores, best, _ in known]
        sure = np.clip(np.exp(sure), 1e-4, 1 - 1e-4)
        right = np.array([mark for *_, mark in known])
        losses.append(-np.mean(np.where(right, np.log(sure), np.log(1 - sure))))
    return float(GRID[int(np.argmin(losses))])


def _scores(reader: SentenceReader, words: list[str], what: str) -> np.ndarray | None:
    fed = reader.inputs(words)
    if len(fed["shapes"]) > WINDOW:
        return None
    return dict(zip(OUTPUTS, reader.network.run(None, fed)))[what]


def fitted_polarity(reader: SentenceReader, path: Path) -> float:
    """The temperature under which the polarities of articles left out of training are likeliest."""
    reader.temperatures["polarity"] = 1.0
    items = [item for item in targets(path) if held_out(item["document"])]
    chances = np.array(list(reader.evaluate((item["words"], item["start"], item["end"]) for item in items)))
    scores, true = np.log(chances), [POLARITIES.index(item["polarity"]) for item in items]
    losses = [-log_softmax(scores / temperature)[np.arange(len(true)), true].mean() for temperature in GRID]
    return float(GRID[int(np.argmin(losses))])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--json", type=Path, help="where to write the scores of polarity")
    options = parser.parse_args()
    reader, data = SentenceReader(options.models), options.data
    names = [path for path in (data / "names/gum_dev.jsonl.xz", data / "names/uner_ewt_dev.jsonl.xz") if path.exists()]
    attributions = data / "voices/voices_dev.jsonl.xz"
    if attributions.exists():
        reader.leanings = {"voices": fitted_leaning(reader, attributions)}
        reader.temperatures["voices"] = round(fitted_spans(reader, [attributions], "voices", "a"), 3)
    reader.temperatures |= {
        "names": round(fitted_spans(reader, names, "names", "n"), 3),
        "polarity": round(fitted_polarity(reader, data / "evaluations/newsmtsc_train.jsonl.xz"), 3),
    }
    print(reader.leanings, reader.temperatures)
    write_settings(options.models, {"leanings": reader.leanings, "temperatures": reader.temperatures})
    scores = accuracy.evaluations(reader, data / "evaluations/newsmtsc_train.jsonl.xz", held_out)
    scores |= {"task": "evaluations", "data": "newsmtsc_train, articles left out", "model": "reader"}
    accuracy._printed(scores)
    print("calibration error", round(scores["calibration"]["error"], 4))
    if options.json:
        options.json.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
