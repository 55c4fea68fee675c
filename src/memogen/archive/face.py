"""The first page of a PDF that somebody else has made: its title, if it has one, and its text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2

from memogen.rules.grund import Ansikte

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHARACTERS = 6_000
_LARGER = 1.15
"""How much larger than the running text a title is set."""
_SAME = 0.5
"""Points between heights that count as one size."""
_LETTERS_OF_A_TITLE = 4


class _Line(NamedTuple):
    text: str
    height: float


def face(pdf: bytes) -> Ansikte | None:
    """What the PDF's first page says it is; None where the file cannot be read.

    A title is what the metadata call it when the page says so too, and then the largest text.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return None
    try:
        lines = tuple(_lines(document[0]))
        said = document.get_metadata_value("Title").strip()
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()
    text = "\n".join(line.text for line in lines)
    confirmed = [said] if said and "".join(said.split()) in "".join(text.split()) else []
    return Ansikte(tuple(dict.fromkeys((*confirmed, *_largest(lines)))), text)


def _lines(page: pypdfium2.PdfPage) -> Iterator[_Line]:
    """The lines of the page and how high their letters are, in points."""
    found = page.get_textpage()
    text = found.get_text_range(0, min(found.count_chars(), _CHARACTERS))
    start = 0
    for line in text.splitlines(keepends=True):
        first = next((start + offset for offset, sign in enumerate(line) if sign.isalnum()), None)
        if first is not None:
            _, bottom, _, top = found.get_charbox(first, loose=True)
            yield _Line(" ".join(line.split()), top - bottom)
        start += len(line)


def _largest(lines: tuple[_Line, ...]) -> Iterator[str]:
    """The first text that is set in the largest size, where that is larger than the running text."""
    titles = [line for line in lines if sum(map(str.isalpha, line.text)) >= _LETTERS_OF_A_TITLE]
    if not titles:
        return
    largest = max(line.height for line in titles)
    by_size: dict[int, int] = {}
    for line in lines:
        by_size[round(line.height)] = by_size.get(round(line.height), 0) + len(line.text)
    running = max(by_size, key=lambda height: by_size[height])
    if largest < _LARGER * running:
        return
    for is_largest, group in groupby(lines, lambda line: largest - line.height < _SAME):
        if is_largest:
            yield " ".join(line.text for line in group)
            return
