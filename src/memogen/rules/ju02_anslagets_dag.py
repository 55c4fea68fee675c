"""JU02: the justering is announced within two days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.lagdatum import sista_dag_for_anslag
from memogen.model.sammantrade import Sammantrade
from memogen.rules.behandling import behandlingar
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Notices that went up before the justering, or too late after it."""
    if not isinstance(document, Sammantrade):
        return
    at_once = {one.nummer for one in behandlingar(document, context) if one.paragraf.omedelbart_justerad}
    planned = document.justering.datum if document.justering else None
    for position, anslag in enumerate(document.anslag):
        only_at_once = bool(anslag.paragrafer) and at_once.issuperset(anslag.paragrafer)
        adjusted = anslag.justerat or (document.datum if only_at_once else planned)
        if anslag.uppsatt is None or adjusted is None:
            continue
        path, last = ("anslag", position, "uppsatt"), sista_dag_for_anslag(adjusted)
        if anslag.uppsatt < adjusted:
            message = f"anslaget {anslag.uppsatt} är före justeringen {adjusted}"
            yield Remark("JU02", path, message, "kontrollera de två datumen")
        elif anslag.uppsatt > last:
            message = f"anslaget {anslag.uppsatt} är för sent, sista dagen är {last}"
            advice = "justeringen tillkännages senast andra dagen efter den"
            if only_at_once and not anslag.justerat:
                advice = 'skriv dagen då paragraferna justerades under "justerat", om det inte var på sammanträdet'
            yield Remark("JU02", path, message, advice)


RULE = Rule(
    code="JU02",
    title="Anslaget är för sent eller för tidigt",
    severity=Severity.ERROR,
    what="Anslaget sätts upp tidigast på dagen för justeringen och senast andra dagen efter den, eller nästa vardag. "
    "Omedelbart justerade paragrafer är justerade på sammanträdesdagen om inget annat sägs.",
    why="Tiden är bestämd i lag, och överklagandetiden börjar inte förrän anslaget är uppe.",
    example="justering: {datum: 2026-04-15}\nanslag: [{uppsatt: 2026-04-24}]",
    instead="justering: {datum: 2026-04-15}\nanslag: [{uppsatt: 2026-04-16}]",
    law="8 kap. 12 § kommunallagen (2017:725); 2 § lagen (1930:173) om beräkning av lagstadgad tid",
    check=check,
    whole=True,
)
