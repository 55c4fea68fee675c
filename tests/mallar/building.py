"""Templates for the tests: the shipped tjänsteskrivelse with a page of its own, written as Word would save it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

BASE: Final = Path(__file__).parents[2] / "templates" / "tjansteskrivelse.docx"
NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SECTION: Final = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/><w:headerReference w:type="first" r:id="rId11"/>{0}'
    '<w:footerReference w:type="default" r:id="rId12"/><w:footerReference w:type="first" r:id="rId13"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1559" w:bottom="1531" w:left="1559" w:header="709"'
    ' w:footer="624" w:gutter="0"/><w:titlePg/></w:sectPr>'
)
HEAD: Final = ("{{ dokumenttyp }}", "Dokumenttyp"), ("{{ rubrik }}", "Heading1"), ("Ärendet", "Heading2")


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*texts: str, style: str = "BodyText") -> str:
    """A paragraph whose text is split over one run for each of ``texts``."""
    return holding("".join(map(run, texts)), style)


def holding(content: str, style: str = "BodyText") -> str:
    """A paragraph with this content."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def cell(content: str) -> str:
    """A cell with this content, or with a paragraph of this text."""
    inside = content if content.startswith("<") else p(content, style="Tabelltext")
    return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def table(*rows: tuple[str, ...], header: bool = True) -> str:
    """A table; the first row is a header row."""
    width = max(map(len, rows))
    first = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    made = "".join(
        f"<w:tr>{first if not number else ''}{''.join(map(cell, row))}</w:tr>" for number, row in enumerate(rows)
    )
    grid = '<w:gridCol w:w="3000"/>' * width
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Tabell"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
    )


def textbox(content: str, *, floating: bool = False) -> str:
    """A paragraph with a text box, once for new programs and once for old ones."""
    wrapper = (
        '<wp:anchor behindDoc="0" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" locked="0"'
        ' layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
        '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0'
        '</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="600000"/><wp:wrapSquare wrapText="bothSides"/>{0}'
        "</wp:anchor>"
        if floating
        else '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1800000" cy="600000"/>{0}</wp:inline>'
    )
    shape = (
        '<wp:docPr id="7" name="Textruta 7" descr="ruta"/><a:graphic><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="600000"/></a:xfrm><a:prstGeom prst="rect">'
        f"<a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/>"
        "</wps:wsp></a:graphicData></a:graphic>"
    )
    return holding(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{wrapper.format(shape)}</w:drawing>'
        "</mc:Choice>"
        f'<mc:Fallback><w:pict><v:shape style="width:140pt;height:50pt"><v:textbox><w:txbxContent>{content}'
        "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def control(content: str, properties: str = "") -> str:
    """A content control around paragraphs."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def template(body: str = "", *, base: Path = BASE, head: bool = True, **parts: str) -> bytes:
    """A template with ``body`` after a head of three paragraphs.

    ``first``, ``default`` and ``even`` are paragraphs of headers, ``footer`` of the footer, ``footnote`` and
    ``endnote`` of a note that stands in a paragraph at the end; ``styles`` and ``settings`` go into those parts.
    """
    with zipfile.ZipFile(base) as package:
        members = {name: package.read(name).decode() for name in package.namelist()}
    even = ""
    for name, part in (("default", "header1"), ("first", "header2"), ("footer", "footer1")):
        if name in parts:
            tag = "hdr" if part.startswith("header") else "ftr"
            members[f"word/{part}.xml"] = f"<w:{tag} {NAMESPACES}>{parts[name]}</w:{tag}>"
    if "even" in parts:
        even = '<w:headerReference w:type="even" r:id="rIdEven"/>'
        _add(members, "header3", "header", "rIdEven", f"<w:hdr {NAMESPACES}>{parts['even']}</w:hdr>")
        parts.setdefault("settings", "<w:evenAndOddHeaders/>")
    if "footnote" in parts:
        note = f'<w:footnote w:id="2">{parts["footnote"]}</w:footnote></w:footnotes>'
        members["word/footnotes.xml"] = members["word/footnotes.xml"].replace("</w:footnotes>", note)
        body += holding('<w:r><w:footnoteReference w:id="2"/></w:r>')
    if "endnote" in parts:
        note = f'<w:endnotes {NAMESPACES}><w:endnote w:id="2">{parts["endnote"]}</w:endnote></w:endnotes>'
        _add(members, "endnotes", "endnotes", "rIdEnd", note)
        body += holding('<w:r><w:endnoteReference w:id="2"/></w:r>')
    if "settings" in parts:
        members["word/settings.xml"] = members["word/settings.xml"].replace(
            "<w:compat>", f"{parts['settings']}<w:compat>"
        )
    if "styles" in parts:
        members["word/styles.xml"] = members["word/styles.xml"].replace("</w:styles>", f"{parts['styles']}</w:styles>")
    opening = "".join(p(text, style=style) for text, style in HEAD) if head else ""
    members["word/document.xml"] = (
        f"<w:document {NAMESPACES}><w:body>{opening}{body}{SECTION.format(even)}</w:body></w:document>"
    )
    return packed(members)


def _add(members: dict[str, str], name: str, kind: str, identity: str, content: str) -> None:
    """A part more, with what announces it."""
    members[f"word/{name}.xml"] = content
    relation = f'<Relationship Id="{identity}" Type="{RELATED}/{kind}" Target="{name}.xml"/></Relationships>'
    rels = "word/_rels/document.xml.rels"
    members[rels] = members[rels].replace("</Relationships>", relation)
    override = f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/></Types>'
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace("</Types>", override)


def changed(data: bytes, change: Callable[[dict[str, str]], None]) -> bytes:
    """The template after ``change`` has had its members."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {name: package.read(name).decode() for name in package.namelist()}
    change(members)
    return packed(members)


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """The members as a docx."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()
