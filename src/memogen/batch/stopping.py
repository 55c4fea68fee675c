"""How worker processes are started and ended: with their work, with a run that is stopped, with their parent."""

from __future__ import annotations

import atexit
import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

from memogen.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import ProcessPoolExecutor

_Done = TypeVar("_Done")

_PR_SET_PDEATHSIG = 1
_MAIN: Final = threading.main_thread()
"""The only thread that may say what comes of a signal."""
_ASKED: Final = {signal.SIGTERM}
if sys.platform != "win32":
    _ASKED.add(signal.SIGHUP)
_PATIENCE: Final = 10.0
"""Seconds that a worker may take to end what it has started."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let whoever stops the run wait while processes are started: one that still wakes would tell in its own way."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        with _put_off():
            yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _put_off() -> Iterator[None]:
    """Let what another program or a closed terminal asks wait. Not blocked: a worker could then not be told to end."""
    asked: list[int] = []
    usual = {number: signal.getsignal(number) for number in _ASKED if threading.current_thread() is _MAIN}
    put_off = {number: heeded for number, heeded in usual.items() if heeded != signal.SIG_IGN}
    for number in put_off:
        signal.signal(number, lambda number, _: asked.append(number))
    try:
        yield
    finally:
        for number, heeded in put_off.items():
            signal.signal(number, heeded)
        for each in asked:
            signal.raise_signal(each)


@contextmanager
def ended(pool: ProcessPoolExecutor) -> Iterator[None]:
    """End the pool when the block is left; at once, whatever its workers are at, where an exception leaves it."""
    try:
        yield
    except BaseException:
        # A person who has pressed Ctrl-C should not have to wait for the documents that are under way.
        _stop_workers()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _stop_workers() -> None:
    workers = multiprocessing.active_children()
    for worker in workers:
        worker.terminate()
    patience = time.monotonic() + _PATIENCE
    while any(worker.is_alive() for worker in workers) and time.monotonic() < patience:
        time.sleep(0.01)
    for worker in workers:
        worker.kill()


class _Worker:
    """What a worker process knows of its own end."""

    def __init__(self) -> None:
        self._is_working = False
        self._is_told = False

    def stop(self, *_: object) -> None:
        """Told to end: what is under way ends as at any exception, and takes what it has started with it."""
        if self._is_told:  # twice: the pool, too, tells those who are left when one has gone
            return
        self._is_told = True
        # Nobody reads what is said from here on.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stderr__.fileno() if sys.__stderr__ else 2)
        if self._is_working:
            sys.exit(ExitCode.STOPPED)
        self._end()

    def do(self, work: Callable[[], _Done]) -> _Done:
        """What the work gives."""
        self._is_working = True
        try:
            return work()
        finally:
            self._is_working = False
            # Also where the exception was lost on its way, as in a callback of a library.
            if self._is_told:
                self._end()

    def _end(self) -> None:
        atexit._run_exitfuncs()  # noqa: SLF001 - every LibreOffice that this process has started ends here
        # Not by an exception: the pool would take it for the answer, and give the worker more to do.
        os._exit(ExitCode.STOPPED)


_worker = _Worker()


def begin(parent: int) -> None:
    """Let a worker process leave Ctrl-C to its parent, and end with it: it would wait for work for ever."""
    signal.signal(signal.SIGTERM, _worker.stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # the terminal is closed: that, too, is the parent's
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    # The parent waits for its workers to end: they need not look for cycles in what ends with them anyway.
    atexit.register(gc.freeze)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(ExitCode.STOPPED)  # at once: the pool would tell of an exception, to nobody who asked


def heeding(work: Callable[[], _Done]) -> _Done:
    """What the work gives, in a worker process; told to end, it ends there and then."""
    return _worker.do(work)
