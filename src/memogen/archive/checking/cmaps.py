"""Character maps: which glyph a code means, and which text (ISO 32000-1, 9.7.5 and 9.10.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SECTION = re.compile(rb"begin(bfchar|bfrange|cidchar|cidrange|codespacerange)(.*?)end\1", re.DOTALL)
_PIECE = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|(-?\d+)")
_MODE = re.compile(rb"/WMode\s+(\d+)\s+def")
_USED = re.compile(rb"/([^\s/]+)\s+usecmap")
_MOST = 200_000
IDENTITY = frozenset({"/Identity-H", "/Identity-V"})
PREDEFINED = IDENTITY | frozenset(
    [
        "/GB-EUC-H",
        "/GB-EUC-V",
        "/GBpc-EUC-H",
        "/GBpc-EUC-V",
        "/GBK-EUC-H",
        "/GBK-EUC-V",
        "/GBKp-EUC-H",
        "/GBKp-EUC-V",
        "/GBK2K-H",
        "/GBK2K-V",
        "/UniGB-UCS2-H",
        "/UniGB-UCS2-V",
        "/UniGB-UTF16-H",
        "/UniGB-UTF16-V",
        "/B5pc-H",
        "/B5pc-V",
        "/HKscs-B5-H",
        "/HKscs-B5-V",
        "/ETen-B5-H",
        "/ETen-B5-V",
        "/ETenms-B5-H",
        "/ETenms-B5-V",
        "/CNS-EUC-H",
        "/CNS-EUC-V",
        "/UniCNS-UCS2-H",
        "/UniCNS-UCS2-V",
        "/UniCNS-UTF16-H",
        "/UniCNS-UTF16-V",
        "/83pv-RKSJ-H",
        "/90ms-RKSJ-H",
        "/90ms-RKSJ-V",
        "/90msp-RKSJ-H",
        "/90msp-RKSJ-V",
        "/90pv-RKSJ-H",
        "/Add-RKSJ-H",
        "/Add-RKSJ-V",
        "/EUC-H",
        "/EUC-V",
        "/Ext-RKSJ-H",
        "/Ext-RKSJ-V",
        "/H",
        "/V",
        "/UniJIS-UCS2-H",
        "/UniJIS-UCS2-V",
        "/UniJIS-UCS2-HW-H",
        "/UniJIS-UCS2-HW-V",
        "/UniJIS-UTF16-H",
        "/UniJIS-UTF16-V",
        "/KSC-EUC-H",
        "/KSC-EUC-V",
        "/KSCms-UHC-H",
        "/KSCms-UHC-V",
        "/KSCms-UHC-HW-H",
        "/KSCms-UHC-HW-V",
        "/KSCpc-EUC-H",
        "/UniKS-UCS2-H",
        "/UniKS-UCS2-V",
        "/UniKS-UTF16-H",
        "/UniKS-UTF16-V",
    ]
)
"""The names that a reader knows (ISO 32000-1, table 118)."""


_ORDERINGS = {
    "GB1": ("/GB", "/UniGB"),
    "CNS1": ("/B5", "/HKscs", "/ETen", "/CNS", "/UniCNS"),
    "Korea1": ("/KSC", "/UniKS"),
}


def ordering(name: str) -> str:
    """The collection of signs that one of the predefined maps is for."""
    return next((found for found, starts in _ORDERINGS.items() if name.startswith(starts)), "Japan1")


@dataclass(slots=True)
class CharacterMap:
    """What codes mean: ``texts`` as text, ``glyphs`` as CID. ``widths`` are how many bytes codes have, least first."""

    texts: dict[int, str] = field(default_factory=dict)
    glyphs: dict[int, int] = field(default_factory=dict)
    spaces: list[tuple[int, int, int]] = field(default_factory=list)
    mode: int = 0
    used: str = ""

    def codes(self, string: bytes) -> Iterator[int]:
        """The codes of a string."""
        place = 0
        while place < len(string):
            size = next((size for size, low, high in self.spaces if self._fits(string, place, size, low, high)), 0)
            size = size or (min(self.spaces)[0] if self.spaces else 2)
            yield int.from_bytes(string[place : place + size])
            place += size

    @staticmethod
    def _fits(string: bytes, place: int, size: int, low: int, high: int) -> bool:
        return place + size <= len(string) and low <= int.from_bytes(string[place : place + size]) <= high


def read(data: bytes) -> CharacterMap:
    """The map that a stream holds; what cannot be read is left out."""
    found = CharacterMap()
    if match := _MODE.search(data):
        found.mode = int(match[1])
    if match := _USED.search(data):
        found.used = f"/{match[1].decode('latin-1')}"
    for match in _SECTION.finditer(data):
        pieces = list(_pieces(match[2]))
        kind = match[1]
        if kind == b"bfchar":
            _characters(found, zip(pieces[::2], pieces[1::2], strict=False))
        elif kind == b"bfrange":
            _texts(found, list(zip(pieces[::3], pieces[1::3], pieces[2::3], strict=False)))
        elif kind == b"cidchar":
            _glyphs(found, [(code, code, glyph) for code, glyph in zip(pieces[::2], pieces[1::2], strict=False)])
        elif kind == b"cidrange":
            _glyphs(found, list(zip(pieces[::3], pieces[1::3], pieces[2::3], strict=False)))
        else:
            found.spaces += [
                (len(low), int.from_bytes(low), int.from_bytes(high))
                for low, high in zip(pieces[::2], pieces[1::2], strict=False)
                if isinstance(low, bytes) and isinstance(high, bytes) and low
            ]
    found.spaces.sort()
    return found


_Piece = bytes | int | list[bytes]


def _pieces(section: bytes) -> Iterator[_Piece]:
    inside: list[bytes] | None = None
    for written, opening, closing, number in _PIECE.findall(section):
        if opening:
            inside = []
        elif closing:
            yield inside or []
            inside = None
        elif number:
            yield int(number)
        else:
            digits = written.translate(None, b" \t\r\n\f\0")
            text = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
            if inside is None:
                yield text
            else:
                inside.append(text)


def _characters(found: CharacterMap, pairs: Iterable[tuple[_Piece, _Piece]]) -> None:
    for code, text in pairs:
        if isinstance(code, bytes) and isinstance(text, bytes) and text and len(found.texts) < _MOST:
            found.texts[int.from_bytes(code)] = _text(text)
        else:
            _texts(found, [(code, code, text)])


def _texts(found: CharacterMap, ranges: list[tuple[_Piece, _Piece, _Piece]]) -> None:
    for first, last, text in ranges:
        if not isinstance(first, bytes) or not isinstance(last, bytes):
            continue
        start, end = int.from_bytes(first), int.from_bytes(last)
        for number, code in enumerate(range(start, min(end + 1, start + _MOST - len(found.texts)))):
            if isinstance(text, list):
                if number < len(text):
                    found.texts[code] = _text(text[number])
            elif isinstance(text, bytes) and text:
                found.texts[code] = _text(text[:-1] + bytes([(text[-1] + number) & 255])) if number else _text(text)


def _glyphs(found: CharacterMap, ranges: list[tuple[_Piece, _Piece, _Piece]]) -> None:
    for first, last, glyph in ranges:
        if isinstance(first, bytes) and isinstance(last, bytes) and isinstance(glyph, int):
            start, end = int.from_bytes(first), int.from_bytes(last)
            for number, code in enumerate(range(start, min(end + 1, start + _MOST - len(found.glyphs)))):
                found.glyphs[code] = glyph + number


def _text(written: bytes) -> str:
    return written.decode("utf-16-be", "replace") if len(written) > 1 else written.decode("latin-1")
