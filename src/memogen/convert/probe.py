"""What conversion needs of the machine, and whether it is there."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from memogen.artifacts.program import ProgramFact
from memogen.convert.faults import Failed, Fault, tool_error
from memogen.convert.process import SYSTEM_PYTHON, Process, program_folder, python_command

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

START_LIMIT = 30.0
"""Seconds that LibreOffice may take to answer when it is tried."""

STAND_INS = {
    "Arial": ("Liberation Sans", "fonts-liberation"),
    "Calibri": ("Carlito", "fonts-crosextra-carlito"),
    "Cambria": ("Caladea", "fonts-crosextra-caladea"),
    "Courier New": ("Liberation Mono", "fonts-liberation"),
    "Times New Roman": ("Liberation Serif", "fonts-liberation"),
}
"""Fonts that Debian does not carry: the free font with the same widths, and its package."""

PACKAGES = {"DejaVu Sans": "fonts-dejavu-core", **dict(STAND_INS.values())}


def probe(families: Iterable[str] = ()) -> tuple[ProgramFact, ...]:
    """LibreOffice, its Python and the font ``families``, tried for real: LibreOffice is started once."""
    return (*_programs(), *_fonts(sorted(set(families))))


def _programs() -> Iterator[ProgramFact]:
    program = program_folder()
    python = python_command(program)[0] if program else str(SYSTEM_PYTHON)
    fault, version = _tried()
    error = tool_error(fault) if fault else None
    office = ProgramFact("LibreOffice", ok=True, version=version, path=str(program or ""))
    link = ProgramFact("Python för LibreOffice (python3-uno)", ok=True, path=python)
    if error is None:
        yield from (office, link)
    elif fault is Fault.NO_UNO:
        yield ProgramFact("LibreOffice", ok=True, path=str(program or ""))
        yield ProgramFact(link.name, ok=False, path=python, problem=error.message, remedy=error.hint)
    else:
        yield ProgramFact("LibreOffice", ok=False, path=office.path, problem=error.message, remedy=error.hint)


def _tried() -> tuple[Fault | None, str]:
    """Why LibreOffice can't be used (None: it can), and its version."""
    try:
        process = Process(START_LIMIT)
        process.wait_until_ready()
    except Failed as failed:
        return failed.fault, ""
    process.end()
    return None, process.version


def _fonts(families: Iterable[str]) -> Iterator[ProgramFact]:
    lister = shutil.which("fc-list")
    if lister is None:
        yield ProgramFact(
            "teckensnitt",
            ok=False,
            problem="teckensnitten går inte att kontrollera: programmet fc-list saknas",
            remedy="installera det: sudo apt install fontconfig",
        )
        return
    for family in families:
        yield _font(lister, family)


def _font(lister: str, family: str) -> ProgramFact:
    stand_in, _ = STAND_INS.get(family, (family, ""))
    for candidate in (family, stand_in):
        found = subprocess.run(
            [lister, "--format", "%{file}\\n", candidate], capture_output=True, text=True, check=False, timeout=30
        ).stdout.splitlines()
        if found:
            same = "" if candidate == family else f"ersätts av {candidate}, som har samma bredd"
            return ProgramFact(f"teckensnittet {family}", ok=True, version=same, path=min(found))
    package = PACKAGES.get(stand_in, "")
    remedy = f"installera det: sudo apt install {package}" if package else f"installera teckensnittet {family}"
    return ProgramFact(
        f"teckensnittet {family}", ok=False, problem=f'teckensnittet "{family}" finns inte på datorn', remedy=remedy
    )
