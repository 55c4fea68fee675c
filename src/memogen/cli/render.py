"""``memogen render``: checks, then makes Word documents, and PDF when asked."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import click

from memogen.cli.options import Count, Location, Manners, existing, manners
from memogen.cli.running import Run, run
from memogen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from memogen.setting import Outcome, Setting

KINDS = {
    "tjansteskrivelse": "tjansteskrivelse",
    "arende": "tjansteskrivelse",
    "styrdokument": "styrdokument",
    "remiss": "remiss",
    "protokollsutdrag": "protokollsutdrag",
    "utdrag": "protokollsutdrag",
    "protokoll": "protokoll",
    "kallelse": "kallelse",
    "foredragningslista": "kallelse",
    "anslagsbevis": "anslagsbevis",
    "register": "register",
}


@click.command(
    "render",
    short_help="Gör Word- och PDF-dokument.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen render                           Word-dokument av allt under cases/
  memogen render cases/taxa.yaml --pdf     ett ärende till Word och PDF
  memogen render --only remiss             bara remisserna
  memogen render --report rapport.json     vad som gjordes, för andra program""",
)
@click.argument("paths", nargs=-1, type=Location(), metavar="[SÖKVÄG]...")
@click.option("--pdf", is_flag=True, help="Gör PDF också (kräver LibreOffice).")
@click.option("--only", "kinds", multiple=True, metavar="SLAG", help="Bara ett slags dokument (kan upprepas).")
@click.option("--out", type=Location(), metavar="MAPP", help="Var dokumenten läggs (förval: output/).")
@click.option("--jobs", type=Count(), metavar="N", help="Antal arbetsprocesser (förval: en per kärna).")
@click.option("--scheduler", metavar="ADRESS", help="Låt ett Dask-kluster göra arbetet, t.ex. tcp://värd:8786.")
@click.option("--force", is_flag=True, help="Gör om även det som är oförändrat eller redigerat för hand.")
@click.option("--strict", is_flag=True, help="Varningar räknas som fel.")
@click.option("--report", "report_path", type=Location(), metavar="FIL", help="Skriv en rapport i JSON.")
@manners
def command(  # noqa: PLR0913 - one parameter for each option of the contract
    paths: tuple[Path, ...],
    kinds: tuple[str, ...],
    out: Path | None,
    jobs: int | None,
    scheduler: str | None,
    report_path: Path | None,
    *,
    pdf: bool,
    force: bool,
    strict: bool,
    manners: Manners,
) -> int:
    """Kontrollera ärendefiler och gör Word-dokument av dem som är rätt."""
    from memogen.setting import Choices  # noqa: PLC0415 - the house is not needed for --help

    if jobs is not None and scheduler is not None:
        raise UsageError("--jobs och --scheduler går inte ihop", "klustret avgör självt hur många som arbetar")
    place = manners.workspace(paths)
    files = existing(paths, place)
    only = frozenset(_kind(kind) for kind in kinds)
    choices = Choices(_outside_archives(out.absolute()) if out else place.output, pdf, force, strict, only)
    wanted = Run("Gör dokument", functools.partial(_made, jobs, scheduler), report_path)
    return run(wanted, files, place, choices, manners)


def _outside_archives(folder: Path) -> Path:
    """The folder; what is filed in an archive may only be filed there by ``memogen archive``.

    Raises:
        UsageError: it is an archive, or lies in one.
    """
    from memogen.files import is_there  # noqa: PLC0415 - the house is not needed for --help

    resolved = folder.resolve()
    for place in (resolved, *resolved.parents):
        if is_there(place / "kedja.json"):
            raise UsageError(f'"{place}" är ett arkiv, där bara arkivexemplar läggs', "välj en annan mapp med --out")
    return folder


def _made(jobs: int | None, scheduler: str | None, files: Sequence[Path], setting: Setting) -> Iterator[Outcome]:
    from memogen import batch  # noqa: PLC0415 - where nothing has changed, nobody is needed

    return batch.make_all(files, setting, workers=batch.Workers(jobs, scheduler))


def _kind(text: str) -> str:
    from memogen.model.nyckel import fold  # noqa: PLC0415

    kind = KINDS.get(fold(text))
    if kind is None:
        raise UsageError(f'"{text}" är inte ett slags dokument', f"välj bland {', '.join(sorted(set(KINDS.values())))}")
    return kind
