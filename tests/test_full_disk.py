"""A disk that fills up while the reports are written: one sentence, and what was there stays."""

import os
import resource
import shutil
import subprocess
import sys

import pytest

from tests.test_render import error_of

# In a namespace of its own, a file system in memory with as many kilobytes left as the first argument says.
FILLED = """
mount -t tmpfs -o size=6m none "$2" && cp -r "$3/." "$2" || exit 77
dd if=/dev/zero of="$2/.filler" bs=1k count=$(($(df --output=avail -k "$2" | tail -1) - $1)) status=none
touch "$6"; "$4" -m stancebook reports --reports "$2"; status=$?
rm "$2/.filler"; cp -r "$2/." "$5"; exit $status
"""


@pytest.fixture(autouse=True, scope="module")
def pages_as_new_as_the_article(clone):
    """These tests touch the article, so that its pages are out of date; the tests after them find them made again."""
    yield
    assert clone.make().returncode == 0


def contents(folder):
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("left", [0, 40, 400])
def test_reports_stay_as_they_were_on_a_full_disk(clone, tmp_path, left):
    if not shutil.which("unshare") or subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode:
        pytest.skip("no file system can be mounted here: whether a full disk is told is not looked at")
    place, after = tmp_path / "disk", tmp_path / "after"
    place.mkdir(), after.mkdir()
    arguments = [str(left), place, clone.reports, sys.executable, after, clone.article]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", FILLED, "sh", *map(str, arguments)],
        cwd=clone.root,
        capture_output=True,
        text=True,
        timeout=300,
    )
    if done.returncode == 77:
        pytest.skip(f"no file system can be mounted here: {done.stderr.strip()}")
    assert "disk is full" in error_of(done)
    assert contents(after) == contents(clone.reports)


def test_a_file_that_may_not_grow_is_an_error_that_says_so(clone, tmp_path):
    shutil.copytree(clone.reports, tmp_path / "reports")
    os.utime(clone.article)
    done = subprocess.run(
        [sys.executable, "-m", "stancebook", "reports", "--reports", str(tmp_path / "reports")],
        cwd=clone.root,
        capture_output=True,
        text=True,
        timeout=300,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
    )
    assert "too large" in error_of(done) and len(done.stderr.splitlines()) == 1
    assert contents(tmp_path / "reports") == contents(clone.reports)
