"""Free fonts that stand in for those that a PDF only names, cut down to the signs that it can use."""

from __future__ import annotations

import functools
import io
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fontTools.misc.roundTools import otRound
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

if TYPE_CHECKING:
    from collections.abc import Mapping

_FAMILIES: Final = (
    (re.compile(r"symbol|zapfdingbats"), "DejaVu Sans"),
    (re.compile(r"wingdings|webdings"), ""),
    (re.compile(r"arialnarrow|helvetica-?condensed"), "Liberation Sans Narrow"),
    (re.compile(r"arial|helvetica"), "Liberation Sans"),
    (re.compile(r"times"), "Liberation Serif"),
    (re.compile(r"courier"), "Liberation Mono"),
    (re.compile(r"calibri"), "Carlito"),
    (re.compile(r"cambria"), "Caladea"),
)
"""What a font's name says of it; the widths of these are those of the named ones."""
_FIXED: Final = 1
_SERIF: Final = 2
_PRIVATE: Final = 0xF000
"""Where a symbolic TrueType font has its 256 codes (ISO 32000-1, 9.6.6.4)."""
_SAME: Final = 1.5
"""Thousandths that two widths may differ by and be the same."""
_THOUSAND: Final = 1000


@dataclass(frozen=True, slots=True)
class StandIn:
    """A cut-down TrueType font: what its codes mean and how wide they are; measures in thousandths of the size."""

    name: str
    program: bytes
    signs: dict[int, str]
    widths: dict[int, float]
    box: list[int]
    ascent: int
    descent: int
    angle: float


def stand_in(name: str, flags: int, signs: Mapping[int, str], widths: Mapping[int, float]) -> StandIn | None:
    """The font that stands in for the one with this ``name`` and descriptor ``flags``; None where there is none.

    ``widths`` may be empty: then the font has its own.
    """
    bare = name.replace(" ", "").lower()
    style = (
        "Bold" if re.search("bold|black|heavy|demi", bare) else "",
        "Italic" if re.search("ital|obli", bare) else "",
    )
    path = _path(_family(bare, flags), " ".join(filter(None, style)) or "Regular")
    if path is None:
        return None
    with TTFont(path) as font:
        drawn = {code: sign for code, sign in signs.items() if ord(sign) in font.getBestCmap()}
        if not drawn:
            return None
        _cut(font, drawn)
        return _built(font, drawn, widths)


def _family(bare: str, flags: int) -> str:
    for pattern, family in _FAMILIES:
        if pattern.search(bare):
            return family
    if flags & _FIXED:
        return "Liberation Mono"
    return "Liberation Serif" if flags & _SERIF else "Liberation Sans"


@functools.cache
def _path(family: str, style: str) -> str | None:
    """Where the computer has the font; None where it would give another family."""
    matcher = shutil.which("fc-match")
    if matcher is None or not family:
        return None
    asked = f"{family}:style={style}" if family != "DejaVu Sans" else "DejaVu Sans:style=Book"
    found = subprocess.run(
        [matcher, "--format", "%{family[0]}\\t%{file}", asked], capture_output=True, text=True, check=False, timeout=30
    ).stdout.partition("\t")
    return found[2] if found[0] == family else None


def _cut(font: TTFont, signs: Mapping[int, str]) -> None:
    options = Options(hinting=False, layout_features=[], notdef_outline=True, glyph_names=False, name_IDs=[])
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "FFTM", "DSIG", "meta"]
    cutter = Subsetter(options)
    cutter.populate(unicodes=[ord(sign) for sign in signs.values()])
    cutter.subset(font)


def _built(font: TTFont, signs: dict[int, str], widths: Mapping[int, float]) -> StandIn:
    glyphs = {code: font.getBestCmap()[ord(sign)] for code, sign in signs.items()}
    unit = font["head"].unitsPerEm
    _fit(font, {glyph: widths[code] * unit / _THOUSAND for code, glyph in glyphs.items() if widths.get(code)})
    table = CmapSubtable.newSubtable(4)
    table.platformID, table.platEncID, table.language = 3, 0, 0
    table.cmap = {_PRIVATE + code: glyph for code, glyph in glyphs.items()}
    font["cmap"].tables = [table]
    data = io.BytesIO()
    font.recalcTimestamp = False
    font.save(data)

    def thousandths(measure: float) -> int:
        return round(float(measure) * _THOUSAND / float(unit))

    head, lines = font["head"], font["hhea"]
    return StandIn(
        name=str(font.reader.file.name).rpartition("/")[2].partition(".")[0],
        program=data.getvalue(),
        signs=signs,
        widths={code: round(font["hmtx"][glyph][0] * _THOUSAND / unit, 3) for code, glyph in glyphs.items()},
        box=[thousandths(side) for side in (head.xMin, head.yMin, head.xMax, head.yMax)],
        ascent=thousandths(lines.ascent),
        descent=thousandths(lines.descent),
        angle=font["post"].italicAngle,
    )


def _fit(font: TTFont, wanted: Mapping[str, float]) -> None:
    """Make the glyphs as wide as they should be, in the font's own units."""
    outlines, measures = font["glyf"], font["hmtx"]
    near = _SAME * font["head"].unitsPerEm / _THOUSAND
    glyph_set = font.getGlyphSet()
    made = {}
    for glyph, width in wanted.items():
        own = measures[glyph][0]
        if own and abs(own - width) > near:
            shape = DecomposingRecordingPen(glyph_set)
            glyph_set[glyph].draw(shape)
            pen = TTGlyphPen(None)
            shape.replay(TransformPen(pen, (width / own, 0, 0, 1, 0, 0)))
            made[glyph] = (pen.glyph(), otRound(width))
    for glyph, (shape, width) in made.items():
        outlines[glyph] = shape
        shape.recalcBounds(outlines)
        measures[glyph] = (width, getattr(shape, "xMin", 0))
