"""What workers get from this process while they wake: they need not wait for it, nor it for them."""

from __future__ import annotations

import mmap
import os
import pickle
import sys
from contextlib import ExitStack
from multiprocessing import reduction
from typing import TYPE_CHECKING, Any

from memogen.errors import ExitCode

if TYPE_CHECKING:
    from memogen.setting import Setting


def handover(setting: Setting) -> Handover:
    """The setting, to be sent to workers; they get the setting itself."""
    return _InMemory(setting) if sys.platform == "linux" else Handover(setting)


class Handover:
    """Each worker is sent the setting when it is started."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def give(self) -> None:
        """Let the workers that have been started have it."""

    def close(self) -> None:
        """Let no worker wait for it any longer."""

    def __reduce__(self) -> tuple[object, ...]:
        """As a worker unpickles it."""
        return _itself, (self._setting,)


class _InMemory(Handover):
    """Workers are started first, and wait for it: they take as long to wake as the index takes to make.

    It is in a file that has no name, and so is only this process's and theirs. It is larger than a pipe holds: a worker
    that got it through one would be waited for until it is awake, and the next could not start before.
    """

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        with ExitStack() as opened:
            # Unbuffered: it is written in one step, and so never in part.
            self._content = opened.enter_context(os.fdopen(os.memfd_create("memogen"), "wb", buffering=0))
            waiting, writing = os.pipe()
            self._waiting = opened.enter_context(os.fdopen(waiting, "rb"))
            self._writing = opened.enter_context(os.fdopen(writing, "wb"))
            self._opened = opened.pop_all()

    def give(self) -> None:
        if not self._writing.closed:
            self._content.write(pickle.dumps(self._setting))
            self._writing.close()

    def close(self) -> None:
        self._opened.close()

    def __reduce__(self) -> tuple[object, ...]:
        return _read, (reduction.DupFd(self._content.fileno()), reduction.DupFd(self._waiting.fileno()))


def _itself(setting: Setting) -> Setting:
    return setting


def _read(content: Any, waiting: Any) -> Setting:  # noqa: ANN401 - multiprocessing does not name its type
    """In a worker: the setting, as soon as it is written."""
    with os.fdopen(waiting.detach(), "rb") as stream:
        stream.read()  # there is nothing in it, but it ends
    with os.fdopen(content.detach(), "rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        if not size:  # whoever was to give it was stopped
            sys.exit(ExitCode.STOPPED)
        # Not read from the stream: all workers share its place in the file.
        with mmap.mmap(stream.fileno(), size, access=mmap.ACCESS_READ) as written:
            setting: Setting = pickle.loads(written)  # noqa: S301 - nobody else can reach the file
            return setting
