"""What the codes of a simple font are called (ISO 32000-1, 9.6.6 and annex D)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memogen.archive.checking.document import Document, Value

NOTDEF = ".notdef"
_NAMED = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding"})


@cache
def table(name: str) -> dict[int, str]:
    """The names of one of the encodings that the standard gives; empty for another name."""
    # The fonts that LibreOffice makes name no glyphs, and the library that knows the names is slow to wake.
    from fontTools.encodings.MacRoman import MacRoman  # noqa: PLC0415
    from fontTools.encodings.StandardEncoding import StandardEncoding  # noqa: PLC0415

    if name == "/WinAnsiEncoding":
        found = {code: _windows(code) for code in range(32, 256)}
    elif name == "/MacRomanEncoding":
        found = {code: glyph for code, glyph in enumerate(MacRoman) if code >= 32}  # noqa: PLR2004 - no control signs
    elif name == "/StandardEncoding":
        found = dict(enumerate(StandardEncoding))
    else:
        return {}
    return {code: glyph for code, glyph in found.items() if glyph != NOTDEF}


def _windows(code: int) -> str:
    from fontTools import agl  # noqa: PLC0415 - as above

    if code in {0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D}:
        return "bullet"
    if code in {0xA0, 0xAD}:
        return "space" if code == 0xA0 else "hyphen"  # noqa: PLR2004 - as the standard's footnotes say
    return str(agl.UV2AGL.get(ord(bytes([code]).decode("cp1252")), NOTDEF))


def unicode_of(name: str) -> str | None:
    """The text that a glyph's name means; None where it means none."""
    from fontTools import agl  # noqa: PLC0415 - as above

    return agl.toUnicode(name) or None


class Encoding:
    """The names of a simple font's codes; ``built_in`` are those that its program gives."""

    def __init__(self, document: Document, found: Value, built_in: Mapping[int, str], *, is_symbolic: bool) -> None:
        held = document.value(found)
        self.base = document.name(held) or document.name(document.dictionary(held).get("/BaseEncoding"))
        self.is_given = held is not None
        start = table(self.base) if self.base in _NAMED else dict(built_in)
        if not start and not is_symbolic:
            start = table("/StandardEncoding")
        self.differences = dict(_differences(document, document.dictionary(held).get("/Differences")))
        self.names = start | self.differences

    def name(self, code: int) -> str | None:
        """What the code is called; None where it has no name."""
        return self.names.get(code)


def _differences(document: Document, found: Value) -> list[tuple[int, str]]:
    code, named = 0, []
    for held in document.array(found):
        value = document.value(held)
        if isinstance(value, int):
            code = value
        elif isinstance(value, str):
            named.append((code, value.removeprefix("n:").removeprefix("/")))
            code += 1
    return named
