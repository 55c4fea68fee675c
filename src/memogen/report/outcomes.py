"""How a batch went: a sentence for people, JSON for programs, a bar for those who wait."""

from __future__ import annotations

import sys
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from memogen.diagnostics import Severity
from memogen.report.plain import json_diagnostic
from memogen.report.printable import printable
from memogen.setting import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from memogen.setting import Outcome

_WORTH_A_BAR = 12
"""Fewer files than this are done before a person has begun to wait."""


def batch_summary(outcomes: Sequence[Outcome], *, archived: bool = False) -> str:
    """How many documents were made, or acts ``archived``, and how many refused or failed; then why, a line for each."""
    count = Counter(outcome.status for outcome in outcomes)
    documents = sum(len(outcome.outputs) for outcome in outcomes if outcome.status == "written")
    parts = [_counted(documents, "dokument gjordes", "dokument gjordes")]
    if archived:
        parts = [_counted(count["written"], "akt arkiverades", "akter arkiverades")]
    if count["unchanged"]:
        parts.append(_counted(count["unchanged"], "fil var oförändrad", "filer var oförändrade"))
    if count["refused"]:
        undone = "arkiverades inte" if archived else "gjordes inte"
        parts.append(_counted(count["refused"], f"fil har fel och {undone}", f"filer har fel och {undone}"))
    if count["failed"]:
        parts.append(_counted(count["failed"], "fil misslyckades", "filer misslyckades"))
    reasons = [f"  {shown(outcome.source)}: {_reason(outcome)}" for outcome in outcomes if outcome.exit_code]
    return "\n".join([", ".join(parts) + ".", *(reasons if len(outcomes) > 1 else [])])


def _reason(outcome: Outcome) -> str:
    """Why a file gave no document, in one line."""
    if outcome.failure:
        return outcome.failure
    errors = [d for d in outcome.diagnostics if d.severity is Severity.ERROR] or list(outcome.diagnostics)
    first = errors[0]
    word = "fel" if first.severity is Severity.ERROR else "varning"
    count = f"{len(errors)} {word if word == 'fel' or len(errors) == 1 else 'varningar'}"
    return f"{count}; rad {first.place.line}: {first.code} {printable(first.message)}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def failure(message: str, hint: str, *, colour: bool) -> str:
    """What went wrong in the world, and how to mend it."""
    word = click.style("fel", fg="red", bold=True) if colour else "fel"
    return f"{word}: {message}" + (f"\n  = hjälp: {hint}" if hint else "")


def batch_json(outcomes: Iterable[Outcome], seconds: float) -> str:
    """The report of a batch: format 1 of the command's contract, one item an input."""
    import json  # noqa: PLC0415 - "check" makes no such report

    items = [_item(outcome) for outcome in outcomes if outcome.status != "skipped"]
    return json.dumps({"format": 1, "items": items, "seconds": round(seconds, 3)}, ensure_ascii=False, indent=1) + "\n"


def _item(outcome: Outcome) -> dict[str, Any]:
    item: dict[str, Any] = {
        "input": str(shown(outcome.source)),
        "status": outcome.status,
        "outputs": [{"path": str(shown(path)), "sha256": digest} for path, digest in outcome.outputs],
        "diagnostics": [json_diagnostic(diagnostic) for diagnostic in outcome.diagnostics],
        "seconds": outcome.seconds,
    }
    if outcome.failure:
        item["failure"] = {"message": outcome.failure, "help": outcome.hint}
    return item


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
