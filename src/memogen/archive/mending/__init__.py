"""mending: what LibreOffice 7.4 leaves wrong in an archive PDF is put right, and the file says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.archive.mending.attaching import attach
from memogen.archive.mending.bullets import name_bullets
from memogen.archive.mending.metadata import inscribe
from memogen.archive.mending.sealing import sealed
from memogen.archive.mending.structure import mend_structure
from memogen.archive.opening import opened

if TYPE_CHECKING:
    from memogen.artifacts.act import Attachment, Facts, Level

__all__ = ["conformed", "inscribe", "sealed"]


def conformed(pdf: bytes, facts: Facts, level: Level, attachment: Attachment | None = None) -> bytes:
    """A PDF that LibreOffice made with the archive options, as the archive copy that claims ``level``.

    The metadata is that of ``facts`` and nothing else; ``attachment`` is the source that the document was made
    from. The same arguments give the same bytes, whenever LibreOffice made the PDF. Whether the file keeps what it
    claims is for the check to say.

    Raises:
        ValueError: a file can only be attached to PDF/A-3 (ISO 19005-2, 6.8).
    """
    if attachment is not None and level.part < 3:  # noqa: PLR2004 - the part's own number
        raise ValueError(f"no file can be attached to {level}")
    with opened(pdf) as document:
        mend_structure(document)
        name_bullets(document)
        inscribe(document, facts, level)
        if attachment is not None:
            attach(document, attachment)
        return sealed(document)
