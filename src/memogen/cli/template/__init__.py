"""``memogen template``: Word templates, before anyone uses them."""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = ("new",)


class Commands(click.Group):
    """The commands about templates, each read from its own module when it is first asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        del ctx
        return list(COMMANDS)

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
    short_help="Gör Word-mallar.",
    options_metavar="[FLAGGOR]",
    subcommand_metavar="KOMMANDO [ARGUMENT]...",
    epilog="""\b
Exempel:
  memogen template new tjänsteskrivelse --from gammal.docx    en mall ur en handling som finns""",
)
def command() -> None:
    """Gör Word-mallar av handlingar som kommunen redan har."""
