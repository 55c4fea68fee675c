"""``memogen template new``: a template from a Word document that the municipality already has."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from memogen.cli.options import Location, Manners, manners
from memogen.errors import ExitCode, OutputError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.render.adoption import Finding

KINDS = {
    "tjansteskrivelse": "tjänsteskrivelse",
    "styrdokument": "styrdokument",
    "remiss": "remiss",
    "protokollsutdrag": "protokollsutdrag",
    "kallelse": "kallelse",
}
"""The kinds that it can be done for, with their Swedish names."""
_OTHER_NAMES = {"arende": "tjansteskrivelse", "tjansteutlatande": "tjansteskrivelse", "utdrag": "protokollsutdrag"}
_UNSURE = "osäker"


@click.command(
    "new",
    short_help="Gör en mall av ett Word-dokument som finns.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen template new tjänsteskrivelse --from gammal.docx
  memogen template new remiss --from remiss.docx --out templates/remiss.docx
  memogen template new utdrag --from utdrag.docx --format json    listan för andra program""",
)
@click.argument("kind", metavar="SLAG")
@click.option(
    "--from",
    "source",
    type=Location(),
    metavar="FIL",
    help="En handling som kommunen har gjort i Word, med brevhuvud och text.",
)
@click.option(
    "--out",
    "target",
    type=Location(),
    metavar="FIL",
    help="Mallen (förval: templates/SLAG.docx i arbetsytan).",
)
@click.option("--format", "layout", type=click.Choice(["text", "json"]), default="text", help="Hur listan visas.")
@manners
def command(kind: str, source: Path | None, target: Path | None, layout: str, *, manners: Manners) -> int:
    """Gör en mall av ett Word-dokument som kommunen redan har.

    Brevhuvud och formatmallar behålls. Fälten läggs in där det gamla ärendets ord stod, och en lista säger vad som
    lades var, hur säkert det är och vad en människa behöver se efter. Dokumentet ändras aldrig. SLAG är
    tjänsteskrivelse, styrdokument, remiss, protokollsutdrag eller kallelse.
    """
    from memogen import pipeline  # noqa: PLC0415 - the house is not needed for --help
    from memogen.files import write_whole  # noqa: PLC0415
    from memogen.render.adoption import adopt  # noqa: PLC0415
    from memogen.setting import Choices, shown  # noqa: PLC0415

    name = _kind(kind)
    if source is None:
        raise UsageError("det saknas ett dokument att utgå från", 'skriv "--from FIL"')
    if not source.is_file():
        raise UsageError(f'"{source}" är ingen fil' if source.exists() else f'"{source}" finns inte')
    place = manners.workspace(())
    path = target or place.templates / f"{name}.docx"
    if path.exists():
        raise OutputError(f'"{shown(path)}" finns redan och skrivs inte över', 'ange ett annat filnamn med "--out"')
    made = adopt(source, name, pipeline.prepare(place, Choices(place.output)).profil)
    write_whole(path, made.data)
    click.echo(_data(path, made.found) if layout == "json" else _listed(made.found))
    unsure = sum(finding.certainty == _UNSURE for finding in made.found)
    manners.say(f"{shown(path)} är gjord: {_counted(made.found)}, {unsure} att se efter.")
    manners.say("Öppna mallen i Word, gå igenom listan och gör sedan ett ärende med den.")
    return ExitCode.DONE


def _kind(written: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    from memogen.model.nyckel import fold  # noqa: PLC0415

    name = _OTHER_NAMES.get(fold(written), fold(written))
    if name in KINDS:
        return name
    near = next(iter(get_close_matches(name, KINDS, n=1)), "")
    hint = f'menade du "{KINDS[near]}"?' if near else f"välj bland {', '.join(KINDS.values())}"
    raise UsageError(f'memogen kan inte göra en mall för "{written}" av ett dokument', hint)


def _counted(found: tuple[Finding, ...]) -> str:
    count = sum(bool(finding.tag) for finding in found)
    return "ett fält lades in" if count == 1 else f"{count} fält lades in"


def _listed(found: tuple[Finding, ...]) -> str:
    """A line for each finding: what was put in first, then what to look at."""
    put = [finding for finding in found if finding.tag]
    rest = [finding for finding in found if not finding.tag]
    lines = [f"{one.certainty:<7} {one.where}: {_quoted(one.found)} → {one.tag}{_look(one)}" for one in put]
    if rest:
        lines += ["", "Se efter:", *(f"{one.where}: {_quoted(one.found)}{_look(one)}" for one in rest)]
    return "\n".join(lines)


def _look(finding: Finding) -> str:
    return f" ({finding.look})" if finding.look else ""


def _quoted(text: str, longest: int = 60) -> str:
    return f'"{text}"' if len(text) <= longest else f'"{text[:longest]}…"'


def _data(path: Path, found: tuple[Finding, ...]) -> str:
    entries: list[dict[str, Any]] = [
        {
            "del": finding.spot.part,
            "stycke": finding.spot.paragraph,
            "plats": finding.where,
            "text": finding.found,
            "tagg": finding.tag,
            "säkerhet": finding.certainty,
            "se efter": finding.look,
        }
        for finding in found
    ]
    return json.dumps({"mall": str(path), "fält": entries}, ensure_ascii=False, indent=2)
