"""NV04: a substitute usually serves for the own party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.sammantrade import Sammantrade
from memogen.rules.grund import Context, Rule
from memogen.rules.personer import same_party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """Substitutes of another party than the one they serve for."""
    if not isinstance(document, Sammantrade):
        return
    for position, person in enumerate(document.tjanstgorande_ersattare):
        replaced = person.for_
        if replaced is not None and not same_party(person.parti, replaced.parti):
            message = f"{person.med_parti} tjänstgör för {replaced.med_parti}, som har ett annat parti"
            advice = "kontrollera mot inkallelseordningen"
            yield Remark("NV04", ("tjanstgorande_ersattare", position, "for"), message, advice)


RULE = Rule(
    code="NV04",
    title="Ersättaren har ett annat parti",
    severity=Severity.WARNING,
    what="En ersättare tjänstgör för någon av samma parti, om inte inkallelseordningen säger något annat.",
    why="Fel ersättare rubbar styrkeförhållandet mellan partierna, och kan avgöra ett beslut.",
    example="tjänstgörande ersättare: [{namn: Olle Ström (C), för: Maria Berg (S)}]",
    instead="tjänstgörande ersättare: [{namn: Ida Holm (S), för: Maria Berg (S)}]",
    law="5 kap. 66 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
