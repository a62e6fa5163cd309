"""The company that a word keeps: concordance lines and collocates, within sentences."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from stancebook.statistics.frequency import SPAN_COLUMNS
from stancebook.statistics.keyness import log_likelihood
from stancebook.statistics.tokens import is_function_word, items, tokens

SORTS = ("position", "left", "right")


def nodes(words: pd.DataFrame, node: str, *, by: str = "lemma") -> pd.DataFrame:
    """The places of a word or a phrase: article, paragraph, sentence, start, end.

    A phrase is several items with spaces between, which stand next to each other in one sentence. Case makes no
    difference unless ``node`` has a capital.
    """
    wanted = node.split()
    if not wanted:
        raise ValueError("Say which word to look for; the node is empty.")
    kept = tokens(words).reset_index(drop=True)
    names = kept[by].astype(str)
    names = names if node != node.casefold() else names.str.casefold()
    hit = pd.Series(True, index=kept.index)
    for step, item in enumerate(wanted):
        same = (kept["article"].shift(-step) == kept["article"]) & (kept["sentence"].shift(-step) == kept["sentence"])
        hit &= (names.shift(-step) == item) & same
    found = kept.loc[hit, SPAN_COLUMNS].copy()
    found["end"] = kept["end"].shift(1 - len(wanted))[hit].astype(int)
    return found.reset_index(drop=True)


def kwic(
    words: pd.DataFrame,
    text: str,
    node: str | pd.DataFrame,
    *,
    width: int = 45,
    by: str = "lemma",
    sort: str = "position",
) -> pd.DataFrame:
    """Concordance lines (keyword in context): left, node, right, start, end, sentence.

    ``text`` is the text of the one article of ``words``; ``node`` a word, a phrase, or a table of spans such as the
    mentions of an entity; ``width`` the most characters of context, cut between words. ``sort`` is by ``position``, by
    the words to the ``right``, or by those to the ``left``, the nearest first.
    """
    if sort not in SORTS:
        raise ValueError(f"Concordance lines cannot be sorted by {sort!r}; choose one of {', '.join(SORTS)}.")
    spans = _spans(words, node, by)
    if "article" in spans.columns and spans["article"].nunique() > 1:
        raise ValueError("Concordance lines are cut from one text; give the words of one article at a time.")
    rows = [
        (
            _cut(text[max(0, start - width - 2) : start], width, left=True),
            " ".join(text[start:end].split()),
            _cut(text[end : end + width + 2], width, left=False),
            start,
            end,
            sentence,
        )
        for start, end, sentence in zip(spans["start"], spans["end"], spans["sentence"])
    ]
    lines = pd.DataFrame(rows, columns=["left", "node", "right", "start", "end", "sentence"])
    keys = {"position": lines["start"], "right": lines["right"].map(_nearest), "left": lines["left"].map(_nearest_left)}
    order = sorted(lines.index, key=lambda row: (keys[sort][row], lines["start"][row]))
    return lines.loc[order].reset_index(drop=True)


def neighbours(
    words: pd.DataFrame, node: str | pd.DataFrame, *, span: int | None = 5, by: str = "lemma"
) -> pd.DataFrame:
    """The word tokens near a node: the columns of ``words`` and ``item``, a row per token, however many nodes it is near.

    Near is at most ``span`` word tokens before or after it in its sentence, or anywhere in it where ``span`` is None.
    """
    kept, near, _ = _windows(words, node, span, by)
    return kept[near].reset_index(drop=True)


def collocates(
    words: pd.DataFrame,
    node: str | pd.DataFrame,
    *,
    span: int | None = 5,
    by: str = "lemma",
    minimum: int = 2,
    function_words: bool = False,
) -> pd.DataFrame:
    """The items that occur near a node more often than chance has it, the surest first.

    Columns: item, count (near the node), elsewhere, expected (near the node, by chance), log_likelihood (G², Dunning
    1993), npmi (normalized pointwise mutual information, Bouma 2009: 0 for chance, 1 for always together). Tokens of
    the node itself are left out of the count and of the denominator (Evert 2008). A window is as for ``neighbours``.
    Only items seen ``minimum`` times near the node, and more often than expected, are listed.
    """
    kept, near, inside = _windows(words, node, span, by)
    others = kept[~inside].assign(near=near[~inside])
    grouped = others.groupby("item", sort=True)["near"].agg(["sum", "size"])
    table = pd.DataFrame({"item": grouped.index, "count": grouped["sum"].to_numpy(int)})
    sizes, total, window = grouped["size"].to_numpy(float), len(others), int(others["near"].sum())
    table["elsewhere"] = (sizes - table["count"]).astype(int)
    table["expected"] = window * sizes / max(total, 1)
    both = table["count"].to_numpy(float)
    if len(table):
        table["log_likelihood"] = log_likelihood(
            both, np.full_like(both, window), sizes, np.full_like(both, total)
        )
        table["npmi"] = _npmi(both, window, sizes, total)
    else:
        table = table.assign(log_likelihood=[], npmi=[])
    keep = (table["count"] >= minimum) & (table["count"] > table["expected"])
    if not function_words:
        closed = others.loc[is_function_word(others), "item"].unique()
        keep &= ~table["item"].isin(closed)
    return table[keep].sort_values(["log_likelihood", "item"], ascending=[False, True], ignore_index=True)


def _spans(words: pd.DataFrame, node: str | pd.DataFrame, by: str) -> pd.DataFrame:
    return nodes(words, node, by=by) if isinstance(node, str) else node


def _windows(
    words: pd.DataFrame, node: str | pd.DataFrame, span: int | None, by: str
) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """The word tokens with their items, which of them are near a node, and which are part of one."""
    kept = tokens(words).reset_index(drop=True)
    kept = kept.assign(item=items(kept, by))
    near, inside = np.zeros(len(kept), bool), np.zeros(len(kept), bool)
    sentences = kept.groupby(["article", "sentence"], sort=False).indices
    for mention in _spans(words, node, by).to_dict("records"):
        places = sentences.get((mention["article"], mention["sentence"]), np.array([], int))
        starts, ends = kept["start"].to_numpy()[places], kept["end"].to_numpy()[places]
        own = (starts < mention["end"]) & (ends > mention["start"])
        inside[places[own]] = True
        reach = len(places) if span is None else span
        before, after = places[ends <= mention["start"]], places[starts >= mention["end"]]
        near[before[max(0, len(before) - reach) :]] = True
        near[after[:reach]] = True
    return kept, near & ~inside, inside


def _npmi(both: np.ndarray, window: int, sizes: np.ndarray, total: int) -> np.ndarray:
    share = np.where(both > 0, both, 1) / total
    information = np.log(share * total * total / np.maximum(window * sizes, 1))
    scale = -np.log(share)
    found = np.divide(information, scale, out=np.ones_like(share), where=scale > 0)
    return np.where(both > 0, found, -1.0)


def _cut(context: str, width: int, *, left: bool) -> str:
    """The context on one line, without the word that its outer end would cut through."""
    if len(context) > width:
        context = re.sub(r"^\S*\s", "", context) if left else re.sub(r"\s\S*$", "", context)
    return " ".join(context.split())


def _nearest(context: str) -> list[str]:
    return re.findall(r"\w+", context.casefold())


def _nearest_left(context: str) -> list[str]:
    return _nearest(context)[::-1]
