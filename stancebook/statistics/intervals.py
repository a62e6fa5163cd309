"""How far a number can be trusted: intervals from scipy, and the test of a difference between groups of articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import stats

from stancebook.statistics.tokens import PER

WITHIN = "within this text only"
SEED = 20080101
FEWEST_ARTICLES = 5


class Interval(NamedTuple):
    """An estimate, the ends of its confidence interval, and what it says something about."""

    estimate: float
    low: float
    high: float
    scope: str = ""


class Difference(NamedTuple):
    """The difference of two groups' means, and the probability of one as large if groups did not matter."""

    difference: float
    p: float


def wilson(successes: int, n: int, *, confidence: float = 0.95) -> Interval:
    """The proportion of ``successes`` among ``n`` with its Wilson (1927) score interval."""
    if n < 1:
        raise ValueError("A proportion of nothing cannot be estimated; n must be at least 1.")
    found = stats.binomtest(int(successes), int(n)).proportion_ci(confidence_level=confidence, method="wilson")
    return Interval(successes / n, float(found.low), float(found.high))


def rate_interval(count: int, words: int, *, confidence: float = 0.95) -> Interval:
    """The rate per 1,000 word tokens with its exact Poisson interval (Garwood 1936)."""
    if words < 1 or count < 0:
        raise ValueError(f"A rate needs words and a count: {count} in {words} words is none.")
    outside = (1 - confidence) / 2
    low = stats.chi2.ppf(outside, 2 * count) / 2 if count else 0.0
    high = stats.chi2.isf(outside, 2 * (count + 1)) / 2
    return Interval(PER * count / words, float(PER * low / words), float(PER * high / words))


def bootstrap_sentences(
    counts: Sequence[float],
    words: Sequence[int],
    *,
    confidence: float = 0.95,
    resamples: int = 2000,
    seed: int = SEED,
) -> Interval:
    """The rate per 1,000 word tokens with a percentile bootstrap interval over sentences, within this text only.

    ``counts`` and ``words`` hold a number per sentence: how often it has the thing, and how many word tokens it has.
    It says how much the rate hangs on a few sentences; it says nothing of other texts by the author. Raises ValueError
    for fewer than two sentences.
    """
    per_sentence, sizes = np.asarray(counts, dtype=float), np.asarray(words, dtype=float)
    if len(per_sentence) != len(sizes):
        raise ValueError("Each sentence needs a count and a number of words; the two lists differ in length.")
    if len(sizes) < 2 or not (sizes > 0).all():
        raise ValueError("Resampling needs two sentences or more, each with at least one word.")
    estimate = PER * per_sentence.sum() / sizes.sum()
    if np.ptp(per_sentence / sizes) == 0:
        return Interval(float(estimate), float(estimate), float(estimate), WITHIN)
    found = stats.bootstrap(
        (per_sentence, sizes),
        lambda hits, lengths, axis: PER * hits.sum(axis=axis) / lengths.sum(axis=axis),
        paired=True,
        vectorized=True,
        n_resamples=resamples,
        confidence_level=confidence,
        method="percentile",
        rng=np.random.default_rng(seed),
    ).confidence_interval
    return Interval(float(estimate), float(found.low), float(found.high), WITHIN)


def permutation(first: Sequence[float], second: Sequence[float], *, resamples: int = 9999, seed: int = SEED) -> Difference:
    """The difference of the mean rates of two groups, tested by shuffling the articles between them.

    Each list holds a rate per article. Raises ValueError below five articles a side, with which no test is worth having.
    """
    if min(len(first), len(second)) < FEWEST_ARTICLES:
        raise ValueError(f"A test needs at least {FEWEST_ARTICLES} articles a side; read more, or only describe them.")
    found = stats.permutation_test(
        (np.asarray(first, dtype=float), np.asarray(second, dtype=float)),
        lambda one, other, axis: one.mean(axis=axis) - other.mean(axis=axis),
        vectorized=True,
        n_resamples=resamples,
        rng=np.random.default_rng(seed),
    )
    return Difference(float(found.statistic), float(found.pvalue))
