"""The renderer: the same bytes twice, hostile text as text, and nothing lost when something fails."""

import json
import os
import re
import signal
import time

import psutil
import pytest
from bs4 import BeautifulSoup

HOSTILE = r"""---
title: '<script>alert("title")</script> $x_1$ `rm -rf $HOME`'
outlet: '<img src=x onerror=alert(2)>'
---
The <script>alert("body")</script> minister of Belarus said that <img src=x onerror="alert(1)"> may perhaps be a picture.
He certainly wrote [a link](javascript:alert(1)) and **not bold** and $\alpha_1 < \beta$ in the same line of the letter.

Perhaps "quoted & <b>bold</b>" words & 'others' from Russia were never there; Moscow denied ; rm -rf "$HOME" && `id` $(id).
The terminal's escape {escape}[31m was red, they said, and </mark></span></p></main> closed nothing at all in Ukraine.
""".replace("{escape}", "\x1b")


def error_of(done):
    assert done.returncode not in (0, None)
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
    assert lines, done.stderr
    return lines[0]


def test_two_runs_give_the_same_bytes_and_clear_up_after_one_that_was_killed(clone, tmp_path):
    (tmp_path / "again" / ".making-1" / "some-article").mkdir(parents=True)
    done = clone.stancebook("reports", "--reports", tmp_path / "again", PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    for page in clone.report.glob("*.html"):
        assert (tmp_path / "again" / clone.report.name / page.name).read_bytes() == page.read_bytes(), page.name
    assert not list((tmp_path / "again").glob(".making-*"))


def test_hostile_text_shows_as_the_text_that_it_is(clone, tmp_path):
    article = tmp_path / 'it\'s; $(touch hacked) "x" é.txt'
    article.write_text(HOSTILE, encoding="utf8")
    done = clone.make("report", ARTICLE=str(article))
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    folder = next(path for path in clone.reports.iterdir() if path.name.startswith("it-s-touch-hacked"))
    for path in folder.glob("*.html"):
        page = BeautifulSoup(path.read_bytes(), "html.parser")
        assert not page.find_all(["script", "b"]) and "\x1b" not in page.get_text()
        assert all(image["src"].startswith("data:") for image in page.find_all("img"))
        assert '<script>alert("title")</script>' in page.header.get_text()
    reading = BeautifulSoup((folder / "reading.html").read_bytes(), "html.parser").select_one(".reading").get_text()
    for said in (
        '<script>alert("body")</script>',
        "</mark></span></p></main>",
        "[a link](javascript:alert(1))",
        r"$\alpha_1",
    ):
        assert said in reading
    assert not list(clone.root.rglob("hacked"))
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    clone.stancebook("reports")


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (None, "missing.txt", "no file"),
        ("folder", "folder.txt", "folder"),
        (b"", "empty.txt", "empty"),
        (b"\x00\x01\x02" * 500, "binary.txt", "binary|not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "picture.txt", "PNG|picture|image"),
        (b"Word", "word.txt", "short"),
        (
            ("Der Minister sprach gestern im Bundestag ausführlich über die Lage an der Grenze. " * 9).encode(),
            "de.txt",
            "English",
        ),
    ],
)
def test_what_is_no_article_is_refused_in_a_sentence_and_nothing_is_lost(clone, tmp_path, content, name, said):
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    before = clone.made()
    message = error_of(clone.stancebook("report", path))
    assert any(word in message for word in said.split("|")), message
    assert pages_of(clone.made()) == pages_of(before)


def pages_of(files):
    return {name: content for name, (_, content) in files.items()}


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ("colour=red", "no.* parameter “colour”"),
        ("top=many", "top must be a whole number"),
        ("top", "name=value"),
        ("node='x", "quotation"),
    ],
)
def test_a_parameter_that_is_none_is_refused(clone, parameters, said):
    before = clone.made()
    done = clone.stancebook("report", clone.article, "--parameters", parameters)
    assert re.search(said, error_of(done), re.IGNORECASE), done.stderr
    assert clone.made() == before


def test_a_failed_notebook_keeps_the_old_report_and_says_which_cell_and_why(clone):
    notebook = clone.root / "notebooks" / "01_text.ipynb"
    whole = notebook.read_text(encoding="utf8")
    broken = json.loads(whole)
    broken["cells"][-1]["source"] = ["undefined_name + 1"]
    before = clone.made()
    notebook.write_text(json.dumps(broken), encoding="utf8")
    try:
        done = clone.make()
        message = error_of(done)
        assert "01_text.ipynb" in message and "undefined_name" in message and "NameError" in message
        assert "\n" not in message.strip() and "cell" in message
        after = clone.made()
        kept = f"{clone.report.name}/01_text.failed.ipynb"
        assert {name: content for name, content in after.items() if name in before and name != "index.html"} == {
            name: content for name, content in before.items() if name != "index.html"
        }
        assert set(after) - set(before) == {kept} and kept in message
    finally:
        notebook.write_text(whole, encoding="utf8")
    assert clone.make().returncode == 0
    assert pages_of(clone.made()) == pages_of(before), "what is mended is as it was, and the failed notebook is gone"


def test_reports_that_cannot_be_written_are_an_error_that_says_so(clone, tmp_path):
    (tmp_path / "reports").write_text("a file in the way")
    message = error_of(clone.stancebook("reports", "--reports", tmp_path / "reports"))
    assert "cannot be written" in message and str(tmp_path / "reports") in message
    assert (tmp_path / "reports").read_text() == "a file in the way"


def gone(group):
    """Whether every process of a group has ended; one that nobody has asked for its exit status has."""
    for _ in range(100):
        left = [one for one in psutil.process_iter(["status"]) if os.getpgid(one.pid) == group]
        if all(one.info["status"] == psutil.STATUS_ZOMBIE for one in left):
            return True
        time.sleep(0.2)
    return False


@pytest.mark.parametrize("seconds", [0.3, 3, 6])
def test_an_interrupted_run_leaves_what_was_there_and_no_process(clone, seconds):
    before = clone.made()
    os.utime(clone.article)
    running = clone.started("reports")
    time.sleep(seconds)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)
    # Python says the second itself, where the interrupt came in the middle of an exec.
    assert running.returncode in (130, -signal.SIGINT) and "Interrupted" in told and "Traceback" not in told
    assert pages_of(clone.made()) == pages_of(before)
    assert not list(clone.reports.glob(".making-*"))
    assert gone(running.pid)
    assert clone.stancebook("reports").returncode == 0
