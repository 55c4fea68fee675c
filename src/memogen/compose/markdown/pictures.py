"""Image files: found, sound and of a size that Word can carry."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from memogen.artifacts import Picture
from memogen.compose.markdown import png
from memogen.files import Stamp
from memogen.workspace import OutsideWorkspaceError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_PICTURE = 40_000_000
_USUAL_DPI = 96.0
_CREDIBLE_DPI = (20.0, 2400.0)


class PictureFault(Exception):
    """An image that cannot be used; ``message`` and ``help`` are for the author."""

    def __init__(self, message: str, help_: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help_


def picture(name: str, alt: str, find: Callable[[str], Path]) -> Picture:
    """The image file ``name``, PNG or JPEG, read to its end.

    Raises:
        PictureFault: it is missing, outside the workspace, too large, broken or of another kind.
    """
    if "://" in name:
        raise PictureFault(f'bilden "{name}" ligger på webben', "spara bilden i arbetsytan och ange den filen")
    try:
        path = find(name)
        stamp = Stamp.of(path)
    except OutsideWorkspaceError:
        raise PictureFault(f'bilden "{name}" ligger utanför arbetsytan', "lägg bilden i arbetsytan") from None
    except OSError:
        raise PictureFault(
            f'bilden "{name}" finns inte eller går inte att läsa',
            "kontrollera sökvägen, som räknas från filen som nämner bilden",
        ) from None
    if stamp.size > LARGEST_FILE:
        limit = LARGEST_FILE // (1024 * 1024)
        raise PictureFault(f'bilden "{name}" är större än {limit} MB', "spara bilden i mindre storlek")
    width, height, dpi = _remembered(path, name, stamp) if stamp.settled else _measured(path, name)
    return Picture(path, alt, width, height, dpi)


@lru_cache(maxsize=64)
def _remembered(path: Path, name: str, _stamp: Stamp) -> tuple[int, int, float]:
    """An image is read to its end once as long as nobody changes it: most are the logotype."""
    return _measured(path, name)


def _measured(path: Path, name: str) -> tuple[int, int, float]:
    with suppress(OSError):
        sound = png.measured(path.read_bytes(), LARGEST_PICTURE)
        if sound is not None:
            return sound[0], sound[1], _credible(sound[2])
    return _measured_by_library(path, name)


def _measured_by_library(path: Path, name: str) -> tuple[int, int, float]:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - most documents need not wait for it

    kinds = ("PNG", "JPEG")
    try:
        with Image.open(path, formats=kinds) as image:
            width, height = image.size
            if width * height > LARGEST_PICTURE:
                raise _too_many_pixels(name)
            dpi = _dpi(image.info.get("dpi"))
            image.verify()
        with Image.open(path, formats=kinds) as image:
            image.load()
    except UnidentifiedImageError:
        raise PictureFault(
            f'bilden "{name}" är varken PNG eller JPEG', "spara bilden som PNG eller JPEG och ange den filen"
        ) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels(name) from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise PictureFault(f'bilden "{name}" är trasig', "öppna bilden i ett bildprogram och spara den igen") from None
    return width, height, dpi


def _too_many_pixels(name: str) -> PictureFault:
    limit = LARGEST_PICTURE // 1_000_000
    return PictureFault(f'bilden "{name}" har mer än {limit} miljoner bildpunkter', "spara bilden i mindre storlek")


def _dpi(found: object) -> float:
    return _credible(float(found[0]) if isinstance(found, tuple) and found else None)


def _credible(dpi: float | None) -> float:
    """Dots per inch as the file says, or the usual figure where it says nothing credible."""
    return dpi if dpi is not None and _CREDIBLE_DPI[0] <= dpi <= _CREDIBLE_DPI[1] else _USUAL_DPI
