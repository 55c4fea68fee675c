"""``memogen explain``: what a remark means."""

from __future__ import annotations

import click

from memogen.cli.options import Manners, manners
from memogen.errors import UsageError


@click.command(
    "explain",
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
    text = rules.explain(code)
    if text is None:
        near = rules.nearest(code.upper(), [rule.code for rule in rules.every()])
        hint = f"menade du {near}?" if near else 'kör "memogen explain" för att se alla koder'
        raise UsageError(f'koden "{code}" finns inte', hint)
    click.echo(text)
    return 0
