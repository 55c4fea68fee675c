"""ID03: a case is registered before its documents are dated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model import diarienummer
from memogen.rules.grund import Rule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """A number from a later year than the document."""
    number: str | None = getattr(document, "diarienummer", None)
    date: dt.date | None = getattr(document, "datum", None)
    key = diarienummer.key(number, context.profil.diarienummer) if number else None
    if key and date and key.year > date.year:
        message = f"diarienumret är från {key.year} men handlingen är daterad {date.isoformat()}"
        yield Remark("ID03", ("diarienummer",), message, "kontrollera diarienumret och datumet")


RULE = Rule(
    code="ID03",
    title="Diarienumret är yngre än handlingen",
    severity=Severity.WARNING,
    what="Året i diarienumret är samma år som handlingens datum, eller ett tidigare.",
    why="Ett ärende får sitt nummer när det läggs upp. En handling kan inte vara äldre än sitt ärende, så antingen "
    "numret eller datumet är fel.",
    example="diarienummer: KS-2026-00123\ndatum: 2025-12-18",
    instead="diarienummer: KS-2025-00123\ndatum: 2025-12-18",
    check=check,
)
