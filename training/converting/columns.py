"""Names from files of columns: Universal NER, Wikigold, CrossNER."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from stancebook.language.features import words_and_spans
from training.reader.examples import carried

CROSSNER = {
    "PER": "person politician researcher writer musicalartist scientist",
    "ORG": "organisation politicalparty university band",
    "LOC": "country location",
    "MISC": "misc election event product conference book poem award magazine song album academicjournal",
}
TYPES = {theirs: ours for ours, names in CROSSNER.items() for theirs in names.split()}
# Parties' adherents and religions that stand among demonyms as NORP.
ADHERENTS = frozenset("""
    republican republicans democrat democrats christian christians muslim muslims jewish jews buddhist buddhists hindu hindus
    catholic catholics protestant protestants sunni shia shiite bolshevik bolsheviks soviet communists zionist marxist nazi
""".split())


def demonyms(aliases: Path) -> frozenset[str]:
    """The demonyms of the knowledge base, in small letters."""
    rows = (line.split(",") for line in aliases.read_text(encoding="utf8").splitlines())
    return frozenset(row[0].lower() for row in rows if row[2:3] == ["demonym"]) | ADHERENTS


def mapped(words: list[str], tags: list[str], people: frozenset[str]) -> list[str]:
    """Tags of CoNLL's or CrossNER's types as ours; a miscellaneous name all of whose words are demonyms is NORP."""
    found, start = ["O"] * len(tags), 0
    while start < len(tags):
        theirs, end = tags[start][2:], start + 1
        while end < len(tags) and theirs and tags[end] == f"I-{theirs}":
            end += 1
        kind = TYPES.get(theirs, theirs if theirs in CROSSNER else "")
        capital = any(word[:1].isupper() for word in words[start:end])
        if theirs in ("misc", "MISC"):
            kind = "NORP" if all(word.lower() in people for word in words[start:end]) else "MISC"
        if kind and (capital or theirs != "misc"):
            found[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
        start = end
    return found


def columns(text: str, word: int, tag: int) -> Iterator[tuple[list[str], list[str], dict[str, str]]]:
    """Words, tags and comments of each sentence of a file of columns."""
    for block in re.split(r"\n\s*\n", text):
        rows, notes = [], {}
        for line in block.splitlines():
            name, equals, value = line[1:].partition("=")
            if line.startswith("#") and equals:
                notes[name.strip()] = value.strip()
            elif (cells := line.split()) and len(cells) > max(word, tag):
                rows.append((cells[word], cells[tag]))
        if rows or notes:
            yield [row[0] for row in rows], [row[1] for row in rows], notes


def universal_ner(text: str, source: str) -> Iterator[dict]:
    """Documents of a Universal NER file, retokenized from the sentences' own text."""
    document: dict = {}
    for words, tags, notes in columns(text, 1, 2):
        if "newdoc id" in notes:
            if document:
                yield document
            document = {"id": notes["newdoc id"], "src": source, "sents": []}
        ours = words_and_spans(notes.get("text", " ".join(words)))[0]
        if "".join(ours) == "".join(words):
            tags = ["O" if tag[2:] not in ("PER", "ORG", "LOC") else tag for tag in tags]
            document["sents"].append({"t": ours, "n": carried(words, tags, ours)})
    if document:
        yield document


def wikigold(text: str, people: frozenset[str]) -> Iterator[dict]:
    """Documents of Wikigold, whose tags begin with I throughout."""
    for number, part in enumerate(filter(str.strip, re.split(r"-DOCSTART-.*\n", text))):
        sentences = []
        for words, tags, _ in columns(part, 0, 1):
            begun = [
                "O" if tag == "O" else ("I" if at and tags[at - 1] == tag else "B") + tag[1:] for at, tag in enumerate(tags)
            ]
            sentences.append({"t": words, "n": mapped(words, begun, people)})
        yield {"id": f"wg-{number}", "src": "wikigold", "sents": sentences}


def crossner(text: str, source: str, people: frozenset[str]) -> Iterator[dict]:
    """Sentences of a CrossNER file, each a document of its own."""
    for number, (words, tags, _) in enumerate(columns(text, 0, 1)):
        yield {"id": f"{source}-{number}", "src": source, "sents": [{"t": words, "n": mapped(words, tags, people)}]}
