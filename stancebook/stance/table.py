"""How sure an article sounds: its stance markers, engagement, reporting verbs and evaluative words, and their rates.

Stance follows Hyland (2005); the entries are those of data/lexicons/. A phrase wins over the shorter entries inside
it. Within stance and engagement together no two kept spans overlap but for pronouns, which count inside a longer
marker too (“as far as I can tell”), nor within reporting verbs, nor within evaluative words; but one word may be
counted in two of these, as “suggests” is a hedge and a reporting verb.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
from scipy.stats import chi2

from stancebook import lexicons
from stancebook.lexicons import Lexicon
from stancebook.lexicons.matching import in_sentence
from stancebook.lexicons.persons import SELVES, whose_we
from stancebook.stance.whose import spoken, with_marker_voice
from stancebook.tokens import Sentence, reread
from stancebook.tokens import sentences as cut_into_sentences
from stancebook.voices import AUTHOR, innermost, with_voice

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
#: Whose words are counted apart.
SIDES = ("author", "sources")
COLUMNS = (
    "article", "paragraph", "sentence", "start", "end", "text", "entry", "category", "subcategory", "modality",
    "appraisal", "negated", "quoted", "voice", "source", "kept", "reason",
)  # fmt: skip
OPENING, CLOSING, STRAIGHT = frozenset({"“", "``", "«"}), frozenset({"”", "''", "»"}), frozenset({'"'})
NOT_WORDS = frozenset({"PUNCT", "SYM"})
#: How often an author says I, outside quotations, to count as one person who tells something.
NARRATES = 2


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
    rows = []
    sentences = _in_context(words, statements, text)
    for paragraph, sentence, tokens in sentences:
        tokens = reread(tokens, lexicon.verbs, lexicon.reporting)
        for row in in_sentence(tokens, lexicon):
            row.update(article=article, paragraph=paragraph, sentence=sentence, text=text[row["start"] : row["end"]])
            rows.append(row)
    quoted = set(words["start"][inside_quotations(words)])
    # An empty table has the types of a full one.
    types = dict.fromkeys(("paragraph", "sentence", "start", "end"), int) | {"negated": bool, "kept": bool}
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype(types)
    table["quoted"] = table["start"].isin(quoted) | (table["end"] - 1).isin(quoted)
    voiceless = table.assign(voice=AUTHOR, source="")
    table = voiceless if statements is None else with_marker_voice(table, statements, text, sentences)
    return table[list(COLUMNS)].sort_values(["start", "end", "category"], kind="stable", ignore_index=True)


def _in_context(words: pd.DataFrame, statements: pd.DataFrame | None, text: str) -> list[tuple[int, int, Sentence]]:
    """The sentences, their tokens told what surrounds them: speaker, cue and is_cue (see ``tokens.Token``)."""
    starts = words["start"].to_numpy()
    quoted = inside_quotations(words).to_numpy(copy=True)
    context: dict[int, dict] = {start: {} for start in starts}
    if statements is not None and len(statements):
        lemmas = dict(zip(words["start"], words["lemma"]))
        own_words, cues = spoken(statements, text), statements.set_index("statement")["cue_start"].to_dict()
        numbers = innermost(starts, statements)
        for start, number in zip(starts, numbers):
            if number >= 0 and number not in own_words:
                context[start]["cue"] = lemmas.get(cues[number], "say")
        quoted |= [number in own_words for number in numbers]
        for first, stop in zip(statements["cue_start"], statements["cue_end"]):
            for start in starts[(starts >= first) & (starts < stop)]:
                context[start]["is_cue"] = True
    for start in starts[quoted]:
        context[start]["speaker"] = "source"
    sentences = [
        (paragraph, number, [replace(token, **context[token.start]) for token in tokens])
        for paragraph, number, tokens in cut_into_sentences(words)
    ]
    selves = words["text"].str.lower().isin(SELVES) & words["tag"].str.startswith("PRP") & ~quoted
    speaker = whose_we([tokens for _, _, tokens in sentences], narrates=int(selves.sum()) >= NARRATES)
    return [
        (paragraph, number, [token if token.speaker else replace(token, speaker=speaker) for token in tokens])
        for paragraph, number, tokens in sentences
    ]


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


def rates(markers: pd.DataFrame, words: pd.DataFrame, by: str = "category") -> pd.DataFrame:
    """Kept markers per 1,000 word tokens, for every category (or every value of the column ``by``).

    ``words`` is the words table; punctuation is left out of it here. Columns: category, count, words, per_thousand,
    low, high: the last two the exact 95 % Poisson interval (Garwood 1936), which takes the markers to fall
    independently.
    """
    total = len(word_tokens(words))
    kept = markers[markers["kept"]]
    values = CATEGORIES if by == "category" else tuple(kept[by].drop_duplicates())
    counts = kept[by].value_counts()
    return pd.DataFrame(
        [{by: value, **_rate(int(counts.get(value, 0)), total)} for value in values],
        columns=[by, "count", "words", "per_thousand", "low", "high"],
    )


def rates_by_voice(markers: pd.DataFrame, words: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The rates in the author’s words and in the sources’, each per 1,000 word tokens of its own.

    ``markers`` with the voices that ``markers`` gives them by these ``statements``. A side without words has no rate,
    and no rows. Columns: side (author, sources), then those of ``rates``.
    """
    tokens = word_tokens(words)
    spoken = with_voice(tokens, statements)["voice"].to_numpy() != AUTHOR
    sides = [
        rates(markers[(markers["voice"] != AUTHOR) == (side == "sources")], tokens[spoken == (side == "sources")])
        for side in SIDES
    ]
    named = [table.assign(side=side) for side, table in zip(SIDES, sides) if table["words"].iat[0]]
    columns = ["side", "category", "count", "words", "per_thousand", "low", "high"]
    return pd.concat(named, ignore_index=True)[columns] if named else pd.DataFrame(columns=columns)


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
