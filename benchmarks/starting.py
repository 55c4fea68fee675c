"""How soon a command answers, against the time that click alone needs to be imported."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from benchmarks import samples
from benchmarks.timing import Row, paired

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PEER: Final = "import click"
_ROUNDS: Final = 15
_MEMOGEN: Final = "from memogen.cli import main; main()"


def run(*command: str) -> None:
    """A Python of its own that keeps what it has compiled."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-c", *command], env=environment, check=True, capture_output=True)


def rows(folder: Path) -> Iterator[Row]:
    """Two commands that people wait for."""
    case = folder / "start.yaml"
    case.write_text(samples.short_case(1), encoding="utf-8")
    for arguments in (("--version",), ("check", str(case))):
        pair = paired(partial(run, _MEMOGEN, *arguments), partial(run, PEER), rounds=_ROUNDS)
        yield Row(f"memogen {arguments[0]}", PEER, pair)
