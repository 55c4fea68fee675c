"""Where the text names a bilaga, it leads to the bilaga."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pypdfium2
from pikepdf import Array, Dictionary, Name, String
from pypdfium2 import raw

from memogen.archive.joining import geometry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

    from memogen.archive.joining.carrying import Carried
    from memogen.archive.joining.tags import Tags

_NUMBER: Final = re.compile(r"\d+")
_LABEL: Final = re.compile(r"bilaga (\d+)\b", re.IGNORECASE)
"""The label of one of the act's own bilagor. Paragraphs of a meeting may all have a bilaga 1: theirs lead nowhere."""
_NAMED: Final = re.compile(
    r"\bbilag(?:an?\s+\d+\b|or(?:na)?\s+\d+\b(?:,\s*\d+\b)*+)(?:\s*(?:–|-|\boch\b|\bsamt\b|\beller\b)\s*\d+\b)*+"
    r"(?!\s+(?:till|i)\s+\S*(?:lag|balk|förordning|direktiv|konvention))",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(r"\w+\s+\d+")
_UNREADABLE: Final = frozenset({"Link", "Figure", "Formula", "Form"})
"""Elements that are links already, or that are read by their alternative text."""
_PRINTED: Final = 4
_DEEPEST: Final = 50

_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Mention:
    """Words on a page that name a bilaga: its number, their boxes line by line, and the marked content they end in."""

    number: int
    boxes: tuple[_Box, ...]
    content: int


def link(act: pikepdf.Pdf, parts: Sequence[Carried], tags: Tags) -> None:
    """Link the parts without a label to those whose label begins as the text names them: ``Bilaga 1``."""
    targets = {int(found[1]): each for each in reversed(parts) if (found := _LABEL.match(each.part.label))}
    if not targets:
        return
    for carried in parts:
        if carried.part.label:
            continue
        for index, mention in _mentions(carried.part.pdf):
            if mention.number in targets:
                _link(act, carried, carried.pages[index], mention, targets[mention.number], tags)


def _link(act: pikepdf.Pdf, carried: Carried, page: Dictionary, mention: _Mention, target: Carried, tags: Tags) -> None:
    holder = tags.holding(page, mention.content) if carried.tagged else None
    if carried.tagged and (holder is None or _is_unreadable(holder, tags)):
        return
    annotation = act.make_indirect(_annotation(page, mention.boxes, target))
    page.Annots = Array([*page.get(Name.Annots, Array()), annotation])
    if holder is not None:
        tags.link(annotation, page, holder, mention.content)


def _annotation(page: Dictionary, boxes: Sequence[_Box], target: Carried) -> Dictionary:
    corners = [
        each for left, bottom, right, top in boxes for each in (left, top, right, top, left, bottom, right, bottom)
    ]
    sides = tuple(zip(*boxes, strict=True))
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])]),
        QuadPoints=Array(corners),
        Border=Array([0, 0, 0]),
        F=_PRINTED,
        P=page,
        Contents=String(f"Till {_lower(target.title)}"),
        Dest=geometry.destination(target.pages[0]),
    )


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]


def _is_unreadable(element: Dictionary, tags: Tags) -> bool:
    for _ in range(_DEEPEST):
        if tags.type_of(element) in _UNREADABLE:
            return True
        above = element.get(Name.P)
        if not isinstance(above, Dictionary) or Name.S not in above:
            return False
        element = above
    return True


def _mentions(pdf: bytes) -> Iterator[tuple[int, _Mention]]:
    """Every mention with the index of its page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for index, page in enumerate(document):
            text = page.get_textpage()
            for mention in _on_page(page, text):
                yield index, mention
            text.close()
            page.close()
    finally:
        document.close()


def _on_page(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[_Mention]:
    words = text.get_text_range()
    own: set[int] | None = None
    for named in _NAMED.finditer(words):
        if own is None:
            own = _own(page)
        for start, end in _pieces(named):
            first, last = (raw.FPDFText_GetCharIndexFromTextIndex(text, each) for each in (start, end - 1))
            boxes = _boxes(text, first, last - first + 1)
            if boxes:
                digits = _NUMBER.search(words[start:end])
                yield _Mention(int(digits[0]) if digits else 0, boxes, _content(text, last, own))


def _own(page: pypdfium2.PdfPage) -> set[int]:
    """Where pdfium keeps what the page draws itself, and not through a form."""
    found = (raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page)))
    return {ctypes.addressof(each.contents) for each in found}


def _pieces(named: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the pieces stand that lead somewhere: ``Bilagorna 1`` and ``2`` of *Bilagorna 1 och 2*."""
    first = _FIRST.match(named[0])
    if first is None:
        return
    yield named.start(), named.start() + first.end()
    for number in _NUMBER.finditer(named[0], first.end()):
        yield named.start() + number.start(), named.start() + number.end()


def _boxes(text: pypdfium2.PdfTextPage, first: int, count: int) -> tuple[_Box, ...]:
    """The boxes of the letters, one a line."""
    lines: list[_Box] = []
    for index in range(text.count_rects(first, count)):
        box = text.get_rect(index)
        if lines and min(lines[-1][3], box[3]) > max(lines[-1][1], box[1]):
            before = lines.pop()
            box = (min(before[0], box[0]), min(before[1], box[1]), max(before[2], box[2]), max(before[3], box[3]))
        lines.append(box)
    return tuple(lines)


def _content(text: pypdfium2.PdfTextPage, character: int, own: set[int]) -> int:
    """The number (MCID) of the marked content that the letter stands in; -1 in forms, whose numbers are their own."""
    drawn = raw.FPDFText_GetTextObject(text, character)
    if not drawn or ctypes.addressof(drawn.contents) not in own:
        return -1
    return int(raw.FPDFPageObj_GetMarkedContentID(drawn))
