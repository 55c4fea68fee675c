"""Faults that do not lie on the surface: in what a page draws by name, in patterns, appearances, attached files."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image

from memogen.artifacts.act import Level
from tests.spoiled.appearance import draw, form, state
from tests.spoiled.base import base
from tests.spoiled.catalogue import spoils
from tests.spoiled.interaction import link, note, script, tagged

if TYPE_CHECKING:
    from pikepdf import Object


def helvetica() -> Dictionary:
    """A font that every program has and no file holds."""
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)


def group(colours: Object) -> Object:
    """A drawn object that is blended as a group in these colours."""
    return Dictionary(Type=Name.Group, S=Name.Transparency, CS=colours)


@spoils("tryckfärg i ett ritat objekt", a="6.2.4.3-3")
def cmyk_in_form(pdf: Pdf) -> None:
    form(pdf, b"0 0 0 1 k 0 0 5 5 re f")


@spoils("tryckfärg i ett ritat objekt inne i ett annat", a="6.2.4.3-3")
def cmyk_in_form_in_form(pdf: Pdf) -> None:
    box = Array([0, 0, 10, 10])
    inner = Stream(pdf, b"0 0 0 1 k 0 0 5 5 re f", Type=Name.XObject, Subtype=Name.Form, BBox=box)
    inner.Resources = Dictionary()
    form(pdf, b"/Inner Do", Resources=Dictionary(XObject=Dictionary(Inner=pdf.make_indirect(inner))))


@spoils("ett typsnitt som inte är inbäddat, i ett ritat objekt", a="6.2.11.4.1-1", ua="7.21.4.1-1")
def font_not_embedded_in_form(pdf: Pdf) -> None:
    form(pdf, b"BT /H 9 Tf (hej) Tj ET", Resources=Dictionary(Font=Dictionary(H=pdf.make_indirect(helvetica()))))


@spoils("ett typsnitt som inte är inbäddat, i en kommentars utseende", a="6.2.11.4.1-1", ua="7.21.4.1-1")
def font_not_embedded_in_comment(pdf: Pdf) -> None:
    look = Stream(pdf, b"BT /H 9 Tf (hej) Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    look.Resources = Dictionary(Font=Dictionary(H=pdf.make_indirect(helvetica())))
    tagged(pdf, note(pdf, AP=Dictionary(N=pdf.make_indirect(look))), Name.Annot)


@spoils("ett typsnitt som inte är inbäddat och inte används (tillåtet)")
def unused_font(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.Font.Own = pdf.make_indirect(helvetica())


@spoils("tryckfärg i ett mönster", a="6.2.4.3-3")
def cmyk_in_pattern(pdf: Pdf) -> None:
    tile = Stream(pdf, b"0 0 0 1 k 0 0 2 2 re f", PatternType=1, PaintType=1, TilingType=1, XStep=4, YStep=4)
    tile.BBox, tile.Resources = Array([0, 0, 4, 4]), Dictionary()
    pdf.pages[0].obj.Resources.Pattern = Dictionary(Own=pdf.make_indirect(tile))
    draw(pdf, b"/Pattern cs /Own scn 0 0 5 5 re f")


@spoils("tryckfärg i en toning", a="6.2.4.3-3")
def cmyk_in_shading(pdf: Pdf) -> None:
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 0, 0, 1]), N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 5, 5]), Function=function)
    pdf.pages[0].obj.Resources.Shading = Dictionary(Own=pdf.make_indirect(shading))
    draw(pdf, b"0 0 5 5 re W n /Own sh")


@spoils("tryckfärg som grund för en palett", a="6.2.4.3-3")
def cmyk_in_palette(pdf: Pdf) -> None:
    palette = Array([Name.Indexed, Name.DeviceCMYK, 0, String(bytes(4))])
    pdf.pages[0].obj.Resources.ColorSpace = Dictionary(Own=palette)
    draw(pdf, b"/Own cs 0 scn 0 0 5 5 re f")


@spoils("en egen tryckfärg med tryckfärger (CMYK) som ersättning", a="6.2.4.3-3")
def spot_colour(pdf: Pdf) -> None:
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 0, 0]), N=1)
    colour = Array([Name.Separation, Name.Kommunrosa, Name.DeviceCMYK, function])
    pdf.pages[0].obj.Resources.ColorSpace = Dictionary(Own=colour)
    draw(pdf, b"/Own cs 1 scn 0 0 5 5 re f")


@spoils("en färg blandas i tryckfärger (CMYK)", a="6.2.4.3-3")
def blended_in_cmyk(pdf: Pdf) -> None:
    form(pdf, Group=group(Name.DeviceCMYK))


@spoils("ett ritat objekt blandas som en grupp (tillåtet)")
def blended_group(pdf: Pdf) -> None:
    form(pdf, Group=group(Name.DeviceRGB))


@spoils("tryckfärg i en genomskinlig mask", unseen="6.2.4.3")
def cmyk_in_mask(pdf: Pdf) -> None:
    box = Array([0, 0, 10, 10])
    mask = Stream(pdf, b"0 0 0 1 k 0 0 5 5 re f", Type=Name.XObject, Subtype=Name.Form, BBox=box)
    mask.Resources, mask.Group = Dictionary(), group(Name.DeviceRGB)
    state(pdf, SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=pdf.make_indirect(mask)))


@spoils("en bild mitt i texten (tillåtet)")
def inline_image(pdf: Pdf) -> None:
    draw(pdf, b"5 0 0 5 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI")


@spoils("en bild mitt i texten i tryckfärger (CMYK)", a="6.2.4.3-3")
def inline_image_in_cmyk(pdf: Pdf) -> None:
    draw(pdf, b"5 0 0 5 0 0 cm BI /W 1 /H 1 /CS /CMYK /BPC 8 ID abcd EI")


@spoils("en bild mitt i texten är packad med LZW", a="6.1.10-1")
def inline_image_in_lzw(pdf: Pdf) -> None:
    draw(pdf, b"5 0 0 5 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /LZW ID \x80\x10\x60\x20 EI")


@spoils("en bild mitt i texten jämnas ut vid visning", a="6.2.8-3")
def interpolated_inline_image(pdf: Pdf) -> None:
    draw(pdf, b"5 0 0 5 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8 /I true ID abc EI")


@spoils("en bild i JPEG 2000 (tillåtet)")
def jpeg_2000(pdf: Pdf) -> None:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "#3d7a46").save(data, "JPEG2000")
    picture = Stream(pdf, data.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8)
    picture.ColorSpace, picture.BitsPerComponent, picture.Filter = Name.DeviceRGB, 8, Name.JPXDecode
    pdf.pages[0].obj.Resources.XObject.Own = pdf.make_indirect(picture)
    draw(pdf, b"5 0 0 5 0 0 cm /Own Do")


@spoils("en bild har 16 nivåer av svart (tillåtet)")
def grey_image(pdf: Pdf) -> None:
    picture = Stream(pdf, bytes(1), Type=Name.XObject, Subtype=Name.Image, Width=2, Height=1)
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 4
    pdf.pages[0].obj.Resources.XObject.Own = pdf.make_indirect(picture)
    draw(pdf, b"5 0 0 5 0 0 cm /Own Do")


@spoils("en PDF/A ligger i filen (tillåtet)")
def archive_copy_inside(pdf: Pdf) -> None:
    enclose(pdf, base(Level(2, "b", ua=False)))


@spoils("en PDF som inte är PDF/A ligger i filen", a="6.8-5")
def plain_pdf_inside(pdf: Pdf) -> None:
    with Pdf.new() as plain:
        plain.add_blank_page()
        data = io.BytesIO()
        plain.save(data)
    enclose(pdf, data.getvalue())


def enclose(pdf: Pdf, data: bytes) -> None:
    """Put a PDF into the PDF."""
    stream = pdf.make_indirect(Stream(pdf, data, Type=Name.EmbeddedFile, Subtype=Name("/application/pdf")))
    name = String("bilaga.pdf")
    file = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=name, UF=name, EF=Dictionary(F=stream)))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([name, file])))


@spoils("ett skript efter två tillåtna åtgärder", a="6.5.1-1")
def script_third_in_a_row(pdf: Pdf) -> None:
    link(pdf).A.Next = Array([Dictionary(S=Name.URI, URI=String("https://bjorkvalla.example"), Next=script())])


@spoils("ett bokmärke inne i ett annat kör ett skript", a="6.5.1-1")
def script_in_a_deep_bookmark(pdf: Pdf) -> None:
    bookmark = pdf.Root.Outlines.First
    while "/First" in bookmark:
        bookmark = bookmark.First
    if Name.Dest in bookmark:
        del bookmark.Dest
    bookmark.A = script()
