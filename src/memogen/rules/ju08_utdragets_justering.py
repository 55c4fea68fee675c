"""JU08: an utdrag that is adjusted at once says by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.protokollsutdrag import Protokollsutdrag
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """A protokollsutdrag on its own that is adjusted at once without adjusters."""
    if isinstance(document, Protokollsutdrag) and document.omedelbart_justerad and not document.justerare:
        message = "utdraget är omedelbart justerat men säger inte av vem"
        yield Remark("JU08", ("omedelbart_justerad",), message, 'skriv vilka under "justerare"')


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
