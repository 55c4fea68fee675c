"""Fields that a printout would work out anew are frozen to what was saved; all other fields stay."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from memogen import render


def word(*paragraphs: str) -> bytes:
    """A Word file whose paragraphs have this content."""
    document = Document()
    for content in paragraphs:
        document.add_paragraph()._p.getparent().insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{content}</w:p>"))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(code: str, saved: str | None) -> str:
    result = "" if saved is None else f"{mark('separate')}<w:r><w:t>{saved}</w:t></w:r>"
    return f"{mark('begin')}<w:r><w:instrText> {code} </w:instrText></w:r>{result}{mark('end')}"


def xml(docx: bytes) -> str:
    body: str = Document(io.BytesIO(docx)).element.body.xml
    return body


@pytest.mark.parametrize("code", ['DATE \\@ "d MMMM yyyy"', "savedate", "FILENAME \\p", "REF borta"])
@pytest.mark.parametrize("simple", [False, True])
def test_what_depends_on_the_reader_is_text_as_it_was_saved(code: str, simple: bool) -> None:
    quoted = code.replace('"', "&quot;")
    one = f'<w:fldSimple w:instr=" {quoted} "><w:r><w:t>12 mars</w:t></w:r></w:fldSimple>'
    docx = render.frozen(word(one if simple else field(code, "12 mars")))
    assert "fld" not in xml(docx)
    assert "12 mars" in render.printed(docx).paragraphs


def test_page_numbers_links_and_fields_without_words_stay_as_they_are() -> None:
    kept = word(field("PAGE", "1"), field('HYPERLINK "https://example.org"', "Sidan"), field("DATE", None))
    assert render.frozen(kept) is kept


def test_a_date_inside_another_field_is_frozen_and_the_other_stays() -> None:
    inner = field("DATE", "2024")
    outer = f"{mark('begin')}<w:r><w:instrText>IF 1 </w:instrText></w:r>{mark('separate')}{inner}{mark('end')}"
    said = xml(render.frozen(word(outer)))
    assert "IF 1" in said
    assert "DATE" not in said
    assert said.count("fldChar ") == 3


def test_hidden_words_are_told_and_hidden_marks_are_not() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr>{}</w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Syns</w:t></w:r>'
    (remark,) = render.foreign(word(hidden.format("<w:t>Hemligt</w:t>")))
    assert remark.code == "AR07"
    assert "dolda text" in remark.message
    assert render.foreign(word(hidden.format("<w:instrText>XE ord</w:instrText>"), shown)) == ()
