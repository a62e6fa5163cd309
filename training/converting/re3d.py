"""Names from Dstl's re3d: documents and the places of entities in them, each part under a licence of its own."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator

from training.converting.capitals import capitalized
from training.converting.names import Name, sentence
from training.converting.peoples import with_people

# Without "BBC Online", which is not for commercial use.
PARTS = (
    "Australian Department of Foreign Affairs", "CENTCOM", "Delegation of the European Union to Syria", "UK Government",
    "US State Department", "Wikipedia",
)  # fmt: skip
KINDS = {
    "Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP",
    "MilitaryPlatform": "MISC", "Vehicle": "MISC", "Weapon": "MISC",
}  # fmt: skip
SURE = 0.5  # of the crowd's confidence; machines' suggestions that people refused have none
# Closing quotation marks go with the boundary, as in the local copy.
BOUNDARY = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(\[]?[A-Z0-9])|\n+")
SHORTENED = re.compile(
    r"(?:^|\s)[(\"“]*"
    r"(?:[A-Z]|Lt|Gen|Col|Sgt|Maj|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Mrs?|Ms|Dr|St|U\.[SK]|No)\.$"
)
PRONOUNS = frozenset("i we he she they it our my his her their its you your this that these those who which".split())


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence starts and ends: at line ends, and at full stops but those of shortened words."""
    start = 0
    for found in BOUNDARY.finditer(text):
        within = found[0].isspace() and "\n" not in found[0]
        if within and SHORTENED.search(text[start : found.start()]):
            continue
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def re3d(documents: str, entities: str) -> Iterator[dict]:
    """Documents of a part, from its two files of a JSON object a line; of overlapping entities the longer one counts."""
    marks, places = defaultdict(list), set()
    for entity in map(json.loads, filter(str.strip, entities.splitlines())):
        if entity["type"] in KINDS and entity["confidence"] >= SURE:
            marks[entity["documentId"]].append((entity["begin"], entity["end"], KINDS[entity["type"]]))
            places |= {entity["value"]} if entity["type"] == "Location" else set()
    for document in map(json.loads, filter(str.strip, documents.splitlines())):
        rows, text = [], document["text"]
        for start, end in sentences(text):
            names = [
                name
                for first, last, kind in sorted(marks[document["_id"]], key=lambda mark: mark[0] - mark[1])
                if start <= first and last <= end
                for name in _names(text[start:end], first - start, last - start, kind, places)
            ]
            if text[start:end].strip():
                row = sentence(text[start:end], names, tail=".")
                rows.append(row | {"n": with_people(row["t"], row["n"])})
        yield {"id": document["_id"], "src": "re3d", "sents": rows}


def _names(text: str, start: int, end: int, kind: str, places: set[str]) -> Iterator[Name]:
    for name in capitalized(text, start, end, kind):
        own, rest = text[name.start : name.end], text[name.start : end].split()
        # "Harbour pilots" may be called by a name, "Harbour pilots on strike" are described.
        if own.lower() in PRONOUNS or 2 * sum(any(map(str.isupper, word)) for word in rest) < len(rest):
            continue
        # A country's forces are described by the country, which is a place; the country alone may act as an organization.
        described = text[start : name.start].strip().lower() not in ("", "the") or len(rest) > len(own.split())
        yield name._replace(kind="LOC") if described and own in places else name
