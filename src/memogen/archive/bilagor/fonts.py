"""Fonts that a PDF only names are put into it: a free font with the same widths takes their place.

What a font means is read from its encoding, so that no letter changes; where its widths are not those that the
document says, each sign is made wider or narrower, so that no line moves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fontTools import agl
from fontTools.encodings.StandardEncoding import StandardEncoding
from pikepdf import Array, Dictionary, Name, Stream

# The two alphabets of pictures have no encoding in Python; the package is pinned.
from pypdf._codecs import charset_encoding

from memogen.archive.bilagor.opening import dictionaries, name_of
from memogen.archive.bilagor.stand_ins import StandIn, stand_in

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_SUBSET: Final = re.compile(r"^/(?:[A-Z]{6}\+)?")
_ALPHABETS: Final = {"Symbol": "/Symbol", "ZapfDingbats": "/ZapfDingbats"}
_FIRST: Final = 32
_SYMBOLIC: Final = 4
_NAME: Final = 6


@dataclass(frozen=True, slots=True)
class _Named:
    """A font that is only named: its name, what its codes mean, how wide they are (thousandths of the size)."""

    name: str
    flags: int
    signs: dict[int, str]
    widths: dict[int, float]


def embed(document: Pdf) -> int:
    """Put a stand-in for each font that is only named into the document; gives how many fonts those were.

    A font whose signs can't be told, or that no font of this computer can stand in for, stays as it is.
    """
    made: dict[str, Dictionary | None] = {}
    for thing in document.objects:
        for font in dictionaries(thing):
            if not _is_only_named(font):
                continue
            named = _named(font)
            key = repr(named)
            if key not in made:
                made[key] = _made(document, named)
            if found := made[key]:
                _put(font, found)
    return sum(1 for found in made.values() if found)


def _is_only_named(font: Object) -> bool:
    kinds = {Name.Type1, Name.TrueType, Name.MMType1}
    if font.get(Name.Type) != Name.Font or font.get(Name.Subtype) not in kinds:
        return False
    descriptor = font.get(Name.FontDescriptor, Dictionary())
    return not any(key in descriptor for key in (Name.FontFile, Name.FontFile2, Name.FontFile3))


def _named(font: Object) -> _Named | None:
    name = _SUBSET.sub("", name_of(font.get(Name.BaseFont)) or "/")
    flags = int(font.get(Name.FontDescriptor, Dictionary()).get(Name.Flags, 0))
    signs = _signs(font, name)
    if signs is None or (flags & _SYMBOLIC and name not in _ALPHABETS and Name.Encoding not in font):
        return None
    first = int(font.get(Name.FirstChar, 0))
    widths = {first + place: float(width) for place, width in enumerate(font.get(Name.Widths, ()))}
    return _Named(name, flags, {code: sign for code, sign in signs.items() if not widths or code in widths}, widths)


def _signs(font: Object, name: str) -> dict[int, str] | None:
    """What each code means; None where an encoding is one that nobody knows."""
    encoding = font.get(Name.Encoding)
    base = name_of(encoding.get(Name.BaseEncoding)) if isinstance(encoding, Dictionary) else name_of(encoding)
    signs = _base(_ALPHABETS.get(name, base or _unsaid(font)))
    if signs is not None and isinstance(encoding, Dictionary):
        code = 0
        for item in encoding.get(Name.Differences, ()):
            if isinstance(item, Name):
                signs[code] = agl.toUnicode(name_of(item)[1:], isZapfDingbats=name == "ZapfDingbats")
                code += 1
            else:
                code = int(item)
    return {code: sign for code, sign in signs.items() if len(sign) == 1} if signs is not None else None


def _unsaid(font: Object) -> str:
    """The encoding of a font that names none; programs take that of a TrueType font for Windows'."""
    return "/WinAnsiEncoding" if font.get(Name.Subtype) == Name.TrueType else "/StandardEncoding"


def _base(encoding: str) -> dict[int, str] | None:
    if encoding == "/StandardEncoding":
        return {code: agl.toUnicode(glyph) for code, glyph in enumerate(StandardEncoding) if glyph != ".notdef"}
    signs = charset_encoding.get(encoding)
    return {code: sign for code, sign in enumerate(signs) if code >= _FIRST and sign != "\0"} if signs else None


def _made(document: Pdf, named: _Named | None) -> Dictionary | None:
    """A symbolic TrueType font: each code has its glyph, and no encoding comes between."""
    found = stand_in(named.name, named.flags, named.signs, named.widths) if named else None
    if found is None:
        return None
    name = Name(f"/{_tag(found)}+{found.name}")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=Array(found.box),
        Ascent=found.ascent,
        Descent=found.descent,
        CapHeight=found.ascent,
        ItalicAngle=found.angle,
        StemV=80,
        FontFile2=document.make_indirect(Stream(document, found.program, Length1=len(found.program))),
    )
    first, last = min(found.widths), max(found.widths)
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=name,
        FirstChar=first,
        LastChar=last,
        Widths=document.make_indirect(Array([found.widths.get(code, 0) for code in range(first, last + 1)])),
        FontDescriptor=document.make_indirect(descriptor),
        ToUnicode=document.make_indirect(Stream(document, _to_unicode(found.signs))),
    )


def _put(font: Object, made: Dictionary) -> None:
    for key in set(font.keys()):
        del font[key]
    for key, value in made.items():
        font[key] = value


def _tag(found: StandIn) -> str:
    """Six capitals that tell this set of signs from others (ISO 32000-1, 9.6.4)."""
    number = sum(code * (place + 1) for place, code in enumerate(sorted(found.signs)))
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(_NAME))


def _to_unicode(signs: dict[int, str]) -> bytes:
    lines = "\n".join(
        f"<{code:02X}> <{sign.encode('utf-16-be').hex().upper()}>" for code, sign in sorted(signs.items())
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{_blocks(lines)}"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode("ascii")


def _blocks(lines: str) -> str:
    """At most 100 entries stand together (Adobe technical note 5014)."""
    entries = lines.splitlines()
    starts = range(0, len(entries), 100)
    pieces = [entries[start : start + 100] for start in starts]
    return "".join(f"{len(piece)} beginbfchar\n" + "\n".join(piece) + "\nendbfchar\n" for piece in pieces)
