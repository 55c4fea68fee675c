"""The register of an organ's year: every § of its meetings, derived anew each time from the meeting files alone."""

from __future__ import annotations

import csv
import io
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from memogen import compose, filing, outputs, pipeline
from memogen.errors import ExitCode, MemogenError, Rejected
from memogen.files import fingerprint, safe_name
from memogen.model.sammantrade import Sammantrade
from memogen.setting import Outcome, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from memogen.artifacts import Registerrad
    from memogen.pipeline import ToPdf
    from memogen.setting import Setting

KIND = "register"
_HEADER = ("§", "datum", "rubrik", "diarienummer", "beslut", "omedelbart justerad", "fil")


def make_all(paths: Iterable[Path], setting: Setting, to_pdf: ToPdf | None = None) -> Iterator[Outcome]:
    """The registers of the organs and years that the meetings among ``paths`` belong to."""
    if setting.choices.only and KIND not in setting.choices.only:
        return
    if not setting.index.meeting_headers:  # and so none among thousands of paths
        return
    for organ, year in sorted({of for path in paths if (of := setting.index.meeting_of(path))}):
        yield _make(organ, year, setting, to_pdf)


def _make(organ: str, year: int, setting: Setting, to_pdf: ToPdf | None) -> Outcome:
    """One register as CSV (UTF-8, comma) and as a document, beside the folders of the meetings."""
    from memogen import render  # noqa: PLC0415 - heavy, and needed only here

    started = time.perf_counter()
    name = safe_name(f"{setting.profil.kortnamn(organ)}-{year}")
    table = setting.choices.output / f"{name}.{KIND}.csv"
    reading = Reading(setting, table)
    reading.meetings = setting.index.meetings(organ, year)
    lines: list[Registerrad] = []
    context = None
    for path in reading.meetings:
        reading.files.add(path)
        checked = pipeline.check(path, setting)
        if isinstance(checked.document, Sammantrade) and not checked.refused(strict=False):
            context = pipeline.words(checked.document, Reading(setting, path, reading.files))
            lines += [
                replace(row, fil=_filed(row.fil, checked.document, path, setting))
                for row in compose.register_rows(checked.document, context)
            ]
    if context is None:
        return Outcome(table, "skipped")
    lines.sort(key=lambda line: (line.paragraf, line.datum))
    try:
        made = {table: _csv(lines), **_document(lines, organ, context, reading, to_pdf)}
        if outputs.are_standing(made, reading):
            # Not written again: another program may have the table open, and lets nobody replace it.
            status, written = "unchanged", tuple((path, fingerprint(data)) for path, data in made.items())
        else:
            written = outputs.write(outputs.Made(made, dict.fromkeys(made, KIND)), reading, (), (), render.is_own)
            status = "written"
        # What it was made from: not itself, which it is called after.
        read = tuple(path for path in reading.everything if path != str(table))
        return Outcome(table, status, written, seconds=round(time.perf_counter() - started, 4), read=read)
    except Rejected as rejected:
        return Outcome(table, "refused", diagnostics=rejected.diagnostics, exit_code=ExitCode.MATERIAL)
    except MemogenError as error:
        return Outcome(table, "failed", failure=error.message, hint=error.hint, exit_code=error.exit_code)


def _filed(name: str, meeting: Sammantrade, path: Path, setting: Setting) -> str:
    """Where a paragraph's utdrag is filed below the output folder."""
    wanted = filing.Slot(filing.meeting_folder(meeting, setting.profil), name)
    slot = setting.index.claimed(wanted, path)
    return f"{slot.folder}/{slot.name}.docx"


def _csv(lines: Iterable[Registerrad]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_HEADER)
    for line in lines:
        adjusted = "ja" if line.omedelbart_justerad else "nej"
        day = line.datum.isoformat()
        writer.writerow([line.paragraf, day, line.rubrik, line.diarienummer, line.beslut, adjusted, line.fil])
    return stream.getvalue().encode()


def _document(
    lines: Iterable[Registerrad], organ: str, context: compose.Context, reading: Reading, to_pdf: ToPdf | None
) -> dict[Path, bytes]:
    memo = compose.register(lines, organ, context)
    return pipeline.poured(memo, reading.owner.with_suffix(""), reading, to_pdf)[0]
