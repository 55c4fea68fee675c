"""The label of a bilaga, as text at the top of its first page, where the page is free."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream

from memogen.archive.joining import font
from memogen.archive.joining.geometry import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PIL import Image

    from memogen.archive.joining.carrying import Carried
    from memogen.archive.joining.font import Letters
    from memogen.archive.joining.tags import Tags

_USUAL = 842
"""The longer side of an A4 page in points: on larger and smaller pages the stamp is larger and smaller."""
_SMALLEST, _LARGEST = 0.3, 6.0
_SIZE, _PADDING, _HEIGHT = 10, 6, 18
_MARGIN, _CLEAR = 18, 4
_DEEPEST, _STEP = 48, 5
_EXTRA = _CLEAR + _HEIGHT + _CLEAR
_SAVES = re.compile(rb"(?<!\S)[qQ](?!\S)")
_BLANK = 225
"""The lightness (of 255) from which paper is paper: a scanned page is rarely quite white."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the frame of the stamp stands as seen: its lower left corner, its width, and the scale of it all."""

    left: float
    bottom: float
    width: float
    scale: float

    @property
    def height(self) -> float:
        return _HEIGHT * self.scale


def stamp(act: pikepdf.Pdf, carried: Carried, tags: Tags, element: Dictionary | None) -> None:
    """Write the label of the part; in a tagged part it is a paragraph, the first of the part.

    Where the top of the page has no room, the page becomes a little higher: nothing is ever covered.
    """
    page, view = carried.pages[0], View.of(carried.pages[0])
    letters = font.letters(carried.part.label)
    label = "".join(letter if letter in letters.glyphs else "?" for letter in carried.part.label)
    scale = min(_LARGEST, max(_SMALLEST, max(view.width, view.height) / _USUAL))
    width = (letters.width(label) * _SIZE + 2 * _PADDING) * scale
    spot, clip = _free(carried.part.pdf, view, width, scale), ""
    if spot is None:
        clip = f"{view.left:.3f} {view.bottom:.3f} {view.right - view.left:.3f} {view.top - view.bottom:.3f} re W n\n"
        spot = _Spot(max(view.width - _MARGIN * scale - width, 0), view.height + _CLEAR * scale, width, scale)
        view = view.taller(_EXTRA * scale)
        view.show(page)
    mark = "/Artifact << /Type /Pagination >>"
    if element is not None:
        paragraph = act.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=element, Pg=page))
        paragraph.K = tags.mark(page, paragraph)
        element.K = Array([paragraph, *element.K])
        mark = f"/P << /MCID {paragraph.K} >>"
    name = _font_name(page, font.embedded(act, letters))
    _draw(act, page, clip, _content(view, spot, mark, _words(spot, name, letters, label)))


def _content(view: View, spot: _Spot, mark: str, words: str) -> str:
    matrix = " ".join(f"{number:.3f}" for number in view.matrix)
    frame = f"{spot.left:.3f} {spot.bottom:.3f} {spot.width:.3f} {spot.height:.3f} re S"
    return (
        f"{matrix} cm\n/Artifact << /Type /Layout >> BDC\n{0.5 * spot.scale:.3f} w 0.5 G\n{frame}\nEMC\n"
        f"{mark} BDC\n{words}\nEMC"
    )


def _words(spot: _Spot, name: str, letters: Letters, label: str) -> str:
    size = _SIZE * spot.scale
    left = spot.left + _PADDING * spot.scale
    baseline = spot.bottom + (spot.height - letters.cap_height * size) / 2
    return f"BT 0 g {name} {size:.3f} Tf {left:.3f} {baseline:.3f} Td <{letters.encoded(label)}> Tj ET"


def _draw(act: pikepdf.Pdf, page: Dictionary, clip: str, content: str) -> None:
    """Put the content after that of the page, whatever state the page leaves behind."""
    found = page.get(Name.Contents)
    own = [each for each in (found if isinstance(found, Array) else [found]) if isinstance(each, Stream)]
    saves, restores = _kept(page, own)
    before = Stream(act, f"{'q ' * saves}\n{clip}".encode())
    after = Stream(act, f"\n{'Q ' * restores}\nq\n{content}\nQ".encode())
    page.Contents = Array([act.make_indirect(before), *own, act.make_indirect(after)])


def _kept(page: Dictionary, own: Iterable[Stream]) -> tuple[int, int]:
    """How often to save the state before the content of the page, and to restore it after, to have it back."""
    depth, lowest = _depth(_SAVES.findall(b"\n".join(each.read_bytes() for each in own)))
    if depth or lowest:  # letters of a text may look like operators: read it properly, which takes longer
        depth, lowest = _depth(str(each.operator).encode() for each in pikepdf.parse_content_stream(page, "q Q"))
    return 1 - lowest, 1 - lowest + depth


def _depth(operators: Iterable[bytes]) -> tuple[int, int]:
    """How many saved states are left in the end, and how many are missing at the worst place (0 or less)."""
    depth = lowest = 0
    for operator in operators:
        depth += 1 if operator == b"q" else -1
        lowest = min(lowest, depth)
    return depth, lowest


def _font_name(page: Dictionary, embedded: Dictionary) -> str:
    """The name of the font on this page alone: other pages may share the page's resources."""
    resources, fonts = _copied(page.get(Name.Resources)), _copied(page.get(Name.Resources, Dictionary()).get(Name.Font))
    name = "/FStamp"
    while name in fonts:
        name += "x"
    fonts[name] = embedded
    resources.Font = fonts
    page.Resources = resources
    return name


def _copied(found: Any) -> Dictionary:  # noqa: ANN401 - whatever the file has there
    return Dictionary(dict(found.items())) if isinstance(found, Dictionary) else Dictionary()


def _free(pdf: bytes, view: View, width: float, scale: float) -> _Spot | None:
    """The first free place: to the right before the middle and the left, and as high as it can be."""
    image = _top(pdf, (_MARGIN + _DEEPEST + _HEIGHT + _CLEAR) * scale / view.height)
    if image is None:
        return None
    dots = image.width / view.width
    for spot in _spots(view, width, scale):
        left, right = spot.left - _CLEAR * scale, spot.left + width + _CLEAR * scale
        upper = view.height - spot.bottom - spot.height - _CLEAR * scale
        lower = view.height - spot.bottom + _CLEAR * scale
        box = (floor(left * dots), floor(upper * dots), ceil(right * dots), ceil(lower * dots))
        inside = min(box) >= 0 and box[2] <= image.width and box[3] <= image.height
        if inside and min(image.crop(box).tobytes()) >= _BLANK:
            return spot
    return None


def _spots(view: View, width: float, scale: float) -> Iterator[_Spot]:
    margin, height = _MARGIN * scale, _HEIGHT * scale
    for left in (view.width - margin - width, (view.width - width) / 2, margin):
        for down in range(0, _DEEPEST + 1, _STEP):
            yield _Spot(left, view.height - margin - down * scale - height, width, scale)


def _top(pdf: bytes, share: float) -> Image.Image | None:
    """The upper share of the first page as it is seen, in shades of grey, one dot a point or fewer.

    None for a page whose crop box lies outside its media box: nobody can say what is seen of it.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        width, height = page.get_size()
        if not (width and height):
            return None
        scale = min(1.0, _LARGEST * _USUAL / max(width, height))
        crop = (0, height * (1 - min(share, 1.0)), 0, 0)
        image: Image.Image = page.render(scale=scale, crop=crop, grayscale=True).to_pil()
        page.close()
        return image.convert("L")
    finally:
        document.close()
