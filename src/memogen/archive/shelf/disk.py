"""The disk, as the archive needs it: what is written stands after a power failure, what is read is an ordinary file.

Everything here raises OSError where the disk refuses.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from io import BufferedReader
    from pathlib import Path

_LARGEST = 64_000_000
_AT_ONCE = 64
"""Files that are open at a time: a process may have no more than some hundreds."""


def write_durably(files: Mapping[Path, bytes]) -> None:
    """Write new files; FileExistsError where there is one."""
    waiting = list(files.items())
    for start in range(0, len(waiting), _AT_ONCE):
        _write(waiting[start : start + _AT_ONCE])


def _write(files: list[tuple[Path, bytes]]) -> None:
    """All are on their way to the disk before any is waited for: the waiting, not the writing, is what takes time."""
    with ExitStack() as stack:
        streams = [stack.enter_context(path.open("xb")) for path, _ in files]
        for stream, (_, data) in zip(streams, files, strict=True):
            stream.write(data)
            stream.flush()
            if sys.platform == "linux":
                # "Not needed in memory" begins the writing at once, and does not wait for it.
                os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        for stream in streams:
            os.fsync(stream.fileno())


def settle(folder: Path) -> None:
    """Make the names in a folder stand, on the disks that can."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def read(path: Path) -> bytes:
    """The bytes of a manifest or of kedja.json: at most 64 MB, so that a file of another kind fills no memory."""
    with _opened(path) as stream:
        data = stream.read(_LARGEST)
        if stream.read(1):
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
        return data


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with _opened(path) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _opened(path: Path) -> BufferedReader:
    """A file to read; a link is not followed, and a pipe is not waited for."""
    stream = os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb")
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
    return stream
