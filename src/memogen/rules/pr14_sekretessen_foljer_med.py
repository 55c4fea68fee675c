"""PR14: a paragraph says that its case is secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import behandlingar
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Paragraphs without secrecy in front of a case with it."""
    for one in behandlingar(document, context):
        behind = one.arende.sekretess if one.arende else None
        if behind is not None and one.paragraf.sekretess is None:
            message = f"ärendet har sekretess enligt {behind.lagrum} men paragrafen säger det inte"
            advice = 'skriv "sekretess" i paragrafen också, och ta inte med det som är hemligt'
            yield Remark("PR14", one.at("arende"), message, advice)


RULE = Rule(
    code="PR14",
    title="Sekretessen följer inte med",
    severity=Severity.ERROR,
    what="Har ärendet bakom en paragraf sekretess säger paragrafen det också.",
    why="Paragrafens text hämtas från ärendet. Utan märkning kan det som är hemligt bli läst av alla.",
    example="paragrafer:\n  - ärende: KS-2026-00123 (som har sekretess)",
    instead="paragrafer:\n  - ärende: KS-2026-00123\n    sekretess: 19 kap. 3 § OSL",
    law="5 kap. 5 § offentlighets- och sekretesslagen (2009:400); 5 kap. 66–67 §§ kommunallagen (2017:725)",
    check=check,
    whole=True,
)
