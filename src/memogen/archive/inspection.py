"""Is the PDF the document? LibreOffice drops signs that no font has, and broken images, without a word."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from pikepdf import PdfError
from pypdfium2 import PdfiumError

from memogen.archive.glyphs import boxes
from memogen.archive.reading import contents
from memogen.archive.search import Search
from memogen.diagnostics import Remark
from memogen.errors import ToolError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memogen.archive.reading import Contents

_WORDS_SHOWN = 5
_IN_EVERY_FONT = 0xFF
"""The last of the signs that the languages of Western Europe are written with."""


def pdf_remarks(pdf: bytes, paragraphs: Iterable[str], images: int) -> Iterator[Remark]:
    """What the PDF lacks of the document it was made from, and of what a screen reader needs.

    ``paragraphs`` are the texts that have to be found, ``images`` the number of pictures that have to be drawn.
    Spaces, hyphens, capitals, ligatures, line and page breaks make no difference.

    Raises:
        ToolError: the file is no PDF, or a broken one.
    """
    try:
        found, unseen = contents(pdf), boxes(pdf)
    except (PdfiumError, PdfError):
        raise ToolError(
            "PDF-filen som LibreOffice gjorde går inte att läsa", "kontrollera LibreOffice med memogen doctor"
        ) from None
    yield from _text(Search(found.pages, unseen), paragraphs)
    yield from _images(found.images, images)
    yield from _access(found)


def _text(search: Search, paragraphs: Iterable[str]) -> Iterator[Remark]:
    words = list(islice(search.missing(paragraphs), _WORDS_SHOWN + 1))
    if not words:
        return
    shown = " ".join(words[:_WORDS_SHOWN]) + (" …" if len(words) > _WORDS_SHOWN else "")
    signs = [sign for sign in dict.fromkeys("".join(map(search.unknown, words))) if ord(sign) > _IN_EVERY_FONT]
    advice = "se efter om texten ligger i en ruta eller tabellrad som är för liten för den, eller utanför sidan"
    if signs:
        lacking = ", ".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in signs[:10])
        advice = (
            f"inget typsnitt på datorn har {lacking}: installera ett typsnitt som har alla tecken, eller byt ut tecknen"
        )
    yield Remark("PD01", (), f'texten "{shown}" saknas i PDF-filen', advice, quote=signs[0] if signs else "")


def _images(drawn: int, wanted: int) -> Iterator[Remark]:
    if drawn < wanted:
        message = f"PDF-filen visar {drawn} av dokumentets {wanted} bilder"
        yield Remark("PD02", (), message, "spara bilderna på nytt som PNG eller JPEG")


def _access(found: Contents) -> Iterator[Remark]:
    lacking = [
        (found.tagged, "PDF-filen saknar taggar", "kontrollera LibreOffice med memogen doctor"),
        (found.title, "PDF-filen saknar titel", "ge dokumentet en rubrik"),
        (found.language, "PDF-filen saknar språk", "välj svenska som språk för all text i mallen"),
    ]
    for there, message, advice in lacking:
        if not there:
            yield Remark("PD03", (), message, advice)
