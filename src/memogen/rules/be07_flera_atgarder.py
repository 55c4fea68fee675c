"""BE07: one measure a point."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.rules.beslutsord import BESLUTSVERB
from memogen.rules.grund import Rule
from memogen.rules.texter import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_JOINED = re.compile(r"\b(?P<join>samt|och)\s+(?:\*\*)?att(?:\*\*)?\s+(?P<verb>\w+)", re.IGNORECASE)


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """``samt att``, or ``och att`` and the verb of another decision, inside a point."""
    for point in points(document):
        for found in _JOINED.finditer(point.text.value):
            before = point.text.value[: found.start()].lower()
            # "uppdra åt kontoret att utreda och att redovisa" is one task in two steps.
            is_task = "uppdra" in before or "i uppdrag" in before
            if not is_task and (found["join"].lower() == "samt" or found["verb"].lower() in BESLUTSVERB):
                message = "beslutspunkten innehåller mer än en åtgärd"
                yield point.text.remark("BE07", found, message, help="skriv en åtgärd i varje punkt")


RULE = Rule(
    code="BE07",
    title="Flera åtgärder i en punkt",
    severity=Severity.WARNING,
    what="Varje beslutspunkt innehåller en åtgärd.",
    why="En punkt i taget går att yrka på, rösta om, verkställa och följa upp. Två i samma punkt går inte att "
    "skilja åt.",
    example="förslag till beslut:\n  - anta riktlinje för dialog samt att upphäva den gamla riktlinjen",
    instead="förslag till beslut:\n  - anta riktlinje för dialog\n  - upphäva den gamla riktlinjen",
    check=check,
)
