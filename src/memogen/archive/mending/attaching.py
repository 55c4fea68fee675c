"""The source inside the PDF, as an associated file (ISO 19005-3, 6.8 and annex E)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Stream, String

from memogen.archive.mending.metadata import pdf_date

if TYPE_CHECKING:
    from pikepdf import Pdf

    from memogen.artifacts.act import Attachment


def attach(document: Pdf, attachment: Attachment) -> None:
    """Put the file in, as the source of the whole document."""
    digest = hashlib.md5(attachment.data, usedforsecurity=False).digest()  # the format asks for MD5
    params = Dictionary(Size=len(attachment.data), CheckSum=String(digest))
    if attachment.datum:
        params.ModDate = String(pdf_date(attachment.datum))
    stream = Stream(
        document, attachment.data, Type=Name.EmbeddedFile, Subtype=Name(f"/{attachment.mime}"), Params=params
    )
    embedded = document.make_indirect(stream)
    specification = document.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name.Source,
            EF=Dictionary(F=embedded, UF=embedded),
        )
    )
    root = document.Root
    if Name.Names not in root:
        root.Names = Dictionary()
    root.Names.EmbeddedFiles = Dictionary(Names=Array([String(attachment.name), specification]))
    root.AF = Array([specification])
