"""The one place where refusals become messages and exit codes."""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from memogen import __version__
from memogen.cli import STOPPED
from memogen.cli.commands import Commands
from memogen.cli.options import Manners, manners, remember
from memogen.errors import ExitCode, MemogenError, Rejected
from memogen.files import is_full, shortage

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("archive", "check", "doctor", "explain", "init", "new", "render", "schema", "template", "verify")


@click.group(
    cls=Commands,
    package="memogen.cli",
    names=COMMANDS,
    options_metavar="[FLAGGOR]",
    subcommand_metavar="KOMMANDO [ARGUMENT]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Exempel:
  memogen init                 gör en arbetsyta i den här mappen
  memogen check                kontrollera alla ärenden
  memogen render --pdf         gör Word- och PDF-dokument
  memogen archive              lägg arkivexemplar i arkivet
  memogen explain BE09         vad en anmärkning betyder""",
)
@manners
def memogen(*, manners: Manners) -> None:
    """Kommunala beslutsdokument ur vanlig text: kontrollera ärendefiler och häll dem i Word-mallar."""
    remember(manners)


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code says how it went. Nothing but SystemExit from below gets past."""
    _speak_swedish()
    try:
        code = memogen.main(list(arguments), prog_name="memogen", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return ExitCode.USAGE
    except click.UsageError as error:
        _tell_usage(error, arguments)
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo(f"\n{STOPPED}", err=True)
        return ExitCode.STOPPED
    except MemogenError as error:
        _tell_refusal(error, arguments)
        return error.exit_code
    except BrokenPipeError:
        # The reader has had enough (as with "| head"); a second complaint at exit would help nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except Exception as error:  # noqa: BLE001 - the last door: a fault of memogen's own must not look like the user's
        return _tell_bug(error, arguments)


def _speak_swedish() -> None:
    """Let click take its own words from our catalogue, whatever the language of the machine."""
    os.environ["LANGUAGE"] = "sv"
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))


def _tell_usage(error: click.UsageError, arguments: Sequence[str]) -> None:
    if error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
        click.echo(f'Kör "{error.ctx.command_path} --help" för hjälp.', err=True)
    _tell(error.format_message(), "", arguments)


def _tell_refusal(error: MemogenError, arguments: Sequence[str]) -> None:
    if isinstance(error, Rejected):
        from memogen import report  # noqa: PLC0415 - the house is not needed for --help

        told = report.diagnostics(error.diagnostics, "full", colour=True)
        click.echo(told, err=True, color=_colour(arguments))
    else:
        _tell(error.message, error.hint, arguments)


def _tell(message: str, hint: str, arguments: Sequence[str]) -> None:
    click.echo(f"{click.style('fel', fg='red', bold=True)}: {message}", err=True, color=_colour(arguments))
    if hint:
        click.echo(f"  = hjälp: {hint}", err=True)


def _colour(arguments: Sequence[str]) -> bool | None:
    """What ``--color`` and ``NO_COLOR`` ask of stderr; None leaves it to the terminal.

    From the command line as it stands: it may be what is wrong.
    """
    asked = " ".join(arguments).replace("--color=", "--color ").rpartition("--color ")[2]
    wish = {"always": True, "never": False}.get(asked.partition(" ")[0])
    if wish is not None:
        return wish
    return False if os.environ.get("NO_COLOR") else None


def _tell_bug(error: Exception, arguments: Sequence[str]) -> int:
    if isinstance(error, OSError) and is_full(error):
        _tell(
            "utskriften gick inte att skriva: disken är full", "frigör utrymme, eller skriv någon annanstans", arguments
        )
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OUTPUT
    if short := shortage(error):
        _tell(short.message, short.hint, arguments)
        return short.exit_code
    facts: dict[str, Any] = {"memogen": __version__, "python": sys.version.split()[0], "plattform": sys.platform}
    _tell(
        f"det här är ett fel i memogen ({type(error).__name__}), inte i dina filer",
        "anmäl felet med kommandot som du körde och raderna nedan; -vv visar mer",
        arguments,
    )
    click.echo("  " + ", ".join(f"{name} {value}" for name, value in facts.items()), err=True)
    if any(a.startswith("-v") or a == "--verbose" for a in arguments):
        import traceback  # noqa: PLC0415 - only when it is asked for

        click.echo("".join(traceback.format_exception(error)), err=True)
    return ExitCode.BUG
