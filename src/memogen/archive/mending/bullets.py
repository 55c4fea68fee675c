"""Bullets that are a private sign of Word's fonts get the public sign that they look like (ISO 19005-2, 6.2.11.7.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pikepdf import Dictionary, Name

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_SYMBOL_FONTS: Final = ("Symbol", "Wingdings")
_MEANS: Final = re.compile(rb"(?<=> <)F0[0-9A-F]{2}(?=>)", re.IGNORECASE)
_PUBLIC: Final = {
    b"F076": b"2756",  # black diamond minus white X
    b"F0A7": b"25AA",  # small square
    b"F0B7": b"2022",  # bullet
    b"F0D8": b"27A2",  # arrowhead
    b"F0FC": b"2713",  # check mark
}
"""The bullets that Word offers: the signs of Symbol and Wingdings, and their like in Unicode."""


def name_bullets(document: Pdf) -> None:
    """Let the fonts of signs say what Word's own bullets are; all else that they draw keeps its meaning."""
    seen: set[tuple[int, int]] = set()
    for page in document.pages:
        fonts = page.obj.get(Name.Resources, Dictionary()).get(Name.Font, Dictionary())
        for font in fonts.values():
            if font.objgen not in seen:
                seen.add(font.objgen)
                _mend(font)


def _mend(font: Object) -> None:
    name = str(font.get(Name.BaseFont, ""))
    if Name.ToUnicode not in font or not any(known in name for known in _SYMBOL_FONTS):
        return
    before = font.ToUnicode.read_bytes()
    after = _MEANS.sub(lambda found: _PUBLIC.get(found.group().upper(), found.group()), before)
    if after != before:
        font.ToUnicode.write(after)
