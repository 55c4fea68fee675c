"""archive: what leaves the house is looked over first. The only room that knows PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memogen.diagnostics import Remark

__all__ = ["pdf_remarks"]


def pdf_remarks(pdf: bytes, paragraphs: Iterable[str], images: int) -> Iterator[Remark]:
    """What the PDF lacks of the document it was made from (:mod:`memogen.archive.inspection`).

    Raises:
        ToolError: the file is no PDF, or a broken one.
    """
    from memogen.archive.inspection import pdf_remarks as remarks  # noqa: PLC0415 - the other corners need no pdfium

    yield from remarks(pdf, paragraphs, images)
