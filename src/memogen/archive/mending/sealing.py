"""The finished PDF as bytes that are the same every time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from pikepdf import Name, ObjectStreamMode, Stream

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_DATE: Final = slice(24, 36)
"""Where the header of an ICC profile has the time of its making (ICC.1, 7.2)."""
_FINGERPRINT: Final = slice(84, 100)
_ANY_DATE: Final = bytes.fromhex("07d0 0001 0001 0000 0000 0000")
"""The beginning of 2000: six numbers of two bytes, as the header has them."""


def sealed(document: Pdf) -> bytes:
    """The document as bytes, without the time of its making and without LibreOffice's chance numbers."""
    for key in (Name.DocChecksum, Name.ID):
        if key in document.trailer:
            del document.trailer[key]
    for intent in document.Root.get(Name.OutputIntents, ()):
        _forget_date(intent.get(Name.DestOutputProfile))
    data = io.BytesIO()
    document.save(
        data,
        deterministic_id=True,
        fix_metadata_version=False,  # the metadata says no version of PDF: the file's own is enough
        object_stream_mode=ObjectStreamMode.generate,
    )
    return data.getvalue()


def _forget_date(profile: Object | None) -> None:
    """LibreOffice makes its colour profile anew for each file, and dates it."""
    if not isinstance(profile, Stream):
        return
    data = bytearray(profile.read_bytes())
    data[_DATE] = _ANY_DATE
    data[_FINGERPRINT] = bytes(16)
    profile.write(bytes(data))
