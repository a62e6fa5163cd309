"""The training data as examples: one sentence with whatever labels its source gives."""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from stancebook.errors import DataError
from stancebook.language.features import words_and_spans
from training.reader import reported

NAME_TYPES = ("PER", "ORG", "LOC", "NORP", "MISC")
VOICE_TYPES = ("SOURCE", "CUE", "CONTENT")
POLARITIES = {2: 0, 4: 1, 6: 2}
# Sources that leave some types unmarked: there, "outside" may be any of these.
UNMARKED = {"uner": ("MISC",), "pud": ("MISC", "NORP")}


@dataclass
class Example:
    """A sentence: ``words``, and parallel labels or None; ``source`` is the data set that it comes from."""

    words: list[str]
    source: str
    universal: list[str] | None = None
    penn: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None  # -1 for the root
    relations: list[str] | None = None
    names: list[str] | None = None
    voices: list[str] | None = None
    links: list[int] | None = None
    target: tuple[int, int] | None = None  # words, first and one past the last
    polarity: int | None = None
    document: str = ""
    joined: Example | None = field(default=None, repr=False)  # the same, hyphenated words in one piece


def lines(path: Path) -> Iterator[str]:
    """The lines of a text file, plain or xz."""
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf8") as handle:
        yield from handle


def trees(path: Path, source: str) -> list[Example]:
    """The sentences of a CoNLL-U file."""
    examples, document, rows = [], "", []
    for line in lines(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            document = line.split("=")[-1].strip()
        elif not line and rows:
            examples.append(_tree(rows, document, source))
            rows = []
        elif line[:1].isdigit():
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
    if rows:
        examples.append(_tree(rows, document, source))
    return examples


def _tree(rows: list[list[str]], document: str, source: str) -> Example:
    columns = list(zip(*rows))
    example = Example(
        words=list(columns[1]),
        source=source,
        universal=list(columns[3]),
        penn=list(columns[4]),
        lemmas=list(columns[2]),
        heads=[int(head) - 1 for head in columns[6]],
        relations=list(columns[7]),
        document=document,
    )
    example.joined = _joined(example, ["SpaceAfter=No" in row[9] for row in rows])
    return example


def _joined(example: Example, glued: list[bool]) -> Example | None:
    """The example with "eye - tracking" as one word, as the tokenizer gives it, where the parts make a subtree."""
    groups, at, size = [], 0, len(example.words)
    while at < size:
        end = at + 1
        while (
            end + 1 < size
            and example.words[end] in ("-", "/")
            and glued[end - 1]
            and glued[end]
            and example.words[end + 1][:1].isalnum()
            and example.words[at][:1].isalnum()
        ):
            end += 2
        tops = [place for place in range(at, end) if not at <= example.heads[place] < end]
        if len(tops) != 1:
            groups += [(place, place + 1, place) for place in range(at, end)]
        else:
            groups.append((at, end, tops[0]))
        at = end
    if len(groups) == size:
        return None
    number = {place: which for which, (start, end, _) in enumerate(groups) for place in range(start, end)}
    top = [group[2] for group in groups]
    return Example(
        words=["".join(example.words[start:end]) for start, end, _ in groups],
        source=example.source,
        universal=[example.universal[place] for place in top],
        penn=[example.penn[place] for place in top],
        lemmas=[example.lemmas[place] if end - start == 1 else "_" for (start, end, place) in groups],
        heads=[number.get(example.heads[place], -1) for place in top],
        relations=[example.relations[place] for place in top],
        document=example.document,
    )


def documents(path: Path) -> Iterator[dict]:
    """The documents of a file of JSON lines; none where it is not there, which ``verify`` has said."""
    return map(json.loads, lines(path)) if path.exists() else iter(())


def names(path: Path) -> list[Example]:
    """The sentences of a file of names."""
    return [
        Example(sentence["t"], document["src"], names=sentence["n"], document=document["id"])
        for document in documents(path)
        for sentence in document["sents"]
        if sentence["t"]
    ]


def voices(path: Path) -> list[Example]:
    """The sentences of a file of attribution spans."""
    return [
        Example(sentence["t"], "gum", voices=sentence["a"], links=sentence["r"], document=document["id"])
        for document in documents(path)
        for sentence in document["sents"]
        if sentence["t"]
    ]


def evaluations(path: Path) -> list[Example]:
    """The targets of a NewsMTSC file, each with its sentence."""
    examples = []
    for item in map(json.loads, lines(path)):
        words, spans = words_and_spans(item["sentence_normalized"])
        for target in item["targets"]:
            inside = [at for at, (start, end) in enumerate(spans) if start < target["to"] and end > target["from"]]
            if inside:
                examples.append(
                    Example(
                        words, "newsmtsc", target=(inside[0], inside[-1] + 1), polarity=POLARITIES[int(target["polarity"])],
                        document="_".join(item["primary_gid"].split("_")[:3]),
                    )
                )  # fmt: skip
    return examples


def held_out(document: str, share: float = 0.1) -> bool:
    """Whether an article is kept from training, by a hash of its name."""
    return int(hashlib.sha256(document.encode()).hexdigest()[:8], 16) / 16**8 < share


def verify(data: Path, strict: bool = True, part: str = "") -> None:
    """Raises DataError where a training file is missing or is not the one that the weights were learned from.

    Not ``strict``, it says so and goes on; ``part`` is the folder to verify, all by default. The checksums are of the
    files' contents, uncompressed.
    """
    for line in Path(__file__).with_name("data.sha256").read_text().splitlines():
        known, name = line.split()
        path = data / name
        if not name.startswith(part) or path.exists() and hashlib.sha256(lzma.decompress(path.read_bytes())).hexdigest() == known:
            continue
        said = f"{path} {'differs from what the weights were learned from' if path.exists() else 'is missing'}"
        if strict:
            raise DataError(f"{said}; see training/README.md, or train on what is there with --unverified.")
        print(f"Note: {said}.", flush=True)


def training_sets(data: Path) -> dict[str, list[Example]]:
    """All examples of the joint training, by task; a sentence of the treebanks carries its names and voices too."""
    treebank = trees(data / "trees/ewt_train.conllu.xz", "uner") + trees(data / "trees/gum_train.conllu.xz", "gum")
    rest = _add(treebank, names(data / "names/uner_ewt_train.jsonl.xz"), "names")
    rest += _add(treebank, names(data / "names/gum_train.jsonl.xz"), "names")
    spans = _add(treebank, voices(data / "voices/voices_train.jsonl.xz"), "voices")
    for name in ("wikigold", "crossner_other", "docred", "grobid", "re3d", "uner_pud"):
        rest += names(data / f"names/{name}.jsonl.xz")
    for example in treebank:
        for form in filter(None, (example, example.joined)):
            form.voices = form.voices or _silver(form)
    politics = names(data / "names/crossner_politics_train.jsonl.xz")
    with_voices = [x for x in treebank if x.voices and any(tag != "O" for tag in x.voices)]
    return {
        "trees": treebank,
        "names": rest + politics * 4,
        "voices": with_voices + [x for x in spans if any(tag != "O" for tag in x.voices)],
    }


def _silver(example: Example) -> list[str] | None:
    """Attributions by rule where it finds some, none where no such verb stands; else not known."""
    tags = reported.voices(example)
    found = any(tag != "O" for tag in tags)
    return tags if found or not reported.VERBS & {lemma.lower() for lemma in example.lemmas} else None


def _add(treebank: list[Example], others: list[Example], what: str) -> list[Example]:
    """Put the names or voices of the same sentences on the treebank; return those that found no sentence."""
    places: dict[tuple[str, str], list[Example]] = {}
    for example in treebank:
        places.setdefault((example.document, "".join(example.words)), []).append(example)
    left = []
    for other in others:
        found = places.get((other.document, "".join(other.words)))
        if not found:
            left.append(other)
            continue
        target = found.pop(0) if len(found) > 1 else found[0]
        for example in filter(None, (target, target.joined)):
            setattr(example, what, carried(other.words, getattr(other, what), example.words))
    return left


def carried(words: list[str], tags: list[str], others: list[str]) -> list[str]:
    """Span tags of one tokenization put on another of the same characters."""
    owner, inner = [], []
    for number, word in enumerate(words):
        owner += [number] * len(word)
    starts, at = [], 0
    for word in others:
        starts.append((at, at + len(word)))
        at += len(word)
    spans = [-1] * len(words)
    for number, tag in enumerate(tags):
        spans[number] = -1 if tag == "O" else number if tag[0] == "B" else spans[number - 1]
    last = -1
    for start, end in starts:
        inside = {spans[owner[place]] for place in range(start, end)}
        span = inside.pop() if len(inside) == 1 else -1
        inner.append("O" if span < 0 else ("I" if span == last else "B") + tags[span][1:])
        last = span
    return inner
