"""What a PDF holds, read with pdfium: its text is ten times quicker to get there than with pypdf, and the same."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True, slots=True)
class Contents:
    """The text of each page, how many images are drawn, and what a screen reader needs."""

    pages: tuple[str, ...]
    images: int
    tagged: bool
    title: str
    language: str


def contents(pdf: bytes) -> Contents:
    """What the PDF holds; ``pdf`` is a file that LibreOffice has just made."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages, images, has_tree = [], 0, False
        for number, page in enumerate(document):
            if number == 0:
                has_tree = _has_tree(page)
            text = page.get_textpage()
            pages.append(text.get_text_bounded())
            images += sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))
            page.close()
        return Contents(
            tuple(pages),
            images,
            tagged=bool(raw.FPDFCatalog_IsTagged(document)) and has_tree,
            title=document.get_metadata_value("Title").strip(),
            language=_language(document),
        )
    finally:
        document.close()


def _has_tree(page: pypdfium2.PdfPage) -> bool:
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return False
    try:
        return bool(raw.FPDF_StructTree_CountChildren(tree) > 0)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _language(document: pypdfium2.PdfDocument) -> str:
    """The language of the whole document, as ``sv-SE``; empty when it is not said."""
    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0").strip()
