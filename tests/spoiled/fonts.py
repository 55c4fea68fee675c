"""Other kinds of fonts than LibreOffice's: bilagor from elsewhere have them."""

from __future__ import annotations

import functools
import io
from typing import TYPE_CHECKING

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.spoiled.appearance import draw, first_font
from tests.spoiled.catalogue import spoils

if TYPE_CHECKING:
    from pikepdf import Object

_UNICODE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <{first}> <{last}> endcodespacerange
1 beginbfchar <{code}> <0053> endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end"""


def use(pdf: Pdf, font: Object, shown: str) -> Object:
    """Show a character with the font on the first page."""
    pdf.pages[0].obj.Resources.Font.Own = pdf.make_indirect(font)
    draw(pdf, f"BT /Own 9 Tf 10 10 Td <{shown}> Tj ET".encode())
    return pdf.pages[0].obj.Resources.Font.Own


def meaning(pdf: Pdf, code: str) -> Object:
    """A map that says that the code is an S."""
    text = _UNICODE.format(first="0" * len(code), last="F" * len(code), code=code)
    return pdf.make_indirect(Stream(pdf, text.encode()))


def composite(pdf: Pdf) -> Object:
    """The memo's own font with numbers of two bytes for its glyphs."""
    descriptor = first_font(pdf).FontDescriptor
    program = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
    unit = 1000 / program["head"].unitsPerEm
    width = round(program["hmtx"][program.getGlyphName(1)][0] * unit)
    part = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=descriptor.FontName,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            FontDescriptor=descriptor,
            W=Array([1, Array([width])]),
            CIDToGIDMap=Name.Identity,
        )
    )
    whole = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=descriptor.FontName,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([part]),
        ToUnicode=meaning(pdf, "0001"),
    )
    return use(pdf, whole, "0001")


@functools.cache
def compact_program() -> bytes:
    """A font in Adobe's compact format, with a square for an A."""
    pens = {name: T2CharStringPen(600, None) for name in (".notdef", "A")}
    for corner, step in (((0, 0), "moveTo"), ((0, 500), "lineTo"), ((500, 500), "lineTo"), ((500, 0), "lineTo")):
        getattr(pens["A"], step)(corner)
    pens["A"].closePath()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([*pens])
    builder.setupCharacterMap({65: "A"})
    builder.setupCFF("Ruta", {}, {name: pen.getCharString() for name, pen in pens.items()}, {})
    builder.setupHorizontalMetrics(dict.fromkeys(pens, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Ruta", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    whole = io.BytesIO()
    builder.save(whole)
    return TTFont(io.BytesIO(whole.getvalue())).reader["CFF "]


def compact(pdf: Pdf) -> Object:
    """A Type 1 font in the compact format."""
    program = pdf.make_indirect(Stream(pdf, compact_program(), Subtype=Name.Type1C))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name.Ruta,
        Flags=32,
        FontBBox=Array([0, 0, 500, 500]),
        ItalicAngle=0,
        Ascent=800,
        Descent=-200,
        CapHeight=500,
        StemV=80,
        FontFile3=program,
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Ruta,
        FirstChar=65,
        LastChar=65,
        Widths=Array([600]),
        FontDescriptor=pdf.make_indirect(descriptor),
        Encoding=Name.WinAnsiEncoding,
    )
    return use(pdf, font, "41")


def drawn(pdf: Pdf) -> Object:
    """A font whose glyphs are drawn by the PDF itself."""
    square = pdf.make_indirect(Stream(pdf, b"600 0 0 0 500 500 d1 0 0 500 500 re f"))
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 500, 500]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(ruta=square),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, Name.ruta])),
        FirstChar=65,
        LastChar=65,
        Widths=Array([600]),
        Resources=Dictionary(),
        ToUnicode=meaning(pdf, "41"),
    )
    return use(pdf, font, "41")


@spoils("ett sammansatt typsnitt (tillåtet)")
def composite_font(pdf: Pdf) -> None:
    composite(pdf)


@spoils("ett sammansatt typsnitt är inte inbäddat", a="6.2.11.4.1-1", ua="7.21.4.1-1")
def composite_font_not_embedded(pdf: Pdf) -> None:
    part = composite(pdf).DescendantFonts[0]
    own = part.FontDescriptor
    part.FontDescriptor = Dictionary({key: own[key] for key in own.keys() if key != "/FontFile2"})  # noqa: SIM118 - a Dictionary is no mapping


@spoils("ett sammansatt typsnitt säger inte hur tecken blir bilder", a="6.2.11.3.2-1", ua="7.21.3.2-1")
def composite_font_without_glyph_map(pdf: Pdf) -> None:
    del composite(pdf).DescendantFonts[0].CIDToGIDMap


@spoils("ett sammansatt typsnitt saknar koppling till Unicode", a="6.2.11.7.2-1", ua="7.21.7-1")
def composite_font_without_unicode(pdf: Pdf) -> None:
    del composite(pdf).ToUnicode


@spoils("ett sammansatt typsnitt har fel bredder", a="6.2.11.5-1", ua="7.21.5-1")
def composite_font_with_wrong_widths(pdf: Pdf) -> None:
    composite(pdf).DescendantFonts[0].W = Array([1, Array([1])])


@spoils("ett sammansatt typsnitts bredd är standardens (tillåtet inom en enhet)", a="6.2.11.5-1", ua="7.21.5-1")
def composite_font_with_usual_width(pdf: Pdf) -> None:
    del composite(pdf).DescendantFonts[0].W


@spoils("ett sammansatt typsnitt räknar upp fel tecken (CIDSet)", a="6.2.11.4.2-2", ua="7.21.4.2-2")
def wrong_set_of_glyphs(pdf: Pdf) -> None:
    part = composite(pdf).DescendantFonts[0]
    part.FontDescriptor.CIDSet = pdf.make_indirect(Stream(pdf, b"\x80"))


@spoils("ett sammansatt typsnitts teckenkodning är inte inbäddad", a="6.2.11.3.3-1", ua="7.21.3.3-1")
def unknown_encoding(pdf: Pdf) -> None:
    composite(pdf).Encoding = Name("/Egen-H")


@spoils("ett sammansatt typsnitt och dess teckenkodning hör inte ihop", a="6.2.11.3.1-1", ua="7.21.3.1-1")
def mismatched_encoding(pdf: Pdf) -> None:
    composite(pdf).Encoding = Name("/UniJIS-UCS2-H")


@spoils("ett typsnitt i Adobes kompakta format (tillåtet)")
def compact_font(pdf: Pdf) -> None:
    compact(pdf)


@spoils("ett typsnitt i Adobes kompakta format har fel bredder", a="6.2.11.5-1", ua="7.21.5-1")
def compact_font_with_wrong_widths(pdf: Pdf) -> None:
    compact(pdf).Widths = Array([700])


@spoils("ett typsnitt i Adobes kompakta format saknar ett tecken", a="6.2.11.4.1-2", ua="7.21.4.1-2")
def compact_font_without_glyph(pdf: Pdf) -> None:
    font = compact(pdf)
    font.FirstChar, font.LastChar, font.Widths = 65, 66, Array([600, 600])
    draw(pdf, b"BT /Own 9 Tf 10 10 Td <42> Tj ET")


@spoils("ett inbäddat typsnitt har okänt format", a="6.2.11.2-7", ua="7.21.4.1-1")
def program_of_unknown_kind(pdf: Pdf) -> None:
    compact(pdf).FontDescriptor.FontFile3.Subtype = Name.Type9


@spoils("texten visar tecknet för saknade tecken", a="6.2.11.8-1", ua="7.21.8-1")
def sign_for_missing_glyphs(pdf: Pdf) -> None:
    font = compact(pdf)
    font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([65, Name("/.notdef")]))
    font.ToUnicode = meaning(pdf, "41")


@spoils("ett typsnitt som PDF:en själv ritar (tillåtet)")
def drawn_font(pdf: Pdf) -> None:
    drawn(pdf)


@spoils("ett typsnitt som PDF:en själv ritar saknar koppling till Unicode", a="6.2.11.7.2-1", ua="7.21.7-1")
def drawn_font_without_unicode(pdf: Pdf) -> None:
    del drawn(pdf).ToUnicode


@spoils("ett typsnitt som PDF:en själv ritar är i tryckfärg (CMYK)", a="6.2.4.3-3")
def drawn_font_in_cmyk(pdf: Pdf) -> None:
    drawn(pdf).CharProcs.ruta = pdf.make_indirect(Stream(pdf, b"600 0 d0 0 0 0 1 k 0 0 500 500 re f"))


@spoils("ett typsnitt av okänt slag", unseen="6.2.11.2")
def font_of_unknown_kind(pdf: Pdf) -> None:
    drawn(pdf).Subtype = Name.Type9
