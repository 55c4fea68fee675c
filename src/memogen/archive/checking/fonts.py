"""Fonts: embedded, and described as a reader needs them (ISO 19005-2, 6.2.11.2 to 6.2.11.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.archive.checking import cmaps
from memogen.archive.checking.cmaps import IDENTITY, PREDEFINED, CharacterMap
from memogen.archive.checking.encodings import Encoding, unicode_of
from memogen.archive.checking.programs import BROKEN, Compact, Program, TrueType, Type1

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.archive.checking.document import Dictionary, Document, Value

_SUBTYPES = frozenset({"/Type1", "/MMType1", "/TrueType", "/Type3", "/Type0", "/CIDFontType0", "/CIDFontType2"})
_COMPACT = frozenset({"/Type1C", "/CIDFontType0C", "/OpenType"})
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_STANDARD = re.compile(r"/(?:Courier|Helvetica|Times|Symbol|ZapfDingbats)(?:-\w+)?")
_SUBSET = re.compile(r"/[A-Z]{6}\+")
_SYMBOLIC, _NOT_SYMBOLIC = 4, 32
_LARGEST_CID = 0xFFFF
_UNICODE, _SYMBOL = (3, 1), (3, 0)


@dataclass(slots=True)
class Font:
    """A font with everything that its glyphs are looked up in; ``program`` is None where there is none to read."""

    entries: Dictionary
    inner: Dictionary
    descriptor: Dictionary
    kind: str
    name: str
    program: Program | None
    is_symbolic: bool
    encoding: Encoding
    texts: CharacterMap | None
    codes: CharacterMap | None
    is_known: bool

    @property
    def is_composite(self) -> bool:
        """Whether its codes have more than one byte."""
        return self.kind == "/Type0"

    @property
    def is_embedded(self) -> bool:
        """Whether the file has a font program for it, of a kind that readers know."""
        return any(key in self.descriptor for key in _FILES) and self.is_known


def font(document: Document, entries: Dictionary) -> Font:
    """The font that a dictionary describes."""
    kind = document.name(entries.get("/Subtype"))
    descendants = document.array(entries.get("/DescendantFonts"))
    inner = document.dictionary(descendants[0]) if kind == "/Type0" and descendants else entries
    described = document.dictionary(inner.get("/FontDescriptor"))
    descriptor = {key: held for key, held in described.items() if key not in _FILES or document.is_stream(held)}
    program = _program(document, descriptor)
    is_symbolic = bool((document.integer(descriptor.get("/Flags")) or 0) & (_SYMBOLIC | _NOT_SYMBOLIC) == _SYMBOLIC)
    built_in = program.encoding if isinstance(program, Compact | Type1) else {}
    return Font(
        entries, inner, descriptor, kind, document.name(entries.get("/BaseFont")), program, is_symbolic,
        Encoding(document, entries.get("/Encoding") if kind != "/Type0" else None, built_in, is_symbolic=is_symbolic),
        cmaps.read(document.data(entries["/ToUnicode"])) if document.is_stream(entries.get("/ToUnicode")) else None,
        _codes(document, entries.get("/Encoding")) if kind == "/Type0" else None,
        "/FontFile3" not in descriptor
        or document.name(document.dictionary(descriptor["/FontFile3"]).get("/Subtype")) in _COMPACT,
    )  # fmt: skip


def _program(document: Document, descriptor: Dictionary) -> Program | None:
    try:
        if "/FontFile2" in descriptor:
            return TrueType(document.data(descriptor["/FontFile2"]))
        if "/FontFile3" in descriptor:
            data = document.data(descriptor["/FontFile3"])
            return TrueType(data) if data[:4] in {b"\0\1\0\0", b"true"} else Compact(data)
        return Type1(document.data(descriptor["/FontFile"])) if "/FontFile" in descriptor else None
    except BROKEN:
        return None


def _codes(document: Document, found: Value) -> CharacterMap | None:
    return cmaps.read(document.data(found)) if document.is_stream(found) else None


def dictionaries(document: Document, held: Font, *, is_seen: bool) -> Iterator[str]:
    """The clauses that a font breaks by its dictionaries; ``is_seen``: its text is drawn, not only there to search."""
    if held.kind not in _SUBTYPES:
        yield "6.2.11.2-2"
        return
    for entries in [held.entries, held.inner] if held.is_composite else [held.entries]:
        yield from _names(document, held, entries)
    if held.kind != "/Type3" and is_seen and not held.is_embedded:
        yield "6.2.11.4.1-1"
    if not held.is_known:
        yield "6.2.11.2-7"
    yield from _composite(document, held) if held.is_composite else _simple(document, held)
    yield from _listed(document, held)


def _names(document: Document, held: Font, entries: Dictionary) -> Iterator[str]:
    if document.name(entries.get("/Type")) != "/Font":
        yield "6.2.11.2-1"
    if document.name(entries.get("/Subtype")) not in _SUBTYPES:
        yield "6.2.11.2-2"
    if held.kind != "/Type3" and not isinstance(entries.get("/BaseFont"), str):
        yield "6.2.11.2-3"
    if str(entries.get("/BaseFont", ""))[:2] == "n:":
        yield "6.1.8-1"


def _simple(document: Document, held: Font) -> Iterator[str]:
    entries = held.entries
    if not (
        held.kind in {"/Type1", "/MMType1"} and _STANDARD.fullmatch(held.name) and "/FontDescriptor" not in entries
    ):
        first, last = document.integer(entries.get("/FirstChar")), document.integer(entries.get("/LastChar"))
        if first is None:
            yield "6.2.11.2-4"
        if last is None:
            yield "6.2.11.2-5"
        count = len(document.array(entries.get("/Widths")))
        if first is None or last is None or "/Widths" not in entries or count != last - first + 1:
            yield "6.2.11.2-6"
    if held.kind == "/TrueType":
        yield from _true_type(held)


def _true_type(held: Font) -> Iterator[str]:
    encoding = held.encoding
    if held.is_symbolic:
        if encoding.is_given:
            yield "6.2.11.6-3"
    elif encoding.base not in {"/MacRomanEncoding", "/WinAnsiEncoding"} or not _is_unicode(held):
        yield "6.2.11.6-2"
    if not isinstance(held.program, TrueType):
        return
    maps = held.program.maps
    if held.is_symbolic:
        if len(maps) != 1 and _SYMBOL not in maps:
            yield "6.2.11.6-4"
    elif len(maps) <= (_SYMBOL in maps):
        yield "6.2.11.6-1"


def _is_unicode(held: Font) -> bool:
    names = held.encoding.differences.values()
    if not names:
        return True
    has_map = isinstance(held.program, TrueType) and _UNICODE in held.program.maps
    return has_map and all(unicode_of(name) for name in names)


def _composite(document: Document, held: Font) -> Iterator[str]:
    written = held.entries.get("/Encoding")
    name = document.name(written)
    system = document.dictionary(held.inner.get("/CIDSystemInfo"))
    if name not in IDENTITY:
        own = document.dictionary(document.dictionary(written).get("/CIDSystemInfo"))
        if not _fits(document, system, own, name):
            yield "6.2.11.3.1-1"
    if name not in PREDEFINED and not document.is_stream(written):
        yield "6.2.11.3.3-1"
    if held.codes is not None:
        yield from _own_map(document, held.codes, document.dictionary(written))
    is_true_type = document.name(held.inner.get("/Subtype")) == "/CIDFontType2"
    if is_true_type and held.is_embedded and held.inner.get("/CIDToGIDMap") is None:
        yield "6.2.11.3.2-1"


def _own_map(document: Document, codes: CharacterMap, stream: Dictionary) -> Iterator[str]:
    if codes.mode != (document.integer(stream.get("/WMode")) or 0):
        yield "6.2.11.3.3-2"
    used = document.name(stream.get("/UseCMap")) or codes.used
    if used and used not in PREDEFINED:
        yield "6.2.11.3.3-3"
    if any(glyph > _LARGEST_CID for glyph in codes.glyphs.values()):
        yield "6.1.13-10"


def _fits(document: Document, system: Dictionary, own: Dictionary, name: str) -> bool:
    if name in PREDEFINED:
        return (document.text(system.get("/Registry")), document.text(system.get("/Ordering"))) == (
            "Adobe", cmaps.ordering(name),
        )  # fmt: skip
    named = [(document.text(system.get(key)), document.text(own.get(key))) for key in ("/Registry", "/Ordering")]
    same = all(left is not None and left == right for left, right in named)
    supplements = document.integer(system.get("/Supplement")), document.integer(own.get("/Supplement"))
    return same and None not in supplements and (supplements[0] or 0) <= (supplements[1] or 0)


def _listed(document: Document, held: Font) -> Iterator[str]:
    """A subset that lists its glyphs lists them all."""
    if not held.is_embedded or not _SUBSET.match(held.name or document.name(held.inner.get("/BaseFont"))):
        return
    if held.is_composite:
        if document.is_stream(held.descriptor.get("/CIDSet")) and not _lists_cids(document, held):
            yield "6.2.11.4.2-2"
        return
    listed = document.text(held.descriptor.get("/CharSet"))
    if listed is not None and isinstance(held.program, Compact | Type1):
        names = set(listed.split("/")) - {""}
        if names | {".notdef"} != set(held.program.names) | {".notdef"}:
            yield "6.2.11.4.2-1"


def _lists_cids(document: Document, held: Font) -> bool:
    bits = document.data(held.descriptor["/CIDSet"])
    listed = {8 * place + bit for place, byte in enumerate(bits) for bit in range(8) if byte & (128 >> bit)}
    program = held.program
    if isinstance(program, Compact):
        cids = {int(name[3:]) for name in program.names[1:]} if program.has_cids else set(range(len(program.names)))
        return listed | {0} == cids | {0}
    return not isinstance(program, TrueType) or listed | {0} == {0, *range(program.count)}


def widths(document: Document, found: Value) -> Iterator[tuple[int, float]]:
    """The widths of a CIDFont by CID (ISO 32000-1, 9.7.4.3)."""
    waiting: list[int] = []
    for held in document.array(found):
        value = document.value(held)
        if isinstance(value, list):
            start = waiting.pop() if waiting else 0
            yield from ((start + place, document.number(width) or 0) for place, width in enumerate(value))
            waiting = []
        elif len(waiting) == 2:  # noqa: PLR2004 - first, last and their width
            first, last = waiting
            yield from ((cid, document.number(value) or 0) for cid in range(first, min(last, first + 0xFFFF) + 1))
            waiting = []
        else:
            waiting.append(document.integer(value) or 0)
