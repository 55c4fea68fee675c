"""The command from outside: a small workspace, and a way to run memogen in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from memogen.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PROFILE = """\
kommun: Björkvalla kommun
organ:
  Kommunstyrelsens arbetsutskott: {kortnamn: KSAU, platser: 7, bereder för: Kommunstyrelsen}
  Kommunstyrelsen: {kortnamn: KS, platser: 13}
diarienummer: 'KS-{år}-{nr:5}'
"""

CASE = """\
diarienummer: KS-2026-00123
rubrik: Taxa för uteserveringar 2027
datum: 2026-03-12
förvaltning: Kommunledningskontoret
handläggare: Anna Ek
mottagare: Kommunstyrelsen
förslag till beslut:
  - anta taxa för uteserveringar
ärendet: |
  Taxan har varit densamma sedan 2019 & behöver ändras.
ekonomiska konsekvenser: |
  Intäkterna beräknas öka med 40 000 kr under 2027.
konsekvenser:
  barn: 'ej relevant: frågan rör näringsidkare'
  jämställdhet: 'ej relevant: frågan rör näringsidkare'
  näringsliv: Företagen betalar mer.
underskrifter:
  - {namn: Karin Mossberg, titel: Kommundirektör}
"""


@dataclass(frozen=True)
class Result:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one sound case, and memogen started in it."""
    (tmp_path / "cases").mkdir()
    (tmp_path / "memogen.yaml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "cases" / "taxa.yaml").write_text(CASE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def memogen(capfd: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Run the command; its exit code and what it wrote on stdout and stderr."""

    def command(*arguments: str) -> Result:
        capfd.readouterr()
        code = run(arguments)
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return command
