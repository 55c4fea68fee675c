"""What the first page of a PDF says it is."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from memogen.archive.face import face


def pdf(*lines: tuple[int, str], title: str = "") -> bytes:
    """A PDF with one page; each line with its size in points."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    font[NameObject("/Encoding")] = NameObject("/WinAnsiEncoding")
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}
    )
    content = DecodedStreamObject()
    drawn = (f"BT /F1 {size} Tf 72 {700 - 40 * n} Td ({text}) Tj ET" for n, (size, text) in enumerate(lines))
    content.set_data("\n".join(drawn).encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(content)
    writer.add_metadata({"/Title": title})
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


BODY = (11, "Avgiften tas ut per säsong och betalas i maj.")


def test_the_largest_text_is_the_title() -> None:
    found = face(pdf((9, "Dnr KS-2026-00123"), (18, "Taxa för"), (18, "båtplatser"), BODY))
    assert found is not None
    assert found.titlar == ("Taxa för båtplatser",)
    assert found.text.splitlines()[0] == "Dnr KS-2026-00123"


def test_a_title_among_the_metadata_counts_when_the_page_says_so_too() -> None:
    named = face(pdf((24, "Björkvalla kommun"), (14, "Taxa för båtplatser"), BODY, title="Taxa för båtplatser"))
    other = face(pdf((14, "Taxa för båtplatser"), BODY, title="Microsoft Word - mall2014.doc"))
    assert named is not None
    assert named.titlar == ("Taxa för båtplatser", "Björkvalla kommun")
    assert other is not None
    assert other.titlar == ("Taxa för båtplatser",)


def test_a_page_where_all_text_is_of_one_size_has_no_title() -> None:
    found = face(pdf(BODY, BODY, title="skannad.pdf"))
    assert found is not None
    assert found.titlar == ()


def test_a_page_without_text_says_nothing() -> None:
    found = face(pdf(title="skannad.pdf"))
    assert found is not None
    assert found == ((), "")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", b"PK\x03\x04", pdf(BODY)[:400]])
def test_of_what_is_no_whole_pdf_nothing_is_known(data: bytes) -> None:
    assert face(data) is None
