"""Which words set a target corpus apart from a reference corpus.

G² is the log-likelihood ratio of Dunning (1993), "Accurate methods for the statistics of surprise and coincidence",
over all four cells of the table (word or other word, target or reference); it says how sure a difference is. The log
ratio of Hardie (2014) says how large it is: 1 for twice as frequent, −1 for half as frequent.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats
from scipy.special import xlogy

from stancebook.statistics.tokens import PER

INSTEAD_OF_ZERO = 0.5


def log_likelihood(both: np.ndarray, row: np.ndarray, column: np.ndarray, total: np.ndarray) -> np.ndarray:
    """G² of two-by-two tables, each given by its upper left cell, first row sum, first column sum and total.

    The same as ``scipy.stats.chi2_contingency`` with ``lambda_="log-likelihood"`` and no correction, for many tables
    at once and with margins that may be zero.
    """
    both, row, column, total = (np.asarray(part, dtype=float) for part in (both, row, column, total))
    cells = np.stack([both, row - both, column - both, total - row - column + both])
    margins = [(row, column), (row, total - column), (total - row, column), (total - row, total - column)]
    expected = np.stack([first * second / total for first, second in margins])
    ratio = np.divide(cells, expected, out=np.ones_like(cells), where=expected > 0)
    # Rounding may leave a hair below zero where a table is just as expected.
    return np.maximum(2 * xlogy(cells, ratio).sum(axis=0), 0)


def holm(p: Sequence[float]) -> np.ndarray:
    """The p values corrected for their number after Holm (1979), in their own order."""
    raw = np.asarray(p, dtype=float)
    order = np.argsort(raw, kind="stable")
    stepped = np.maximum.accumulate(raw[order] * (raw.size - np.arange(raw.size)))
    corrected = np.empty_like(raw)
    corrected[order] = np.minimum(stepped, 1)
    return corrected


def keyness(
    target: pd.DataFrame,
    reference: pd.DataFrame,
    *,
    target_words: int,
    reference_words: int,
    minimum: int = 3,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Each item's difference between two frequency lists, the surest first.

    Both tables have the columns ``item`` and ``count``, as of ``frequencies``; the sizes are in word tokens. Items that
    occur ``minimum`` times or more in both together are tested. Columns: item, target, reference (counts),
    target_per_thousand, reference_per_thousand, g2, p, p_holm (corrected for the number of items tested), log_ratio,
    low, high (its interval, after Katz et al. 1978; 0.5 stands for a count of zero).
    """
    for name, counts, size in (("target", target, target_words), ("reference", reference, reference_words)):
        if size < 1 or counts["count"].sum() > size:
            raise ValueError(f"The {name} corpus counts more items than it has words; give the size in word tokens.")
    table = pd.concat(
        [target.set_index("item")["count"].rename("target"), reference.set_index("item")["count"].rename("reference")],
        axis=1,
    ).fillna(0)
    table = table[table.sum(axis=1) >= minimum].astype(int).rename_axis("item").reset_index()
    a, b = table["target"].to_numpy(float), table["reference"].to_numpy(float)
    table["target_per_thousand"] = PER * a / target_words
    table["reference_per_thousand"] = PER * b / reference_words
    total = float(target_words + reference_words)
    table["g2"] = log_likelihood(a, np.full_like(a, target_words), a + b, np.full_like(a, total))
    table["p"] = stats.chi2.sf(table["g2"], 1)
    table["p_holm"] = holm(table["p"])
    seen, seen_there = np.where(a > 0, a, INSTEAD_OF_ZERO), np.where(b > 0, b, INSTEAD_OF_ZERO)
    table["log_ratio"] = np.log2(seen / target_words) - np.log2(seen_there / reference_words)
    spread = np.sqrt(np.maximum(1 / seen - 1 / target_words + 1 / seen_there - 1 / reference_words, 0)) / np.log(2)
    reach = stats.norm.isf((1 - confidence) / 2) * spread
    table["low"], table["high"] = table["log_ratio"] - reach, table["log_ratio"] + reach
    return table.sort_values(["g2", "item"], ascending=[False, True], ignore_index=True)
