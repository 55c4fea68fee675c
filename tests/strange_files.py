"""Strange bilagor, made by us: what people and programs send in. Each function gives the bytes of a file."""

from __future__ import annotations

import io
import zipfile
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, ImageDraw, ImageFont

A4 = (595, 842)
TEXT = "Skolvägarna på Åsgatan är öppna för gående"
"""A sentence with the letters that get lost first."""
SANS = "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"


def plain(
    pages: int = 1, *, size: tuple[float, float] = A4, font: str = "Helvetica", rotate: int = 0, text: str = TEXT
) -> pikepdf.Pdf:
    """A document with a line of text on each page, in a font that it only names."""
    document = pikepdf.new()
    for number in range(1, pages + 1):
        page = document.add_blank_page(page_size=A4).obj
        page.MediaBox = Array([0, 0, *size])
        named = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{font}"), Encoding=Name.WinAnsiEncoding)
        page.Resources = Dictionary(Font=Dictionary(F1=document.make_indirect(named)))
        line = f"{text} {number}".encode("cp1252")
        page.Contents = Stream(document, b"BT /F1 12 Tf 40 " + b"40 Td (" + line + b") Tj ET")
        if rotate:
            page.Rotate = rotate
    document.docinfo["/Author"] = "Ada Privat"
    return document


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    file = io.BytesIO()
    document.save(file, **options)  # type: ignore[arg-type]
    return file.getvalue()


def picture(size: tuple[int, int] = (600, 400), mode: str = "RGB") -> Image.Image:
    drawn = Image.linear_gradient("L").resize(size).convert("RGB")
    ImageDraw.Draw(drawn).rectangle((10, 10, size[0] // 2, size[1] // 2), fill=(200, 30, 40))
    return drawn.convert(mode)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)  # type: ignore[arg-type]
    return file.getvalue()


def sheet(mode: str = "1", lines: tuple[str, ...] = (TEXT, "Nämnden för lärande har fått förslaget")) -> Image.Image:
    """A sheet of paper with two lines on it, as a scanner at 150 dpi sees it."""
    paper = Image.new("L", (1240, 1754), 255)
    brush = ImageDraw.Draw(paper)
    for number, line in enumerate(lines):
        brush.text((120, 150 + 70 * number), line, font=ImageFont.truetype(SANS, 36), fill=0)
    return paper.convert(mode)


def scanned(pages: int = 1) -> bytes:
    document = pikepdf.new()
    packed = encoded(sheet("L"), "JPEG", quality=70)
    for _ in range(pages):
        page = document.add_blank_page(page_size=A4).obj
        page.Resources = Dictionary(XObject=Dictionary(Im0=_jpeg(document, packed, (1240, 1754), Name.DeviceGray)))
        page.Contents = Stream(document, b"q 595 0 0 842 0 0 cm /Im0 Do Q")
    return saved(document)


def _jpeg(document: pikepdf.Pdf, packed: bytes, size: tuple[int, int], colours: Name) -> pikepdf.Object:
    return document.make_indirect(
        Stream(
            document,
            packed,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=size[0],
            Height=size[1],
            ColorSpace=colours,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
            Interpolate=True,
        )
    )


def locked() -> bytes:
    return saved(plain(), encryption=pikepdf.Encryption(user="hemligt", owner="hemligt"))


def protected() -> bytes:
    return saved(plain(), encryption=pikepdf.Encryption(user="", owner="hemligt"))


def scripted() -> bytes:
    document = plain()
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    return saved(document)


def form(*, script: bool = False, xfa: bool = False) -> bytes:
    """A form with a filled-in text field and a ticked box."""
    document = plain()
    page = document.pages[0].obj
    box = Stream(document, b"q 1 0 0 RG 0 0 10 10 re S Q", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 10, 10])
    field = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String("namn"),
        V=String("Åke Öberg"),
        Rect=[50, 600, 250, 620],
    )
    field.DA = String("/Helv 12 Tf 0 g")
    tick = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Btn,
        T=String("ja"),
        V=Name.Yes,
        AS=Name.Yes,
        Rect=[50, 500, 60, 510],
    )
    tick.AP = Dictionary(N=Dictionary(Yes=document.make_indirect(box), Off=document.make_indirect(box)))
    if script:
        field.AA = Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("AFNumber_Keystroke()")))
    fields = Array([document.make_indirect(field), document.make_indirect(tick)])
    page.Annots = fields
    helv = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    document.Root.AcroForm = Dictionary(
        Fields=fields, NeedAppearances=True, DA=String("/Helv 12 Tf 0 g"), DR=Dictionary(Font=Dictionary(Helv=helv))
    )
    if xfa:
        document.Root.AcroForm.XFA = Stream(document, b"<xdp/>")
    return saved(document)


def commented() -> bytes:
    """A note with its window, a highlight and a link."""
    document = plain()
    page = document.pages[0].obj
    mark = Stream(document, b"1 1 0 rg 0 0 100 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 20])
    shown = Dictionary(N=document.make_indirect(mark))
    note = document.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Text, Rect=[300, 300, 320, 320], Contents=String("Stämmer detta?"), F=4
        )
    )
    popup = document.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=[330, 300, 430, 380], Parent=note)
    )
    note.Popup = popup
    page.Annots = Array(
        [
            note,
            popup,
            Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=[40, 40, 140, 60], QuadPoints=[], AP=shown, F=4),
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=[40, 100, 140, 120],
                A=Dictionary(S=Name.URI, URI=String("https://bjorkvalla.example/")),
            ),
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=[40, 130, 140, 150],
                A=Dictionary(S=Name.Launch, F=String("calc.exe")),
            ),
        ]
    )
    return saved(document)


def half_masked() -> bytes:
    """Words that somebody has marked to be blacked out, and left there."""
    document = plain()
    mark = Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=[40, 40, 140, 60], F=4)
    document.pages[0].obj.Annots = Array([mark])
    return saved(document)


def with_files() -> bytes:
    document = plain()
    document.attachments["underlag.csv"] = b"a;b"
    return saved(document)


def portfolio() -> bytes:
    document = plain()
    document.attachments["ett.pdf"] = b"%PDF-"
    document.Root.Collection = Dictionary(Type=Name.Collection)
    return saved(document)


def signed() -> bytes:
    document = plain()
    signature = document.make_indirect(
        Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=[0, 1, 2, 3], Contents=String("x"))
    )
    field = document.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("s"), V=signature, Rect=[0, 0, 0, 0], F=132
        )
    )
    document.pages[0].obj.Annots = Array([field])
    document.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
    return saved(document)


def film() -> bytes:
    document = plain()
    document.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=[0, 0, 9, 9])])
    return saved(document)


def without_pages() -> bytes:
    return saved(pikepdf.new())


def newest() -> bytes:
    return saved(plain(), force_version="2.0")


def print_colours() -> bytes:
    """CMYK in the page, in a picture, and as the colours of a transparency group."""
    document = plain()
    page = document.pages[0].obj
    packed = encoded(picture((60, 40), "CMYK"), "JPEG")
    page.Resources.XObject = Dictionary(Im0=_jpeg(document, packed, (60, 40), Name.DeviceCMYK))
    page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    page.Contents = Array(
        [page.Contents, Stream(document, b"\n0 1 1 0 k 100 300 50 50 re f q 120 0 0 80 200 300 cm /Im0 Do Q")]
    )
    return saved(document)


def see_through() -> bytes:
    document = plain()
    page = document.pages[0].obj
    page.Resources.ExtGState = Dictionary(
        G0=Dictionary(Type=Name.ExtGState, ca=0.5, BM=Name.Multiply, TR2=Name.Default)
    )
    page.Contents = Array([page.Contents, Stream(document, b"\n/G0 gs 1 0 0 rg 30 30 200 200 re f")])
    return saved(document)


def layered() -> bytes:
    document = plain()
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("Ritning")))
    usage = Dictionary(Event=Name.View, OCGs=Array([layer]), Category=Array([Name.View]))
    document.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([]), AS=Array([usage])))
    page = document.pages[0].obj
    page.Resources.Properties = Dictionary(L0=layer)
    page.Contents = Array([page.Contents, Stream(document, b"\n/OC /L0 BDC 0 0 1 rg 30 30 200 200 re f EMC")])
    return saved(document)


def drawn_font() -> bytes:
    """A Type 3 font: each letter is a small drawing."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=A4).obj
    square = document.make_indirect(Stream(document, b"600 0 0 0 500 500 d1 0 0 500 500 re f"))
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, 0, 600, 600],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(a=square),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=[600],
        Resources=Dictionary(),
    )
    page.Resources = Dictionary(Font=Dictionary(F1=document.make_indirect(font)))
    page.Contents = Stream(document, b"BT /F1 24 Tf 72 700 Td (aaa) Tj ET")
    return saved(document)


def ticked() -> bytes:
    """Check marks in ZapfDingbats and Greek in Symbol, both only named, and a foreign font with widths of its own."""
    document = plain()
    page = document.pages[0].obj
    fonts = page.Resources.Font
    fonts.Z = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
    fonts.S = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Symbol)
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Verdana, Flags=32, ItalicAngle=0)
    fonts.V = document.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name("/Verdana,Bold"),
            FirstChar=65,
            LastChar=70,
            Widths=[776, 762, 724, 830, 683, 650],
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=document.make_indirect(descriptor),
        )
    )
    more = b"\nBT /Z 12 Tf 40 700 Td (43) Tj /S 12 Tf (ab) Tj /V 12 Tf (ABCDEF) Tj ET"
    page.Contents = Array([page.Contents, Stream(document, more)])
    return saved(document)


def foreign_letters(*, seen: bool = True) -> bytes:
    """A composite font that is only named: nothing can stand in for it. Unless ``seen`` it is white on white."""
    document = plain()
    page = document.pages[0].obj
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.MSung,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=Dictionary(Type=Name.FontDescriptor, FontName=Name.MSung, Flags=4),
    )
    page.Resources.Font.C = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.MSung,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([document.make_indirect(inner)]),
    )
    first = page.Contents if seen else Stream(document, b"1 g")
    page.Contents = Array([first, Stream(document, b"\nBT /C 12 Tf 40 700 Td <00240025> Tj ET")])
    return saved(document)


def bomb() -> bytes:
    """A stream of a megabyte that unpacks to 260 MB."""
    packer = zlib.compressobj(1)
    zeros = bytes(1 << 20)
    packed = b"".join(packer.compress(zeros) for _ in range(260)) + packer.flush()
    document = plain()
    document.pages[0].obj.Contents = Stream(document, packed, Filter=Name.FlateDecode)
    return saved(document, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def word_bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", bytes(20 << 20))
    return file.getvalue()
