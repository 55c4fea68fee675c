"""``memogen check``: every remark about every file; writes nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from memogen.cli.options import Location, Manners, existing, manners
from memogen.errors import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.diagnostics import Diagnostic

FORMATS = ("full", "concise", "json", "sarif")


@click.command(
    "check",
    short_help="Kontrollera ärendefiler.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen check                            alla filer under cases/
  memogen check cases/taxa.yaml            en fil
  memogen check --format concise cases/    en rad per anmärkning
  memogen check --strict                   varningar räknas som fel""",
)
@click.argument("paths", nargs=-1, type=Location(), metavar="[SÖKVÄG]...")
@click.option("--format", "layout", type=click.Choice(FORMATS), default="full", help="Hur anmärkningarna visas.")
@click.option("--strict", is_flag=True, help="Varningar räknas som fel.")
@manners
def command(paths: tuple[Path, ...], layout: str, *, strict: bool, manners: Manners) -> int:
    """Kontrollera ärendefiler och visa alla anmärkningar. Inget skrivs."""
    from memogen import pipeline, report  # noqa: PLC0415 - the house is not needed for --help
    from memogen.diagnostics import refuse  # noqa: PLC0415
    from memogen.errors import Rejected  # noqa: PLC0415
    from memogen.setting import Choices  # noqa: PLC0415

    place = manners.workspace(paths)
    files = existing(paths, place)
    found: list[Diagnostic] = []
    try:
        setting = pipeline.prepare(place, Choices(place.output), files)
    except Rejected as rejected:
        found += rejected.diagnostics
    else:
        found += setting.profile_remarks
        with report.progress("Kontrollerar", len(files), shown=manners.verbosity >= 0) as step:
            for path in files:
                found += pipeline.check(path, setting).diagnostics
                step()
    text = report.diagnostics(found, layout, colour=manners.colours(sys.stdout))
    if text:
        click.echo(text, color=manners.colours(sys.stdout))
    manners.say(report.summary(found, len(files)))
    return ExitCode.MATERIAL if refuse(found, strict=strict) else ExitCode.DONE
