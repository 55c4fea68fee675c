"""ST01: the sections that the municipality demands are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.arende import Arende
from memogen.model.profil import AvsnittVal
from memogen.rules.avsnitten import section
from memogen.rules.grund import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_OTHERWISE = tuple(AvsnittVal.model_construct(nyckel=key, kravs=True) for key in ("ärendet", "ekonomiska konsekvenser"))
_DERIVED = frozenset({"forslag_till_beslut", "beslutsunderlag"})


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """A required section that is missing or empty."""
    if not isinstance(document, Arende):
        return
    chosen = context.profil.tjansteskrivelse.avsnitt
    # No law has a list of sections: where the municipality has none of its own, this is advice.
    severity = None if chosen else Severity.WARNING
    for avsnitt in chosen or _OTHERWISE:
        name = avsnitt.namn
        wanted = avsnitt.kravs and name not in _DERIVED
        if wanted and not _is_there(document, name):
            advice = f'skriv texten under "{avsnitt.nyckel}"'
            yield Remark(
                "ST01", (name,), f'avsnittet "{avsnitt.nyckel}" saknas', advice, at_key=True, severity=severity
            )


def _is_there(arende: Arende, name: str) -> bool:
    other = getattr(arende, name, None) if name in Arende.model_fields else None
    return bool(section(arende, name).strip() or other)


RULE = Rule(
    code="ST01",
    title="Ett avsnitt saknas",
    severity=Severity.ERROR,
    what="De avsnitt som profilen kräver (”krävs: ja”) finns och har text. Har profilen ingen "
    "lista över avsnitten är det en varning om ”ärendet” eller ”ekonomiska konsekvenser” saknas.",
    why="Kommunen har bestämt vad ett beslutsunderlag ska innehålla, så att organet kan lita på att inget är "
    "utelämnat.",
    example="ekonomiska konsekvenser:",
    instead="ekonomiska konsekvenser: Kostnaden ryms inom kommunstyrelsens budgetram för 2026.",
    check=check,
)
