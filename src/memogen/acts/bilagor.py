"""The bilagor of an act: each found, read, and brought to an archive PDF in the way of its kind."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from memogen import behind, pipeline, render
from memogen.acts import printing
from memogen.acts.material import main, written
from memogen.archive import bilagor as incoming
from memogen.artifacts.act import Brought, Facts, Form
from memogen.diagnostics import Remark, Severity
from memogen.errors import Rejected
from memogen.files import safe_name
from memogen.model.sammantrade import Sammantrade
from memogen.setting import Reading, shown
from memogen.workspace import OutsideWorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from memogen.acts.material import Written
    from memogen.artifacts.act import Level
    from memogen.diagnostics import FieldPath
    from memogen.model.bilaga import Bilaga
    from memogen.model.grund import Grund
    from memogen.pipeline import ToPdf

_TAKEN = frozenset({".pdf", ".docx", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp"})
_LOWER = str.maketrans("ÅÄÖ", "åäö")
"""What a file name has of letters, where å, ä and ö are small only."""
LARGEST = 200 * 2**20
"""Bytes of a bilaga: more than that is no document that somebody reads."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A bilaga that is there: its label (``Bilaga 1``, ``§ 41 bilaga 1``), the field that names it, and its file.

    ``paragraf`` is the number of the paragraph that it belongs to, in a meeting.
    """

    label: str
    field: FieldPath
    titel: str
    path: Path
    diarienummer: str = ""
    sekretess: str = ""
    paragraf: str = ""

    @property
    def name(self) -> str:
        """The name of its PDF below the act, without ending."""
        stem = unicodedata.normalize("NFC", self.path.stem).translate(_LOWER)
        return f"bilagor/{safe_name(f'{self.label.casefold()}_{stem}'.replace('§ ', 'paragraf-'))}"


def enclosed(document: Grund, reading: Reading) -> tuple[Enclosed, ...]:
    """The bilagor of a file that are there, in order; a meeting's own first, then its paragraphs'."""
    return tuple(one for named in _named(document, reading) for one in _found(named, reading))


def outside(document: Grund, reading: Reading) -> tuple[str, ...]:
    """The bilagor that secrecy keeps out of the act: those without a file, with number, title and provision."""
    return tuple(
        f"{named.label[0].lower()}{named.label[1:]}, {named.bilaga.titel} ({named.bilaga.sekretess.lagrum})"
        for named in _named(document, reading)
        if named.bilaga.fil is None and named.bilaga.sekretess
    )


class _Named(NamedTuple):
    bilaga: Bilaga
    label: str
    field: FieldPath
    paragraf: str = ""


def _named(document: Grund, reading: Reading) -> Iterator[_Named]:
    for index, bilaga in enumerate(getattr(document, "bilagor", ())):
        yield _Named(bilaga, f"Bilaga {index + 1}", ("bilagor", index, "fil"))
    if isinstance(document, Sammantrade):
        first, _ = behind.numbers(document, reading)
        for place, (number, paragraf) in enumerate(document.numrerade(first)):
            for index, bilaga in enumerate(paragraf.bilagor):
                field = ("paragrafer", place, "bilagor", index, "fil")
                yield _Named(bilaga, f"§ {number} bilaga {index + 1}", field, str(number))


def _found(named: _Named, reading: Reading) -> Iterator[Enclosed]:
    """The bilaga, where its file is there; what is missing is the rules' to tell."""
    bilaga, label, field, paragraf = named
    if bilaga.fil is None:
        return
    try:
        path = reading.named(bilaga.fil)
        there = path.is_file()
    except (OutsideWorkspaceError, OSError, ValueError):
        return
    if there:
        secret = bilaga.sekretess.lagrum if bilaga.sekretess else ""
        yield Enclosed(label, field, bilaga.titel, path, bilaga.diarienummer or "", secret, paragraf)


class Made(NamedTuple):
    """What a memogen file that is a bilaga was made into: its main document, None where it cannot be made."""

    document: Written | None
    remarks: tuple[Remark, ...]


def made(enclosed: Iterable[Enclosed], reading: Reading) -> dict[Enclosed, Made]:
    """Those of the bilagor that are memogen files, as Word."""
    return {one: _made(one, reading) for one in enclosed if _is_memogen(one.path)}


def _is_memogen(path: Path) -> bool:
    """Whether it is a memogen file; a file of hundreds of megabytes with another name is not read for this."""
    if path.suffix.lower() not in {".yaml", ".yml"}:
        return False
    data = _content(path)
    return data is not None and incoming.form(data, path.name) is Form.MEMOGEN


def brought(one: Enclosed, facts: Facts, level: Level, notes: Mapping[Enclosed, Made], to_pdf: ToPdf) -> Brought:
    """The bilaga as an archive PDF of ``level`` or as near to it as it comes, or why it cannot be one.

    ``notes`` are those of the bilagor that are memogen files.

    Raises:
        ToolError: a program is missing or failed.
    """
    data = _content(one.path)
    if data is None:
        advice = f"se efter att filen får läsas och är mindre än {LARGEST // 2**20} MB"
        return _refused(one, "AR05", f'filen "{one.path.name}" går inte att läsa in', advice)
    own = _facts(one, facts)
    form = incoming.form(data, one.path.name)
    if form in {Form.PDF, Form.IMAGE}:
        found = incoming.brought(data, own, level)
    elif form is Form.WORD:
        found = _word(data, one, own, level, to_pdf)
    elif form is Form.MEMOGEN:
        found = _memogen(notes.get(one), level, to_pdf)
    else:
        return _refused(one, "AR05", *_unknown(data, one.path))
    return replace(found, remarks=tuple(_at(one, remark) for remark in found.remarks))


def _unknown(data: bytes, path: Path) -> tuple[str, str]:
    """What is wrong with a file of no known kind, and what to do about it."""
    if not data:
        return f'filen "{path.name}" är tom (0 byte)', "lägg in filen på nytt från den plats som den kom ifrån"
    if incoming.is_locked(data):
        advice = "öppna filen i Office, ta bort lösenordet under Arkiv, Info och Skydda dokument, och spara den"
        return f'"{path.name}" är skyddad med lösenord', advice
    if path.suffix.lower() in _TAKEN:
        message = f'"{path.name}" är inte en sådan fil som namnet säger'
        return message, "öppna filen i programmet som den gjordes i, och spara den som PDF"
    return f'"{path.name}" är av ett slag som inte går att arkivera', "spara den som PDF, Word (.docx), PNG eller JPEG"


def _content(path: Path) -> bytes | None:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError:
        return None
    return data if len(data) <= LARGEST else None


def _facts(one: Enclosed, facts: Facts) -> Facts:
    return replace(
        facts,
        titel=one.titel,
        handlingstyp="Bilaga",
        diarienummer=one.diarienummer or facts.diarienummer,
        sekretess=one.sekretess or facts.sekretess,
        mall="",
    )


def _word(data: bytes, one: Enclosed, facts: Facts, level: Level, to_pdf: ToPdf) -> Brought:
    """A Word file of somebody else's, printed as it was saved."""
    remarks = render.foreign(data)
    if any(remark.code in {"AR05", "AR10"} for remark in remarks):
        return Brought(None, remarks=remarks)
    saved = render.frozen(data)
    pdf = to_pdf(saved, one.path.name)
    shown_words = render.printed(saved, foreign=True)
    kept = printing.brought(pdf, facts, level, shown_words)
    return replace(kept, remarks=(*remarks, *map(_said_of_word, kept.remarks)))


def _said_of_word(remark: Remark) -> Remark:
    """The remark with its advice about the Word file: neither the case nor a template has anything to do with it."""
    advice = remark.help
    for place in (", varken i ärendet eller i mallen", " i ärendet eller i mallen", " i mallen"):
        advice = advice.replace(place, " i Word-filen")
    return remark._replace(help=advice)


def _made(one: Enclosed, reading: Reading) -> Made:
    """A memogen file's document. Only the main one comes along, and no bilagor of its own: that is said."""
    own = Reading(reading.setting, one.path, reading.files)
    checked = pipeline.check(one.path, reading.setting, own)
    if checked.document is None or checked.refused(strict=reading.setting.choices.strict):
        message = f'bilagan "{shown(one.path)}" har egna fel'
        advice = f'kör "memogen check {shown(one.path)}" och rätta felen där'
        return Made(None, (Remark("AR05", (), message, advice),))
    try:
        document = main(written(checked, own))
    except Rejected as rejected:
        found = rejected.diagnostics[0]
        return Made(None, (Remark(found.code, (), found.message, found.help),))
    return Made(document, (*_left_behind(checked.document), *document.remarks))


def _left_behind(document: Grund) -> Iterator[Remark]:
    holders = (document, *getattr(document, "paragrafer", ()))
    count = sum(len(getattr(holder, "bilagor", ())) for holder in holders)
    if count:
        yield Remark(
            "AR08",
            (),
            f"bilagans egna bilagor ({count} st.) följer inte med i akten",
            "nämn dem bland bilagorna här också, om de hör hit",
            severity=Severity.WARNING,
        )


def _memogen(made: Made | None, level: Level, to_pdf: ToPdf) -> Brought:
    """A memogen file's document, printed."""
    if made is None or made.document is None:
        changed = Remark("AR05", (), "bilagan ändrades medan den lästes", "kör kommandot igen")
        return Brought(None, remarks=made.remarks if made else (changed,))
    printed = printing.printed(made.document, level, to_pdf)
    return Brought(printed.pdf, changed=True, remarks=(*made.remarks, *printed.remarks))


def _refused(one: Enclosed, code: str, message: str, advice: str) -> Brought:
    return Brought(None, remarks=(_at(one, Remark(code, (), message, advice)),))


def _at(one: Enclosed, remark: Remark) -> Remark:
    """The remark at the field that names the bilaga, with its label before it."""
    fields: dict[str, Any] = {"path": one.field, "quote": "", "offset": -1}
    return remark._replace(message=f"{one.label[0].lower()}{one.label[1:]}: {remark.message}", **fields)
