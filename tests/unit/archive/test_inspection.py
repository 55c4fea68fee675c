"""The PDF held against the document."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from memogen import archive
from memogen.errors import ToolError


def pdf(text: str) -> bytes:
    """An untagged PDF with one page."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}
    )
    content = DecodedStreamObject()
    content.set_data(f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(content)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def codes(data: bytes, paragraphs: list[str], images: int = 0) -> list[str]:
    return [remark.code for remark in archive.pdf_remarks(data, paragraphs, images) if remark.code != "PD03"]


def test_a_pdf_with_all_the_words_is_not_remarked_on() -> None:
    assert codes(pdf("Taxa 2027"), ["Taxa", "2027"]) == []


def test_lost_words_are_quoted_once_and_not_without_end() -> None:
    remarks = [r for r in archive.pdf_remarks(pdf("Taxa"), ["Taxa", "a1 b2 c3 d4 e5 f6", "g7"], 0) if r.code == "PD01"]
    assert [remark.message for remark in remarks] == ['texten "a1 b2 c3 d4 e5 …" saknas i PDF-filen']
    assert remarks[0].path == ()


def test_signs_without_a_font_are_named() -> None:
    (remark,) = (r for r in archive.pdf_remarks(pdf("Ort"), ["Ort 漢字 \uf0b7"], 0) if r.code == "PD01")
    assert remark.help.startswith("inget typsnitt på datorn har 漢, 字, U+F0B7")
    assert remark.quote == "漢"


def test_plain_letters_that_are_lost_are_not_said_to_lack_a_font() -> None:
    (remark,) = (r for r in archive.pdf_remarks(pdf("Ort"), ["Ort måste ha fått plats"], 0) if r.code == "PD01")
    assert "typsnitt" not in remark.help
    assert "tabellrad som är för liten" in remark.help


def test_an_image_that_was_not_drawn_is_an_error() -> None:
    assert codes(pdf("Taxa"), [], images=2) == ["PD02"]


def test_what_a_screen_reader_misses_is_told() -> None:
    messages = [remark.message for remark in archive.pdf_remarks(pdf("Taxa"), [], 0)]
    assert messages == ["PDF-filen saknar taggar", "PDF-filen saknar titel", "PDF-filen saknar språk"]


@pytest.mark.parametrize(("language", "said"), [("sv-SE", False), ("", True)])
def test_the_language_is_read(language: str, said: bool) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf("Taxa")))
    writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    writer.add_metadata({"/Title": "Taxa"})
    made = io.BytesIO()
    writer.write(made)
    messages = [remark.message for remark in archive.pdf_remarks(made.getvalue(), [], 0)]
    assert ("PDF-filen saknar språk" in messages) is said
    assert "PDF-filen saknar titel" not in messages


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n%%EOF", pdf("Taxa")[:200], bytes(1000)], ids=["empty", "bare", "torn", "zeros"]
)
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(ToolError, match="går inte att läsa"):
        list(archive.pdf_remarks(data, ["Taxa"], 0))
