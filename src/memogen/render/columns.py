"""How wide the columns of a table are."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from memogen.artifacts import LineBreak, Picture, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from memogen.artifacts import Inlines

_NARROW, _WIDE = 6, 40
_SIGN: Final = 110
"""Twips that a bold letter of a table needs."""
_USUAL_SIGN: Final = 100
_PADDING: Final = 200
"""Twips that a cell keeps free around its text."""
_PICTURE: Final = "\x00"
"""Stands for a picture in the text of a cell: no legal text has it."""
_SIGNS: Final[dict[type, str]] = {LineBreak: "\n", Picture: _PICTURE}
_LONG_WORDS: Final = (30, 24, 18, 13, 10)


def column_widths(rows: Sequence[Sequence[Inlines]], width: int) -> list[int]:
    """Columns that break no word, and no text where there is room for all of it; together exactly ``width``."""
    needs = [_need(column) for column in zip_longest(*rows, fillvalue=())] or [(_NARROW, 0)]
    lengths, words = zip(*needs, strict=True)
    least = _least(words, width)
    whole = [max(room, length * _USUAL_SIGN + _PADDING) for room, length in zip(least, lengths, strict=True)]
    rooms: Sequence[int] = whole
    shares: Sequence[int] = lengths
    if sum(whole) > width:
        rooms, shares = least, [most - room for most, room in zip(whole, least, strict=True)]
    spare = width - sum(rooms)
    widths = [room + spare * share // sum(shares) for room, share in zip(rooms, shares, strict=True)]
    widths[-1] += width - sum(widths)
    return widths


def _need(cells: Iterable[Inlines]) -> tuple[int, int]:
    """The letters of the longest cell of a column, within reason, and of its longest word."""
    # Many cells say the same, and nearly every one is a single run.
    text = "\n".join({cell[0].text if len(cell) == 1 and type(cell[0]) is Run else _text(cell) for cell in cells})
    length = max(map(len, text.split("\n")))
    if _PICTURE in text:
        length = _WIDE
    # Only an ordinary space is a place to break: an amount with a fixed space is one word.
    return min(_WIDE, max(_NARROW, length)), max(map(len, text.replace("\n", " ").split(" ")))


def _text(cell: Inlines) -> str:
    return "".join([inline.text if isinstance(inline, Run) else _SIGNS.get(type(inline), "") for inline in cell])


def _least(words: Sequence[int], width: int) -> list[int]:
    """What each column needs for its longest word; where there is no room for all, long words may break."""
    for longest in (max(words), *_LONG_WORDS):
        least = [min(word, longest) * _SIGN + _PADDING for word in words]
        if sum(least) <= width:
            return least
    return [0] * len(words)
