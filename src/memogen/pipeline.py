"""The corridor: one file through the rooms. The only module that knows the order.

load → validate → (rules) → compose → render → convert → archive
"""

from __future__ import annotations

import time
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from memogen import behind, compose, faces, filing, load, rules, validate
from memogen.diagnostics import Diagnostic, Remark, Severity
from memogen.errors import MemogenError, Rejected
from memogen.model.nyckel import fold
from memogen.rules.grund import Context
from memogen.setting import Checked, Outcome, Reading, Setting, failed, shown
from memogen.workspace import OutsideWorkspaceError, shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from memogen.artifacts import Memo
    from memogen.model.grund import Grund
    from memogen.model.profil import Profil
    from memogen.setting import Choices
    from memogen.workspace import Workspace

ToPdf: TypeAlias = "Callable[[bytes, str], bytes]"
"""How a Word document, with its name, becomes a PDF."""


def prepare(workspace: Workspace, choices: Choices, inputs: Iterable[Path] = ()) -> Setting:
    """Read the profile.

    Raises:
        Rejected: the profile has errors.
    """
    began = time.time_ns()
    path = workspace.profile or shipped("memogen.yaml")
    source, faults = load.readable(path, display=shown(path))
    profil, remarks = validate.profil(source)
    templates = _missing_templates(profil, workspace, path) if profil else ()
    found = validate.diagnostics((*remarks, *templates), source, profil.regler if profil else {})
    diagnostics = validate.beside(faults, found)
    if profil is None or any(d.severity is Severity.ERROR for d in diagnostics):
        raise Rejected(diagnostics)
    index = filing.Index(workspace, profil, tuple(path for path in inputs if not workspace.has_listed(path)))
    return Setting(workspace, profil, path, choices, index, diagnostics, began)


def check(path: Path, setting: Setting, reading: Reading | None = None) -> Checked:
    """Every remark about one file; nothing is written."""
    reading = reading or Reading(setting, path)
    try:
        source, faults = load.readable(path, display=shown(path))
    except Rejected as rejected:
        return Checked(rejected.diagnostics)
    validated = validate.document(source, setting.profil)
    remarks = list(validated.remarks)
    document = validated.document
    memos: tuple[Memo, ...] = ()
    if document is not None:
        found = behind.cases(document, reading, check)
        first, previous = behind.numbers(document, reading)
        memos, said = compose.memos(document, _words(document, reading, found, first))
        context = Context(
            setting.profil,
            path.stem,
            reading.status,
            found.arenden.get(getattr(document, "arende", None) or ""),
            arenden=found.arenden,
            forsta_paragraf=first,
            foregaende=previous,
            protokoll=behind.Minutes(reading),
            ansikte=faces.faces(reading),
        )
        remarks += [*found.remarks, *rules.remarks(document, context), *said]
    diagnostics = validate.diagnostics(remarks, source, setting.profil.regler)
    if faults:
        return Checked(validate.beside(faults, diagnostics))
    return Checked(diagnostics, document, memos, source)


def words(document: Grund, reading: Reading) -> compose.Context:
    """What the words of a document that has been checked may draw on."""
    return _words(document, reading, behind.cases(document, reading, check), behind.numbers(document, reading)[0])


def _words(document: Grund, reading: Reading, found: behind.Behind, first: int) -> compose.Context:
    """What the words may draw on: paths of pictures are relative to the file that names them."""
    setting = reading.setting
    number = getattr(document, "arende", None) or ""
    case_reading = found.readings.get(number, reading)
    return compose.Context(
        setting.profil,
        reading.named,
        found.arenden.get(number),
        case_reading.named,
        Reading(setting, setting.profile_path, reading.files).named,
        arenden={
            text: compose.CaseBehind(arende, found.readings[text].named) for text, arende in found.arenden.items()
        },
        forsta_paragraf=first,
    )


def unchanged(path: Path, setting: Setting) -> Outcome | None:
    """The outcome "unchanged", when all that the file's outputs depend on is as it was when they were made."""
    from memogen import outputs, records  # noqa: PLC0415 - "check" is quick because it makes nothing

    started = time.perf_counter()
    outcome = outputs.unchanged(path, setting, records.read(setting.choices.output, path))
    return outcome and outcome._replace(seconds=round(time.perf_counter() - started, 4))


def make(path: Path, setting: Setting, to_pdf: ToPdf | None = None) -> Outcome:
    """Make the documents of one file unless nothing has changed, or tell why not.

    What is wrong with the file never raises.
    """
    return unchanged(path, setting) or make_anew(path, setting, to_pdf)


def make_anew(path: Path, setting: Setting, to_pdf: ToPdf | None = None) -> Outcome:
    """The same for a file that is known to have changed."""
    started = time.perf_counter()
    reading = Reading(setting, path)
    checked = check(path, setting, reading)
    outcome = Outcome(path, "refused", diagnostics=checked.diagnostics, exit_code=Rejected.exit_code)
    if not checked.refused(strict=setting.choices.strict):
        outcome = _poured(checked, reading, to_pdf)
    bilagor = _memogen_bilagor(checked.document, reading)
    return outcome._replace(bilagor=bilagor, seconds=round(time.perf_counter() - started, 4))


def _poured(checked: Checked, reading: Reading, to_pdf: ToPdf | None) -> Outcome:
    """The words poured into Word, and on to PDF when that was asked for; written when all of it is sound."""
    from memogen import outputs, render  # noqa: PLC0415 - as above

    path, only = reading.owner, reading.setting.choices.only
    memos = [memo for memo in checked.memos if not only or memo.kind in only]
    if not memos:
        return Outcome(path, "skipped", diagnostics=checked.diagnostics)
    made: dict[Path, bytes] = {}
    kinds: dict[Path, str] = {}
    diagnostics = checked.diagnostics
    try:
        for memo in memos:
            documents, found = _documents(checked, memo, reading, to_pdf)
            made |= documents
            kinds |= dict.fromkeys(documents, memo.kind)
            diagnostics = (*diagnostics, *found)
        if any(d.severity is Severity.ERROR for d in diagnostics):
            return Outcome(path, "refused", diagnostics=diagnostics, exit_code=Rejected.exit_code)
        bilagor = _memogen_bilagor(checked.document, reading)
        written = outputs.write(outputs.Made(made, kinds), reading, diagnostics, bilagor, render.is_own)
        return Outcome(path, "written", written, diagnostics, read=reading.everything)
    except MemogenError as error:
        return failed(path, error, checked.diagnostics)


def _documents(
    checked: Checked, memo: Memo, reading: Reading, to_pdf: ToPdf | None
) -> tuple[dict[Path, bytes], tuple[Diagnostic, ...]]:
    """The bytes of each form of one document by path, and what the pouring and the printing remark on."""
    from memogen import outputs  # noqa: PLC0415 - as above

    made, remarks = poured(memo, _place(memo, checked, reading), reading, to_pdf)
    for pdf in outputs.outdated(made, reading):
        message = f'"{shown(pdf)}" är gjord innan ärendet ändrades'
        remarks.append(Remark("PD04", (), message, 'gör om den med "--pdf", eller ta bort den'))
    assert checked.source is not None  # noqa: S101 - a memo always has a source
    return made, validate.diagnostics(remarks, checked.source, reading.setting.profil.regler, late=True)


def poured(memo: Memo, place: Path, reading: Reading, to_pdf: ToPdf | None) -> tuple[dict[Path, bytes], list[Remark]]:
    """One memo as the bytes of a Word document and, when asked for, of a PDF; ``place`` lacks the ending.

    Raises:
        Rejected: the template is wrong.
        ToolError: LibreOffice is missing or failed.
    """
    from memogen import render  # noqa: PLC0415 - as above

    rendered = render.docx(memo, template(memo.kind, reading))
    made = {place.with_name(place.name + ".docx"): rendered.data}
    remarks = list(rendered.remarks)
    if to_pdf is not None:
        from memogen import archive  # noqa: PLC0415 - only who wants PDF pays for its libraries

        pdf = to_pdf(rendered.data, place.name)
        printed = render.printed(rendered.data)
        remarks += archive.pdf_remarks(pdf, printed.paragraphs, printed.images)
        made[place.with_name(place.name + ".pdf")] = pdf
    return made, remarks


def _place(memo: Memo, checked: Checked, reading: Reading) -> Path:
    """Where the document is filed, without its ending."""
    setting = reading.setting
    assert checked.document is not None  # noqa: S101 - a memo always has a document
    wanted = filing.slot(checked.document, memo, reading.owner.stem, setting.profil)
    slot = setting.index.claimed(wanted, reading.owner)
    return setting.choices.output.joinpath(slot.folder, slot.name)


def template(kind: str, reading: Reading) -> Path:
    """The template for a kind of document: the profile's, the workspace's own, or the shipped one."""
    setting = reading.setting
    named = setting.profil.mallar.get(kind)
    path = _own_template(setting.workspace, kind)
    reading.files.add(path)
    if named is not None:
        path = setting.workspace.named_by(setting.profile_path, named)
    elif not path.is_file():
        path = shipped("templates", f"{kind}.docx")
    reading.files.add(path)
    return path


@lru_cache(maxsize=64)
def _own_template(workspace: Workspace, kind: str) -> Path:
    """Where the workspace may have its own template; every document asks."""
    return workspace.templates / f"{kind}.docx"


def _missing_templates(profil: Profil, workspace: Workspace, profile_path: Path) -> Iterator[Remark]:
    """The templates that the profile names and that are not there."""
    for kind, named in profil.mallar.items():
        try:
            fault = "" if workspace.named_by(profile_path, named).is_file() else "finns inte"
        except OutsideWorkspaceError:
            fault = "ligger utanför arbetsytan"
        except (OSError, ValueError):
            fault = "finns inte"
        if fault:
            help_text = "rätta sökvägen; den räknas från profilens mapp"
            yield Remark("PF03", ("mallar", kind), f'mallen "{named}" {fault}', help_text)


def _memogen_bilagor(document: Grund | None, reading: Reading) -> tuple[Path, ...]:
    """The bilagor that are memogen files: they are made together with the case that names them."""
    found = []
    for bilaga in getattr(document, "bilagor", ()):
        if bilaga.fil and fold(bilaga.fil).endswith((".yaml", ".yml")):
            try:
                path = reading.named(bilaga.fil)
            except OutsideWorkspaceError:
                continue
            found += [path] if path.is_file() and path != reading.owner else []
    return tuple(found)
