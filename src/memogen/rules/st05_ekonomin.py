"""ST05: the economic consequences say something about money."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.arende import Arende
from memogen.rules.avsnitten import section
from memogen.rules.grund import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_MONEY = re.compile(
    r"(?i)\bk(?:r|ronor)\b|[tm]n?kr\b|miljon|\bram|ram(?:en|ar|arna)?\b|budget|avgift|kostnad|kosta|finansier|anslag|ekonomi|medel|"
    r"intäkt|inkomst|utgift|besparing|skatt|bidrag|taxa|investering|ersättning|pris"
)


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """A section on economy that has no word about money."""
    if not isinstance(document, Arende):
        return
    text = section(document, "ekonomiska_konsekvenser").strip()
    if text and not _MONEY.search(text):
        message = "ekonomiska konsekvenser säger inget om pengar"
        advice = 'skriv beloppet, eller till exempel "kostnaden ryms inom ram"'
        yield Remark("ST05", ("ekonomiska_konsekvenser",), message, advice, at_key=True)


RULE = Rule(
    code="ST05",
    title="Ekonomiska konsekvenser säger inget",
    severity=Severity.WARNING,
    what="Avsnittet ”ekonomiska konsekvenser” anger ett belopp eller säger att kostnaden ryms inom ram. ”–” och ”Inga” "
    "räcker inte.",
    why="De som beslutar ska veta vad beslutet kostar, också när det inte kostar något.",
    example="ekonomiska konsekvenser: Inga.",
    instead="ekonomiska konsekvenser: Beslutet medför inga kostnader för kommunen.",
    check=check,
)
