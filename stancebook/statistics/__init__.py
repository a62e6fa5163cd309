"""Statistics over the table of words: how often, where, in what company, and how far each number can be trusted."""

from stancebook.statistics.collocation import collocates, kwic, neighbours, nodes
from stancebook.statistics.dispersion import Dispersion, dispersion, dispersions
from stancebook.statistics.frequency import frequencies, ngrams, occurrences, phrases
from stancebook.statistics.intervals import Difference, Interval, bootstrap_sentences, permutation, rate_interval, wilson
from stancebook.statistics.keyness import holm, keyness, log_likelihood
from stancebook.statistics.tokens import is_function_word, tokens

__all__ = [
    "Difference",
    "Dispersion",
    "Interval",
    "bootstrap_sentences",
    "collocates",
    "dispersion",
    "dispersions",
    "frequencies",
    "holm",
    "is_function_word",
    "keyness",
    "kwic",
    "log_likelihood",
    "neighbours",
    "ngrams",
    "nodes",
    "occurrences",
    "permutation",
    "phrases",
    "rate_interval",
    "tokens",
    "wilson",
]
