"""``memogen template fields``: what a template may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from memogen.artifacts.catalogue import KINDS
from memogen.cli.options import Location, Manners, manners
from memogen.cli.template.kinds import meant
from memogen.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "fields",
    short_help="Visa vilka fält en mall kan fråga efter.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen template fields                            fälten i alla slags handlingar
  memogen template fields tjänsteskrivelse           i en
  memogen template fields remiss --format json       för andra program
  memogen template fields --docx fält.docx           som Word-dokument, att kopiera taggarna ur""",
)
@click.argument("kind", required=False, metavar="[SLAG]")
@click.option("--format", "layout", type=click.Choice(["table", "json"]), default="table", help="Hur fälten visas.")
@click.option("--docx", type=Location(), metavar="FIL", help="Skriv ett Word-dokument.")
@manners
def command(kind: str | None, layout: str, docx: Path | None, *, manners: Manners) -> int:
    """Visa alla fält med betydelse, slag och exempel, också avsnitten som profilen lägger till."""
    import json  # noqa: PLC0415 - the house is not needed for --help

    from memogen import pipeline, report, templates  # noqa: PLC0415
    from memogen.setting import Choices, shown  # noqa: PLC0415

    if docx is not None and docx.suffix.lower() != ".docx":
        raise UsageError(f'"{docx}" heter inte som ett Word-dokument', "ange en fil som slutar på .docx")
    wanted = [meant(kind)] if kind else list(KINDS)
    place = manners.workspace(())
    profil = pipeline.prepare(place, Choices(place.output)).profil
    catalogue = {one: templates.known(one, profil) for one in wanted}
    if docx is not None:
        templates.write_list(docx, catalogue)
        click.echo(str(shown(docx)))
    elif layout == "json":
        click.echo(json.dumps(report.field_data(catalogue), ensure_ascii=False, indent=2))
    else:
        click.echo(report.field_table(catalogue))
    return ExitCode.DONE
