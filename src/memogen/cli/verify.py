"""``memogen verify``: an archive against its manifests and its levels; nothing changed, nothing missing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from memogen.cli.check import FORMATS
from memogen.cli.options import Count, Location, Manners, manners
from memogen.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from memogen.diagnostics import Diagnostic
    from memogen.workspace import Workspace

_MARKS = ("kedja.json", "manifest.json", "*/manifest.json")
"""What an archive or an act has, also when some of it is gone."""


@click.command(
    "verify",
    short_help="Kontrollera att arkivet är helt och oförändrat.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen verify                               hela arkivet i output/arkiv/
  memogen verify output/arkiv/KS-2026-00123    en akt
  memogen verify --format json /mnt/kopia      en kopia av arkivet, för andra program""",
)
@click.argument("paths", nargs=-1, type=Location(), metavar="[SÖKVÄG]...")
@click.option("--format", "layout", type=click.Choice(FORMATS), default="full", help="Hur anmärkningarna visas.")
@click.option("--jobs", type=Count(), metavar="N", help="Antal arbetsprocesser (förval: en per kärna).")
@manners
def command(paths: tuple[Path, ...], layout: str, jobs: int | None, manners: Manners) -> int:
    """Kontrollera att allt i ett arkiv, eller i enstaka akter, är som det arkiverades.

    Varje fil ska finnas och vara oförändrad, ingen ska ha kommit till, PDF-filerna ska hålla sin nivå, och manifesten
    ska hänga ihop.
    """
    from memogen import batch, report  # noqa: PLC0415 - the house is not needed for --help
    from memogen.acts import verified  # noqa: PLC0415

    wanted = verified.wanted(_places(paths, manners.workspace(paths)))
    found: list[Diagnostic] = []
    looks = {}
    with report.progress("Kontrollerar akter", len(wanted.folders), shown=manners.verbosity >= 0) as step:
        for act in batch.verify_all(wanted.folders, jobs=jobs):
            found += act.diagnostics
            looks[act.look.folder] = act.look
            step()
    for stock in wanted.stocks:
        found += verified.between(stock, [looks[folder] for folder in stock.folders])
        if stock.head is not None:
            manners.say(f"kedjans sista kontrollsumma i {stock.archive}: {stock.head.latest.digest}", level=1)
    text = report.diagnostics(found, layout, colour=manners.colours(sys.stdout))
    if text:
        click.echo(text, color=manners.colours(sys.stdout))
    manners.say(report.archive_summary(found, len(wanted.folders)))
    return ExitCode.MATERIAL if found else ExitCode.DONE


def _places(paths: Sequence[Path], workspace: Workspace) -> Iterator[Path]:
    for path in paths or [workspace.archive]:
        if not _is_marked(path):
            hint = 'gör arkivexemplar med "memogen archive"' if not paths else "ange arkivets mapp eller en akts mapp"
            missing = f'; "{path}" finns inte' if paths and not path.exists() else f' i "{path}"'
            raise UsageError(f"det finns inget arkiv{missing}", hint)
        yield path.absolute()


def _is_marked(path: Path) -> bool:
    from memogen.acts.verified import is_act  # noqa: PLC0415 - as above

    try:
        next(path.iterdir(), None)  # glob passes over what may not be read
        return is_act(path) or any(next(path.glob(mark), None) for mark in _MARKS)
    except PermissionError:
        raise UsageError(f'"{path}" får inte läsas', "kontrollera rättigheterna till mappen") from None
    except OSError:  # there is no such folder
        return False
