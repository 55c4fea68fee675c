"""A crew of processes on this machine, the default."""

from __future__ import annotations

import atexit
import ctypes
import gc
import mmap
import multiprocessing
import os
import pickle
import signal
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import reduction
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from memogen.batch.desk import Desk, Work
from memogen.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.batch.crew import Chunk, Submit
    from memogen.setting import Outcome, Setting

_PR_SET_PDEATHSIG = 1


class Processes:
    """Spawned worker processes: they share no threads or locks with this one, and start in the same way everywhere."""

    death = BrokenProcessPool

    def __init__(self, setting: Setting, work: Work, workers: int) -> None:
        self._setting = setting
        self._work = work
        self._workers = workers

    @property
    def held(self) -> int:
        """One chunk a worker, and those that the pool's queue holds ready: as many, and one."""
        return 2 * self._workers + 1

    @property
    def ahead(self) -> int:
        """Eight chunks a worker: while one of them is slow, the others go on."""
        return 8 * self._workers

    @contextmanager
    def at_work(self, most: int) -> Iterator[Submit]:
        """A pool; when one of its workers dies, so does the pool."""
        spawned = multiprocessing.get_context("spawn")
        with _handed(self._setting) as setting:
            beginning = (setting, self._work, os.getpid())
            pool = ProcessPoolExecutor(min(self._workers, most), spawned, _begin, beginning)

            def submit(chunk: Chunk) -> Future[list[Outcome]]:
                return pool.submit(_make, chunk)

            try:
                yield submit
            finally:
                pool.shutdown(cancel_futures=True)


@contextmanager
def _handed(setting: Setting) -> Iterator[Setting]:
    """The setting for workers that are spawned while the block lasts: what they are given is one when it arrives."""
    if sys.platform != "linux":
        yield setting
        return
    file = os.memfd_create("memogen")
    try:
        with os.fdopen(file, "wb", closefd=False) as stream:
            pickle.dump(setting, stream)
        yield cast("Setting", _InMemory(file))
    finally:
        os.close(file)


class _InMemory(NamedTuple):
    """A setting in a file that has no name, and so is only this process's and its workers'.

    It has the index, and so is larger than a pipe holds: a worker that got it through one would be waited for until it
    has woken the whole house, and the next could not start before.
    """

    file: int

    def __reduce__(self) -> tuple[object, ...]:
        """A worker unpickles the setting itself."""
        return _unpickled, (reduction.DupFd(self.file),)


def _unpickled(handed: Any) -> Setting:  # noqa: ANN401 - multiprocessing does not name its type
    with os.fdopen(handed.detach(), "rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        # Not read from the stream: all workers share its place in the file.
        setting: Setting = pickle.loads(content)  # noqa: S301 - nobody else can reach the file
        return setting


_desk: Desk | None = None


def _begin(setting: Setting, work: Work, parent: int) -> None:
    """Set up a worker process. Ctrl-C is the parent's to handle."""
    global _desk  # noqa: PLW0603 - a worker process has exactly one desk for as long as it lives
    begin(parent)
    _desk = Desk(setting, work)


def begin(parent: int) -> None:
    """Let a worker process leave Ctrl-C to its parent, and end with it: it would wait for work for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The parent waits for its workers to end: they need not look for cycles in what ends with them anyway.
    atexit.register(gc.freeze)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            sys.exit(ExitCode.STOPPED)


def _make(paths: Chunk) -> list[Outcome]:
    assert _desk is not None  # noqa: S101 - _begin has run in every worker
    return _desk.make_all(paths)
