"""The weights of data/models/pronouns.json, learned from GUM's coreference.

    python -m training.pronouns --data gum_train.conllu.xz

GUM (Zeldes 2017; open genres, annotations CC BY 4.0): each pronoun's candidates as ``stancebook.entities.pronouns``
gives them, those of its annotated entity being right, else nobody. The weights maximise the log-likelihood of what is
right, with an L2 penalty. The thresholds are the lowest at which, over five folds by document, the precision of links
to names reaches the aim.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.coreference import Document, documents
from benchmarks.pronouns import Judged, entity_at, judged
from stancebook import knowledge, language
from stancebook.entities import pronouns, table
from stancebook.entities.gender import pronouns_of
from stancebook.paths import MODELS

PENALTY = 1.0
FOLDS = 5
AIMS = {"person": 0.9, "it": 0.8, "its": 0.8, "they": 0.8, "their": 0.8}
#: Genres in which people talk to each other about those present: learned from, but no measure for the thresholds.
SPOKEN = ("_conversation_", "_vlog_", "_podcast_", "_court_", "_reddit_")
#: A threshold is not taken from fewer links than this.
FEWEST = 15


def examples(document: Document, known: knowledge.Knowledge) -> list[tuple[str, list[dict], list[bool]]]:
    """For each pronoun: its model, the features of candidates and of nobody at last, and which of them are right."""
    reading = language.read(document)
    found = table.named(reading, known)
    rows = []

    def choose(kind, word, candidates, none) -> tuple[int, float]:
        gold = document.heads.get(word.start, "")
        right = [bool(gold) and entity_at(document, one.last) == gold for one in candidates]
        rows.append((pronouns.model_of(word.form), [one.features for one in candidates] + [none], [*right, not any(right)]))
        return (right.index(True), 1.0) if any(right) else (-1, 1.0)

    pronouns.links(reading, found, pronouns_of(found, document.text, known), choose=choose)
    return rows


def fitted(rows: list[tuple[list[dict], list[bool]]]) -> dict[str, float]:
    """The weights that make what is right likeliest."""
    names = sorted({name for features, _ in rows for one in features for name in one})
    column = {name: at for at, name in enumerate(names)}
    cells, ends, right = ([], [], []), [], []
    line = 0
    for features, marks in rows:
        for one, mark in zip(features, marks):
            for name, value in one.items():
                if value:
                    cells[0].append(value), cells[1].append(line), cells[2].append(column[name])
            right.append(mark)
            line += 1
        ends.append(line)
    matrix = csr_matrix((cells[0], (cells[1], cells[2])), shape=(line, len(names)))
    starts = np.array([0, *ends[:-1]])
    group = np.repeat(np.arange(len(ends)), np.diff([0, *ends]))
    right = np.array(right)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        all_, good = np.add.reduceat(raised, starts), np.add.reduceat(raised * right, starts)
        chance, truth = raised / all_[group], raised * right / good[group]
        value = -np.log(good / all_).sum() + PENALTY * (weights @ weights) / 2
        return value, matrix.T @ (chance - truth) + PENALTY * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: round(float(value), 3) for name, value in zip(names, best.x) if abs(value) >= 0.0005}


def weights_of(rows: list[tuple[str, list[dict], list[bool]]]) -> dict[str, dict]:
    """The weights of each kind of pronoun."""
    kinds = sorted({kind for kind, *_ in rows})
    return {kind: {"weights": fitted([rest for name, *rest in rows if name == kind])} for kind in kinds}


def threshold(found: list[Judged], aim: float) -> float:
    """The lowest threshold from which on the precision of links stays at the aim; 1 where none does."""
    given = sorted((one.probability, one.right) for one in found if one.linked)
    best = 1.0
    for at in range(len(given) - FEWEST, -1, -1):
        if np.mean([right for _, right in given[at:]]) >= aim:
            best = given[at][0]
    return min(float(np.ceil(best * 100) / 100), 1.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    known = knowledge.load()
    whole = documents(parser.parse_args().data)
    rows = {document.name: examples(document, known) for document in whole}
    found: dict[str, list[Judged]] = defaultdict(list)
    for fold in range(FOLDS):
        held = whole[fold::FOLDS]
        rest = weights_of([row for document in whole if document not in held for row in rows[document.name]])
        for document in (one for one in held if not any(genre in one.name for genre in SPOKEN)):
            for one in judged(document, known, rest):
                found[pronouns.model_of(one.form)].append(one)
    model = weights_of([row for document in whole for row in rows[document.name]])
    for kind, aim in AIMS.items():
        model[kind]["threshold"] = threshold(found[kind], aim)
    (MODELS / "pronouns.json").write_text(json.dumps(model, indent=1, sort_keys=True) + "\n", encoding="utf8")
    for kind in model:
        given = [one for one in found[kind] if one.linked and one.probability >= model[kind]["threshold"]]
        right = sum(one.right for one in given)
        print(f"{kind}: from {model[kind]['threshold']}, {right} of {len(given)} linked rightly, {len(found[kind])} pronouns")


if __name__ == "__main__":
    main()
