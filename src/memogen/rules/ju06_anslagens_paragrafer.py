"""JU06: every paragraph is announced once, and those adjusted at once by a notice of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.sammantrade import Sammantrade
from memogen.rules.behandling import behandlingar, first_number
from memogen.rules.grund import Context, Rule
from memogen.rules.narvaro import of_another_series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Paragraphs in two notices or in none, and notices that mix what is adjusted at once with the rest."""
    if not isinstance(document, Sammantrade) or not document.anslag or not document.paragrafer:
        return
    at_once = {one.nummer or 0 for one in behandlingar(document, context) if one.paragraf.omedelbart_justerad}
    forsta = first_number(document, context)
    if of_another_series(document, forsta):
        return
    every = set(range(forsta, forsta + len(document.paragrafer)))
    stated = {n for anslag in document.anslag for n in anslag.paragrafer}
    announced: set[int] = set()
    for position, anslag in enumerate(document.anslag):
        path = ("anslag", position, "paragrafer")
        # A notice that names no §§ is that of all the others.
        covered = set(anslag.paragrafer) or every - stated
        again = sorted(covered & announced)
        if again:
            message = f"§ {again[0]} finns redan i ett annat anslag"
            yield Remark("JU06", path, message, "ta bort den ur det ena anslaget")
        mixed = sorted(covered & at_once) if covered - at_once else []
        if mixed:
            message = f"§ {mixed[0]} är omedelbart justerad och ska ha ett eget anslag"
            yield Remark("JU06", path, message, "skriv ett anslag för de omedelbart justerade paragraferna")
        announced |= covered
    missing = sorted(every - announced)
    if missing and not announced <= at_once:
        message = f"§ {missing[0]} finns inte i något anslag"
        yield Remark("JU06", ("anslag",), message, 'lägg till den under "paragrafer"', at_key=True)


RULE = Rule(
    code="JU06",
    title="Anslagen täcker inte paragraferna",
    severity=Severity.ERROR,
    what="Varje paragraf finns i exakt ett anslag, och omedelbart justerade paragrafer har ett eget. Så länge bara de "
    "är anslagna räknas resten som ännu inte justerade.",
    why="Överklagandetiden räknas från anslaget. En paragraf utan anslag får inte laga kraft.",
    example="paragrafer: §§ 45–60, varav § 47 är omedelbart justerad\nanslag: [{paragrafer: 45–60}]",
    instead="anslag:\n  - {paragrafer: 47, uppsatt: 2026-04-09}\n  - {paragrafer: [45–46, 48–60], uppsatt: 2026-04-16}",
    law="5 kap. 69 § och 8 kap. 12 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
