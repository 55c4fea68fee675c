"""A Word file of somebody else's: what hinders it from being printed, and what its printout lacks."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from memogen import render
from memogen.render.styles import W

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
_SETTINGS_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_TEMPLATE}" Target="file:///S:/Mallar/Brev.dotx" TargetMode="External"/>'
    "</Relationships>"
)


def word(*blocks: str) -> bytes:
    """A Word file with a paragraph and these blocks."""
    document = Document()
    document.add_paragraph("Taxan för torget")
    for block in blocks:
        document.element.body.insert(1, parse_xml(block))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_members(docx: bytes, **added: bytes | str) -> bytes:
    """The file with more members, in the place of its own with the same names."""
    stream = io.BytesIO(docx)
    with zipfile.ZipFile(stream) as package:
        members: dict[str, bytes | str] = {name: package.read(name) for name in package.namelist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in (members | added).items():
            package.writestr(name, content)
    return stream.getvalue()


def member(docx: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read(name).decode()


def codes(docx: bytes) -> list[str]:
    return [remark.code for remark in render.foreign(docx)]


def test_a_plain_file_is_printed_without_a_word() -> None:
    assert codes(word()) == []


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (f"<w:p {nsdecls('w')} xmlns:m='{_MATH}'><m:oMath><m:r><m:t>a</m:t></m:r></m:oMath></w:p>", "formler (1 st.)"),
        (f"<w:altChunk {nsdecls('w')}/>", "ett annat dokument infogat"),
    ],
)
def test_what_libreoffice_leaves_out_without_a_word_hinders(block: str, said: str) -> None:
    (remark,) = render.foreign(word(block))
    assert remark.code == "AR05"
    assert said in remark.message
    assert "spara den som PDF" in remark.help


def test_changes_are_not_overlooked_in_a_file_of_the_strict_format() -> None:
    strict = member(word(), "word/document.xml").replace(W, _STRICT)
    (remark,) = render.foreign(with_members(word(), **{"word/document.xml": strict}))
    assert remark.code == "AR05"
    assert "Strikt" in remark.message


def test_files_inside_the_file_are_only_in_the_original() -> None:
    (remark,) = render.foreign(with_members(word(), **{"word/embeddings/kalkyl.xlsx": b"PK"}))
    assert remark.code == "AR07"
    assert "inbäddade filer (1 st.)" in remark.message


@pytest.mark.parametrize("kind", [WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER])
def test_text_that_a_style_hides_is_not_looked_for_in_print_and_is_told(kind: WD_STYLE_TYPE) -> None:
    document = Document()
    help_text = document.styles.add_style("Hjälptext", kind)
    help_text.font.hidden = True
    inherited = document.styles.add_style("Hjälptext liten", kind)
    inherited.base_style = help_text
    shown = document.styles.add_style("Hjälptext som syns", kind)
    shown.base_style = help_text
    shown.font.hidden = False
    for style in (inherited, shown):
        paragraph = document.add_paragraph()
        run = paragraph.add_run(style.name)
        (paragraph if kind == WD_STYLE_TYPE.PARAGRAPH else run).style = style
    stream = io.BytesIO()
    document.save(stream)
    docx = stream.getvalue()
    assert [remark.message for remark in render.foreign(docx)] == ["Word-filens dolda text finns bara i originalet"]
    assert render.printed(docx, foreign=True).paragraphs == ("Hjälptext som syns",)


def test_a_template_that_hides_what_is_written_is_found_out() -> None:
    document = Document()
    document.styles["Normal"].font.hidden = True
    document.add_paragraph("Taxan för torget")
    stream = io.BytesIO()
    document.save(stream)
    assert render.printed(stream.getvalue()).paragraphs == ("Taxan för torget",)


def test_a_file_that_names_its_template_is_printed_without_it() -> None:
    settings = member(word(), "word/settings.xml")
    attached = f'<w:attachedTemplate r:id="rId1" {nsdecls("r")}/></w:settings>'
    named = {
        "word/settings.xml": settings.replace("</w:settings>", attached),
        "word/_rels/settings.xml.rels": _SETTINGS_RELS,
    }
    docx = with_members(word(), **named)
    assert codes(docx) == []
    frozen = render.frozen(docx)
    assert "attachedTemplate" not in member(frozen, "word/settings.xml")
    assert "Brev.dotx" not in member(frozen, "word/_rels/settings.xml.rels")
    assert render.printed(frozen).paragraphs == ("Taxan för torget",)
