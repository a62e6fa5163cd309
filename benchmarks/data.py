"""The files that accuracy is measured on, plain or xz.

Names and attributions as JSON lines or in columns (a word a line, CoNLL-2003 and its kind), trees as CoNLL-U, targets
as NewsMTSC publishes them. What is not of its format is refused with the line that is wrong.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from pathlib import Path

from stancebook.errors import DataError
from stancebook.language.decoding import spans
from stancebook.language.features import words_and_spans

#: How NewsMTSC's versions write a polarity (Hamborg & Donnay 2021).
POLARITIES = {
    "2": "negative", "4": "neutral", "6": "positive",
    "-1": "negative", "0": "neutral", "1": "positive",
    "negative": "negative", "neutral": "neutral", "positive": "positive",
}  # fmt: skip
#: Types of names in the schemes that are in use, by ours; numbers and dates are no names here.
NAME_TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "NORP": "NORP", "MISC": "MISC"} | {
    theirs: ours
    for ours, all_theirs in {
        "PER": "PERSON POLITICIAN",
        "ORG": "ORGANIZATION ORGANISATION POLITICALPARTY",
        "LOC": "LOCATION COUNTRY GPE FAC FACILITY",
        "MISC": "MISCELLANEOUS EVENT ELECTION PRODUCT WORK_OF_ART LAW LANGUAGE",
        "": "DATE TIME MONEY PERCENT QUANTITY ORDINAL CARDINAL",
    }.items()
    for theirs in all_theirs.split()
}
ROLES = {"SOURCE": "SOURCE", "CUE": "CUE", "CONTENT": "CONTENT"}
TYPES = {"n": NAME_TYPES, "a": ROLES}
WHAT = {"n": "names", "a": "attributions"}
TAG = re.compile(r"O|[BIESLU]-\S+")
BEGINNINGS = {"S": "B", "U": "B", "E": "I", "L": "I"}


def lines(path: Path) -> Iterator[str]:
    """The lines of a text file, plain or xz; raises DataError where it cannot be read."""
    try:
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8-sig") as handle:
            yield from handle
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise DataError(f"The data file {path} cannot be read ({error}); give a text file in UTF-8, plain or xz.") from error


def tagged_sentences(path: Path, tags: str) -> list[dict]:
    """The sentences of a file of names (``tags="n"``) or attributions (``"a"``): document, words, BIO tags, links if any.

    JSON lines or columns, whichever the file begins with. Raises DataError where it is of neither kind.
    """
    opening = next((line for line in lines(path) if line.strip()), "")
    found = _documents(path, tags) if opening.lstrip().startswith("{") else _columns(path, tags)
    if not found:
        raise DataError(f"{path} holds no sentence; give a file of {WHAT[tags]}.")
    return found


def _documents(path: Path, tags: str) -> list[dict]:
    found = []
    for number, (where, document) in enumerate(_objects(path), 1):
        if not isinstance(document.get("sents"), list):
            raise DataError(f"{where}: there is no “sents”; is it a file of another task?")
        for sentence in document["sents"]:
            if not isinstance(sentence, dict) or tags not in sentence or "t" not in sentence:
                raise DataError(f"{where}: a sentence has no “{tags}”, its {WHAT[tags]}; is it a file of another task?")
            if len(sentence["t"]) != len(sentence[tags]):
                raise DataError(f"{where}: a sentence of {len(sentence['t'])} words has {len(sentence[tags])} tags.")
            if sentence["t"]:
                name, given = str(document.get("id", number)), [_tag(tag, tags, where) for tag in sentence[tags]]
                found.append({"document": name, "words": sentence["t"], "tags": given, "links": sentence.get("r")})
    return found


def _objects(path: Path) -> Iterator[tuple[str, dict]]:
    """Each line's JSON object, and where it stands."""
    for number, line in enumerate(lines(path), 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            found = json.loads(line)
        except ValueError as error:
            raise DataError(f"{where} is no JSON ({error}); give a file with a JSON object on each line.") from error
        if not isinstance(found, dict):
            raise DataError(f"{where} is no JSON object; give a file with one on each line.")
        yield where, found


def _columns(path: Path, tags: str) -> list[dict]:
    """The sentences of a file with a word on each line, its tag in the last column that holds nothing but tags.

    Tags of either kind of IOB (Tjong Kim Sang & Veenstra 1999), BIOES or BILOU; ``-DOCSTART-`` and ``# newdoc`` open a
    document, other lines that begin with ``# `` before a sentence are remarks.
    """
    blocks = list(_blocks(path))
    if not blocks:
        return []
    width = min(len(row) for _, _, rows in blocks for row in rows)
    holding = [at for at in range(width) if all(TAG.fullmatch(row[at]) for _, _, rows in blocks for row in rows)]
    if width < 2 or not holding or holding[-1] == 0:
        raise DataError(f"{path}, line {blocks[0][1]}: no column holds tags such as B-PER and O; is it a file of {WHAT[tags]}?")
    numbered = all(row[0] == str(at) for _, _, rows in blocks for at, row in enumerate(rows, 1))
    found = []
    for document, line, rows in blocks:
        given = [_tag(row[holding[-1]], tags, f"{path}, line {line}") for row in rows]
        begun = ["O"] * len(rows)
        for start, end, kind in spans(given):
            begun[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
        found.append({"document": document, "words": [row[int(numbered)] for row in rows], "tags": begun, "links": None})
    return found


def _blocks(path: Path) -> Iterator[tuple[str, int, list[list[str]]]]:
    """Each sentence of a file in columns: its document, its first line's number, and its rows."""
    document, count, rows, first = "", 0, [], 0
    for number, line in enumerate([*lines(path), ""], 1):
        line = line.rstrip("\r\n")
        if not line.strip():
            if rows:
                yield document, first, rows
            rows = []
        elif line.startswith("-DOCSTART-"):
            count += 1
            document = str(count)
        elif line.startswith("# newdoc"):
            document = line.split("=")[-1].strip()
        elif rows or not (line.startswith("# ") and "\t" not in line):
            first = first if rows else number
            # Tabs where there are any, since a word may hold a space; else runs of spaces.
            rows.append(line.split("\t") if "\t" in line else line.split())


def _tag(tag: object, tags: str, where: str) -> str:
    if not isinstance(tag, str) or not TAG.fullmatch(tag):
        raise DataError(f"{where}: {tag!r} is no tag; tags are such as B-{next(iter(TYPES[tags]))} and O.")
    if tag == "O":
        return tag
    kind = TYPES[tags].get(tag[2:].upper())
    if kind is None:
        known = ", ".join(sorted(TYPES[tags]))
        raise DataError(f"{where}: the type of {tag} is not known; {WHAT[tags]} are {known}.")
    return f"{BEGINNINGS.get(tag[0], tag[0])}-{kind}" if kind else "O"


def tree_sentences(path: Path) -> list[dict]:
    """The sentences of a CoNLL-U file: document and columns of its words. Raises DataError where it is none."""
    found, document, rows = [], "", []
    for number, line in enumerate([*lines(path), ""], 1):
        line = line.rstrip("\r\n")
        if line.startswith("# newdoc"):
            document = line.split("=")[-1].strip()
        elif not line.strip() and rows:
            found.append(_tree(rows, document, f"{path}, line {number - 1}"))
            rows = []
        elif line.strip() and not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != 10:
                raise DataError(f"{path}, line {number}: {len(columns)} columns where CoNLL-U has 10, set apart by tabs.")
            if columns[0].isdecimal():  # neither a word of several tokens (1-2) nor one that is not written (1.1)
                rows.append(columns)
    if not found:
        raise DataError(f"{path} holds no sentence; give a CoNLL-U file.")
    return found


def _tree(rows: list[list[str]], document: str, where: str) -> dict:
    words, lemmas, universal, penn, _, heads, relations = list(zip(*rows))[1:8]
    if not all(head.isdecimal() and int(head) <= len(rows) for head in heads):
        raise DataError(f"{where}: in the sentence that ends here a head is no number of a word; give a parsed CoNLL-U file.")
    return {
        "document": document, "words": list(words), "lemmas": lemmas, "universal": universal, "penn": penn,
        "heads": [int(head) - 1 for head in heads], "relations": relations,
    }  # fmt: skip


def targets(path: Path) -> list[dict]:
    """The targets of a NewsMTSC file: words of the sentence, first and one past the last of the target, polarity.

    Its lines hold a list of targets, or one target each. Raises DataError where a line is of neither kind.
    """
    found = []
    for where, item in _objects(path):
        sentence = item.get("sentence_normalized", item.get("sentence"))
        if not isinstance(sentence, str):
            raise DataError(f"{where}: there is no “sentence_normalized”; is it a file of another task?")
        words, places = words_and_spans(sentence)
        document = "_".join(str(item.get("primary_gid", item.get("id", ""))).split("_")[:3])
        given = item.get("targets", [item])
        for target in given if isinstance(given, list) else [given]:
            try:
                first, last = int(target["from"]), int(target["to"])
                polarity = POLARITIES[_plain(target["polarity"])]
            except (KeyError, TypeError, ValueError) as error:
                raise DataError(
                    f"{where}: a target has no from, to and polarity (2, 4, 6 or -1, 0, 1); give a file of NewsMTSC."
                ) from error
            inside = [at for at, (start, end) in enumerate(places) if start < last and end > first]
            if not inside:
                raise DataError(f"{where}: no word of the sentence lies between {first} and {last}.")
            found.append(
                {"document": document, "words": words, "start": inside[0], "end": inside[-1] + 1, "polarity": polarity}
            )
    if not found:
        raise DataError(f"{path} holds no target; give a file of NewsMTSC.")
    return found


def _plain(polarity: object) -> str:
    """``6.0`` and ``6`` alike; words in lower case."""
    text = str(polarity).strip().casefold()
    return str(int(float(text))) if re.fullmatch(r"-?\d+(\.0*)?", text) else text
