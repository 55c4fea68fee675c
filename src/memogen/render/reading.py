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
_TEXT: Final = f"{_W}t"
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
    repeats = next(root.iter(_FALLBACK), None) is not None
    for paragraph in root.iter(_PARAGRAPH):
        if repeats and next(paragraph.iterancestors(_FALLBACK), None) is not None:
            continue
        pieces: list[str] = []
        _gather(paragraph, pieces)
        words = "".join(pieces)
        if words and not words.isspace():
            yield words


def _gather(element: etree._Element, pieces: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag == _TEXT:
            pieces.append(child.text or "")
        elif tag in _PASSED_OVER:
            continue
        elif tag in _SIGNS:
            pieces.append(_SIGNS[tag])
        elif tag != _FIELD or "PAGEREF" not in child.get(_INSTRUCTION, ""):
            _gather(child, pieces)
