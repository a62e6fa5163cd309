"""How evenly an item is spread over the parts of a text or corpus.

DP, the deviation of proportions, after Gries (2008), "Dispersions and adjusted frequencies in corpora", International
Journal of Corpus Linguistics 13(4); DPnorm as corrected by Lijffijt and Gries (2012), same journal, 17(1). Both are 0
for an item spread just as the parts' sizes have it, and grow towards 1 as it keeps to small parts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from stancebook.statistics.frequency import occurrences
from stancebook.statistics.tokens import part_columns, tokens


class Dispersion(NamedTuple):
    """The spread of an item: its count, the parts with it, all parts, DP, and DP divided by the most it can be."""

    count: int
    range: int
    parts: int
    dp: float
    dp_norm: float


def dispersion(positions: Sequence[int], parts: Sequence[object]) -> Dispersion:
    """The spread of an item that stands at ``positions``, counted in word tokens from 0.

    ``parts`` says of every word token in order which part it belongs to, such as the paragraph column of the words.
    DPnorm is NaN where there is only one part, over which nothing can be spread. Raises ValueError for an item that
    never occurs or stands outside of the text.
    """
    codes, names = pd.factorize(np.asarray(parts, dtype=object))
    places = np.asarray(positions, dtype=int)
    if places.size == 0:
        raise ValueError("An item that never occurs has no dispersion; leave it out.")
    if places.min() < 0 or places.max() >= codes.size:
        raise ValueError(f"A position lies outside of the {codes.size} words; count them from 0.")
    return _spread(np.bincount(codes[places], minlength=len(names)), np.bincount(codes))


def dispersions(
    words: pd.DataFrame,
    *,
    by: str = "lemma",
    parts: str = "paragraph",
    minimum: int = 3,
    function_words: bool = False,
    stop_words: Collection[str] = (),
) -> pd.DataFrame:
    """The spread of each item that occurs ``minimum`` times or more over the ``parts`` of the text.

    Columns item, count, range, parts, dp, dp_norm; sorted by count. Sizes of parts are in word tokens.
    """
    every = tokens(words)
    part = every.groupby(part_columns(every, parts), sort=True).ngroup()
    sizes = part.value_counts().sort_index().to_numpy()
    spans = occurrences(words, by=by, function_words=function_words, stop_words=stop_words)
    rows = []
    for item, places in spans.groupby("item", sort=True):
        if len(places) >= minimum:
            rows.append((item, *_spread(np.bincount(part.loc[places.index], minlength=len(sizes)), sizes)))
    table = pd.DataFrame(rows, columns=["item", *Dispersion._fields])
    return table.sort_values(["count", "item"], ascending=[False, True], ignore_index=True)


def _spread(counts: np.ndarray, sizes: np.ndarray) -> Dispersion:
    expected, observed = sizes / sizes.sum(), counts / counts.sum()
    deviation = float(np.abs(observed - expected).sum() / 2)
    most = 1 - float(expected.min())
    norm = deviation / most if len(sizes) > 1 else float("nan")
    return Dispersion(int(counts.sum()), int((counts > 0).sum()), len(sizes), deviation, norm)
