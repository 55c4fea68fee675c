"""Tables of plain words, as the documents of a meeting have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Blocks, Run, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memogen.artifacts import Inlines


def table(header: Sequence[str], rows: Sequence[Sequence[str]], alignment: Sequence[str] = ()) -> Blocks:
    """One table of the rows under their header, all columns to the left where nothing else is said; no rows: empty."""
    if not rows:
        return Blocks()
    return Blocks((Table(_cells(header), tuple(map(_cells, rows)), tuple(alignment) or ("left",) * len(header)),))


def _cells(texts: Sequence[str]) -> tuple[Inlines, ...]:
    return tuple((Run(text),) if text else () for text in texts)
