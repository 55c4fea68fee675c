"""``memogen template``: Word templates, before anyone uses them."""

from __future__ import annotations

from importlib import import_module

import click

from memogen.cli.options import Manners, known_command, manners, remember

COMMANDS = ("check", "fields", "new")


class Commands(click.Group):
    """The commands about templates, each read from its own module when it is first asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        del ctx
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, with what is left for it."""
        if not ctx.resilient_parsing:
            known_command(args[0], COMMANDS)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; None where there is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command


@click.group(
    "template",
    cls=Commands,
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
