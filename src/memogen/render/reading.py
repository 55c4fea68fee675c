"""The words of a finished document, as its reader meets them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from memogen.render import package
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_W: Final = f"{{{W}}}"
_PARAGRAPH: Final = f"{_W}p"
_SIGNS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FIELD: Final = f"{_W}fldSimple"
_INSTRUCTION: Final = f"{_W}instr"
_PASSED_OVER: Final = frozenset({_PARAGRAPH, _FALLBACK, f"{_W}pPr", f"{_W}rPr"})
_READ: Final = tuple(
    re.compile(rf"word/{name}\.xml") for name in (r"document", r"footnotes", r"endnotes", r"header\d*", r"footer\d*")
)


def text(docx: bytes) -> list[str]:
    """The paragraphs of body, notes, headers and footers, in that order; empty ones are left out."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        for pattern in _READ:
            for name in sorted(filter(pattern.fullmatch, archive.namelist())):
                found.extend(paragraphs(package.parse(archive.read(name))))
    return found


def paragraphs(root: etree._Element) -> Iterator[str]:
    """The texts of a part's paragraphs; a text box is read after the paragraph that holds it.

    Which page a reference leads to is not known in Word's file, so it has no text.
    """
    for paragraph in root.iter(_PARAGRAPH):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            words = "".join(_pieces(paragraph))
            if words.strip():
                yield words


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == _FIELD and "PAGEREF" in child.get(_INSTRUCTION, ""):
            continue
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _PASSED_OVER:
            yield from _pieces(child)
