"""The outputs of one input: left alone when nothing has changed, spared when a person has edited them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from memogen import records
from memogen.diagnostics import Severity
from memogen.errors import OutputError
from memogen.files import as_it_was, file_fingerprint, fingerprint, is_there, write_whole
from memogen.records import Record
from memogen.setting import Outcome, shown, told_again

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from memogen.diagnostics import Diagnostic
    from memogen.setting import Choices, Reading, Setting


def unchanged(path: Path, setting: Setting, record: Record | None) -> Outcome | None:
    """The outcome "unchanged", when everything that the outputs depend on is as it was; else None."""
    if record is None or setting.choices.force:
        return None
    wanted = _wanted(record, setting.choices)
    if not wanted:
        return None
    if any(str(setting.index.case(number)) != str(found) for number, found in record.cases.items()):
        return None
    if [str(meeting) for meeting in setting.index.meetings_before(path)] != record.meetings:
        return None
    if record.rank != setting.index.rank(path) or not record.inputs_stand() or not record.outputs_stand(wanted):
        return None
    diagnostics = tuple(told_again(records.diagnostic(d)) for d in record.diagnostics)
    if setting.choices.strict and any(d.severity is Severity.WARNING for d in diagnostics):
        return None
    outputs = tuple((Path(name), record.outputs[name]) for name in sorted(wanted))
    return Outcome(
        path, "unchanged", outputs, diagnostics, bilagor=tuple(map(Path, record.bilagor)), read=tuple(record.inputs)
    )


def _wanted(record: Record, choices: Choices) -> set[str]:
    """The outputs that were asked for, when the record knows of them all; else none."""
    if record.only and not (choices.only and choices.only <= set(record.only)):
        return set()
    asked = {name for name, kind in record.kinds.items() if not choices.only or kind in choices.only}
    wanted = {name for name in asked if name.endswith(".docx")}
    if choices.pdf:
        wanted |= {f"{name.removesuffix('.docx')}.pdf" for name in wanted}
    return wanted if wanted <= record.outputs.keys() else set()


class Made(NamedTuple):
    """What one input gave: the bytes of each file, and which kind of document it is."""

    files: Mapping[Path, bytes]
    kinds: Mapping[Path, str]


def write(
    made: Made,
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
    setting, choices = reading.setting, reading.setting.choices
    before = records.read(choices.output, reading.owner)
    _spare_hand_edited(made.files, before, choices, is_own)
    prints = {str(path): fingerprint(data) for path, data in made.files.items()}
    if before is not None and not prints.items() <= before.outputs.items():
        # Where the run is cut short among these outputs, the next one shall not take the new ones for somebody's edits.
        known = sorted({*before.underway, *prints.values()})
        records.write(choices.output, reading.owner, replace(before, underway=known))
    room = records.unfinished(choices.output)
    for path, data in made.files.items():
        write_whole(path, data, room=room)
    record = Record(
        inputs={path: prints.get(path) or as_it_was(path, setting.began) for path in reading.everything},
        cases={number: str(path) if path else None for number, path in sorted(reading.cases.items())},
        outputs=prints,
        kinds={str(path): kind for path, kind in made.kinds.items()},
        only=sorted(choices.only),
        diagnostics=[records.plain(d) for d in diagnostics],
        bilagor=[str(path) for path in bilagor],
        rank=setting.index.rank(reading.owner),
        meetings=[str(path) for path in reading.meetings],
    )
    records.write(choices.output, reading.owner, _together(before, record))
    return tuple((Path(path), digest) for path, digest in prints.items())


def are_standing(made: Mapping[Path, bytes], reading: Reading) -> bool:
    """Whether the outputs are there already, byte for byte, and the record of the input knows them."""
    record = records.read(reading.setting.choices.output, reading.owner)
    return record is not None and all(
        record.outputs.get(str(path)) == fingerprint(data) == file_fingerprint(path) for path, data in made.items()
    )


def outdated(made: Mapping[Path, bytes], reading: Reading) -> list[Path]:
    """The PDFs that lie beside Word files which are made anew without them, and say what the case said before.

    Each is noted as read: when it is taken away or made again, the case is looked at again.
    """
    beside = {
        pdf: word
        for word in made
        if word.suffix == ".docx" and (pdf := word.with_suffix(".pdf")) not in made and is_there(pdf)
    }
    if not beside:
        return []
    before = records.read(reading.setting.choices.output, reading.owner)
    noted = before.inputs if before else {}
    old = [
        pdf
        for pdf, word in beside.items()
        if noted.get(str(pdf), "") == file_fingerprint(pdf)
        or (is_there(word) and file_fingerprint(word) != fingerprint(made[word]))
    ]
    reading.files.update(old)
    return old


def _together(before: Record | None, now: Record) -> Record:
    """The new record, with what an earlier run made while everything that it read was as now."""
    if before is None or not before.inputs_stand():
        return now
    return replace(
        now,
        inputs={**before.inputs, **now.inputs},
        outputs={**before.outputs, **now.outputs},
        kinds={**before.kinds, **now.kinds},
        only=sorted({*before.only, *now.only}) if before.only and now.only else [],
    )


def _spare_hand_edited(
    made: Mapping[Path, bytes], record: Record | None, choices: Choices, is_own: Callable[[Path, bytes], bool]
) -> None:
    if choices.force:
        return
    for path, data in made.items():
        if not is_there(path) or _as_it_was_made(path, data, record, is_own):
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
        return record.knows(str(path), found)
    try:
        return is_own(path, path.read_bytes())
    except OSError:
        return False
