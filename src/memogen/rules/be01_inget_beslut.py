"""BE01: a case up for decision has something to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.arende import Arende
from memogen.model.protokollsutdrag import Paragraf
from memogen.rules.grund import Rule
from memogen.rules.stycken import Stycke
from memogen.rules.texter import bare, blocks, decision_key, points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """No decision at all, a block without points, a point without words."""
    key = decision_key(document)
    if isinstance(document, Arende) and not document.forslag_till_beslut:
        advice = 'skriv minst en beslutspunkt under "förslag till beslut"'
        yield Remark("BE01", (key,), "förslag till beslut saknas", advice, at_key=True)
    decides = not isinstance(document, Stycke) or document.beslutar
    if isinstance(document, Paragraf) and decides and _lacks_decision(document):
        message = "paragrafen har yrkanden eller beslutsgång men inget beslut"
        advice = 'skriv beslutet under "beslut", eller ange "ärende"'
        yield Remark("BE01", (key,), message, advice, severity=Severity.WARNING)
    for number, block in enumerate(blocks(document)):
        if not block.att:
            severity = None if isinstance(document, Arende) else Severity.WARNING
            message, advice = "beslutet saknar beslutspunkter", 'skriv punkterna under "att"'
            yield Remark("BE01", (key, number), message, advice, severity=severity)
    for point in points(document):
        if not bare(point.text.value):
            advice = "skriv vad som ska beslutas, eller ta bort punkten"
            yield Remark("BE01", point.text.path, "beslutspunkten är tom", advice)


def _lacks_decision(paragraf: Paragraf) -> bool:
    treated = paragraf.yrkanden or paragraf.omrostningar or paragraf.reservationer
    return bool(treated) and not paragraf.arende and not paragraf.beslut


RULE = Rule(
    code="BE01",
    title="Det finns inget att besluta",
    severity=Severity.ERROR,
    what="En tjänsteskrivelse har minst ett förslag till beslut med minst en beslutspunkt. En paragraf med yrkanden "
    "eller omröstning har ett beslut.",
    why="Utan förslag till beslut vet organet inte vad det ska ta ställning till.",
    example="förslag till beslut:",
    instead="förslag till beslut:\n  - anta riktlinje för dialog enligt ärendets bilaga 1",
    law="5 kap. 67 § kommunallagen (2017:725)",
    check=check,
)
