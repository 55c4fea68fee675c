"""Files: written whole or not at all, fingerprinted, and named safely."""

from __future__ import annotations

import errno
import os
import re
import time
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable

_REASONS = {
    errno.ENOSPC: ("disken är full", "frigör utrymme och kör kommandot igen"),
    errno.EDQUOT: ("diskkvoten är slut", "frigör utrymme och kör kommandot igen"),
    errno.EACCES: ("behörighet saknas", "kontrollera rättigheterna till mappen, eller välj en annan med --out"),
    errno.EPERM: ("behörighet saknas", "kontrollera rättigheterna till mappen, eller välj en annan med --out"),
    errno.EROFS: ("mappen går inte att skriva i", "välj en annan mapp med --out"),
    errno.ENOTDIR: ("en fil ligger där det ska vara en mapp", "flytta filen, eller välj en annan mapp med --out"),
    errno.EEXIST: ("en fil ligger där det ska vara en mapp", "flytta filen, eller välj en annan mapp med --out"),
    errno.EISDIR: ("en mapp ligger där filen ska skrivas", "flytta mappen, eller välj en annan mapp med --out"),
    errno.ENAMETOOLONG: ("namnet är för långt", "korta diarienumret eller filnamnet"),
}
_LONGEST_NAME = 120
_ABANDONED = 600
"""Seconds after which nobody is writing a file any more."""


def write_whole(path: Path, data: bytes | Iterable[bytes], *, room: Path | None = None) -> None:
    """Write a file so that it appears whole or not at all, also on a full disk, Ctrl-C or kill.

    The bytes, in one piece or many, go to a hidden file in ``room`` (a folder on the same disk; default: beside the
    file), which then takes the place of the old one in one step.

    Raises:
        OutputError: it could not be written; an earlier file is untouched.
    """
    import tempfile  # noqa: PLC0415 - "check" writes nothing

    room = room or path.parent
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        room.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".memogen-", suffix=".tmp", dir=room)
        with os.fdopen(handle, "wb") as stream:
            stream.writelines([data] if isinstance(data, bytes) else data)
            os.fchmod(stream.fileno(), 0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        if temporary:
            with suppress(FileNotFoundError):
                Path(temporary).unlink()


def sweep(room: Path) -> None:
    """Take away what a run that was killed left half-written in ``room``; a run that still writes is left alone."""
    if not room.is_dir():
        return
    for path in room.glob(".memogen-*.tmp"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink()


def unwritable(path: Path, error: OSError) -> OutputError:
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


def file_fingerprint(path: Path) -> str | None:
    """SHA-256 of a file, in hexadecimal; None where it cannot be read."""
    import hashlib  # noqa: PLC0415 - as above

    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def safe_name(text: str) -> str:
    """A name for a file or folder: characters outside ``A–Z a–z 0–9 å ä ö . _ -`` become ``-``.

    Never empty, hidden or too long for a disk; a name that was cut ends in a fingerprint of the whole.
    """
    name = re.sub(r"[^A-Za-z0-9åäö._-]", "-", unicodedata.normalize("NFC", text.strip()))
    if name.startswith("."):
        name = "-" + name[1:]
    name = name.rstrip(".") or "-"
    if len(name.encode()) > _LONGEST_NAME:
        name = f"{name[: _LONGEST_NAME // 2]}-{fingerprint(text.encode())[:12]}"
    return name


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
