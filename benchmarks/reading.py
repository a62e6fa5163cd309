"""How fast the reader reads, beside what it cannot beat and what it stands beside.

    python -m benchmarks.reading [--text FILE] [--words N] [--json OUT]

Without a file, sentences of a made grammar stand in; their lengths are those of news. Words are all tokens. Every
figure is of one run on the machine that it is run on; threads of numerical libraries are held to one. What runs on one
core is counted in seconds of its processor, so that what else the machine does is left out; two cores and loading go by
the clock.
"""

from __future__ import annotations

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import argparse  # noqa: E402
import importlib.util  # noqa: E402
import json  # noqa: E402
import random  # noqa: E402
import resource  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402

LOADING = """
import time; started = time.perf_counter()
from stancebook.language.encoder import SentenceReader
imported = time.perf_counter(); SentenceReader(); print(imported - started, time.perf_counter() - imported)
"""
READING = """
import sys, resource
from benchmarks.reading import sentences_of
from stancebook.language.encoder import SentenceReader
from stancebook.language.recurring import agreed
sentences = sentences_of(None, 100_000)
agreed(sentences, list(SentenceReader(threads=1).read(sentences)))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
SUBJECTS = "the minister|officials in the capital|Anna Berg|the European Commission|her party|most analysts|the new government|it".split("|")
VERBS = "said that|denied that|would not accept that|has long argued that|told reporters on Monday that|fears".split("|")
OBJECTS = "the sanctions had failed|a wider war was unlikely|Ruritania could join the alliance by 2030|the talks, which began in May, should go on|no one had asked the voters|prices rose 4.5% last year".split("|")


def sentences_of(path: Path | None, words: int) -> list[list[str]]:
    """Sentences as words, about ``words`` in all, from a file or a grammar."""
    from stancebook.language.tokenization import sentence_spans, word_spans

    if path:
        text = path.read_text(encoding="utf8")
        whole = [text[start:end] for start, end in sentence_spans(text, 0, len(text))]
    else:
        draw = random.Random(1)
        clause = lambda: f"{draw.choice(SUBJECTS)} {draw.choice(VERBS)} {draw.choice(OBJECTS)}"  # noqa: E731
        whole = [", and ".join(clause() for _ in range(draw.choice((1, 1, 2, 2, 3)))) + "." for _ in range(words // 15)]
    found, size = [], 0
    while size < words:
        for sentence in whole:
            found.append([sentence[start:end] for start, end in word_spans(sentence)])
            size += len(found[-1])
            if size >= words:
                break
    return found


def rate(work: Callable[[], object], words: int, clock: Callable[[], float] = time.process_time) -> float:
    """Words per second of the best of three runs."""
    best = float("inf")
    for _ in range(3):
        started = clock()
        work()
        best = min(best, clock() - started)
    return words / best


def measure(path: Path | None, words: int) -> dict[str, float]:
    """All figures of one run, by name."""
    from stancebook.language.encoder import SentenceReader
    from stancebook.language.first_reading import tags
    from stancebook.language.recurring import agreed

    sentences = sentences_of(path, words)
    total = sum(map(len, sentences))
    one, two = SentenceReader(threads=1), SentenceReader(threads=2)
    fed = [one.inputs(sentence) for sentence in sentences]
    figures = {"sentences": len(sentences), "words": total, "subwords": sum(len(inputs["shapes"]) for inputs in fed)}
    figures["bare forward pass, one core, words/s"] = rate(lambda: [one.network.run(None, inputs) for inputs in fed], total)
    figures["reader, one core, words/s"] = rate(lambda: agreed(sentences, list(one.read(sentences))), total)
    figures["reader, two cores, words/s"] = rate(lambda: agreed(sentences, list(two.read(sentences))), total, time.perf_counter)
    figures["share of the bare forward pass"] = (
        figures["reader, one core, words/s"] / figures["bare forward pass, one core, words/s"]
    )
    aimed = [(sentence, 0, 1) for sentence in sentences]
    figures["polarity, one core, targets/s"] = rate(lambda: list(one.evaluate(aimed)), len(aimed))
    figures["nltk perceptron tagger (tags alone), words/s"] = rate(lambda: list(map(tags, sentences)), total)
    figures |= _spacy(sentences, total)
    imported, loaded = min((tuple(map(float, _fresh(LOADING).split())) for _ in range(3)), key=sum)
    figures |= {"import, s": imported, "load, s": loaded, "peak memory over 100,000 words, MB": float(_fresh(READING))}
    figures["peak memory of this process, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def _spacy(sentences: list[list[str]], total: int) -> dict[str, float]:
    """The same of the first spaCy pipeline that is installed, if one is."""
    if not importlib.util.find_spec("spacy"):
        return {}
    import spacy
    from spacy.tokens import Doc

    for name in spacy.util.get_installed_models():
        pipeline = spacy.load(name)
        return {
            f"spaCy {name}, words/s": rate(
                lambda: list(pipeline.pipe(Doc(pipeline.vocab, words=words) for words in sentences)), total
            )
        }
    return {}


def _fresh(script: str) -> str:
    return subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--text", type=Path, help="a text file in English")
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    figures = measure(options.text, options.words)
    for name, value in figures.items():
        print(f"{name:48} {value:12,.2f}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
