"""Images, forms and graphics states that pages draw with (ISO 19005-2, 6.2.5 to 6.2.10)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from memogen.archive.checking import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.archive.checking.colours import Palette
    from memogen.archive.checking.document import Dictionary, Document, Value

_INTENTS = frozenset({"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"})
_BLENDS = frozenset(
    [
        "/Normal",
        "/Compatible",
        "/Multiply",
        "/Screen",
        "/Overlay",
        "/Darken",
        "/Lighten",
        "/ColorDodge",
        "/ColorBurn",
        "/HardLight",
        "/SoftLight",
        "/Difference",
        "/Exclusion",
        "/Hue",
        "/Saturation",
        "/Color",
        "/Luminosity",
    ]
)
_INLINE_FILTERS = frozenset(
    b"/ASCIIHexDecode /ASCII85Decode /FlateDecode /RunLengthDecode /CCITTFaxDecode /DCTDecode /AHx /A85 /Fl /RL /CCF "
    b"/DCT".split()
)
_DEPTHS = frozenset({1, 2, 4, 8, 16})
_HALFTONES = frozenset({1, 5})
_PROCESS = frozenset({"/Cyan", "/Magenta", "/Yellow", "/Black"})


def image(document: Document, palette: Palette, found: Value, resources: Dictionary) -> Iterator[str]:
    """The clauses that an image breaks, its masks included."""
    entries = document.dictionary(found)
    yield from _picture(document, entries)
    is_jpx = "/JPXDecode" in _names(document, entries.get("/Filter"))
    if is_jpx:
        yield from _jpeg2000(document.raw_data(found), has_space="/ColorSpace" in entries)
    if document.value(entries.get("/ImageMask")) is not True and "/ColorSpace" in entries:
        yield from palette.faults(entries["/ColorSpace"], resources)
    for key in ("/SMask", "/Mask"):
        if document.is_stream(entries.get(key)):
            mask = document.dictionary(entries[key])
            yield from _picture(document, mask)
            if key == "/SMask":
                yield from palette.faults(mask.get("/ColorSpace"), resources)


def _picture(document: Document, entries: Dictionary) -> Iterator[str]:
    if "/Alternates" in entries:
        yield "6.2.8-1"
    if "/OPI" in entries:
        yield "6.2.8-2"
    if document.value(entries.get("/Interpolate")) is True:
        yield "6.2.8-3"
    depth = document.integer(entries.get("/BitsPerComponent"))
    if document.value(entries.get("/ImageMask")) is True:
        if depth not in {None, 1}:
            yield "6.2.8-5"
    elif depth is not None and depth not in _DEPTHS:
        yield "6.2.8-4"
    if "/Intent" in entries and document.name(entries["/Intent"]) not in _INTENTS:
        yield "6.2.6-1"


def inline_image(operands: Sequence[bytes]) -> tuple[list[str], str]:
    """The clauses that an image inside the contents breaks, and its colour space."""
    clauses = []
    if b"true" in {tokens.entry(operands, b"/I"), tokens.entry(operands, b"/Interpolate")}:
        clauses.append("6.2.8-3")
    for key in (b"/F", b"/Filter"):
        if key in operands:
            place = operands.index(key) + 1
            end = operands.index(b"]", place) if operands[place : place + 1] == [b"["] else place + 1
            written = [name for name in operands[place:end] if name[:1] == b"/"]
            if not _INLINE_FILTERS.issuperset(written):
                clauses.append("6.1.10-1")
    if b"true" in {tokens.entry(operands, b"/IM"), tokens.entry(operands, b"/ImageMask")}:
        return clauses, ""
    space = tokens.entry(operands, b"/CS") or tokens.entry(operands, b"/ColorSpace") or b""
    return clauses, tokens.name(space) if space[:1] == b"/" else ""


def form(document: Document, palette: Palette, entries: Dictionary, resources: Dictionary) -> Iterator[str]:
    """The clauses that a form breaks by its entries."""
    if document.name(entries.get("/Subtype2")) == "/PS" or "/PS" in entries or "/OPI" in entries:
        yield "6.2.9-1"
    if "/Ref" in entries:
        yield "6.2.9-2"
        yield "7.20-1"
    yield from group(document, palette, document.dictionary(entries.get("/Group")), resources)


def group(document: Document, palette: Palette, entries: Dictionary, resources: Dictionary) -> Iterator[str]:
    """The clauses that a transparency group breaks."""
    if document.name(entries.get("/S")) == "/Transparency" and "/CS" in entries:
        yield from palette.faults(entries["/CS"], resources)


def graphics_state(document: Document, state: Dictionary) -> Iterator[str]:
    """The clauses that a graphics state breaks."""
    if "/TR" in state:
        yield "6.2.5-1"
    if "/TR2" in state and document.name(state["/TR2"]) != "/Default":
        yield "6.2.5-2"
    if "/HTP" in state:
        yield "6.2.5-3"
    if "/RI" in state and document.name(state["/RI"]) not in _INTENTS:
        yield "6.2.6-1"
    if "/BM" in state and not _BLENDS.issuperset(_names(document, state["/BM"])):
        yield "6.2.10-1"
    if "/HT" in state and document.name(state["/HT"]) != "/Default":
        yield from _halftone(document, document.dictionary(state["/HT"]), None)


def is_transparent(document: Document, state: Dictionary) -> bool:
    """Whether what is drawn with the state lets something through."""
    opacity = [document.number(state.get(key)) for key in ("/ca", "/CA")]
    return (
        any(value is not None and value < 1 for value in opacity)
        or bool(document.dictionary(state.get("/SMask")))
        or bool(set(_names(document, state.get("/BM"))) - {"/Normal", "/Compatible"})
    )


def _halftone(document: Document, entries: Dictionary, colorant: str | None) -> Iterator[str]:
    kind = document.integer(entries.get("/HalftoneType"))
    if kind not in _HALFTONES:
        yield "6.2.5-4"
    if "/HalftoneName" in entries:
        yield "6.2.5-5"
    has_transfer = "/TransferFunction" in entries
    if colorant != "/Default" and has_transfer == (colorant is None or colorant in _PROCESS):
        yield "6.2.5-6"
    if kind == 5 and colorant is None:  # noqa: PLR2004 - one halftone for each colorant
        for key, inner in entries.items():
            if document.dictionary(inner) and key not in {"/Type", "/HalftoneType", "/HalftoneName"}:
                yield from _halftone(document, document.dictionary(inner), key)


def _names(document: Document, found: Value) -> list[str]:
    value = document.value(found)
    return (
        [document.name(held) for held in value] if isinstance(value, list) else [document.name(value)] if value else []
    )


def _jpeg2000(data: bytes, *, has_space: bool) -> Iterator[str]:
    """Look at the boxes of a JPEG 2000 header (ISO/IEC 15444-1, annex I)."""
    boxes = list(_boxes(data))
    kinds = [kind for kind, _ in boxes]
    header = next((body for kind, body in boxes if kind == b"ihdr"), b"")
    if len(header) < 11:  # noqa: PLR2004 - height, width, channels, depth
        yield "6.2.8.3-5"
        return
    channels = struct.unpack(">H", header[8:10])[0]
    if channels not in {1, 2, 3, 4, 5}:
        yield "6.2.8.3-1"
    if b"bpcc" in kinds:
        yield "6.2.8.3-5"
    colours = [body for kind, body in boxes if kind == b"colr" and len(body) >= 3]  # noqa: PLR2004 - its own header
    if has_space:
        return
    if len(colours) != 1 and sum(body[2] == 1 for body in colours) != 1:
        yield "6.2.8.3-2"
    best = next((body for body in colours if body[2] == 1), colours[0] if colours else b"")
    if best and best[0] not in {1, 2, 3}:
        yield "6.2.8.3-3"
    if best and best[0] == 1 and best[3:7] == struct.pack(">I", 19):
        yield "6.2.8.3-4"


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place, end = 0, min(len(data), 1 << 20)
    while place + 8 <= end:
        size, kind = struct.unpack(">I4s", data[place : place + 8])
        if kind == b"jp2h":
            place += 8
            continue
        if size < 8 or kind == b"jp2c":  # noqa: PLR2004 - a box is at least its own header
            return
        yield kind, data[place + 8 : place + size]
        place += size
