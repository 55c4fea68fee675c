"""``memogen template``: Word templates, before anyone uses them."""

from __future__ import annotations

import click

from memogen.cli.commands import Commands
from memogen.cli.options import Manners, manners, remember


@click.group(
    "template",
    cls=Commands,
    package=__name__,
    names=("check", "fields", "new"),
    short_help="Granska och gör Word-mallar, och visa vilka fält som finns.",
    options_metavar="[FLAGGOR]",
    subcommand_metavar="KOMMANDO [ARGUMENT]...",
    epilog="""\b
Exempel:
  memogen template check                     granska arbetsytans alla mallar
  memogen template check mall.docx --mark    visa felen som kommentarer i Word
  memogen template fields tjänsteskrivelse   vilka fält mallen kan fråga efter
  memogen template new remiss --from gammal.docx    en mall ur en handling som finns""",
)
@manners
def command(*, manners: Manners) -> None:
    """Granska Word-mallar, se vilka fält de kan fråga efter, och gör mallar av handlingar som redan finns."""
    remember(manners)
