"""What was read out of a template, kept on disk between runs: the text that Jinja compiles, never anything that runs.

Most of a first compilation is docxtpl: its import, and its translation of Word's XML. What it gives is plain text, and
is kept as JSON. Whatever stands there goes through every check that the text of a new template goes through, so the
worst that a forged file can do is what the template itself could do. Who may forge it: nobody but the user, for the
folder is used only if it is the user's own, is no link, and is closed to everybody else. Python's own compiled form
would save some ten milliseconds more, and could do anything at all; it is not kept.

A file that is missing, damaged or of other versions means that the work is done again.
"""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from memogen import __version__
from memogen.errors import OutputError
from memogen.files import write_whole
from memogen.render.cache import cache
from memogen.render.faults import Spot
from memogen.render.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FORMAT: Final = 1
_LARGEST: Final = 32 * 2**20
_MOST: Final = 64
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
_HAS_OWNERS: Final = hasattr(os, "getuid")


def recalled(digest: bytes) -> dict[str, Source] | None:
    """The sources of the parts with tags of the template whose content has this SHA-256; None where none is kept."""
    folder = _folder()
    if folder is None:
        return None
    try:
        content = _read(folder, _name(digest))
        return _sources(json.loads(content))
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def keep(digest: bytes, sources: Mapping[str, Source]) -> None:
    """Keep the sources of a template for the next run; where that is not possible, nothing is said or lost."""
    folder = _folder()
    if folder is None:
        return
    parts = {
        member: [source.text, [[spot.part, spot.paragraph, spot.text, spot.tag] for spot in source.spots]]
        for member, source in sources.items()
    }
    with suppress(OSError, OutputError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_closed(os.lstat(folder)):
            return
        write_whole(folder / _name(digest), json.dumps({"format": _FORMAT, "parts": parts}).encode())
        _make_room(folder)


def _folder() -> Path | None:
    """Where the sources are kept; None where nobody could tell whose they are."""
    return cache("mallar") if _HAS_OWNERS else None


def _name(digest: bytes) -> str:
    return f"{digest.hex()}-{__version__}-{version('docxtpl')}.json"


def _read(folder: Path, name: str) -> bytes:
    """A file of the user's own.

    Raises:
        OSError: it is missing, or it or its folder is a link, another's, or open to others.
    """
    inside = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        if not _is_closed(os.fstat(inside)):
            raise PermissionError(folder)
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=inside)
    finally:
        os.close(inside)
    with os.fdopen(handle, "rb") as stream:
        facts = os.fstat(stream.fileno())
        if not stat.S_ISREG(facts.st_mode) or facts.st_uid != os.getuid() or facts.st_size > _LARGEST:
            raise PermissionError(name)
        return stream.read(_LARGEST)


def _is_closed(facts: os.stat_result) -> bool:
    """Whether a folder is the user's own, and nobody else may even look into it."""
    return stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.getuid() and not facts.st_mode & _OTHERS


def _sources(kept: Any) -> dict[str, Source]:  # noqa: ANN401 - what a file holds can be anything
    """The sources that a file says.

    Raises:
        ValueError, TypeError, LookupError, AttributeError: it says something else.
    """
    if kept["format"] != _FORMAT:
        raise ValueError(kept["format"])
    sources = {member: Source(_text(text), tuple(map(_spot, spots))) for member, (text, spots) in kept["parts"].items()}
    if not all(source.spots for source in sources.values()):
        raise ValueError(sources)
    return sources


def _spot(spot: Any) -> Spot:  # noqa: ANN401 - as above
    part, paragraph, text, tag = spot
    if type(paragraph) is not int:
        raise TypeError(paragraph)
    return Spot(_text(part), paragraph, _text(text), _text(tag))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _make_room(folder: Path) -> None:
    """Take away what was made longest ago, where much is kept."""
    found = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in found[_MOST:]:
        path.unlink(missing_ok=True)
