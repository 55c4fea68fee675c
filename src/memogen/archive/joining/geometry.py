"""A page as it is seen, turned and cropped, and where that lies in the page's own coordinates."""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name

_A4 = (0.0, 0.0, 595.0, 842.0)


@dataclass(frozen=True, slots=True)
class View:
    """The seen part of a page in its own coordinates, and how many degrees it is turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int

    @classmethod
    def of(cls, page: Dictionary) -> View:
        """How the page is seen: its crop box within its media box."""
        media = _box(page.get(Name.MediaBox)) or _A4
        crop = _box(page.get(Name.CropBox)) or media
        left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
        right, top = min(media[2], crop[2]), min(media[3], crop[3])
        turned = page.get(Name.Rotate, 0)
        if right <= left or top <= bottom:
            left, bottom, right, top = media
        return cls(left, bottom, right, top, int(turned) % 360 // 90 * 90)

    @property
    def width(self) -> float:
        """The width as seen, in points."""
        return self.top - self.bottom if self.turned in {90, 270} else self.right - self.left

    @property
    def height(self) -> float:
        """The height as seen, in points."""
        return self.right - self.left if self.turned in {90, 270} else self.top - self.bottom

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """What turns seen coordinates (from the lower left corner) into the page's own."""
        return {
            0: (1, 0, 0, 1, self.left, self.bottom),
            90: (0, 1, -1, 0, self.right, self.bottom),
            180: (-1, 0, 0, -1, self.right, self.top),
            270: (0, -1, 1, 0, self.left, self.top),
        }[self.turned]

    def taller(self, by: float) -> View:
        """The same view with more room at its seen top."""
        return View(
            self.left - by * (self.turned == 90),  # noqa: PLR2004 - degrees
            self.bottom - by * (self.turned == 180),  # noqa: PLR2004
            self.right + by * (self.turned == 270),  # noqa: PLR2004
            self.top + by * (self.turned == 0),
            self.turned,
        )

    def show(self, page: Dictionary) -> None:
        """Let the page be seen so."""
        media = _box(page.get(Name.MediaBox)) or _A4
        page.CropBox = Array([self.left, self.bottom, self.right, self.top])
        page.MediaBox = Array(
            [min(media[0], self.left), min(media[1], self.bottom), max(media[2], self.right), max(media[3], self.top)]
        )


def destination(page: Dictionary) -> Array:
    """The top of the page, at the size that the reader has chosen; a page that lies turned is shown whole."""
    view = View.of(page)
    return Array([page, Name.Fit]) if view.turned else Array([page, Name.XYZ, view.left, view.top, 0])


def _box(box: object) -> tuple[float, float, float, float] | None:
    if not isinstance(box, Array) or len(box) != 4:  # noqa: PLR2004 - a rectangle
        return None
    x0, y0, x1, y1 = (float(side) for side in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
