"""The files that are spoiled: one memo with all that an archive copy must keep, as LibreOffice prints it.

``python -m tests.spoiled.base`` prints it anew from ``grundfil.yaml``. The print is kept, so that the spoiled files are
the same on every machine.
"""

from __future__ import annotations

import datetime as dt
import functools
import tempfile
from pathlib import Path

from memogen import pipeline
from memogen.archive.mending import conformed
from memogen.artifacts.act import Attachment, Facts, Level
from memogen.convert import Office
from memogen.setting import Choices
from memogen.workspace import at

_FOLDER = Path(__file__).parents[1] / "resources" / "arkiv"
_CASE = _FOLDER / "grundfil.yaml"
_PRINT = _FOLDER / "grundfil.pdf"
FACTS = Facts(
    titel="Lekplatser som alla barn kan använda",
    handlingstyp="Tjänsteskrivelse",
    arkivbildare="Björkvalla kommun",
    diarienummer="KS-2026-00201",
    organ="Kommunstyrelsen",
    datum=dt.date(2026, 9, 2),
    handlaggare=("Hanna Åkerlind",),
)


@functools.cache
def base(level: Level) -> bytes:
    """A good archive copy of the level; at PDF/A-3 the case is inside it."""
    source = Attachment(_CASE.name, _CASE.read_bytes(), "application/yaml", "Ärendet som text", FACTS.datum)
    return conformed(_PRINT.read_bytes(), FACTS, level, source if level.part == 3 else None)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, Office() as office:
        setting = pipeline.prepare(at(_FOLDER), Choices(output=Path(folder)))
        outcome = pipeline.make(_CASE, setting)
        word = next(Path(folder).rglob("*.docx"), None)
        if word is None:
            raise SystemExit(f"{_CASE.name}: {outcome.status} {outcome.diagnostics}")
        _PRINT.write_bytes(office.pdf(word.read_bytes(), word.name, archive=True))


if __name__ == "__main__":
    main()
