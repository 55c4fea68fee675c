"""``memogen init``: makes a workspace; never overwrites."""

from __future__ import annotations

from pathlib import Path

import click

from memogen.cli.options import Manners, manners

_KEPT_OUT = frozenset({"README.md", ".gitkeep"})


@click.command(
    "init",
    short_help="Gör en arbetsyta.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen init               gör en arbetsyta i den här mappen
  memogen init handlingar    gör den i mappen handlingar""",
)
@click.argument("where", default=".", type=click.Path(path_type=Path, file_okay=False), metavar="[MAPP]")
@manners
def command(where: Path, *, manners: Manners) -> int:
    """Gör en arbetsyta: profil, mallar att redigera i Word, exempelärenden. Skriver aldrig över något."""
    from memogen.files import write_whole  # noqa: PLC0415 - the house is not needed for --help
    from memogen.setting import shown  # noqa: PLC0415
    from memogen.workspace import PROFILE, shipped  # noqa: PLC0415

    made = spared = 0
    wanted = [(shipped(PROFILE), where / PROFILE)]
    for name in ("templates", "cases"):
        source = shipped(name)
        files = (path for path in sorted(source.rglob("*")) if path.is_file() and path.name not in _KEPT_OUT)
        wanted += [(path, where / name / path.relative_to(source)) for path in files]
    for source, target in wanted:
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


def write_folder(folder: Path) -> None:
    """Make a folder, or tell in Swedish why not."""
    from memogen.files import unwritable  # noqa: PLC0415

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
