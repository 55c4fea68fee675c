"""``memogen render``: checks, then makes Word documents, and PDF when asked."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from memogen.cli.options import Manners, existing, manners
from memogen.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memogen.setting import Outcome

KINDS = {
    "tjansteskrivelse": "tjansteskrivelse",
    "arende": "tjansteskrivelse",
    "styrdokument": "styrdokument",
    "remiss": "remiss",
    "protokollsutdrag": "protokollsutdrag",
    "utdrag": "protokollsutdrag",
    "protokoll": "protokoll",
    "kallelse": "kallelse",
    "foredragningslista": "kallelse",
    "anslagsbevis": "anslagsbevis",
    "register": "register",
}


@click.command(
    "render",
    short_help="Gör Word- och PDF-dokument.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen render                           Word-dokument av allt under cases/
  memogen render cases/taxa.yaml --pdf     ett ärende till Word och PDF
  memogen render --only remiss             bara remisserna
  memogen render --report rapport.json     vad som gjordes, för andra program""",
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[SÖKVÄG]...")
@click.option("--pdf", is_flag=True, help="Gör PDF också (kräver LibreOffice).")
@click.option("--only", "kinds", multiple=True, metavar="SLAG", help="Bara ett slags dokument (kan upprepas).")
@click.option("--out", type=click.Path(path_type=Path), metavar="MAPP", help="Var dokumenten läggs (förval: output/).")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Antal arbetsprocesser (förval: en per kärna).")
@click.option("--force", is_flag=True, help="Gör om även det som är oförändrat eller redigerat för hand.")
@click.option("--strict", is_flag=True, help="Varningar räknas som fel.")
@click.option(
    "--report", "report_path", type=click.Path(path_type=Path), metavar="FIL", help="Skriv en rapport i JSON."
)
@manners
def command(  # noqa: PLR0913 - one parameter for each option of the contract
    paths: tuple[Path, ...],
    kinds: tuple[str, ...],
    out: Path | None,
    jobs: int | None,
    report_path: Path | None,
    *,
    pdf: bool,
    force: bool,
    strict: bool,
    manners: Manners,
) -> int:
    """Kontrollera ärendefiler och gör Word-dokument av dem som är rätt."""
    from memogen import batch, pipeline, report  # noqa: PLC0415 - the house is not needed for --help
    from memogen.errors import Rejected  # noqa: PLC0415
    from memogen.setting import Choices, Outcome  # noqa: PLC0415

    started = time.perf_counter()
    place = manners.workspace(paths)
    files = existing(paths, place)
    only = frozenset(_kind(kind) for kind in kinds)
    output = Path(out.absolute() if out else place.output)
    choices = Choices(output, pdf, force, strict, only)
    try:
        setting = pipeline.prepare(place, choices, files)
    except Rejected as rejected:
        manners.say(report.diagnostics(rejected.diagnostics, "full", colour=manners.colours(sys.stderr)), level=-1)
        manners.say(report.summary(rejected.diagnostics, 1))
        if report_path is not None:
            path = rejected.diagnostics[0].place.path
            refused = Outcome(path, "refused", diagnostics=rejected.diagnostics, exit_code=ExitCode.MATERIAL)
            _write_report(report_path, [refused], time.perf_counter() - started)
        return ExitCode.MATERIAL
    outcomes: list[Outcome] = []
    try:
        with report.progress("Gör dokument", len(files), shown=manners.verbosity >= 0) as step:
            for outcome in batch.make_all(files, setting, jobs=jobs):
                outcomes.append(outcome)
                _tell(outcome, manners)
                step()
    finally:
        if report_path is not None:
            _write_report(report_path, outcomes, time.perf_counter() - started)
    manners.say(report.batch_summary(outcomes))
    return max((outcome.exit_code for outcome in outcomes), default=ExitCode.DONE)


def _tell(outcome: Outcome, manners: Manners) -> None:
    """Paths on stdout, everything else on stderr."""
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


def _kind(text: str) -> str:
    from memogen.model.nyckel import fold  # noqa: PLC0415

    kind = KINDS.get(fold(text))
    if kind is None:
        raise UsageError(f'"{text}" är inte ett slags dokument', f"välj bland {', '.join(sorted(set(KINDS.values())))}")
    return kind


def _write_report(path: Path, outcomes: Iterable[Outcome], seconds: float) -> None:
    from memogen import report  # noqa: PLC0415
    from memogen.files import write_whole  # noqa: PLC0415

    write_whole(path, report.batch_json(outcomes, seconds).encode())
