"""Blocks that are poured into a part: while it is mended, a short element stands in for each of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.render.blocks import Pieces

MARK: Final = "memogen"
"""The attribute of what stands in; no element of a template may have it."""

_EDGE: Final = f'<w:tbl><w:tr {MARK}=""/></w:tbl>'
_STANDING_IN: Final = re.compile(f'<w:p {MARK}="([0-9]+)"/>')


class Fragments:
    """The blocks that were poured into one part, by what stands in for them.

    What memogen writes itself needs no mending, and it is most of a document. Only where it begins or ends with a
    table does it matter to what stands beside it: then what stands in does so too.
    """

    def __init__(self) -> None:
        self._kept: dict[str, Pieces] = {}

    def keep(self, pieces: Pieces) -> str:
        """What stands in for ``pieces``."""
        if not pieces:
            return ""
        number = str(len(self._kept))
        self._kept[number] = pieces
        before = _EDGE if pieces[0].startswith("<w:tbl>") else ""
        after = _EDGE if pieces[-1].endswith("</w:tbl>") else ""
        return f'{before}<w:p {MARK}="{number}"/>{after}'

    def woven(self, xml: str) -> Iterator[tuple[str, Pieces]]:
        """The part from its start to its end: text of its own, and the blocks that follow it (none at the end)."""
        texts = _STANDING_IN.split(xml.replace(_EDGE, ""))
        for own, number in zip(texts[::2], texts[1::2], strict=False):
            yield own, self._kept[number]
        yield texts[-1], []
