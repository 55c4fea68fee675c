"""The front door: finds the command, speaks Swedish, and turns every refusal into a message and an exit code."""

from __future__ import annotations

import sys
from typing import NoReturn

from memogen.cli import start
from memogen.cli.door import run

__all__ = ["main", "run"]


def main() -> NoReturn:
    """Run the command that stands on the command line, and end with its exit code."""
    start.lean()
    start.outspoken()
    start.end(run(sys.argv[1:]))
