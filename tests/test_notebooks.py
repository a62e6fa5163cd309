"""The notebooks as they lie in git: no outputs, one kernel name, typed parameters, thin cells."""

import ast
import re

import nbformat
import pytest
from papermill import inspect_notebook

from stancebook.paths import NOTEBOOKS

ALL = sorted(NOTEBOOKS.glob("*.ipynb"))
MOST_LINES = 10


@pytest.fixture(params=ALL, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def code_of(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_notebooks():
    assert {path.stem for path in ALL} >= {"00_overview", "01_text", "02_entities", "03_stance"}


def test_they_hold_no_outputs_and_run_on_the_kernel_that_everyone_has(notebook):
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert all(not cell.outputs and cell.execution_count is None for cell in code_of(notebook))


def test_their_cells_are_thin(notebook):
    for cell in code_of(notebook):
        assert len([line for line in cell.source.splitlines() if line.strip()]) <= MOST_LINES, cell.source
        nodes = ast.walk(ast.parse(cell.source))
        assert not any(isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda) for node in nodes)


def test_one_cell_holds_the_parameters_each_typed(notebook):
    tagged = [cell for cell in code_of(notebook) if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1
    statements = ast.parse(tagged[0].source).body
    assert all(isinstance(statement, ast.AnnAssign) for statement in statements)
    about_an_article = not tagged[0].id.startswith("9")
    assert ("article" in {statement.target.id for statement in statements}) == about_an_article


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_papermill_knows_the_type_of_each_parameter(path):
    assert {one["inferred_type_name"] for one in inspect_notebook(str(path)).values()} <= {
        "str",
        "int",
        "float",
        "bool",
        "list[str]",
    }


@pytest.mark.parametrize("path", [path for path in ALL if path.stem < "90"], ids=lambda path: path.stem)
def test_every_chart_says_how_often_what_it_counts_is_right(path):
    cells = [cell.source for cell in code_of(nbformat.read(path, as_version=4))]
    for cell in (cell for cell in cells if re.search(r"\bcharts\.\w+\(", cell)):
        assert "trust" in cell or "checking.accuracy_note(article, " in cell, cell
    assert any(cell.startswith("checking.accuracy(article, ") for cell in cells)
    assert any("model=model" in cell for cell in cells), "another reader can be swapped in"


def test_each_asks_its_questions_in_order(notebook):
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    headings = [len(marks) for marks in re.findall(r"^(#+) ", prose, re.MULTILINE)]
    assert headings[0] == 1 and headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(headings, headings[1:]))


def test_the_readme_names_each_with_its_parameters():
    readme = (NOTEBOOKS.parent / "README.md").read_text(encoding="utf8")
    common = {"article", "title", "outlet", "author", "date", "model"}  # and of what is about no article, none
    for path in ALL:
        row = next((line for line in readme.splitlines() if line.startswith(f"| `{path.stem}`")), "")
        named = set(re.findall(r"`(\w+)`", row.rsplit("|", 2)[-2])) if row else set()
        assert named == set(inspect_notebook(str(path))) - common, path.stem
