"""The words that the network of polarity sees as good or bad beside the sentence, for data/models/reader-valences.xz.

    python -m training.valences [--out FILE]

VADER's lexicon (Hutto & Gilbert 2014, MIT, in the package vaderSentiment) and the single words of
data/lexicons/evaluative.csv, in their regular forms.
"""

from __future__ import annotations

import argparse
import csv
from importlib.util import find_spec
from pathlib import Path

from stancebook.language.valences import packed
from stancebook.paths import LEXICONS, MODELS

VALENCE_OF = {"negative": -1.0, "positive": 1.0}


def of_vader(path: Path) -> dict[str, float]:
    """The mean valence of each word of letters in VADER's lexicon; its emoticons are left out."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf8").splitlines()]
    return {row[0]: float(row[1]) for row in rows if row[0].replace("-", "").replace("'", "").isalpha()}


def of_evaluative(path: Path) -> dict[str, float]:
    """The valence of the single words of the evaluative vocabulary, and of their regular forms."""
    with path.open(encoding="utf8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["subcategory"] in VALENCE_OF and row["entry"].isalpha()]
    listed = {row["entry"].lower(): VALENCE_OF[row["subcategory"]] for row in rows}
    return {form: valence for word, valence in listed.items() for form in forms(word)} | listed


def forms(word: str) -> list[str]:
    """The regular forms of a word as a noun, a verb and an adjective; some are no words, and then harm nothing."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return [word, word[:-1] + "ies", word[:-1] + "ied", word + "ing", word[:-1] + "ily"]
    stem = word.removesuffix("e")
    return [word, word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s"), stem + "ed", stem + "ing", word + "ly"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=MODELS / "reader-valences.xz")
    options = parser.parse_args()
    vader = Path(find_spec("vaderSentiment").origin).parent / "vader_lexicon.txt"
    listed = {"vader": of_vader(vader), "evaluative": of_evaluative(LEXICONS / "evaluative.csv")}
    options.out.write_bytes(packed(listed))
    print({source: len(words) for source, words in listed.items()}, f"{options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
