"""Files: written whole or not at all, fingerprinted, and named safely."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
import unicodedata
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from memogen.errors import OutputError, ToolError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from io import FileIO
    from pathlib import Path

_Done = TypeVar("_Done")

_REASONS = {
    errno.ENOSPC: ("disken är full", "frigör utrymme och kör kommandot igen"),
    errno.EDQUOT: ("diskkvoten är slut", "frigör utrymme och kör kommandot igen"),
    errno.EACCES: ("behörighet saknas", "kontrollera rättigheterna till mappen, eller välj en annan mapp"),
    errno.EPERM: ("behörighet saknas", "kontrollera rättigheterna till mappen, eller välj en annan mapp"),
    errno.EROFS: ("mappen går inte att skriva i", "välj en annan mapp"),
    errno.ENOTDIR: ("en fil ligger där det ska vara en mapp", "flytta filen, eller välj en annan mapp"),
    errno.EEXIST: ("en fil ligger där det ska vara en mapp", "flytta filen, eller välj en annan mapp"),
    errno.EISDIR: ("en mapp ligger där filen ska skrivas", "flytta mappen, eller välj en annan mapp"),
    errno.ENAMETOOLONG: ("namnet är för långt", "korta diarienumret eller filnamnet"),
}
_FEWER = 'stäng andra program, eller kör render, archive och verify med "--jobs 1"'
_SHORTAGES = {
    errno.ENOMEM: ("datorns minne räcker inte", _FEWER),
    errno.EMFILE: ("för många filer är öppna på en gång", 'höj gränsen med "ulimit -n", eller kör med "--jobs 1"'),
    errno.ENFILE: ("för många filer är öppna på en gång", _FEWER),
    errno.EAGAIN: ("datorn startar inga fler processer", _FEWER),
}
_UNSAFE = re.compile(r"[^A-Za-z0-9åäö._-]")
_LONGEST_NAME = 120
_ABANDONED = 600
"""Seconds after which nobody is writing a file any more."""
_SETTLED = 3_000_000_000
"""Nanoseconds: longer than any disk's step of time (FAT counts in two seconds)."""
_FINE_STEP = 20_000_000
_BLOCK = 1 << 16


class Stamp(NamedTuple):
    """What the disk changes when somebody changes a file (times in nanoseconds)."""

    device: int
    inode: int
    size: int
    modified: int
    changed: int

    @classmethod
    def of(cls, path: Path | str) -> Stamp:
        """The stamp that a file has now; raises OSError."""
        seen = os.stat(path)  # noqa: PTH116 - thousands of records hold their paths as text
        return cls(seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)

    @property
    def settled(self) -> bool:
        """Whether the next change will show: disks count time in steps, and two changes may fall in one."""
        return time.time_ns() - max(self.modified, self.changed) > _SETTLED

    def shows_changes_after(self, moment: int) -> bool:
        """Whether a change after ``moment`` (nanoseconds since 1970) gives another stamp.

        A disk that counts in nanoseconds takes steps of some milliseconds; one that counts in seconds shows none.
        """
        step = _FINE_STEP if self.modified % 1_000_000_000 else _SETTLED
        return moment - max(self.modified, self.changed) > step


def write_whole(path: Path | str, data: bytes | Iterable[bytes], *, room: Path | str | None = None) -> None:
    """Write a file so that it appears whole or not at all, also on a full disk, Ctrl-C or kill.

    The bytes, in one piece or many, go to a hidden file in ``room`` (a folder on the same disk; default: beside the
    file), which then takes the place of the old one in one step.

    Raises:
        OutputError: it could not be written; an earlier file is untouched.
    """
    # Paths as text: two files are written for every case, and pathlib would take as long as the disk.
    temporary = os.path.join(room or os.path.dirname(path), f".memogen-{os.urandom(8).hex()}.tmp")  # noqa: PTH118, PTH120
    try:
        try:
            # Without a buffer, of which nothing would be left for the next piece.
            with _in_its_folder(temporary, lambda: open(temporary, "xb", buffering=0)) as stream:  # noqa: PTH123
                _write_all(stream, data)
            _in_its_folder(path, lambda: os.replace(temporary, path))  # noqa: PTH105
        except BaseException:
            # Also Ctrl-C: nothing is left behind.
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
            raise
    except OSError as error:
        raise unwritable(path, error) from error


def deliver(path: Path, data: Iterable[bytes]) -> None:
    """Write a file as :func:`write_whole`; a device or a pipe, which a person has named, is written to as it is.

    Raises:
        OutputError: it could not be written.
    """
    if not _is_no_file(path):
        write_whole(path, data)
        return
    try:
        with path.open("wb", buffering=0) as stream:
            _write_all(stream, data)
    except OSError as error:
        raise unwritable(path, error) from error


def _is_no_file(path: Path) -> bool:
    """Whether it is a device or a pipe: ``/dev/null``, ``/dev/stdout`` wherever that leads."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) or os.fspath(path).startswith(("/dev/", "/proc/"))


def _write_all(stream: FileIO, data: bytes | Iterable[bytes]) -> None:
    for piece in (data,) if isinstance(data, bytes) else data:
        rest = memoryview(piece)
        while rest:
            rest = rest[stream.write(rest) :]


def _in_its_folder(path: Path | str, act: Callable[[], _Done]) -> _Done:
    """What ``act`` gives, with the folder of ``path`` made first where there is none: most often there is one."""
    try:
        return act()
    except FileNotFoundError:
        folder = os.path.dirname(path)  # noqa: PTH120 - as above
        try:
            os.mkdir(folder)  # noqa: PTH102 - as above
        except OSError:  # it is there by now, or what it lies in is not
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        return act()


def is_there(path: Path) -> bool:
    """Whether there is a file; no where nobody may look: whoever then writes there is told why it cannot be done."""
    try:
        return path.is_file()
    except OSError:
        return False


def sweep(room: Path) -> None:
    """Take away what a run that was killed left half-written in ``room``; a run that still writes is left alone."""
    with suppress(OSError):  # there is none, or nobody may look
        for path in room.glob(".memogen-*.tmp"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _ABANDONED:
                    path.unlink()


def is_full(error: OSError) -> bool:
    """Whether there is no room on the disk, or none left of what this person may use of it."""
    return error.errno in {errno.ENOSPC, errno.EDQUOT}


def shortage(error: Exception) -> ToolError | None:
    """The refusal for what the machine has no more of: memory, files that may be open, processes; None for all else."""
    number = errno.ENOMEM if isinstance(error, MemoryError) else getattr(error, "errno", None)
    return ToolError(*_SHORTAGES[number]) if number in _SHORTAGES else None


def unwritable(path: Path | str, error: OSError) -> OutputError:
    """The refusal that tells, in Swedish, why a file could not be written."""
    reason, hint = _REASONS.get(error.errno or 0, ("skrivningen misslyckades", "kontrollera disken och mappen"))
    return OutputError(f'"{path}" kunde inte skrivas: {reason}', hint)


def fingerprint(data: bytes) -> str:
    """SHA-256 of some bytes, in hexadecimal."""
    import hashlib  # noqa: PLC0415 - a check fingerprints nothing, and OpenSSL is slow to wake

    return hashlib.sha256(data).hexdigest()


def short_fingerprint(data: bytes) -> int:
    """Eight bytes that tell one of some millions of texts from another, the same in every process."""
    import hashlib  # noqa: PLC0415 - as above

    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest())


def file_fingerprint(path: Path | str) -> str | None:
    """SHA-256 of a file, in hexadecimal; None where it cannot be read."""
    try:
        stamp = Stamp.of(path)
        return _remembered(path, stamp) if stamp.settled else _digest(path, stamp.size)
    except OSError:
        return None


def as_it_was(path: Path | str, moment: int) -> str | None:
    """The same of what was read after ``moment`` (nanoseconds since 1970).

    Of a file that somebody has changed since then it is one that no file has: nobody knows what was read.
    """
    digest = file_fingerprint(path)
    try:
        seen = Stamp.of(path)
    except OSError:
        return None
    return "" if max(seen.modified, seen.changed) > moment else digest


@lru_cache(maxsize=64)
def _remembered(path: Path | str, stamp: Stamp) -> str:
    """Thousands of inputs share a template and a profile: while their stamps stand they are read once."""
    return _digest(path, stamp.size)


def _digest(path: Path | str, expected: int) -> str:
    import hashlib  # noqa: PLC0415 - as above

    # No stream: where nothing has changed, every case and every document is read in order to know that.
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        block = os.read(file, min(expected + 1, _BLOCK))
        digest = hashlib.sha256(block)
        if len(block) != expected:  # it is long, or it has changed
            while block:
                block = os.read(file, _BLOCK)
                digest.update(block)
        return digest.hexdigest()
    finally:
        os.close(file)


def safe_name(text: str) -> str:
    """A name for a file or folder: characters outside ``A–Z a–z 0–9 å ä ö . _ -`` become ``-``.

    Never empty, hidden or too long for a disk; a name that was cut ends in a fingerprint of the whole.
    """
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", text.strip()))
    if name.startswith("."):
        name = "-" + name[1:]
    name = name.rstrip(".") or "-"
    if len(name.encode()) > _LONGEST_NAME:
        name = f"{name[: _LONGEST_NAME // 2]}-{fingerprint(text.encode(errors='surrogatepass'))[:12]}"
    return name
