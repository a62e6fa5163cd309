"""Convert the originals that training.download fetched to the format of DATA.

    python -m training.convert --from FOLDER --to FOLDER

What cannot be made from the originals alone is listed in training/README.md; training goes on without it, and says so.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from stancebook.language.features import words_and_spans
from training.reader.examples import carried

# The genres of GUM whose texts are openly licensed.
OPEN_GENRES = frozenset("academic bio conversation court interview news speech textbook vlog voyage".split())
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


def open_gum(text: str) -> str:
    """Of a CoNLL-U file of GUM the documents of the open genres."""
    documents = re.split(r"(?m)^(?=# newdoc id)", text)
    return "".join(part for part in documents if (found := re.match(r"# newdoc id = GUM_([a-z]+)_", part)) and found[1] in OPEN_GENRES)


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


def write(path: Path, content: str | Iterable[dict]) -> None:
    """Write text or documents xz-compressed, whole or not at all."""
    text = content if isinstance(content, str) else "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in content)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    partial.write_bytes(lzma.compress(text.encode("utf8")))
    partial.replace(path)
    print(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--from", dest="originals", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    people = demonyms(Path(__file__).resolve().parent.parent / "data/knowledge/aliases.csv")

    def text(name: str) -> str:
        return (options.originals / name).read_text(encoding="utf8")

    for part in ("train", "dev"):
        write(options.to / f"trees/ewt_{part}.conllu.xz", text(f"ewt_{part}.conllu"))
        write(options.to / f"trees/gum_{part}.conllu.xz", open_gum(text(f"gum_{part}.conllu")))
        write(options.to / f"names/uner_ewt_{part}.jsonl.xz", universal_ner(text(f"uner_ewt_{part}.iob2"), "uner"))
        write(options.to / f"names/crossner_politics_{part}.jsonl.xz", crossner(text(f"crossner_politics_{part}.txt"), "cnpol", people))
    write(options.to / "names/uner_pud.jsonl.xz", universal_ner(text("uner_pud.iob2"), "pud"))
    write(options.to / "names/wikigold.jsonl.xz", wikigold(text("wikigold.txt"), people))
    others = (
        document
        for domain in ("ai", "literature", "music", "science")
        for part in ("train", "dev", "test")
        for document in crossner(text(f"crossner_{domain}_{part}.txt"), f"cn{domain}", people)
    )
    write(options.to / "names/crossner_other.jsonl.xz", others)
    write(options.to / "evaluations/newsmtsc_train.jsonl.xz", text("newsmtsc_train.jsonl"))


if __name__ == "__main__":
    main()
