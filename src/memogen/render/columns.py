"""How wide the columns of a table are."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from memogen.artifacts import LineBreak, Picture, Run

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from memogen.artifacts import Inlines

_NARROW, _WIDE = 6, 40
_SIGN: Final = 110
"""Twips that a bold letter of a table needs."""
_USUAL_SIGN: Final = 100
_PADDING: Final = 200
"""Twips that a cell keeps free around its text."""
_TIGHT_PADDING: Final = 90
_TIGHT_MARGINS: Final = '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
"""What is left beside the text of a cell where there is no room for more."""
_THIN: Final = {**dict.fromkeys("fijlrt()/-–,.:;!|'\"", 70), **dict.fromkeys(" \u00a0", 60)}
_BROAD: Final = {**dict.fromkeys("mwMW%@&—", 175), **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÅÄÖ", 140)}
_SIGNS_OF: Final = {ord(sign): width for sign, width in (_THIN | _BROAD).items()}
"""Twips that a letter of a table needs where that is not as for most."""
_BOLD: Final = 1.07
_TALL: Final = 12
"""Lines from which on a row may go on on the next page."""
_PICTURE: Final = "\x00"
"""Stands for a picture in the text of a cell: no legal text has it."""
_SIGNS: Final[dict[type, str]] = {LineBreak: "\n", Picture: _PICTURE}
_WAYS: Final = (
    *((longest, _PADDING) for longest in (99, 30, 24)),
    *((longest, _TIGHT_PADDING) for longest in (24, 18, 13, 10)),
)
"""Where there is no room for all: the letters from which on a word may break, and what cells keep free."""


class Columns(NamedTuple):
    """The width of each column; what the cells have around their text where it is not what the style says."""

    widths: list[int]
    margins: str
    texts: Sequence[Collection[str]]

    @property
    def rooms(self) -> tuple[int, ...]:
        """The letters that a cell of each column has before its row is a tall one; none, where no row can be."""
        rooms = tuple(_TALL * max(0, width - _PADDING) // _USUAL_SIGN for width in self.widths)
        return rooms if any(max(map(len, texts)) > room for texts, room in zip(self.texts, rooms, strict=True)) else ()


def columns(header: Sequence[Inlines], rows: Sequence[Sequence[Inlines]], width: int) -> Columns:
    """Columns that break no word, and no text where there is room for all of it; together exactly ``width``."""
    cells = [_texts(column) for column in zip_longest(header, *rows, fillvalue=())] or [{""}]
    texts = list(map("\n".join, cells))
    lengths = list(map(_length, texts))
    usual = [_longest(text) * _SIGN + _PADDING for text in texts]
    if sum(usual) <= width:
        return Columns(_shared(usual, lengths, width), "", cells)
    closer = [_width(text, head) for text, head in zip_longest(texts, map(_text, header), fillvalue="")]
    for longest, padding in _WAYS:
        least = [min(room, longest * _SIGN) + padding for room in closer]
        if sum(least) <= width:
            break
    else:
        least = [0] * len(closer)
    return Columns(_shared(least, lengths, width), "" if padding == _PADDING else _TIGHT_MARGINS, cells)


def _shared(least: Sequence[int], lengths: Sequence[int], width: int) -> list[int]:
    """What each column needs, and its share of the room that is left."""
    whole = [max(room, length * _USUAL_SIGN + _PADDING) for room, length in zip(least, lengths, strict=True)]
    rooms: Sequence[int] = whole
    shares: Sequence[int] = lengths
    if sum(whole) > width:
        rooms, shares = least, [most - room for most, room in zip(whole, least, strict=True)]
    spare = width - sum(rooms)
    widths = [room + spare * share // sum(shares) for room, share in zip(rooms, shares, strict=True)]
    widths[-1] += width - sum(widths)
    return widths


def _texts(cells: Iterable[Inlines]) -> Collection[str]:
    """What the cells of a column say; many say the same, and nearly every one is a single run."""
    return {cell[0].text if len(cell) == 1 and type(cell[0]) is Run else _text(cell) for cell in cells}


def _text(cell: Inlines) -> str:
    return "".join([inline.text if isinstance(inline, Run) else _SIGNS.get(type(inline), "") for inline in cell])


def _length(text: str) -> int:
    """The letters of the longest cell of a column, within reason."""
    length = _WIDE if _PICTURE in text else max(map(len, text.split("\n")))
    return min(_WIDE, max(_NARROW, length))


def _words(text: str) -> list[str]:
    """What is not to be broken: only an ordinary space is a place to, so an amount with a fixed space is one word."""
    return text.replace("\n", " ").split(" ")


def _longest(text: str) -> int:
    return max(map(len, _words(text)))


def _width(text: str, header: str) -> int:
    """The twips that the widest word takes; those of the header are bold."""
    bold = max(map(_measure, _words(header)))
    return max(int(bold * _BOLD), *map(_measure, _words(text)))


def _measure(word: str) -> int:
    return sum([_SIGNS_OF.get(code, _SIGN) for code in map(ord, word)])
