from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from memogen.archive import bilagor
from memogen.archive.bilagor import bringing
from memogen.archive.bilagor.isolation import work
from memogen.artifacts.act import Brought, Facts, Level
from memogen.diagnostics import Remark
from memogen.errors import ToolError
from tests import strange_files

if TYPE_CHECKING:
    from pathlib import Path

FACTS = Facts("Åtgärder", handlaggare=("Åsa Öberg", "Bo Ek"), datum=dt.date(2026, 3, 12))
LEVEL = Level(3, "u", ua=False)


def test_another_process_brings_the_same_bilaga() -> None:
    data = strange_files.with_files()
    assert bilagor.brought(data, FACTS, LEVEL) == bringing.brought(data, FACTS, LEVEL)


def test_what_is_refused_there_is_refused_here() -> None:
    data = strange_files.locked()
    assert bilagor.brought(data, FACTS, LEVEL) == bringing.brought(data, FACTS, LEVEL)


def test_the_worker_gets_every_fact_and_gives_every_remark(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"bilaga")
    order = json.dumps(
        {"facts": {"titel": "Åtgärder", "handlaggare": ["Åsa Öberg", "Bo Ek"], "datum": "2026-03-12"},
         "level": {"part": 3, "letter": "u", "ua": False}}
    )  # fmt: skip

    def bring(data: bytes, facts: Facts, level: Level) -> Brought:
        assert (data, facts, level) == (b"bilaga", FACTS, LEVEL)
        return Brought(b"arkivkopia", remarks=(Remark("AR07", (), "något är borta", "se originalet"),))

    answer = json.loads(work(tmp_path, order, bring))
    assert answer == {"changed": True, "made": True, "remarks": [["AR07", "något är borta", "se originalet"]]}
    assert (tmp_path / "out.pdf").read_bytes() == b"arkivkopia"


def test_a_program_that_is_missing_there_is_missing_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolError, match="Tesseract saknas"):
        bilagor.brought(strange_files.scanned(), FACTS, LEVEL)


def test_a_worker_that_is_told_to_end_ends(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"")
    worker = subprocess.Popen(
        [sys.executable, "-m", "memogen.archive.bilagor.isolation", str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    time.sleep(0.1)
    os.kill(worker.pid, signal.SIGTERM)
    worker.communicate(timeout=10)
    assert worker.returncode != 0


def test_a_machine_that_allows_a_process_less_memory_than_a_bilaga_may_take_brings_it_all_the_same() -> None:
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (4 * 2**30,) * 2)\n"
        "from tests.unit.archive.bilagor.test_isolation import FACTS, LEVEL, bilagor, strange_files\n"
        "assert bilagor.brought(strange_files.with_files(), FACTS, LEVEL).pdf\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
