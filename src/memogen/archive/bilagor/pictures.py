"""Pictures as the pages of a PDF: upright, in sRGB, on white, no larger than print needs, and with nobody's secrets.

A picture is a figure with the bilaga's title as its alternative text: that is what memogen knows of it. A fax or a
scan (one bit a pixel, or several pages) is text to read instead: its pages have no tags, and are read by Tesseract.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageCms, ImageOps

from memogen.archive.bilagor.colours import print_profile
from memogen.archive.bilagor.jpeg import bare_jpeg
from memogen.archive.bilagor.kinds import PICTURES
from memogen.archive.bilagor.refusal import Refused, too_large
from memogen.archive.bilagor.streams import MOST_PIXELS

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PAGES: Final = 500
A4: Final = (595.276, 841.89)
"""Points, upright."""
MARGIN: Final = 42.52
"""Points: 15 mm."""
_DENSEST: Final = 300 / 72
"""Pixels a point."""
_MOST: Final = (3154, 3154)
"""The longest side of a picture on A4 at 300 dpi, both ways because it may have to be turned."""
_QUALITY: Final = 90
_SRGB: Final = ImageCms.createProfile("sRGB")
_LOSSY: Final = frozenset({"JPEG", "MPO", "WEBP", "JPEG2000"})
_ORIENTATION: Final = 0x0112
_MOVING: Final = ("GIF", "PNG", "WEBP")
_BROKEN: Final = "öppna bilden i ett bildprogram och spara den på nytt som PNG eller JPEG"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as PDF keeps it: packed ``data``, size in pixels, and how large it is drawn (points)."""

    data: bytes
    packing: str
    colours: str
    bits: int
    pixels: tuple[int, int]
    size: tuple[float, float]
    page: tuple[float, float]
    is_scan: bool


def drawings(data: bytes) -> tuple[Drawing, ...]:
    """The pictures of an image file, in order, one for each page; a moving picture gives its first.

    Raises:
        Refused: it is broken, or has too many pixels or pages.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow talks of small faults aloud, in English
        try:
            with Image.open(io.BytesIO(data), formats=PICTURES) as picture:
                return tuple(_pages(picture, data))
        except Image.DecompressionBombError:
            raise _giant() from None
        except (OSError, ValueError, SyntaxError, EOFError, struct.error) as error:
            raise Refused("bilagan är en trasig bild", _BROKEN) from error


def frames(data: bytes) -> int:
    """The number of pictures that a moving picture shows one after the other; 1 for one that stands still."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=_MOVING) as picture:
                return int(getattr(picture, "n_frames", 1))
        except (OSError, ValueError, SyntaxError, EOFError, struct.error):
            return 1


def _pages(picture: Image.Image, data: bytes) -> Iterator[Drawing]:
    pages = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
    if pages > MOST_PAGES:
        raise too_large(f"bilden har {pages} sidor, och högst {MOST_PAGES} går att arkivera")
    for number in range(pages):
        if pages > 1:
            picture.seek(number)
        if picture.width * picture.height > MOST_PIXELS:
            raise _giant()
        yield _drawing(picture, data, several=pages > 1)


def _giant() -> Refused:
    return Refused("bilagan är en bild med mer än 150 miljoner bildpunkter", "spara bilden i mindre format")


def _drawing(picture: Image.Image, data: bytes, *, several: bool) -> Drawing:
    scan = several or picture.mode == "1"
    kept = None if scan else _kept_jpeg(picture, data)
    if kept:
        colours = "/DeviceGray" if picture.mode == "L" else "/DeviceRGB"
        size, page = _placed(picture.size)
        return Drawing(kept, "/DCTDecode", colours, 8, picture.size, size, page, is_scan=False)
    if not scan:
        picture.draft(None, _MOST)  # a JPEG is decoded at a fraction of its size when that is enough
    lossy, dpi = picture.format in _LOSSY, _dpi(picture)
    plain = _plain(ImageOps.exif_transpose(picture))
    return _packed(plain if scan else _smaller(plain), lossy=lossy, scan=scan, dpi=dpi)


def _packed(picture: Image.Image, *, lossy: bool, scan: bool, dpi: float) -> Drawing:
    size, page = _placed(picture.size) if not scan else _sheet(picture.size, dpi)
    bits = 1 if picture.mode == "1" else 8
    colours = "/DeviceRGB" if picture.mode == "RGB" else "/DeviceGray"
    if lossy:
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=_QUALITY, optimize=True)
        return Drawing(file.getvalue(), "/DCTDecode", colours, bits, picture.size, size, page, scan)
    packed = zlib.compress(picture.tobytes(), 6)
    return Drawing(packed, "/FlateDecode", colours, bits, picture.size, size, page, scan)


def _kept_jpeg(picture: Image.Image, data: bytes) -> bytes | None:
    """The very JPEG that came, without what it tells of who took it; None where it has to be made anew."""
    if picture.format != "JPEG" or picture.mode not in {"L", "RGB"} or _too_dense(picture.size):
        return None
    if picture.getexif().get(_ORIENTATION, 1) != 1 or not _is_srgb(picture):
        return None
    return bare_jpeg(data)


def _too_dense(pixels: tuple[int, int]) -> bool:
    size, _ = _placed(pixels)
    return pixels[0] > size[0] * _DENSEST + 1


def _is_srgb(picture: Image.Image) -> bool:
    profile = picture.info.get("icc_profile")
    return not profile or b"sRGB" in profile[:2048]


def _smaller(picture: Image.Image) -> Image.Image:
    """No more pixels than are seen in print."""
    if not _too_dense(picture.size):
        return picture
    size, _ = _placed(picture.size)
    most = (round(size[0] * _DENSEST), round(size[1] * _DENSEST))
    return picture.resize(most, Image.Resampling.LANCZOS)


def _plain(picture: Image.Image) -> Image.Image:
    """The picture in sRGB or grey or black and white, on white where it was transparent."""
    if picture.mode == "1":
        return picture
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode == "F":
        return picture.convert("L")
    if "transparency" in picture.info or picture.mode in {"P", "PA", "LA", "La", "RGBa", "RGBA"}:
        picture = _on_white(picture)
    return _in_srgb(picture)


def _on_white(picture: Image.Image) -> Image.Image:
    see_through = picture.convert("RGBA")
    white = Image.new("RGBA", picture.size, "white")
    flat = Image.alpha_composite(white, see_through).convert("RGB")
    flat.info = {key: value for key, value in picture.info.items() if key == "icc_profile"}
    return flat


def _in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile") or (print_profile() if picture.mode == "CMYK" else None)
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            wanted = "L" if picture.mode == "L" else "RGB"
            if wanted == "RGB":
                converted = ImageCms.profileToProfile(picture, source, _SRGB, outputMode="RGB")
                return converted if converted is not None else picture.convert("RGB")
        except ImageCms.PyCMSError:
            pass  # a profile that does not fit the picture says nothing of it
    return picture if picture.mode in {"L", "RGB"} else picture.convert("RGB")


def _placed(pixels: tuple[int, int]) -> tuple[tuple[float, float], tuple[float, float]]:
    """How large a picture is drawn and on which page: A4, lying for wide pictures; a small one is not blown up."""
    page = A4 if pixels[0] <= pixels[1] else (A4[1], A4[0])
    scale = min((page[0] - 2 * MARGIN) / pixels[0], (page[1] - 2 * MARGIN) / pixels[1], 1.0)
    return (pixels[0] * scale, pixels[1] * scale), page


def _dpi(picture: Image.Image) -> float:
    dpi = float(picture.info.get("dpi", (0, 0))[0])
    return dpi if 50 <= dpi <= 1200 else 0  # noqa: PLR2004 - what scanners have


def _sheet(pixels: tuple[int, int], dpi: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """A scanned sheet fills its page; one that does not say how dense it is is A4."""
    if dpi:
        size = (pixels[0] * 72 / dpi, pixels[1] * 72 / dpi)
        return size, size
    page = A4 if pixels[0] <= pixels[1] else (A4[1], A4[0])
    scale = min(page[0] / pixels[0], page[1] / pixels[1])
    return (pixels[0] * scale, pixels[1] * scale), page
