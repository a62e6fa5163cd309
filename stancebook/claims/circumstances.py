"""Where, when and of what doing a figure is given: what else must agree before two figures count the same thing."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

import pandas as pd

from stancebook import trees
from stancebook.claims.lines import Line, lines, segment_of
from stancebook.claims.moments import DAYS, MONTHS
from stancebook.claims.units import FATES, PLACING
from stancebook.tokens import NEGATIONS, at
from stancebook.voices.frames import COUNTING, FIGURING, FURTHER, SAYING, SPEAKING

#: Verbs that say who gives a figure, and nothing of those who are counted.
GIVING = SPEAKING | SAYING | COUNTING | FIGURING | FURTHER | frozenset("give put".split())
#: Doings that count the same ones; the first stands for all.
_SAME = (
    "be exist remain stand have number total amount station deploy mass amass concentrate gather assemble",
    "come arrive cross enter reach",
    "march demonstrate protest rally attend join participate",
)
SAME = {verb: group.split()[0] for group in _SAME for verb in group.split()}
PRESENCE = "be"
#: What comes between two figures that one voice sets against each other: “not 30 but 10”, “10, not 30”, “10 rather than 30”.
SETTING_AGAINST = re.compile(r"\b(?:but|rather than|instead of|and not)\b|, not\b", re.IGNORECASE)
NOW = frozenset("now nowadays currently today presently".split())
#: How many days before an article’s date still are its present.
RECENT = 92


@dataclass(frozen=True)
class Circumstances:
    """What the sentence of a figure says beside what is counted; empty where it says nothing.

    ``places`` are names, ``moments`` ISO dates, or their words where these are not resolved; ``recent`` says that no
    other time than the article’s own is named. ``doing`` is the verb that the counted ones do or undergo, ``actor``
    who does it to them or has them, ``tense`` past, present or future where that is certain.
    """

    sentence: int
    places: frozenset[str]
    moments: frozenset[str]
    recent: bool
    doing: str
    actor: str
    tense: str


def circumstances(figures: pd.DataFrame, dates: pd.DataFrame, reading) -> dict[int, Circumstances]:
    """The circumstances of each of ``figures``, by its index; ``dates`` are the other claims of the same article."""
    by_sentence = {line.sentence: line for line in lines(reading)}
    first = figures.groupby("sentence")["start"].min()
    result = {}
    for row in figures.itertuples():
        line = by_sentence[row.sentence]
        within = _span(line, row.start)
        here = dates[dates["sentence"] == row.sentence]
        own = here[(here["start"] >= within[0]) & (here["start"] < within[1])]
        if own.empty and not _is_now(line, within):
            own = here[here["end"] <= first[row.sentence]]
        doing, actor, tense = _doing(line, row.start, row.end)
        result[row.Index] = Circumstances(
            row.sentence,
            _places(line, within) or _places(line, (line.start, int(first[row.sentence]))),
            frozenset(date.value or date.text.lower() for date in own.itertuples() if date.unit != "time"),
            all(_is_recent(date, reading.article.date) for date in own.itertuples()),
            doing, actor, tense,
        )  # fmt: skip
    return result


def agree(one: Circumstances, other: Circumstances, *, elliptic: bool = False) -> bool:
    """Whether two figures may be of the same place, time and doing.

    What only one of them says holds for both where they stand side by side. ``elliptic``: one takes its noun from the
    other, and with it what is done.
    """
    beside = abs(one.sentence - other.sentence) <= 1
    if not _compatible(one.places, other.places, beside):
        return False
    if not _compatible(one.moments, other.moments, beside and one.recent and other.recent):
        return False
    if one.tense and other.tense and one.tense != other.tense:
        return False
    if elliptic:
        return True
    if one.actor and other.actor and one.actor != other.actor:
        return False
    return one.doing == other.doing or (beside and not (one.doing and other.doing))


def tied(one: Circumstances, other: Circumstances) -> bool:
    """Whether two figures stand side by side, or name the same place, time or doing."""
    shared = one.places & other.places or one.moments & other.moments
    return abs(one.sentence - other.sentence) <= 1 or bool(shared) or one.doing == other.doing not in {"", PRESENCE}


def set_against(one, other, text: str) -> bool:
    """Whether the words between two figures of one sentence set one against the other: ``text`` is the article’s."""
    first, last = sorted((one, other), key=lambda row: row.start)
    if one.sentence != other.sentence:
        return False
    before = re.findall(r"[\w’']+", text[max(first.start - 12, 0) : first.start].lower())[-1:]
    between = text[first.end : last.start]
    found = SETTING_AGAINST.search(between)
    if found is None:
        return False
    return found[0].lower() != "but" or bool(NEGATIONS.intersection(before)) or first.polarity == "negative"


def _compatible(mine: frozenset[str], its: frozenset[str], one_will_do: bool) -> bool:
    if mine and its:
        return bool(mine & its)
    return one_will_do or not (mine or its)


def _span(line: Line, offset: int) -> tuple[int, int]:
    return line.span(*segment_of(line, min(line.position(offset), len(line.tokens) - 1)))


def _is_now(line: Line, within: tuple[int, int]) -> bool:
    return any(token.form in NOW for token in line.tokens if within[0] <= token.start < within[1])


def _is_recent(date, today: datetime.date | None) -> bool:
    if date.value.startswith("XXXX") or (not date.value and date.unit in {"day", "week"}):
        return True
    years = [int(year) for year in re.findall(r"(?:^|/)(\d{4})", date.value)]
    if today is None or not years:
        return False
    day = re.match(r"\d{4}-\d\d-\d\d", date.value)
    if day:
        return abs((today - datetime.date.fromisoformat(day[0])).days) <= RECENT
    return years[0] <= today.year <= years[-1]


def _places(line: Line, within: tuple[int, int]) -> frozenset[str]:
    """The names after “in”, “at” or “near” between two offsets: “in Riga”, “in the camp at Brod”, “in the port of Aden”."""
    tokens, found = line.tokens, set()
    for position, token in enumerate(tokens):
        if token.form not in PLACING or not within[0] <= token.start < within[1]:
            continue
        place = position + 1
        while at(tokens, place).tag in {"DT", "PRP$", "JJ", "NN"} or (place > position + 1 and at(tokens, place).form == "of"):
            place += 1
        if _of_who_speaks(tokens, place):
            continue
        while at(tokens, place).tag in {"NNP", "NNPS"} and at(tokens, place).form not in {*DAYS, *MONTHS}:
            found.add(at(tokens, place).form)
            place += 1
    return frozenset(found)


def _of_who_speaks(tokens, place: int) -> bool:
    """“Specialists in Moscow say”: where those are who give a figure, not those who are counted."""
    whose = at(tokens, at(tokens, place).head) if at(tokens, place).relation == "nmod" else at(tokens, -1)
    return whose.relation.startswith("nsubj") and at(tokens, whose.head).lemma in GIVING


def _doing(line: Line, start: int, end: int) -> tuple[str, str, str]:
    """The verb of those who are counted, who does it where they do not, and its tense."""
    tokens = line.tokens
    place = line.position(start)
    for _ in range(trees.DEPTH):
        above = at(tokens, place).head
        if above < 0 or not start <= tokens[above].start < end:
            break
        place = above
    token = at(tokens, place)
    relation = token.relation.split(":")[0]
    if relation not in {"nsubj", "obj", "obl", "nmod"} or token.head < 0:
        return "", "", ""
    verb = tokens[token.head]
    if relation == "nsubj" and trees.dependents(tokens, token.head, "cop"):
        return verb.lemma, "", _tense(line, token.head, PRESENCE)  # “200 ships are idle”
    left_out = verb.lemma == "be" and not trees.dependents(tokens, token.head, "expl", "obl", "advmod", "advcl")
    if relation == "nmod" or verb.lemma in GIVING or left_out or not verb.tag.startswith("VB"):
        return "", "", ""  # “12 percent are”
    acting = tokens[subject] if relation != "nsubj" and (subject := trees.subject(tokens, token.head)) >= 0 else None
    actor = acting.lemma.lower() if acting is not None and acting.tag.startswith("NN") else ""
    doing = "" if verb.lemma in FATES else SAME.get(verb.lemma, verb.lemma)
    return doing, actor, _tense(line, token.head, doing)


def _tense(line: Line, place: int, doing: str) -> str:
    tokens = line.tokens
    helpers = {tokens[helper].lemma for helper in trees.dependents(tokens, place, "aux")}
    if {"will", "shall"} & helpers:
        return "future"
    tag = trees.finite_tag(tokens, place)
    if "have" in helpers or (tag == "VBD" and sum(token.tag == "VBD" for token in tokens) > 1):
        return ""  # what somebody said was so may still be so
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(tag, "") if doing == PRESENCE or tag == "VBD" else ""
