"""What a finished Word file tells of itself: whether memogen made it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def is_own(path: Path, data: bytes) -> bool:
    """Whether memogen made a file that stands where an output should go, and nobody has saved it since.

    Word and LibreOffice write their own name into ``docProps/app.xml`` when they save. A PDF is not edited:
    it is always taken for our own.
    """
    if path.suffix != ".docx":
        return True
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return b"<Application>memogen</Application>" in package.read("docProps/app.xml")
    except (zipfile.BadZipFile, KeyError, OSError):
        return False
