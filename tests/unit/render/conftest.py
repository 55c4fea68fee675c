"""Small Word templates, written as XML so that a test shows exactly what Word would have saved."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from memogen import render
from memogen.artifacts import Memo
from memogen.errors import Rejected

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memogen.artifacts import Value
    from memogen.diagnostics import Diagnostic

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SECTION = (
    '<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417"'
    ' w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)
PARAGRAPHS = (
    *("Normal", "Body Text", "caption", "Quote", "footnote text", "List Bullet", "List Number", "List Continue"),
    *(f"heading {level}" for level in range(1, 10)),
)
NUMBERED = {"List Bullet": 1, "List Number": 2}


def _style(name: str, kind: str) -> str:
    number = f'<w:pPr><w:numPr><w:numId w:val="{NUMBERED[name]}"/></w:numPr></w:pPr>' if name in NUMBERED else ""
    default = ' w:default="1"' if name == "Normal" else ""
    identity = name.title().replace(" ", "")
    return f'<w:style w:type="{kind}"{default} w:styleId="{identity}"><w:name w:val="{name}"/>{number}</w:style>'


def styles(without: tuple[str, ...] = (), extra: tuple[str, ...] = ()) -> str:
    wanted = [(name, "paragraph") for name in (*PARAGRAPHS, *extra)]
    wanted += [("Hyperlink", "character"), ("footnote reference", "character"), ("Table Grid", "table")]
    made = "".join(_style(name, kind) for name, kind in wanted if name not in without)
    return f'<w:styles xmlns:w="{W}">{made}</w:styles>'


def numbering() -> str:
    made = ""
    for identity, kind, text in ((0, "bullet", "•"), (1, "decimal", "%1.")):
        made += (
            f'<w:abstractNum w:abstractNumId="{identity}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        )
    made += "".join(
        f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{identity - 1}"/></w:num>' for identity in (1, 2)
    )
    return f'<w:numbering xmlns:w="{W}">{made}</w:numbering>'


def core(title: str, creator: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
        f"<cp:lastModifiedBy>{creator}</cp:lastModifiedBy></cp:coreProperties>"
    )


def p(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def table(*rows: tuple[str, ...]) -> str:
    width = max(len(row) for row in rows)
    grid = '<w:gridCol w:w="4000"/>' * width
    made = "".join(f"<w:tr>{''.join(cell(p(text)) for text in row)}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>'


def _relationships(items: list[tuple[str, str, str]]) -> str:
    made = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in items)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def members(body: str, **parts: str) -> dict[str, str]:
    """The members of a template with ``body``; ``header``, ``footer`` and ``footnotes`` hold paragraphs or notes."""
    related = [("rId1", f"{R}/styles", "styles.xml"), ("rId2", f"{R}/numbering", "numbering.xml")]
    related.append(("rId3", f"{R}/settings", "settings.xml"))
    made = {
        "word/styles.xml": parts.get("styles", styles()),
        "word/numbering.xml": numbering(),
        "word/settings.xml": f'<w:settings xmlns:w="{W}"><w:compat/></w:settings>',
    }
    references = ""
    for kind, tag in (("header", "hdr"), ("footer", "ftr")):
        if kind in parts:
            made[f"word/{kind}1.xml"] = f'<w:{tag} xmlns:w="{W}">{parts[kind]}</w:{tag}>'
            related.append((f"rId{kind}", f"{R}/{kind}", f"{kind}1.xml"))
            references += f'<w:{kind}Reference w:type="default" r:id="rId{kind}"/>'
    for kind in ("footnotes", "endnotes"):
        if kind in parts:
            made[f"word/{kind}.xml"] = f'<w:{kind} xmlns:w="{W}">{parts[kind]}</w:{kind}>'
            related.append((f"rId{kind}", f"{R}/{kind}", f"{kind}.xml"))
    names = [name.removeprefix("word/").rstrip("1.xml").rstrip("1") for name in made]
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in zip(made, names, strict=True)
    )
    made["word/document.xml"] = (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{SECTION.format(references=references)}'
        "</w:body></w:document>"
    )
    made["word/_rels/document.xml.rels"] = _relationships(related)
    made["_rels/.rels"] = _relationships(
        [
            ("rId1", f"{R}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ]
    )
    made["docProps/core.xml"] = parts.get("core", core("Mall", "Malles Mallare"))
    made["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    )
    return made


class Desk:
    """Makes a template of XML and pours a memo into it."""

    p = staticmethod(p)
    cell = staticmethod(cell)
    table = staticmethod(table)
    styles = staticmethod(styles)
    core = staticmethod(core)
    members = staticmethod(members)

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "mall.docx"

    def save(self, content: dict[str, Any]) -> Path:
        with zipfile.ZipFile(self.path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in content.items():
                archive.writestr(name, data)
        return self.path

    def template(self, body: str, **parts: str) -> Path:
        return self.save(members(body, **parts))

    def memo(self, **fields: Value) -> Memo:
        return Memo("tjansteskrivelse", "Titel", fields)

    def pour(self, body: str, fields: dict[str, Any] | None = None, **parts: str) -> render.Rendered:
        return render.docx(self.memo(**(fields or {})), self.template(body, **parts))

    def text(self, body: str, fields: dict[str, Any] | None = None, **parts: str) -> list[str]:
        return render.text(self.pour(body, fields, **parts).data)

    def part(self, rendered: render.Rendered, name: str = "word/document.xml") -> str:
        out = self.folder / "ut.docx"
        out.write_bytes(rendered.data)
        with zipfile.ZipFile(out) as archive:
            return archive.read(name).decode()

    def xml(self, body: str, fields: dict[str, Any] | None = None, **parts: str) -> str:
        return self.part(self.pour(body, fields, **parts))

    def faults(self, body: str, fields: dict[str, Any] | None = None, **parts: str) -> tuple[Diagnostic, ...]:
        with pytest.raises(Rejected) as caught:
            self.pour(body, fields, **parts)
        return caught.value.diagnostics

    def refusal(self, content: dict[str, Any]) -> Diagnostic:
        with pytest.raises(Rejected) as caught:
            render.docx(self.memo(), self.save(content))
        return caught.value.diagnostics[0]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[int, int], Path]:
    def draw(width: int, height: int) -> Path:
        from PIL import Image  # noqa: PLC0415 - few tests need it

        path = tmp_path / f"bild-{width}-{height}.png"
        Image.new("RGB", (width, height)).save(path)
        return path

    return draw
