"""A docx written as a zip file: the same on every machine, and what many documents share is packed once."""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from deflate import crc32, deflate_compress

from memogen.render.members import DOCUMENT

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5HL")
_OFFSET: Final = struct.Struct("<L")
_END: Final = struct.Struct("<4s4H2LH")
USUAL: Final = 6
QUICK: Final = 1
"""What a document is packed with: a few kilobytes more than usual, in half of the time."""
_STORED, _DEFLATED = 0, 8
_TINY: Final = 2**11
"""A member of fewer bytes is stored as it is: deflating would take longer than all else that is done with it."""
_VERSION: Final = 20
"""Zip 2.0: deflated members, made by a system without file modes."""
_UTF8: Final = 0x800
_TIME, _DATE = 0, 1 << 5 | 1
"""Midnight of 1 January 1980, the first time that a zip file knows."""
_READABLE: Final = 0o600 << 16
_OFTEN_ALIKE: Final = 2**16
"""A member of at most so many bytes is often the one of the document before: page heads, logotype, relationships."""


class Packed(NamedTuple):
    """A member as it stands in a zip file, and in its directory: all but the place where it stands."""

    content: bytes
    stored: bytes
    listed: bytes
    name: bytes


def packed(name: str, content: bytes) -> Packed:
    """A member that many documents take: packed well, for that is done once."""
    return _packed(name, content, USUAL)


def write(members: Mapping[str, bytes], ready: Mapping[str, Packed], level: int = USUAL) -> bytes:
    """A docx of ``members``: fixed times and order, so the same members give the same bytes.

    ``ready`` has members that were packed before; one whose content is another by now is packed anew.
    """
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, content in members.items():
        member = ready.get(name)
        if member is None or member.content is not content:
            often_alike = len(content) <= _OFTEN_ALIKE and name != DOCUMENT
            member = (_remembered if often_alike else _packed)(name, content, level)
        pieces.append(member.stored)
        directory += (member.listed, _OFFSET.pack(offset), member.name)
        offset += len(member.stored)
    index = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(index), offset, 0)
    return b"".join((*pieces, index, end))


def _packed(name: str, content: bytes, level: int) -> Packed:
    method, body = (_STORED, content) if len(content) < _TINY else (_DEFLATED, deflate_compress(content, level))
    stored = name.encode()
    facts = (
        *(_VERSION, 0 if name.isascii() else _UTF8, method, _TIME, _DATE),
        *(crc32(content), len(body), len(content), len(stored), 0),
    )
    local = b"".join((_LOCAL.pack(b"PK\3\4", *facts), stored, body))
    return Packed(content, local, _CENTRAL.pack(b"PK\1\2", _VERSION, *facts, 0, 0, 0, _READABLE), stored)


_remembered: Final = lru_cache(maxsize=64)(_packed)
