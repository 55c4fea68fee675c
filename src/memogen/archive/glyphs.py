"""Signs that are there for a machine but not for a person: drawn as the empty box of a font that lacks them.

LibreOffice gives the box the sign's own number, so the text that a program gets from the PDF is no proof.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from pikepdf import Dictionary, Stream

from memogen.archive.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Pdf

_MEANS = re.compile(rb"<([0-9A-F]{2})> *<((?:[0-9A-F]{4})+)>", re.IGNORECASE)
_BYTE_CODES = 0
"""The format of a character map with one glyph number for each of 256 codes."""


def boxes(pdf: bytes) -> str:
    """The signs that are drawn as empty boxes, by any of the TrueType fonts in a PDF made by LibreOffice."""
    with opened(pdf) as document:
        return "".join(sign for font in _fonts(document) for sign in _boxes(font))


def _fonts(document: Pdf) -> Iterator[Object]:
    seen = set()
    for page in document.pages:
        fonts = _inside(page.obj, "/Resources", "/Font")
        for font in fonts.values() if isinstance(fonts, Dictionary) else ():
            if isinstance(font, Dictionary) and font.objgen not in seen:
                seen.add(font.objgen)
                yield font


def _boxes(font: Object) -> Iterator[str]:
    program, meanings = _inside(font, "/FontDescriptor", "/FontFile2"), _inside(font, "/ToUnicode")
    if not isinstance(program, Stream) or not isinstance(meanings, Stream):
        return
    codes = _box_codes(program.read_bytes())
    for code, meaning in _MEANS.findall(meanings.read_bytes()) if codes else ():
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


def _inside(holder: Object, *names: str) -> Object | None:
    """What a dictionary holds under the names, one inside the other; None when it is not there."""
    found: Object | None = holder
    for name in names:
        found = found.get(name) if isinstance(found, Dictionary) else None
    return found
