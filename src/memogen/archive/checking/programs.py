"""Font programs: which glyphs a font has, and how wide they are."""

from __future__ import annotations

import re
import struct
from abc import ABC, abstractmethod
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_EM = 1000
BROKEN = (ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, RuntimeError, TypeError, ValueError,
          struct.error)  # fmt: skip
"""What reading a broken font program can raise."""


class Program(ABC):
    """A font program. Widths are in thousandths of the size of the font."""

    @abstractmethod
    def width(self, glyph: int) -> float | None:
        """The width of the glyph of this number; None where there is no such glyph."""

    def named(self, name: str) -> int | None:
        """The number of the glyph of this name; None where there is none."""
        del name
        return None

    def by_cid(self, cid: int) -> int | None:
        """The number of the glyph of this CID; None where there is none."""
        return cid if self.width(cid) is not None else None


class TrueType(Program):
    """A TrueType program (FontFile2). Raises one of ``BROKEN`` where it cannot be read."""

    def __init__(self, data: bytes) -> None:
        count = struct.unpack_from(">H", data, 4)[0]
        self._tables = {
            tag: data[start : start + size]
            for tag, _, start, size in struct.iter_unpack(">4sIII", data[12 : 12 + 16 * count])
        }
        self._em = struct.unpack_from(">H", self._tables[b"head"], 18)[0] or _EM
        self.count = struct.unpack_from(">H", self._tables[b"maxp"], 4)[0]
        self._measured = struct.unpack_from(">H", self._tables[b"hhea"], 34)[0]
        self._widths = self._tables[b"hmtx"]

    def width(self, glyph: int) -> float | None:
        """The width of the glyph of this number; None where there is no such glyph."""
        if not 0 <= glyph < self.count or not self._measured:
            return None
        place = 4 * min(glyph, self._measured - 1)
        return int.from_bytes(self._widths[place : place + 2]) * _EM / self._em

    def named(self, name: str) -> int | None:
        """The number of the glyph of this name; None where there is none."""
        return self._names.get(name)

    @cached_property
    def maps(self) -> dict[tuple[int, int], dict[int, int]]:
        """The character maps by platform and encoding."""
        table = self._tables.get(b"cmap", b"")
        if len(table) < 4:  # noqa: PLR2004 - version and count
            return {}
        count = struct.unpack_from(">H", table, 2)[0]
        found = {}
        for platform, encoding, start in struct.iter_unpack(">HHI", table[4 : 4 + 8 * count]):
            found[platform, encoding] = dict(_mapping(table[start:]))
        return found

    @cached_property
    def _names(self) -> dict[str, int]:
        table = self._tables.get(b"post", b"")
        if table[:4] != b"\0\x02\0\0":
            return {}
        count = struct.unpack_from(">H", table, 32)[0]
        numbers = struct.unpack_from(f">{count}H", table, 34)
        names, place = [], 34 + 2 * count
        while place < len(table):
            size = table[place]
            names.append(table[place + 1 : place + 1 + size].decode("latin-1"))
            place += 1 + size
        return {names[n - 258]: glyph for glyph, n in enumerate(numbers) if 0 <= n - 258 < len(names)}


def _mapping(table: bytes) -> Iterator[tuple[int, int]]:
    """The codes and glyphs of one subtable of a character map; formats 0, 4, 6 and 12."""
    kind = struct.unpack_from(">H", table)[0]
    if kind == 0:
        yield from enumerate(table[6:262])
    elif kind == 4:  # noqa: PLR2004 - the formats' numbers are their names
        yield from _segments(table)
    elif kind == 6:  # noqa: PLR2004
        first, count = struct.unpack_from(">HH", table, 6)
        yield from enumerate(struct.unpack_from(f">{count}H", table, 10), first)
    elif kind == 12:  # noqa: PLR2004
        count = struct.unpack_from(">I", table, 12)[0]
        for start, end, glyph in struct.iter_unpack(">III", table[16 : 16 + 12 * count]):
            for code in range(start, min(end, start + 0xFFFF) + 1):
                yield code, glyph + code - start


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 4 * count)
    offsets = struct.unpack_from(f">{count}H", table, 16 + 6 * count)
    for number, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, end + 1):
            glyph = code
            if offset:
                place = 16 + 6 * count + 2 * number + offset + 2 * (code - start)
                glyph = int.from_bytes(table[place : place + 2])
            if code != 0xFFFF and (glyph or not offset):  # noqa: PLR2004 - the last segment maps nothing
                yield code, (glyph + delta) & 0xFFFF


class Compact(Program):
    """A CFF program (FontFile3), or that of an OpenType font. Raises one of ``BROKEN`` where it cannot be read."""

    def __init__(self, data: bytes) -> None:
        # LibreOffice seldom makes such fonts, and the library that reads them is slow to wake.
        from fontTools.cffLib import CFFFontSet  # noqa: PLC0415

        if data[:4] == b"OTTO":
            count = struct.unpack_from(">H", data, 4)[0]
            tables = struct.iter_unpack(">4sIII", data[12 : 12 + 16 * count])
            data = next(data[start : start + size] for tag, _, start, size in tables if tag == b"CFF ")
        fonts = CFFFontSet()
        fonts.decompile(BytesIO(data), None)
        self._font = fonts[0]
        self._globals = fonts.GlobalSubrs
        self._strings = self._font.CharStrings
        self.names: list[str] = list(self._font.charset)
        self._numbers = {name: number for number, name in enumerate(self.names)}
        self.has_cids = hasattr(self._font, "ROS")
        matrix = getattr(self._font, "FontMatrix", None) or [1 / _EM]
        self._scale = matrix[0] * _EM
        self._measured: dict[int, float] = {}

    @cached_property
    def encoding(self) -> dict[int, str]:
        """The names of the codes that the program itself gives."""
        found = getattr(self._font, "Encoding", None)
        return dict(enumerate(found)) if isinstance(found, list) else {}

    def named(self, name: str) -> int | None:
        """The number of the glyph of this name; None where there is none."""
        return self._numbers.get(name)

    def by_cid(self, cid: int) -> int | None:
        """The number of the glyph of this CID; None where there is none."""
        if self.has_cids:
            return self._numbers.get(".notdef" if cid == 0 else f"cid{cid:05d}")
        return cid if cid < len(self.names) else None

    def width(self, glyph: int) -> float | None:
        """The width of the glyph of this number; None where there is no such glyph."""
        if not 0 <= glyph < len(self.names):
            return None
        if glyph not in self._measured:
            self._measured[glyph] = self._width(glyph) * self._scale
        return self._measured[glyph]

    def _width(self, glyph: int) -> float:
        from fontTools.misc.psCharStrings import T2WidthExtractor  # noqa: PLC0415 - as above

        string = self._strings[self.names[glyph]]
        private = string.private
        extractor = T2WidthExtractor(
            getattr(private, "Subrs", []), self._globals, private.nominalWidthX, private.defaultWidthX
        )
        extractor.execute(string)
        return float(extractor.width)


class Type1(Program):
    """A Type 1 program (FontFile). Raises one of ``BROKEN`` where it cannot be read."""

    def __init__(self, data: bytes) -> None:
        from fontTools.misc import eexec  # noqa: PLC0415 - as above

        if data[:1] == b"\x80":
            data = b"".join(_segments_of_pfb(data))
        start = data.index(b"eexec") + 5
        while data[start : start + 1] in {b" ", b"\t", b"\r", b"\n"}:
            start += 1
        secret = data[start:]
        if re.fullmatch(rb"[0-9A-Fa-f\s]{8}", secret[:8]):
            secret = bytes.fromhex(re.sub(rb"[^0-9A-Fa-f]", b"", secret).decode()[: len(secret) // 2 * 2])
        private = eexec.decrypt(secret, 55665)[0][4:]
        match = re.search(rb"/lenIV\s+(\d+)", private)
        padding = int(match[1]) if match else 4
        self._scale = _matrix(data) * _EM
        self.encoding = dict(_encoding(data[:start]))
        self.names, self._strings = [], []
        begin = private.index(b"/CharStrings")
        for name, string in _strings(private, begin):
            self.names.append(name)
            self._strings.append(eexec.decrypt(string, 4330)[0][padding:])
        self._numbers = {name: number for number, name in enumerate(self.names)}

    def named(self, name: str) -> int | None:
        """The number of the glyph of this name; None where there is none."""
        return self._numbers.get(name)

    def width(self, glyph: int) -> float | None:
        """The width of the glyph of this number; None where there is no such glyph."""
        if not 0 <= glyph < len(self._strings):
            return None
        found = _side_and_width(self._strings[glyph])
        return None if found is None else found * self._scale


def _segments_of_pfb(data: bytes) -> Iterator[bytes]:
    place = 0
    while data[place : place + 1] == b"\x80" and data[place + 1] in {1, 2}:
        size = int.from_bytes(data[place + 2 : place + 6], "little")
        yield data[place + 6 : place + 6 + size]
        place += 6 + size


def _matrix(data: bytes) -> float:
    match = re.search(rb"/FontMatrix\s*\[\s*([\d.eE+-]+)", data)
    return float(match[1]) if match else 1 / _EM


def _encoding(data: bytes) -> Iterator[tuple[int, str]]:
    for match in re.finditer(rb"dup\s+(\d+)\s*/(\S+)\s+put", data):
        yield int(match[1]), match[2].decode("latin-1")


def _strings(private: bytes, begin: int) -> Iterator[tuple[str, bytes]]:
    entry = re.compile(rb"/(\S+)\s+(\d+)\s+(?:RD|-\||\S+) ")
    place = private.find(b"begin", begin)
    while match := entry.search(private, place):
        end = match.end() + int(match[2])
        yield match[1].decode("latin-1"), private[match.end() : end]
        place = end


def _side_and_width(string: bytes) -> float | None:
    """The width that the first operator of a Type 1 glyph, hsbw or sbw, gives it."""
    stack: list[float] = []
    place = 0
    while place < len(string):
        byte = string[place]
        place += 1
        if byte == 13:  # noqa: PLR2004 - hsbw
            return stack[1]
        if byte == 12:  # noqa: PLR2004 - a longer operator
            operator = string[place]
            place += 1
            if operator == 7:  # noqa: PLR2004 - sbw
                return stack[2]
            if operator == 12:  # noqa: PLR2004 - div
                stack[-2:] = [stack[-2] / stack[-1]]
        elif byte >= 32:  # noqa: PLR2004 - a number
            size = 0 if byte < 247 else 1 if byte < 255 else 4  # noqa: PLR2004 - its size is in its first byte
            stack.append(_number(byte, string[place : place + size]))
            place += size
        else:
            return None
    return None


def _number(byte: int, rest: bytes) -> float:
    if not rest:
        return byte - 139
    if len(rest) > 1:
        return int.from_bytes(rest, signed=True)
    return (byte - 247) * 256 + rest[0] + 108 if byte < 251 else -(byte - 251) * 256 - rest[0] - 108  # noqa: PLR2004
