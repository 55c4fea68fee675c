"""What is painted outside all tags is said to be ornament (ISO 14289-1, 7.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object

_END: Final = b"EMC\n"
_BEGIN: Final = re.compile(rb"^/[^\n]*B[DM]C$", re.MULTILINE)
_PAINTED: Final = re.compile(rb"(?:^|\s)(?:[Ss]|[fBb]\*?)\s")
_MEANT: Final = re.compile(rb"(?:^|\s)(?:BT|Do|sh|BI)\s")


def mark_ornaments(page: Object) -> None:
    """LibreOffice 7.4 draws the borders of paragraphs last of all on a page, with no tag around them.

    Lines and fills become artifacts. Text and images never do: to leave out what somebody wrote is not mending.
    """
    content = page.Contents
    before = content.read_bytes()
    after = _END.join(_marked(before))
    if len(after) != len(before):
        content.write(after)


def _marked(content: bytes) -> Iterator[bytes]:
    """The pieces between the ends of marked content, as LibreOffice writes them: each mark on a line of its own."""
    depth = 1
    for piece in content.split(_END):
        depth -= 1
        begins = piece.count(b"BDC\n") + piece.count(b"BMC\n")
        if depth or piece.startswith(b"/"):
            yield piece
        else:
            first = _BEGIN.search(piece)
            begin = first.start() if first else len(piece)
            yield _ornament(piece[:begin]) + piece[begin:]
        depth += begins


def _ornament(piece: bytes) -> bytes:
    """A piece that no tag encloses, as an artifact when it paints nothing but lines and fills."""
    if not _PAINTED.search(piece) or _MEANT.search(piece):
        return piece
    return b"/Artifact BMC\n" + piece.rstrip() + b"\n" + _END
