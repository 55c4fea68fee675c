"""A run that is killed leaves an archive that is whole, and the next run completes it; many runs may file at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from memogen.diagnostics import Remark

TOOL = Path(__file__).parents[3] / "resources" / "tools" / "killed_filing.py"
MANY = """
import datetime as dt, sys
from pathlib import Path
from memogen.archive.shelf import Act, Filing, file_act

for number in range(50):
    name = f"gemensam-{number}" if number % 5 == 0 else f"{sys.argv[2]}-{number}"
    files = (Filing("a.pdf", sys.argv[2].encode(), "huvuddokument"),)
    file_act(Path(sys.argv[1]), Act(name, files, {}, sys.argv[2], dt.datetime.now(dt.UTC)))
"""


def test_a_run_killed_at_any_step_leaves_a_whole_archive_that_the_next_run_completes(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, str(TOOL), str(tmp_path)], capture_output=True, text=True, check=True)
    steps = [json.loads(line) for line in done.stdout.splitlines()]

    assert {"open", "write", "fsync", "rename", "mkdir", "flock"} <= {step["asked"] for step in steps}
    assert steps[-1]["asked"] == ""
    for step in steps:
        assert (step["killed"], step["done"]) == ([], []), step
        assert step["versions"] == {"akt-a": 2, "akt-b": 1}, step
        assert step["left"] == ["arkivet.las"], step


def test_two_runs_that_file_at_once_make_one_chain(archive: Path, verified: Callable[[], tuple[Remark, ...]]) -> None:
    runs = [subprocess.Popen([sys.executable, "-c", MANY, str(archive), name]) for name in ("ett", "två")]

    assert [run.wait() for run in runs] == [0, 0]
    assert verified() == ()
    assert len([folder for folder in archive.iterdir() if (folder / "manifest.json").exists()]) == 100
    assert len(list(archive.glob("gemensam-*-v2"))) == 10
