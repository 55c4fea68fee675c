"""What the first page of a Word file says it is."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from memogen.render.face import face


def word(*paragraphs: tuple[str, str], title: str = "", header: str = "") -> bytes:
    """A Word file with paragraphs of those styles."""
    document = docx.Document()
    document.core_properties.title = title
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_the_first_heading_is_the_title() -> None:
    found = face(word(("Normal", "Björkvalla kommun"), ("Heading 1", "Taxa för båtplatser"), ("Heading 1", "Avgift")))
    assert found == (("Taxa för båtplatser",), "Björkvalla kommun\nTaxa för båtplatser\nAvgift")


def test_the_title_among_the_properties_counts_when_the_page_says_so_too() -> None:
    found = face(word(("Normal", "Taxa för båtplatser"), title="Taxa för båtplatser"))
    other = face(word(("Normal", "Taxa för båtplatser"), title="Mall 2014"))
    assert found is not None
    assert found.titlar == ("Taxa för båtplatser",)
    assert other is not None
    assert other.titlar == ()


def test_the_header_is_read_too() -> None:
    found = face(word(("Title", "Taxa"), header="Diarienummer: KS-2026-00123"))
    assert found is not None
    assert found.text.splitlines() == ["Taxa", "Diarienummer: KS-2026-00123"]


def test_a_file_that_unfolds_without_end_is_read_no_further_than_its_first_paragraphs() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:document>" + b" " * (30 * 2**20))
    assert face(made.getvalue()) is None


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", word(("Normal", "Taxa"))[:900]])
def test_of_what_is_no_whole_word_file_nothing_is_known(data: bytes) -> None:
    assert face(data) is None


def test_entities_are_not_unfolded() -> None:
    made = io.BytesIO()
    text = (
        '<!DOCTYPE w [<!ENTITY a "hemligt">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/'
        '2006/main"><w:p><w:t>Taxa &a;</w:t></w:p></w:document>'
    )
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", text)
    found = face(made.getvalue())
    assert found is None or "hemligt" not in found.text
