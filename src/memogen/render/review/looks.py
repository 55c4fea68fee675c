"""How text looks when the styles are reckoned in: its colour, the ground behind it, its size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from memogen.render import package
from memogen.render.members import STYLES
from memogen.render.review.outline import CELL, PARAGRAPH, value_of
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_W: Final = f"{{{W}}}"
_HEX: Final = re.compile(r"[0-9A-Fa-f]{6}")
_WHITE: Final = "FFFFFF"
_BLACK: Final = "000000"
_OFF: Final = frozenset({"0", "false", "off"})
_DEEPEST: Final = 20
_WORDS_SIZE: Final = 20
_DARKEST: Final = 0.04045
_MIDDLE: Final = 0.18
_LARGE: Final = 36
_LARGE_BOLD: Final = 28
_HIGHLIGHTS: Final = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "blue": "0000FF",
    "red": "FF0000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "black": "000000",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
    "white": "FFFFFF",
}


class Look(NamedTuple):
    """Colour and ground as six hexadecimals, size in half points."""

    colour: str
    ground: str
    size: int
    bold: bool

    @property
    def contrast(self) -> float:
        """How the colour stands out from the ground, from 1 to 21 (WCAG 2.1)."""
        light, dark = sorted((_luminance(self.colour), _luminance(self.ground)), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    @property
    def needed(self) -> float:
        """The least contrast that will do: 4.5, or 3 for large text (WCAG 2.1, 1.4.3)."""
        return 3.0 if self.size >= _LARGE or (self.bold and self.size >= _LARGE_BOLD) else 4.5


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 reckons it; the limit between its two lines is where sRGB puts it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= _DARKEST else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Looks:
    """The looks of a template's text."""

    def __init__(self, members: Mapping[str, bytes]) -> None:
        root = package.parse(members[STYLES]) if STYLES in members else None
        styles = [] if root is None else list(root.iter(f"{_W}style"))
        self._styles = {str(style.get(f"{_W}styleId", "")): style for style in styles}
        self._default = None if root is None else root.find(f"{_W}docDefaults/{_W}rPrDefault")
        self._normal = next(
            (
                str(style.get(f"{_W}styleId", ""))
                for style in styles
                if style.get(f"{_W}default") in {"1", "true", "on"} and style.get(f"{_W}type") == "paragraph"
            ),
            "",
        )

    def of_run(self, run: etree._Element) -> Look:
        """How a run looks where it stands."""
        paragraph = next(run.iterancestors(PARAGRAPH), None)
        style = value_of(paragraph, "pPr/pStyle") or self._normal
        chain = [run, *self._based(value_of(run, "rPr/rStyle")), *self._based(style)]
        chain += [self._default] if self._default is not None else []
        grounds = self._grounds(run, paragraph, style)
        ground = next((fill for fill in grounds if _HEX.fullmatch(fill)), _WHITE)
        colour = next((found for one in chain if (found := value_of(one, "rPr/color"))), "auto")
        automatic = _BLACK if _luminance(ground) > _MIDDLE else _WHITE
        size = next((found for one in chain if (found := value_of(one, "rPr/sz")).isdecimal()), str(_WORDS_SIZE))
        bold = next((mark for one in chain if (mark := one.find(f"{_W}rPr/{_W}b")) is not None), None)
        return Look(
            colour.upper() if _HEX.fullmatch(colour) else automatic,
            ground.upper(),
            int(size),
            bold is not None and bold.get(f"{_W}val", "1") not in _OFF,
        )

    def _grounds(self, run: etree._Element, paragraph: etree._Element | None, style: str) -> Iterator[str]:
        """The fills behind a run, the nearest first."""
        yield _HIGHLIGHTS.get(value_of(run, "rPr/highlight"), "")
        yield _fill(run, "rPr")
        if paragraph is not None:
            yield _fill(paragraph, "pPr")
        for one in self._based(style):
            yield _fill(one, "pPr")
        for cell in run.iterancestors(CELL):
            yield _fill(cell, "tcPr")

    def _based(self, identity: str) -> Iterator[etree._Element]:
        """A style, and those that it is based on."""
        for _ in range(_DEEPEST):
            style = self._styles.get(identity)
            if style is None:
                return
            yield style
            identity = value_of(style, "basedOn")


def _fill(element: etree._Element, properties: str) -> str:
    shade = element.find(f"{_W}{properties}/{_W}shd")
    return "" if shade is None else str(shade.get(f"{_W}fill", ""))
