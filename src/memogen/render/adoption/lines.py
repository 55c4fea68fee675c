"""Paragraphs as their readers see them, and how a piece of their text is exchanged whatever the runs."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_W: Final = f"{{{W}}}"
PARAGRAPH: Final = f"{_W}p"
TABLE: Final = f"{_W}tbl"
RUN: Final = f"{_W}r"
TEXT: Final = f"{_W}t"
_SIGNS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_HEADING: Final = re.compile(r"heading ([1-9])|title", re.IGNORECASE)
_LONGEST_HEADING: Final = 90


@dataclass(frozen=True, eq=False)
class Line:
    """One paragraph of a part, with its number there (from 1)."""

    member: str
    number: int
    element: etree._Element
    styles: Mapping[str, str]
    """Style ids with the names that Word gives them in every language."""

    @property
    def text(self) -> str:
        """The paragraph's text; tabs and line breaks as signs."""
        return "".join(text for _, text in self._pieces())

    @property
    def level(self) -> int:
        """The heading level: 1 for a title, 0 for no heading, 2 for a short paragraph that is all bold."""
        style = self.element.find(f"{_W}pPr/{_W}pStyle")
        identity = "" if style is None else style.get(f"{_W}val", "")
        found = _HEADING.fullmatch(self.styles.get(identity, identity))
        if found:
            return int(found[1] or 1)
        return 2 if self.is_bold else 0

    @property
    def is_bold(self) -> bool:
        """Whether it is made to look like a heading, by bold runs alone."""
        runs = [run for run in self.element.iter(RUN) if any((node.text or "").strip() for node in run.iter(TEXT))]
        text = self.text.strip()
        return bool(runs) and len(text) <= _LONGEST_HEADING and "\t" not in text and all(map(_bold, runs))

    @property
    def in_table(self) -> bool:
        """Whether it stands in a cell."""
        return next(self.element.iterancestors(TABLE), None) is not None

    def replace(self, start: int, end: int, tag: str) -> None:
        """Put ``tag`` in the place of the text from ``start`` to ``end``, as the text there is formatted."""
        position, placed = 0, False
        for node, text in list(self._pieces()):
            first, last = max(start - position, 0), min(end - position, len(text))
            position += len(text)
            if node.tag != TEXT:
                if start < position <= end and first < last:
                    cut(node)
            elif first < last or (start == end and first == len(text) == last):
                node.text = text[:first] + ("" if placed else tag) + text[last:]
                node.set(_SPACE, "preserve")
                placed = True
        if not placed:
            self.append(tag)

    def append(self, text: str) -> None:
        """Add text after all else, formatted as the paragraph's last run."""
        runs = list(self.element.iterchildren(RUN))
        run = etree.SubElement(self.element, RUN)
        look = runs[-1].find(f"{_W}rPr") if runs else None
        if look is not None:
            run.append(copy.deepcopy(look))
        node = etree.SubElement(run, TEXT)
        node.text = text
        node.set(_SPACE, "preserve")

    def clear_for(self, text: str) -> None:
        """Have the paragraph say ``text`` and nothing else, formatted as its first run."""
        looks = [run.find(f"{_W}rPr") for run in self.element.iter(RUN)]
        for child in list(self.element):
            if child.tag != f"{_W}pPr":
                self.element.remove(child)
        self.append(text)
        if looks and looks[0] is not None:
            self.element[-1].insert(0, copy.deepcopy(looks[0]))

    def _pieces(self) -> Iterator[tuple[etree._Element, str]]:
        for node in self.element.iter(TEXT, *_SIGNS):
            if next(node.iterancestors(PARAGRAPH)) is not self.element:
                continue
            if node.tag == TEXT:
                yield node, node.text or ""
            elif next(node.iterancestors()).tag == RUN:
                yield node, _SIGNS[node.tag]


def lines(member: str, root: etree._Element, styles: Mapping[str, str]) -> list[Line]:
    """The paragraphs of a part, in order."""
    return [Line(member, number, one, styles) for number, one in enumerate(root.iter(PARAGRAPH), start=1)]


def cut(element: etree._Element) -> None:
    """Take an element out of its document."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def paragraph_like(line: Line, text: str) -> etree._Element:
    """A new paragraph that looks as ``line`` does and says ``text``."""
    element = copy.deepcopy(line.element)
    for section in list(element.iter(f"{_W}sectPr")):
        cut(section)
    Line(line.member, 0, element, line.styles).clear_for(text)
    return element


def _bold(run: etree._Element) -> bool:
    found = run.find(f"{_W}rPr/{_W}b")
    return found is not None and found.get(f"{_W}val", "true") not in {"0", "false", "off"}
