"""``memogen doctor``: programs, versions, fonts, what is missing and how to get it."""

from __future__ import annotations

import sys

import click

from memogen import __version__
from memogen.cli.options import Manners, manners
from memogen.errors import ExitCode

FONTS = ("Carlito", "DejaVu Sans", "Liberation Sans", "Liberation Serif")
"""The font families that the shipped templates name."""


@click.command(
    "doctor",
    short_help="Visa program, versioner och typsnitt.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen doctor    vad som finns, vad som saknas och hur man skaffar det""",
)
@manners
def command(*, manners: Manners) -> int:
    """Visa program, versioner och typsnitt: vad som saknas och hur man skaffar det."""
    from memogen import convert  # noqa: PLC0415 - the house is not needed for --help
    from memogen.archive.bilagor.probe import probe  # noqa: PLC0415 - nor is this room

    colours = manners.colours(sys.stdout)
    click.echo(f"memogen {__version__}, Python {sys.version.split()[0]}")
    missing = False
    for fact in (*convert.probe(FONTS), *probe()):
        missing |= not fact.ok
        mark = click.style("finns ", fg="green") if fact.ok else click.style("saknas", fg="red")
        click.echo(f"{mark} {fact.name}  {fact.version}".rstrip(), color=colours)
        if fact.path:
            click.echo(f"        {fact.path}")
        if not fact.ok:
            click.echo(f"        {fact.problem}\n        = hjälp: {fact.remedy}")
    click.echo("Allt finns." if not missing else "Word-dokument går att göra; PDF och arkiv kräver det som saknas.")
    return ExitCode.TOOL if missing else ExitCode.DONE
