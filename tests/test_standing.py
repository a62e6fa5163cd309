"""The page on accuracy is about no article: it stands beside the index, is linked from it, and no report has it."""

import re

from bs4 import BeautifulSoup

from stancebook.render import sources


def test_a_notebook_from_ninety_on_is_a_page_of_no_report():
    assert list(sources.standing()) == ["accuracy.html"]
    assert not [page for page in sources.pages() if "accuracy" in page]
    assert all(path.stem < "90" for path in sources.notebooks())


def test_it_is_made_from_the_figures_that_are_there_and_linked_from_the_index(clone):
    index = clone.reports / "index.html"
    before = index.read_bytes()
    assert b"accuracy.html" not in before
    done = clone.stancebook("accuracy")
    try:
        assert done.returncode == 0, done.stderr
        page = BeautifulSoup((clone.reports / "accuracy.html").read_bytes(), "html.parser")
        assert page.h1.get_text() == "How accurate is it?"
        assert page.select_one('header a[href="index.html"]')
        assert len(page.select("figure.chart")) >= 5 and "GRU-TSC" in page.get_text()
        assert "make accuracy DATA=folder shows them here" in page.get_text()
        assert not page.find_all("script") and not [path for path in clone.reports.iterdir() if "making" in path.name]
        assert BeautifulSoup(index.read_bytes(), "html.parser").select_one('a[href="accuracy.html"]').get_text() == "Accuracy"
        assert clone.make().stdout.startswith("Nothing to do")
    finally:
        (clone.reports / "accuracy.html").unlink(missing_ok=True)
        index.write_bytes(before)


def test_make_knows_it(clone):
    assert re.search(r"make accuracy +how accurate", clone.make("help").stdout)
