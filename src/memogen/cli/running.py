"""A run over many files, the same for ``render`` and ``archive``: prepared, shown as it goes, reported, summed up."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, NamedTuple

from memogen.cli.telling import Told
from memogen.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from memogen.cli.options import Manners
    from memogen.errors import Rejected
    from memogen.setting import Choices, Outcome, Setting
    from memogen.workspace import Paths, Workspace


_REPORT_BEGINS = b"{"
"""So does every report, which is JSON."""


class Run(NamedTuple):
    """What is done (``many``, with the files and the setting), its name while it goes, and where it is reported."""

    what: str
    many: Callable[[Sequence[Path], Setting], Iterator[Outcome]]
    report_path: Path | None


def run(wanted: Run, files: Paths, place: Workspace, choices: Choices, manners: Manners) -> int:
    """Do it and tell how it went; paths on stdout, everything else on stderr.

    Returns:
        The highest exit code of the files.

    Raises:
        UsageError: the report would take the place of something that is no report.
        OutputError: the report could not be written.
    """
    _spare(wanted.report_path)
    from memogen import report  # noqa: PLC0415 - the house is not needed for --help
    from memogen.errors import Rejected  # noqa: PLC0415

    started = time.perf_counter()
    with ExitStack() as around:
        # First of all: whoever stops the run while thousands of files are looked through has asked for it, too.
        add = around.enter_context(_reported(wanted.report_path, started))
        try:
            outcomes = around.enter_context(_outcomes(wanted, files, place, choices))
        except Rejected as rejected:
            add(_refused(rejected, manners))
            return ExitCode.MATERIAL
        summary = report.BatchSummary(archived=choices.archive)
        step = around.enter_context(report.progress(wanted.what, len(files), shown=manners.verbosity >= 0))
        told = around.enter_context(Told(manners))
        for outcome in outcomes:
            # Counted, written and told, but never kept: there may be fifty thousand.
            summary.add(outcome)
            add(outcome)
            told.add(outcome)
            step()
    manners.say(summary.text())
    return summary.exit_code


@contextmanager
def _outcomes(wanted: Run, files: Paths, place: Workspace, choices: Choices) -> Iterator[Iterator[Outcome]]:
    """How it goes for each file; when all of them are done, it is noted for the next run.

    Raises:
        Rejected: the profile is at fault.
    """

    def many() -> Iterator[Outcome]:
        from memogen import pipeline  # noqa: PLC0415 - where nothing has changed, nobody is needed

        return wanted.many(files, pipeline.prepare(place, choices, files))

    if choices.archive:
        yield many()
        return
    from memogen.ledger import Ledger  # noqa: PLC0415 - as above

    with Ledger(place, files, choices) as ledger:
        standing = None if choices.force else ledger.standing()
        if standing is not None:
            yield standing
            return
        yield map(ledger.noted, many())
        ledger.keep()


def _spare(path: Path | None) -> None:
    """Let a report take the place of an earlier one only: ``--report cases/taxa.yaml`` was meant to name a case.

    Raises:
        UsageError: something else lies there.
    """
    if path is None or not path.is_file():
        return
    try:
        with path.open("rb") as there:
            begins = there.read(len(_REPORT_BEGINS))
    except OSError:
        # The report is told of that when it cannot be written.
        return
    if begins and begins != _REPORT_BEGINS:
        raise UsageError(f'"{path}" är ingen rapport och skrivs inte över', "ange en annan fil efter --report")


def _refused(rejected: Rejected, manners: Manners) -> Outcome:
    """Tell what is wrong with the profile: nothing is done."""
    from memogen import report  # noqa: PLC0415 - as above
    from memogen.setting import Outcome  # noqa: PLC0415

    manners.say(report.diagnostics(rejected.diagnostics, "full", colour=manners.colours(sys.stderr)), level=-1)
    manners.say(report.summary(rejected.diagnostics, 1))
    path = rejected.diagnostics[0].place.path
    return Outcome(path, "refused", diagnostics=rejected.diagnostics, exit_code=ExitCode.MATERIAL)


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
