"""What memogen raises on purpose, and the exit codes.

* MemogenError            ``exit_code``, ``hint``
  x Rejected              the material is wrong: carries all diagnostics (1)
  x UsageError            the command line is wrong (2)
  x ToolError             a program is missing or failed (3)
  x OutputError           an output could not be written (4)

Every message is Swedish, because a person reads it.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memogen.diagnostics import Diagnostic


class ExitCode(IntEnum):
    """The exit codes of the command (see docs/handledning.md)."""

    DONE = 0
    MATERIAL = 1
    USAGE = 2
    TOOL = 3
    OUTPUT = 4
    BUG = 70
    STOPPED = 130


class MemogenError(Exception):
    """Anything that memogen refuses on purpose; ``hint`` says how to mend it."""

    exit_code = ExitCode.BUG

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Rejected(MemogenError):
    """The material is wrong; ``diagnostics`` has every fault that was found."""

    exit_code = ExitCode.MATERIAL

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(d.message for d in self.diagnostics))


class UsageError(MemogenError):
    """The command line, or the place where it was run, is wrong."""

    exit_code = ExitCode.USAGE


class ToolError(MemogenError):
    """A program that memogen needs is missing, too old, hangs or fails."""

    exit_code = ExitCode.TOOL


class OutputError(MemogenError):
    """An output could not be written: full disk, no permission, edited by hand."""

    exit_code = ExitCode.OUTPUT
