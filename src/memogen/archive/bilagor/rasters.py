"""Pages as pictures of themselves: the last resort for a PDF that nothing else makes valid."""

from __future__ import annotations

import io
from typing import Final

import pypdfium2
from pypdfium2 import raw

from memogen.archive.bilagor.pictures import Drawing
from memogen.archive.bilagor.refusal import SAVE_AGAIN, Refused

_DENSITY: Final = 200 / 72
"""Pixels a point: small print can be read, by people and by Tesseract."""
_MOST_PIXELS: Final = 40_000_000
_WHITE: Final = ((255, 255),) * 3
_SEEN: Final = (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE)
_QUALITY: Final = 85


def photographed(pdf: bytes) -> tuple[Drawing, ...]:
    """Each page as a picture of it in its own size, with what is drawn on it.

    Raises:
        PdfiumError: the file can't be read.
        Refused: a page has something on it, but the picture of it is empty.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_photographed(document[number]) for number in range(len(document)))
    finally:
        document.close()


def _photographed(page: pypdfium2.PdfPage) -> Drawing:
    try:
        width, height = page.get_size()
        scale = min(_DENSITY, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
        picture = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
        if picture.getextrema() == _WHITE and any(page.get_objects(_SEEN, max_depth=1)):
            raise Refused("en sida i bilagan blir tom när den ritas", SAVE_AGAIN)
    finally:
        page.close()
    grey = picture.convert("L")
    plain = grey if grey.convert("RGB").tobytes() == picture.tobytes() else picture
    file = io.BytesIO()
    plain.save(file, "JPEG", quality=_QUALITY, optimize=True)
    colours = "/DeviceGray" if plain.mode == "L" else "/DeviceRGB"
    size = (width, height)
    return Drawing(file.getvalue(), "/DCTDecode", colours, 8, plain.size, size, size, is_scan=True)
