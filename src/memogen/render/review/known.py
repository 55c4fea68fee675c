"""Templates that were found sound before, remembered on disk between runs: a mark without content for each.

A mark only spares the review, which is there to tell faults early; whatever a forged mark lets through meets every
check that pouring makes. Where nothing can be remembered, the review is done again.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import Final

from memogen import __version__
from memogen.render.cache import cache

_FORMAT: Final = "1"
_MOST: Final = 256
_CLOSED: Final = 0o700


def is_known(data: bytes, kind: str) -> bool:
    """Whether this version of memogen has found the template sound for this kind of document."""
    folder = cache("granskade")
    if folder is None:
        return False
    try:
        return (folder / _name(data, kind)).is_file()
    except OSError:
        return False


def remember(data: bytes, kind: str) -> None:
    """Remember a template that was found sound; where that is not possible, nothing is said or lost."""
    folder = cache("granskade")
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(mode=_CLOSED, parents=True, exist_ok=True)
        (folder / _name(data, kind)).touch()
        marks = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in marks[_MOST:]:
            path.unlink(missing_ok=True)


def _name(data: bytes, kind: str) -> str:
    digest = hashlib.sha256(data)
    digest.update(f"\0{kind}\0{__version__}\0{_FORMAT}".encode())
    return digest.hexdigest()
