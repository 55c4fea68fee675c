"""A run over many files, the same for ``render`` and ``archive``: prepared, shown as it goes, reported, summed up."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, NamedTuple

import click

from memogen.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
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
        _write_report(wanted.report_path, [refused], time.perf_counter() - started)
        return ExitCode.MATERIAL
    outcomes: list[Outcome] = []
    try:
        with report.progress(wanted.what, len(files), shown=manners.verbosity >= 0) as step:
            for outcome in wanted.many(files, setting):
                outcomes.append(outcome)
                _tell(outcome, manners)
                step()
    finally:
        _write_report(wanted.report_path, outcomes, time.perf_counter() - started)
    manners.say(report.batch_summary(outcomes, archived=choices.archive))
    return max((outcome.exit_code for outcome in outcomes), default=ExitCode.DONE)


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


def _write_report(path: Path | None, outcomes: Iterable[Outcome], seconds: float) -> None:
    from memogen import report  # noqa: PLC0415
    from memogen.files import write_whole  # noqa: PLC0415

    if path is not None:
        write_whole(path, report.batch_json(outcomes, seconds).encode())
