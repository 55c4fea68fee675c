"""``memogen new``: an annotated file to fill in."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from typing import TYPE_CHECKING

import click

from memogen.cli.options import Location, Manners, manners
from memogen.errors import OutputError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("ärende", "sammanträde", "styrdokument", "remiss", "protokollsutdrag")
"""The kinds as people write them."""
KINDS = {
    "arende": ("diarienummer", "rubrik", "förvaltning", "handläggare"),
    "styrdokument": ("diarienummer", "rubrik", "kategori"),
    "remiss": ("diarienummer", "rubrik", "avsändare", "svar senast"),
    "protokollsutdrag": ("organ", "datum", "paragraf", "ärende"),
    "sammantrade": ("organ", "datum", "tid", "plats"),
}
"""The kinds, and what a person is asked for on a terminal."""
_NO_CASE = '  - ärende: "[skriv ärendets diarienummer]"'
"""What stands in a new meeting until there is a case that is up."""


@click.command(
    "new",
    short_help="Gör en ny fil med förklaringar.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen new ärende                                  frågar, och gör en fil under cases/
  memogen new arende cases/taxa.yaml --set rubrik="Ny taxa" --set handläggare="Anna Ek"
  memogen new remiss cases/remiss.yaml                med förklaringar att skriva över
  memogen new sammanträde --set organ=KS --set datum=2026-04-14    med de ärenden som står på tur""",
)
@click.argument("kind", metavar="SLAG")
@click.argument("file", required=False, type=Location(), metavar="[FIL]")
@click.option("--set", "settings", multiple=True, metavar="NYCKEL=VÄRDE", help="Fyll i ett värde (kan upprepas).")
@manners
def command(kind: str, file: Path | None, settings: tuple[str, ...], *, manners: Manners) -> int:
    """Gör en ny fil med förklaringar: ärende, sammanträde, styrdokument, remiss eller protokollsutdrag."""
    from memogen.files import safe_name, write_whole  # noqa: PLC0415 - the house is not needed for --help
    from memogen.model.nyckel import fold  # noqa: PLC0415
    from memogen.setting import shown  # noqa: PLC0415
    from memogen.workspace import shipped  # noqa: PLC0415

    name = fold(kind)
    if name not in KINDS:
        raise UsageError(f'"{kind}" är inte ett slags fil', f"välj bland {', '.join(NAMES)}")
    values = _values(settings)
    if sys.stdin.isatty() and not settings:
        values |= _asked(KINDS[name])
    text = shipped("new", f"{name}.yaml").read_text(encoding="utf-8")
    text = text.replace("{i dag}", dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat())
    text = _filled(text, values)
    if name == "sammantrade":
        text = text.replace(_NO_CASE, _agenda(values.get("organ", ["Kommunstyrelsen"])[0], manners))
    target = file or manners.workspace([]).cases / f"{safe_name(_file_name(name, values))}.yaml"
    if target.is_dir():
        raise UsageError(f'"{shown(target)}" är en mapp, inte en fil', "skriv också filens namn")
    if target.exists():
        raise OutputError(f'"{shown(target)}" finns redan och skrivs inte över', "ange ett annat filnamn")
    write_whole(target, text.replace("DEN_HÄR_FILEN", str(shown(target))).encode())
    click.echo(str(shown(target)))
    manners.say(f'Fyll i filen och kör sedan "memogen check {shown(target)}".')
    return 0


def _file_name(kind: str, values: dict[str, list[str]]) -> str:
    """What the file is called when the person has not said: the number, or the organ and the day."""
    if kind == "sammantrade":
        return "-".join([*values.get("organ", []), *values.get("datum", [])]) or kind
    return values.get("diarienummer", [kind])[0]


def _agenda(organ: str, manners: Manners) -> str:
    """A paragraph for each ärende of the workspace that is up in the organ, as lines of YAML."""
    from memogen import pipeline  # noqa: PLC0415 - only a meeting needs to know the workspace's cases
    from memogen.setting import Choices  # noqa: PLC0415

    place = manners.workspace([])
    setting = pipeline.prepare(place, Choices(place.output))
    found = setting.index.waiting_for(organ)
    # A case that nobody has filled in has no number to be named by.
    named = [(number, " ".join(heading.split())) for number, heading in found if not number.startswith("[")]
    lines = [f"  - ärende: {_yaml([number])}    # {heading}" for number, heading in named]
    return "\n".join(lines or [_NO_CASE])


def _values(settings: tuple[str, ...]) -> dict[str, list[str]]:
    """``key=value`` pairs by folded key; a key that is given several times is a list."""
    from memogen.model.nyckel import fold  # noqa: PLC0415

    values: dict[str, list[str]] = {}
    for setting in settings:
        key, separator, value = setting.partition("=")
        if not separator or not key.strip():
            raise UsageError(f'"{setting}" är inte NYCKEL=VÄRDE', 'skriv till exempel --set rubrik="Ny taxa"')
        values.setdefault(fold(key), []).append(value.strip())
    return values


def _asked(keys: tuple[str, ...]) -> dict[str, list[str]]:
    """What the person answers; an empty answer leaves the explanation in the file."""
    from memogen.model.nyckel import fold  # noqa: PLC0415

    click.echo("Svara, eller tryck Enter för att fylla i senare.", err=True)
    answers = {key: click.prompt(key, default="", show_default=False, err=True) for key in keys}
    return {fold(key): [answer.strip()] for key, answer in answers.items() if answer.strip()}


def _filled(text: str, values: dict[str, list[str]]) -> str:
    """The text with the values in place of the explanations; comments and order are kept."""
    from memogen.model.nyckel import fold  # noqa: PLC0415

    lines: list[str] = []
    waiting = dict(values)
    dropping = False
    for line in text.splitlines():
        if dropping and (line.startswith((" ", "-")) or (not line.strip() and lines and not lines[-1].strip())):
            continue
        dropping = False
        match = re.match(r"(?:# )?(?P<key>[^\s#:][^:#]*):(?: |$)", line)
        key = fold(match["key"]) if match else ""
        if match and key in waiting:
            lines.append(f"{match['key']}: {_yaml(waiting.pop(key))}")
            dropping = True
        else:
            lines.append(line)
    if waiting:
        raise UsageError(f'nyckeln "{next(iter(waiting))}" finns inte i den här sortens fil', "se filens förklaringar")
    return "\n".join(lines) + "\n"


def _yaml(values: list[str]) -> str:
    """A value as YAML: quoted where a bare word could be misread."""
    quoted = [v if re.fullmatch(r"[\wÅÄÖåäö][\w .()/-]*", v) else json.dumps(v, ensure_ascii=False) for v in values]
    return quoted[0] if len(quoted) == 1 else f"[{', '.join(json.dumps(v, ensure_ascii=False) for v in values)}]"
