"""How wide and high the text column of a template is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from memogen.render.styles import W

if TYPE_CHECKING:
    from lxml import etree

_W: Final = f"{{{W}}}"
_NUMBER: Final = re.compile(r"-?[0-9]{1,7}")
_A4: Final = (11906, 16838)
_MARGIN: Final = 1417
_LEAST: Final = 1440


@dataclass(frozen=True, slots=True)
class Measures:
    """The text column in twips (twentieths of a point)."""

    width: int
    height: int


def measures(document: etree._Element) -> Measures:
    """The narrowest and lowest column of the document's sections: what fits there fits everywhere."""
    columns = [_column(section) for section in document.iter(f"{_W}sectPr")] or [
        Measures(_A4[0] - 2 * _MARGIN, _A4[1] - 2 * _MARGIN)
    ]
    return Measures(min(column.width for column in columns), min(column.height for column in columns))


def _column(section: etree._Element) -> Measures:
    size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    width = _twips(size, "w", _A4[0]) - _twips(margins, "left", _MARGIN) - _twips(margins, "right", _MARGIN)
    height = _twips(size, "h", _A4[1]) - abs(_twips(margins, "top", _MARGIN)) - abs(_twips(margins, "bottom", _MARGIN))
    columns = section.find(f"{_W}cols")
    count = max(1, _twips(columns, "num", 1))
    width = (width - (count - 1) * _twips(columns, "space", 708)) // count
    return Measures(max(_LEAST, width), max(_LEAST, height))


def _twips(element: etree._Element | None, name: str, default: int) -> int:
    value = "" if element is None else element.get(f"{_W}{name}", "")
    return int(value) if _NUMBER.fullmatch(value) else default
