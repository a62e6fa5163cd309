"""How often he, she, it and they are linked to the right name, on documents whose coreference was annotated.

    python -m benchmarks.pronouns --data FILE [--thresholds] [--json OUT]

FILE is GUM's CoNLL-U, with its entities in the last column. Each document is read and linked as any article. A link is
right where the pronoun and the last name of its entity before it are one entity in the annotation. Coverage is the
share of all such pronouns that is linked; recall that of those for which the annotation has a name at all that is
linked rightly. ``--thresholds`` shows what other thresholds would give.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from benchmarks.coreference import Document, documents
from stancebook import knowledge, language
from stancebook.entities import pronouns, table
from stancebook.entities.gender import pronouns_of
from stancebook.entities.referents import Referent
from stancebook.errors import StancebookError
from stancebook.statistics import wilson

STEPS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97)


class Judged(NamedTuple):
    """A pronoun: its form, whether a name was given and how surely, whether rightly, whether the gold has a name."""

    form: str
    linked: bool
    probability: float
    right: bool
    namable: bool


def entity_at(document: Document, referent: Referent) -> str:
    """The annotated entity whose head lies in a referent, or is the title before it; empty where none is."""
    inside = next((document.heads[at] for at in range(referent.start, referent.end) if at in document.heads), "")
    title = re.search(r"[^\W\d_]+\.? $", document.text[: referent.start]) if referent.named and not inside else None
    return document.heads.get(title.start(), "") if title else inside


def judged(document: Document, known: knowledge.Knowledge, weights: dict | None = None) -> list[Judged]:
    """Every third-person pronoun of a document."""
    reading = language.read(document)
    found = table.named(reading, known)
    genders = pronouns_of(found, document.text, known)
    named: dict[str, list[Referent]] = defaultdict(list)
    lines = pronouns.sentences(reading)
    for referent in pronouns.referents(lines, found, genders):
        if referent.named:
            named[referent.key].append(referent)
    gold_named = {entity_at(document, one) for places in named.values() for one in places} - {""}
    result = []
    for link in pronouns.links(reading, found, genders, weights):
        gold = document.heads.get(link.word.start, "")
        key = link.candidates[link.best].last.key if link.best >= 0 else ""
        linked = link.best >= 0 and link.candidates[link.best].last.named
        before = [entity_at(document, one) for one in named.get(key, ()) if one.start < link.word.start]
        right = linked and bool(gold) and gold in before[-1:]
        result.append(Judged(link.word.form, linked, link.probability, right, bool(gold) and gold in gold_named))
    return result


def scored(found: list[Judged], thresholds: dict[str, float]) -> dict[str, dict]:
    """By kind of pronoun: linked, precision with its Wilson interval, coverage, recall, n."""
    kinds = {"he or she": ("he", "she"), "he": ("he",), "she": ("she",), "it": ("it",), "they": ("they",)}
    scores = {}
    for name, members in kinds.items():
        rows = [one for one in found if one.form in members or pronouns.KINDS[one.form] in members]
        given = [one for one in rows if one.linked and one.probability >= thresholds[pronouns.model_of(one.form)]]
        right = sum(one.right for one in given)
        interval = wilson(right, len(given)) if given else None
        scores[name] = {
            "n": len(rows),
            "linked": len(given),
            "precision": right / len(given) if given else None,
            "interval": [interval.low, interval.high] if interval else None,
            "coverage": len(given) / len(rows) if rows else None,
            "recall": right / max(sum(one.namable for one in rows), 1),
        }
    return scores


def measure(path: Path, weights: dict | None = None) -> list[Judged]:
    """Every pronoun of the file."""
    known = knowledge.load()
    return [one for document in documents(path) for one in judged(document, known, weights)]


def thresholds(weights: dict | None = None) -> dict[str, float]:
    """The thresholds in use, by model."""
    model = weights if weights is not None else pronouns.model()
    return {name: one["threshold"] for name, one in model.items()}


def _printed(scores: dict[str, dict]) -> None:
    for name, row in scores.items():
        if not row["linked"]:
            print(f"{name:10} none of {row['n']} linked")
            continue
        low, high = row["interval"]
        print(
            f"{name:10} precision {row['precision']:6.1%} ({low:.1%} to {high:.1%})  coverage {row['coverage']:6.1%}  "
            f"recall {row['recall']:6.1%}  {row['linked']} linked of {row['n']}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--thresholds", action="store_true", help="show what other thresholds would give")
    parser.add_argument("--json", type=Path, help="where to write the scores")
    options = parser.parse_args()
    try:
        found = measure(options.data)
    except StancebookError as error:
        print(error, file=sys.stderr)
        return 1
    scores = scored(found, thresholds())
    _printed(scores)
    for step in STEPS if options.thresholds else ():
        print(f"at {step}")
        _printed(scored(found, dict.fromkeys(pronouns.model(), step)))
    if options.json:
        options.json.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
