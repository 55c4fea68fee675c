"""A docx written as a zip file: the same every time, and what many documents share is deflated once."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION: Final = 20
"""Zip 2.0: deflated members, made by a system without file modes."""
_UTF8: Final = 0x800
_TIME, _DATE = 0, 1 << 5 | 1
"""Midnight of 1 January 1980, the first time that a zip file knows."""
_READABLE: Final = 0o600 << 16
_OFTEN_ALIKE: Final = 2**16
"""A member of at most so many bytes is often the one of the document before: page heads, logotype, relationships."""


class Packed(NamedTuple):
    """A member's content, and how it stands in a zip file."""

    content: bytes
    checksum: int
    deflated: bytes


def packed(content: bytes) -> Packed:
    """The content deflated as ``zipfile`` does it."""
    return _remembered(content) if len(content) <= _OFTEN_ALIKE else _deflated(content)


def write(members: Mapping[str, bytes], ready: Mapping[str, Packed]) -> bytes:
    """A docx of ``members``: fixed times and order, so the same members give the same bytes.

    ``ready`` has members that were packed before; one whose content is another by now is packed anew.
    """
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, content in members.items():
        member = ready.get(name)
        if member is None or member.content is not content:
            member = packed(content)
        stored = name.encode()
        facts = (
            *(_VERSION, 0 if name.isascii() else _UTF8, zlib.DEFLATED, _TIME, _DATE),
            *(member.checksum, len(member.deflated), len(content), len(stored), 0),
        )
        header = _LOCAL.pack(b"PK\3\4", *facts)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, *facts, 0, 0, 0, _READABLE, offset), stored)
        pieces += (header, stored, member.deflated)
        offset += len(header) + len(stored) + len(member.deflated)
    index = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(index), offset, 0)
    return b"".join((*pieces, index, end))


def _deflated(content: bytes) -> Packed:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return Packed(content, zlib.crc32(content), compressor.compress(content) + compressor.flush())


_remembered: Final = lru_cache(maxsize=64)(_deflated)
