"""Options and manners that the commands share."""

from __future__ import annotations

import functools
import os
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from memogen import __version__, workspace
from memogen.errors import UsageError
from memogen.setting import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from memogen.workspace import Workspace

Command = TypeVar("Command", bound="Callable[..., Any]")


class Location(click.Path):
    """A path as a person writes it; spelled as the disk spells it, where that stores å ä ö decomposed."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - as click has it
        """The path; an empty one is refused, for it would mean the folder where one stands."""
        if value == "":
            self.fail("sökvägen är tom", param, ctx)
        return workspace.as_stored(Path(os.fsdecode(super().convert(value, param, ctx))))


class Count(click.IntRange):
    """A number of something, at least one."""

    def __init__(self) -> None:
        super().__init__(min=1)

    def _describe_range(self) -> str:
        return "minst 1"


class Manners(NamedTuple):
    """How memogen behaves towards the person: how much it says, in colour or not, and where it works."""

    verbosity: int = 0
    colour: str = "auto"
    folder: Path | None = None

    def colours(self, stream: Any) -> bool:  # noqa: ANN401 - any text stream
        """Whether to write colour to a stream: ``--color``, then ``NO_COLOR``, then whether it is a terminal."""
        if self.colour != "auto":
            return self.colour == "always"
        return not os.environ.get("NO_COLOR") and bool(stream.isatty())

    def say(self, text: str, *, level: int = 0) -> None:
        """Tell something on stderr, unless ``--quiet`` asks for less than ``level``."""
        if self.verbosity >= level:
            click.echo(text, err=True, color=self.colours(sys.stderr))

    def workspace(self, paths: Sequence[Path]) -> Workspace:
        """The workspace that was pointed out, or the one around the first path, or around here.

        Raises:
            UsageError: the paths lie in different workspaces, or there is no such folder, nor perhaps the one where the
                person stands.
        """
        here = _here()
        if self.folder is not None:
            return workspace.at(self.folder)
        if not paths:
            return workspace.find(here)
        found = [workspace.find(path) for path in paths]
        if any(other.profile != found[0].profile for other in found):
            raise UsageError(
                "filerna ligger i olika arbetsytor", "kör kommandot en gång för varje arbetsyta, eller ange --workspace"
            )
        return found[0]


def _here() -> Path:
    """The folder where the person stands.

    Raises:
        UsageError: somebody has taken it away.
    """
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise UsageError(
            "mappen som du står i finns inte längre", "gå till en annan mapp och kör kommandot igen"
        ) from None


def manners(command: Command) -> Command:
    """Give a command the common options; it gets them as one ``manners``, with those that stand before its name."""

    @click.option("--workspace", "folder", type=Location(), metavar="MAPP", help="Arbetsytans mapp.")
    @click.option("-v", "--verbose", count=True, help="Säg mer (kan upprepas).")
    @click.option("-q", "--quiet", count=True, help="Säg mindre (kan upprepas).")
    @click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Färg: auto, always (alltid) eller never (aldrig). NO_COLOR stänger av färgen.",
    )
    @click.version_option(__version__, "-V", "--version", message="memogen %(version)s", help="Visa versionen.")
    @functools.wraps(command)
    def with_manners(folder: Path | None, verbose: int, quiet: int, color: str, **rest: Any) -> Any:  # noqa: ANN401
        outer = click.get_current_context().find_object(Manners) or Manners()
        verbosity = outer.verbosity + verbose - quiet
        own = Manners(verbosity, outer.colour if color == "auto" else color, folder or outer.folder)
        return command(manners=own, **rest)

    return with_manners  # type: ignore[return-value]  # the common options are taken off on the way in


def remember(manners: Manners) -> None:
    """Let the command that comes next have the options that stand before its name."""
    click.get_current_context().obj = manners


def known_command(name: str, commands: Sequence[str]) -> None:
    """Let a command's name pass where there is such a command.

    Raises:
        UsageError: there is none.
    """
    if name in commands or name.startswith("-"):
        return
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    near = next(iter(get_close_matches(name, commands, n=1)), "")
    hint = f'menade du "{near}"?' if near else f"välj bland {', '.join(commands)}"
    raise UsageError(f'kommandot "{name}" finns inte', hint)


def existing(paths: Sequence[Path], place: Workspace) -> workspace.Paths:
    """The memogen files that the paths mean: files as they are, folders with all that is under them.

    Raises:
        UsageError: a path is not there, or nothing was named and the workspace has no ``cases/``.
    """
    if not paths and not place.cases.is_dir():
        raise UsageError(
            f'det finns ingen mapp "{place.cases.name}" i "{place.root}"',
            'ange en fil eller mapp, eller gör en arbetsyta med "memogen init"',
        )
    for path in paths:
        if not path.exists():
            raise UsageError(f'"{path}" finns inte', _nearest_help(path))
    listed = chain.from_iterable(place.names_under(path, _tell_unread) for path in paths or [place.cases])
    named = map(os.path.abspath, listed)  # as text, for there may be fifty thousand
    found = workspace.Paths(dict.fromkeys(named) if len(paths) > 1 else named)
    if not found:
        click.echo("Det finns inga ärendefiler (.yaml) där.", err=True)
    return found


def _tell_unread(error: OSError) -> None:
    click.echo(f'Mappen "{shown(Path(error.filename))}" får inte läsas och hoppas över.', err=True)


def _nearest_help(path: Path) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    if path.parent.is_dir():
        near = get_close_matches(path.name, [p.name for p in path.parent.iterdir()], n=1)
        if near:
            return f'menade du "{path.parent / near[0]}"?'
    return "kontrollera stavningen och i vilken mapp du står"
