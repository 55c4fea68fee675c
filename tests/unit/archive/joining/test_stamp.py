"""The label of a bilaga stands at the top of its first page, however the page lies, and covers nothing."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Name, Stream

from memogen.archive.joining import joined
from memogen.artifacts.act import Facts, Level, Part
from tests.tagged import paper, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import Image

FACTS = Facts("Taxa för uteserveringar")
FULL = b"0.3 g -500 -500 2000 2000 re f"


def stamped(pdf: bytes, label: str = "Bilaga 1") -> bytes:
    """An act of this one bilaga."""
    return joined([Part("Karta", pdf, label)], FACTS, Level())


def changed(content: bytes | None = None, **page: Any) -> Callable[[pikepdf.Pdf], None]:  # noqa: ANN401 - PDF values
    """A change of the first page: its entries, and what is drawn there."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in page.items():
            pdf.pages[0].obj[f"/{key}"] = value
        if content is not None:
            pdf.pages[0].obj.Contents = Stream(pdf, content)

    return change


def seen(pdf: bytes) -> Image.Image:
    """The first page as a reader shows it, one dot a point."""
    document = pypdfium2.PdfDocument(pdf)
    image: Image.Image = document[0].render(scale=1, grayscale=True).to_pil()
    document.close()
    return image


def new_dots(before: bytes, after: bytes) -> list[tuple[int, int]]:
    """Where the page as seen has changed; both are of one size."""
    old, new = seen(before), seen(after)
    assert old.size == new.size
    pairs = zip(old.tobytes(), new.tobytes(), strict=True)
    return [divmod(at, old.width)[::-1] for at, (was, now) in enumerate(pairs) if was != now]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [(0, 0, 595, 842), (30, 50, 560, 800)])
def test_the_label_stands_to_the_right_at_the_top_as_the_page_is_seen(turned: int, crop: tuple[int, ...]) -> None:
    page = paper([("P", "Text")], change=changed(Rotate=turned, CropBox=Array(crop)))
    dots = new_dots(page, stamped(page))
    width, height = seen(page).size
    assert min(x for x, _ in dots) > width * 0.75
    assert max(x for x, _ in dots) < width - 10
    assert min(y for _, y in dots) > 10
    assert max(y for _, y in dots) < height * 0.15


def test_the_label_can_be_searched_for_and_copied() -> None:
    document = pypdfium2.PdfDocument(stamped(paper([("P", "Text")]), "Bilaga 12 b, åäö"))
    assert "Bilaga 12 b, åäö" in document[0].get_textpage().get_text_range()
    document.close()


def test_the_label_makes_way_for_what_stands_there() -> None:
    header = b"1 g 0 g 400 790 180 40 re f"
    page = paper([("P", "Text")], change=changed(header))
    after = stamped(page)
    dots = new_dots(page, after)
    assert dots
    assert all(x < 396 or y > 56 for x, y in dots)


@pytest.mark.parametrize(("turned", "grown"), [(0, (0, 0, 595, 868)), (90, (-26, 0, 595, 842))])
def test_a_page_without_room_grows_and_nothing_is_covered(turned: int, grown: tuple[float, ...]) -> None:
    page = paper([("P", "Text")], change=changed(FULL, Rotate=turned))
    after = stamped(page)
    with pikepdf.open(io.BytesIO(after)) as pdf:
        assert [float(side) for side in pdf.pages[0].MediaBox] == pytest.approx(grown, abs=0.1)
    old, new = seen(page), seen(after)
    assert new.crop((0, new.height - old.height, new.width, new.height)).tobytes() == old.tobytes()
    strip = new.crop((0, 0, new.width, new.height - old.height))
    assert max(strip.tobytes()) == 255
    assert min(strip.tobytes()) < 100


def test_what_is_cropped_away_stays_away_when_the_page_grows() -> None:
    page = paper([("P", "Text")], change=changed(FULL, CropBox=Array([0, 0, 595, 700])))
    after = seen(stamped(page))
    assert after.getpixel((10, 10)) == 255


def test_the_label_is_no_tagged_content_of_a_part_without_tags() -> None:
    assert words(stamped(paper([("P", "Text")], letter="U"))).keys() == {(0, -1)}


@pytest.mark.parametrize("content", [b"0.1 0 0 0.1 300 300 cm q 1 0 0 rg q", b"Q Q 0.1 0 0 0.1 300 300 cm"])
def test_a_page_that_leaves_its_state_behind_moves_no_label(content: bytes) -> None:
    page = paper([("P", "Text")], change=changed(content))
    dots = new_dots(page, stamped(page))
    assert min(x for x, _ in dots) > 400


def test_pages_that_share_what_they_draw_with_share_no_stamp() -> None:
    def share(pdf: pikepdf.Pdf) -> None:
        first, second = (page.obj for page in pdf.pages)
        second.Resources = first.Resources = pdf.make_indirect(first.Resources)

    with pikepdf.open(io.BytesIO(stamped(paper([("P", "a")], [("P", "b")], change=share)))) as pdf:
        assert [len(page.Resources[Name.Font].keys()) for page in pdf.pages] == [2, 1]


@pytest.mark.parametrize("size", [(842, 1191), (1191, 842), (2384, 3370), (200, 150)])
def test_the_label_is_as_large_as_the_page_asks_for(size: tuple[int, int]) -> None:
    page = paper([], change=changed(MediaBox=Array([0, 0, *size])))
    dots = new_dots(page, stamped(page))
    high = max(y for _, y in dots) - min(y for _, y in dots)
    assert high == pytest.approx(18 * max(0.3, max(size) / 842), abs=2)


def test_a_page_cropped_to_where_nothing_is_gets_its_label_above_all_that_it_has() -> None:
    cropped = changed(CropBox=Array([700, 900, 800, 1000]))
    pdf = stamped(paper([("P", "Karta")], change=cropped))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert [float(side) for side in document.pages[0].cropbox][:3] == [0, 0, 595]
        assert float(document.pages[0].cropbox[3]) > 842
    assert "Bilaga 1" in words(pdf).values()
