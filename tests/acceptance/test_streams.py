"""Who reads what the command writes: nobody, somebody who leaves, a terminal with another alphabet."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

MEMOGEN = f"{sys.executable} -m memogen"


def shell(command: str, **surroundings: str) -> subprocess.CompletedProcess[bytes]:
    """What bash makes of a command, the exit code being memogen's wherever it stands in a pipe."""
    command = f"set -o pipefail; {command.replace('memogen', MEMOGEN, 1)}"
    return subprocess.run(
        ["/bin/bash", "-c", command], env=os.environ | surroundings, capture_output=True, check=False, timeout=60
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_stop_no_document(place: Path, closed: str) -> None:
    assert shell(f"memogen render {closed}").returncode == 0
    assert [path.name for path in (place / "output").rglob("*.docx")] == ["tjansteskrivelse.docx"]


@pytest.mark.parametrize("reader", ["| head -1", "2>&1 >/dev/null | true", "2>/dev/full"])
def test_a_reader_that_leaves_stops_no_document_and_changes_no_exit_code(place: Path, reader: str) -> None:
    case = (place / "cases" / "taxa.yaml").read_text(encoding="utf-8")
    for number in range(200, 240):
        name = place / "cases" / f"{number}.yaml"
        name.write_text(case.replace("00123", f"00{number}"), encoding="utf-8")
    (place / "cases" / "000.yaml").write_text("rubrik: [", encoding="utf-8")

    assert shell(f"memogen render --jobs 1 {reader}").returncode == 1
    assert len(list((place / "output").rglob("*.docx"))) == 41


def test_a_result_that_finds_no_room_is_an_output_that_could_not_be_written(place: Path) -> None:
    assert place.is_dir()
    done = shell("memogen render >/dev/full")

    assert done.returncode == 4
    assert "disken är full" in done.stderr.decode()


def test_a_slow_reader_gets_everything_also_where_the_stream_shall_not_be_waited_for() -> None:
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    os.set_blocking(writing, False)
    command = [sys.executable, "-m", "memogen", "schema"]
    with subprocess.Popen(command, stdout=writing, stderr=subprocess.PIPE) as run, os.fdopen(reading, "rb") as stream:
        os.close(writing)
        read = b""
        while piece := stream.read1(1024):
            read += piece
            time.sleep(0.005)
        told = run.communicate(timeout=60)[1]

    assert (run.returncode, told) == (0, b"")
    assert json.loads(read)["title"]


def test_a_wrong_command_line_is_wrong_also_where_nobody_can_be_told() -> None:
    assert shell("memogen check finns-inte 2>/dev/full").returncode == 2


def test_a_letter_that_the_terminal_does_not_have_stops_nothing() -> None:
    done = shell("memogen explain YA02", PYTHONIOENCODING="latin-1")

    assert done.returncode == 0
    assert "är" in done.stdout.decode("latin-1")
