"""The levels of headings in one text."""

from __future__ import annotations


class Levels:
    """Levels that follow without a skip, whatever is written; ``top`` is that of the first headings."""

    def __init__(self, top: int) -> None:
        self._top = top
        self._open: list[int] = []

    def of(self, written: int) -> int:
        """The level of the next heading, from the one that is written (1 for ``#``)."""
        while self._open and self._open[-1] >= written:
            self._open.pop()
        self._open.append(written)
        return self._top + len(self._open) - 1
