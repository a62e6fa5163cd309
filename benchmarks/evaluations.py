"""Choose the threshold of evaluations on development data, and measure what is given above it.

    python -m benchmarks.evaluations --data newsmtsc_train.jsonl.xz [--write]

How words are attached is weighed on the articles that the reader was trained on, for it is not the reader that is
weighed; how words and reader go together, and the threshold, on the articles that the reader never saw (cross-validated
by article). A threshold is the least confidence from which on at least PRECISION of what is given is right: one for
judgements that words carry and the reader weighs too, one for words alone (of countries, of which the reader is no
judge), one for the reader alone. What words carry below it, by more than even chances, leans: that is measured too.
``--write`` puts all of it into data/models/evaluations.json.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import minimize

from benchmarks.accuracy import calibration
from benchmarks.data import POLARITIES, lines
from stancebook import evaluations, language, stance
from stancebook.articles import Article
from stancebook.errors import StancebookError
from stancebook.evaluations import confidence
from stancebook.evaluations.candidates import candidates
from stancebook.evaluations.constructions import CONSTRUCTIONS
from stancebook.evaluations.occlusion import carrying
from stancebook.paths import MODELS
from stancebook.statistics import wilson
from training.reader.examples import held_out

PRECISION = 0.85
#: No threshold lies lower: of what is less sure itself, however right the rest, a reader should be told so.
FLOOR = 0.65
#: Sentences read as one article, and folds of the cross-validation.
CHUNK, FOLDS = 400, 10
RIDGE = 1.0
PRONOUNS = frozenset("he she it they him her them his hers their theirs its we us our i me my you your who".split())


def readings(path: Path) -> Iterator[tuple[language.Reading, pd.DataFrame]]:
    """The sentences of a NewsMTSC file, each a paragraph, with its targets as mentions: document, true (polarity)."""
    items = [json.loads(line) for line in filter(str.strip, lines(path))]
    for first in range(0, len(items), CHUNK):
        text, paragraphs, rows = "", [], []
        for item in items[first : first + CHUNK]:
            start, sentence = len(text), item["sentence_normalized"]
            document = "_".join(str(item.get("primary_gid", "")).split("_")[:3])
            text += sentence + "\n\n"
            paragraphs.append((start, start + len(sentence)))
            for target in item.get("targets") or [item]:
                end = start + int(target["to"])
                rows.append((document, start + int(target["from"]), end, POLARITIES[str(int(float(target["polarity"])))]))
        none = pd.DataFrame()
        article = Article("newsmtsc", "", "", "", "", None, text, tuple(paragraphs), none, none, {})
        reading = language.read(article)
        yield reading, _mentions(reading, pd.DataFrame(rows, columns=["document", "start", "end", "true"]))


def _mentions(reading: language.Reading, targets: pd.DataFrame) -> pd.DataFrame:
    """The targets as ``entities.mentions`` would have them, each an entity of its own."""
    words, names = reading.words, reading.names
    held = [((words["start"] < row.end) & (words["end"] > row.start)).any() for row in targets.itertuples()]
    found = targets[held].sort_values("start", kind="stable", ignore_index=True)
    place = reading.sentences["start"].searchsorted(found["start"], side="right") - 1
    kinds = []
    for row in found.itertuples():
        over = names[(names["start"] < row.end) & (names["end"] > row.start)]
        kinds.append(over["type"].iloc[0] if len(over) else "PER")
    written = [reading.article.text[start:end] for start, end in zip(found["start"], found["end"])]
    return found.assign(
        sentence=place,
        text=written,
        entity=[f"target-{start}" for start in found["start"]],
        name=written,
        type=kinds,
        naming=["pronoun" if text.lower() in PRONOUNS else "name" for text in written],
    )


def weighed(path: Path) -> Iterator[tuple[language.Reading, pd.DataFrame]]:
    """The readings with their targets: unseen (whether the reader never saw its article) and the reader’s chances."""
    for reading, mentions in readings(path):
        mentions = mentions.assign(unseen=mentions["document"].map(held_out))
        # What the reader makes of articles that it was trained on says nothing.
        chances = language.polarities(reading, mentions[mentions["unseen"]])[list(evaluations.POLARITIES)]
        yield reading, mentions.join(chances.reindex(mentions.index, fill_value=0.0))


def collected(found: Iterable[tuple[language.Reading, pd.DataFrame]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """All targets of what ``weighed`` found, and all judgements by words: target, judged, right, chance."""
    targets, judgements = [], []
    for number, (reading, mentions) in enumerate(found):
        markers = stance.markers(reading)
        for found in candidates(reading, mentions, markers):
            row = mentions.loc[found.mention]
            judgements.append(
                {
                    "target": (number, found.mention), "document": row["document"], "unseen": row["unseen"],
                    "judged": found.judged, "right": found.judged.polarity == row["true"], "chance": row[found.judged.polarity],
                }
            )  # fmt: skip
        carried = [row["unseen"] and _carried(reading, row, markers) for _, row in mentions.iterrows()]
        targets.append(mentions.assign(target=[(number, index) for index in mentions.index], carried=carried))
    return pd.concat(targets, ignore_index=True), pd.DataFrame(judgements)


def _carried(reading: language.Reading, target: pd.Series, markers: pd.DataFrame) -> bool:
    """Whether the reader judges the target and an evaluative word moves it, without which its word is not taken."""
    polarity = max(("negative", "positive"), key=lambda name: target[name])
    evaluative = markers[(markers["category"] == "evaluative") & markers["kept"]]
    return target[polarity] >= evaluations.LEANING and carrying(reading, target, polarity, evaluative) is not None


def fitted(rows: np.ndarray, right: np.ndarray, *, evidence: bool = False) -> np.ndarray:
    """The weights of a logistic regression with a ridge on all but the first; of ``evidence``, none counts against."""
    penalty = np.full(rows.shape[1], RIDGE)
    penalty[0] = 0.0

    def loss(weights: np.ndarray) -> float:
        odds = rows @ weights
        return float(np.logaddexp(0, np.where(right, -odds, odds)).sum() + (penalty * weights**2).sum() / 2)

    bounds = [(None, None), *[(0.0 if evidence else None, None)] * (rows.shape[1] - 1)]
    return minimize(loss, np.zeros(rows.shape[1]), method="L-BFGS-B", bounds=bounds).x


def weights_of_words(judgements: pd.DataFrame) -> dict[str, float]:
    """How much each feature of attachment speaks for a judgement."""
    known = [confidence.features(judged) for judged in judgements["judged"]]
    names = ["always", *sorted({name for found in known for name in found} - {"always"})]
    rows = np.array([[float(name in found) for name in names] for found in known])
    found = fitted(rows, judgements["right"].to_numpy(dtype=bool))
    return {name: round(float(weight), 3) for name, weight in zip(names, found)}


def weights_together(judgements: pd.DataFrame, words: dict[str, float]) -> dict[str, float]:
    rows = np.array(
        [(1.0, confidence.of_words(judged, words), confidence.log_odds(chance)) for judged, chance in zip(judgements["judged"], judgements["chance"])]
    )
    found = fitted(rows, judgements["right"].to_numpy(dtype=bool), evidence=True)
    return dict(zip(("always", "words", "reader"), (round(float(weight), 3) for weight in found)))


def cross_validated(judgements: pd.DataFrame, words: dict[str, float]) -> np.ndarray:
    """The confidence of each judgement, by weights fitted on the other articles."""
    documents = sorted(judgements["document"].unique())
    fold = judgements["document"].map({name: number % FOLDS for number, name in enumerate(documents)}).to_numpy()
    sure = np.zeros(len(judgements))
    for number in range(FOLDS):
        weights = weights_together(judgements[fold != number], words)
        for place in np.flatnonzero(fold == number):
            row = judgements.iloc[place]
            sure[place] = confidence.together(confidence.of_words(row["judged"], words), row["chance"], weights)
    return sure


def threshold(sure: np.ndarray, right: np.ndarray, precision: float = PRECISION) -> float:
    """The least confidence, in hundredths, from which on ``precision`` of what is given is right; 1 where there is none."""
    for least in np.arange(FLOOR, 1.0, 0.01):
        given = sure >= least
        if given.any() and right[given].mean() >= precision:
            return round(float(least), 2)
    return 1.0


def chosen(targets: pd.DataFrame, judgements: pd.DataFrame) -> dict:
    """Weights, thresholds and what they reach on the articles that the reader never saw."""
    words = weights_of_words(judgements[~judgements["unseen"]])
    by_words = np.array([confidence.alone(confidence.of_words(judged, words)) for judged in judgements["judged"]])
    turns = np.array([judged.pattern in CONSTRUCTIONS for judged in judgements["judged"]], dtype=bool)
    unseen = judgements[judgements["unseen"] & ~turns].reset_index(drop=True)
    known = targets[targets["unseen"]].reset_index(drop=True)
    judged, total = int((known["true"] != "neutral").sum()), len(known)
    known = known[known["carried"] & ~known["target"].isin(unseen["target"])].reset_index(drop=True)
    sure = {
        "words": cross_validated(unseen, words),
        "alone": by_words[judgements["unseen"].to_numpy(dtype=bool) & ~turns],
        "reader": known[["negative", "positive"]].max(axis=1).to_numpy(),
    }
    leaning = np.where(known["negative"] > known["positive"], "negative", "positive")
    hit = unseen["right"].to_numpy(dtype=bool)
    right = {"words": hit, "alone": hit, "reader": leaning == known["true"].to_numpy()}
    of_target = {"words": unseen["target"], "alone": unseen["target"], "reader": known["target"]}
    thresholds = {name: threshold(sure[name], right[name]) for name in sure}
    measured = {name: measure(sure[name], right[name], of_target[name], thresholds[name], judged) for name in sure}
    # So few sentences have a turn of phrase that those of all articles must do: the reader has no part in them.
    less = pd.Series(by_words, index=judgements.index)
    less[judgements["unseen"] & ~turns] = np.where(sure["words"] < thresholds["words"], sure["words"], 0.0)
    rows = judgements[(less >= evaluations.LEANING) & (turns | judgements["unseen"])]
    hits = int(rows["right"].sum())
    share = round(hits / max(len(rows), 1), 3)
    measured["leaning"] = {"given": len(rows), "right": hits, "precision": share, "interval": _interval(hits, len(rows))}
    return {
        "words": words, "together": weights_together(unseen, words), "thresholds": thresholds,
        "measured": {name: row | {"targets": total} for name, row in measured.items()},
    }  # fmt: skip


def measure(sure: np.ndarray, right: np.ndarray, of_target: pd.Series, least: float, judged: int) -> dict:
    """How many are given from a confidence on, how many of them are right, and the share of the judged targets found."""
    given = sure >= least
    hits = int(right[given].sum())
    leaning = sure >= evaluations.LEANING
    return {
        "judged": judged, "given": int(given.sum()), "right": hits, "precision": round(hits / max(int(given.sum()), 1), 3),
        "interval": _interval(hits, int(given.sum())), "recall": round(of_target[given & right].nunique() / max(judged, 1), 3),
        "calibration_error": round(calibration(sure[leaning], right[leaning], bins=5)["error"], 3),
    }  # fmt: skip


def _interval(right: int, given: int) -> list[float]:
    if not given:
        return [0.0, 1.0]
    found = wilson(right, given)
    return [round(found.low, 3), round(found.high, 3)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="write data/models/evaluations.json")
    options = parser.parse_args()
    try:
        found = chosen(*collected(weighed(options.data)))
    except StancebookError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(found, indent=1))
    if options.write:
        (MODELS / "evaluations.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
