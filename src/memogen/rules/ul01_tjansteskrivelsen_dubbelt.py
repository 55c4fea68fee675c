"""UL01: the tjänsteskrivelse stands once in its own beslutsunderlag, first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.model.arende import Arende
from memogen.rules.grund import Rule
from memogen.rules.id05_tjansteskrivelsens_datum import own_entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """An entry typed by hand that memogen writes by itself."""
    if not isinstance(document, Arende) or context.profil.beslutsunderlag.utan_tjansteskrivelsen:
        return
    for text, date in own_entries(document):
        if date == document.datum:
            message = "tjänsteskrivelsen kommer att stå två gånger i beslutsunderlaget"
            advice = "ta bort posten, memogen skriver den själv"
            yield text.at("UL01", text.value, 0, message, help=advice, severity=Severity.WARNING)


RULE = Rule(
    code="UL01",
    title="Tjänsteskrivelsen står två gånger",
    severity=Severity.WARNING,
    what="Beslutsunderlaget börjar med tjänsteskrivelsen och dess datum. memogen skriver den posten; den skrivs inte "
    "också under ”underlag”.",
    why="En post som skrivs två gånger ändras bara på det ena stället.",
    example="datum: 2026-03-12\nunderlag:\n  - Tjänsteskrivelse daterad den 12 mars 2026",
    instead="datum: 2026-03-12\nunderlag:",
    check=check,
)
