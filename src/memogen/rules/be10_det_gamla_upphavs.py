"""BE10: what is replaced is repealed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.model.arende import Arende
from memogen.rules.grund import Rule
from memogen.rules.texter import may_say, points, running_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_ADOPTS = re.compile(
    r"(?i)\b(?:anta|antar|fastställ\w*|godkänn\w*)\b[^.]{0,200}?\b(?P<what>\w*(?:policy|riktlinje|reglemente|strategi|taxa|föreskrift|"
    r"arbetsordning|delegationsordning|rutin)\w*)"
)
_REPEALS = re.compile(r"(?i)upphäv|ersätt|upphör|sluta gälla|revider|ändring")
_REPLACES = re.compile(
    r"(?i)\bersätter (?:den |det |de )?(?:nu(?:varande)?[ -]?(?:gällande)?|gällande|tidigare|äldre|gamla|befintliga)\b"
)
_OLD = re.compile(r"(?i)^(?:nuvarande|gällande|nu gällande|tidigare|äldre|gamla?|befintlig)\b")


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """A styrdokument is adopted, an older one is spoken of, and no point repeals it."""
    if not isinstance(document, Arende):
        return
    decided = list(points(document))
    adopting = [(point, found) for point in decided if (found := _ADOPTS.search(point.text.value))]
    if not adopting or any(_REPEALS.search(point.text.value) for point in decided):
        return
    running = running_texts(document) if may_say(document, "ersätter") else ()
    speaks = any(_REPLACES.search(text.value) for text in running)
    if speaks or any(_OLD.match(bilaga.titel) for bilaga in document.bilagor):
        point, found = adopting[0]
        message = "ett äldre styrdokument ersätts men ingen punkt upphäver det"
        advice = 'lägg till en punkt, till exempel "upphäva …"'
        yield point.text.at("BE10", found["what"], found.start("what"), message, help=advice)


RULE = Rule(
    code="BE10",
    title="Det gamla styrdokumentet upphävs inte",
    severity=Severity.WARNING,
    what="Antas ett styrdokument som ersätter ett äldre finns det en punkt som upphäver det gamla.",
    why="Annars gäller båda, och ingen vet vilket som går före.",
    example="förslag till beslut:\n  - anta policy för dialog\närendet: Policyn ersätter den gällande policyn "
    "från 2017.",
    instead="förslag till beslut:\n  - anta policy för dialog\n  - upphäva policy för dialog från 2017",
    check=check,
)
