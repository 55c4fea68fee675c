"""The outputs of one input: left alone when nothing has changed, spared when a person has edited them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from memogen import records
from memogen.diagnostics import Diagnostic, Place, Severity
from memogen.errors import OutputError
from memogen.files import file_fingerprint, fingerprint, write_whole
from memogen.records import FOLDER, Record
from memogen.setting import Outcome, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from memogen.setting import Choices, Reading, Setting


def unchanged(path: Path, setting: Setting, record: Record | None) -> Outcome | None:
    """The outcome "unchanged", when everything that the outputs depend on is as it was; else None."""
    choices = setting.choices
    if record is None or choices.force or not record.outputs:
        return None
    ending = {".docx", ".pdf"} if choices.pdf else {".docx"}
    wanted = {name for name in record.outputs if Path(name).suffix in ending}
    if {Path(name).suffix for name in wanted} != ending:
        return None
    if any(str(setting.index.case(number)) != str(found) for number, found in record.cases.items()):
        return None
    if [str(meeting) for meeting in setting.index.meetings_before(path)] != record.meetings:
        return None
    if record.rank != setting.index.rank(path) or not record.inputs_stand() or not record.outputs_stand(wanted):
        return None
    diagnostics = tuple(_from_plain(d) for d in record.diagnostics)
    if choices.strict and any(d.severity is Severity.WARNING for d in diagnostics):
        return None
    outputs = tuple((Path(name), record.outputs[name]) for name in sorted(wanted))
    return Outcome(path, "unchanged", outputs, diagnostics, bilagor=tuple(Path(b) for b in record.bilagor))


def write(
    made: Mapping[Path, bytes],
    reading: Reading,
    diagnostics: tuple[Diagnostic, ...],
    bilagor: tuple[Path, ...],
    is_own: Callable[[Path, bytes], bool],
) -> tuple[tuple[Path, str], ...]:
    """Write the outputs of one input, and the record of how they came about.

    ``is_own`` tells of a file without a record whether memogen made it, so that nobody's work is lost.

    Raises:
        OutputError: a person has edited an output since it was made, or it could not be written.
    """
    setting = reading.setting
    choices = setting.choices
    record = records.read(choices.output, reading.owner)
    _spare_hand_edited(made, record, choices, is_own)
    room = choices.output / FOLDER / "halvfardigt"
    for path, data in made.items():
        write_whole(path, data, room=room)
    prints = {str(path): fingerprint(data) for path, data in made.items()}
    files = {*reading.files, reading.owner, setting.profile_path}
    records.write(
        choices.output,
        reading.owner,
        Record(
            inputs={str(path): file_fingerprint(path) for path in sorted(files)},
            cases={number: str(path) if path else None for number, path in sorted(reading.cases.items())},
            outputs=prints,
            diagnostics=[_to_plain(d) for d in diagnostics],
            bilagor=[str(path) for path in bilagor],
            rank=setting.index.rank(reading.owner),
            meetings=[str(path) for path in reading.meetings],
        ),
    )
    return tuple((Path(path), digest) for path, digest in prints.items())


def _spare_hand_edited(
    made: Mapping[Path, bytes], record: Record | None, choices: Choices, is_own: Callable[[Path, bytes], bool]
) -> None:
    if choices.force:
        return
    for path, data in made.items():
        if not path.exists() or _as_it_was_made(path, data, record, is_own):
            continue
        raise OutputError(
            f'"{shown(path)}" har redigerats för hand sedan den gjordes och skrivs inte över',
            'för över ändringarna till ärendefilen, flytta filen, eller kör med "--force" för att ersätta den',
        )


def _as_it_was_made(path: Path, data: bytes, record: Record | None, is_own: Callable[[Path, bytes], bool]) -> bool:
    found = file_fingerprint(path)
    if found == fingerprint(data):
        return True
    if record is not None and str(path) in record.outputs:
        return record.outputs[str(path)] == found
    try:
        return is_own(path, path.read_bytes())
    except OSError:
        return False


def _to_plain(diagnostic: Diagnostic) -> dict[str, Any]:
    place = {**diagnostic.place._asdict(), "path": str(diagnostic.place.path)}
    return {**diagnostic._asdict(), "severity": diagnostic.severity.value, "place": place}


def _from_plain(plain: dict[str, Any]) -> Diagnostic:
    place = Place(**{**plain["place"], "path": Path(plain["place"]["path"])})
    return Diagnostic(**{**plain, "severity": Severity(plain["severity"]), "place": place})
