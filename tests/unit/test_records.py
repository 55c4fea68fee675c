"""Records: kept whole, and what a killed run leaves of one lies where the next run sweeps."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

from memogen import records

KILLED_BEFORE_THE_LAST_STEP: Final = """
import os, signal, sys
from pathlib import Path
from memogen import records
os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
records.write(Path(sys.argv[1]), Path("taxa.yaml"), records.Record())
"""


def test_a_record_comes_back_as_it_was_written(tmp_path: Path) -> None:
    record = records.Record(inputs={"taxa.yaml": "a"}, outputs={"ut.docx": "b"}, rank=2, underway=["c"])
    records.write(tmp_path, Path("taxa.yaml"), record)
    assert records.read(tmp_path, Path("taxa.yaml")) == record
    assert records.read(tmp_path, Path("annat.yaml")) is None


def test_a_record_that_a_kill_left_half_written_lies_where_it_is_swept(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED_BEFORE_THE_LAST_STEP, tmp_path], check=False)
    assert killed.returncode == -signal.SIGKILL
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.parent for path in left] == [records.unfinished(tmp_path)]
    assert records.read(tmp_path, Path("taxa.yaml")) is None
