"""Files and folders that nobody may read: each is told of with what to do, and hinders nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from memogen.cli import run
from tests.acceptance.conftest import CASE

if TYPE_CHECKING:
    from pathlib import Path

AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""Root may read everything, unless it gives that up."""
MEETING = """\
typ: sammanträde
organ: Kommunstyrelsen
datum: 2026-04-14
tid: 13.00-15.00
plats: Stadshuset
ordförande: Erik Berg (S)
sekreterare: Lina Ek
justerare: Ida By (M)
ledamöter: [Erik Berg (S), Ida By (M), Bo Ek (S), Eva Ö (S), Per Å (M), Ulf Ek (C), Siv Ek (V)]
paragrafer:
  - ärende: KS-2026-00123
"""


def memogen(*arguments: str) -> tuple[int, str]:
    """The exit code and what was said on stderr."""
    command = [*AS_ANYBODY, sys.executable, "-m", "memogen", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


@pytest.fixture
def place(place: Path) -> Path:
    """A workspace with a case and a meeting, made once."""
    (place / "cases" / "mote.yaml").write_text(MEETING, encoding="utf-8")
    (place / "cases" / "hemligt").mkdir()
    (place / "cases" / "hemligt" / "annat.yaml").write_text(CASE.replace("00123", "00124"), encoding="utf-8")
    (place / "output" / "arkiv").mkdir(parents=True)
    assert run(["render", "-q"]) == 0
    return place


@pytest.mark.parametrize(
    ("unreadable", "command", "code", "said"),
    [
        ("cases/hemligt", "check", 0, 'Mappen "cases/hemligt" får inte läsas och hoppas över.'),
        ("output", "render", 4, "behörighet saknas"),
        ("output/.memogen", "render", 4, "behörighet saknas"),
        ("output/KS-2026.register.docx", "render", 4, "skrivs inte över"),
        ("output/KS-2026-00123/tjansteskrivelse.docx", "render", 4, "skrivs inte över"),
        ("output/arkiv", "verify", 2, 'arkiv" får inte läsas'),
    ],
)
def test_what_may_not_be_read_is_told(place: Path, unreadable: str, command: str, code: int, said: str) -> None:
    with (place / "cases" / "taxa.yaml").open("a", encoding="utf-8") as case:
        case.write("# ändrat\n")
    (place / "output" / "KS-2026-00123" / "tjansteskrivelse.pdf").write_bytes(b"%PDF-1.7")
    path = place / unreadable
    before = path.stat().st_mode
    path.chmod(0)
    try:
        answer, told = memogen(command)
    finally:
        path.chmod(before)
    assert said in told
    assert answer == code
