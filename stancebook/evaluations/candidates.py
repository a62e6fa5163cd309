"""Everything in a reading that may be a judgement: the words of the lexicons as they are attached to the entities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from stancebook import lexicons
from stancebook.evaluations import judging
from stancebook.evaluations.attachments import attached
from stancebook.evaluations.constructions import constructions
from stancebook.evaluations.judged import Judged, Marked, Target
from stancebook.evaluations.targets import standing_for
from stancebook.evaluations.trees import Tree
from stancebook.language import Reading
from stancebook.lexicons.negation import NEGATORS
from stancebook.voices import NO_SOURCE, UNNAMED

ROLES = ("pronoun", "role", "description")
FIRST_OR_SECOND = frozenset("i we you".split())


class Candidate(NamedTuple):
    """A judgement of the mention in row ``mention``, its words as offsets, and who holds it where its verb says so.

    ``holder`` is the voice and the name to show, as ``voices.with_voice`` has them; None where the voice around it judges.
    """

    mention: int
    sentence: int
    start: int
    end: int
    judged: Judged
    holder: tuple[str, str] | None = None


def candidates(reading: Reading, mentions: pd.DataFrame, markers: pd.DataFrame) -> list[Candidate]:
    """The judgements of each mention, in the order of the mentions (whose index counts from 0)."""
    lexicon = judging.load()
    words = {number: rows for number, rows in reading.words.groupby("sentence", sort=False)}
    evaluative = markers[(markers["category"] == "evaluative") & markers["kept"]]
    marks = {number: rows for number, rows in evaluative.groupby("sentence", sort=False)}
    found: list[Candidate] = []
    for number, rows in mentions.groupby("sentence", sort=False):
        if number not in words:
            continue
        tree = Tree(words[number])
        marked = _marked(tree, marks.get(number))
        inside = {row.Index: tree.inside(row.start, row.end) for row in rows.itertuples()}
        standing = _standing(tree, {index: words for index, words in inside.items() if words}, mentions)
        for index, near in standing.items():
            row = mentions.loc[index]
            person = row["type"] in ("PER", "NORP") or row["naming"] == "demonym"
            target = Target(near, row["naming"] not in ROLES, person)
            for judged in (*attached(tree, marked, lexicon, target), *constructions(tree, target)):
                carrying = tree.with_negator(judged.words) if judged.negated else judged.words
                start, end = tree.starts[carrying[0]], tree.ends[carrying[-1]]
                found.append(Candidate(index, number, start, end, judged, _holder(tree, judged.holder, standing, mentions)))
    return found


def _standing(tree: Tree, inside: dict[int, list[int]], mentions: pd.DataFrame) -> dict[int, dict[int, int]]:
    """For each mention (by its index, with its words), the words that stand for its entity."""
    entities = mentions["entity"]
    result = {}
    for index, words in inside.items():
        taken = {one for other, named in inside.items() if entities[other] != entities[index] for one in named}
        # A name within a hyphenated word, “anti-Western”, is not what that word is said of.
        if "-" in tree.forms[words[0]] and len(mentions.at[index, "text"]) < len(tree.forms[words[0]]):
            continue
        result[index] = standing_for(tree, words, person=mentions.at[index, "type"] == "PER", taken=taken)
    return result


def _holder(
    tree: Tree, word: int, standing: dict[int, dict[int, int]], mentions: pd.DataFrame
) -> tuple[str, str] | None:
    """Who judges, by the subject of the verb that does: an entity, else the subject’s words; None for I, we and you."""
    if word < 0 or tree.forms[word] in FIRST_OR_SECOND:
        return None
    near = [(words[word], index) for index, words in standing.items() if word in words]
    if near:
        index = min(near)[1]
        return mentions.at[index, "entity"], mentions.at[index, "name"]
    if tree.parts[word] not in ("NOUN", "PROPN"):
        return NO_SOURCE, UNNAMED
    words = [*(child for child in tree.related(word, "amod", "compound") if child < word), word]
    shown = " ".join(tree.forms[one] for one in words)
    return shown, shown


def _marked(tree: Tree, rows: pd.DataFrame | None) -> list[Marked]:
    """The evaluative words of a sentence, and the adverbs of evaluative adjectives."""
    found = list(_adverbs(tree))
    for row in rows.itertuples() if rows is not None else ():
        inside = tree.inside(row.start, row.end)
        # A capital in the middle of a sentence makes a name: “the Democratic Party”.
        if inside and not (row.text[0].isupper() and inside[0] > 0 and row.text[1:].islower() and tree.is_word_before(inside[0])):
            participle = row.entry.endswith("ed") and " " not in row.entry
            found.append(Marked(tuple(inside), row.subcategory, row.appraisal, row.negated, participle))
    return found


def _adverbs(tree: Tree) -> Iterator[Marked]:
    """Adverbs of manner, by the adjective of the lexicon that each is made of: “brutally” of “brutal”."""
    known = lexicons.load().by_first_word
    for word, form in enumerate(tree.forms):
        if tree.parts[word] != "ADV" or not form.endswith("ly"):
            continue
        for stem in (form[:-2], form[:-3] + "y", form[:-1] + "e", form[:-4]):
            entry = next((one for one in known.get(stem, ()) if one.category == "evaluative" and one.words == (stem,)), None)
            if entry is not None and entry.appraisal == "judgement" and entry.parts_of_speech <= {"ADJ"}:
                yield Marked((word,), entry.subcategory, entry.appraisal, bool(set(tree.forms[max(word - 2, 0) : word]) & NEGATORS))
                break
