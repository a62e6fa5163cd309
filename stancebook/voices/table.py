"""The table of statements: every attribution of a reading, in offsets into its text."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from stancebook import knowledge, lexicons
from stancebook.language import Reading
from stancebook.lexicons import Lexicon
from stancebook.tokens import FINITE, Sentence, Token
from stancebook.voices import adjectives, clauses, nominal, phrases, questioned, quotations, quoted, standpoints, tellings
from stancebook.voices.clauses import Alignments
from stancebook.voices.interviews import spoken
from stancebook.voices.heard import with_speakers
from stancebook.voices.introduced import introduced
from stancebook.voices.mending import mended
from stancebook.voices.quotations import is_utterance
from stancebook.voices.quoted import Placed
from stancebook.voices.sources import NOBODY, Linker, Source, ministries, voiceless
from stancebook.voices.statement import NOWHERE, Span, Statement, as_quoted, called, is_told, scared
from stancebook.voices.trees import Tree, trees

COLUMNS = (
    "article", "paragraph", "sentence", "start", "end", "statement", "source_start", "source_end", "source",
    "source_entity", "source_name", "anonymous", "cue_start", "cue_end", "cue", "content_start", "content_end", "content",
    "kind", "alignment", "inside",
)  # fmt: skip
KINDS = ("direct", "indirect", "scare quote")



def statements(reading: Reading, mentions: pd.DataFrame, lexicon: Lexicon | None = None) -> pd.DataFrame:
    """Every attribution of the reading: a row per source, cue and sentence of content, sorted by start.

    Columns: article, paragraph, sentence, start, end (the whole attribution); statement (from 0); source_start,
    source_end, source (its words); source_entity (of ``mentions``), source_name (to show; of a source
    without entity its words with their article), anonymous; cue_start, cue_end, cue; content_start, content_end,
    content; kind (direct, indirect, scare quote); alignment (acknowledge, endorse, distance, or empty); inside (the
    statement whose content this one stands in, or -1). A span that is missing is -1/-1. A content goes over a “she
    said” within it; each further sentence of a quotation is a row of its own, with its speaker and without source and
    cue.
    """
    found = _Finder(reading, mentions, lexicon or lexicons.load()).statements()
    return _table(found, reading)


class _Finder:
    """Walks through the paragraphs; keeps whose quotation an unclosed one goes on with."""

    def __init__(self, reading: Reading, mentions: pd.DataFrame, lexicon: Lexicon):
        self.text = reading.article.text
        self.sentences = list(zip(reading.sentences["start"], reading.sentences["end"]))
        self.alignments = Alignments(lexicon)
        known = knowledge.load()
        self.linker = Linker(mentions, ministries(known), voiceless(known))
        self.paragraphs: dict[int, list[Tree]] = {}
        #: What the paragraph before holds, for a quotation that goes on with its speaker.
        self.spoken: list[Statement] = []
        self.turns: dict[int, list[Statement]] = {}
        for paragraph, span, source in spoken(reading, mentions):
            self.turns.setdefault(paragraph, []).append(Statement(self._trimmed(*span), "direct", source=source))
        self.trees = [mended(tree) for tree in with_speakers(trees(reading.words, lexicon), reading.attributions)]
        for tree in self.trees:
            self.paragraphs.setdefault(tree.paragraph, []).append(tree)

    def statements(self) -> list[Statement]:
        found: list[Statement] = []
        unclosed: Statement | None = None
        for paragraph, inside in self.paragraphs.items():
            turn = self.turns.get(paragraph, [])
            tokens = [(tree.sentence, token) for tree in inside for token in tree.tokens]
            bounds = quotations.quotations(self.text, tokens[0][1].start, tokens[-1][1].end)
            for tree in inside:
                self.linker.learn(tree, [(one.start, one.end) for one in bounds if one.end - one.start > LONG])
            where = {token.start: Placed(tree, place) for tree in inside for place, token in enumerate(tree.tokens)}
            direct = [piece for said in self._stretch(tokens, where, unclosed) for piece in self._by_sentence(said)]
            reported = self._reported(inside, direct)
            direct = [self._with_cue(said, inside, reported) for said in direct]
            reported = [called(said, direct) for said in reported]
            predicates = {start for start, (tree, place) in where.items() if tree.tokens[place].tag in FINITE}
            kept = [scared(said, [*reported, *turn]) for said in direct if not is_told(said, reported, predicates)]
            self.spoken = self._with_speaker(kept + [as_quoted(said, direct) for said in reported])
            found += self.spoken + turn
            unclosed = self._left_open(tokens, direct)
        return found

    def _reported(self, inside: list[Tree], direct: list[Statement]) -> list[Statement]:
        """What verbs, nouns and phrases report in the sentences of a paragraph, beside its quotations."""
        cues = {said.cue for said in direct if said.kind == "direct"}
        bounds = [said.content for said in direct if said.kind == "direct"]
        found = []
        for tree in inside:
            for one in self._in_tree(tree):
                said = self._statement(tree, one, bounds)
                if (one.shares or said.cue not in cues) and said.content[0] < said.content[1]:
                    cues.add(said.cue)
                    found.append(said)
        return found

    def _with_speaker(self, here: list[Statement]) -> list[Statement]:
        """Quotations that nothing attributes are of whoever spoke, by name or as a person, in the sentence before."""
        result: list[Statement] = []
        for said in sorted(here, key=lambda one: one.content):
            if said.kind == "direct" and said.cue == NOWHERE and not said.source.name:
                place = self._sentence_of(said.content[0])
                # “She doubts that it will last: “It may be beautiful.””
                nearest = place - (not self._announced(said.content[0]))
                before = [
                    one for one in result
                    if one.kind != "scare quote" and one.source.name and self._sentence_of(one.content[0]) == nearest
                ]  # fmt: skip
                # Of nested voices the outer one speaks.
                outer = max(before, key=lambda one: one.content[1] - one.content[0]).source if before else None
                said = said._replace(source=outer or self._introduced(said, place, here) or said.source)
            result.append(said)
        return result

    def _introduced(self, said: Statement, place: int, here: list[Statement]) -> Source | None:
        """Who is brought on before a quotation that stands alone: in the sentence before, or in the paragraph before."""
        first, end = self.sentences[place]
        alone = self.text[first : said.content[0]].strip() in OPENING and not self.text[said.content[1] : end].strip(CLOSING)
        if not alone or not place:
            return None
        before, tree = self.trees[place - 1], self.trees[place]
        if before.paragraph == tree.paragraph:
            return introduced(before, self.linker)
        if any(one.kind == "direct" and one.source.name and one.cue != NOWHERE for one in here):
            return None
        start, end = self.sentences[place - 1]
        spoken = [one for one in self.spoken if one.kind == "direct" and start <= one.content[0] < end]
        if not spoken:
            return introduced(before, self.linker)
        asked = "?" in self.text[spoken[-1].content[1] - 1 : spoken[-1].content[1] + 1]
        return spoken[-1].source if spoken[-1].source.name and not asked else None

    def _announced(self, quotation: int) -> bool:
        """Whether a colon stands before the words of a quotation."""
        return self.text[max(quotation - 3, 0) : quotation].rstrip(OPENING_MARKS).endswith(":")

    def _sentence_of(self, offset: int) -> int:
        return next((number for number, (_, end) in enumerate(self.sentences) if offset < end), len(self.sentences))

    def _with_cue(self, said: Statement, inside: list[Tree], reported: list[Statement]) -> Statement:
        """A scare quote that is the object of somebody’s reporting verb: they praised our “maturity”."""
        if said.kind != "scare quote":
            return said
        for tree in inside:
            words = [
                place for place, token in enumerate(tree.tokens) if said.content[0] <= token.start < said.content[1]
            ]
            tops = [place for place in words if tree.heads[place] not in words]
            if not tops or tree.relations[tops[0]] not in {"obj", "obl", "xcomp"}:
                continue
            verb = tree.heads[tops[0]]
            lemma = clauses.reporting_lemma(tree, verb, self.alignments)
            cue = _offsets(tree, (verb, verb + 1))
            source = clauses.source_of(tree, verb)
            spoken = (
                lemma
                and source is not None
                and clauses.may_speak(tree, source, lemma)
                and not clauses.is_passive(tree, verb)
            )
            if spoken and all(other.cue != cue for other in reported):
                source_span, meant = self._source(Placed(tree, source))
                return said._replace(cue=cue, source_span=source_span, source=meant)
        return said

    def _in_tree(self, tree: Tree) -> Iterator[clauses.Found]:
        for found in WITHOUT_VERB:
            yield from found(tree)
        yield from clauses.attributions(tree, self.alignments)
        yield from nominal.nouns(tree, self.alignments)

    def _statement(self, tree: Tree, one: clauses.Found, bounds: list[Span]) -> Statement:
        cue = _offsets(tree, one.cue)
        start, end = _offsets(tree, one.content)
        for first, stop in bounds:
            # What is reported within a quotation ends with it.
            if first <= cue[0] < stop:
                start, end = max(start, first), min(end, stop)
            if cue[0] < start < first < end and self._announced(first):
                # “doubts that it will last: “It may be beautiful.””
                end = self.text.rindex(":", start, first)
        source_span, source = self._source(Placed(tree, one.source) if one.source is not None else None)
        return Statement((start, end), "indirect", cue, source_span, source, one.alignment, one.calls)

    def _source(self, placed: Placed | None) -> tuple[Span, Source]:
        if placed is None:
            return NOWHERE, NOBODY
        span, source = self.linker.of(*placed)
        return _offsets(placed.tree, span), source

    def _stretch(
        self, tokens: list[tuple[int, Token]], where: dict[int, Placed], unclosed: Statement | None = None
    ) -> Iterator[Statement]:
        """The quotations of a paragraph, or of the inside of a quotation."""
        if not tokens:
            return
        start, end = tokens[0][1].start, tokens[-1][1].end
        last: Statement | None = unclosed
        for number, line in enumerate(quotations.lines(tokens, self.text, start, end)):
            here = list(self._line(line, where, last if number or unclosed else None))
            yield from here
            direct = [said for said in here if said.kind == "direct" and said.source.name]
            last = direct[-1] if direct else None
        for quotation in quotations.quotations(self.text, start, end):
            inner = [
                pair for pair in tokens if quotation.inner_start <= pair[1].start and pair[1].end <= quotation.inner_end
            ]
            if len(inner) < len(tokens):
                yield from self._stretch(inner, where)

    def _line(self, line: Sentence, where: dict[int, Placed], last: Statement | None) -> Iterator[Statement]:
        taken: set[int] = set()
        for found in quoted.attributed(line, where, self.alignments):
            source_span, source = self._source(found.source)
            cue = _offsets(found.cue.tree, (found.cue.place, found.cue.place + 1)) if found.cue else NOWHERE
            content = _content_of(line[min(found.quotes)])[0], _content_of(line[max(found.quotes)])[1]
            taken.update(range(min(found.quotes), max(found.quotes) + 1))
            yield Statement(content, "direct", cue, source_span, source, found.alignment)
        for position, kind in quoted.bare(line, taken):
            token = line[position]
            if last is not None and position == 0 and is_utterance(token) and len(line) <= 2:
                # A further quotation, with nothing between, has the speaker of the one before.
                yield last._replace(
                    content=_content_of(token), kind="direct", cue=NOWHERE, source_span=NOWHERE, alignment=""
                )
            elif kind == "direct":
                yield Statement(_content_of(token), "direct")
            else:
                yield Statement(_content_of(token), "scare quote", alignment="distance")

    def _by_sentence(self, said: Statement) -> Iterator[Statement]:
        """A quotation of several sentences as a row for each; source and cue go with their own sentence."""
        first, stop = said.content
        parts = [(max(start, first), min(end, stop)) for start, end in self.sentences if start < stop and end > first]
        if len(parts) < 2:
            yield said._replace(content=self._trimmed(*said.content))
            return
        home = next((place for place, (start, end) in enumerate(self._homes(parts)) if start <= said.cue[0] < end), 0)
        for place, (start, end) in enumerate(parts):
            content = self._trimmed(start, end)
            own = said if place == home else said._replace(cue=NOWHERE, source_span=NOWHERE, alignment="")
            if content[0] < content[1]:
                yield own._replace(content=content)

    def _homes(self, parts: list[Span]) -> list[Span]:
        return [
            next((start, end) for start, end in self.sentences if start < right and end > left) for left, right in parts
        ]

    def _trimmed(self, start: int, end: int) -> Span:
        """Without quotation marks, blanks, and the full stop or comma at the edge."""
        while start < end and (self.text[start].isspace() or self.text[start] in EDGES):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in EDGES + ".,;:"):
            end -= 1
        return start, end

    def _left_open(self, tokens: list[tuple[int, Token]], here: list[Statement]) -> Statement | None:
        start, end = tokens[0][1].start, tokens[-1][1].end
        last = next(iter(reversed(quotations.quotations(self.text, start, end))), None)
        if last is None or last.closed:
            return None
        return next(
            (said for said in reversed(here) if said.content[0] >= last.inner_start and said.kind == "direct"), None
        )







#: What finds attributions that no reporting verb makes, in the order in which they count.
WITHOUT_VERB = (
    phrases.adverbials, phrases.views, standpoints.standpoints, phrases.set_phrases, tellings.tellings,
    questioned.questioned, adjectives.adjectives, adjectives.manners,
)  # fmt: skip
#: Characters from which a quotation holds speech rather than a word.
LONG = 30
OPENING, CLOSING = ("", "“", '"', "„", "«", "‘"), "”\"»’ .,;:?!…\n"
OPENING_MARKS = "“„«‘ \"\n"
EDGES = '“”"‘«»—–'


def _offsets(tree: Tree, places: tuple[int, int]) -> Span:
    first, stop = places
    return (tree.tokens[first].start, tree.tokens[stop - 1].end) if first < stop else NOWHERE


def _content_of(token: Token) -> Span:
    """The words of a quotation, without its marks and the comma before “she said”."""
    return token.quotation.inner_start, token.quotation.inner_end


def _table(found: list[Statement], reading: Reading) -> pd.DataFrame:
    text = reading.article.text
    unique = {(said.content, said.cue): said for said in reversed(found) if said.content[0] < said.content[1]}
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
    place = np.maximum(reading.sentences["start"].searchsorted(table["content_start"], side="right") - 1, 0)
    table = table.assign(
        article=reading.article.name,
        paragraph=reading.sentences["paragraph"].to_numpy()[place] if len(table) else [],
        sentence=reading.sentences["sentence"].to_numpy()[place] if len(table) else [],
    )
    whole = [
        name
        for name in COLUMNS
        if name.endswith(("start", "end")) or name in ("statement", "inside", "paragraph", "sentence")
    ]
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
