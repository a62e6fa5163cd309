"""Names from grobid-ner's corpus: XML whose marks have 27 types."""

from __future__ import annotations

from xml.etree import ElementTree

from training.converting.capitals import capitalized
from training.converting.names import sentence
from training.converting.peoples import with_people

TYPES = {
    "PER": "PERSON",
    "ORG": "INSTITUTION ORGANISATION BUSINESS MEDIA SPORT_TEAM",
    "LOC": "LOCATION INSTALLATION",
    "MISC": "EVENT LEGAL AWARD CREATION ARTIFACT",
}
KINDS = {theirs: ours for ours, names in TYPES.items() for theirs in names.split()}


def grobid(text: str, identifier: str) -> dict:
    """A document of the corpus, without its empty sentences."""
    rows = []
    for element in ElementTree.fromstring(text).iter("sentence"):
        whole, names = element.text or "", []
        marks = []
        for mark in element:
            start = len(whole)
            whole += "".join(mark.itertext())
            marks.append((start, len(whole), mark.get("type", "")))
            whole += mark.tail or ""
        for start, end, theirs in marks:
            if theirs in KINDS:
                names += capitalized(whole, start, end, KINDS[theirs])
        if whole.strip():
            row = sentence(whole, names)
            rows.append(row | {"n": with_people(row["t"], row["n"])})
    return {"id": identifier, "src": "grobid", "sents": rows}
