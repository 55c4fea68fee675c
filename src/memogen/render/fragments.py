"""Blocks that are poured into a part: while it is mended, a short element stands in for each of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Self, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MARK: Final = "memogen"
"""The attribute of what stands in; no element of a template may have it."""

_EDGE: Final = f'<w:tbl><w:tr {MARK}=""/></w:tbl>'
_STANDING_IN: Final = re.compile(f'<w:p {MARK}="([0-9]+)"/>')


_CELL: Final = "</w:tc>"
Pieces: TypeAlias = list[str]
"""XML in order, each piece a whole element: a paragraph, or a :class:`Rows`."""


class Rows(str):
    """A table as XML, and what it is put together of."""

    __slots__ = ("opening", "rows")

    opening: str
    rows: Sequence[str]

    @classmethod
    def of(cls, opening: str, rows: Sequence[str]) -> Self:
        """The table that begins with ``opening``."""
        table = cls("".join((opening, *rows, "</w:tbl>")))
        table.opening = opening
        table.rows = rows
        return table


def elements(pieces: Pieces) -> list[str]:
    """The elements that ``pieces`` are put together of, each once: rows outside their tables, cells on lines.

    Where each of them is well-formed and reads well, so does what they are put together to.
    """
    unique: dict[str, None] = {}
    for piece in dict.fromkeys(pieces):
        if type(piece) is Rows:
            unique[f"{piece.opening}</w:tbl>"] = None
            unique |= dict.fromkeys([row.replace(_CELL, f"{_CELL}\n") for row in piece.rows])
        else:
            unique[piece] = None
    return [*unique]


class Fragments:
    """The blocks that were poured into one part, by what stands in for them.

    What memogen writes itself needs no mending, and it is most of a document. Only where it begins or ends with a
    table does it matter to what stands beside it: then what stands in does so too.
    """

    def __init__(self) -> None:
        self._kept: dict[str, Pieces] = {}

    def __bool__(self) -> bool:
        return bool(self._kept)

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

    def changed(self, xml: str, change: Callable[[str], str]) -> str:
        """The part with its own text and all its blocks changed."""
        for pieces in self._kept.values():
            pieces[:] = [
                Rows.of(change(piece.opening), [*map(change, piece.rows)]) if type(piece) is Rows else change(piece)
                for piece in pieces
            ]
        return change(xml)
