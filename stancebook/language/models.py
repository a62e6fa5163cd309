"""The weights of the first reading: loaded once, their checksums verified."""

from __future__ import annotations

import functools
import hashlib
import json
import lzma
from pathlib import Path

from nltk.tag.perceptron import PerceptronTagger
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from stancebook.errors import DataError
from stancebook.paths import MODELS

DATA_FILES = (
    "data/models/first-reading-sentences.json",
    "data/models/first-reading-tags.json.xz",
    "data/models/first-reading-lemmas.json.xz",
    "data/models/first-reading.sha256",
)


@functools.cache
def sentence_tokenizer() -> PunktSentenceTokenizer:
    """A Punkt tokenizer (Kiss & Strunk 2006) with this project's parameters."""
    stored = json.loads(_verified("first-reading-sentences.json"))
    parameters = PunktParameters()
    parameters.abbrev_types = set(stored["abbreviations"])
    parameters.collocations = {tuple(pair) for pair in stored["collocations"]}
    parameters.sent_starters = set(stored["sentence_starters"])
    parameters.ortho_context.update(stored["orthographic_context"])
    return PunktSentenceTokenizer(parameters)


@functools.cache
def tagger() -> PerceptronTagger:
    """nltk's averaged perceptron tagger (Collins 2002), whose tags here are ``UNIVERSAL|Penn`` pairs."""
    stored = json.loads(lzma.decompress(_verified("first-reading-tags.json.xz")))
    classes = stored["classes"]
    model = PerceptronTagger(load=False)
    model.model.weights = {
        feature: {classes[int(number)]: weight / stored["scale"] for number, weight in weights.items()}
        for feature, weights in stored["weights"].items()
    }
    model.tagdict = {word: classes[number] for word, number in stored["unambiguous"].items()}
    model.classes = model.model.classes = set(classes)
    return model


@functools.cache
def lemma_rules() -> dict[str, dict[str, str]]:
    """Lemmas learned from the treebanks: ``forms`` by ``word|TAG``, ``suffixes`` by ``ending|TAG`` to ``cut:add``."""
    return json.loads(lzma.decompress(_verified("first-reading-lemmas.json.xz")))


def verified(name: str, sums: str, folder: Path = MODELS) -> bytes:
    """The content of a model file whose SHA-256 is in the file ``sums``.

    Raises DataError where one of them is missing or the file is not the one that was measured.
    """
    try:
        content = (folder / name).read_bytes()
        known = dict(reversed(line.split()) for line in (folder / sums).read_text().splitlines())
    except OSError as error:
        raise DataError(f"The model file {name} is missing; fetch data/models/ again with git checkout.") from error
    if hashlib.sha256(content).hexdigest() != known.get(name):
        raise DataError(f"The model file {name} is damaged; fetch data/models/ again with git checkout.")
    return content


def _verified(name: str, folder: Path = MODELS) -> bytes:
    return verified(name, "first-reading.sha256", folder)
