"""What other programs write and the standards allow, and faults that hide in it."""

from __future__ import annotations

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.spoiled.appearance import first_font
from tests.spoiled.catalogue import A3, replaced, rewrites, spoils
from tests.spoiled.structure import add, elements, first, parent_tree, redraw, scopes
from tests.spoiled.whole import packet

_ATTRIBUTES = ' pdfaid:part="2" pdfaid:conformance="A" pdfuaid:part="1" dc:format="application/pdf"'
_HISTORY = """<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:History><rdf:Seq>
<rdf:li rdf:parseType="Resource"><stEvt:action>saved</stEvt:action>
<stEvt:when>2026-09-02T08:00:00Z</stEvt:when></rdf:li>
</rdf:Seq></xmpMM:History><photoshop:Headline>Lekplatser</photoshop:Headline><dc:format>"""
_SPACES = """ xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">"""


def rewritten(pdf: bytes, **options: object) -> bytes:
    """The PDF as another program could have saved it."""
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(data, fix_metadata_version=False, **options)
    return data.getvalue()


@rewrites("filen är packad i objektströmmar (tillåtet)")
def object_streams(pdf: bytes) -> bytes:
    return rewritten(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@rewrites("filen är ordnad för att visas medan den hämtas (tillåtet)")
def linearized(pdf: bytes) -> bytes:
    return rewritten(pdf, linearize=True)


@rewrites("filen har fått ett tillägg sist (tillåtet)")
def added_to(pdf: bytes) -> bytes:
    return appended(pdf, b"")


@rewrites("filen har fått ett skript i ett tillägg sist", a="6.5.1-1")
def script_added(pdf: bytes) -> bytes:
    return appended(pdf, b"/OpenAction << /S /JavaScript /JS (hej) >>")


def appended(pdf: bytes, entry: bytes) -> bytes:
    """The file with its catalogue written once more at the end, with one entry added."""
    start = re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    trailer = re.findall(rb"trailer\s*<<(.*?)>>\s*startxref", pdf, re.DOTALL)[-1]
    number = int(re.findall(rb"/Root (\d+) 0 R", trailer)[-1])
    catalogue = re.findall(rb"\n%d 0 obj\s*<<(.*?)>>\s*endobj" % number, pdf, re.DOTALL)[-1]
    kept = re.sub(rb"/OpenAction \[.*?\]", b"", catalogue, flags=re.DOTALL)
    place = len(pdf)
    body = b"%d 0 obj\n<<%s %s>>\nendobj\n" % (number, kept, entry)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, place)
    end = b"trailer\n<<%s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start, place + len(body))
    return pdf + body + table + end


@spoils("metadata är skriven som attribut (tillåtet)")
def metadata_as_attributes(pdf: Pdf) -> None:
    text = pdf.Root.Metadata.read_bytes()
    text = re.sub(rb"<(pdfaid:part|pdfaid:conformance|pdfuaid:part|dc:format)>[^<]*</\1>", b"", text)
    text = replaced(text, b'rdf:about=""', b'rdf:about=""' + _ATTRIBUTES.encode())
    pdf.Root.Metadata = Stream(pdf, text, Type=Name.Metadata, Subtype=Name.XML)


@spoils("metadata står i två beskrivningar (tillåtet)")
def metadata_in_two_parts(pdf: Pdf) -> None:
    packet(pdf, "<pdfaid:part>2</pdfaid:part>", "")
    second = (
        f'<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">{"<pdfaid:part>2</pdfaid:part>"}'
    )
    packet(pdf, "</rdf:RDF>", f"{second}</rdf:Description></rdf:RDF>")


@spoils("metadata har ett annat programs historia (tillåtet)")
def metadata_with_history(pdf: Pdf) -> None:
    packet(pdf, "<dc:format>", _HISTORY)
    packet(pdf, 'rdf:about=""', 'rdf:about=""' + _SPACES.removesuffix(">"))


@spoils("metadata kallar PDF/A:s namnrymd något annat", a="6.6.4-4")
def other_prefix(pdf: Pdf) -> None:
    text = pdf.Root.Metadata.read_bytes().replace(b"pdfaid:", b"arkivid:").replace(b"xmlns:pdfaid", b"xmlns:arkivid")
    pdf.Root.Metadata = Stream(pdf, text, Type=Name.Metadata, Subtype=Name.XML)


@spoils("titeln står på två språk (tillåtet)")
def title_in_two_languages(pdf: Pdf) -> None:
    packet(
        pdf,
        "</rdf:li></rdf:Alt></dc:title>",
        '</rdf:li><rdf:li xml:lang="en">Playgrounds</rdf:li></rdf:Alt></dc:title>',
    )


@spoils("ett datum i metadata är inget datum", a="6.6.2.3.1-2")
def date_that_is_no_date(pdf: Pdf) -> None:
    packet(pdf, "<xmp:CreateDate>2026-09-02T00:00:00Z<", "<xmp:CreateDate>i höstas<")


@spoils("ett märkes innehåll står för sig och inte i en lista (tillåtet)")
def content_without_list(pdf: Pdf) -> None:
    for tag in ("H1", "H2", "H3", "TR", "TD", "TH", "P"):
        for element in elements(pdf, tag):
            kids = element.get(Name.K)
            if isinstance(kids, Array) and len(kids) == 1:
                element.K = kids[0]


@spoils("märkenas register (ParentTree) är delat i grenar (tillåtet)")
def register_in_branches(pdf: Pdf) -> None:
    numbers = list(parent_tree(pdf))
    branches = [numbers[:2], numbers[2:]]
    pdf.Root.StructTreeRoot.ParentTree = Dictionary(
        Kids=Array(
            [
                pdf.make_indirect(Dictionary(Nums=Array(branch), Limits=Array([branch[0], branch[-2]])))
                for branch in branches
            ]
        )
    )


@spoils("sidans innehåll är delat i flera strömmar (tillåtet)")
def content_in_pieces(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    lines = page.Contents.read_bytes().split(b"\n")
    third = len(lines) // 3
    pieces = (lines[:third], lines[third : 2 * third], lines[2 * third :])
    page.Contents = Array([pdf.make_indirect(Stream(pdf, b"\n".join(piece) + b"\n")) for piece in pieces])


@spoils("ett märke hämtar sitt nummer ur sidans resurser (tillåtet)")
def number_among_resources(pdf: Pdf) -> None:
    number = int(first(pdf, "H1").K[0])
    pdf.pages[0].obj.Resources.Properties = Dictionary(Own=Dictionary(MCID=number))
    redraw(pdf, rb"/Rubrik /Own BDC \2\3")


@spoils("rubriken ritas i ett eget objekt som märket pekar ut (tillåtet)")
def tagged_object(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    content = b"/H1 << /MCID 0 >> BDC 0 0 5 5 re f EMC"
    own = Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), Resources=Dictionary())
    own.StructParents = int(parent_tree(pdf)[-2]) + 1
    page.Resources.XObject.Own = pdf.make_indirect(own)
    heading = first(pdf, "H1")
    heading.K.append(Dictionary(Type=Name.MCR, Pg=page, Stm=page.Resources.XObject.Own, MCID=0))
    parent_tree(pdf).append(own.StructParents)
    parent_tree(pdf).append(Array([heading]))
    page.Contents = Stream(pdf, b"q\n" + page.Contents.read_bytes() + b"\nQ /Own Do")


@spoils("ett ritat objekt varken märkt eller utsmyckning", ua="7.1-3")
def unmarked_object(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    box = Array([0, 0, 9, 9])
    own = Stream(pdf, b"0 0 5 5 re f", Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
    page.Resources.XObject.Own = pdf.make_indirect(own)
    page.Contents = Stream(pdf, b"q\n" + page.Contents.read_bytes() + b"\nQ /Own Do")


@spoils("texten säger sitt språk, felskrivet", a="6.7.4-1", ua="7.2-29")
def misspelt_language_in_text(pdf: Pdf) -> None:
    redraw(pdf, rb"\1 /Span << /Lang (sv_SE) >> BDC \2 EMC \3")


@spoils("texten säger sitt språk (tillåtet)")
def language_in_text(pdf: Pdf) -> None:
    redraw(pdf, rb"\1 /Span << /Lang (en-GB) >> BDC \2 EMC \3")


@spoils("språket saknas i filen men märkena har det", ua="7.2-34")
def language_of_every_tag(pdf: Pdf) -> None:
    del pdf.Root.Lang
    first(pdf, "Document").Lang = String("sv-SE")


@spoils("språket är ett namn och ingen text", ua="7.2-34")
def language_of_the_wrong_kind(pdf: Pdf) -> None:
    pdf.Root.Lang = Name("/sv-SE")


@spoils("märkenas träd säger inte vad det är", ua="7.1-3")
def tree_without_type(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.Type


@spoils("typsnittets program är ingen ström", a="6.2.11.4.1-1", ua="7.21.4.1-1")
def font_program_of_the_wrong_kind(pdf: Pdf) -> None:
    first_font(pdf).FontDescriptor.FontFile2 = Dictionary()


@spoils("en cell sträcker sig över noll kolumner", ua="7.2-43")
def cell_of_no_width(pdf: Pdf) -> None:
    elements(pdf, "TD")[-1].A = Dictionary(O=Name.Table, ColSpan=0)


@spoils("tabellens rubriker gäller både rader och kolumner (tillåtet)")
def headers_of_rows_and_columns(pdf: Pdf) -> None:
    for _, attributes in scopes(pdf):
        attributes.Scope = Name.Both
    elements(pdf, "TD")[0].S = Name.TH
    elements(pdf, "TH")[-1].A = Dictionary(O=Name.Table, Scope=Name.Row)


@spoils("tabellens rubriker har sina egenskaper i en klass (tillåtet)")
def headers_of_a_class(pdf: Pdf) -> None:
    for cell, _ in list(scopes(pdf)):
        del cell.A
        cell.C = Name.Kolumnrubrik
    pdf.Root.StructTreeRoot.ClassMap = Dictionary(Kolumnrubrik=Dictionary(O=Name.Table, Scope=Name.Column))


@spoils("tabellen är delad i huvud och kropp (tillåtet)")
def table_in_parts(pdf: Pdf) -> None:
    table = first(pdf, "Table")
    rows = list(table.K)
    table.K = Array()
    for place, (tag, part) in enumerate((("THead", rows[:1]), ("TBody", rows[1:]))):
        above = add(pdf, table, tag, place=place)
        above.K = Array(part)
        for row in part:
            row.P = above


@spoils("tabellen har ett huvud men ingen kropp", ua="7.2-14")
def table_head_without_body(pdf: Pdf) -> None:
    table = first(pdf, "Table")
    head = add(pdf, table, "THead")
    head.K = Array([table.K[1]])
    head.K[0].P = head
    del table.K[1]


@spoils("en cell sträcker sig över två rader (tillåtet)")
def tall_cell(pdf: Pdf) -> None:
    rows = elements(pdf, "TR")
    rows[1].K[0].A = Dictionary(O=Name.Table, RowSpan=2)
    del rows[2].K[0]


@spoils("en cell sträcker sig nedanför tabellen", ua="7.2-43")
def cell_below_the_table(pdf: Pdf) -> None:
    elements(pdf, "TR")[-1].K[0].A = Dictionary(O=Name.Table, RowSpan=2)


@spoils("en lista i en lista (tillåtet)")
def list_in_list(pdf: Pdf) -> None:
    lists = elements(pdf, "L")
    lists[0].K.append(lists[1])
    above = lists[1].P
    above.K = Array([kid for kid in above.K if not same(kid, lists[1])])
    lists[1].P = lists[0]


def same(one: object, other: pikepdf.Object) -> bool:
    return isinstance(one, Dictionary) and one.is_indirect and one.objgen == other.objgen


@spoils("en sida är tom och utan innehåll (tillåtet)")
def empty_page(pdf: Pdf) -> None:
    pdf.add_blank_page()
    del pdf.pages[-1].obj.Contents


@spoils("en sida är vriden och dess mått är ärvda (tillåtet)")
def turned_page(pdf: Pdf) -> None:
    pdf.Root.Pages.MediaBox = pdf.pages[0].obj.MediaBox
    pdf.pages[0].obj.Rotate = 90
    del pdf.pages[0].obj.MediaBox


@spoils("filens namn är delade i grenar, och en gren har en fil", a="6.8-5")
def file_on_a_branch(pdf: Pdf) -> None:
    stream = pdf.make_indirect(Stream(pdf, b"hej", Type=Name.EmbeddedFile, Subtype=Name("/text/plain")))
    name = String("hej.txt")
    file = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=name, UF=name, EF=Dictionary(F=stream)))
    branch = pdf.make_indirect(Dictionary(Names=Array([name, file]), Limits=Array([name, name])))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Kids=Array([branch])))


@spoils("en andra fil utan förhållande till dokumentet", a="6.8-3", level=A3)
def second_file_without_relationship(pdf: Pdf) -> None:
    stream = pdf.make_indirect(Stream(pdf, b"hej", Type=Name.EmbeddedFile, Subtype=Name("/text/plain")))
    name = String("hej.txt")
    file = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=name, UF=name, EF=Dictionary(F=stream)))
    pdf.Root.AF.append(file)
    pdf.Root.Names.EmbeddedFiles.Names.append(name)
    pdf.Root.Names.EmbeddedFiles.Names.append(file)
