"""kedja.json: which act the archive filed last, and the lock that lets one run at a time file.

Each manifest names the one that was filed before it; kedja.json names the last. It is written twice for each act: as
``påbörjad`` before the folder takes its place and as ``klar`` after it. A run that is killed between the two
leaves an archive that is whole: the act is filed if its folder is there, and was never filed if it is not.

Keys: ``format`` 1 · ``senaste`` and ``föregående`` as in a manifest · ``läge`` påbörjad or klar.
"""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.archive.shelf.disk import read
from memogen.archive.shelf.manifest import FORMAT, MANIFEST, Link, UnreadableError, field, read_plain, written
from memogen.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = "kedja.json"
HALL = ".halvfardigt"
"""The hidden folder below the archive where acts lie until they are whole."""
LOCK = "arkivet.las"
_PATIENCE = 60.0
"""Seconds to wait for other runs; each holds the lock for some milliseconds."""
_BEGUN, _DONE = "påbörjad", "klar"


@dataclass(frozen=True, slots=True)
class Head:
    """The last act of the chain. ``begun``: its folder may not have taken its place; then ``previous`` is the last."""

    latest: Link
    previous: Link | None
    begun: bool

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return written(
            {
                "format": FORMAT,
                "senaste": self.latest.plain,
                "föregående": self.previous.plain if self.previous else None,
                "läge": _BEGUN if self.begun else _DONE,
            }
        )


def read_head(archive: Path) -> Head | None:
    """What kedja.json says; None where there is none.

    Raises:
        UnreadableError: it is not as memogen wrote it.
        OSError: it cannot be read.
    """
    try:
        data = read(archive / HEAD)
    except FileNotFoundError:
        return None
    plain = read_plain(data)
    latest = Link.parsed(plain, "senaste")
    if latest is None:
        raise UnreadableError('"senaste" saknas')
    head = Head(latest, Link.parsed(plain, "föregående"), begun=field(plain, "läge", str) == _BEGUN)
    if head.data != data:
        raise UnreadableError("innehållet är inte som memogen skrev det")
    return head


def ready_heads(archive: Path, latest: Link, previous: Link | None) -> dict[Path, bytes]:
    """What kedja.json will say when the act is begun and when it is done, and where that lies until it takes its place.

    Nothing lies there yet. OSError where something that a killed run has left cannot be taken away.
    """
    heads = {archive / HALL / f"{begun:d}-{HEAD}": Head(latest, previous, begun=begun).data for begun in (True, False)}
    for path in heads:
        path.unlink(missing_ok=True)
    return heads


def last_filed(archive: Path) -> Link | None:
    """The act that the next one follows; None in an empty archive. The caller holds the lock.

    Raises:
        OutputError: kedja.json is damaged, or missing though there are acts.
        OSError: the archive cannot be read.
    """
    mend = f'lägg tillbaka "{HEAD}" ur en säkerhetskopia, och kör "memogen verify"'
    try:
        head = read_head(archive)
    except UnreadableError as error:
        raise OutputError(f'"{archive / HEAD}" är skadad: {error}', mend) from error
    if head is None:
        if any((folder / MANIFEST).is_file() for folder in archive.iterdir()):
            raise OutputError(f'"{archive / HEAD}" saknas, fast det finns arkiverade akter', mend)
        return None
    took_its_place = os.path.lexists(archive / head.latest.folder)
    return head.latest if took_its_place or not head.begun else head.previous


@contextmanager
def locked(archive: Path) -> Iterator[None]:
    """Alone in the archive, among the runs that file.

    Raises:
        OutputError: another run has kept the archive for a minute.
        OSError: the lock cannot be made.
    """
    handle = os.open(archive / HALL / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        _wait(handle, fcntl.LOCK_EX, archive)
        yield
    finally:
        os.close(handle)


@contextmanager
def looked_at(archive: Path) -> Iterator[None]:
    """While no run files. An archive that cannot be written in, such as a copy on a disc, needs no lock."""
    handle = None
    with suppress(OSError):
        handle = os.open(archive / HALL / LOCK, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if handle is not None:
            _wait(handle, fcntl.LOCK_SH, archive)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _wait(handle: int, kind: int, archive: Path) -> None:
    patience = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > patience:
                raise OutputError(
                    f'arkivet "{archive}" är upptaget av en annan körning', "vänta tills den är klar, och kör igen"
                ) from None
            time.sleep(0.005)
        else:
            return
