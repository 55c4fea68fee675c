"""The glyphs that are used: there, of the right width, and with a text (ISO 19005-2, 6.2.11.4 to 6.2.11.8)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from memogen.archive.checking import fonts, tokens
from memogen.archive.checking.cmaps import IDENTITY
from memogen.archive.checking.encodings import NOTDEF, unicode_of
from memogen.archive.checking.fault import Fault
from memogen.archive.checking.programs import BROKEN, TrueType

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from memogen.archive.checking.document import Document
    from memogen.archive.checking.fonts import Font
    from memogen.archive.checking.usage import Shown

_NO_TEXT = frozenset("\0\ufeff\ufffe")
_TOLERANCE = 1
_DEFAULT_WIDTH = 1000


def glyphs(document: Document, shown: Shown) -> Iterator[Fault]:
    """Faults of a font as it is used."""
    held = fonts.font(document, shown.entries)
    what = held.name.removeprefix("/")
    codes = {string: _codes(held, tokens.string(string)) for string in shown.visible | shown.invisible}
    clauses = dict.fromkeys(fonts.dictionaries(document, held, is_seen=bool(shown.visible)))
    for clause in clauses:
        yield Fault(clause, shown.page, what)
    seen = _union(codes, shown.visible)
    clauses = dict.fromkeys(_drawn(document, held, seen))
    clauses |= dict.fromkeys(_meant(held, _union(codes, codes), _union(codes, shown.bare)))
    for clause in clauses:
        yield Fault(clause, shown.page, what)


def _union(codes: dict[bytes, Collection[int]], strings: Iterable[bytes]) -> set[int]:
    return set[int]().union(*(codes[string] for string in strings))


def _codes(held: Font, string: bytes) -> Collection[int]:
    if not held.is_composite:
        return string
    if held.codes is not None and held.codes.spaces:
        return frozenset(held.codes.codes(string))
    return frozenset(int.from_bytes(string[place : place + 2]) for place in range(0, len(string), 2))


def _drawn(document: Document, held: Font, codes: set[int]) -> Iterator[str]:
    if held.kind == "/Type3":
        yield from _type3(document, held, codes)
        return
    if held.program is None:
        return
    find, measure = _finder(document, held), _measure(document, held)
    try:
        for code in codes:
            glyph = find(code)
            if glyph is None and code:
                yield "6.2.11.4.1-2"
            if glyph == -1:
                continue
            width, given = held.program.width(glyph or 0), measure(code)
            if width is not None and given is not None and abs(width - given) > _TOLERANCE:
                yield "6.2.11.5-1"
    except BROKEN:
        return


def _type3(document: Document, held: Font, codes: set[int]) -> Iterator[str]:
    procedures = document.dictionary(held.entries.get("/CharProcs"))
    if any(f"/{held.encoding.name(code)}" not in procedures for code in codes):
        yield "6.2.11.4.1-2"


def _finder(document: Document, held: Font) -> Callable[[int], int | None]:
    """How a code is found in the program; None says that it is not there."""
    if held.is_composite:
        return _composite(document, held)
    program = held.program
    if isinstance(program, TrueType):
        is_named = not held.is_symbolic and held.encoding.is_given
        return _named(held, program) if is_named else _symbolic(program)
    return lambda code: program.named(held.encoding.name(code) or NOTDEF) if program else None


def _symbolic(program: TrueType) -> Callable[[int], int | None]:
    symbols, roman = program.maps.get((3, 0), {}), program.maps.get((1, 0), {})

    def find(code: int) -> int | None:
        return symbols.get(code) or symbols.get(0xF000 + code) or symbols.get(0xF100 + code) or roman.get(code) or None

    return find


def _named(held: Font, program: TrueType) -> Callable[[int], int | None]:
    unicodes, roman, symbols = (program.maps.get(key, {}) for key in ((3, 1), (1, 0), (3, 0)))

    def find(code: int) -> int | None:
        name = held.encoding.name(code)
        if name is None or name == NOTDEF:
            return None
        text = unicode_of(name) or ""
        glyph = unicodes.get(ord(text)) if len(text) == 1 else None
        return glyph or roman.get(code) or program.named(name) or symbols.get(0xF000 + code) or None

    return find


def _composite(document: Document, held: Font) -> Callable[[int], int | None]:
    program = held.program
    if held.codes is None and document.name(held.entries.get("/Encoding")) not in IDENTITY:
        return lambda _code: -1  # the maps that a reader has by itself are not here
    to_glyph = held.inner.get("/CIDToGIDMap")
    numbers = document.data(to_glyph) if document.is_stream(to_glyph) else b""

    def find(code: int) -> int | None:
        cid = _cid(held, code)
        if program is None or cid is None:
            return None
        if not isinstance(program, TrueType):
            return program.by_cid(cid)
        glyph = int.from_bytes(numbers[2 * cid : 2 * cid + 2]) if numbers else cid
        return glyph if program.width(glyph) is not None else None

    return find


def _cid(held: Font, code: int) -> int | None:
    return held.codes.glyphs.get(code) if held.codes is not None else code


def _measure(document: Document, held: Font) -> Callable[[int], float | None]:
    """The width that the font's dictionary gives a code; None where it should and does not."""
    if held.is_composite:
        default = document.number(held.inner.get("/DW"))
        known = dict(fonts.widths(document, held.inner.get("/W")))
        default = _DEFAULT_WIDTH if default is None else default
        return lambda code: known.get(_cid(held, code) or 0, default)
    first, last = (document.integer(held.entries.get(key)) for key in ("/FirstChar", "/LastChar"))
    given = [document.number(width) for width in document.array(held.entries.get("/Widths"))]
    missing = document.number(held.descriptor.get("/MissingWidth")) or 0
    if first is None or last is None or not given:
        return lambda _code: missing
    given += [None] * (last - first + 1 - len(given))
    return lambda code: given[code - first] if first <= code <= last else missing


def _meant(held: Font, codes: set[int], bare: set[int]) -> Iterator[str]:
    """Whether every code has a text; ``bare`` are those that no ActualText stands for."""
    for code in codes:
        if _is_nothing(held, code):
            yield "6.2.11.8-1"
        text = _text(held, code)
        if text is None:
            yield "6.2.11.7.2-1"
            continue
        if not _NO_TEXT.isdisjoint(text):
            yield "6.2.11.7.2-2"
        if code in bare and any(unicodedata.category(sign) == "Co" for sign in text):
            yield "6.2.11.7.3-1"


def _is_nothing(held: Font, code: int) -> bool:
    if held.is_composite:
        return code == 0 and held.program is not None
    name = held.encoding.name(code)
    return name == NOTDEF or (name is None and code == 0 and held.kind == "/TrueType")


def _text(held: Font, code: int) -> str | None:
    if held.texts is not None and code in held.texts.texts:
        return held.texts.texts[code]
    if held.is_composite:
        return None if held.codes is not None or held.texts is not None else _known_text(held)
    name = held.encoding.name(code)
    if name is None or (held.kind == "/TrueType" and held.is_symbolic):
        return None
    return unicode_of(name)


def _known_text(held: Font) -> str | None:
    """Fonts of the Adobe collections have texts that a reader knows."""
    found = held.entries.get("/Encoding")
    return "?" if isinstance(found, str) and found not in IDENTITY and found[:1] == "/" else None
