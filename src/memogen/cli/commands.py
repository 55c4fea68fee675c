"""Groups of commands that are read one by one."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from memogen.cli.options import known_command

if TYPE_CHECKING:
    from collections.abc import Sequence


class Commands(click.Group):
    """The ``names`` in a ``package``, each read from its own module when it is first asked for."""

    def __init__(self, *arguments: Any, package: str, names: Sequence[str], **rest: Any) -> None:  # noqa: ANN401 - click's
        super().__init__(*arguments, **rest)
        self._package = package
        self._names = names

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        del ctx
        return list(self._names)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, with what is left for it."""
        if not ctx.resilient_parsing:
            known_command(args[0], self._names)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; None where there is none."""
        del ctx
        if cmd_name not in self._names:
            return None
        command: click.Command = import_module(f"{self._package}.{cmd_name}").command
        return command
