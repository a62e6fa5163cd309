"""A change rebuilds what depends on it, and nothing else."""

import os
import sys

import pytest

from stancebook.paths import ROOT
from stancebook.render import sources

PAGES = sources.pages()


def rebuilt_by(name):
    return {page for page, notebook in PAGES.items() if ROOT / name in sources.dependencies(page, notebook)}


@pytest.mark.parametrize(
    ("changed", "rebuilt", "left"),
    [
        ("notebooks/01_text.ipynb", {"01_text.html"}, {"00_overview.html", "reading.html"}),
        (
            "data/lexicons/stance.csv",
            {"03_stance.html", "00_overview.html", "reading.html"},
            {"01_text.html", "02_entities.html"},
        ),
        ("data/knowledge/aliases.csv", {"02_entities.html", "reading.html"}, {"01_text.html"}),
        ("stancebook/statistics/dispersion.py", {"01_text.html"}, set()),
        ("stancebook/findings/tone.py", {"03_stance.html"}, {"01_text.html", "02_entities.html"}),
        ("data/models/first-reading-tags.json.xz", set(PAGES), set()),
        ("stancebook/articles/layout.py", set(PAGES), set()),
        ("stancebook/charts/bars.py", {"00_overview.html", "02_entities.html"}, {"reading.html"}),
        ("stancebook/render/templates/style.css", set(PAGES), set()),
        ("stancebook/render/checks.py", set(PAGES), set()),
        ("requirements.lock", set(PAGES), set()),
        ("README.md", set(), set(PAGES)),
    ],
)
def test_what_a_file_rebuilds(changed, rebuilt, left):
    assert (ROOT / changed).is_file()
    found = rebuilt_by(changed)
    assert rebuilt <= found and not left & found


def test_every_file_that_a_module_names_as_its_data_is_there():
    named = set().union(*(sources.dependencies(page, notebook) for page, notebook in PAGES.items()))
    assert [path for path in named if not path.exists()] == []


def test_what_decides_whether_anything_is_to_do_imports_nothing_heavy():
    heavy = "import sys; import stancebook.__main__, stancebook.render.outdated, stancebook.render.parameters;"
    code = (
        heavy
        + "sys.exit(any(name in sys.modules for name in ('pandas', 'matplotlib', 'nltk', 'nbconvert', 'papermill')))"
    )
    assert os.spawnv(os.P_WAIT, sys.executable, [sys.executable, "-c", code]) == 0
