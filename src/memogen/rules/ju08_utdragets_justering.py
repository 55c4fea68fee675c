"""JU08: an utdrag that is adjusted at once says by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.protokollsutdrag import Protokollsutdrag
from memogen.model.sammantrade import Sammantrade
from memogen.rules.behandling import behandlingar
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Paragraphs that are adjusted at once without adjusters; of an adjusted meeting NV07 tells."""
    if not isinstance(document, Protokollsutdrag | Sammantrade) or document.justerare:
        return
    if isinstance(document, Sammantrade) and (document.justering or document.anslag or not document.ledamoter):
        return
    for one in behandlingar(document, context):
        if one.paragraf.omedelbart_justerad:
            what = "utdraget är omedelbart justerat" if one.nummer is None else f"{one.label} är omedelbart justerad"
            message = f"{what} men det står inte av vem"
            yield Remark("JU08", one.at("omedelbart_justerad"), message, 'skriv vilka under "justerare"')


RULE = Rule(
    code="JU08",
    title="Utdraget säger inte vem som har justerat",
    severity=Severity.WARNING,
    what="Ett protokollsutdrag som är omedelbart justerat säger vilka som har justerat det.",
    why="Den som får utdraget ska kunna se att beslutet gäller.",
    example="omedelbart justerad: ja",
    instead="omedelbart justerad: ja\njusterare: [Bo Lind (M)]",
    law="5 kap. 69 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
