from __future__ import annotations

import io
import struct

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from memogen.archive.glyphs import boxes

BOX, LETTER = b"box.", b"abcd"


def font(glyphs: list[bytes], codes: dict[int, int], *, long_places: bool, map_format: int = 0) -> bytes:
    """The smallest TrueType program: its glyphs, and the glyph of each code."""
    places = [sum(map(len, glyphs[:index])) for index in range(len(glyphs) + 1)]
    numbers = bytes(codes.get(code, 0) for code in range(256))
    tables = {
        b"head": bytes(50) + struct.pack(">HH", long_places, 0),
        b"maxp": struct.pack(">IH", 0x00010000, len(glyphs)),
        b"loca": struct.pack(f">{len(places)}I", *places)
        if long_places
        else struct.pack(f">{len(places)}H", *(place // 2 for place in places)),
        b"glyf": b"".join(glyphs),
        b"cmap": struct.pack(">HHHHI", 0, 1, 1, 0, 12) + struct.pack(">HHH", map_format, 262, 0) + numbers,
    }
    start = 12 + 16 * len(tables)
    directory, body = b"", b""
    for tag, content in tables.items():
        directory += struct.pack(">4sIII", tag, 0, start + len(body), len(content))
        body += content
    return struct.pack(">IHHHH", 0x00010000, len(tables), 0, 0, 0) + directory + body


def pdf(program: bytes | None, meanings: str | None = "<01> <0041>\n<02> <D83DDE00>\n<03> <0043>") -> bytes:
    """A page, and another like it, with one font whose codes mean what the map says."""
    writer = PdfWriter()
    held = DictionaryObject()
    if program is not None:
        stream = DecodedStreamObject()
        stream.set_data(program)
        descriptor = DictionaryObject({NameObject("/FontFile2"): writer._add_object(stream)})
        held[NameObject("/FontDescriptor")] = descriptor
    if meanings is not None:
        stream = DecodedStreamObject()
        stream.set_data(meanings.encode())
        held[NameObject("/ToUnicode")] = writer._add_object(stream)
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(held)})
    for _ in range(2):
        page = writer.add_blank_page(100, 100)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize("long_places", [True, False])
def test_a_sign_that_is_drawn_as_the_empty_box_is_told_once(long_places: bool) -> None:
    program = font([BOX, LETTER, BOX, LETTER], {1: 1, 2: 2, 3: 3}, long_places=long_places)
    assert boxes(pdf(program)) == "😀"


def test_a_font_that_has_all_its_signs_has_no_boxes() -> None:
    assert boxes(pdf(font([BOX, LETTER, LETTER, LETTER], {1: 1, 2: 2, 3: 3}, long_places=True))) == ""


def test_a_map_of_another_kind_says_nothing() -> None:
    assert boxes(pdf(font([BOX, LETTER, BOX], {1: 1, 2: 2}, long_places=True, map_format=4))) == ""


def test_a_font_without_its_program_or_without_meanings_says_nothing() -> None:
    assert boxes(pdf(None)) == ""
    assert boxes(pdf(font([BOX, BOX], {1: 1}, long_places=True), None)) == ""
