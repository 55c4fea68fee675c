"""ID09: the ärendemening stands in the public register, so it tells of no private person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule
from memogen.rules.personuppgifter import private_contacts, shaped_as_personal
from memogen.rules.texter import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """A personal number, or a private address or telephone, in the rubrik."""
    rubrik: str = getattr(document, "rubrik", None) or ""
    text = Text(("rubrik",), rubrik)
    advice = "skriv vad ärendet gäller utan att peka ut personen"
    for found in shaped_as_personal(rubrik):
        yield text.remark("ID09", found, "rubriken innehåller ett personnummer", help=advice)
    for found in private_contacts(rubrik):
        yield text.remark("ID09", found, "rubriken innehåller en privat kontaktuppgift", help=advice)


RULE = Rule(
    code="ID09",
    title="Personuppgift i rubriken",
    severity=Severity.WARNING,
    what="Rubriken (ärendemeningen) innehåller inget personnummer och ingen privat kontaktuppgift.",
    why="Rubriken blir offentlig i diariet och följer med till kallelse, protokoll och webbplats.",
    example="rubrik: Ansökan om bidrag från Kim Ek, 811218-9876",
    instead="rubrik: Ansökan om bidrag till föreningslokal",
    law="5 kap. 2 § offentlighets- och sekretesslagen (2009:400)",
    check=check,
)
