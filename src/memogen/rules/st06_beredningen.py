"""ST06: the beredning says which offices took part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.arende import Arende
from memogen.rules.avsnitten import section
from memogen.rules.grund import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_OFFICE = re.compile(
    r"(?i)kontor|förvaltning|avdelning|enhet|nämnd|stab|sektor|verksamhet|styrelse|utskott|bolag|\bAB\b|förbund|"
    r"direktör|chef|jurist|strateg|grupp|råd|samråd|remiss"
)


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """A beredning that names nobody."""
    if not isinstance(document, Arende):
        return
    text = section(document, "beredning").strip()
    if text and not _OFFICE.search(text):
        message = "beredningen säger inte vilka som har berett ärendet"
        advice = 'skriv till exempel "Ärendet har beretts av kommunledningskontoret"'
        yield Remark("ST06", ("beredning",), message, advice, at_key=True)


RULE = Rule(
    code="ST06",
    title="Beredningen nämner ingen",
    severity=Severity.WARNING,
    what="Avsnittet ”beredning” nämner de förvaltningar eller andra som har tagit del i arbetet.",
    why="Organet ska kunna se att de som berörs har fått säga sitt.",
    example="beredning: Ärendet har beretts på sedvanligt sätt.",
    instead="beredning: Ärendet har beretts av kommunledningskontoret tillsammans med utbildningsförvaltningen.",
    check=check,
)
