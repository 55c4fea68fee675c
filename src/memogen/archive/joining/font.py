"""The letters of a stamp, embedded: a subset of Noto Sans, which OCRmyPDF brings along on every machine."""

from __future__ import annotations

import importlib.util
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream

if TYPE_CHECKING:
    import pikepdf

_NAME = "MEMOGN+NotoSans-Regular"
_PER_EM = 1000
_SYMBOLIC = 4
_ALWAYS = "Bilaga 0123456789?"
_DROPPED = ("FFTM", "GDEF", "GPOS", "GSUB", "kern")


@dataclass(frozen=True, slots=True)
class Letters:
    """A font with some letters: its file, and each letter's glyph. Measures are in thousandths of the size.

    ``cap_height`` alone is in parts of it.
    """

    file: bytes
    glyphs: dict[str, int]
    widths: dict[str, int]
    ascent: int
    descent: int
    box: tuple[int, ...]
    cap_height: float

    def width(self, text: str) -> float:
        """How wide the text is, at size 1."""
        return sum(self.widths[letter] for letter in text) / _PER_EM

    def encoded(self, text: str) -> str:
        """The text as the glyph numbers that a content stream shows."""
        return "".join(f"{self.glyphs[letter]:04x}" for letter in text)


def letters(text: str) -> Letters:
    """A font with the letters of the text, as far as Noto Sans has them, and a question mark for those it has not."""
    return _letters("".join(sorted({*text, *_ALWAYS})))


@lru_cache(maxsize=8)
def _letters(wanted: str) -> Letters:
    found = importlib.util.find_spec("ocrmypdf")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("ocrmypdf")
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[])
    options.drop_tables += _DROPPED
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=wanted)
    path = Path(found.origin).parent / "data" / "NotoSans-Regular.ttf"
    with TTFont(path, recalcTimestamp=False, lazy=True) as font:
        subsetter.subset(font)
        return _measured(font)


def _measured(font: TTFont) -> Letters:
    file = io.BytesIO()
    font.save(file)
    glyphs = {chr(code): font.getGlyphID(name) for code, name in font.getBestCmap().items()}
    head, line = font["head"], font["hhea"]
    scale = _PER_EM / head.unitsPerEm
    return Letters(
        file.getvalue(),
        glyphs,
        {letter: round(font["hmtx"][font.getGlyphName(glyph)][0] * scale) for letter, glyph in glyphs.items()},
        round(line.ascent * scale),
        round(line.descent * scale),
        tuple(round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax)),
        font["OS/2"].sCapHeight / head.unitsPerEm,
    )


def embedded(act: pikepdf.Pdf, font: Letters) -> Dictionary:
    """The font in the act, so that its text can be drawn and copied (ISO 32000-1, 9.7 and 9.10.3)."""
    file = Stream(act, font.file, Length1=len(font.file))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{_NAME}"),
        Flags=_SYMBOLIC,
        FontBBox=Array(font.box),
        ItalicAngle=0,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=round(font.cap_height * _PER_EM),
        StemV=80,
        FontFile2=file,
    )
    by_glyph = sorted((glyph, letter) for letter, glyph in font.glyphs.items())
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{_NAME}"),
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=act.make_indirect(descriptor),
        CIDToGIDMap=Name.Identity,
        W=Array([each for glyph, letter in by_glyph for each in (glyph, Array([font.widths[letter]]))]),
    )
    return act.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name(f"/{_NAME}"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([act.make_indirect(descendant)]),
            ToUnicode=Stream(act, _to_unicode(by_glyph)),
        )
    )


def _to_unicode(by_glyph: list[tuple[int, str]]) -> bytes:
    lines = "\n".join(f"<{glyph:04x}> <{letter.encode('utf-16-be').hex()}>" for glyph, letter in by_glyph)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{len(by_glyph)} beginbfchar\n{lines}\nendbfchar\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode()
