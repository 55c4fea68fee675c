"""``memogen schema``: JSON Schema, for completion in an editor."""

from __future__ import annotations

import click

from memogen.cli.options import Manners, manners
from memogen.errors import UsageError


@click.command(
    "schema",
    short_help="Skriv JSON Schema för en redigerare.",
    options_metavar="[FLAGGOR]",
    epilog="""\b
Exempel:
  memogen schema > arende.schema.json       för ärendefiler
  memogen schema profil                     för memogen.yaml
  # yaml-language-server: $schema=arende.schema.json   (första raden i en fil i VS Code)""",
)
@click.argument("kind", default="ärende", metavar="[SLAG]")
@manners
def command(kind: str, *, manners: Manners) -> int:
    """Skriv JSON Schema för ett slags fil, för komplettering i en redigerare."""
    import json  # noqa: PLC0415 - the house is not needed for --help

    from memogen import validate  # noqa: PLC0415

    del manners
    try:
        schema = validate.schema(kind)
    except KeyError:
        raise UsageError(f'"{kind}" är inte ett slags fil', f"välj bland {', '.join(validate.kinds())}") from None
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
    return 0
