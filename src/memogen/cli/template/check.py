"""``memogen template check``: every fault of a template at once, with its place in Word's terms."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from memogen.artifacts.catalogue import KINDS
from memogen.cli.check import FORMATS
from memogen.cli.options import Location, Manners, manners
from memogen.cli.template.kinds import meant
from memogen.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.diagnostics import Diagnostic


@click.command(
    "check",
    short_help="Granska mallar.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen template check                        arbetsytans alla mallar
  memogen template check min.docx               en mall
  memogen template check min.docx --mark        felen som kommentarer i min.granskad.docx
  memogen template check min.docx --fix         laga det som bara kan lagas på ett sätt
  memogen template check min.docx --kind remiss granska den som mall för en remiss""",
)
@click.argument("files", nargs=-1, type=Location(), metavar="[FIL]...")
@click.option("--format", "layout", type=click.Choice(FORMATS), default="full", help="Hur anmärkningarna visas.")
@click.option("--kind", metavar="SLAG", help="Vilken handling mallen är för.")
@click.option("--strict", is_flag=True, help="Varningar räknas som fel.")
@click.option("--mark", is_flag=True, help="Skriv FIL.granskad.docx, med en kommentar på varje ställe.")
@click.option("--fix", is_flag=True, help="Laga det som har ett enda svar; originalet sparas som FIL.docx.bak.")
@manners
def command(  # noqa: PLR0913 - one parameter for each option of the contract
    files: tuple[Path, ...], layout: str, kind: str | None, *, strict: bool, mark: bool, fix: bool, manners: Manners
) -> int:
    """Granska Word-mallar: alla fel på en gång, vart och ett med sin plats i Word.

    Utan FIL granskas arbetsytans mallar och de som profilen nämner. Mallen själv ändras aldrig, utom av --fix.
    """
    from memogen import pipeline, report, templates  # noqa: PLC0415 - the house is not needed for --help
    from memogen.diagnostics import refuse  # noqa: PLC0415
    from memogen.errors import Rejected  # noqa: PLC0415
    from memogen.setting import Choices, shown  # noqa: PLC0415

    _check_files(files)
    wanted = meant(kind) if kind else ""
    place = manners.workspace(files)
    try:
        setting = pipeline.prepare(place, Choices(place.output))
    except Rejected as rejected:
        click.echo(report.diagnostics(rejected.diagnostics, layout, colour=manners.colours(sys.stdout)))
        return ExitCode.MATERIAL
    chosen = [path.absolute() for path in files] or templates.every(setting)
    found: list[Diagnostic] = []
    for path in chosen:
        reviewed = templates.check(path, setting, wanted)
        if fix:
            reviewed, done = templates.mend(reviewed, setting)
            for line in done:
                manners.say(f"{shown(path)}: {line}")
        if mark and (marked := templates.mark(reviewed)):
            manners.say(f"anmärkningarna står som kommentarer i {shown(marked)}")
        manners.say(f"{shown(path)}: granskad som mall för {KINDS[reviewed.kind][0]}", level=1)
        found += reviewed.diagnostics
    text = report.diagnostics(found, layout, colour=manners.colours(sys.stdout))
    if text:
        click.echo(text, color=manners.colours(sys.stdout))
    manners.say(report.summary(found, len(chosen)))
    return ExitCode.MATERIAL if refuse(found, strict=strict) else ExitCode.DONE


def _check_files(files: tuple[Path, ...]) -> None:
    for path in files:
        if not path.is_file():
            raise UsageError(f'"{path}" {"är ingen fil" if path.exists() else "finns inte"}')
