"""PNG images that are sound by their own checksums: measured without an image library, which is slow to wake.

Only the everyday part of the format (W3C, PNG; ISO/IEC 15948) is read here.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EVERYDAY = re.compile(rb"IHDR(?:pHYs|gAMA|cHRM|sRGB|sBIT)*(?P<palette>PLTE)?(?:pHYs|bKGD)*(?:IDAT)+(?:tIME)?IEND")
_SAMPLES = {0: 1, 2: 3, 6: 4, 3: 1, 4: 2}
"""Samples in a pixel, by colour type."""
_DEPTH = 8
_INDEXED = 3
_LAST_FILTER = 4
_PER_METRE = 1
_INCH = 0.0254


def measured(data: bytes, most_pixels: int) -> tuple[int, int, float | None] | None:
    """Width and height in pixels, and dots per inch where the file says so; None where only a library can tell."""
    parts = tuple(_parts(data))
    order = _EVERYDAY.fullmatch(b"".join(kind for kind, _ in parts))
    header = parts[0][1] if parts else b""
    if order is None or len(header) != struct.calcsize(">IIBBBBB"):
        return None
    width, height, depth, colour, *ways = struct.unpack(">IIBBBBB", header)
    if depth != _DEPTH or any(ways) or colour not in _SAMPLES or (colour == _INDEXED) != bool(order["palette"]):
        return None
    pixels = b"".join(body for kind, body in parts if kind == b"IDAT")
    line = 1 + width * _SAMPLES[colour]
    if not 0 < width * height <= most_pixels or not _is_whole(pixels, line, height):
        return None
    return width, height, _dots_per_inch(dict(parts).get(b"pHYs", b""))


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kind and the body of every chunk, up to the first whose checksum is wrong."""
    position = len(_SIGNATURE) if data.startswith(_SIGNATURE) else len(data)
    while position + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, position)
        end = position + 8 + length
        said = data[position + 4 : end]
        if data[end : end + 4] != struct.pack(">I", zlib.crc32(said)):
            return
        yield said[:4], said[4:]
        position = end + 4


def _is_whole(packed: bytes, line: int, height: int) -> bool:
    """Whether the pixels unpack to exactly the lines that the header promises, each with a filter that exists."""
    unpacker = zlib.decompressobj()
    try:
        lines = unpacker.decompress(packed, line * height + 1)
    except zlib.error:
        return False
    return len(lines) == line * height and unpacker.eof and max(lines[::line]) <= _LAST_FILTER


def _dots_per_inch(said: bytes) -> float | None:
    if len(said) != struct.calcsize(">IIB"):
        return None
    across, _, unit = struct.unpack(">IIB", said)
    return across * _INCH if unit == _PER_METRE else None
