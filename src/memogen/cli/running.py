"""A run over many files, the same for ``render`` and ``archive``: prepared, shown as it goes, reported, summed up."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import click

from memogen.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from memogen.cli.options import Manners
    from memogen.setting import Choices, Outcome, Setting
    from memogen.workspace import Workspace


class Run(NamedTuple):
    """What is done (``many``, with the files and the setting), its name while it goes, and where it is reported."""

    what: str
    many: Callable[[Sequence[Path], Setting], Iterator[Outcome]]
    report_path: Path | None


def run(wanted: Run, files: Sequence[Path], place: Workspace, choices: Choices, manners: Manners) -> int:
    """Do it and tell how it went; paths on stdout, everything else on stderr.

    Returns:
        The highest exit code of the files.

    Raises:
        OutputError: the report could not be written.
    """
    from memogen import pipeline, report  # noqa: PLC0415 - the house is not needed for --help
    from memogen.errors import Rejected  # noqa: PLC0415
    from memogen.setting import Outcome  # noqa: PLC0415

    started = time.perf_counter()
    try:
        setting = pipeline.prepare(place, choices, files)
    except Rejected as rejected:
        manners.say(report.diagnostics(rejected.diagnostics, "full", colour=manners.colours(sys.stderr)), level=-1)
        manners.say(report.summary(rejected.diagnostics, 1))
        path = rejected.diagnostics[0].place.path
        refused = Outcome(path, "refused", diagnostics=rejected.diagnostics, exit_code=ExitCode.MATERIAL)
        with _reported(wanted.report_path, started) as add:
            add(refused)
        return ExitCode.MATERIAL
    summary = report.BatchSummary(archived=choices.archive)
    with (
        _reported(wanted.report_path, started) as add,
        report.progress(wanted.what, len(files), shown=manners.verbosity >= 0) as step,
    ):
        for outcome in wanted.many(files, setting):
            # Counted, written and told, but never kept: there may be fifty thousand.
            summary.add(outcome)
            add(outcome)
            _tell(outcome, manners)
            step()
    manners.say(summary.text())
    return summary.exit_code


def _tell(outcome: Outcome, manners: Manners) -> None:
    from memogen import report  # noqa: PLC0415
    from memogen.diagnostics import Severity  # noqa: PLC0415
    from memogen.setting import shown  # noqa: PLC0415

    for path, _ in outcome.outputs:
        click.echo(str(shown(path)))
    least = {-1: {Severity.ERROR}}.get(max(manners.verbosity, -1))
    told = [d for d in outcome.diagnostics if least is None or d.severity in least]
    if told and manners.verbosity >= -1:
        manners.say(report.diagnostics(told, "full", colour=manners.colours(sys.stderr)) + "\n", level=-1)
    if outcome.failure:
        manners.say(report.failure(outcome.failure, outcome.hint, colour=manners.colours(sys.stderr)), level=-2)
    if outcome.details:
        manners.say(outcome.details, level=2)
    if outcome.status == "unchanged":
        manners.say(f"oförändrad: {shown(outcome.source)}", level=1)


@contextmanager
def _reported(path: Path | None, started: float) -> Iterator[Callable[[Outcome], None]]:
    """A way to add outcomes to the report, which is written when the block is left, in whatever way."""
    if path is None:
        yield lambda _: None
        return
    from memogen.report.batch_report import BatchReport  # noqa: PLC0415 - few ask for one

    told = BatchReport(path)
    try:
        yield told.add
    finally:
        told.write(time.perf_counter() - started)
