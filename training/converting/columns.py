"""Names from files of columns: Universal NER, Wikigold, CrossNER."""

from __future__ import annotations

import re
from collections.abc import Iterator

from training.converting.names import sentence, tagged
from training.converting.peoples import of_people, with_people

CROSSNER = {
    "PER": "person politician researcher writer musicalartist scientist",
    "ORG": "organisation politicalparty university band",
    "LOC": "country location",
    "MISC": "misc OTH election event product conference book poem award magazine song album academicjournal",
}
TYPES = {theirs: ours for ours, names in CROSSNER.items() for theirs in names.split()}


def mapped(words: list[str], tags: list[str]) -> list[str]:
    """Tags of other inventories as ours; the miscellaneous are NORP where they name people."""
    found, start = ["O"] * len(tags), 0
    while start < len(tags):
        theirs, end = tags[start][2:], start + 1
        while end < len(tags) and theirs and tags[end] == f"I-{theirs}":
            end += 1
        kind = TYPES.get(theirs, theirs if theirs in CROSSNER else "")
        if kind == "MISC" and of_people(words[start:end]):
            kind = "NORP"
        if kind:
            found[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
        start = end
    return found


def capitalized(words: list[str], tags: list[str]) -> list[str]:
    """Our tags without what is miscellaneous but no name, as none of its words has a capital."""
    found, start = list(tags), 0
    while start < len(tags):
        end = start + 1
        while end < len(tags) and tags[end].startswith("I"):
            end += 1
        if tags[start] == "B-MISC" and not any(word[:1].isupper() for word in words[start:end]):
            found[start:end] = ["O"] * (end - start)
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
    """Documents of a Universal NER file, cut into words anew from the sentences' own text."""
    document: dict = {}
    for words, tags, notes in columns(text, 1, 2):
        if "newdoc id" in notes:
            if document:
                yield document
            document = {"id": notes["newdoc id"], "src": source, "sents": []}
        raw = notes["text"]
        document["sents"].append(sentence(raw, tagged(words, mapped(words, tags), raw)))
    if document:
        yield document


def wikigold(text: str) -> Iterator[dict]:
    """Documents of Wikigold, whose tags begin with I throughout."""
    for number, part in enumerate(filter(str.strip, re.split(r"-DOCSTART-.*\n", text))):
        sentences = []
        for words, tags, _ in columns(part, 0, 1):
            begun = [
                "O" if tag == "O" else ("I" if at and tags[at - 1] == tag else "B") + tag[1:] for at, tag in enumerate(tags)
            ]
            sentences.append({"t": words, "n": mapped(words, begun)})
        yield {"id": f"wg-{number}", "src": "wikigold", "sents": sentences}


def crossner(text: str, source: str, sparse: bool = False) -> Iterator[dict]:
    """Sentences of a CrossNER file, each a document of its own.

    ``sparse`` is for the domains that mark many things that have no name, and few nationalities.
    """
    for number, (words, theirs, _) in enumerate(columns(text, 0, 1)):
        tags = mapped(words, theirs)
        tags = with_people(words, capitalized(words, tags)) if sparse else tags
        yield {"id": f"{source}-{number}", "src": source, "sents": [{"t": words, "n": tags}]}
