"""A bilaga on its way to PDF/A: mended where that is enough, photographed where it is not, refused where nothing is.

What comes out is what the room's own check says that it is: the highest level that holds, never one that was wished.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, NoReturn

from pikepdf import Name, ObjectStreamMode, PdfError
from pikepdf.pdfa import prepare
from pypdfium2 import PdfiumError

from memogen.archive.bilagor.cleaning import cleaned
from memogen.archive.bilagor.colours import define_inks
from memogen.archive.bilagor.drawing import book
from memogen.archive.bilagor.fonts import embed
from memogen.archive.bilagor.kinds import form
from memogen.archive.bilagor.opening import opened
from memogen.archive.bilagor.pictures import drawings, frames
from memogen.archive.bilagor.rasters import photographed
from memogen.archive.bilagor.recognition import recognised, settle
from memogen.archive.bilagor.refusal import PRINT, Refused, too_large
from memogen.archive.bilagor.texts import losses, pages
from memogen.archive.checking import findings, verdict
from memogen.archive.mending import inscribe
from memogen.artifacts.act import Brought, Form, Level
from memogen.diagnostics import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Pdf

    from memogen.archive.bilagor.texts import Page
    from memogen.artifacts.act import Facts

_MALFORMED: Final = (
    PdfError,
    PdfiumError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What the libraries raise where a value in the file is not of the kind that the standard wants."""
_NO_FAULT: Final = "TI03"
_PHOTOGRAPHED: Final = Remark(
    "AR07",
    (),
    "bilagan gick bara att arkivera som bilder av sidorna, med texten som Tesseract läser i dem",
    "spara bilagan som PDF/A i programmet som den gjordes i, och lägg in den i stället",
)


def brought(data: bytes, facts: Facts, level: Level) -> Brought:
    """The PDF or the image file as PDF/A of the part that ``level`` has; its metadata is that of ``facts``.

    A PDF that is PDF/A already, by the check and not by its own word, comes back as the very bytes, unless it has
    pages that are pictures with neither text nor tags. An image keeps the whole ``level``; another PDF the highest
    letter that holds: ``a`` and PDF/UA only where it was so before.

    Raises:
        ToolError: pages have to be read by Tesseract, and it is not there or knows no Swedish.
    """
    try:
        match form(data, ""):
            case Form.IMAGE:
                return _picture(data, facts, level)
            case Form.PDF:
                return _pdf(data, facts, level)
            case _:
                return _refused(Refused("bilagan är varken en PDF-fil eller en bild", PRINT))
    except Refused as refused:
        return _refused(refused)
    except MemoryError:
        return _refused(too_large("den tar mer minne än en bilaga får ta"))
    except _MALFORMED:
        return _refused(Refused("bilagan följer inte sin standard, och går inte att göra till PDF/A", PRINT))


def _refused(why: Refused) -> Brought:
    return Brought(None, remarks=(why.remark,))


def _picture(data: bytes, facts: Facts, level: Level) -> Brought:
    drawn = drawings(data)
    with book(drawn, facts.titel) as document:
        if any(drawing.is_scan for drawing in drawn):
            pdf = _read(_bytes(document), len(drawn), facts, _letters(level.part)) or _refuse()
        else:
            prepare(document, f"{level.part}b")
            pdf = _sealed(document, facts, (level,)) or _refuse()
    return Brought(pdf, remarks=tuple(_moving(data)))


def _moving(data: bytes) -> Iterator[Remark]:
    count = frames(data)
    if count > 1:
        message = f"bilagan är en rörlig bild: av dess {count} bilder finns alla utom den första bara i originalet"
        yield Remark("AR07", (), message, "lägg in de bilder som behövs som bilagor var för sig")


def _pdf(data: bytes, facts: Facts, level: Level) -> Brought:
    with opened(data) as document:
        before = pages(data)
        found = verdict(data).level
        tagged = found is not None and found.letter == "a"
        scanned = not tagged and any(page.is_scan for page in before)
        if found and found.part <= level.part and not scanned:
            return Brought(data, changed=False)
        claims = (*_claimed(found, level.part), *_letters(level.part))
        remarks = cleaned(document, level.part)
        embed(document)
        define_inks(document)
        mended = _bytes(document)
        sealed = None if scanned else _sealed(document, facts, claims)
    if scanned:
        sealed = _read(mended, len(before), facts, claims)
    if sealed:
        return _compared(sealed, before, remarks)
    return _compared(_photographed(mended, facts, level), before, (*remarks, _PHOTOGRAPHED), words=False)


def _claimed(found: Level | None, part: int) -> Iterator[Level]:
    if found and (found.letter == "a" or found.ua):
        yield Level(part, found.letter, found.ua)


def _letters(part: int) -> tuple[Level, ...]:
    return Level(part, "u", ua=False), Level(part, "b", ua=False)


def _read(pdf: bytes, count: int, facts: Facts, claims: tuple[Level, ...]) -> bytes | None:
    """Scanned pages with their text behind them; None where they keep none of the claims."""
    with opened(recognised(pdf, count)) as document:
        settle(document)
        cleaned(document, claims[0].part)
        return _sealed(document, facts, claims)


def _photographed(pdf: bytes, facts: Facts, level: Level) -> bytes:
    drawn = photographed(pdf)
    with book(drawn, facts.titel) as document:
        plain = _bytes(document)
    return _read(plain, len(drawn), facts, _letters(level.part)) or _refuse()


def _compared(pdf: bytes, before: tuple[Page, ...], remarks: tuple[Remark, ...], *, words: bool = True) -> Brought:
    lost = tuple(losses(before, pages(pdf), words=words))
    return Brought(None if lost else pdf, remarks=(*remarks, *lost))


def _refuse() -> NoReturn:
    raise Refused("bilagan går inte att göra till PDF/A", PRINT)


def _sealed(document: Pdf, facts: Facts, claims: tuple[Level, ...]) -> bytes | None:
    """The document with the first of the claims that it keeps; None where it keeps none."""
    for claim in claims:
        inscribe(document, facts, claim)
        pdf = _bytes(document)
        if not any(finding.code != _NO_FAULT for finding in findings(pdf, claim)):
            return pdf
    return None


def _bytes(document: Pdf) -> bytes:
    """The document as PDF 1.7, the newest that PDF/A knows, without chance and without the time."""
    if Name.ID in document.trailer:
        del document.trailer.ID
    file = io.BytesIO()
    document.save(
        file,
        deterministic_id=True,
        force_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        recompress_flate=False,
    )
    return file.getvalue()
