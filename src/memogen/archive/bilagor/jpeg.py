"""A JPEG without what it tells of the camera, the place and the person (ISO/IEC 10918-1, annex B)."""

from __future__ import annotations

import re
from typing import Final

_START: Final = b"\xff\xd8"
_SCAN: Final = 0xDA
_END: Final = 0xD9
_KEPT: Final = frozenset({0xE0, 0xEE})
"""JFIF and Adobe: how dense the picture is, and how its colours are written."""
_PRIVATE: Final = frozenset({*range(0xE0, 0xF0), 0xFE}) - _KEPT
"""What applications and people write; 0xFE is a comment."""
_MARKER: Final = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)
"""In packed pixels a byte of ones is followed by zeros or by the number of a restart."""


def bare_jpeg(data: bytes) -> bytes | None:
    """The same picture, bit for bit, without Exif, place, comments and previews; None where it can't be told apart."""
    if not data.startswith(_START):
        return None
    kept, place = bytearray(_START), len(_START)
    while marker := _MARKER.match(data, place):
        kind, start = marker[1][0], marker.end()
        if kind == _END:
            return bytes(kept + b"\xff\xd9")
        end = start + int.from_bytes(data[start : start + 2])
        if kind == _SCAN:
            after = _MARKER.search(data, end)
            end = after.start() if after else len(data)
        if kind not in _PRIVATE:
            kept += data[place:end]
        place = end
    return None
