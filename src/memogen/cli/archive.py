"""``memogen archive``: archive copies, with the bilagor joined, filed with a manifest."""

from __future__ import annotations

import functools
from pathlib import Path

import click

from memogen.cli.options import Count, Location, Manners, existing, manners
from memogen.cli.running import Run, run


@click.command(
    "archive",
    short_help="Lägg arkivexemplar med bilagor i arkivet.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen archive                          arkivexemplar av allt under cases/
  memogen archive cases/taxa.yaml          av ett ärende
  memogen archive --report rapport.json    vad som arkiverades, för andra program
  memogen verify                           att arkivet är helt och oförändrat""",
)
@click.argument("paths", nargs=-1, type=Location(), metavar="[SÖKVÄG]...")
@click.option("--out", type=Location(), metavar="MAPP", help="Arkivets mapp (förval: output/arkiv/).")
@click.option("--jobs", type=Count(), metavar="N", help="Antal arbetsprocesser (förval: en per kärna).")
@click.option("--force", is_flag=True, help="Arkivera en ny version även av det som är oförändrat.")
@click.option("--strict", is_flag=True, help="Varningar räknas som fel.")
@click.option("--report", "report_path", type=Location(), metavar="FIL", help="Skriv en rapport i JSON.")
@manners
def command(  # noqa: PLR0913 - one parameter for each option of the contract
    paths: tuple[Path, ...],
    out: Path | None,
    jobs: int | None,
    report_path: Path | None,
    *,
    force: bool,
    strict: bool,
    manners: Manners,
) -> int:
    """Gör arkivexemplar (PDF/A och PDF/UA) av ärenden och sammanträden, med bilagor, samlad akt och manifest.

    Ett exemplar läggs i arkivet helt eller inte alls, och det som redan ligger där skrivs aldrig över: ett ändrat
    ärende blir nästa version.
    """
    from memogen import batch  # noqa: PLC0415 - the house is not needed for --help
    from memogen.setting import Choices  # noqa: PLC0415

    place = manners.workspace(paths)
    files = existing(paths, place)
    output = Path(out.absolute() if out else place.archive)
    choices = Choices(output, pdf=True, force=force, strict=strict, archive=True)
    wanted = Run("Arkiverar", functools.partial(batch.file_all, workers=batch.Workers(jobs)), report_path)
    return run(wanted, files, place, choices, manners)
