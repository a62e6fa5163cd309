"""Make the weights of the first reading (sentences, tags, lemmas), and measure them on data never trained on.

    python training/first_reading.py --data FOLDER [--evaluate]

FOLDER holds trees/{ewt,gum}_{train,dev}.conllu.xz: UD English EWT (CC BY-SA 4.0) and the openly licensed genres of UD
English GUM (CC BY 4.0), https://universaldependencies.org. The same seed gives the same files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from nltk.tag.perceptron import PerceptronTagger
from nltk.tokenize.punkt import PunktTrainer

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from stancebook.language import first_reading, models, tokenization  # noqa: E402
from stancebook.language.lemmas import LONGEST_ENDING, NAMES, lemma  # noqa: E402

SEED, ROUNDS, SCALE, LIGHTEST = 1, 5, 100, 0.25
ABBREVIATIONS = """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    mr mrs ms dr prof rev hon st sr jr messrs gen lt col maj capt cmdr adm sgt brig gov sen rep pres amb
    u.s u.k u.n e.u u.s.s.r d.c a.m p.m b.c a.d e.g i.e cf vs etc al ca approx no nos vol pp fig ed eds
    inc ltd co corp bros dept est min max mt ft km mph p v viz art sec
""".split()


def sentences(path: Path) -> Iterator[dict]:
    """The sentences of a CoNLL-U file: text, document, and rows of form, lemma, universal tag, Penn tag, spacing."""
    document, text, rows = "", "", []
    with lzma.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document = line.split("=")[-1].strip()
            elif line.startswith("# text ="):
                text = line[8:].strip()
            elif not line and rows:
                yield {"document": document, "text": text, "rows": rows}
                text, rows = "", []
            elif line[:1].isdigit():
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns[1:5])


def train_sentences(data: list[dict]) -> bytes:
    """Punkt's parameters (Kiss & Strunk 2006), learned without supervision, with common abbreviations added."""
    trainer = PunktTrainer()
    trainer.INCLUDE_ALL_COLLOCS = True
    documents = defaultdict(list)
    for sentence in data:
        documents[sentence["document"]].append(sentence["text"])
    for texts in documents.values():
        trainer.train(" ".join(texts), finalize=False)
    trainer.finalize_training()
    learned = trainer.get_params()
    stored = {
        "abbreviations": sorted(learned.abbrev_types | set(ABBREVIATIONS)),
        "collocations": sorted(list(pair) for pair in learned.collocations),
        "sentence_starters": sorted(learned.sent_starters),
        "orthographic_context": {key: value for key, value in sorted(learned.ortho_context.items()) if value},
    }
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode("utf8")


def train_tags(data: list[dict]) -> bytes:
    """An averaged perceptron over ``UNIVERSAL|Penn`` pairs, its lightest weights dropped and the rest rounded."""
    random.seed(SEED)
    model = PerceptronTagger(load=False)
    pairs = [[(form, f"{universal}|{penn}") for form, _, universal, penn in item["rows"]] for item in data]
    model.train(pairs, nr_iter=ROUNDS)
    classes = sorted(model.classes)
    number = {name: place for place, name in enumerate(classes)}
    weights = {
        feature: {
            number[tag]: round(weight * SCALE) for tag, weight in sorted(by_tag.items()) if abs(weight) >= LIGHTEST
        }
        for feature, by_tag in sorted(model.model.weights.items())
    }
    stored = {
        "scale": SCALE,
        "classes": classes,
        "weights": {feature: by_tag for feature, by_tag in weights.items() if by_tag},
        "unambiguous": {word: number[tag] for word, tag in sorted(model.tagdict.items())},
    }
    return lzma.compress(json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode("utf8"), preset=9)


def train_lemmas(data: list[dict]) -> bytes:
    """The most frequent lemma of each form and tag, and of each ending the most frequent change."""
    forms, endings = defaultdict(Counter), defaultdict(Counter)
    for item in data:
        for form, base, universal, _ in item["rows"]:
            if universal in NAMES or base == "_":
                continue
            form, base = form.lower().replace("’", "'"), base.lower()
            forms[f"{form}|{universal}"][base] += 1
    for key, counted in forms.items():
        form, universal = key.split("|") if key.count("|") == 1 else ("", "")
        base = counted.most_common(1)[0][0]
        shared = next((at for at, (a, b) in enumerate(zip(form, base)) if a != b), min(len(form), len(base)))
        for length in range(1, min(LONGEST_ENDING, len(form) - 1) + 1):
            if len(form) - shared <= length:
                endings[f"{form[-length:]}|{universal}"][f"{len(form) - shared}:{base[shared:]}"] += 1
    suffixes = {key: counted.most_common(1)[0][0] for key, counted in sorted(endings.items()) if counted.total() > 1}
    known = {key: counted.most_common(1)[0][0] for key, counted in sorted(forms.items())}
    stored = {"forms": _not_derivable(known, suffixes), "suffixes": suffixes}
    return lzma.compress(json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode("utf8"), preset=9)


def _not_derivable(known: dict[str, str], suffixes: dict[str, str]) -> dict[str, str]:
    models.lemma_rules.cache_clear()
    original, models_rules = models.lemma_rules, {"forms": {}, "suffixes": suffixes}
    import stancebook.language.lemmas as lemmas

    lemmas.lemma_rules = lambda: models_rules
    try:
        return {key: base for key, base in known.items() if lemma(*key.rsplit("|", 1)) != base}
    finally:
        lemmas.lemma_rules = original


def evaluate(data: Path) -> None:
    """Print accuracy on the development files, with 95% bootstrap intervals over sentences."""
    for name in ("ewt_dev", "gum_dev"):
        items = list(sentences(data / "trees" / f"{name}.conllu.xz"))
        groups = {name: items}
        news = [item for item in items if "_news_" in item["document"]]
        if news:
            groups[f"{name}, news"] = news
        for label, group in groups.items():
            _print_accuracy(label, group)
            _print_boundaries(label, group)


def _print_accuracy(label: str, items: list[dict]) -> None:
    right = {"part of speech": [], "Penn tag": [], "lemma": []}
    for item in items:
        tags = first_reading.tags([row[0] for row in item["rows"]])
        triples = list(zip(item["rows"], tags))
        right["part of speech"].append([row[2] == tag[0] for row, tag in triples])
        right["Penn tag"].append([row[3] == tag[1] for row, tag in triples])
        right["lemma"].append([row[1].lower() == lemma(row[0], tag[0]).lower() for row, tag in triples])
    for what, marks in right.items():
        hits, sizes = np.array([sum(mark) for mark in marks]), np.array([len(mark) for mark in marks])
        print(f"{label}: {what} {_with_interval(hits, sizes)} of {sizes.sum():,} tokens")


def _print_boundaries(label: str, items: list[dict]) -> None:
    documents = defaultdict(list)
    for item in items:
        documents[item["document"]].append(item["text"])
    hits, found, true = [], [], []
    for texts in documents.values():
        ends, position = set(), 0
        for text in texts:
            position += len(text) + 1
            ends.add(position - 1)
        given = {end for _, end in tokenization.sentence_spans(" ".join(texts), 0, position - 1)}
        hits.append(len(ends & given)), found.append(len(given)), true.append(len(ends))
    precision, recall = sum(hits) / sum(found), sum(hits) / sum(true)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{label}: sentence ends, precision {precision:.1%}, recall {recall:.1%}, F1 {f1:.1%}, of {sum(true):,}")


def _with_interval(hits: np.ndarray, sizes: np.ndarray) -> str:
    draws = np.random.default_rng(SEED).integers(0, len(hits), (1000, len(hits)))
    shares = hits[draws].sum(axis=1) / sizes[draws].sum(axis=1)
    low, high = np.quantile(shares, [0.025, 0.975])
    return f"{hits.sum() / sizes.sum():.1%} ({low:.1%} to {high:.1%})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds trees/")
    parser.add_argument("--out", type=Path, default=ROOT / "data" / "models")
    parser.add_argument("--evaluate", action="store_true", help="measure the weights that are there")
    options = parser.parse_args()
    if options.evaluate:
        return evaluate(options.data)
    data = [item for name in ("ewt_train", "gum_train") for item in sentences(options.data / "trees" / f"{name}.conllu.xz")]
    made = {
        "first-reading-sentences.json": train_sentences(data),
        "first-reading-lemmas.json.xz": train_lemmas(data),
        "first-reading-tags.json.xz": train_tags(data),
    }
    options.out.mkdir(parents=True, exist_ok=True)
    sums = []
    for name, content in made.items():
        (options.out / name).write_bytes(content)
        sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}")
        print(f"{name}: {len(content) / 1e6:.2f} MB")
    (options.out / "first-reading.sha256").write_text("\n".join(sums) + "\n")


if __name__ == "__main__":
    main()
