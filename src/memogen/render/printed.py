"""What a finished Word file shows on paper whatever its length, for whoever compares a printout with it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from memogen.render import package
from memogen.render.hidden import STYLES, Hidden
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_W: Final = f"{{{W}}}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SVG: Final = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_PIXELS: Final = re.compile(r"\.(png|jpe?g|gif|bmp|tiff?)$", re.IGNORECASE)
_GAPS: Final = ("br", "cr", "tab", "ptab", "sym", "footnoteReference", "endnoteReference")
_SIGNS: Final = {f"{_W}noBreakHyphen": "-", **dict.fromkeys((f"{_W}{name}" for name in _GAPS), " ")}
_PASSED_OVER: Final = frozenset({f"{_W}p", f"{_W}pPr", f"{_W}rPr", _FALLBACK})
_OFF: Final = frozenset({"0", "false", "off"})
_NOTES: Final = ("word/footnotes.xml", "word/endnotes.xml")


@dataclass(frozen=True, slots=True)
class Printed:
    """The paragraphs that every printout shows, as the file has them, and the number of images made of pixels."""

    paragraphs: tuple[str, ...]
    images: int


def printed(docx: bytes, *, foreign: bool = False) -> Printed:
    """The body, the notes and the first page's header and footer.

    Left out is what only the printing decides: the results of fields (page numbers, tables of contents),
    hidden text, headers of other pages, and drawings that are lines rather than pixels. A style hides only what
    is in a ``foreign`` file: a template whose styles do would lose what somebody has written.
    """
    found: list[str] = []
    images = 0
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        members = frozenset(archive.namelist())
        body = package.parse(archive.read("word/document.xml"))
        targets = _targets(archive, members, "document")
        hidden = Hidden(package.parse(archive.read(STYLES)) if foreign and STYLES in members else None)
        edges = [f"word/{targets[name]}" for name in _first_page(body) if name in targets]
        for name in ("word/document.xml", *_NOTES, *edges):
            if name in members:
                part = package.parse(archive.read(name))
                found.extend(_Reader(hidden).paragraphs(part))
                images += _images(part, _targets(archive, members, name.removeprefix("word/").removesuffix(".xml")))
    return Printed(tuple(found), images)


def _first_page(body: etree._Element) -> Iterator[str]:
    """The relationships of the header and the footer that the first page has."""
    section = next(body.iter(f"{_W}sectPr"), None)
    if section is None:
        return
    own = section.find(f"{_W}titlePg")
    wanted = "default" if own is None or own.get(f"{_W}val") in _OFF else "first"
    for reference in section.iterchildren(f"{_W}headerReference", f"{_W}footerReference"):
        if reference.get(f"{_W}type") == wanted:
            yield reference.get(f"{_R}id", "")


def _targets(archive: zipfile.ZipFile, members: frozenset[str], part: str) -> dict[str, str]:
    name = f"word/_rels/{part}.xml.rels"
    if name not in members:
        return {}
    root = package.parse(archive.read(name))
    return {relationship.get("Id", ""): relationship.get("Target", "") for relationship in root}


def _images(part: etree._Element, targets: dict[str, str]) -> int:
    blips = [blip for blip in part.iter(f"{_A}blip") if next(blip.iter(_SVG), None) is None]
    return sum(bool(_PIXELS.search(targets.get(blip.get(f"{_R}embed", ""), ""))) for blip in blips)


class _Reader:
    """Reads the paragraphs of a part; knows which fields we are in, for a field may go on in the next paragraph."""

    def __init__(self, hidden: Hidden) -> None:
        self._hidden = hidden
        self._fields: list[bool] = []

    def paragraphs(self, part: etree._Element) -> Iterator[str]:
        """The texts of the paragraphs; a text box is read after the paragraph that holds it."""
        for paragraph in part.iter(f"{_W}p"):
            if next(paragraph.iterancestors(_FALLBACK), None) is None:
                words = "".join(self._pieces(paragraph))
                if words.strip():
                    yield words

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            if child.tag == f"{_W}t":
                yield "" if any(self._fields) else child.text or ""
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag]
            elif child.tag == f"{_W}fldChar":
                yield " "
                self._follow(child.get(f"{_W}fldCharType", ""))
            elif child.tag == f"{_W}instrText":
                self._name(child.text or "")
            elif not self._is_passed_over(child):
                yield from self._pieces(child)

    def _is_passed_over(self, element: etree._Element) -> bool:
        if element.tag == f"{_W}fldSimple":
            return not _is_link(element.get(f"{_W}instr", ""))
        if element.tag == f"{_W}r":
            return self._hidden.hides(element)
        return element.tag in _PASSED_OVER

    def _follow(self, kind: str) -> None:
        """Keep count of the fields that we are in: True where the printing decides what it says."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _name(self, instruction: str) -> None:
        if self._fields and _is_link(instruction):
            self._fields[-1] = False


def _is_link(instruction: str) -> bool:
    return instruction.split()[:1] == ["HYPERLINK"]
