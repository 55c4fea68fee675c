"""JU03: a notice is up until the time of appeal is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.lagdatum import forsta_dag_att_ta_ned
from memogen.model.sammantrade import Sammantrade
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """Notices that are taken down too early."""
    for position, anslag in enumerate(document.anslag if isinstance(document, Sammantrade) else ()):
        if anslag.uppsatt is None or anslag.nedtas is None:
            continue
        first = forsta_dag_att_ta_ned(anslag.uppsatt)
        if anslag.nedtas < first:
            message = f"anslaget tas ned {anslag.nedtas}, tidigast får det tas ned {first}"
            advice = 'ta bort "nedtas", memogen räknar ut dagen'
            yield Remark("JU03", ("anslag", position, "nedtas"), message, advice)


RULE = Rule(
    code="JU03",
    title="Anslaget tas ned för tidigt",
    severity=Severity.ERROR,
    what="Anslaget sitter uppe hela överklagandetiden: tre veckor från den dag då det sattes upp, förlängt till nästa "
    "vardag. Det tas ned tidigast dagen efter.",
    why="Har anslaget inte suttit uppe hela tiden går överklagandetiden inte ut, och beslutet får inte laga kraft.",
    example="anslag: [{uppsatt: 2026-04-16, nedtas: 2026-05-07}]",
    instead="anslag: [{uppsatt: 2026-04-16, nedtas: 2026-05-08}]",
    law="8 kap. 12 § och 13 kap. 5 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
