"""veraPDF's own opinion of a copy, where the profile asks for it and the user has the program (verapdf.org)."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark
from memogen.errors import ToolError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memogen.artifacts.act import Level

PROGRAM = "verapdf"
TIME_LIMIT = 600
"""Seconds for one act. The program needs one to start, and less than a tenth for a page."""

_PASSED = "PASS"
_REMEDY = "installera veraPDF så att programmet verapdf finns i sökvägen, eller skriv verapdf: nej i profilen"


def opinion(files: Mapping[str, tuple[bytes, Level]]) -> tuple[Remark, ...]:
    """AR01 and TI01 for every file, by its name, that veraPDF does not pass at the level it is said to have.

    Raises:
        ToolError: the program is missing, fails or never ends.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise ToolError("veraPDF finns inte på datorn, men profilen vill att det prövar arkivexemplaren", _REMEDY)
    found: list[Remark] = []
    with tempfile.TemporaryDirectory(prefix="memogen-") as folder:
        for flavour, code in _flavours(files):
            asked = {}
            for number, (name, (data, level)) in enumerate(files.items()):
                if flavour in _flavours_of(level):
                    path = Path(folder) / f"{number}.pdf"
                    path.write_bytes(data)
                    asked[path] = name
            failed = _failed(program, flavour, list(asked))
            found += [_remark(asked[path], flavour, code) for path in failed]
    return tuple(found)


def _flavours(files: Mapping[str, tuple[bytes, Level]]) -> Iterator[tuple[str, str]]:
    flavours = dict.fromkeys(flavour for _, level in files.values() for flavour in _flavours_of(level))
    for flavour in flavours:
        yield flavour, "TI01" if flavour == "ua1" else "AR01"


def _flavours_of(level: Level) -> tuple[str, ...]:
    flavour = f"{level.part}{level.letter}"
    return (flavour, "ua1") if level.ua else (flavour,)


def _failed(program: str, flavour: str, paths: list[Path]) -> list[Path]:
    """The files that do not pass: the program writes ``PASS path`` or ``FAIL path`` for each."""
    command = [program, "--format", "text", "--flavour", flavour, *map(str, paths)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=TIME_LIMIT, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        raise ToolError("veraPDF gick inte att köra klart", _REMEDY) from None
    verdicts = {line.split()[1]: line.split()[0] for line in done.stdout.splitlines() if len(line.split()) > 1}
    if not all(str(path) in verdicts for path in paths):
        raise ToolError("veraPDF gav inget besked om alla filer", "pröva programmet för sig, eller skriv verapdf: nej")
    return [path for path in paths if verdicts[str(path)] != _PASSED]


def _remark(name: str, flavour: str, code: str) -> Remark:
    standard = "PDF/UA-1" if flavour == "ua1" else f"PDF/A-{flavour}"
    return Remark(code, (), f'veraPDF godkänner inte "{name}" som {standard}', "se vad programmet säger om filen")
