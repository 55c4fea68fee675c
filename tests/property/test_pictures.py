"""Whatever memogen says of an image by itself is what the image library says of it."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from memogen.compose.markdown import png

EVERYDAY = ("L", "LA", "RGB", "RGBA", "P")


def drawn(mode: str, size: tuple[int, int], dots: int | None) -> bytes:
    """A PNG with an edge in it."""
    image = Image.new("L", size)
    image.paste(200, (0, 0, (size[0] + 1) // 2, size[1]))
    stream = io.BytesIO()
    image.convert(mode).save(stream, "PNG", **({"dpi": (dots, dots)} if dots else {}))
    return stream.getvalue()


def by_library(data: bytes) -> tuple[int, int, float | None]:
    with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
        image.load()
        return *image.size, image.info["dpi"][0] if "dpi" in image.info else None


SIZES = st.tuples(st.integers(1, 40), st.integers(1, 40))
DOTS = st.sampled_from([None, 72, 96, 300])


@given(st.sampled_from(EVERYDAY), SIZES, DOTS)
def test_an_everyday_png_is_measured_as_the_library_measures_it(
    mode: str, size: tuple[int, int], dots: int | None
) -> None:
    data = drawn(mode, size, dots)
    assert png.measured(data, 2000) == by_library(data)


@given(st.sampled_from([*EVERYDAY, "1", "I;16"]), SIZES, DOTS, st.data())
def test_a_damaged_png_is_left_to_the_library(
    mode: str, size: tuple[int, int], dots: int | None, choose: st.DataObject
) -> None:
    whole = drawn(mode, size, dots)
    place = choose.draw(st.integers(0, len(whole) - 1))
    changed = whole[:place] + bytes([whole[place] ^ choose.draw(st.integers(1, 255))]) + whole[place + 1 :]
    assert png.measured(changed, 2000) is None
    assert png.measured(whole[:place], 2000) is None


@given(SIZES)
def test_a_png_of_too_many_pixels_is_left_to_the_library(size: tuple[int, int]) -> None:
    assert png.measured(drawn("RGB", size, None), size[0] * size[1] - 1) is None
