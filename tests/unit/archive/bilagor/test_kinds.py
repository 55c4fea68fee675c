from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from memogen.archive.bilagor import form, is_locked
from memogen.artifacts.act import Form
from tests import strange_files


def test_a_pdf_is_a_pdf_whatever_its_name() -> None:
    assert form(strange_files.saved(strange_files.plain()), "förslag.docx") is Form.PDF


def test_a_pdf_may_have_other_bytes_before_its_header() -> None:
    assert form(b"\r\n" * 20 + b"%PDF-1.4\n", "förslag.pdf") is Form.PDF


def test_a_word_file_is_known_by_its_parts_and_not_unpacked() -> None:
    assert form(strange_files.word_bomb(), "bilaga.pdf") is Form.WORD


def test_another_zip_is_unknown() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
    assert form(file.getvalue(), "budget.docx") is Form.UNKNOWN
    assert form(file.getvalue()[:40], "budget.docx") is Form.UNKNOWN


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP"])
def test_pictures_are_known_by_their_content(kind: str) -> None:
    assert form(strange_files.encoded(strange_files.picture((20, 20)), kind), "bild.pdf") is Form.IMAGE


def test_a_picture_with_too_many_pixels_is_a_picture_all_the_same() -> None:
    assert form(strange_files.encoded(Image.new("1", (20_000, 20_000)), "PNG"), "karta.png") is Form.IMAGE


def test_a_text_is_memogens_only_by_its_name() -> None:
    text = b"typ: styrdokument\n"
    assert form(text, "riktlinje.yaml") is Form.MEMOGEN
    assert form(text, "riktlinje.YML") is Form.MEMOGEN
    assert form(text, "riktlinje.txt") is Form.UNKNOWN


@pytest.mark.parametrize(
    "content", [b"", b"\0\0\0 ftypheic", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"GIF89a", b"\x89PNG\r\n"]
)
def test_what_memogen_cannot_read_is_unknown(content: bytes) -> None:
    assert form(content, "bilaga.docx") is Form.UNKNOWN


def test_a_file_of_office_with_a_password_is_told_from_an_old_one() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert is_locked(old + "EncryptedPackage".encode("utf-16-le"))
    assert not is_locked(old)
