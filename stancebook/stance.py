"""How sure an article sounds: its stance markers, engagement, reporting verbs and evaluative words, and their rates.

Stance follows Hyland (2005); the entries are those of data/lexicons/. A phrase wins over the shorter entries inside
it. Within stance and engagement together no two kept spans overlap, nor within reporting verbs, nor within evaluative
words; but one word may be counted in two of these three, as “suggests” is a hedge and a reporting verb.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from scipy.stats import chi2

from stancebook import lexicons
from stancebook.gates import GATES
from stancebook.lexicons import Entry, Lexicon
from stancebook.negation import denies_what_follows, negated, turns
from stancebook.tokens import Token, at, opens_sentence, reread
from stancebook.tokens import sentences as cut_into_sentences
from stancebook.voices import AUTHOR, with_voice

#: The categories, in display order.
CATEGORIES: tuple[str, ...] = tuple(lexicons.SUBCATEGORIES)
#: How a chart names each category.
LABELS: dict[str, str] = {
    "hedge": "Hedges",
    "booster": "Boosters",
    "attitude marker": "Attitude markers",
    "self-mention": "Self-mention",
    "engagement": "Engagement",
    "reporting verb": "Reporting verbs",
    "evaluative": "Evaluative words",
}
COLUMNS = (
    "article", "paragraph", "sentence", "start", "end", "text", "entry", "category", "subcategory", "modality",
    "appraisal", "negated", "quoted", "voice", "source", "kept", "reason",
)  # fmt: skip
OPENING, CLOSING, STRAIGHT = frozenset({"“", "``", "«"}), frozenset({"”", "''", "»"}), frozenset({'"'})
NOT_WORDS = frozenset({"PUNCT", "SYM"})
#: First token, the one past the last, the entry, and why it is turned away (empty when it is not).
Match = tuple[int, int, Entry, str]


def markers(reading, statements: pd.DataFrame | None = None, lexicon: Lexicon | None = None) -> pd.DataFrame:
    """Every stance marker of a reading, and every one that a gate turned away, sorted by start.

    ``statements`` (of ``voices.statements``) says whose voice each is in; without it, all are the author’s.

    Columns: article, paragraph, sentence, start, end, text; entry (of the lexicon); category, subcategory, modality;
    appraisal (of evaluative words: affect, judgement, appreciation); negated (a negation stands in the same clause);
    quoted (inside double quotation marks, scare quotes included); voice (“author”, or the source’s id) and source (its
    name), as ``voices.with_voice`` has them; kept, and when it is not, the reason in words.
    Count only rows that are kept. A negated “certain” or “known” is a hedge, as its row then says.
    """
    lexicon = lexicon or lexicons.load()
    words = reading.words
    article, text = reading.article.name, reading.article.text
    inside = set(words["start"][inside_quotations(words)])
    rows = []
    for paragraph, sentence, tokens in cut_into_sentences(words):
        tokens = reread(tokens, lexicon.verbs, lexicon.reporting)
        for row in _in_sentence(tokens, lexicon, inside):
            row.update(article=article, paragraph=paragraph, sentence=sentence, text=text[row["start"] : row["end"]])
            rows.append(row)
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"negated": bool, "quoted": bool, "kept": bool})
    table = table.assign(voice=AUTHOR, source="") if statements is None else with_voice(table, statements)
    return table[list(COLUMNS)].sort_values(["start", "end", "category"], kind="stable", ignore_index=True)


def inside_quotations(words: pd.DataFrame) -> pd.Series:
    """For each token, whether it stands inside double quotation marks (curly, straight or angled).

    A quotation that its paragraph does not close runs to the paragraph’s end, as long quotations are printed. Single
    quotation marks are not read: most are apostrophes. The marks themselves are not inside.
    """
    answers, open_now, current = [], False, None
    for paragraph, text in zip(words["paragraph"].tolist(), words["text"].tolist()):
        if paragraph != current:
            open_now, current = False, paragraph
        if text in OPENING or text in CLOSING or text in STRAIGHT:
            open_now = text in OPENING or (text in STRAIGHT and not open_now)
            answers.append(False)
        else:
            answers.append(open_now)
    return pd.Series(answers, index=words.index, dtype=bool)


def word_tokens(words: pd.DataFrame) -> pd.DataFrame:
    """The rows that count as words: all but punctuation and symbols, the one denominator of every rate."""
    return words[~words["part_of_speech"].isin(NOT_WORDS)]


def rates(markers: pd.DataFrame, words: pd.DataFrame, quoted: bool | None = None, by: str = "category") -> pd.DataFrame:
    """Kept markers per 1,000 word tokens, for every category (or every value of the column ``by``).

    ``words`` is the words table; punctuation is left out of it here. With ``quoted`` True or False, both markers and
    words are those inside, or outside, double quotation marks. Columns: category, count, words, per_thousand, low,
    high: the last two the exact 95 % Poisson interval (Garwood 1936), which takes the markers to fall independently.
    """
    if quoted is not None:
        markers = markers[markers["quoted"] == quoted]
        words = words[inside_quotations(words) == quoted]
    total = len(word_tokens(words))
    kept = markers[markers["kept"]]
    values = CATEGORIES if by == "category" else tuple(kept[by].drop_duplicates())
    counts = kept[by].value_counts()
    return pd.DataFrame(
        [{by: value, **_rate(int(counts.get(value, 0)), total)} for value in values],
        columns=[by, "count", "words", "per_thousand", "low", "high"],
    )


def along(markers: pd.DataFrame, words: pd.DataFrame, bins: int = 10) -> pd.DataFrame:
    """Kept markers of each category through the text, cut into ``bins`` stretches of equally many word tokens.

    Columns: bin (from 0), start, end (offsets), category, count, words, per_thousand, low, high.
    """
    tokens = word_tokens(words)
    kept = markers[markers["kept"]]
    size = len(tokens) / bins if bins else 0
    cuts = [round(size * number) for number in range(bins + 1)]
    rows = []
    for number, (first, stop) in enumerate(zip(cuts, cuts[1:])):
        if first == stop:
            continue
        start = int(tokens["start"].iloc[first]) if first else 0
        # A marker between two words (a question mark) belongs to the stretch of the word before it.
        end = int(tokens["start"].iloc[stop]) if stop < len(tokens) else int(max(words["end"]))
        here = kept["category"][(kept["start"] >= start) & (kept["start"] < end)].value_counts()
        for category in CATEGORIES:
            rate = _rate(int(here.get(category, 0)), stop - first)
            rows.append({"bin": number, "start": start, "end": end, "category": category, **rate})
    columns = ["bin", "start", "end", "category", "count", "words", "per_thousand", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def around(markers: pd.DataFrame, mentions: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """Kept markers in the sentences that name each entity, per 1,000 words of those sentences.

    A sentence that names two entities stands in both their rows, so rows must not be added up. Columns: entity,
    sentences, category, count, words, per_thousand, low, high; entities in the order of their first mention.
    """
    kept = markers[markers["kept"]]
    lengths = word_tokens(words)["sentence"].value_counts()
    rows = []
    for entity, group in mentions.groupby("entity", sort=False):
        named = set(group["sentence"])
        total = int(sum(lengths.get(sentence, 0) for sentence in named))
        here = kept["category"][kept["sentence"].isin(named)].value_counts()
        for category in CATEGORIES:
            rate = _rate(int(here.get(category, 0)), total)
            rows.append({"entity": entity, "sentences": len(named), "category": category, **rate})
    columns = ["entity", "sentences", "category", "count", "words", "per_thousand", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def _rate(count: int, words: int, level: float = 0.95) -> dict[str, float]:
    """A count per 1,000 words with its exact Poisson interval; all zero where there are no words."""
    tail = (1 - level) / 2
    thousand = 1000 / words if words else 0.0
    low = chi2.ppf(tail, 2 * count) / 2 if count else 0.0
    high = chi2.ppf(1 - tail, 2 * count + 2) / 2
    return {
        "count": count,
        "words": words,
        "per_thousand": count * thousand,
        "low": low * thousand,
        "high": high * thousand,
    }


def _layer(category: str) -> str:
    """Spans may not overlap within a layer: reporting verbs, evaluative words, and all stance and engagement."""
    return category if category in {"reporting verb", "evaluative"} else "stance"


def _in_sentence(tokens: list[Token], lexicon: Lexicon, inside: set[int]) -> Iterator[dict]:
    matches = list(_matches(tokens, lexicon))
    claimed_phrases: set[int] = set()
    chosen: list[Match] = []
    for layer in ("stance", "reporting verb", "evaluative"):
        layer_matches = [match for match in matches if _layer(match[2].category) == layer]
        for first, stop, entry, reason in _without_overlap(tokens, layer_matches):
            chosen.append((first, stop, entry, reason))
            if layer == "stance" and not reason and stop - first > 1 and not denies_what_follows(entry.words):
                claimed_phrases.update(range(first, stop))
    for first, stop, entry, reason in chosen:
        is_negated = negated(tokens, first, stop, besides=claimed_phrases)
        category, subcategory = entry.category, entry.subcategory
        if is_negated and not reason and turns(tokens, first, entry.when_negated):
            category = entry.when_negated
            subcategory = {"hedge": "plausibility hedge", "booster": "certainty"}[category]
        yield {
            "start": tokens[first].start,
            "end": tokens[stop - 1].end,
            "entry": entry.entry,
            "category": category,
            "subcategory": subcategory,
            "modality": entry.modality,
            "appraisal": entry.appraisal,
            "negated": is_negated,
            "quoted": tokens[first].start in inside,
            "kept": not reason,
            "reason": reason,
        }
    yield from _question(tokens, inside)


def _question(tokens: list[Token], inside: set[int]) -> Iterator[dict]:
    """One engagement marker per sentence that ends in a question mark; a source’s own question is turned away."""
    marks = [number for number, token in enumerate(tokens) if token.text.endswith("?")]
    if not marks or any(token.is_word for token in tokens[marks[-1] + 1 :]):
        return
    mark = tokens[marks[-1]]
    asked_by_source = mark.start in inside
    yield {
        "start": mark.end - 1,
        "end": mark.end,
        "entry": "?",
        "category": "engagement",
        "subcategory": "question",
        "modality": "",
        "appraisal": "",
        "negated": False,
        "quoted": asked_by_source,
        "kept": not asked_by_source,
        "reason": "asked inside quotation marks, by a source" if asked_by_source else "",
    }


def _matches(tokens: list[Token], lexicon: Lexicon) -> Iterator[Match]:
    for first, token in enumerate(tokens):
        for key in token.keys:
            for entry in lexicon.by_first_word.get(key, ()):
                stop = first + len(entry.words)
                if entry.parts_of_speech and entry.parts_of_speech.isdisjoint(_parts_of_speech(tokens, first)):
                    continue
                if all(word in at(tokens, first + n).keys for n, word in enumerate(entry.words)):
                    reason = _turned_away(tokens, first, stop, entry)
                    if reason is not None:
                        yield first, stop, entry, reason


def _parts_of_speech(tokens: list[Token], first: int) -> frozenset[str]:
    """What the token may be: a lone capitalized word that opens a sentence may be a noun or adjective like any other.

    “Anger grew” and “Collapse looms” are often tagged as names for their capital alone.
    """
    token = tokens[first]
    alone = opens_sentence(tokens, first) and at(tokens, first + 1).part_of_speech != "PROPN"
    if token.part_of_speech == "PROPN" and alone and token.text[1:].islower():
        return frozenset({"PROPN", "NOUN", "ADJ"})
    return frozenset({token.part_of_speech})


def _turned_away(tokens: list[Token], first: int, stop: int, entry: Entry) -> str | None:
    """Why a match does not stand: what its gate says, or what holds for its whole category."""
    reason = GATES[entry.gate](tokens, first, stop) if entry.gate else ""
    if reason != "":
        return reason
    if entry.category == "reporting verb" and at(tokens, first - 1).form == "i":
        return "said by the author, so it reports no source"
    if entry.category == "evaluative" and _parts_of_speech(tokens, first) == {"PROPN"}:
        return "part of a name"
    return ""


def _without_overlap(tokens: list[Token], matches: list[Match]) -> list[Match]:
    """The longest matches first, each token once; one that a gate turns away makes room for the shorter ones.

    Of two entries for the same span, the one that is spelled like it goes first (“worse” before “bad”), then the one
    that stands first in its file. A span turned away for one entry and kept for another is not in the ledger, nor is
    one inside a longer kept span.
    """

    def rank(match: Match) -> tuple:
        first, stop, entry, reason = match
        spelled_alike = all(token.form == word for token, word in zip(tokens[first:stop], entry.words))
        return bool(reason), first - stop, first, not spelled_alike, entry.line

    taken: set[int] = set()
    result = []
    for match in sorted(matches, key=rank):
        span = range(match[0], match[1])
        if taken.isdisjoint(span):
            taken.update(span)
            result.append(match)
    return result
