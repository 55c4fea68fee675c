"""A PDF that is PDF/A-2a and PDF/UA-1, built by hand, so that a test can spoil one thing in it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TypeAlias

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import ImageCms

from memogen.archive.checking import findings
from memogen.artifacts.act import Level

Change: TypeAlias = Callable[[pikepdf.Pdf], None]
_XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfaid:part="2" pdfaid:conformance="A" pdfuaid:part="1">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Lekplatser</rdf:li></rdf:Alt></dc:title></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
_CONTENTS = b"""/Artifact BMC 0.5 0.5 0.5 rg 0 0 10 10 re f EMC
/H1 <</MCID 0>> BDC BT /F 12 Tf 10 100 Td (A) Tj ET EMC
/P <</MCID 1>> BDC BT /F 12 Tf 10 50 Td [(A) -20 (A)] TJ ET EMC"""
_TO_UNICODE = b"""1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfchar <41> <0041> endbfchar"""


def _font(pdf: pikepdf.Pdf) -> Dictionary:
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 500, 500]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        FirstChar=65,
        LastChar=65,
        Widths=Array([600]),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, Name.ruta])),
        CharProcs=Dictionary(ruta=pdf.make_indirect(Stream(pdf, b"600 0 d0 0 0 500 500 re f"))),
        Resources=Dictionary(),
        ToUnicode=pdf.make_indirect(Stream(pdf, _TO_UNICODE)),
    )


def _catalog(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root
    root.Lang = String("sv-SE")
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.Metadata = pdf.make_indirect(Stream(pdf, _XMP.encode(), Type=Name.Metadata, Subtype=Name.XML))
    profile = Stream(pdf, ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    root.OutputIntents = Array([intent])


def _tree(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    parts = [
        pdf.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=top, Pg=page, K=number))
        for number, kind in enumerate([Name.H1, Name.P])
    ]
    top.K, root.K = Array(parts), top
    root.ParentTree = Dictionary(Nums=Array([0, Array(parts)]))
    pdf.Root.StructTreeRoot = root


def _built(change: Change | None = None) -> bytes:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200)).obj
    page.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(_font(pdf))))
    page.Contents = pdf.make_indirect(Stream(pdf, _CONTENTS))
    page.StructParents, page.Tabs = 0, Name.S
    _catalog(pdf)
    _tree(pdf, page)
    if change is not None:
        change(pdf)
    data = io.BytesIO()
    pdf.save(
        data, deterministic_id=True, fix_metadata_version=False, stream_decode_level=pikepdf.StreamDecodeLevel.none
    )
    return data.getvalue()


@pytest.fixture
def built() -> Callable[[Change | None], bytes]:
    """Build the good file, changed."""
    return _built


@pytest.fixture
def clauses() -> Callable[..., set[str]]:
    """The clauses that the good file breaks when it is changed."""

    def found(change: Change | None = None, level: Level | None = None) -> set[str]:
        return {finding.clause for finding in findings(_built(change), level or Level(2, "a", ua=True))}

    return found
