"""What the PDF says of itself: XMP (ISO 16684-1), and the older Info in step with it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pikepdf import Dictionary, Name, Stream, String

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from pikepdf import Pdf

    from memogen.artifacts.act import Facts, Level

ARKIV: Final = "urn:memogen:arkiv:1.0:"
"""The namespace of what an archive wants to know. It stays the same for ever: files carry it."""

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FEW_PAGES: Final = 3
"""A document this short is seen whole: its bookmarks are there, but not shown at once."""
_NAMESPACES: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "arkiv": ARKIV,
}


@dataclass(frozen=True, slots=True)
class Property:
    """One word of the archive's own: its name, the kind of its value, and what it means."""

    name: str
    kind: str
    meaning: str


PROPERTIES: Final = (
    Property("handlingstyp", "Text", "Vilken sorts handling det är"),
    Property("arkivbildare", "Text", "Myndigheten vars verksamhet handlingen hör till"),
    Property("organisationsnummer", "Text", "Arkivbildarens organisationsnummer"),
    Property("diarienummer", "Text", "Ärendets nummer i diariet"),
    Property("arendemening", "Text", "Vad ärendet handlar om"),
    Property("organ", "Text", "Organet som handlingen lämnas till eller kommer från"),
    Property("datum", "Date", "Handlingens datum"),
    Property("handlaggare", "seq Text", "De som har handlagt ärendet"),
    Property("sekretess", "Text", "Bestämmelse om sekretess som kan gälla"),
    Property("memogen", "Text", "Versionen av programmet memogen"),
    Property("mall", "Text", "Versionen av mallen"),
)
"""The archive's own words, as the file explains them to who opens it in a hundred years."""


def inscribe(document: Pdf, facts: Facts, level: Level) -> None:
    """Let the document say what it is and how it wants to be shown; what it said before is forgotten."""
    producer = str(document.trailer.get(Name.Info, Dictionary()).get(Name.Producer, ""))
    root = document.Root
    root.Metadata = document.make_indirect(
        Stream(document, packet(facts, level, producer), Type=Name.Metadata, Subtype=Name.XML)
    )
    document.trailer.Info = document.make_indirect(_info(facts, producer))
    root.Lang = String(facts.sprak)
    root.MarkInfo = Dictionary(Marked=Name.StructTreeRoot in root)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    shown = Name.Outlines in root and len(document.pages) > _FEW_PAGES
    root.PageMode = Name.UseOutlines if shown else Name.UseNone


def pdf_date(day: dt.date) -> str:
    """The beginning of the day as PDF writes it."""
    return f"D:{day:%Y%m%d}000000Z"


def packet(facts: Facts, level: Level, producer: str) -> bytes:
    """The XMP packet, in UTF-8; only what is known is in it."""
    spaces = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items() if prefix != "rdf")
    content = "\n".join((*_identity(level), *_usual(facts, producer), *_archival(facts), _extensions(level)))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        f'<rdf:RDF xmlns:rdf="{_NAMESPACES["rdf"]}">\n<rdf:Description rdf:about=""{spaces}>\n{content}\n'
        '</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _info(facts: Facts, producer: str) -> Dictionary:
    texts = {
        "/Title": facts.titel,
        "/Author": _creator(facts),
        "/Subject": _description(facts),
        "/Keywords": facts.diarienummer,
        "/Creator": _tool(facts),
        "/Producer": producer,
    }
    if facts.datum:
        texts |= dict.fromkeys(("/CreationDate", "/ModDate"), pdf_date(facts.datum))
    return Dictionary({key: String(_legal(text)) for key, text in texts.items() if text})


def _creator(facts: Facts) -> str:
    return facts.arkivbildare or facts.organ


def _description(facts: Facts) -> str:
    return facts.arendemening or facts.handlingstyp


def _tool(facts: Facts) -> str:
    return f"memogen {facts.memogen}".strip()


def _identity(level: Level) -> Iterable[str]:
    yield _plain("pdfaid:part", str(level.part))
    yield _plain("pdfaid:conformance", level.letter.upper())
    if level.ua:
        yield _plain("pdfuaid:part", "1")


def _usual(facts: Facts, producer: str) -> Iterable[str]:
    """What every program that reads XMP knows."""
    yield _plain("dc:format", "application/pdf")
    yield _in_language("dc:title", facts.titel)
    yield _in_language("dc:description", _description(facts))
    yield _listed("dc:creator", "Seq", (_creator(facts),))
    yield _plain("dc:identifier", facts.diarienummer)
    yield _listed("dc:language", "Bag", (facts.sprak,))
    yield _plain("pdf:Keywords", facts.diarienummer)
    yield _plain("pdf:Producer", producer)
    yield _plain("xmp:CreatorTool", _tool(facts))
    if facts.datum:
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            yield _plain(name, f"{facts.datum:%Y-%m-%d}T00:00:00Z")


def _archival(facts: Facts) -> Iterable[str]:
    """The archive's own words."""
    for known in PROPERTIES:
        value = getattr(facts, known.name)
        if isinstance(value, tuple):
            yield _listed(f"arkiv:{known.name}", "Seq", value)
        else:
            yield _plain(f"arkiv:{known.name}", str(value or ""))


def _extensions(level: Level) -> str:
    """The schemas that PDF/A does not know by itself, explained in the file (ISO 19005-2, 6.6.2.3)."""
    own = _schema("memogens arkivuppgifter", "arkiv", PROPERTIES, "external")
    part = (Property("part", "Integer", "Part of ISO 14289 that the file conforms to"),)
    ua = _schema("PDF/UA identification schema", "pdfuaid", part, "internal") if level.ua else ""
    return f"<pdfaExtension:schemas><rdf:Bag>\n{ua}{own}</rdf:Bag></pdfaExtension:schemas>"


def _schema(title: str, prefix: str, properties: Sequence[Property], category: str) -> str:
    explained = "".join(
        '<rdf:li rdf:parseType="Resource">'
        + _plain("pdfaProperty:name", known.name)
        + _plain("pdfaProperty:valueType", known.kind)
        + _plain("pdfaProperty:category", category)
        + _plain("pdfaProperty:description", known.meaning)
        + "</rdf:li>\n"
        for known in properties
    )
    return (
        '<rdf:li rdf:parseType="Resource">'
        + _plain("pdfaSchema:schema", title)
        + _plain("pdfaSchema:namespaceURI", _NAMESPACES[prefix])
        + _plain("pdfaSchema:prefix", prefix)
        + f"<pdfaSchema:property><rdf:Seq>\n{explained}</rdf:Seq></pdfaSchema:property></rdf:li>\n"
    )


def _plain(name: str, text: str) -> str:
    return f"<{name}>{_escaped(text)}</{name}>" if text else ""


def _in_language(name: str, text: str) -> str:
    if not text:
        return ""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li></rdf:Alt></{name}>'


def _listed(name: str, kind: str, texts: Sequence[str]) -> str:
    items = "".join(f"<rdf:li>{_escaped(text)}</rdf:li>" for text in texts if text)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _escaped(text: str) -> str:
    return html.escape(_legal(text), quote=False)


def _legal(text: str) -> str:
    """The text without what XML can't hold."""
    return _ILLEGAL.sub("", text)
