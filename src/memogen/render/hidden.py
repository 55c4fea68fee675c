"""Which runs of a Word file nobody sees in print: hidden by themselves, or by a style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen.render.styles import W

if TYPE_CHECKING:
    from lxml import etree

STYLES: Final = "word/styles.xml"
_W: Final = f"{{{W}}}"
_VALUE: Final = f"{_W}val"
_OFF: Final = frozenset({"0", "false", "off"})


class Hidden:
    """Knows the styles that hide their text; ``styles`` is the root of the file's styles, where it has any."""

    def __init__(self, styles: etree._Element | None) -> None:
        own: dict[str, bool | None] = {}
        based: dict[str, str] = {}
        for style in () if styles is None else styles.iter(f"{_W}style"):
            name = style.get(f"{_W}styleId", "")
            own[name] = _said(style)
            based[name] = _named(style, "basedOn")
        self._styles = frozenset(name for name in own if _inherited(name, own, based))

    def hides(self, run: etree._Element) -> bool:
        """Whether the run is hidden: what it says of itself goes before its styles."""
        said = _said(run)
        if said is not None or not self._styles:
            return bool(said)
        paragraph = next(run.iterancestors(f"{_W}p"), None)
        above = "" if paragraph is None else _named(paragraph, "pPr", "pStyle")
        return not self._styles.isdisjoint({_named(run, "rPr", "rStyle"), above})


def _said(element: etree._Element) -> bool | None:
    mark = element.find(f"{_W}rPr/{_W}vanish")
    return None if mark is None else mark.get(_VALUE) not in _OFF


def _named(element: etree._Element, *names: str) -> str:
    found = element.find("/".join(f"{_W}{name}" for name in names))
    return "" if found is None else str(found.get(_VALUE, ""))


def _inherited(name: str, own: dict[str, bool | None], based: dict[str, str]) -> bool:
    """What the style says, or the nearest that it is based on; a ring of styles says nothing."""
    seen: set[str] = set()
    while name not in seen and own.get(name, False) is None:
        seen.add(name)
        name = based[name]
    return bool(own.get(name))
