"""Blocks that are poured into a part: while it is mended, a short element stands in for each of them."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from memogen.render.inlines import legal_elements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MARK: Final = "memogen"
"""The attribute of what stands in; no element of a template may have it."""

_EDGE: Final = f'<w:tbl><w:tr {MARK}=""/></w:tbl>'
_STANDING_IN: Final = re.compile(f'<w:p {MARK}="([0-9]+)"/>')
TABLE: Final = "<w:tbl>"
TABLE_END: Final = "</w:tbl>"
Pieces: TypeAlias = list[str]
"""XML in order. Each piece is a whole paragraph or row, but for where a table begins and where it ends."""


class Fragments:
    """The blocks that were poured into one part, by what stands in for them.

    What memogen writes itself needs no mending, and it is most of a document. Only where it begins or ends with a
    table does it matter to what stands beside it: then what stands in does so too.
    """

    def __init__(self) -> None:
        self._kept: list[Pieces] = []

    def __bool__(self) -> bool:
        return bool(self._kept)

    def keep(self, pieces: Pieces) -> str:
        """What stands in for ``pieces``."""
        if not pieces:
            return ""
        before = _EDGE if pieces[0].startswith(TABLE) else ""
        after = _EDGE if pieces[-1] == TABLE_END else ""
        self._kept.append(pieces)
        return f'{before}<w:p {MARK}="{len(self._kept) - 1}"/>{after}'

    def woven(self, xml: str, shown: Iterable[int] | None = None) -> tuple[bytes, bytes]:
        """The whole part, and the elements that were poured into it, each once.

        Where each of them is well-formed and reads well, so does what they are put together to; and in the minutes of
        a meeting the same rows come again and again. ``shown`` are the blocks whose elements are wanted: all, if None.
        """
        encoded = {piece: piece.encode(errors="ignore") for piece in dict.fromkeys(chain.from_iterable(self._kept))}
        texts = _STANDING_IN.split(xml.replace(_EDGE, ""))
        content = [texts[0].encode(errors="ignore")]
        for number, own in zip(texts[1::2], texts[2::2], strict=True):
            content += map(encoded.__getitem__, self._kept[int(number)])
            content.append(own.encode(errors="ignore"))
        if shown is None:
            elements = encoded
        else:
            elements = {piece: encoded[piece] for number in shown for piece in self._kept[number]}
        if elements.pop(TABLE_END, None):
            elements |= {
                piece: f"{piece}{TABLE_END}".encode(errors="ignore") for piece in elements if piece.startswith(TABLE)
            }
        return b"".join(content), b"".join(elements.values())

    def cleaned(self) -> bool:
        """Take out the control characters that XML cannot hold or Word does not show; whether there were any."""
        clean = [[legal_elements(piece) for piece in pieces] for pieces in self._kept]
        if clean == self._kept:
            return False
        self._kept = clean
        return True

    def changed(self, xml: str, change: Callable[[str], str]) -> str:
        """The part with its own text and all its blocks changed."""
        for pieces in self._kept:
            pieces[:] = map(change, pieces)
        return change(xml)
