"""``memogen init``: makes a workspace; never overwrites."""

from __future__ import annotations

from pathlib import Path

import click

from memogen.cli.options import Location, Manners, manners
from memogen.errors import UsageError

PROFILES = {
    "bjorkvalla": "att-satser, och beslutet först",
    "lommarvik": "hela meningar, handläggaren i sidfoten och den långa beskrivningen sist",
}
"""The invented municipalities that a workspace may begin as; the first is the default."""
_KEPT_OUT = frozenset({"README.md", ".gitkeep"})


@click.command(
    "init",
    short_help="Gör en arbetsyta.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen init                       gör en arbetsyta i den här mappen
  memogen init handlingar            gör den i mappen handlingar
  memogen init --profil lommarvik    börja från en annan kommuns sätt att skriva

\b
Profilerna, båda med mallar och exempelärenden:
"""
    + "\n".join(f"  {name:<12}{described}" for name, described in PROFILES.items()),
)
@click.option(
    "--profil",
    "name",
    default=next(iter(PROFILES)),
    metavar="NAMN",
    help=f"Kommunen att börja från: {' eller '.join(PROFILES)}. Utan flaggan {next(iter(PROFILES))}.",
)
@click.argument("where", required=False, type=Location(), metavar="[MAPP]")
@manners
def command(where: Path | None, name: str, *, manners: Manners) -> int:
    """Gör en arbetsyta: profil, mallar att redigera i Word, exempelärenden. Skriver aldrig över något."""
    from memogen.files import write_whole  # noqa: PLC0415 - the house is not needed for --help
    from memogen.setting import shown  # noqa: PLC0415

    where = where or manners.folder or Path()
    if where.exists() and not where.is_dir():
        raise UsageError(f'"{where}" är en fil, inte en mapp', "ange en annan mapp")
    made = spared = 0
    for source, target in _wanted(_profile(name), where):
        if target.exists():
            spared += 1
            manners.say(f"finns redan, rörs inte: {shown(target)}", level=1)
        else:
            write_whole(target, source.read_bytes())
            click.echo(str(shown(target)))
            made += 1
    write_folder(where / "output")
    manners.say(f"Arbetsytan är klar: {made} filer gjordes, {spared} fanns redan.")
    first = "" if where == Path() else f"cd {where} && "
    manners.say(f'Nästa steg: öppna memogen.yaml, skriv kommunens uppgifter och kör "{first}memogen render --pdf".')
    return 0


def _profile(name: str) -> str:
    """The profile that is meant.

    Raises:
        UsageError: there is no such profile.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a workspace that is made needs it

    from memogen.model.nyckel import fold  # noqa: PLC0415

    wanted = fold(name)
    if wanted in PROFILES:
        return wanted
    near = next(iter(get_close_matches(wanted, PROFILES, n=1)), "")
    hint = f'menade du "{near}"?' if near else f"välj bland {', '.join(PROFILES)}"
    raise UsageError(f'profilen "{name}" finns inte', hint)


def _wanted(profile: str, where: Path) -> list[tuple[Path, Path]]:
    """Every file of a profile with the place that it gets in the workspace."""
    from memogen.workspace import PROFILE, shipped_profile  # noqa: PLC0415

    wanted = [(shipped_profile(profile, PROFILE), where / PROFILE)]
    for folder in ("templates", "cases"):
        source = shipped_profile(profile, folder)
        files = (path for path in sorted(source.rglob("*")) if path.is_file() and path.name not in _KEPT_OUT)
        wanted += [(path, where / folder / path.relative_to(source)) for path in files]
    return wanted


def write_folder(folder: Path) -> None:
    """Make a folder, or tell in Swedish why not."""
    from memogen.files import unwritable  # noqa: PLC0415

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
