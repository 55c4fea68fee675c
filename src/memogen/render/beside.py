"""What stands in Word beside a tag, or inside it, and is no words: it would go when the tag does, and nobody see it."""

from __future__ import annotations

from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING, Final

from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

_W: Final = f"{{{W}}}"
_FIELD: Final = "ett fält som Word räknar fram"
_SAID: Final = {
    f"{_W}sectPr": "en avsnittsbrytning",
    f"{_W}drawing": "en bild eller form",
    f"{_W}pict": "en bild eller form",
    f"{_W}object": "ett objekt",
    f"{_W}fldSimple": _FIELD,
    f"{_W}fldChar": _FIELD,
    f"{_W}footnoteReference": "en fotnot",
    f"{_W}endnoteReference": "en slutnot",
    f"{_W}sym": "ett symboltecken",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "en formel",
}
_BREAK: Final = f"{_W}br"
_BREAKS: Final = {"page": "en sidbrytning", "column": "en spaltbrytning"}

OUTSIDE: Final = "flytta ut det ur taggen, eller skriv om taggen för hand"


def beside(holder: etree._Element) -> str:
    """The first thing in a paragraph, row or cell that is seen on paper and is no words; empty where there is none."""
    return _first(holder.iter("*"))


def within(paragraph: etree._Element, nodes: Sequence[etree._Element], start: int, end: int) -> str:
    """The first such thing inside a tag that reaches from ``start`` to ``end`` of the joined texts of ``nodes``."""
    position = 0
    held = []
    for node in nodes:
        following = position + len(node.text or "")
        if position < end and following > start:
            held.append(node)
        position = following
    first, last = held[0], held[-1]
    if first is last:
        return ""
    rest = dropwhile(lambda element: element is not first, paragraph.iter("*"))
    return _first(takewhile(lambda element: element is not last, rest))


def apart(prefix: str) -> str:
    """How to part a tag with ``prefix`` from what it would take with it."""
    if prefix == "p":
        return "visa ¶ i Word, ställ markören mellan dem och tryck Retur: då står taggen i ett eget stycke"
    return "flytta det andra därifrån"


def _first(elements: Iterable[etree._Element]) -> str:
    said = (
        _BREAKS.get(element.get(f"{_W}type", "")) if element.tag == _BREAK else _SAID.get(str(element.tag))
        for element in elements
    )
    return next(filter(None, said), "")
