"""Whose words they are: the voice of any span of the text, and how many of the words each voice has."""

from __future__ import annotations

import numpy as np
import pandas as pd

from stancebook.language import Reading, word_tokens
from stancebook.voices.sources import without_article

AUTHOR, UNNAMED = "author", "unnamed source"
#: The voice of a statement that names no source.
NO_SOURCE = "unnamed"
#: By these the author infers from a source, and says so in his own voice: “judging by his speech, he is afraid”.
INFERRING = ("judging by", "judging from", "to judge by", "to judge from")
SHARES = ("voice", "source", "anonymous", "words", "share", "direct", "indirect", "statements")


def with_voice(spans: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """``spans`` (with a column start) with voice and source added: whose words they are, to count by and to show.

    voice: “author”, or the entity id of the innermost source whose content covers the span’s start; for a source that
    is no known entity its words in lower case, “unnamed” where it has none. source: the name to show, “” for the author.
    """
    numbers = innermost(spans["start"].to_numpy(), statements)
    ids, names = voice_ids(statements).tolist(), voice_names(statements).tolist()
    return spans.assign(
        voice=pd.Series([AUTHOR if n < 0 else ids[n] for n in numbers], index=spans.index, dtype=object),
        source=pd.Series(["" if n < 0 else names[n] for n in numbers], index=spans.index, dtype=object),
    )


def voice_ids(statements: pd.DataFrame) -> pd.Series:
    """By what each statement’s voice is counted: its entity’s id, else the source’s words, else “unnamed”.

    The words are in lower case and without article: “a diplomat” and “the diplomat” are one voice. A source that is
    described by a name inside it, as “specialists in Moscow”, is no entity of that name. Further sentences of a
    quotation, which name no source again, keep the voice of the first.
    """
    names = statements["source_name"]
    words = names.map(without_article).str.lower().mask(names == "", NO_SOURCE)
    return statements["source_entity"].mask(statements["source_entity"] == "", words)


def voice_names(statements: pd.DataFrame) -> pd.Series:
    """How each statement’s voice is shown: its entity’s name, else the source’s words, else “unnamed source”."""
    return statements["source_name"].mask(statements["source_name"] == "", UNNAMED)


def spoken(statements: pd.DataFrame) -> pd.DataFrame:
    """Those statements that have a voice of their own: no scare quotes, nor what the author infers from a source."""
    return statements[(statements["kind"] != "scare quote") & ~statements["cue"].str.lower().isin(INFERRING)]


def innermost(starts: np.ndarray, statements: pd.DataFrame) -> list[int]:
    """For each offset, the statement with the shortest content that covers it; -1 where the author speaks.

    Only what is ``spoken`` counts, and a “she says” in the midst of a content is not the source’s.
    """
    said = spoken(statements)
    sizes = (said["content_end"] - said["content_start"]).to_numpy()
    numbers = np.full(len(starts), -1)
    for row in said.iloc[np.argsort(-sizes, kind="stable")].itertuples():
        inside = (starts >= row.content_start) & (starts < row.content_end)
        for first, stop in ((row.source_start, row.source_end), (row.cue_start, row.cue_end)):
            inside &= ~((starts >= first) & (starts < stop))
        numbers[inside] = row.statement
    return numbers.tolist()


def shares(reading: Reading, statements: pd.DataFrame) -> pd.DataFrame:
    """How many of the reading’s word tokens each voice has, the author first, then by words.

    Columns: voice and source (as ``with_voice`` has them), anonymous, words, share (of all word tokens), direct and
    indirect (words), statements (those with words of their own). The words of source and cue are the author’s.
    """
    words = word_tokens(reading)
    numbers = innermost(words["start"].to_numpy(), statements)
    said = with_voice(words, statements).assign(
        statement=numbers, kind=[statements["kind"].iat[number] if number >= 0 else AUTHOR for number in numbers]
    )
    named = statements.assign(voice=voice_ids(statements))
    # A source stays anonymous where all its statements do.
    anonymous = named.groupby("voice")["anonymous"].all()
    rows = [
        {
            "voice": voice,
            "source": own["source"].iat[0],
            "anonymous": bool(anonymous.get(voice, False)),
            "words": len(own),
            "share": len(own) / len(words),
            "direct": int((own["kind"] == "direct").sum()),
            "indirect": int((own["kind"] == "indirect").sum()),
            "statements": own.loc[own["statement"] >= 0, "statement"].nunique(),
        }
        for voice, own in said.groupby("voice", sort=False)
    ]
    table = pd.DataFrame(rows, columns=list(SHARES))
    order = np.lexsort((-table["words"].to_numpy(dtype=int), table["voice"] != AUTHOR))
    return table.iloc[order].reset_index(drop=True)
