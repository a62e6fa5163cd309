"""Kernels that start by forking a process which has imported the libraries already.

Each notebook still runs in a process of its own, but pays for no import. Where a system cannot fork (Windows), kernels
start in Jupyter's usual way.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from importlib.metadata import EntryPoint
from typing import Any

from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

PRELOADED = (
    "stancebook.preload",
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "matplotlib.backends.backend_svg",
)
NAME = "forked-from-preloaded"
# What makes two runs differ is held still: hash order, dates in SVG, the matplotlib backend.
STILL = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0", "MPLBACKEND": "agg", "OMP_NUM_THREADS": "1"}


class ForkedProcess:
    """What Jupyter asks of a ``subprocess.Popen``, of a process that was forked."""

    stdin = stdout = stderr = None

    def __init__(self, process: multiprocessing.Process):
        self._process = process
        self.pid = process.pid

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int | None:
        self._process.join(timeout)
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


class ForkedProvisioner(LocalProvisioner):
    """Starts a kernel by a fork of the preloaded process."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> dict[str, Any]:
        arguments = cmd[cmd.index("-f") :] if "-f" in cmd else cmd[1:]
        context = multiprocessing.get_context("forkserver")
        environment = {**kwargs.get("env", os.environ), **STILL}
        # Not daemonic: Jupyter ends it, and a daemonic process could not start one of its own.
        process = context.Process(target=run_kernel, args=(arguments, kwargs.get("cwd") or os.getcwd(), environment))
        process.start()
        self.process = ForkedProcess(process)
        self.pid, self.pgid = process.pid, None
        RUNNING.add(self.process)
        return self.connection_info


RUNNING: set[ForkedProcess] = set()


def run_kernel(arguments: list[str], folder: str, environment: dict[str, str]) -> None:
    """Be a Jupyter kernel; called in the forked process."""
    from ipykernel.kernelapp import IPKernelApp

    # A kernel greets the terminal that it was started from; what cells print goes another way.
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.environ.update(environment)
    os.environ["JPY_PARENT_PID"] = str(os.getppid())
    os.chdir(folder)
    sys.argv = ["ipykernel_launcher", *arguments]
    IPKernelApp.launch_instance([*arguments, "--HistoryManager.enabled=False", "--IPKernelApp.no_stdout=False"])


def preload() -> None:
    """Have kernels start by forking, where the system can; call once, before the first kernel."""
    os.environ.update(STILL)
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return
    multiprocessing.get_context("forkserver").set_forkserver_preload(list(PRELOADED))
    factory = KernelProvisionerFactory.instance()
    factory.provisioners[NAME] = EntryPoint(NAME, f"{__name__}:ForkedProvisioner", KernelProvisionerFactory.GROUP_NAME)
    factory.default_provisioner_name = NAME


def end_all() -> None:
    """End every kernel that still runs."""
    for process in RUNNING:
        process.kill()
    RUNNING.clear()
