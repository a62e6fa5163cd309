"""The pages that are of no article, such as the one on accuracy: made when asked for, and linked from the index."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from stancebook.errors import StancebookError
from stancebook.pages import RENDERING
from stancebook.render import checks, execution, kernels, pages, reports, sources
from stancebook.render.outdated import INDEX


def write(folder: Path) -> list[StancebookError]:
    """Make every standing page in ``folder``, and the index, which leads to them; returns what failed.

    A page that fails stays as it was.
    """
    stage = folder / f".making-{os.getpid()}"
    os.environ[RENDERING] = "1"
    kernels.register()
    failures = []
    try:
        stage.mkdir(parents=True)
        for page, notebook in sources.standing().items():
            try:
                html = pages.standing_page(execution.execute(notebook, {}, stage / f"{notebook.stem}.ipynb"))
                checks.check({page: html}, frozenset({INDEX}))
            except StancebookError as error:
                failures.append(error)
                continue
            (stage / page).write_text(html, encoding="utf8")
            os.replace(stage / page, folder / page)
        reports.write_index(folder, stage)
    finally:
        kernels.end_all()
        shutil.rmtree(stage, ignore_errors=True)
    return failures
