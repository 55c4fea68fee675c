"""What kind of file a bilaga is: its content tells, its name may be wrong."""

from __future__ import annotations

import io
import warnings
import zipfile
from pathlib import PurePath
from typing import Final

from PIL import Image

from memogen.artifacts.act import Form

PICTURES: Final = ("PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP", "JPEG2000")
"""The formats that Pillow may try, by its own names."""

_BEGINNING: Final = 1024
"""A PDF may have other bytes before its header, but not many (ISO 32000-1, implementation note 13)."""
_NOTES: Final = frozenset({".yaml", ".yml"})
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the files of Office began before 2007, and how those with a password begin still."""
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
"""How UTF-16 begins, which is text though it has zeros; the load room says what to do about it."""


def form(data: bytes, name: str) -> Form:
    """The kind of the file with this content; only a text, which looks like any other, is known by its ``name``."""
    if b"%PDF-" in data[:_BEGINNING]:
        return Form.PDF
    if data.startswith(b"PK"):
        return Form.WORD if _is_word(data) else Form.UNKNOWN
    if _is_picture(data):
        return Form.IMAGE
    if PurePath(name).suffix.lower() in _NOTES and _is_text(data):
        return Form.MEMOGEN
    return Form.UNKNOWN


def is_locked(data: bytes) -> bool:
    """Whether it is a file of Word, Excel or PowerPoint that opens with a password only."""
    return data.startswith(_OLD_OFFICE) and _LOCKED in data


def _is_word(data: bytes) -> bool:
    """Only the list of names is read: nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


def _is_picture(data: bytes) -> bool:
    """Only the header is read: no pixel is decoded. A picture with too many pixels is one all the same."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow talks of small faults aloud, in English
        try:
            Image.open(io.BytesIO(data), formats=PICTURES).close()
        except Image.DecompressionBombError:
            return True
        except (OSError, ValueError, SyntaxError, TypeError):
            return False
        return True


def _is_text(data: bytes) -> bool:
    return data.startswith(_MARKS) or b"\0" not in data[:_BEGINNING]
