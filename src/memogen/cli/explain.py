"""``memogen explain``: what a remark means."""

from __future__ import annotations

import click

from memogen.cli.options import Manners, manners


@click.command(
    "explain",
    short_help="Förklara en anmärkning.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen explain BE09    vad regeln kräver, varför, och hur man gör i stället
  memogen explain         alla koder, en per rad""",
)
@click.argument("code", required=False, metavar="[KOD]")
@manners
def command(code: str | None, *, manners: Manners) -> int:
    """Förklara en anmärkning: vad, varför, exempel, i stället, lag."""
    from memogen import rules  # noqa: PLC0415 - the rules are not needed for --help

    del manners
    if code is None:
        for rule in rules.every():
            click.echo(f"{rule.code}  {rule.severity.value:8} {rule.title}")
        return 0
    click.echo(rules.explain(code))
    return 0
