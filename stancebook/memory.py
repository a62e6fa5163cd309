"""What one kernel of a run has computed, the others need not compute again.

The renderer names a folder for one run of make and removes it at its end, so that nothing in it can be older than the
code, the weights or the article that it came from. Elsewhere, as in JupyterLab, nothing is kept.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

FOLDER = "STANCEBOOK_MEMORY"


def remembered(function: Callable) -> Callable:
    """``function``, which must be pure, computed once in a run for each set of arguments.

    The arguments are those that JSON can write, for these alone are surely told apart; a tuple counts as a list.
    """

    @functools.wraps(function)
    def recalled(*arguments: Any) -> Any:
        folder = os.environ.get(FOLDER)
        if not folder:
            return function(*arguments)
        asked = json.dumps([function.__module__, function.__qualname__, arguments])
        path = Path(folder, hashlib.sha256(asked.encode()).hexdigest())
        try:
            return pickle.loads(path.read_bytes())
        except FileNotFoundError:
            result = function(*arguments)
            _keep(path, pickle.dumps(result))
            return result

    return recalled


def _keep(path: Path, content: bytes) -> None:
    unfinished = path.with_suffix(f".{os.getpid()}")
    try:
        unfinished.write_bytes(content)
        os.replace(unfinished, path)
    except OSError:
        unfinished.unlink(missing_ok=True)  # a full disk: the next kernel computes it again, the pages will say so
