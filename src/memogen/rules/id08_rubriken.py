"""ID08: the ärendemening is short, starts with a capital, and is the same everywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.grund import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

LONGEST = 150
"""Characters; what lists and registers of cases show whole."""

_ABBREVIATED = re.compile(r"\b(?:m\.\s?m|m\.\s?fl|o\.\s?d|etc|osv|dyl|kap|nr|resp|ca|dnr)\.$", re.IGNORECASE)


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """A rubrik that a register can't take as it is."""
    rubrik: str = getattr(document, "rubrik", None) or ""
    if len(rubrik) > LONGEST:
        message = f"rubriken är {len(rubrik)} tecken lång, {LONGEST} är det längsta som listor visar"
        yield Remark("ID08", ("rubrik",), message, "korta rubriken och lägg resten i texten")
    if rubrik[:1].islower():
        yield Remark("ID08", ("rubrik",), "rubriken börjar med liten bokstav", "börja med stor bokstav")
    if rubrik.endswith(".") and not rubrik.endswith("...") and not _ABBREVIATED.search(rubrik):
        yield Remark("ID08", ("rubrik",), "rubriken slutar med punkt", "ta bort punkten")
    if rubrik and context.arende and " ".join(rubrik.split()) != " ".join(context.arende.rubrik.split()):
        message = f'rubriken är inte ärendets, "{context.arende.rubrik}"'
        yield Remark("ID08", ("rubrik",), message, 'ta bort "rubrik", den följer av ärendet')


RULE = Rule(
    code="ID08",
    title="Rubriken går inte att använda som ärendemening",
    severity=Severity.WARNING,
    what=f"Rubriken (ärendemeningen) är högst {LONGEST} tecken, börjar med stor bokstav, slutar utan punkt och är "
    "densamma i tjänsteskrivelse, protokoll och protokollsutdrag.",
    why="Rubriken är det som syns i diariet, på föredragningslistan och på webben. Där klipps långa rubriker av.",
    example="rubrik: antagande av policy för dialog.",
    instead="rubrik: Antagande av policy för dialog",
    check=check,
)
