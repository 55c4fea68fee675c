"""What a process of memogen writes to, whoever reads it: nobody, a program that has had enough, another alphabet."""

from __future__ import annotations

import io
import os
import select
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Buffer


def secure() -> None:
    """Let no stream stop the work; to be called by the one that owns the process, before it opens any file.

    A stream that was closed (``>&-``) leads nowhere: the next file that is opened would take its place. A reader that
    has had enough (``| head``) stops no document from being made. What is told beside the result may get lost, as on a
    full disk, but the result may not.
    """
    for number in range(3):
        _open_where_closed(number)
    sys.stdout = _stream(1, _Reader(1, "w", closefd=False))
    sys.stderr = _stream(2, _Listener(2, "w", closefd=False))


class _Reader(io.FileIO):
    """Writes to somebody who may leave; what is written then is written to nobody."""

    def write(self, data: Buffer, /) -> int:
        try:
            while (written := self._written(data)) is None:
                # Whoever shares the stream has asked not to wait at it, as Node does, and its reader is slow.
                select.select([], [self], [])
            return written  # noqa: TRY300 - there is no shorter way to say it
        except BrokenPipeError:
            return self._abandoned(data)

    def _written(self, data: Buffer) -> int | None:
        """How much of it could be written now; None where the reader has no room, of which typeshed knows nothing."""
        return super().write(data)

    def _abandoned(self, data: Buffer) -> int:
        os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())
        return memoryview(data).nbytes


class _Listener(_Reader):
    """The same, where it does not matter why nothing can be written any more."""

    def write(self, data: Buffer, /) -> int:
        try:
            return super().write(data)
        except OSError:
            return self._abandoned(data)


def _open_where_closed(number: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        os.open(os.devnull, os.O_RDWR)  # the lowest number that is free, which is this one


def _stream(number: int, raw: _Reader) -> io.TextIOWrapper:
    before = sys.stdout if number == 1 else sys.stderr
    encoding = before.encoding if before is not None else "utf-8"
    # File names that are no text leave as they came; a letter that the terminal does not have is no reason to stop.
    errors = "surrogateescape" if encoding.lower().replace("-", "") == "utf8" else "replace"
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding, errors, line_buffering=True)
