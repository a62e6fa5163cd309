"""The trained sentence reader: a small encoder with light heads, run by onnxruntime, decoded in numpy.

A second such encoder reads the polarity toward a target, which needs a pass of its own for each; both stand on the same
embeddings of subwords.

Each sentence is run by itself. Sentences need no padding then, and no sentence can change the reading of another:
the dynamic quantization of a batch would take its scale from all of them. Threads run several sentences at once.
"""

from __future__ import annotations

import functools
import io
import json
import lzma
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime

from stancebook.errors import DataError
from stancebook.language.decoding import best_tree, groups, log_softmax
from stancebook.language.features import shapes
from stancebook.language.known_names import KnownNames
from stancebook.language.models import verified
from stancebook.language.name_edges import mended
from stancebook.language.parse import Parse, Span, Tagged
from stancebook.language.subwords import Subwords
from stancebook.language.valences import WIDTH as VALENCES
from stancebook.language.valences import Valences
from stancebook.paths import MODELS

DATA_FILES = (
    "data/models/reader.onnx",
    "data/models/reader-relations.onnx",
    "data/models/reader-polarity.onnx",
    "data/models/reader-pieces.npz",
    "data/models/reader-names.xz",
    "data/models/reader-valences.xz",
    "data/models/reader.json.xz",
    "data/models/reader.sha256",
)
# Positions that the encoder has, less the two marks around a sentence, and room for one long word.
WINDOW = 240
POLARITIES = ("negative", "neutral", "positive")


EMPTY = Parse([], [], [], [], [], [], [])


class SentenceReader:
    """The reader of ``folder``; every file is verified against its checksum. ``threads``: sentences read at once."""

    def __init__(self, folder: Path = MODELS, threads: int | None = None):
        stored = json.loads(lzma.decompress(verified("reader.json.xz", "reader.sha256", folder)))
        self.labels: dict[str, list[str]] = stored["labels"]
        self.temperatures: dict[str, float] = stored["temperatures"]
        self.leanings: dict[str, float] = stored.get("leanings", {})
        self.subwords = Subwords(stored["pieces"])
        self.threads = threads or min(4, os.cpu_count() or 1)
        pieces = np.load(io.BytesIO(verified("reader-pieces.npz", "reader.sha256", folder)))
        self.table, self.scale, self.listed = pieces["table"], pieces["scale"], pieces["known"]
        self.known = KnownNames.of(verified("reader-names.xz", "reader.sha256", folder))
        self.valences = Valences.of(verified("reader-valences.xz", "reader.sha256", folder))
        self.network = _session(verified("reader.onnx", "reader.sha256", folder))
        self.relations = _session(verified("reader-relations.onnx", "reader.sha256", folder))
        self.judge = _session(verified("reader-polarity.onnx", "reader.sha256", folder))
        self.spanned = {name: np.array([label != "O" for label in self.labels[name]], np.float32) for name in ("names", "voices")}

    def read(self, sentences: Iterable[list[str]]) -> Iterator[Parse]:
        """The reading of each sentence, given as its words, in the order given."""
        return self._each(self.parse, sentences)

    def evaluate(self, targets: Iterable[tuple[list[str], int, int]]) -> Iterator[np.ndarray]:
        """Probabilities of ``POLARITIES`` toward each target: the words of its sentence, its first, one past its last."""
        return self._each(lambda target: self.polarity(*target), targets)

    def _each(self, function, items: Iterable) -> Iterator:
        if self.threads == 1:
            yield from map(function, items)
            return
        with ThreadPoolExecutor(self.threads) as pool:
            yield from pool.map(function, items)

    def parse(self, words: list[str]) -> Parse:
        """The reading of one sentence; a very long one is read in windows, whose roots hang on the first."""
        if not words:
            return EMPTY
        seen = self._seen(words)
        cuts = _windows(seen[0])
        windows = [(start, self._window(words[start:end], *(part[start:end] for part in seen))) for start, end in cuts]
        return windows[0][1] if len(windows) == 1 else _together(windows)

    def inputs(self, words: list[str]) -> dict[str, np.ndarray]:
        """What the joint network is fed with for a sentence that fits into one window."""
        return self.feed(*self._seen(words))

    def _seen(self, words: list[str]) -> tuple[list[list[int]], list[int], np.ndarray]:
        """What is seen of each word: its pieces, its shape, and what the lists of names add to its embeddings."""
        return [self.subwords(word) for word in words], shapes(words), self.known.marks(words) @ self.listed

    def feed(self, pieces: list[list[int]], kinds: list[int], listed: np.ndarray | None = None) -> dict[str, np.ndarray]:
        """The inputs of a network for one window; ``first`` is where each word begins, after the opening mark.

        ``listed``, [words, width of the embeddings], is what the lists of names add to each word.
        """
        ids, seen, first = [self.subwords.opening], [0], [0]
        for word, kind in zip(pieces, kinds):
            first.append(len(ids))
            ids += word
            seen += [kind] * len(word)
        ids.append(self.subwords.closing), seen.append(0)
        embedded = self.table[ids] * self.scale[ids]
        if listed is not None:
            embedded[1:-1] += np.repeat(listed, [len(word) for word in pieces], axis=0)
        return {"embedded": embedded, "shapes": np.array(seen), "first": np.array(first)}

    def _window(self, words: list[str], pieces: list[list[int]], kinds: list[int], listed: np.ndarray) -> Parse:
        given = self.network.run(None, self.feed(pieces, kinds, listed))
        scores = dict(zip(OUTPUTS, given))
        heads = best_tree(scores["arcs"])
        (relations,) = self.relations.run(
            None, {"dependents": scores["dependents"], "heads": scores["heads"][heads]}
        )
        relations = np.where(_root_only(self.labels["relations"], heads), relations, -1e9)
        universal = [self.labels["universal"][number] for number in scores["universal"].argmax(1)]
        named = self._tagged(scores["names"], "names")
        return Parse(
            universal,
            [self.labels["penn"][number] for number in scores["penn"].argmax(1)],
            [None] * len(words),
            [int(head) - 1 for head in heads],
            [self.labels["relations"][number] for number in relations.argmax(1)],
            mended(words, universal, named.spans()),
            _grouped(self._tagged(scores["voices"], "voices").spans()),
            named,
        )

    def _tagged(self, scores: np.ndarray, what: str) -> Tagged:
        return Tagged(tuple(self.labels[what]), log_softmax(self.leant(scores, what) / self.temperatures[what]))

    def leant(self, scores: np.ndarray, what: str) -> np.ndarray:
        """The scores with what was found on development data to balance precision and recall added to every span tag."""
        return scores + self.leanings.get(what, 0.0) * self.spanned[what]

    def polarity(self, words: list[str], start: int, end: int) -> np.ndarray:
        """Probabilities of ``POLARITIES`` toward the words ``start`` to ``end`` of a sentence."""
        if not 0 <= start < end <= len(words):
            raise ValueError(f"No words {start} to {end} in a sentence of {len(words)}.")
        kinds = shapes(words)
        pieces = [self.subwords(word) for word in words]
        first, last = next(window for window in _windows(pieces) if window[0] <= start < window[1])
        inputs = self.feed(pieces[first:last], kinds[first:last])
        places = np.append(inputs.pop("first")[1:], len(inputs["shapes"]) - 1)
        inputs["valences"] = np.zeros((len(inputs["shapes"]), VALENCES), np.float32)
        inputs["valences"][1:-1] = np.repeat(self.valences.around(words, start, end)[first:last], np.diff(places), axis=0)
        inputs["marks"] = np.zeros_like(inputs["shapes"])
        inputs["marks"][places[start - first] : places[min(end, last) - first]] = 1
        (scores,) = self.judge.run(None, inputs)
        return np.exp(log_softmax(scores / self.temperatures["polarity"]))


OUTPUTS = ("universal", "penn", "names", "voices", "arcs", "dependents", "heads")


@functools.cache
def reader() -> SentenceReader:
    """The project's reader, loaded once."""
    return SentenceReader()


def available(folder: Path = MODELS) -> bool:
    """Whether the trained reader is there; where not, the first reading stands in."""
    return (folder / "reader.onnx").exists()


def _session(content: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has no public base of its errors
        raise DataError("The reader's weights do not fit this onnxruntime; install requirements.lock again.") from error


def _windows(pieces: list[list[int]]) -> list[tuple[int, int]]:
    """Stretches of words of at most ``WINDOW`` pieces."""
    windows, start, size = [], 0, 0
    for at, word in enumerate(pieces):
        if size + len(word) > WINDOW:
            windows.append((start, at))
            start, size = at, 0
        size += len(word)
    return [*windows, (start, len(pieces))]


def _together(windows: list[tuple[int, Parse]]) -> Parse:
    top = windows[0][1].heads.index(-1)
    lists = {name: [] for name in ("universal", "penn", "lemmas", "relations")}
    heads, names, voices, group = [], [], [], 0
    for start, parse in windows:
        for name, values in lists.items():
            values += getattr(parse, name)
        heads += [head + start if head >= 0 else (top if start else -1) for head in parse.heads]
        for root in (at for at, head in enumerate(parse.heads) if head < 0 and start):
            lists["relations"][start + root] = "parataxis"
        names += [_moved(span, start, 0) for span in parse.names]
        voices += [_moved(span, start, group) for span in parse.voices]
        group = max((span.group + 1 for span in voices), default=0)
    tagged = Tagged(windows[0][1].tagged.labels, np.concatenate([parse.tagged.chances for _, parse in windows]))
    return Parse(*(lists[name] for name in ("universal", "penn", "lemmas")), heads, lists["relations"], names, voices, tagged)


def _moved(span: Span, words: int, group: int) -> Span:
    return Span(span.start + words, span.end + words, span.kind, span.confidence, span.group + group)


def _root_only(relations: list[str], heads: np.ndarray) -> np.ndarray:
    """Which relations a word may have: ``root`` on the root alone, and there nothing else."""
    return (heads == 0)[:, None] == np.array([relation == "root" for relation in relations])[None, :]


def _grouped(found: list[Span]) -> list[Span]:
    if all(span.kind == "SOURCE" for span in found):
        return []  # a source to which nothing is attributed is none
    numbers = groups([(span.start, span.end, span.kind) for span in found])
    return [Span(span.start, span.end, span.kind, span.confidence, number) for span, number in zip(found, numbers)]
