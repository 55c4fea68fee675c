"""NV09: others who were present have a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.sammantrade import Sammantrade
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """Others present without a title; no §§ means that they were there all the time."""
    if not isinstance(document, Sammantrade):
        return
    for position, person in enumerate(document.ovriga_narvarande):
        if not person.titel and not person.parti:
            message = f"{person.namn} saknar titel"
            advice = "skriv {namn: …, titel: …, paragrafer: …}"
            yield Remark("NV09", ("ovriga_narvarande", position), message, advice)


RULE = Rule(
    code="NV09",
    title="Titel saknas för en närvarande",
    severity=Severity.INFO,
    what="Övriga närvarande har titel, och de paragrafer som de var med i om det inte var hela sammanträdet.",
    why="Läsaren ska förstå i vilken egenskap personen var med, och i vilka ärenden.",
    example="övriga närvarande: [Eva Dal]",
    instead="övriga närvarande:\n  - {namn: Eva Dal, titel: jurist, paragrafer: 45–47}",
    law="5 kap. 66 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
