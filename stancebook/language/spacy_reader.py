"""A spaCy pipeline of the user's own behind ``language.read``: ``read(article, by=SpacyReader("en_core_web_trf"))``.

The words are cut as ever, so that offsets and denominators stay; tags, lemmas, trees and names are the pipeline's.
spaCy marks no attributions and no polarity: those stay with this project's reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from typing import TYPE_CHECKING

from stancebook.errors import DataError
from stancebook.language.encoder import Parse, SentenceReader, Span, reader

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# OntoNotes' types (Weischedel et al. 2013) by ours; those of numbers and dates are no names here.
TYPES = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "NORP": "NORP", "MISC": "MISC"} | {
    kind: "MISC" for kind in ("FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE")
}
# The confidence of a name where a pipeline gives none.
UNKNOWN = float("nan")
# Relations that the ClearNLP scheme of spaCy's English pipelines names otherwise than Universal Dependencies.
RELATIONS = {"ROOT": "root", "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
             "dative": "iobj", "neg": "advmod", "prt": "compound:prt", "relcl": "acl:relcl", "poss": "nmod:poss",
             "predet": "det:predet", "preconj": "cc:preconj", "intj": "discourse", "npadvmod": "obl:npmod"}  # fmt: skip


class SpacyReader:
    """Wraps an installed pipeline, by its name, or one that is loaded. Raises DataError where it is not installed."""

    def __init__(self, pipeline: str | Language, attributions: SentenceReader | None = None):
        if isinstance(pipeline, str):
            try:
                import spacy

                pipeline = spacy.load(pipeline)
            except (ImportError, OSError) as error:
                raise DataError(f"MODEL={pipeline}: install spaCy and this pipeline, or leave MODEL out.") from error
        self.pipeline = pipeline
        self.attributions = attributions or reader()

    def read(self, sentences: Iterable[list[str]]) -> Iterator[Parse]:
        """The reading of each sentence, given as its words."""
        from spacy.tokens import Doc

        ours, theirs = tee(sentences)
        documents = (Doc(self.pipeline.vocab, words=words) for words in theirs)
        for own, document in zip(self.attributions.read(ours), self.pipeline.pipe(documents)):
            yield _parse(document, own)


def _parse(document: Doc, own: Parse) -> Parse:
    heads = [-1 if token.head.i == token.i else token.head.i for token in document]
    names = [
        Span(span.start, span.end, TYPES[span.label_], UNKNOWN) for span in document.ents if span.label_ in TYPES
    ]
    return Parse(
        [token.pos_ or universal for token, universal in zip(document, own.universal)],
        [token.tag_ or penn for token, penn in zip(document, own.penn)],
        [token.lemma_ or lemma for token, lemma in zip(document, own.lemmas)],
        heads if document.has_annotation("DEP") else own.heads,
        [RELATIONS.get(token.dep_, token.dep_) or old for token, old in zip(document, own.relations)],
        names if document.has_annotation("ENT_IOB") else own.names,
        own.voices,
    )
