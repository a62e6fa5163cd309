"""Kernels that start by forking a process which has imported the libraries already.

Each notebook still runs in a process of its own, but pays for no import. Where a system cannot fork (Windows), kernels
start in Jupyter's usual way.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib.metadata import EntryPoint
from multiprocessing.process import BaseProcess
from typing import Any

from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

from stancebook.paths import ROOT
from stancebook.render import forks

NAME = "forked-from-preloaded"


class ForkedProcess:
    """What Jupyter asks of a ``subprocess.Popen``, of a process that was forked."""

    stdin = stdout = stderr = None

    def __init__(self, process: BaseProcess):
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
        process = forks.start(run_kernel, arguments, {**kwargs.get("env", os.environ), **forks.STILL})
        self.process = ForkedProcess(process)
        self.pid, self.pgid = process.pid, None
        RUNNING.add(self.process)
        return self.connection_info


RUNNING: set[ForkedProcess] = set()


def run_kernel(arguments: list[str], environment: dict[str, str]) -> None:
    """Be a Jupyter kernel; called in the forked process."""
    from ipykernel.kernelapp import IPKernelApp

    # A kernel greets the terminal that it was started from; what cells print goes another way.
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.environ.update(environment)
    os.environ["JPY_PARENT_PID"] = str(os.getppid())
    os.chdir(ROOT)
    sys.modules["debugpy"] = None  # a debugger, whose import costs more than the rest of a kernel's start
    sys.argv = ["ipykernel_launcher", *arguments]
    IPKernelApp.launch_instance([*arguments, "--HistoryManager.enabled=False", "--IPKernelApp.no_stdout=False"])


def register() -> None:
    """Have Jupyter start its kernels by forking, where the system can; call once, before the first kernel."""
    if forks.available():
        factory = KernelProvisionerFactory.instance()
        factory.provisioners[NAME] = EntryPoint(NAME, f"{__name__}:ForkedProvisioner", factory.GROUP_NAME)
        factory.default_provisioner_name = NAME


def end_all() -> None:
    """End every kernel that still runs."""
    for process in RUNNING:
        process.kill()
    RUNNING.clear()
