"""What is painted outside all tags is said to be ornament (ISO 14289-1, 7.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object

_MARK: Final = re.compile(rb"^(?:(?P<whole>/[^\n]*B[DM]C)|(?P<rest>BDC)|EMC)$\n?", re.MULTILINE)
"""Where marked content begins and ends; ``rest`` is the end of a mark that takes several lines."""
_PAINTED: Final = re.compile(rb"(?:^|\s)(?:[Ss]|[fBb]\*?)\s")
_MEANT: Final = re.compile(rb"(?:^|\s)(?:BT|Do|sh|BI)\s")


def mark_ornaments(page: Object) -> None:
    """LibreOffice 7.4 draws the borders of paragraphs last of all on a page, with no tag around them.

    Lines and fills become artifacts. Text and images never do: to leave out what somebody wrote is not mending.
    """
    content = page.Contents
    before = content.read_bytes()
    after = b"".join(_marked(before))
    if len(after) != len(before):
        content.write(after)


def _marked(content: bytes) -> Iterator[bytes]:
    depth = begin = 0
    for mark in _MARK.finditer(content):
        if not depth:
            yield _ornament(content[begin : mark.start()])
            begin = mark.start()
        if mark["whole"] or mark["rest"]:
            depth += 1
        else:
            depth -= 1
            if not depth:
                yield content[begin : mark.end()]
                begin = mark.end()
    yield content[begin:] if depth else _ornament(content[begin:])


def _ornament(piece: bytes) -> bytes:
    """A piece that no tag encloses, as an artifact when it paints nothing but lines and fills."""
    if not _PAINTED.search(piece) or _MEANT.search(piece):
        return piece
    return b"/Artifact BMC\n" + piece.rstrip() + b"\nEMC\n"
