"""A spaCy pipeline of the user's own behind ``language.read``: ``read(article, by=InstalledPipeline("en_core_web_trf"))``.

The words are cut as ever, so that offsets and denominators stay; tags, lemmas and names are the pipeline's. So are the
trees where they are Universal Dependencies, which the rules of this package are written for; spaCy's own English
pipelines hang nouns on prepositions (ClearNLP), and there the trees stay with this project's reader. So do attributions
and polarity, which spaCy marks none of.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from itertools import tee
from typing import TYPE_CHECKING

from stancebook.errors import DataError
from stancebook.language.encoder import reader
from stancebook.language.parse import Parse, Span
from stancebook.language.reading import Reader
from stancebook.memory import remembered

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# OntoNotes' types (Weischedel et al. 2013) by ours; those of numbers and dates are no names here.
TYPES = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "NORP",
         "MISC": "MISC"} | {
    kind: "MISC" for kind in ("EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE")
}
# The confidence of a name where a pipeline gives none.
UNKNOWN = float("nan")
# A relation of Universal Dependencies that other schemes lack.
UNIVERSAL = "obl"
# What OntoNotes has inside a name, and Universal NER, CoNLL-2003 and this package have outside.
DETERMINERS, POSSESSIVES = ("the", "a", "an"), ("'s", "’s", "'", "’")
# The tags that this package has rules for.
ENGLISH = ("en", "xx")


class SpacyReader:
    """A loaded pipeline as a reader. Raises DataError where the pipeline is of another language than English."""

    def __init__(self, pipeline: Language, attributions: Reader | None = None):
        if pipeline.lang not in ENGLISH:
            raise DataError(f"MODEL: the pipeline is for “{pipeline.lang}”, but English is what is read here; name another.")
        self.pipeline = pipeline
        self.attributions = attributions or reader()
        self.universal = any(UNIVERSAL in labels for labels in pipeline.pipe_labels.values())

    def read(self, sentences: Iterable[list[str]]) -> Iterator[Parse]:
        """The reading of each sentence, given as its words."""
        ours, theirs = tee(sentences)
        # The pipeline's own class of documents, so that nothing of spaCy is imported here.
        document_of = type(self.pipeline.make_doc(""))
        documents = (document_of(self.pipeline.vocab, words=words) for words in theirs)
        for own, document in zip(self.attributions.read(ours), self.pipeline.pipe(documents)):
            yield _parse(document, own, self.universal)


class InstalledPipeline:
    """An installed pipeline by its name, loaded when it is first needed, and used once in a run of make."""

    def __init__(self, name: str):
        self.name = name

    def read(self, sentences: Iterable[list[str]]) -> Iterator[Parse]:
        """As ``SpacyReader.read``; raises DataError where spaCy or the pipeline is not installed."""
        return iter(_parses(self.name, list(sentences)))


@remembered
def _parses(name: str, sentences: list[list[str]]) -> list[Parse]:
    return list(SpacyReader(loaded(name)).read(sentences))


@functools.cache
def loaded(name: str) -> Language:
    """The installed pipeline of this name; raises DataError where there is none, or no spaCy."""
    try:
        import spacy

        return spacy.load(name)
    except ImportError as error:
        raise DataError(
            f"MODEL={name}: {error.name or 'spacy'} is not installed; type .venv/bin/python -m pip install "
            f"{error.name or 'spacy'}, then .venv/bin/python -m spacy download {name}, or leave MODEL out."
        ) from error
    except (OSError, ValueError) as error:
        raise DataError(
            f"MODEL={name}: no pipeline of this name can be loaded; type .venv/bin/python -m spacy download {name}, or "
            "leave MODEL out."
        ) from error


def _parse(document: Doc, own: Parse, universal: bool) -> Parse:
    names = [
        Span(*_bare(document, span.start, span.end), TYPES[span.label_], UNKNOWN)
        for span in document.ents
        if span.label_ in TYPES
    ]
    heads, relations = _tree(document) if universal and document.has_annotation("DEP") else (own.heads, own.relations)
    is_naming = document.has_annotation("ENT_IOB")
    return Parse(
        [token.pos_ or universal for token, universal in zip(document, own.universal)],
        [token.tag_ or penn for token, penn in zip(document, own.penn)],
        [token.lemma_ or lemma for token, lemma in zip(document, own.lemmas)],
        heads,
        relations,
        names if is_naming else own.names,
        own.voices,
        None if is_naming else own.tagged,
    )


def _tree(document: Doc) -> tuple[list[int], list[str]]:
    """Heads, -1 for the root, and relations. A pipeline may cut our sentence into several: their roots hang on the first."""
    heads = [-1 if token.head.i == token.i else token.head.i for token in document]
    relations = ["root" if head < 0 else token.dep_ for head, token in zip(heads, document)]
    roots = [at for at, head in enumerate(heads) if head < 0]
    for root in roots[1:]:
        heads[root], relations[root] = roots[0], "parataxis"
    return heads, relations


def _bare(document: Doc, start: int, end: int) -> tuple[int, int]:
    """A name's first word and one past its last, without an article before and a possessive behind."""
    words = [token.text for token in document][start:end]
    while len(words) > 1 and words[0].lower() in DETERMINERS:
        words, start = words[1:], start + 1
    while len(words) > 1 and words[-1] in POSSESSIVES:
        words, end = words[:-1], end - 1
    return start, end
