"""How a batch went: a sentence for people, a bar for those who wait."""

from __future__ import annotations

import sys
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from memogen.diagnostics import Severity
from memogen.errors import ExitCode
from memogen.report.printable import printable
from memogen.setting import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from memogen.setting import Outcome

_WORTH_A_BAR = 12
"""Fewer files than this are done before a person has begun to wait."""


class BatchSummary:
    """How many documents were made, or acts ``archived``, and how many refused or failed; counted as the batch goes."""

    def __init__(self, *, archived: bool = False) -> None:
        self.exit_code = int(ExitCode.DONE)
        self._archived = archived
        self._count: Counter[str] = Counter()
        self._documents = 0
        self._reasons: list[str] = []

    def add(self, outcome: Outcome) -> None:
        """Count one input; only the reason why it gave no document is kept."""
        self._count[outcome.status] += 1
        self._documents += len(outcome.outputs) if outcome.status == "written" else 0
        if outcome.exit_code:
            self._reasons.append(printable(f"  {shown(outcome.source)}: {_reason(outcome)}"))
            self.exit_code = max(self.exit_code, outcome.exit_code)

    def text(self) -> str:
        """One sentence; then, where there were several inputs, a line for each that gave no document."""
        count = self._count
        parts = [_counted(self._documents, "dokument gjordes", "dokument gjordes")]
        if self._archived:
            parts = [_counted(count["written"], "akt arkiverades", "akter arkiverades")]
        if count["unchanged"]:
            parts.append(_counted(count["unchanged"], "fil var oförändrad", "filer var oförändrade"))
        if count["refused"]:
            undone = "arkiverades inte" if self._archived else "gjordes inte"
            parts.append(_counted(count["refused"], f"fil har fel och {undone}", f"filer har fel och {undone}"))
        if count["failed"]:
            parts.append(_counted(count["failed"], "fil misslyckades", "filer misslyckades"))
        return "\n".join([", ".join(parts) + ".", *(self._reasons if count.total() > 1 else [])])


def _reason(outcome: Outcome) -> str:
    """Why a file gave no document, in one line."""
    if outcome.failure:
        return outcome.failure
    errors = [d for d in outcome.diagnostics if d.severity is Severity.ERROR] or list(outcome.diagnostics)
    first = errors[0]
    word = "fel" if first.severity is Severity.ERROR else "varning"
    count = f"{len(errors)} {word if word == 'fel' or len(errors) == 1 else 'varningar'}"
    return f"{count}; rad {first.place.line}: {first.code} {first.message}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def failure(message: str, hint: str, *, colour: bool) -> str:
    """What went wrong in the world, and how to mend it."""
    word = click.style("fel", fg="red", bold=True) if colour else "fel"
    return f"{word}: {printable(message)}" + (f"\n  = hjälp: {hint}" if hint else "")


@contextmanager
def progress(what: str, total: int, *, shown: bool) -> Iterator[Callable[[], None]]:
    """A step function for each file done; a bar on a terminal when the work is more than a second."""
    if not shown or total < _WORTH_A_BAR or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - heavy, and only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # What is written meanwhile goes above the bar; stdout that leads elsewhere is none of the bar's business.
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty())
    task = bar.add_task(what, total=total)
    started = time.monotonic()
    live = False

    def step() -> None:
        nonlocal live
        bar.advance(task)
        if not live and time.monotonic() - started > 1:
            live = True
            bar.start()

    try:
        yield step
    finally:
        if live:
            bar.stop()
