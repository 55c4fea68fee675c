"""Signs that are there for a machine but not for a person: drawn as the empty box of a font that lacks them.

LibreOffice gives the box the sign's own number, so the text that a program gets from the PDF is no proof.
"""

from __future__ import annotations

import io
import re
import struct
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEANS = re.compile(rb"<([0-9A-F]{2})> *<((?:[0-9A-F]{4})+)>", re.IGNORECASE)
_BYTE_CODES = 0
"""The format of a character map with one glyph number for each of 256 codes."""


def boxes(pdf: bytes) -> str:
    """The signs that are drawn as empty boxes, by any of the TrueType fonts in a PDF made by LibreOffice."""
    return "".join(sign for font in _fonts(PdfReader(io.BytesIO(pdf))) for sign in _boxes(font))


def _fonts(reader: PdfReader) -> Iterator[DictionaryObject]:
    seen = set()
    for page in reader.pages:
        fonts = _inside(page, "/Resources", "/Font")
        for name, reference in fonts.items():
            number = getattr(fonts.raw_get(name), "idnum", id(reference))
            font = reference.get_object()
            if number not in seen and isinstance(font, DictionaryObject):
                seen.add(number)
                yield font


def _boxes(font: DictionaryObject) -> Iterator[str]:
    program, meanings = _inside(font, "/FontDescriptor", "/FontFile2"), _inside(font, "/ToUnicode")
    if not isinstance(program, StreamObject) or not isinstance(meanings, StreamObject):
        return
    codes = _box_codes(program.get_data())
    for code, meaning in _MEANS.findall(meanings.get_data()) if codes else ():
        if int(code, 16) in codes:
            yield bytes.fromhex(meaning.decode()).decode("utf-16-be", "ignore")


def _box_codes(program: bytes) -> frozenset[int]:
    """The codes whose glyph is a copy of the font's first one, which is the box."""
    tables = {
        tag: program[start : start + size]
        for tag, _, start, size in struct.iter_unpack(">4sIII", program[12 : 12 + 16 * _number(program, 4)])
    }
    count = _number(tables[b"maxp"], 4) + 1
    if _number(tables[b"head"], 50):
        places = struct.unpack_from(f">{count}I", tables[b"loca"])
    else:
        places = tuple(2 * half for half in struct.unpack_from(f">{count}H", tables[b"loca"]))
    box = tables[b"glyf"][: places[1]]
    copies = {glyph for glyph in range(1, count - 1) if tables[b"glyf"][places[glyph] : places[glyph + 1]] == box}
    return frozenset(code for code, glyph in enumerate(_character_map(tables[b"cmap"])) if glyph in copies)


def _character_map(table: bytes) -> bytes:
    """The glyph number of each code, where the font's subset is one with byte codes, as LibreOffice makes them."""
    start = int.from_bytes(table[8:12])
    return table[start + 6 : start + 262] if _number(table, start) == _BYTE_CODES else b""


def _number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 2])


def _inside(holder: DictionaryObject, *names: str) -> DictionaryObject:
    """What a dictionary holds under the names, one inside the other; an empty one when it is not there."""
    found: object = holder
    for name in names:
        found = found.get(name) if isinstance(found, DictionaryObject) else None
        found = found.get_object() if isinstance(found, PdfObject) else found
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
