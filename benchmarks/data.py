"""The files that accuracy is measured on: names, voices, evaluations as JSON lines, trees as CoNLL-U, plain or xz."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from pathlib import Path

from stancebook.errors import DataError
from stancebook.language.features import words_and_spans

POLARITIES = {2: "negative", 4: "neutral", 6: "positive"}


def lines(path: Path) -> Iterator[str]:
    """The lines of a text file, plain or xz; raises DataError where it cannot be read."""
    try:
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf8") as handle:
            yield from handle
    except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise DataError(f"The data file {path} cannot be read.") from error


def tagged_sentences(path: Path, tags: str) -> list[dict]:
    """The sentences of a file of names (``tags="n"``) or voices (``"a"``): document, words, tags and links if any."""
    found = []
    for line in filter(str.strip, lines(path)):
        document = json.loads(line)
        for sentence in document["sents"]:
            if tags not in sentence:
                raise DataError(f"{path} has no tags '{tags}': is it a file of another task?")
            if sentence["t"]:
                found.append(
                    {"document": document["id"], "words": sentence["t"], "tags": sentence[tags], "links": sentence.get("r")}
                )
    return found


def tree_sentences(path: Path) -> list[dict]:
    """The sentences of a CoNLL-U file: document and columns of its words."""
    found, document, rows = [], "", []
    for line in [*lines(path), ""]:
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            document = line.split("=")[-1].strip()
        elif not line and rows:
            words, lemmas, universal, penn, _, heads, relations = list(zip(*rows))[1:8]
            found.append(
                {
                    "document": document, "words": list(words), "lemmas": lemmas, "universal": universal, "penn": penn,
                    "heads": [int(head) - 1 for head in heads], "relations": relations,
                }
            )  # fmt: skip
            rows = []
        elif line[:1].isdigit() and line.split("\t", 1)[0].isdigit():
            rows.append(line.split("\t"))
    return found


def targets(path: Path) -> list[dict]:
    """The targets of a NewsMTSC file: words of the sentence, first and one past the last of the target, polarity."""
    found = []
    for line in filter(str.strip, lines(path)):
        item = json.loads(line)
        words, spans = words_and_spans(item["sentence_normalized"])
        document = "_".join(str(item.get("primary_gid", "")).split("_")[:3])
        for target in item.get("targets") or [item]:
            inside = [at for at, (start, end) in enumerate(spans) if start < target["to"] and end > target["from"]]
            if inside:
                found.append(
                    {
                        "document": document, "words": words, "start": inside[0], "end": inside[-1] + 1,
                        "polarity": POLARITIES[int(float(target["polarity"]))],
                    }
                )  # fmt: skip
    return found
