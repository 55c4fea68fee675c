"""UL05: every entry of the underlag can be told from another of the same name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.arende import Arende
from memogen.rules.grund import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_TELLING = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|(?<![0-9])[0-9]{6}(?![0-9])|\b[Bb]ilag(?:a|or)\b")


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """An entry without a date, a year or the word bilaga."""
    if not isinstance(document, Arende):
        return
    for position, entry in enumerate(document.underlag):
        if entry and not _TELLING.search(entry):
            advice = 'skriv handlingens datum, till exempel "Remissvar daterat den 3 mars 2026"'
            yield Remark("UL05", ("underlag", position), f'underlaget "{entry}" saknar datum', advice)


RULE = Rule(
    code="UL05",
    title="Underlaget saknar datum",
    severity=Severity.WARNING,
    what="Varje post under ”underlag” har ett datum eller är en bilaga.",
    why="Handlingar med samma namn går bara att skilja åt på datumet.",
    example="underlag:\n  - Kommunala pensionärsrådets yttrande",
    instead="underlag:\n  - Kommunala pensionärsrådets yttrande daterat den 3 mars 2026",
    check=check,
)
