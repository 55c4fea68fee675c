"""GD01: no personal number in what will be read by anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule
from memogen.rules.personuppgifter import is_personal, shaped_as_personal
from memogen.rules.texter import numbered_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """Every personnummer or samordningsnummer whose check digit is right; the rubrik is ID09's."""
    for text in numbered_texts(document):
        for found in shaped_as_personal(text.value) if text.path != ("rubrik",) else ():
            if is_personal(found):
                advice = "ta bort numret, eller skriv det i en handling som inte publiceras"
                yield text.remark("GD01", found, "texten innehåller ett personnummer", help=advice)


RULE = Rule(
    code="GD01",
    title="Personnummer i texten",
    severity=Severity.WARNING,
    what="Texten innehåller inget personnummer eller samordningsnummer. Kontrollsiffran räknas ut, så andra nummer "
    "med tio siffror ger ingen anmärkning.",
    why="Handlingar till ett politiskt organ läses av många och läggs ofta på webben. Personnummer får inte "
    "följa med dit.",
    example="Ansökan är gjord av Kim Ek, 811218-9876.",
    instead="Ansökan är gjord av en privatperson.",
    law="3 kap. 10 § lag (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning",
    check=check,
)
