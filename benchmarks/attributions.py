"""Each word's part in the attributions of an article, source, cue or content, as corpora of attribution annotate it.

The statements table keeps to the words that name who speaks, say so and are said (data/gold/README.md). Corpora such as
PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018), and the silver of ``training/``, take more: the whole noun
phrase of the source, with title, apposition and relative clause; the cue with its auxiliaries and negation; the content
with its conjunction and quotation marks. There a word has one part in one attribution, that of the longer content.

    python -m benchmarks.attributions [--half tuning]

scores the gold annotations of data/gold/ by word: the reader's spans alone, the statements, and both together, in the
gold's own conventions and in those of the corpora. Both know the gold's trees only as the reader gives them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from itertools import accumulate, groupby

import numpy as np
import pandas as pd

from benchmarks import gold
from benchmarks.documents import article
from benchmarks.scores import table
from stancebook import entities, knowledge, lexicons, voices
from stancebook.language import Reading, read_cut
from stancebook.language.decoding import spans
from stancebook.language.reading import Reader
from stancebook.voices.trees import Tree, trees

#: Of each word that has a part in an attribution, its number in the article and its part.
Parts = dict[int, str]
PARTS = ("content", "source", "cue")
#: What ties a name to the description before it: “President | Lukashenko”, “the mayor, | Olga Petrova”.
NAMED = ("appos", "flat", "compound", "nmod:desc")
#: What hangs on a noun and is no part of its phrase.
BESIDE = ("cop", "nsubj", "aux", "mark", "advcl", "ccomp", "parataxis", "case")
WITH_CUE = ("aux", "aux:pass", "compound:prt", "advmod")
CONJUNCTIONS = frozenset({"that", "whether", "if"})
MARKS, CLOSING, ENDS = frozenset("“”\"'‘’"), frozenset("”\"’'"), frozenset(".,?!…")
#: Of the words of a relation that the reader found, the share that statements may have before it is taken for one of theirs.
SHARED = 0.5


def of_documents(sentences: list[dict], reader: Reader) -> tuple[list[set], list[set]]:
    """For each of the sentences its words, by number, with their parts, as sets: of what is found, and of the reader alone.

    Sentences that stand together and are of one document are read as one article.
    """
    known, found, alone = knowledge.load(), [], []
    for name, inside in groupby(sentences, key=lambda sentence: sentence["document"]):
        reading = read_cut(*article(name, [sentence["words"] for sentence in inside]), reader)
        statements = voices.statements(reading, entities.mentions(reading, known))
        found += parts(reading, statements)
        alone += by_sentence(reading, _painted(of_reader(reading)))
    return tuple([{(word, part.upper()) for word, part in one.items()} for one in each] for each in (found, alone))


def runs(labelled: set[tuple[int, str]]) -> set[tuple[int, int, str]]:
    """First word, one past the last, and part of each stretch of words with one part."""
    parts = dict(labelled)
    return set(spans([f"I-{parts[word]}" if word in parts else "O" for word in range(max(parts, default=-1) + 1)]))


def parts(reading: Reading, statements: pd.DataFrame) -> list[dict[int, str]]:
    """For each sentence, the parts of its words, numbered from 0: of the statements, and of what the reader alone found.

    The reader finds what the statements leave out by their guidelines, as what the author says; what has no cue is none.
    """
    known = _painted(of_statements(reading, statements))
    heard = [one for one in of_reader(reading) if "cue" in one.values()]
    further = [one for one in heard if sum(word in known for word in one) <= SHARED * len(one)]
    return by_sentence(reading, _painted(further) | known)


def _painted(found: Iterable[Parts]) -> Parts:
    """The parts of all words; a word of several attributions has its part in that of the longest content."""
    every: Parts = {}
    for one in sorted(found, key=lambda one: sum(part == "content" for part in one.values())):
        every |= one
    return every


def of_statements(reading: Reading, statements: pd.DataFrame, *, widened: bool = True) -> list[Parts]:
    """The parts of each statement; ``widened`` as corpora of attribution do it, which leave out the author's scare quotes."""
    sentences = trees(reading.words, lexicons.load())
    firsts = [0, *accumulate(len(tree.tokens) for tree in sentences)]
    starts, ends = reading.words["start"].to_numpy(), reading.words["end"].to_numpy()
    found = []
    for row in statements.to_dict("records"):
        if widened and row["kind"] == "scare quote" and row["cue_start"] < 0:
            continue
        words = {part: _within(starts, ends, row[f"{part}_start"], row[f"{part}_end"]) for part in PARTS}
        one: Parts = {}
        for part in PARTS:
            others = set().union(*(words[other] for other in PARTS if other != part))
            for tree, first in zip(sentences, firsts):
                here = range(first, first + len(tree.tokens))
                if places := [word - first for word in words[part] if word in here]:
                    barred = {word - first for word in others if word in here}
                    wide = WIDENED[part](tree, places, barred) if widened else places
                    one |= {first + place: part for place in wide}
        found.append(one)
    return found


def of_reader(reading: Reading) -> list[Parts]:
    """The parts of each relation that the reader found."""
    starts, ends = reading.words["start"].to_numpy(), reading.words["end"].to_numpy()
    return [
        {word: role for start, end, role in zip(spans["start"], spans["end"], spans["role"]) for word in _within(starts, ends, start, end)}
        for _, spans in reading.attributions.groupby("group")
    ]


def by_sentence(reading: Reading, known: Parts) -> list[dict[int, str]]:
    """The parts of the words of each sentence, numbered within it."""
    sizes = reading.words.groupby("sentence", sort=True).size()
    result, first = [], 0
    for size in sizes:
        result.append({word - first: known[word] for word in range(first, first + size) if word in known})
        first += size
    return result


def _within(starts: np.ndarray, ends: np.ndarray, start: int, end: int) -> list[int]:
    return [] if start < 0 else np.flatnonzero((starts < end) & (ends > start)).tolist()


def _head(tree: Tree, places: list[int]) -> int:
    return next((place for place in places if tree.heads[place] not in places), places[0])


def _source(tree: Tree, places: list[int], barred: set[int]) -> Iterable[int]:
    """The noun phrase around the words of a source, as far as nothing else stands between."""
    top = _head(tree, places)
    while tree.relations[top] in NAMED and tree.tokens[tree.heads[top]].tag.startswith("NN") and tree.heads[top] not in barred:
        top = tree.heads[top]
    own = tree.below(top, without=barred | set(tree.children(top, *BESIDE))) | set(places)
    first = last = top
    while first - 1 in own and first - 1 not in barred:
        first -= 1
    while last + 1 in own and last + 1 not in barred:
        last += 1
    first, last = min(first, places[0]), max(last, places[-1])
    while last > places[-1] and not tree.tokens[last].is_word:
        last -= 1
    while first < places[0] and not tree.tokens[first].is_word:
        first += 1
    return range(first, last + 1)


def _cue(tree: Tree, places: list[int], barred: set[int]) -> Iterable[int]:
    """The verb with its auxiliaries, its negation and the adverb beside it."""
    verb = _head(tree, places)
    if not tree.tokens[verb].tag.startswith("VB"):
        return places
    near = [place for place in tree.children(verb, *WITH_CUE) if abs(place - verb) <= 4 and place not in barred]
    denials = ("not", "n't", "never")
    return {*places, *(place for place in near if tree.relations[place] != "advmod" or abs(place - verb) == 1 or tree.tokens[place].form in denials)}


def _content(tree: Tree, places: list[int], barred: set[int]) -> Iterable[int]:
    """The words that are said with the conjunction before them, their quotation marks, and the stop that ends them."""
    first, stop, size = places[0], places[-1] + 1, len(tree.tokens)
    while first > 0 and (tree.tokens[first - 1].form in CONJUNCTIONS or tree.tokens[first - 1].text in MARKS):
        first -= 1
    after = stop
    while after < size and tree.tokens[after].text in ENDS | CLOSING:
        after += 1
        if tree.tokens[after - 1].text in CLOSING or after == size:
            stop = after
    return range(first, stop)


WIDENED = {"source": _source, "cue": _cue, "content": _content}


def of_gold(half: str) -> dict[str, dict]:
    """The scores by word on the articles of a half of the gold: of what (reader, statements, both), in which conventions."""
    true: dict[bool, list] = {False: [], True: []}
    found: dict[tuple[str, bool], list] = {}
    for name in gold.halves()[half]:
        annotations, tables = gold.of_article(name)
        reading, statements = annotations.reading, annotations.statements
        alone = by_sentence(reading, _painted(of_reader(reading)))
        for widened in true:
            own = [by_sentence(reading, _painted(of_statements(reading, one, widened=widened))) for one in (tables["statements"], statements)]
            true[widened] += own[0]
            found.setdefault(("reader", widened), []).extend(alone)
            found.setdefault(("statements", widened), []).extend(own[1])
        found.setdefault(("both", True), []).extend(parts(reading, statements))
    return {
        f"{what}, {'corpora' if widened else 'gold'}": table(_sets(true[widened]), _sets(given), lambda thing: thing[1])["classes"]
        for (what, widened), given in found.items()
    }


def _sets(each: list[dict[int, str]]) -> list[set]:
    return [set(one.items()) for one in each]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", default="tuning", choices=gold.halves(), help="which articles of the gold")
    for what, classes in of_gold(parser.parse_args().half).items():
        for part, row in classes.items():
            print(f"{what:20} {part:8} precision {row['precision']:6.1%}  recall {row['recall']:6.1%}  F1 {row['f1']:6.1%}  n {row['n']}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
