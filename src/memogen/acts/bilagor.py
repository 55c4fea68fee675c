"""The bilagor of an act: each found, read, and brought to an archive PDF in the way of its kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from memogen import behind, pipeline, render
from memogen.acts import printing
from memogen.acts.material import written
from memogen.archive import bilagor as incoming
from memogen.artifacts.act import Brought, Facts, Form
from memogen.diagnostics import Remark
from memogen.errors import Rejected
from memogen.files import safe_name
from memogen.model.sammantrade import Sammantrade
from memogen.setting import Reading, shown
from memogen.workspace import OutsideWorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memogen.artifacts.act import Level
    from memogen.diagnostics import FieldPath
    from memogen.model.bilaga import Bilaga
    from memogen.model.grund import Grund
    from memogen.pipeline import ToPdf

LARGEST = 200 * 2**20
"""Bytes of a bilaga: more than that is no document that somebody reads."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A bilaga that is there: its label (``Bilaga 1``, ``§ 41 bilaga 1``), the field that names it, and its file."""

    label: str
    field: FieldPath
    titel: str
    path: Path
    diarienummer: str = ""
    sekretess: str = ""

    @property
    def name(self) -> str:
        """The name of its PDF below the act, without ending."""
        return f"bilagor/{safe_name(f'{self.label.casefold()}_{self.path.stem}'.replace('§ ', 'paragraf-'))}"


def enclosed(document: Grund, reading: Reading) -> tuple[Enclosed, ...]:
    """The bilagor of a file that are there, in order; a meeting's own first, then its paragraphs'."""
    return tuple(_enclosed(document, reading))


def _enclosed(document: Grund, reading: Reading) -> Iterator[Enclosed]:
    for index, bilaga in enumerate(getattr(document, "bilagor", ())):
        yield from _found(bilaga, f"Bilaga {index + 1}", ("bilagor", index, "fil"), reading)
    if isinstance(document, Sammantrade):
        first, _ = behind.numbers(document, reading)
        for place, (number, paragraf) in enumerate(document.numrerade(first)):
            for index, bilaga in enumerate(paragraf.bilagor):
                field = ("paragrafer", place, "bilagor", index, "fil")
                yield from _found(bilaga, f"§ {number} bilaga {index + 1}", field, reading)


def _found(bilaga: Bilaga, label: str, field: FieldPath, reading: Reading) -> Iterator[Enclosed]:
    """The bilaga, where its file is there; what is missing is the rules' to tell."""
    if bilaga.fil is None:
        return
    try:
        path = reading.named(bilaga.fil)
        there = path.is_file()
    except (OutsideWorkspaceError, OSError, ValueError):
        return
    if there:
        secret = bilaga.sekretess.lagrum if bilaga.sekretess else ""
        yield Enclosed(label, field, bilaga.titel, path, bilaga.diarienummer or "", secret)


def brought(one: Enclosed, facts: Facts, level: Level, reading: Reading, to_pdf: ToPdf) -> Brought:
    """The bilaga as an archive PDF of ``level`` or as near to it as it comes, or why it cannot be one.

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
        found = _memogen(one, level, reading, to_pdf)
    else:
        message = f'"{one.path.name}" är av ett slag som inte går att arkivera'
        return _refused(one, "AR05", message, "spara den som PDF, Word (.docx), PNG eller JPEG")
    return replace(found, remarks=tuple(_at(one, remark) for remark in found.remarks))


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
    """A Word file of somebody else's, printed as it stands."""
    remarks = render.foreign(data)
    if any(remark.code in {"AR05", "AR10"} for remark in remarks):
        return Brought(None, remarks=remarks)
    pdf = to_pdf(data, one.path.name)
    shown_words = render.printed(data)
    kept = printing.brought(pdf, facts, level, shown_words)
    return replace(kept, remarks=(*remarks, *kept.remarks))


def _memogen(one: Enclosed, level: Level, reading: Reading, to_pdf: ToPdf) -> Brought:
    """A memogen file, made into its document."""
    own = Reading(reading.setting, one.path, reading.files)
    checked = pipeline.check(one.path, reading.setting, own)
    if checked.refused(strict=reading.setting.choices.strict):
        message = f'bilagan "{shown(one.path)}" har egna fel'
        return _refused(one, "AR05", message, f'kör "memogen check {shown(one.path)}" och rätta felen där')
    try:
        document = written(checked, own)[0]
    except Rejected as rejected:
        found = rejected.diagnostics[0]
        return Brought(None, remarks=(Remark(found.code, (), found.message, found.help),))
    printed = printing.printed(document, level, to_pdf)
    return Brought(printed.pdf, changed=True, remarks=(*document.remarks, *printed.remarks))


def _refused(one: Enclosed, code: str, message: str, advice: str) -> Brought:
    return Brought(None, remarks=(_at(one, Remark(code, (), message, advice)),))


def _at(one: Enclosed, remark: Remark) -> Remark:
    """The remark at the field that names the bilaga, with its label before it."""
    fields: dict[str, Any] = {"path": one.field, "quote": "", "offset": -1}
    return remark._replace(message=f"{one.label[0].lower()}{one.label[1:]}: {remark.message}", **fields)
