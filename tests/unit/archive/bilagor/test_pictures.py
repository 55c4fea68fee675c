from __future__ import annotations

import io

import pytest
from PIL import Image

from memogen.archive.bilagor.jpeg import bare_jpeg
from memogen.archive.bilagor.pictures import A4, MARGIN, drawings
from memogen.archive.bilagor.refusal import Refused
from tests.strange_files import encoded, picture, sheet

PHONE = Image.Exif()
PHONE[0x010F] = "Kameran"
PHONE[0x8825] = {1: "N", 2: (59.0, 20.0, 30.0)}


def sideways() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


def shown(data: bytes) -> Image.Image:
    (drawing,) = drawings(data)
    if drawing.packing == "/DCTDecode":
        return Image.open(io.BytesIO(drawing.data))
    raise AssertionError(drawing.packing)


def test_a_jpeg_is_kept_bit_for_bit_but_not_what_the_phone_tells() -> None:
    data = encoded(picture((900, 600)), "JPEG", quality=80, exif=PHONE, comment=b"av Ada")
    (drawing,) = drawings(data)
    assert drawing.pixels == (900, 600)
    assert b"Kameran" not in drawing.data
    assert b"Ada" not in drawing.data
    assert b"Exif" not in drawing.data
    assert Image.open(io.BytesIO(drawing.data)).tobytes() == Image.open(io.BytesIO(data)).tobytes()


def test_what_follows_the_end_of_a_jpeg_is_not_kept() -> None:
    data = encoded(picture((90, 60)), "JPEG", progressive=True)
    assert bare_jpeg(data + encoded(picture((30, 30)), "JPEG", exif=PHONE)) == bare_jpeg(data)


def test_a_large_photo_gets_as_many_pixels_as_print_shows() -> None:
    (drawing,) = drawings(encoded(picture((5000, 3000)), "JPEG", quality=60))
    assert drawing.page == (A4[1], A4[0])
    assert drawing.size[0] == pytest.approx(A4[1] - 2 * MARGIN)
    assert drawing.pixels[0] / drawing.size[0] == pytest.approx(300 / 72, rel=0.01)


def test_a_photo_taken_sideways_stands_up() -> None:
    (drawing,) = drawings(encoded(picture((600, 400)), "JPEG", exif=sideways()))
    assert drawing.pixels == (400, 600)
    assert drawing.page == A4


def test_what_is_transparent_becomes_white() -> None:
    (drawing,) = drawings(encoded(Image.new("RGBA", (10, 10), (255, 0, 0, 0)), "WEBP", lossless=True))
    pixel = Image.open(io.BytesIO(drawing.data)).getpixel((5, 5))
    assert pixel == (255, 255, 255)


def test_print_colours_become_those_of_the_screen() -> None:
    red = shown(encoded(Image.new("CMYK", (50, 50), (0, 255, 255, 0)), "JPEG", quality=95)).getpixel((25, 25))
    assert isinstance(red, tuple)
    assert red[0] > 200
    assert red[1] < 60
    assert red[2] < 60


def test_a_grey_picture_of_sixteen_bits_keeps_its_greys() -> None:
    (drawing,) = drawings(encoded(Image.new("I;16", (10, 10), 32_768), "PNG"))
    assert drawing.colours == "/DeviceGray"
    assert drawing.pixels == (10, 10)


def test_a_fax_is_a_scan_with_a_page_for_each_of_its_pages() -> None:
    fax = encoded(
        sheet(), "TIFF", compression="group4", dpi=(150, 150), save_all=True, append_images=[sheet(lines=("Två",))]
    )
    first, second = drawings(fax)
    assert first.is_scan
    assert second.is_scan
    assert first.bits == 1
    assert first.page == pytest.approx((1240 * 72 / 150, 1754 * 72 / 150))


@pytest.mark.parametrize(
    "data", [encoded(picture(), "JPEG")[:800], encoded(picture(), "PNG")[:200], encoded(picture(), "GIF")[:30]]
)
def test_a_broken_picture_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="trasig bild"):
        drawings(data)


def test_a_giant_picture_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(Refused, match="150 miljoner"):
        drawings(encoded(Image.new("1", (15_000, 10_001)), "PNG"))
