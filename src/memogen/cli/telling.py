"""What is said of each file as a run goes: its documents on stdout, what was remarked on stderr."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final, Self

import click

from memogen.diagnostics import Severity
from memogen.setting import shown_text

if TYPE_CHECKING:
    from memogen.cli.options import Manners
    from memogen.setting import Outcome

_SOON: Final = 0.1
"""Seconds that a line may wait: to write one takes longer than to see that a file is unchanged."""


class Told:
    """Tells of outcomes, in their order; all of it is said when the block is left."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._lines: list[str] = []
        self._last = time.monotonic()
        self._failure = ("", "")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._say_lines()

    def add(self, outcome: Outcome) -> None:
        """Tell of one input."""
        self._lines += [shown_text(path) for path, _ in outcome.outputs]
        verbosity = self._manners.verbosity
        if outcome.diagnostics or outcome.failure or outcome.details or verbosity > 0:
            self._say_lines()
            self._remark(outcome)
        elif time.monotonic() - self._last > _SOON:
            self._say_lines()

    def _say_lines(self) -> None:
        if self._lines:
            click.echo("\n".join(self._lines))
            self._lines.clear()
        self._last = time.monotonic()

    def _remark(self, outcome: Outcome) -> None:
        from memogen import report  # noqa: PLC0415 - most files pass without a remark

        manners = self._manners
        least = {-1: {Severity.ERROR}}.get(max(manners.verbosity, -1))
        told = [d for d in outcome.diagnostics if least is None or d.severity in least]
        if told and manners.verbosity >= -1:
            manners.say(report.diagnostics(told, "full", colour=manners.colours(sys.stderr)) + "\n", level=-1)
        failure = (outcome.failure, outcome.hint)
        # What is missing on the machine is missing for every file; the summary names them all.
        if outcome.failure and failure != self._failure:
            manners.say(report.failure(*failure, colour=manners.colours(sys.stderr)), level=-2)
            self._failure = failure
        if outcome.details:
            manners.say(outcome.details, level=2)
        if outcome.status == "unchanged":
            manners.say(f"oförändrad: {shown_text(outcome.source)}", level=1)
