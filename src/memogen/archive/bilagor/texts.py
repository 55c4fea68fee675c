"""The pages of a PDF as they were and as they became: none lost, none of another size, no word gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pypdfium2
from pypdfium2 import raw

from memogen.archive.search import Search, bare
from memogen.diagnostics import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLACK: Final = 1.0
"""Points that a page's side may differ by: writers round it."""
_SCANNED: Final = 0.3
"""The share of a page that pictures cover when the page is a scan."""
_DEPTH: Final = 5
_WORDS_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it is shown: its sides in points, its text, and how much of it pictures cover."""

    width: float
    height: float
    text: str
    pictured: float

    @property
    def is_scan(self) -> bool:
        """A picture of text, or of anything, with no words that a program can read."""
        return self.pictured >= _SCANNED and not bare(self.text)


def pages(pdf: bytes) -> tuple[Page, ...]:
    """What the pages hold. Raises PdfiumError where the file can't be read."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_page(document[number]) for number in range(len(document)))
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> Page:
    try:
        width, height = page.get_size()
        text = page.get_textpage()
        try:
            words = text.get_text_bounded()
        finally:
            text.close()
        area = sum(
            max(right - left, 0) * max(top - bottom, 0)
            for left, bottom, right, top in (
                picture.get_bounds() for picture in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH)
            )
        )
        return Page(width, height, words, area / max(width * height, 1))
    finally:
        page.close()


def losses(before: tuple[Page, ...], after: tuple[Page, ...], *, words: bool = True) -> Iterator[Remark]:
    """What the pages have lost; with ``words`` no word of a page may be gone. New words are no loss."""
    if len(before) != len(after):
        yield _lost(f"bilagan har {len(before)} sidor, men arkivkopian fick {len(after)}")
        return
    for number, (old, new) in enumerate(zip(before, after, strict=True), 1):
        if abs(old.width - new.width) > _SLACK or abs(old.height - new.height) > _SLACK:
            yield _lost(f"sida {number} fick ett annat format i arkivkopian")
        if words and bare(old.text) != bare(new.text):
            missing = list(Search((new.text,)).missing(old.text.splitlines()))
            if missing:
                shown = " ".join(missing[:_WORDS_SHOWN]) + (" …" if len(missing) > _WORDS_SHOWN else "")
                yield _lost(f'texten "{shown}" på sida {number} saknas i arkivkopian')


def _lost(message: str) -> Remark:
    return Remark("AR06", (), message, "skriv ut bilagan till en ny PDF-fil, och lägg in den i stället")
