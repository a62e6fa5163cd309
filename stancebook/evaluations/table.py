"""The table of evaluations: who is judged in each sentence, how, by what words, in whose voice, and how surely."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from stancebook import entities, knowledge, language, stance
from stancebook.evaluations import confidence
from stancebook.evaluations.candidates import Candidate, candidates
from stancebook.evaluations.confidence import Settings
from stancebook.evaluations.constructions import CONSTRUCTIONS
from stancebook.evaluations.occlusion import carrying
from stancebook.language import Reading
from stancebook.voices import with_voice

COLUMNS = (
    "article", "paragraph", "sentence", "start", "end", "text", "entity", "name", "polarity", "confidence", "voice",
    "source", "given", "tier", "reason", "pattern",
)  # fmt: skip
POLARITIES = ("negative", "neutral", "positive")
#: How far a judgement is to be believed: counted; shown beside, less sure; left open; and "" where there is none.
JUDGED, LEANS, OPEN = TIERS = ("judged", "leaning", "open")
#: From this confidence on the table says which way a sentence leans, though it may not be given.
LEANING = 0.5
#: Whom the reader’s training data judge; of others it is no judge by itself.
LEARNED = ("PER", "ORG")
READER = "reader"
BELOW, NO_WORDS, SCARE = "below the threshold", "no words that judge are said of it", "in scare quotes"
TURN, WHOM = "a turn of phrase, without a word that judges", "whom the pronoun means is not sure"


class Row(NamedTuple):
    """One evaluation before it is put into the table."""

    start: int
    end: int
    sentence: int
    entity: str
    name: str
    polarity: str
    confidence: float
    tier: str
    reason: str
    pattern: str
    holder: tuple[str, str] | None = None


def evaluations(
    reading: Reading,
    mentions: pd.DataFrame,
    statements: pd.DataFrame,
    markers: pd.DataFrame | None = None,
    *,
    least_confidence: float | None = None,
    known: knowledge.Knowledge | None = None,
) -> pd.DataFrame:
    """Every entity in every sentence that mentions it: each phrase that judges it, or that nothing does; sorted by start.

    Columns: article, paragraph, sentence, start, end, text (the words that carry the judgement; where there are none,
    the mention), entity and name (of ``mentions``), polarity (negative, positive; neutral where nothing is said),
    confidence (0 to 1, that the polarity is right), voice and source (whose judgement, as ``voices.with_voice`` has
    it), given (surer than the threshold chosen on development data, or than ``least_confidence``), tier (TIERS: judged
    is what is given; leaning what words or a turn of phrase say less surely; open what the reader alone makes of it),
    reason (why a polarity is not given), pattern (how the words are attached; “reader” where the sentence reader alone
    judges). A pronoun that is no mention, but likely means an entity, may make a leaning, in which its doubt is counted.

    Words of data/lexicons/ are attached to entities along the dependency tree (Bloom, Garg & Argamon 2007) and weighed
    together with the sentence reader’s polarity. A voice is never judged by its own judging of others.
    """
    unsure = entities.unsure(reading, mentions, known or knowledge.load())
    mentions = pd.concat([mentions.assign(sure=True), unsure.assign(sure=False)]).sort_values("start", kind="stable", ignore_index=True)
    markers = stance.markers(reading, statements) if markers is None else markers
    settings = confidence.load()
    chances = language.polarities(reading, mentions) if len(mentions) else mentions.assign(negative=0.0, neutral=0.0, positive=0.0)
    evaluative = markers[(markers["category"] == "evaluative") & markers["kept"]]
    quoted = _scare_quotes(statements)
    found: list[Row] = []
    by_mention: dict[int, list[Candidate]] = defaultdict(list)
    said: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for candidate in candidates(reading, mentions, markers):
        by_mention[candidate.mention].append(candidate)
        said[candidate.sentence].add((candidate.start, mentions.at[candidate.mention, "entity"]))
    for (number, _), rows in chances.groupby(["sentence", "entity"], sort=False):
        phrases = [
            _of_words(candidate, row, settings, least_confidence, quoted)
            for row in rows.itertuples()
            for candidate in by_mention[row.Index]
        ]
        taken = {start for start, entity in said[number] if entity != rows["entity"].iloc[0]}
        if phrases:
            found += _distinct(phrases)
        elif rows["sure"].any():
            found.append(_of_reader(rows[rows["sure"]], reading, evaluative, taken, settings, least_confidence))
    return _table(found, reading, statements)


def _of_words(candidate: Candidate, row, settings: Settings, least: float | None, quoted: list[tuple[int, int]]) -> Row:
    judged = candidate.judged
    words = confidence.of_words(judged, settings.words)
    # A turn of phrase is often ironic, which the reader does not see.
    kind = "words" if row.type in LEARNED and judged.pattern not in CONSTRUCTIONS else "alone"
    sure = confidence.alone(words)
    if kind == "words":
        sure = confidence.together(words, getattr(row, judged.polarity), settings.together)
    reason = "" if sure >= (settings.thresholds[kind] if least is None else least) else BELOW
    if judged.pattern in CONSTRUCTIONS:
        reason = TURN
    if not row.sure:
        sure, reason = sure * row.confidence, WHOM
    tier = (LEANS if sure >= LEANING else OPEN) if reason else JUDGED
    if any(start <= candidate.start and candidate.end <= end and not start <= row.start < end for start, end in quoted):
        tier, reason = OPEN, SCARE
    return Row(
        candidate.start, candidate.end, candidate.sentence, row.entity, row.name, judged.polarity, sure, tier, reason,
        judged.pattern, candidate.holder,
    )  # fmt: skip


def _of_reader(
    rows: pd.DataFrame, reading: Reading, evaluative: pd.DataFrame, taken: set[int], settings: Settings, least: float | None
) -> Row:
    """What the sentence reader makes of an entity of which no words of the lexicons are said."""
    leaning = rows[["negative", "positive"]].max(axis=1)
    best = rows.loc[leaning.idxmax()]
    polarity = "negative" if best["negative"] > best["positive"] else "positive"
    sure = float(best[polarity])
    place = (int(best["start"]), int(best["end"]))
    if sure < LEANING:
        return Row(*place, best["sentence"], best["entity"], best["name"], "neutral", float(best["neutral"]), "", "", READER)
    reason = BELOW
    if sure >= (settings.thresholds["reader"] if least is None else max(least, settings.thresholds["reader"])):
        words = carrying(reading, best, polarity, evaluative, taken) if best["type"] in LEARNED else None
        place, reason = (words, "") if words else (place, NO_WORDS)
    return Row(*place, best["sentence"], best["entity"], best["name"], polarity, sure, OPEN if reason else JUDGED, reason, READER)


def _scare_quotes(statements: pd.DataFrame) -> list[tuple[int, int]]:
    scare = statements[statements["kind"] == "scare quote"]
    return list(zip(scare["content_start"], scare["content_end"]))


def _distinct(phrases: list[Row]) -> list[Row]:
    """The surest of those whose words overlap: one judgement is not counted twice.

    Where a verb says who judges, it goes before the deed that it charges someone with.
    """
    kept: list[Row] = []
    for row in sorted(phrases, key=lambda row: (row.pattern != "judged", row.tier != JUDGED, -row.confidence, row.start)):
        if not any(row.start < other.end and other.start < row.end for other in kept):
            kept.append(row)
    return kept


def _table(found: list[Row], reading: Reading, statements: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame(sorted(found, key=lambda row: (row.start, row.end, row.entity)), columns=list(Row._fields))
    text = reading.article.text
    paragraphs = dict(zip(reading.sentences["sentence"], reading.sentences["paragraph"]))
    table = with_voice(table, statements)
    for index, holder in table["holder"].items():
        if holder is not None and table.at[index, "voice"] != holder[0]:
            table.at[index, "voice"], table.at[index, "source"] = holder
    table = table.assign(
        article=reading.article.name,
        given=table["tier"] == JUDGED,
        paragraph=[paragraphs[number] for number in table["sentence"]],
        text=[text[start:end] for start, end in zip(table["start"], table["end"])],
    )
    whole = dict.fromkeys(("paragraph", "sentence", "start", "end"), "int64")
    return table[list(COLUMNS)].astype({**whole, "confidence": float, "given": bool}).reset_index(drop=True)
