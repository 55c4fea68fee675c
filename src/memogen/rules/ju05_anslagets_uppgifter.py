"""JU05: a notice says when it went up and where the minutes are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.sammantrade import Sammantrade
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """Notices without the day or without the place where the minutes are kept."""
    for position, anslag in enumerate(document.anslag if isinstance(document, Sammantrade) else ()):
        path = ("anslag", position)
        if anslag.uppsatt is None:
            message = "anslaget säger inte när det sattes upp"
            # A notice that is only being prepared is no fault yet.
            severity = None if anslag.nedtas or anslag.sista_dag_att_overklaga else Severity.WARNING
            yield Remark("JU05", path, message, 'skriv dagen under "uppsatt"', severity=severity)
        if anslag.forvaring is None:
            message = "anslaget säger inte var protokollet finns"
            yield Remark("JU05", path, message, 'skriv platsen under "förvaring"')


RULE = Rule(
    code="JU05",
    title="Anslaget är ofullständigt",
    severity=Severity.ERROR,
    what="Anslaget säger vilken dag det sattes upp och var protokollet finns att läsa. Så länge det inte är uppsatt är "
    "dagen en varning.",
    why="Uppgifterna krävs i lagen, och den som vill överklaga behöver dem.",
    example="anslag: [{paragrafer: 45–60, uppsatt: 2026-04-16}]",
    instead="anslag: [{paragrafer: 45–60, uppsatt: 2026-04-16, förvaring: Kommunledningskontoret}]",
    law="8 kap. 12 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
