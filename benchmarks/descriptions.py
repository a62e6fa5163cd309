"""How often "the company", "the country", "the city" are linked to the right name, on annotated coreference.

    python -m benchmarks.descriptions --data FILE [--list]

FILE is GUM's CoNLL-U, with its entities in the last column. A link is right where the description and the last name of
its entity before it (a capital for its country left out) are one entity in the annotation. The government and the
ministry of a country are annotated as entities of their own, which they are not here: they are counted apart, to be
read with ``--list``. Recall is of the definite noun phrases without a name whose entity the annotation also has named.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

from benchmarks.coreference import Document, documents
from stancebook import knowledge, language
from stancebook.entities import table
from stancebook.entities.descriptions import GOVERNING, descriptions, is_bare
from stancebook.entities.kinds import kinds
from stancebook.entities.mention import Mention
from stancebook.entities.referents import Word, sentences
from stancebook.errors import StancebookError
from stancebook.statistics import wilson
from training.pronouns import SPOKEN


class Judged(NamedTuple):
    """A description: where, whom it was linked to (empty for nobody), whether that is right, whether it is bridged."""

    document: str
    shown: str
    entity: str
    right: bool
    bridged: bool


class Found(NamedTuple):
    """The links of a document, and how many descriptions in it mean somebody whom it names."""

    links: list[Judged]
    namable: int


def entities_in(document: Document, start: int, end: int) -> set[str]:
    """The annotated entities whose heads lie in a span: "Mecca's Grand Mosque" has two."""
    return {document.heads[at] for at in range(start, end) if at in document.heads}


def judged(document: Document, known: knowledge.Knowledge) -> Found:
    """Every description of a document that is linked, and how many could be."""
    reading = language.read(document)
    found = table.named(reading, known)
    lines, by_id = sentences(reading), known.entities.set_index("entity")
    own = kinds(lines, found, by_id, document.text)
    links = [
        Judged(
            document.name, _shown(document, one.start, one.end), one.meant.entity,
            bool(entities_in(document, one.start, one.end) & _last(document, found, one.meant.entity, one.start)),
            one.noun in GOVERNING and one.meant.kind.noun == "country",
        )
        for one in descriptions(lines, found, own, by_id["country"].to_dict())
        if one.meant is not None
    ]  # fmt: skip
    named = set().union(*(entities_in(document, one.start, one.end) for one in found))
    return Found(links, sum(document.heads.get(word.start) in named for word in _bare(lines, found)))


def _bare(lines: list[list[Word]], found: list[Mention]) -> list[Word]:
    taken = {place for one in found for place in range(one.start, one.end)}
    return [
        word for line in lines for place, word in enumerate(line)
        if word.part_of_speech == "NOUN" and word.start not in taken and is_bare(line, place)
    ]  # fmt: skip


def _last(document: Document, found: list[Mention], entity: str, start: int) -> set[str]:
    """The annotated entities of the last name of an entity before a place."""
    named = [one for one in found if one.entity == entity and one.start < start and one.naming != "metonym"]
    annotated = [heads for one in named if (heads := entities_in(document, one.start, one.end))]
    return annotated[-1] if annotated else set()


def _shown(document: Document, start: int, end: int) -> str:
    text = document.text
    return f"{text[max(start - 60, 0) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", " ")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--list", action="store_true", help="show every link")
    options = parser.parse_args()
    try:
        known = knowledge.load()
        written = [one for one in documents(options.data) if not any(genre in one.name for genre in SPOKEN)]
        found = [judged(document, known) for document in written]
    except StancebookError as error:
        print(error, file=sys.stderr)
        return 1
    links = [link for one in found for link in one.links]
    for link in links if options.list else ():
        what = "bridged" if link.bridged else "right" if link.right else "wrong"
        print(f"{what:8}{link.document}  {link.entity}  {link.shown}")
    own = [link.right for link in links if not link.bridged]
    print(f"{len(links) - len(own)} linked as the government of a country")
    if own:
        interval = wilson(sum(own), len(own))
        namable = sum(one.namable for one in found)
        print(f"{len(own)} others linked, {sum(own)} rightly: {sum(own) / len(own):.1%} ({interval.low:.1%} to {interval.high:.1%})")
        print(f"{namable} descriptions of somebody named in {len(written)} documents: recall {sum(own) / max(namable, 1):.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
