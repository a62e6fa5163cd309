"""Processes that begin as a fork of one that has imported and loaded everything already, where the system can fork.

The process to fork from is started first, so that it loads while the renderer imports what it needs itself.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing import forkserver
from typing import Any

PRELOADED = [
    "stancebook.preload",
    "stancebook.render.annotated",
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "matplotlib.backends.backend_svg",
]
# What makes two runs differ is held still: hash order, dates in SVG, the matplotlib backend.
STILL = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0", "MPLBACKEND": "agg", "OMP_NUM_THREADS": "1"}


def available() -> bool:
    """Whether this system can fork."""
    return "forkserver" in multiprocessing.get_all_start_methods()


def prepare() -> None:
    """Begin to load what the processes will need; returns at once."""
    os.environ.update(STILL)
    if available():
        forkserver.set_forkserver_preload(PRELOADED)
        # An interrupt is for the renderer alone, which ends its processes; they inherit that they ignore it.
        usual = signal.signal(signal.SIGINT, signal.SIG_IGN)
        forkserver.ensure_running()
        signal.signal(signal.SIGINT, usual)


def start(function: Callable, *arguments: Any) -> multiprocessing.process.BaseProcess:
    """Run ``function`` in a process of its own, forked where the system can fork."""
    # Not daemonic: a daemonic process could not start one of its own.
    context = multiprocessing.get_context("forkserver" if available() else "spawn")
    process = context.Process(target=function, args=arguments)
    process.start()
    return process
