"""How much the streams of a PDF hold when they are unpacked, measured without keeping it: a bomb is small."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from pikepdf import Array, Name, Stream

from memogen.archive.bilagor.refusal import damaged, too_large

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pikepdf import Object, Pdf

LARGEST: Final = 256 * 2**20
"""Bytes that one stream may hold: an A0 scan in colour at 300 dpi is 400 MB, an A3 one 52 MB."""
ALL: Final = 2 * 2**30
"""Bytes that all streams of a file may hold."""
MOST_PIXELS: Final = 150_000_000
"""An A0 sheet at 300 dpi is 139 megapixels."""
_PACKED: Final = 8 * 2**20
"""Bytes that a stream may have in the packings that can't be measured cheaply."""
_PIECE: Final = 2**20
_UNMEASURED: Final = frozenset({"/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"})


def measure(document: Pdf) -> None:
    """Raise Refused where a stream of the document unpacks to more than a bilaga may hold, or can't be unpacked."""
    total = 0
    for thing in document.objects:
        if isinstance(thing, Stream):
            _measure_picture(thing)
            total += _unpacked(thing)
            if total > ALL:
                raise too_large("innehållet blir mer än 2 GB när det packas upp")


def _measure_picture(stream: Stream) -> None:
    if stream.get(Name.Subtype) == Name.Image and int(stream.Width) * int(stream.Height) > MOST_PIXELS:
        raise too_large("den har en bild med mer än 150 miljoner bildpunkter")


def _unpacked(stream: Stream) -> int:
    """The number of bytes after the leading Flate filters of the stream."""
    filters = _filters(stream)
    packed = stream.read_raw_bytes()
    if len(packed) > _PACKED and not _UNMEASURED.isdisjoint(filters):
        raise too_large("den har en ström som är packad på ett gammalt sätt")
    pieces: Iterable[bytes] = (packed,)
    for packing in filters:
        if packing not in {"/FlateDecode", "/Fl"}:
            break
        pieces = _inflated(pieces)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LARGEST:
            raise too_large("en del av innehållet blir mer än 256 MB när den packas upp")
    return size


def _filters(stream: Stream) -> list[str]:
    found: Object | None = stream.get(Name.Filter)
    if found is None:
        return []
    return [str(packing) for packing in found] if isinstance(found, Array) else [str(found)]


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What the packed pieces hold, one megabyte at a time."""
    inflater = zlib.decompressobj()
    for piece in pieces:
        rest = piece
        while rest and not inflater.eof:
            try:
                unpacked = inflater.decompress(rest, _PIECE)
            except zlib.error:
                raise damaged() from None
            yield unpacked
            if not unpacked and rest == inflater.unconsumed_tail:
                raise damaged()
            rest = inflater.unconsumed_tail
