"""Reading an article in a process of its own, so that the renderer need not load what reading takes."""

from __future__ import annotations

import contextlib
import os
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from markupsafe import Markup

from stancebook.errors import RenderError, StancebookError
from stancebook.render import forks


def annotated(path: Path, fields: dict[str, str]) -> tuple[Markup, dict]:
    """What ``render.annotated`` gives. Raises what it raises, and RenderError where the process died."""
    ours, theirs = Pipe(duplex=False)
    process = forks.start(_send, theirs, path, fields, dict(os.environ))
    theirs.close()  # theirs alone now, so that its end is told
    try:
        result = ours.recv()
    except EOFError as error:
        raise RenderError(
            f"{path}: the process that read it died, perhaps for want of memory; close something and try again."
        ) from error
    finally:
        process.kill()
        process.join()
    if isinstance(result, StancebookError):
        raise result
    return result


def _send(to: Connection, path: Path, fields: dict[str, str], environment: dict[str, str]) -> None:
    from stancebook.render.annotated import annotated  # here, for the renderer itself imports this module

    os.environ.update(environment)  # that of the process forked from is older
    try:
        result = annotated(path, fields)
    except StancebookError as error:
        result = error
    with contextlib.suppress(BrokenPipeError):  # the renderer was interrupted meanwhile
        to.send(result)
