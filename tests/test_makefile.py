"""What make does when nothing, or one thing, has changed."""

import os
import resource
import shutil
from pathlib import Path


def touched(clone, before):
    return {name for name, (time, _) in clone.made().items() if before.get(name, (0,))[0] != time} - {"index.html"}


def test_nothing_is_done_where_nothing_has_changed(clone):
    before = clone.made()
    done = clone.make()
    assert done.returncode == 0 and "Nothing to do" in done.stdout
    assert clone.made() == before


def test_finding_out_that_there_is_nothing_to_do_takes_no_half_second(clone):
    clone.make()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert "Nothing to do" in clone.make().stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Seconds of the processor: those of the wall hang on what else the machine does.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.5


def test_touching_a_notebook_rebuilds_its_page_alone(clone):
    before = clone.made()
    os.utime(clone.root / "notebooks" / "01_text.ipynb")
    done = clone.make()
    assert done.returncode == 0, done.stderr
    name = clone.report.name
    assert touched(clone, before) == {f"{name}/01_text.html", f"{name}/.build.json"}
    assert f"{name}: 1 page written" in done.stdout


def test_a_page_that_was_lost_is_made_again(clone):
    page = clone.report / "01_text.html"
    content = page.read_bytes()
    page.unlink()
    assert clone.make().returncode == 0
    assert page.read_bytes() == content


def test_two_makes_at_once_write_one_after_the_other(clone):
    os.utime(clone.root / "notebooks" / "01_text.ipynb")
    first, second = clone.started("reports"), clone.started("reports")
    told = [running.communicate(timeout=120) for running in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0), told
    assert sum("1 page written" in out for out, _ in told) == 1
    assert sum("Nothing to do" in out for out, _ in told) == 1


def test_help_lists_every_target(clone):
    listed = clone.make("help").stdout
    for target in ("reports", "report", "lab", "test", "clean", "help"):
        assert f"make {target}" in listed


def test_report_asks_which_article(clone):
    done = clone.make("report")
    assert done.returncode != 0 and "ARTICLE=" in done.stderr


def test_what_is_given_of_an_article_is_shown_and_a_name_is_never_shared(clone, tmp_path):
    article = tmp_path / clone.article.name
    article.write_bytes(clone.article.read_bytes())
    done = clone.make("report", f"ARTICLE={article}", "TITLE=Its own $title & 'quotes' #1", "DATE=2022-02-20")
    assert done.returncode == 0, done.stderr
    made = [
        path for path in clone.reports.iterdir() if path.name.startswith(clone.report.name) and path != clone.report
    ]
    assert len(made) == 1, "an article of the same name has a folder of its own"
    page = (made[0] / "00_overview.html").read_text(encoding="utf8")
    assert "Its own $title &amp; &#39;quotes&#39; #1" in page and "20\xa0February\xa02022" in page
    for path in made[0].iterdir():
        path.unlink()
    made[0].rmdir()
    os.utime(clone.root / "notebooks" / "01_text.ipynb")
    assert clone.make().returncode == 0


def test_clean_leaves_the_readme(clone, tmp_path):
    kept = {path.name: path.read_bytes() for path in clone.reports.iterdir() if path.is_file()}
    moved = clone.report.rename(tmp_path / "report")
    assert clone.make("clean").returncode == 0
    assert [path.name for path in clone.reports.iterdir()] == ["README.md"]
    for name, content in kept.items():
        (clone.reports / name).write_bytes(content)
    moved.rename(clone.report)


def test_another_reader_is_asked_for_by_name(clone, tmp_path):
    """A module that speaks spaCy's protocol lies on the path, as the user's own pipeline would."""
    stub = (Path(__file__).parent / "pipelines.py").read_text(encoding="utf8")
    load = '\n\ndef load(name):\n    if name != "en_made":\n        raise OSError(name)\n    return Pipeline(names(Minsk="GPE"))\n'
    (tmp_path / "spacy.py").write_text(stub + load, encoding="utf8")
    article = tmp_path / "swapped.txt"
    article.write_bytes(clone.article.read_bytes())
    before = {path.name: path.read_bytes() for path in clone.reports.iterdir() if path.is_file()}
    given = ("report", f"ARTICLE={article}")
    refused = clone.make(*given, "MODEL=en_other", PYTHONPATH=str(tmp_path))
    assert refused.returncode != 0 and "spacy download en_other" in refused.stderr and "Traceback" not in refused.stderr
    done = clone.make(*given, "MODEL=en_made", PYTHONPATH=str(tmp_path))
    assert done.returncode == 0, done.stderr
    folder = clone.reports / "swapped"
    try:
        assert all("model = en_made" in page.read_text(encoding="utf8") for page in folder.glob("0*.html"))
    finally:
        shutil.rmtree(folder)
        for name, content in before.items():
            (clone.reports / name).write_bytes(content)
