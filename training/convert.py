"""Convert the originals that training.download fetched to the format of DATA.

    python -m training.convert --from FOLDER --to FOLDER

How near each file comes to what the delivered weights were learned from is listed in training/README.md.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
from collections.abc import Iterable
from pathlib import Path

from training.converting.attributions import SPOKEN, voices
from training.converting.columns import crossner, universal_ner, wikigold
from training.converting.conllu import documents
from training.converting.docred import docred
from training.converting.grobid import grobid
from training.converting.mentions import named
from training.converting.re3d import PARTS, re3d

DOCUMENT = re.compile(r"(?m)^(?=# newdoc id)")


def by_name(text: str) -> str:
    """The documents of a CoNLL-U file in the order of their names."""
    return "".join(sorted(DOCUMENT.split(text), key=lambda part: part.partition("\n")[0]))


def joined(texts: Iterable[str]) -> str:
    """CoNLL-U files as one, with a blank line between documents."""
    return "\n\n".join(text.strip("\n") for text in texts) + "\n"


def write(path: Path, content: str | Iterable[dict]) -> None:
    """Write text or documents xz-compressed, whole or not at all."""
    text = content if isinstance(content, str) else "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in content)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    partial.write_bytes(lzma.compress(text.encode("utf8")))
    partial.replace(path)
    print(path)


def convert(originals: Path, to: Path) -> None:
    """Make all files of DATA that the originals give."""

    def text(name: str) -> str:
        return (originals / name).read_text(encoding="utf8")

    for part in ("train", "dev"):
        ewt = text(f"ewt_{part}.conllu")
        write(to / f"trees/ewt_{part}.conllu.xz", by_name(ewt) if part == "train" else ewt)
        gum = joined(path.read_text(encoding="utf8") for path in sorted((originals / "gum" / part).glob("*.conllu")))
        write(to / f"trees/gum_{part}.conllu.xz", gum)
        write(to / f"names/gum_{part}.jsonl.xz", (named(*document) for document in documents(gum)))
        written = [(name, sentences) for name, sentences in documents(gum) if name.split("_")[1] not in SPOKEN]
        write(to / f"voices/voices_{part}.jsonl.xz", (voices(*document) for document in written))
        write(to / f"names/uner_ewt_{part}.jsonl.xz", universal_ner(text(f"uner_ewt_{part}.iob2"), "uner"))
        write(to / f"names/crossner_politics_{part}.jsonl.xz", crossner(text(f"crossner_politics_{part}.txt"), "cnpol"))
    write(to / "names/uner_pud.jsonl.xz", universal_ner(text("uner_pud.iob2"), "pud"))
    write(to / "names/wikigold.jsonl.xz", wikigold(text("wikigold.txt")))
    others = (
        document
        for domain in ("ai", "literature", "music", "science")
        for part in ("train", "dev", "test")
        for document in crossner(text(f"crossner_{domain}_{part}.txt"), f"cn{domain}", sparse=True)
    )
    write(to / "names/crossner_other.jsonl.xz", others)
    write(to / "names/docred.jsonl.xz", (row for part in ("dev", "test") for row in docred(text(f"docred_{part}.json"))))
    files = sorted((originals / "grobid").glob("*.xml"))
    write(to / "names/grobid.jsonl.xz", (grobid(path.read_text(encoding="utf8"), path.name) for path in files))
    parts = ((text(f"re3d/{part}/documents.json"), text(f"re3d/{part}/entities.json")) for part in PARTS)
    write(to / "names/re3d.jsonl.xz", (document for part in parts for document in re3d(*part)))
    write(to / "evaluations/newsmtsc_train.jsonl.xz", text("newsmtsc_train.jsonl"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--from", dest="originals", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    convert(options.originals, options.to)


if __name__ == "__main__":
    main()
