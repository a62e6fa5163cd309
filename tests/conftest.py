"""A copy of the repository to make reports in, so that no test touches the reports of the person who runs it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = "staging-ground.txt"


class Clone:
    """A copy of the repository with one sample article, and its two ways in: make, and the command behind it."""

    def __init__(self, root: Path):
        self.root = root
        self.reports = root / "reports"
        self.report = self.reports / Path(SAMPLE).stem
        self.article = root / "data" / "articles" / SAMPLE

    def make(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return self._run(["make", "--no-print-directory", *arguments], environment)

    def stancebook(self, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return self._run([sys.executable, "-m", "stancebook", *map(str, arguments)], environment)

    def started(self, *arguments: object) -> subprocess.Popen[str]:
        """The command in a process group of its own, to be interrupted."""
        return subprocess.Popen(
            [sys.executable, "-m", "stancebook", *map(str, arguments)],
            cwd=self.root,
            env=self._environment({}),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            # Where the tests themselves run in the background, interrupts are ignored, and children inherit that.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def made(self) -> dict[str, tuple[int, bytes]]:
        """Every file of the reports, with the time and the content of its last writing."""
        files = (path for path in sorted(self.reports.rglob("*")) if path.is_file() and path.name != ".lock")
        return {
            path.relative_to(self.reports).as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in files
        }

    def _run(self, command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.root, env=self._environment(environment), capture_output=True, text=True, timeout=300
        )

    @staticmethod
    def _environment(more: dict[str, str]) -> dict[str, str]:
        # A make that runs the tests must not pass its own flags on to the make that a test runs.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MAKE") and name != "MFLAGS"}
        return {**kept, **more}


def cloned(root: Path) -> Clone:
    """Copy what git would keep, leave one article, and share the installed packages."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        source = ROOT / name
        if source.is_file() and not name.startswith(("tests/", "training/", "benchmarks/")):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, root / name)
    for article in (root / "data" / "articles").iterdir():
        if article.name not in (SAMPLE, "README.md"):
            article.unlink()
    installed = root / ".venv"
    (installed / "bin").mkdir(parents=True)
    (installed / "bin" / "python").symlink_to(sys.executable)
    (installed / ".installed").touch()
    # The interpreter finds its packages through the venv that it lies in, so that the link must say which.
    (installed / "pyvenv.cfg").write_text((Path(sys.prefix) / "pyvenv.cfg").read_text())
    for folder in ("lib", "share"):
        (installed / folder).symlink_to(Path(sys.prefix) / folder)
    return Clone(root)


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A clone whose sample article has its report; a test leaves it as it was."""
    made = cloned(tmp_path_factory.mktemp("clone") / "stance book's")
    done = made.make()
    assert done.returncode == 0, done.stderr
    return made
