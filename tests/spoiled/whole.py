"""The file as a whole: its bytes, its trailer, its catalogue, its metadata."""

from __future__ import annotations

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.spoiled.catalogue import A3, keeps, replaced, rewrites, saved, spoils


def packet(pdf: Pdf, old: str, new: str) -> None:
    """Change the XMP packet."""
    text = replaced(pdf.Root.Metadata.read_bytes(), old.encode(), new.encode())
    pdf.Root.Metadata = Stream(pdf, text, Type=Name.Metadata, Subtype=Name.XML)


@keeps("inget är ändrat")
def as_it_is(pdf: bytes) -> bytes:
    return pdf


@keeps("inget är ändrat, och källan ligger i filen (PDF/A-3)", level=A3)
def with_its_source(pdf: bytes) -> bytes:
    return pdf


@rewrites("något står före filhuvudet", a="6.1.2-1")
def words_before_the_header(pdf: bytes) -> bytes:
    return b"Hej\n" + pdf


@rewrites("filhuvudet säger PDF 2.0", a="6.1.2-1", ua="6.1-1")
def pdf_2_header(pdf: bytes) -> bytes:
    return re.sub(rb"%PDF-1\.\d", b"%PDF-2.0", pdf, count=1)


@rewrites("filhuvudets andra rad saknar binära tecken", a="6.1.2-2")
def no_binary_mark(pdf: bytes) -> bytes:
    first, _, rest = pdf.split(b"\n", 2)
    return b"\n".join((first, b"%abcd", rest))


@rewrites("trailern saknar ID", a="6.1.3-1")
def no_id(pdf: bytes) -> bytes:
    return replaced(pdf, b"/ID [", b"/XX [")


@rewrites("något står efter filens slut", a="6.1.3-3")
def words_after_the_end(pdf: bytes) -> bytes:
    return pdf + b"Hej\n"


@rewrites("filen är krypterad med ägarlösenord och läses utan lösenord", a="6.1.3-2")
def owner_password(pdf: bytes) -> bytes:
    return encrypted(pdf)


@rewrites("krypteringen hindrar skärmläsare", a="6.1.3-2", ua="7.16-1")
def closed_to_screen_readers(pdf: bytes) -> bytes:
    return encrypted(pdf, accessibility=False)


def encrypted(pdf: bytes, *, accessibility: bool = True) -> bytes:
    """The PDF locked with a password that nobody needs to read it."""
    allowed = pikepdf.Permissions(accessibility=accessibility, extract=False)
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(
            data, encryption=pikepdf.Encryption(owner="ägare", user="", R=3, aes=False, metadata=False, allow=allowed)
        )
    return data.getvalue()


@rewrites("en ström är längre än den säger", a="6.1.7.1-1")
def wrong_length(pdf: bytes) -> bytes:
    return re.sub(rb"(/Length )([1-9])", lambda match: match[1] + bytes([match[2][0] ^ 8]), pdf, count=1)


@rewrites("en hexadecimal sträng har udda antal siffror", a="6.1.6-1")
def odd_hexadecimal(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.Root.Mark = String("ABCDEFGHIJKL")
        whole = saved(document)
    return replaced(whole, b"(ABCDEFGHIJKL)", b"<41424344454> ")


@spoils("en ström ligger i en annan fil", a="6.1.7.1-3")
def stream_in_another_file(pdf: Pdf) -> None:
    pdf.Root.Elsewhere = pdf.make_indirect(Stream(pdf, b"", F=Dictionary(Type=Name.Filespec, F=String("annan.bin"))))


@spoils("en ström är packad med LZW", a="6.1.7.2-1")
def lzw(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.Contents = Stream(pdf, lzw_packed(page.Contents.read_bytes()), Filter=Name.LZWDecode)


def lzw_packed(data: bytes) -> bytes:
    """The data as LZW without any gain: every byte as it is, in nine bits, with a fresh table often enough."""
    clear, end, many = 256, 257, 200
    codes: list[int] = []
    for place in range(0, len(data), many):
        codes += [clear, *data[place : place + many]]
    bits = "".join(f"{code:09b}" for code in [*codes, end])
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


@spoils("ett heltal är för stort", a="6.1.13-1")
def large_number(pdf: Pdf) -> None:
    pdf.Root.Large = 2**31


@spoils("ett namn är längre än 127 tecken", a="6.1.13-4")
def long_name(pdf: Pdf) -> None:
    pdf.Root.Long = Name("/" + "n" * 128)


@spoils("en sträng är längre än 32 767 tecken", a="6.1.13-3")
def long_string(pdf: Pdf) -> None:
    pdf.Root.Long = String("s" * 32768)


@spoils("en sida är för stor", a="6.1.13-11")
def large_page(pdf: Pdf) -> None:
    pdf.pages[0].obj.MediaBox = Array([0, 0, 14401, 842])


@spoils("metadata (XMP) saknas", a="6.6.2.1-1", ua="7.1-8")
def no_metadata(pdf: Pdf) -> None:
    del pdf.Root.Metadata


@spoils("metadata säger en annan del av PDF/A", a="6.6.4-2")
def wrong_part(pdf: Pdf) -> None:
    packet(pdf, "<pdfaid:part>2<", "<pdfaid:part>4<")


@spoils("metadata säger en lägre nivå", a="6.6.4-3")
def lower_level(pdf: Pdf) -> None:
    packet(pdf, "<pdfaid:conformance>A<", "<pdfaid:conformance>B<")


@spoils("metadata säger inget om PDF/A", a="6.6.4-1")
def no_pdfa_mark(pdf: Pdf) -> None:
    packet(pdf, "<pdfaid:part>2</pdfaid:part>", "")
    packet(pdf, "<pdfaid:conformance>A</pdfaid:conformance>", "")


@spoils("metadata säger inget om PDF/UA", ua="5-1")
def no_pdfua_mark(pdf: Pdf) -> None:
    packet(pdf, "<pdfuaid:part>1</pdfuaid:part>", "")


@spoils("metadata säger PDF/UA-2", ua="5-2")
def pdfua_2_mark(pdf: Pdf) -> None:
    packet(pdf, "<pdfuaid:part>1<", "<pdfuaid:part>2<")


@spoils("metadata saknar titel", ua="7.1-9")
def no_title(pdf: Pdf) -> None:
    text = re.sub(rb"<dc:title>.*?</dc:title>", b"", pdf.Root.Metadata.read_bytes(), flags=re.DOTALL)
    pdf.Root.Metadata = Stream(pdf, text, Type=Name.Metadata, Subtype=Name.XML)


@spoils("metadata har en uppgift som inget schema förklarar", a="6.6.2.3.1-1")
def unexplained_property(pdf: Pdf) -> None:
    packet(pdf, "<dc:format>", "<arkiv:hemligt>ja</arkiv:hemligt><dc:format>")


@spoils("metadata har ett eget schema utan beskrivning av en uppgift", a="6.6.2.3.3-10")
def undescribed_property(pdf: Pdf) -> None:
    packet(pdf, "<pdfaProperty:description>Ärendets nummer i diariet</pdfaProperty:description>", "")


@spoils("metadata har ett eget schema utan namnrymd", a="6.6.2.3.3-3")
def schema_without_namespace(pdf: Pdf) -> None:
    packet(pdf, "<pdfaSchema:namespaceURI>urn:memogen:arkiv:1.0:</pdfaSchema:namespaceURI>", "")


@spoils("titeln i metadata är inte en text med språk", a="6.6.2.3.1-2", ua="7.1-9")
def title_of_the_wrong_kind(pdf: Pdf) -> None:
    text = re.sub(
        rb"<dc:title>.*?</dc:title>", b"<dc:title>Hej</dc:title>", pdf.Root.Metadata.read_bytes(), flags=re.DOTALL
    )
    pdf.Root.Metadata = Stream(pdf, text, Type=Name.Metadata, Subtype=Name.XML)


@spoils("metadata är inte välformad XML", a="6.6.2.1-4", ua="7.1-9")
def broken_metadata(pdf: Pdf) -> None:
    packet(pdf, "</rdf:RDF>", "")


@spoils("metadata anger teckenkodning i sitt huvud", a="6.6.2.1-3")
def metadata_names_its_encoding(pdf: Pdf) -> None:
    packet(pdf, ' id="W5M0MpCehiHzreSzNTczkc9d"', ' id="W5M0MpCehiHzreSzNTczkc9d" encoding="UTF-8"')


@spoils("metadata anger sin längd i sitt huvud", a="6.6.2.1-2")
def metadata_names_its_length(pdf: Pdf) -> None:
    packet(pdf, ' id="W5M0MpCehiHzreSzNTczkc9d"', ' id="W5M0MpCehiHzreSzNTczkc9d" bytes="4096"')


@spoils("metadata är skriven i UTF-16", a="6.6.2.1-5")
def metadata_in_utf_16(pdf: Pdf) -> None:
    text = pdf.Root.Metadata.read_bytes().decode().replace("\ufeff", "")
    pdf.Root.Metadata = Stream(pdf, text.encode("utf-16"), Type=Name.Metadata, Subtype=Name.XML)


@spoils("titeln i Info skiljer sig från metadata (tillåtet sedan PDF/A-2)")
def another_title_in_info(pdf: Pdf) -> None:
    pdf.docinfo[Name.Title] = String("En annan titel")


@spoils("det visade namnet är filens, inte titeln", ua="7.1-10")
def title_not_shown(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@spoils("språket saknas", ua="7.2-34")
def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


@spoils("språket är felskrivet", a="6.7.4-1", ua="7.2-29")
def misspelt_language(pdf: Pdf) -> None:
    pdf.Root.Lang = String("sv_SE")


@spoils("filen säger inte att den är märkt (MarkInfo)", a="6.7.2.2-1", ua="6.2-1")
def no_mark_info(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


@spoils("filen säger att märkningen är osäker", ua="7.1-4")
def suspect_tags(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


@spoils("filen ställer krav på programmet", a="6.11-1")
def requirements(pdf: Pdf) -> None:
    pdf.Root.Requirements = Array([Dictionary(Type=Name.Requirement, S=Name.EnableJavaScripts)])


@spoils("filen har ett bildspel", a="6.10-1")
def slide_show(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(AlternatePresentations=Dictionary(Names=Array()))


@spoils("en sida har steg för bildspel", a="6.10-2")
def presentation_steps(pdf: Pdf) -> None:
    pdf.pages[0].obj.PresSteps = Dictionary(Type=Name.NavNode)


@spoils("filen har okända rättigheter", a="6.1.12-1")
def unknown_permissions(pdf: Pdf) -> None:
    pdf.Root.Perms = Dictionary(UR=Dictionary(Type=Name.Sig))


@spoils("en YAML-fil ligger i en PDF/A-2", a="6.8-5")
def file_inside(pdf: Pdf) -> None:
    attach(pdf)


@spoils("den inlagda filens slag saknas", a="6.8-1", level=A3)
def file_of_unknown_kind(pdf: Pdf) -> None:
    del pdf.Root.AF[0].EF.F.Subtype


@spoils("den inlagda filens förhållande till dokumentet saknas", a="6.8-3", level=A3)
def file_without_relationship(pdf: Pdf) -> None:
    del pdf.Root.AF[0].AFRelationship


@spoils("den inlagda filens namn saknas", a="6.8-2", ua="7.11-1", level=A3)
def file_without_name(pdf: Pdf) -> None:
    del pdf.Root.AF[0].UF


@spoils("den inlagda filen är inte knuten till dokumentet", a="6.8-4", level=A3)
def file_not_associated(pdf: Pdf) -> None:
    del pdf.Root.AF


def attach(pdf: Pdf) -> None:
    """Put a text file into the PDF."""
    stream = pdf.make_indirect(Stream(pdf, b"typ: remiss\n", Type=Name.EmbeddedFile, Subtype=Name("/application/yaml")))
    name = String("remiss.yaml")
    file = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=name, UF=name, EF=Dictionary(F=stream)))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([name, file])))


def layer(pdf: Pdf, **configuration: object) -> None:
    """Give the PDF one layer, and its standard configuration these entries."""
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Karta")))
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([group]),
        D=Dictionary({"/Order": Array([group]), **{f"/{key}": v for key, v in configuration.items()}}),
    )


@spoils("ett lager med namn (tillåtet)")
def named_layer(pdf: Pdf) -> None:
    layer(pdf, Name=String("Standard"))


@spoils("lagrens inställning saknar namn", a="6.9-1", ua="7.10-1")
def nameless_layer(pdf: Pdf) -> None:
    layer(pdf)


@spoils("lagren ändrar sig själva", a="6.9-4", ua="7.10-2")
def layer_that_changes_itself(pdf: Pdf) -> None:
    layer(pdf, Name=String("Standard"), AS=Array([Dictionary(Event=Name.View, Category=Array([Name.Zoom]))]))


@spoils("ett lager saknas i lagrens ordning", a="6.9-3")
def layer_out_of_order(pdf: Pdf) -> None:
    layer(pdf, Name=String("Standard"))
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Text")))
    pdf.Root.OCProperties.OCGs.append(group)
