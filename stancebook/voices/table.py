"""The table of statements: every attribution of a reading, in offsets into its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from stancebook import lexicons
from stancebook.language import Reading
from stancebook.lexicons import Lexicon
from stancebook.tokens import Sentence, Token, reread, sentences
from stancebook.voices import phrases, quotations, verbs
from stancebook.voices.quotations import Quoted, is_quote, is_utterance
from stancebook.voices.sources import NOBODY, Linker, Source
from stancebook.voices.verbs import Found

COLUMNS = (
    "article", "paragraph", "sentence", "start", "end", "statement", "source_start", "source_end", "source",
    "source_entity", "source_name", "anonymous", "cue_start", "cue_end", "cue", "content_start", "content_end", "content",
    "kind", "alignment", "inside",
)  # fmt: skip
KINDS = ("direct", "indirect", "scare quote")
NOWHERE = (-1, -1)
Span = tuple[int, int]


class Statement(NamedTuple):
    """One attribution, in offsets into the article’s text."""

    content: Span
    kind: str
    cue: Span = NOWHERE
    source_span: Span = NOWHERE
    source: Source = NOBODY
    alignment: str = ""

    @property
    def span(self) -> Span:
        present = [span for span in (self.content, self.cue, self.source_span) if span != NOWHERE]
        return min(start for start, _ in present), max(end for _, end in present)


def statements(reading: Reading, mentions: pd.DataFrame, lexicon: Lexicon | None = None) -> pd.DataFrame:
    """Every attribution of the reading: a row per source and stretch of content, sorted by start.

    Columns: article, paragraph, sentence, start, end (the whole attribution); statement (from 0); source_start,
    source_end, source (its words), source_entity (of ``mentions``), source_name, anonymous; cue_start, cue_end, cue;
    content_start, content_end, content; kind (direct, indirect, scare quote); alignment (acknowledge, endorse,
    distance, or empty); inside (the statement whose content this one stands in, or -1). A span that is missing is
    -1/-1. What is quoted before and after “she said” makes two rows, which share source and cue.
    """
    found = _Finder(reading, mentions, lexicon or lexicons.load()).statements()
    return _table(found, reading)


class _Finder:
    """Walks through the paragraphs; keeps whose quotation an unclosed one goes on with."""

    def __init__(self, reading: Reading, mentions: pd.DataFrame, lexicon: Lexicon):
        self.text = reading.article.text
        self.lexicon = lexicon
        self.linker = Linker(mentions)
        self.paragraphs: dict[int, list[tuple[int, Token]]] = {}
        for paragraph, sentence, tokens in sentences(reading.words):
            read = reread(tokens, lexicon.verbs, lexicon.reporting)
            self.paragraphs.setdefault(paragraph, []).extend((sentence, token) for token in read)

    def statements(self) -> list[Statement]:
        found: list[Statement] = []
        unclosed: Statement | None = None
        for paragraph, tokens in self.paragraphs.items():
            here = list(self._stretch(tokens, paragraph, unclosed))
            found += here
            unclosed = self._left_open(tokens, here)
        return found

    def _left_open(self, tokens: list[tuple[int, Token]], here: list[Statement]) -> Statement | None:
        start, end = tokens[0][1].start, tokens[-1][1].end
        last = next(iter(reversed(quotations.quotations(self.text, start, end))), None)
        if last is None or last.closed:
            return None
        return next((said for said in here if said.content[0] == last.inner_start and said.kind == "direct"), None)

    def _stretch(
        self, tokens: list[tuple[int, Token]], paragraph: int, unclosed: Statement | None = None
    ) -> Iterator[Statement]:
        """The statements of a paragraph, or of the inside of a quotation."""
        if not tokens:
            return
        start, end = tokens[0][1].start, tokens[-1][1].end
        last: Statement | None = unclosed
        for number, line in enumerate(quotations.lines(tokens, self.text, start, end)):
            self.linker.learn(line, paragraph)
            here = list(self._line(line, paragraph, last if number or unclosed else None))
            yield from here
            direct = [said for said in here if said.kind == "direct" and said.source_span != NOWHERE]
            last = direct[-1] if direct else None
        for quotation in quotations.quotations(self.text, start, end):
            inner = [pair for pair in tokens if quotation.inner_start <= pair[1].start and pair[1].end <= quotation.inner_end]
            if len(inner) < len(tokens):
                yield from self._stretch(inner, paragraph)

    def _line(self, line: Sentence, paragraph: int, last: Statement | None) -> Iterator[Statement]:
        taken: set[int] = set()
        for found in self._distinct(line):
            yield self._statement(line, found, paragraph)
            taken.update(_covered_quotes(line, found))
        for position, kind in phrases.bare_quotations(line, taken):
            quoted = line[position]
            introduced = phrases.introduced(line, position)
            content = _content_of(quoted)
            if introduced:
                yield self._statement(line, introduced, paragraph)
            elif last is not None and position == 0 and is_utterance(quoted) and len(line) <= 2:
                # A further quotation, with nothing between, has the speaker of the one before.
                yield last._replace(content=content, kind="direct")
            elif kind == "direct":
                yield Statement(content, "direct")
            else:
                yield Statement(content, "scare quote", alignment="distance")

    def _distinct(self, line: Sentence) -> list[Found]:
        """The attributions of a line, each cue and content once; a quotation has one cue."""
        result: list[Found] = []
        for found in [*verbs.attributions(line, self.lexicon), *phrases.attributions(line, self.lexicon)]:
            cue, content = set(range(*found.cue)), set(range(found.content.first, found.content.stop))
            if found.content.stop <= found.content.first or cue & content:
                continue
            same = [
                other
                for other in result
                if cue & set(range(*other.cue)) and content & set(range(other.content.first, other.content.stop))
                or found.content.direct and other.content == found.content
            ]
            if not same:
                result.append(found)
        return result

    def _statement(self, line: Sentence, found: Found, paragraph: int) -> Statement:
        first, stop, direct = found.content
        content = _content_of(line[first]) if direct and stop - first == 1 else (line[first].start, line[stop - 1].end)
        source_span, source = NOWHERE, NOBODY
        if found.source:
            source_span = (line[found.source[0]].start, line[found.source[1] - 1].end)
            source = self.linker.source(line, *found.source, paragraph)
        cue = (line[found.cue[0]].start, line[found.cue[1] - 1].end)
        return Statement(content, "direct" if direct else "indirect", cue, source_span, source, found.alignment)


def _content_of(token: Token) -> Span:
    """The words of a quotation, without its marks and the comma before “she said”."""
    quotation = token.quotation
    said = token.text.rstrip()
    trimmed = said.rstrip(",").rstrip() or said
    lead = len(token.text) - len(token.text.lstrip())
    return quotation.inner_start + lead, quotation.inner_start + len(trimmed)


def _covered_quotes(line: Sentence, found: Found) -> Iterator[int]:
    """The quotations that an attribution accounts for; one that a word leads, “the “threat””, stays to be shown."""
    first, stop, direct = found.content
    for position in range(first, stop):
        token = line[position]
        if not is_quote(token):
            continue
        in_phrase = position > first and line[position - 1].tag[:2] in {"DT", "JJ", "PR", "PO", "NN"}
        if direct or not isinstance(token, Quoted) or token.words > 3 or not in_phrase:
            yield position


def _table(found: list[Statement], reading: Reading) -> pd.DataFrame:
    text = reading.article.text
    unique = {(said.content, said.cue): said for said in found if said.content[0] < said.content[1]}
    ordered = sorted(unique.values(), key=lambda said: (said.span[0], -said.span[1], said.content))
    rows = []
    for number, said in enumerate(ordered):
        (start, end), (cue_start, cue_end), (source_start, source_end) = said.span, said.cue, said.source_span
        rows.append(
            {
                "start": start, "end": end, "statement": number, "source_start": source_start, "source_end": source_end,
                "source": text[source_start:source_end] if source_start >= 0 else "", "source_entity": said.source.entity,
                "source_name": said.source.name, "anonymous": said.source.anonymous, "cue_start": cue_start,
                "cue_end": cue_end, "cue": text[cue_start:cue_end] if cue_start >= 0 else "",
                "content_start": said.content[0], "content_end": said.content[1],
                "content": text[said.content[0] : said.content[1]], "kind": said.kind, "alignment": said.alignment,
                "inside": _outer(said, ordered),
            }  # fmt: skip
        )
    table = pd.DataFrame(rows, columns=[name for name in COLUMNS if name not in ("article", "paragraph", "sentence")])
    place = np.maximum(reading.sentences["start"].searchsorted(table["start"], side="right") - 1, 0)
    table = table.assign(
        article=reading.article.name,
        paragraph=reading.sentences["paragraph"].to_numpy()[place] if len(table) else [],
        sentence=reading.sentences["sentence"].to_numpy()[place] if len(table) else [],
    )
    whole = [name for name in COLUMNS if name.endswith(("start", "end")) or name in ("statement", "inside", "paragraph", "sentence")]
    return table[list(COLUMNS)].astype({**dict.fromkeys(whole, "int64"), "anonymous": bool})


def _outer(said: Statement, ordered: list[Statement]) -> int:
    """The number of the statement with the shortest content that holds this one’s; contents shrink inwards."""
    size = said.content[1] - said.content[0]
    holders = [
        (other.content[1] - other.content[0], number)
        for number, other in enumerate(ordered)
        if other.content[0] <= said.content[0]
        and said.content[1] <= other.content[1]
        and other.content[1] - other.content[0] > size
        and (said.cue == NOWHERE or other.content[0] <= said.cue[0] and said.cue[1] <= other.content[1])
    ]
    return min(holders)[1] if holders else -1
