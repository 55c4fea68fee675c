"""ID04: dates are written ISO 8601 and stand in the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.dagar import days
from memogen.model.remiss import Remiss
from memogen.rules.grund import Rule
from memogen.rules.texter import numbered_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """A day in running text that no calendar has, a remiss without its days; other fields are read by the model."""
    if isinstance(document, Remiss):
        for field, name in (("datum", "datum"), ("svar_senast", "svar senast")):
            if getattr(document, field) is None:
                advice = f'skriv dagen, till exempel "{name}: 2026-03-12"'
                yield Remark("ID04", (field,), f'"{name}" saknas', advice, at_key=True, severity=Severity.WARNING)
    for text in numbered_texts(document):
        for day in days(text.value):
            if not day.exists:
                message = f"datumet {' '.join(day.text.split())} finns inte i kalendern"
                advice = "kontrollera dag och månad"
                yield text.at("ID04", day.text, day.start, message, help=advice, severity=Severity.WARNING)


RULE = Rule(
    code="ID04",
    title="Datumet är inte ett datum",
    severity=Severity.ERROR,
    what="Datum i filens fält skrivs ÅÅÅÅ-MM-DD och finns i kalendern. I löptext är ett omöjligt datum "
    "en varning, liksom en remiss utan datum eller utan dag för svar.",
    why="Datumen styr vem som undertecknar, vad beslutsunderlaget säger och när tiden för överklagande går ut.",
    example="datum: 30/2 2026",
    instead="datum: 2026-02-27",
    check=check,
)
