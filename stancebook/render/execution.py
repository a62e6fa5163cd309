"""One notebook, executed by papermill in a kernel of its own; a failed one is kept, and told in one paragraph."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

from stancebook import errors
from stancebook.errors import RenderError

# JupyterLab's jsonschema pulls it in; compiling its grammars costs two seconds, and no report needs it.
sys.modules.setdefault("rfc3987_syntax", None)

import papermill
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from papermill.engines import NBClientEngine, NotebookExecutionManager, papermill_engines
from papermill.exceptions import PapermillExecutionError


class WrittenOnce(NBClientEngine):
    """papermill's engine, but for writing the notebook before and after each cell, which costs more than to run most."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: NotebookExecutionManager, kernel_name: str, **kwargs: Any) -> None:
        path, nb_man.output_path = nb_man.output_path, None
        try:
            super().execute_managed_notebook(nb_man, kernel_name, **kwargs)
        finally:
            nb_man.output_path = path  # whatever happened, what was run is written


# What it has to say comes back as an exception.
logging.getLogger("papermill").setLevel(logging.CRITICAL)
papermill_engines.register(WrittenOnce.__name__, WrittenOnce)


def declared(notebook: Path) -> dict[str, dict]:
    """The parameters that a notebook declares in its tagged cell, with their types and defaults."""
    try:
        return papermill.inspect_notebook(str(notebook))
    except Exception as error:
        raise RenderError(f"{notebook.name} cannot be read as a notebook ({_first_line(error)}); mend it.") from error


def execute(notebook: Path, parameters: dict[str, object], executed: Path) -> NotebookNode:
    """Run ``notebook``, leaving what was run at ``executed``. Raises RenderError, which says which cell and why."""
    try:
        return papermill.execute_notebook(
            str(notebook),
            str(executed),
            parameters=parameters,
            kernel_name="python3",
            engine_name=WrittenOnce.__name__,
            progress_bar=False,
            log_output=False,
        )
    except PapermillExecutionError as error:
        raise RenderError(_explained(notebook, error)) from error
    except DeadKernelError as error:
        raise RenderError(
            f"{notebook.name}: its kernel died, perhaps for want of memory; close something and try again."
        ) from error


def _explained(notebook: Path, error: PapermillExecutionError) -> str:
    kind = getattr(errors, error.ename, None)
    for_people = isinstance(kind, type) and issubclass(kind, errors.StancebookError)
    reason = error.evalue if for_people else f"{error.ename}: {error.evalue}"
    lines = [line.strip() for line in error.source.splitlines() if line.strip()]
    return f"{notebook.name} failed in cell {error.exec_count} ({lines[0] if lines else 'empty'}). {reason}"


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
