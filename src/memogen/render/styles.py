"""Which of the template's styles each kind of paragraph, list and table takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from memogen.render.faults import TemplateFault

if TYPE_CHECKING:
    from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W: Final = f"{{{W}}}"

PARAGRAPH: Final = "paragraph"
CHARACTER: Final = "character"
TABLE: Final = "table"

CANDIDATES: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "text": (PARAGRAPH, ("Body Text", "Normal")),
    "ingress": (PARAGRAPH, ("Beslutsingress", "Body Text", "Normal")),
    "beslutssats": (PARAGRAPH, ("Beslutssats", "Body Text", "Normal")),
    "caption": (PARAGRAPH, ("caption",)),
    "quote": (PARAGRAPH, ("Quote",)),
    "table-cell": (PARAGRAPH, ("Tabelltext", "Normal")),
    "table-header": (PARAGRAPH, ("Tabellrubrik", "Tabelltext", "Normal")),
    "footnote": (PARAGRAPH, ("footnote text",)),
    "bullets": (PARAGRAPH, ("List Bullet",)),
    "numbers": (PARAGRAPH, ("List Number",)),
    "beslut-numbers": (PARAGRAPH, ("Beslutspunkt", "List Number")),
    "beslut-bullets": (PARAGRAPH, ("Beslutspunkt", "List Bullet")),
    "underlag-bullets": (PARAGRAPH, ("Underlag", "List Bullet")),
    "underlag-numbers": (PARAGRAPH, ("Underlag", "List Number")),
    "continuation": (PARAGRAPH, ("List Continue", "Body Text", "Normal")),
    "footnote-mark": (CHARACTER, ("footnote reference",)),
    "link": (CHARACTER, ("Hyperlink",)),
    "table": (TABLE, ("Tabell", "Table Grid")),
    **{f"heading-{level}": (PARAGRAPH, (f"heading {level}",)) for level in range(1, 6)},
    # A text may have more levels than anybody has made styles for: the lowest there is will do, and skips no level.
    **{
        f"heading-{level}": (PARAGRAPH, tuple(f"heading {near}" for near in range(level, 4, -1)))
        for level in range(6, 10)
    },
}
"""Role → kind of style and the names that will do, the first that the template has. The last is Word's own."""

SWEDISH: Final = {
    "Body Text": "Brödtext",
    "Normal": "Normal",
    "caption": "Beskrivning",
    "Quote": "Citat",
    "footnote text": "Fotnotstext",
    "footnote reference": "Fotnotsreferens",
    "List Bullet": "Punktlista",
    "List Number": "Numrerad lista",
    "List Continue": "Listfortsättning",
    "Hyperlink": "Hyperlänk",
    "Table Grid": "Tabellrutnät",
    **{f"heading {level}": f"Rubrik {level}" for level in range(1, 10)},
}
_DEEPEST: Final = 20
_NUMBER: Final = re.compile(r"[0-9]{1,9}")
_KINDS: Final = {PARAGRAPH: "styckeformatet", CHARACTER: "teckenformatet", TABLE: "tabellformatet"}


@dataclass(frozen=True, slots=True)
class Style:
    """A style of the template: its id, its list (``numId``, 0: none) and its left indent in twips."""

    style_id: str
    number_id: int = 0
    level: int = 0
    indent: int = 0


class Styles:
    """The template's styles by kind and name; Word keeps the English name of its own in every language."""

    def __init__(self, root: etree._Element | None) -> None:
        self._by_name: dict[tuple[str, str], Style] = {}
        self._elements: dict[str, etree._Element] = {}
        self._by_role: dict[str, Style] = {}
        self.openings = Openings(self)
        if root is not None:
            for element in root.iter(f"{_W}style"):
                self._elements[element.get(f"{_W}styleId", "")] = element
            for element in root.iter(f"{_W}style"):
                self._add(element)

    def find(self, role: str) -> Style:
        """The style for ``role``.

        Raises:
            TemplateFault: MA04, when the template has none of the styles that will do.
        """
        if role in self._by_role:
            return self._by_role[role]
        kind, names = CANDIDATES[role]
        for name in names:
            style = self._by_name.get((kind, name.lower()))
            if style is not None:
                self._by_role[role] = style
                return style
        name = names[-1]
        swedish = SWEDISH.get(name, name)
        message = f'{_KINDS[kind]} "{swedish}" ("{name}") saknas i mallen, men dokumentet behöver det'
        raise TemplateFault("MA04", message, f'lägg till "{swedish}" i mallen: använd det en gång i Word och spara')

    def _add(self, element: etree._Element) -> None:
        name = element.find(f"{_W}name")
        if name is None:
            return
        number_id, level, indent = self._list_of(element, set())
        style = Style(element.get(f"{_W}styleId", ""), number_id, level, indent)
        key = (element.get(f"{_W}type", PARAGRAPH), name.get(f"{_W}val", "").lower())
        self._by_name.setdefault(key, style)

    def _list_of(self, element: etree._Element, seen: set[str]) -> tuple[int, int, int]:
        """List, level and indent, the style's own or inherited from the one that it is based on."""
        seen.add(element.get(f"{_W}styleId", ""))
        number = _value(element, "pPr/numPr/numId")
        level = _value(element, "pPr/numPr/ilvl")
        found = element.find(_path("pPr/ind"))
        indent = "" if found is None else found.get(f"{_W}left", found.get(f"{_W}start", ""))
        based = element.find(f"{_W}basedOn")
        parent = self._elements.get(based.get(f"{_W}val", "")) if based is not None else None
        inherited = (0, 0, 0)
        if parent is not None and parent.get(f"{_W}styleId", "") not in seen and len(seen) < _DEEPEST:
            inherited = self._list_of(parent, seen)
        return (
            int(number) if _NUMBER.fullmatch(number) else inherited[0],
            int(level) if _NUMBER.fullmatch(level) else inherited[1],
            int(indent) if _NUMBER.fullmatch(indent) else inherited[2],
        )


class Openings(dict[str, str]):
    """How a paragraph of each role begins; its properties are still open, so that more can follow."""

    def __init__(self, styles: Styles) -> None:
        super().__init__()
        self._styles = styles

    def __missing__(self, role: str) -> str:
        """The beginning, made once.

        Raises:
            TemplateFault: MA04, as :meth:`Styles.find`.
        """
        self[role] = f'<w:p><w:pPr><w:pStyle w:val="{self._styles.find(role).style_id}"/>'
        return self[role]


def _path(steps: str) -> str:
    return "/".join(f"{_W}{step}" for step in steps.split("/"))


def _value(element: etree._Element, steps: str) -> str:
    found = element.find(_path(steps))
    return "" if found is None else found.get(f"{_W}val", "")
