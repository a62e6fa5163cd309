"""Everything that a notebook imports, with its data loaded, for kernels that start by forking this process."""

from stancebook import (  # noqa: F401
    answers,
    articles,
    cast,
    charts,
    checking,
    claims,
    contested,
    entities,
    evidence,
    knowledge,
    language,
    lexicons,
    opening,
    stance,
    statistics,
    tone,
    voices,
    vocabulary,
)
from stancebook.language import models

models.sentence_tokenizer()
models.lemma_rules()
lexicons.load()
knowledge.load()
