"""How pages look: fonts, colours, images, what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from tests.spoiled.catalogue import U2, replaced, spoils

if TYPE_CHECKING:
    from pikepdf import Object


def first_font(pdf: Pdf) -> Object:
    return pdf.pages[0].obj.Resources.Font.F1


def unicode_of_s(pdf: Pdf, code: bytes) -> None:
    """Let the text's S mean another character."""
    font = first_font(pdf)
    font.ToUnicode = Stream(pdf, replaced(font.ToUnicode.read_bytes(), b"<01> <0053>", b"<01> <" + code + b">"))


def image(pdf: Pdf) -> Object:
    return next(x for x in pdf.pages[0].obj.Resources.XObject.values() if x.Subtype == Name.Image)


def draw(pdf: Pdf, operators: bytes) -> None:
    """Draw something more on the first page, which is no part of the text."""
    page = pdf.pages[0].obj
    page.Contents = Stream(pdf, b"q\n" + page.Contents.read_bytes() + b"\nQ /Artifact BMC q\n" + operators + b"\nQ EMC")


def state(pdf: Pdf, **entries: object) -> None:
    """Draw a square under a graphics state."""
    resources = pdf.pages[0].obj.Resources
    resources.ExtGState = Dictionary(Own=Dictionary({f"/{key}": value for key, value in entries.items()}))
    draw(pdf, b"/Own gs 0 0 5 5 re f")


def form(pdf: Pdf, content: bytes = b"0 0 5 5 re f", **entries: object) -> None:
    """Draw a form XObject."""
    box = Array([0, 0, 10, 10])
    stream = Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
    for key, value in entries.items():
        stream[f"/{key}"] = value
    pdf.pages[0].obj.Resources.XObject.Own = pdf.make_indirect(stream)
    draw(pdf, b"/Own Do")


@spoils("ett typsnitt är inte inbäddat", a="6.2.11.4.1-1", ua="7.21.4.1-1")
def font_not_embedded(pdf: Pdf) -> None:
    del first_font(pdf).FontDescriptor.FontFile2


@spoils("ett typsnitt saknar koppling till Unicode", a="6.2.11.7.2-1", ua="7.21.7-1")
def font_without_unicode(pdf: Pdf) -> None:
    del first_font(pdf).ToUnicode


@spoils("ett tecken är kopplat till Unicode 0", a="6.2.11.7.2-2", ua="7.21.7-2")
def unicode_zero(pdf: Pdf) -> None:
    unicode_of_s(pdf, b"0000")


@spoils("ett tecken är kopplat till Unicode för eget bruk (PUA)", a="6.2.11.7.3-1")
def private_unicode(pdf: Pdf) -> None:
    unicode_of_s(pdf, b"F0B7")


@spoils("ett tecken är kopplat till Unicode för eget bruk (tillåtet på nivå u)", level=U2)
def private_unicode_at_level_u(pdf: Pdf) -> None:
    unicode_of_s(pdf, b"F0B7")


@spoils("teckenbredder stämmer inte med typsnittet", a="6.2.11.5-1", ua="7.21.5-1")
def wrong_widths(pdf: Pdf) -> None:
    font = first_font(pdf)
    font.Widths = Array([int(width) + 50 for width in font.Widths])


@spoils("texten har ett tecken som typsnittet saknar", a="6.2.11.4.1-2", ua="7.21.4.1-2")
def missing_glyph(pdf: Pdf) -> None:
    draw(pdf, b"BT /F1 9 Tf 10 10 Td <C8> Tj ET")


@spoils("typsnittets första tecken saknas", a="6.2.11.2-4", ua="7.21.5-1")
def font_without_first_character(pdf: Pdf) -> None:
    del first_font(pdf).FirstChar


@spoils("typsnittet har färre bredder än tecken", a="6.2.11.2-6")
def too_few_widths(pdf: Pdf) -> None:
    first_font(pdf).Widths = Array(list(first_font(pdf).Widths)[:-1])


@spoils("ett icke-symboliskt typsnitt saknar teckenkodning", a="6.2.11.6-2", ua="7.21.6-2")
def font_without_encoding(pdf: Pdf) -> None:
    first_font(pdf).FontDescriptor.Flags = 32


@spoils("färgernas avsedda återgivning (OutputIntent) saknas", a="6.2.4.3-2")
def no_output_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


@spoils("färgprofilen är av fel klass", a="6.2.3-1")
def abstract_profile(pdf: Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = bytearray(profile.read_bytes())
    data[12:16] = b"abst"
    profile.write(bytes(data))


@spoils("färgprofilen säger fel antal färger", unseen="6.2.3")
def profile_of_four_colours(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 4


@spoils("två avsedda återgivningar har olika profiler", a="6.2.3-2")
def two_output_intents(pdf: Pdf) -> None:
    intent = pdf.Root.OutputIntents[0]
    second = Dictionary({key: intent[key] for key in intent.keys()})  # noqa: SIM118 - a Dictionary is no mapping
    second.DestOutputProfile = pdf.make_indirect(Stream(pdf, intent.DestOutputProfile.read_bytes(), N=3))
    pdf.Root.OutputIntents.append(second)


@spoils("en egen färgprofil säger fel antal färger", unseen="6.2.4.2")
def colour_space_of_four_colours(pdf: Pdf) -> None:
    profile = pdf.make_indirect(Stream(pdf, pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes(), N=4))
    pdf.pages[0].obj.Resources.ColorSpace = Dictionary(Own=Array([Name.ICCBased, profile]))
    draw(pdf, b"/Own cs 0 0 0 1 scn 0 0 5 5 re f")


@spoils("en egen färgprofil (tillåtet)")
def own_colour_space(pdf: Pdf) -> None:
    profile = pdf.make_indirect(Stream(pdf, pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes(), N=3))
    pdf.pages[0].obj.Resources.ColorSpace = Dictionary(Own=Array([Name.ICCBased, profile]))
    draw(pdf, b"/Own cs 0 0 1 scn 0 0 5 5 re f")


@spoils("tryckfärger (CMYK) under en profil för skärm", a="6.2.4.3-3")
def cmyk(pdf: Pdf) -> None:
    draw(pdf, b"0 0 0 1 k 0 0 5 5 re f")


@spoils("en bild i tryckfärger (CMYK) under en profil för skärm", a="6.2.4.3-3")
def cmyk_image(pdf: Pdf) -> None:
    picture = Stream(pdf, bytes(4), Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceCMYK, 8
    pdf.pages[0].obj.Resources.XObject.Own = pdf.make_indirect(picture)
    draw(pdf, b"5 0 0 5 0 0 cm /Own Do")


@spoils("en bild jämnas ut vid visning (Interpolate)", a="6.2.8-3")
def interpolated_image(pdf: Pdf) -> None:
    image(pdf).Interpolate = True


@spoils("en bild har utbytesbilder", a="6.2.8-1")
def alternate_images(pdf: Pdf) -> None:
    image(pdf).Alternates = Array([Dictionary(Image=image(pdf))])


@spoils("en bild har en genomskinlig mask (tillåtet)")
def soft_mask(pdf: Pdf) -> None:
    picture = image(pdf)
    size = int(picture.Width) * int(picture.Height)
    mask = Stream(pdf, bytes(size), Type=Name.XObject, Subtype=Name.Image, Width=picture.Width, Height=picture.Height)
    mask.ColorSpace, mask.BitsPerComponent = Name.DeviceGray, 8
    picture.SMask = pdf.make_indirect(mask)


@spoils("något är halvt genomskinligt (tillåtet)")
def transparency(pdf: Pdf) -> None:
    state(pdf, ca=0.5, CA=0.5, BM=Name.Multiply)


@spoils("okänt sätt att blanda färger", a="6.2.10-1")
def unknown_blend_mode(pdf: Pdf) -> None:
    state(pdf, BM=Name.Darkly)


@spoils("en överföringsfunktion för tryck (TR)", a="6.2.5-1")
def transfer_function(pdf: Pdf) -> None:
    state(pdf, TR=Name.Identity)


@spoils("standardens överföringsfunktion (tillåtet)")
def default_transfer_function(pdf: Pdf) -> None:
    state(pdf, TR2=Name.Default)


@spoils("okänd avsikt för färger (rendering intent)", a="6.2.6-1")
def unknown_rendering_intent(pdf: Pdf) -> None:
    draw(pdf, b"/Vackert ri 0 0 5 5 re f")


@spoils("okänd operator på en sida", a="6.2.2-1")
def unknown_operator(pdf: Pdf) -> None:
    draw(pdf, b"BX 1 2 hopp EX")


@spoils("tillstånd sparade i 29 nivåer", a="6.1.13-8")
def deep_states(pdf: Pdf) -> None:
    draw(pdf, b"q " * 29 + b"Q " * 29)


@spoils("sidornas resurser är ärvda", a="6.2.2-2")
def inherited_resources(pdf: Pdf) -> None:
    pdf.Root.Pages.Resources = pdf.pages[0].obj.Resources
    for page in pdf.pages:
        del page.obj.Resources


@spoils("ett ritat objekt (tillåtet)")
def drawn_object(pdf: Pdf) -> None:
    form(pdf)


@spoils("ett ritat objekt i PostScript", a="6.2.9-1")
def postscript_form(pdf: Pdf) -> None:
    form(pdf, Subtype2=Name.PS)


@spoils("en PostScript-ström", a="6.2.9-3")
def postscript(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.XObject.Own = pdf.make_indirect(
        Stream(pdf, b"showpage", Type=Name.XObject, Subtype=Name.PS)
    )
    draw(pdf, b"/Own Do")


@spoils("ett ritat objekt som hänvisar till en annan fil", a="6.2.9-2", ua="7.20-1")
def reference_to_another_file(pdf: Pdf) -> None:
    form(pdf, Ref=Dictionary(F=Dictionary(Type=Name.Filespec, F=b"annan.pdf"), Page=0))


@spoils("en osynlig text i Helvetica, som är skriven men inte syns (tillåtet)")
def invisible_text(pdf: Pdf) -> None:
    # The layer of text of a scanned page looks like this; its font need not be embedded (ISO 19005-2, 6.2.11.4.1).
    pdf.pages[0].obj.Resources.Font.Own = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    draw(pdf, b"BT 3 Tr /Own 9 Tf 10 10 Td (hej) Tj ET")


@spoils("Helvetica, som är ett av PDF:s egna typsnitt men inte inbäddat", a="6.2.11.4.1-1", ua="7.21.4.1-1")
def standard_font(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.Font.Own = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    draw(pdf, b"BT /Own 9 Tf 10 10 Td (hej) Tj ET")


@spoils("ett tecken för eget bruk som är förklarat (ActualText, tillåtet)")
def explained_private_unicode(pdf: Pdf) -> None:
    font = first_font(pdf)
    text = replaced(font.ToUnicode.read_bytes(), b"<01> <0053>", b"<01> <F0B7>")
    own = Dictionary({key: font[key] for key in font.keys()})  # noqa: SIM118 - a Dictionary is no mapping
    own.ToUnicode = Stream(pdf, text)
    pdf.pages[0].obj.Resources.Font.Own = pdf.make_indirect(own)
    draw(pdf, b"/Span <</ActualText (S)>> BDC BT /Own 9 Tf 10 10 Td <01> Tj ET EMC")
