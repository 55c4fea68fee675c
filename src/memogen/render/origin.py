"""What a finished Word file tells of itself: whether memogen made it, and how many images it shows."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

_DRAWN = re.compile(rb"<a:blip\b")
_SHOWN = re.compile(r"word/(?:document|footnotes|header\d*|footer\d*)\.xml")


def images(docx: bytes) -> int:
    """The number of images in the body, the notes, the headers and the footers of a Word file that memogen made."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return sum(len(_DRAWN.findall(package.read(name))) for name in package.namelist() if _SHOWN.fullmatch(name))


def is_own(path: Path, data: bytes) -> bool:
    """Whether memogen made a file that stands where an output should go, and nobody has saved it since.

    Word and LibreOffice write their own name into ``docProps/app.xml`` when they save. A PDF is not edited:
    it is always taken for our own.
    """
    if Path(path).suffix != ".docx":
        return True
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return b"<Application>memogen</Application>" in package.read("docProps/app.xml")
    except (zipfile.BadZipFile, KeyError, OSError):
        return False
