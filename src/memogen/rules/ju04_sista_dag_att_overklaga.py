"""JU04: the last day of appeal is three weeks after the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.lagdatum import sista_dag_att_overklaga
from memogen.model.sammantrade import Sammantrade
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """Days written by hand that are not the one that the law gives."""
    for position, anslag in enumerate(document.anslag if isinstance(document, Sammantrade) else ()):
        if anslag.uppsatt is None or anslag.sista_dag_att_overklaga is None:
            continue
        last = sista_dag_att_overklaga(anslag.uppsatt)
        if anslag.sista_dag_att_overklaga != last:
            message = f"sista dag att överklaga är {last}, inte {anslag.sista_dag_att_overklaga}"
            advice = 'ta bort "sista dag att överklaga", memogen räknar ut den'
            yield Remark("JU04", ("anslag", position, "sista_dag_att_overklaga"), message, advice)


RULE = Rule(
    code="JU04",
    title="Sista dag att överklaga är fel",
    severity=Severity.ERROR,
    what="Sista dagen att överklaga är tre veckor efter den dag då anslaget sattes upp, eller nästa vardag.",
    why="Den som litar på en felaktig dag kan förlora sin rätt att överklaga.",
    example="anslag: [{uppsatt: 2026-04-16, sista dag att överklaga: 2026-05-06}]",
    instead="anslag: [{uppsatt: 2026-04-16}]",
    law="13 kap. 5 § kommunallagen (2017:725); 2 § lagen (1930:173) om beräkning av lagstadgad tid",
    check=check,
    whole=True,
)
