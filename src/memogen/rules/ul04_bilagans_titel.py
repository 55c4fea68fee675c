"""UL04: a bilaga is called in the list what it calls itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.grund import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_ENOUGH = 0.9
_THE_SAME = 1.0


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Titles that the bilaga's first page does not have; one that is nearly there is only a piece of advice."""
    for position, bilaga in enumerate(getattr(document, "bilagor", ())):
        ansikte = context.ansikte(bilaga.fil) if bilaga.fil else None
        if ansikte is None or not ansikte.titlar:
            continue
        from memogen.rules.ansikten import likeness  # noqa: PLC0415 - only a bilaga with a face waits for it

        near = likeness(bilaga.titel, ansikte)
        if near < _THE_SAME:
            message = f'listan säger "{bilaga.titel}" men bilaga {position + 1} heter själv "{ansikte.titlar[0]}"'
            severity = Severity.INFO if near >= _ENOUGH else Severity.WARNING
            advice = "skriv samma titel i listan som på bilagan"
            yield Remark("UL04", ("bilagor", position, "titel"), message, advice, severity=severity)


RULE = Rule(
    code="UL04",
    title="Bilagan heter något annat i listan",
    severity=Severity.WARNING,
    what="Titeln i listan över bilagor är den som står på bilagans första sida. Versaler, avstavning, ”Bilaga 1” och "
    "en underrubrik spelar ingen roll, och en skillnad på någon bokstav är bara info. Inskannade bilder och filer utan "
    "rubrik granskas inte.",
    why="Den som läser beslutet ska känna igen bilagan, och en annan titel är ofta en annan version.",
    example="bilagor:\n  - {titel: Riktlinje för dialog, fil: riktlinje.pdf}\n"
    "och överst i riktlinje.pdf: Riktlinje för medborgardialog",
    instead="bilagor:\n  - {titel: Riktlinje för medborgardialog, fil: riktlinje.pdf}",
    check=check,
)
