"""A Word file that somebody else has made: may it be printed as it stands?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen.diagnostics import Remark
from memogen.render import package
from memogen.render.faults import TemplateFault
from memogen.render.hidden import STYLES, Hidden
from memogen.render.members import DOCUMENT
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_W: Final = f"{{{W}}}"
_CHANGES: Final = tuple(
    f"{_W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange"),
    )
)
_FORMULA: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_INSERTED: Final = f"{_W}altChunk"
_EMBEDDED: Final = "word/embeddings/"
_DOCUMENT: Final = f"{_W}document"
_PRINT: Final = "öppna filen i Word, spara den som PDF och lägg in PDF-filen i stället"
_COMMENTS: Final = "word/comments.xml"
_COMMENT: Final = f"{_W}comment"


def foreign(docx: bytes) -> tuple[Remark, ...]:
    """What hinders the file from being printed for an archive (AR05, AR10), and what the printout lacks (AR07).

    The file is held to the limits of a template: its size, macros, what it would fetch from elsewhere.
    """
    try:
        members = package.read(docx, foreign=True)
        return tuple(_remarks(members))
    except TemplateFault as fault:
        # The limits are those of templates, and so are their words.
        return (Remark("AR05", (), _said_of_a_file(fault.message), _said_of_a_file(fault.advice)),)


def _said_of_a_file(text: str) -> str:
    return text.replace("mallen", "Word-filen").replace("en mall", "en Word-fil")


def _has_hidden_words(part: etree._Element, hidden: Hidden) -> bool:
    runs = (run for run in part.iter(f"{_W}r") if hidden.hides(run))
    return any((text.text or "").strip() for run in runs for text in run.iter(f"{_W}t"))


def _remarks(members: Mapping[str, bytes]) -> Iterator[Remark]:
    parts = [name for name in members if name.startswith("word/") and name.endswith(".xml")]
    yield from _not_printed(members)
    if any(next(package.parse(members[name]).iter(*_CHANGES), None) is not None for name in parts):
        advice = "öppna filen i Word, godkänn eller avvisa alla ändringar under Granska och spara"
        yield Remark("AR10", (), "Word-filen har ändringar som ingen har godkänt eller avvisat", advice)
    hidden = Hidden(package.parse(members[STYLES]) if STYLES in members else None)
    if any(_has_hidden_words(package.parse(members[name]), hidden) for name in parts):
        advice = "gör den synlig eller ta bort den i Word, om den inte bara ska finnas där"
        yield Remark("AR07", (), "Word-filens dolda text finns bara i originalet", advice)
    comments = members.get(_COMMENTS)
    if comments is not None and (count := sum(1 for _ in package.parse(comments).iter(_COMMENT))):
        advice = "ta bort kommentarerna i Word om de inte ska bevaras"
        yield Remark("AR07", (), f"Word-filens kommentarer ({count}) finns bara i originalet", advice)
    if count := sum(1 for name in members if name.startswith(_EMBEDDED)):
        advice = "lägg det inbäddade som en bilaga för sig, om det hör till beslutsunderlaget"
        yield Remark("AR07", (), f"Word-filens inbäddade filer ({count} st.) finns bara i originalet", advice)


def _not_printed(members: Mapping[str, bytes]) -> Iterator[Remark]:
    """What LibreOffice would leave out without a word, or what cannot be looked through."""
    body = package.parse(members[DOCUMENT])
    if body.tag != _DOCUMENT:
        advice = 'öppna filen i Word och spara den som "Word-dokument (.docx)", inte "Strikt Open XML-dokument"'
        yield Remark("AR05", (), "Word-filen är sparad i ett format som memogen inte läser (Strikt Open XML)", advice)
    if any(True for _ in body.iter(_INSERTED)):
        yield Remark("AR05", (), "Word-filen har ett annat dokument infogat, som inte kommer med i PDF-filen", _PRINT)
    formulas = sum(
        sum(1 for _ in package.parse(content).iter(_FORMULA))
        for name, content in members.items()
        if name.startswith("word/") and name.endswith(".xml") and b"oMath" in content
    )
    if formulas:
        yield Remark("AR05", (), f"Word-filens formler ({formulas} st.) kan gå förlorade i PDF-filen", _PRINT)
