"""BE11: a task says who does it and by when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.model.dagar import MANADER, days
from memogen.rules.grund import Rule
from memogen.rules.texter import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

TASK = re.compile(r"(?i)\buppdra(?:r|s)?\b|\bge\w*\b[^.]{0,80}?\bi uppdrag\b")
_WHO = re.compile(
    r"(?i)\buppdra(?:r|s)? (?:åt|till) \w|\bge[rs]? (?!i uppdrag)\w[^.]{0,200}?\bi uppdrag|\w ges i uppdrag"
)
_WHEN = re.compile(
    r"(?i)\b(?:senast|före|innan|inom|under (?:19|20)|löpande|årlig\w*|varje|halvår\w*|kvartal\w*|tertial\w*|snarast|"
    r"omgående|omedelbart|i samband med|inför|vid (?:sammanträdet|nästa|behov)|till (?:sammanträdet|nästa)|"
    r"från och med|i budget\w*|i mål och budget\w*|vecka|bokslut\w*|" + "|".join(MANADER) + r")\b|\b20[0-9]{2}\b"
)


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """A task without anyone, or without a time."""
    for point in points(document):
        found = TASK.search(point.text.value)
        if found is None:
            continue
        if not _WHO.search(point.text.value):
            advice = 'skriv vem, till exempel "uppdra åt kommundirektören att …"'
            yield point.text.remark("BE11", found, "uppdraget säger inte vem som ska göra det", help=advice)
        elif not _WHEN.search(point.text.value) and not any(days(point.text.value)):
            advice = 'skriv en tid, till exempel "senast den 31 december 2026"'
            yield point.text.remark("BE11", found, "uppdraget säger inte när det ska vara klart", help=advice)


RULE = Rule(
    code="BE11",
    title="Uppdraget saknar mottagare eller tid",
    severity=Severity.WARNING,
    what="En punkt som ger ett uppdrag säger vem som får det och när det ska vara klart eller redovisas.",
    why="Ett uppdrag utan tid går inte att följa upp.",
    example="förslag till beslut:\n  - uppdra åt kommundirektören att se över taxan",
    instead="förslag till beslut:\n  - uppdra åt kommundirektören att se över taxan senast den 31 december 2026",
    check=check,
)
