"""A room for an act that is not whole yet: nobody sees it, and what a killed run left in one is swept away."""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.archive.shelf.chain import HALL, LOCK, locked

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCK_ENDING = ".las"


@contextmanager
def room(archive: Path) -> Iterator[Path]:
    """An empty folder on the archive's own disk, taken away afterwards unless it has been moved. OSError if none.

    While a run lives, it holds a lock beside its room, so that no other run sweeps the room away.
    """
    hall = archive / HALL
    hall.mkdir(parents=True, exist_ok=True)
    with locked(archive):
        _sweep(hall)
        folder = hall / f"{os.getpid()}-{secrets.token_hex(8)}"
        lock = Path(f"{folder}{_LOCK_ENDING}")
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    try:
        folder.mkdir()
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):
            lock.unlink()
        os.close(handle)


def _sweep(hall: Path) -> None:
    held = {LOCK}
    for lock in hall.glob(f"*{_LOCK_ENDING}"):
        if lock.name != LOCK and _is_held(lock):
            held |= {lock.name, lock.stem}
    for path in hall.iterdir():
        if path.name in held:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()


def _is_held(lock: Path) -> bool:
    try:
        handle = os.open(lock, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    else:
        return False
    finally:
        os.close(handle)
