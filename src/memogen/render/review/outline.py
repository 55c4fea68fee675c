"""A template as somebody who works in Word sees it: parts by their names, headings, tables, rows and cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from memogen.render import package
from memogen.render.faults import TemplateFault, part_name, quoted
from memogen.render.members import DOCUMENT, NUMBERING, SETTINGS, STYLES
from memogen.render.review.sections import header_names
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from memogen.render.faults import Spot

_W: Final = f"{{{W}}}"
PARAGRAPH: Final = f"{_W}p"
TEXT: Final = f"{_W}t"
TABLE: Final = f"{_W}tbl"
ROW: Final = f"{_W}tr"
CELL: Final = f"{_W}tc"
BOX: Final = f"{_W}txbxContent"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SDT: Final = f"{_W}sdt"
_NOTES: Final = {f"{_W}footnote": "fotnot", f"{_W}endnote": "slutnot", f"{_W}comment": "kommentar"}
_WORDS: Final = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_OTHERS: Final = {
    STYLES: "formatmallarna",
    NUMBERING: "listornas nummer och punkter",
    SETTINGS: "inställningarna",
}
_HEADING: Final = re.compile(r"heading ([1-9])")


def words_of(paragraph: etree._Element) -> list[etree._Element]:
    """The text nodes of a paragraph itself, not of text boxes inside it."""
    return [node for node in paragraph.iter(TEXT) if next(node.iterancestors(PARAGRAPH)) is paragraph]


def text_of(paragraph: etree._Element) -> str:
    """The words of a paragraph itself."""
    return "".join(node.text or "" for node in words_of(paragraph))


def value_of(element: etree._Element | None, steps: str) -> str:
    """The ``w:val`` of what stands at ``steps`` below an element; empty where there is nothing."""
    found = None if element is None else element.find("/".join(f"{_W}{step}" for step in steps.split("/")))
    return "" if found is None else str(found.get(f"{_W}val", ""))


@dataclass(frozen=True)
class Part:
    """One part with words: its member, its root and its paragraphs in order (numbered from 1)."""

    member: str
    root: etree._Element
    name: str

    @cached_property
    def paragraphs(self) -> list[etree._Element]:
        """Every paragraph, in tables and text boxes too."""
        return list(self.root.iter(PARAGRAPH))

    @cached_property
    def numbers(self) -> Mapping[etree._Element, int]:
        """The number of every paragraph."""
        return {paragraph: number for number, paragraph in enumerate(self.paragraphs, start=1)}


class Outline:
    """The parts of a template, and what to call a place in them."""

    def __init__(self, members: Mapping[str, bytes]) -> None:
        self.members = members
        names = header_names(members)
        self.parts: dict[str, Part] = {}
        for member in sorted(filter(_WORDS.fullmatch, members), key=lambda name: (name != DOCUMENT, name)):
            root = package.parse(members[member])
            self.parts[member] = Part(member, root, names.get(member) or part_name(member))
        self.style_names = _style_names(members)

    def level(self, paragraph: etree._Element) -> int:
        """The level of a heading; 0 for other paragraphs."""
        name = self.style_names.get(value_of(paragraph, "pPr/pStyle"), "")
        found = _HEADING.fullmatch(name)
        return int(found[1]) if found else 0

    def where(self, spot: Spot) -> str:
        """The place in words: ``brödtexten under "Beslut", tabell 1, rad 2, cell 3, stycke 14``."""
        part = self.parts.get(spot.part)
        if part is None:
            return _OTHERS.get(spot.part, "") or (part_name(spot.part) if spot.part else "")
        if not 0 < spot.paragraph <= len(part.paragraphs):
            return part.name
        paragraph = part.paragraphs[spot.paragraph - 1]
        heading = self.heading_above(part, spot.paragraph)
        under = f" under {quoted(heading)}" if heading else ""
        number = _number(paragraph, spot.paragraph)
        return ", ".join([f"{self._named(part, paragraph)}{under}", *_inside(paragraph), *number])

    def heading_above(self, part: Part, number: int) -> str:
        """The words of the nearest heading before a paragraph of the body; empty where there is none."""
        for paragraph in reversed(part.paragraphs[: number - 1]):
            if self.level(paragraph):
                return text_of(paragraph).strip()
        return ""

    def _named(self, part: Part, paragraph: etree._Element) -> str:
        """The part; a note by its number."""
        for ancestor in paragraph.iterancestors(*_NOTES):
            notes = [note for note in part.root if note.get(f"{_W}type", "normal") == "normal"]
            if ancestor in notes:
                return f"{_NOTES[str(ancestor.tag)]} {notes.index(ancestor) + 1}"
        return part.name


def _style_names(members: Mapping[str, bytes]) -> dict[str, str]:
    if STYLES not in members:
        return {}
    root = package.parse(members[STYLES])
    return {
        str(style.get(f"{_W}styleId", "")): value_of(style, "name").lower().strip() for style in root.iter(f"{_W}style")
    }


def _number(paragraph: etree._Element, number: int) -> list[str]:
    """Which paragraph it is: of its part, or of the cell, box or note that holds it when that has several."""
    holder = next(paragraph.iterancestors(CELL, BOX, *_NOTES), None)
    if holder is None:
        return [f"stycke {number}"]
    own = [one for one in holder.iter(PARAGRAPH) if next(one.iterancestors(CELL, BOX, *_NOTES)) is holder]
    return [f"stycke {own.index(paragraph) + 1}"] if len(own) > 1 else []


def _inside(paragraph: etree._Element) -> list[str]:
    """What holds a paragraph, outermost first: tables with row and cell, text boxes, content controls."""
    steps: list[str] = []
    for ancestor in paragraph.iterancestors(CELL, BOX, _SDT):
        if ancestor.tag == CELL:
            steps.insert(0, _cell(ancestor))
        elif ancestor.tag == BOX:
            steps.insert(0, "en textruta")
        else:
            called = value_of(ancestor, "sdtPr/alias") or value_of(ancestor, "sdtPr/tag")
            steps.insert(0, f"innehållskontrollen {quoted(called)}" if called else "en innehållskontroll")
    return steps


def _cell(cell: etree._Element) -> str:
    row = next(cell.iterancestors(ROW), None)
    table = next(cell.iterancestors(TABLE), None)
    if row is None or table is None:
        return "en cell"
    outer = next(table.iterancestors(CELL, BOX), None)
    scope = outer if outer is not None else table.getroottree().getroot()
    tables = [one for one in scope.iter(TABLE) if next(one.iterancestors(CELL, BOX), None) is outer]
    rows = [one for one in table.iter(ROW) if next(one.iterancestors(TABLE)) is table]
    cells = [one for one in row.iter(CELL) if next(one.iterancestors(ROW)) is row]
    inner = "den inre tabellen" if outer is not None and outer.tag == CELL and len(tables) == 1 else "tabell"
    number = "" if inner != "tabell" else f" {tables.index(table) + 1}"
    return f"{inner}{number}, rad {rows.index(row) + 1}, cell {cells.index(cell) + 1}"


def readable(members: Mapping[str, bytes]) -> Outline | None:
    """The outline; None where a part cannot be read."""
    try:
        return Outline(members)
    except TemplateFault:
        return None


def in_fallback(element: etree._Element) -> bool:
    """Whether an element is what old programs are shown instead: it says the same once more."""
    return next(element.iterancestors(FALLBACK), None) is not None


def live(part: Part) -> Iterator[tuple[int, etree._Element]]:
    """The paragraphs of a part that are shown, with their numbers."""
    for number, paragraph in enumerate(part.paragraphs, start=1):
        if not in_fallback(paragraph):
            yield number, paragraph
