"""ID02: one document, one diarienummer."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model import diarienummer
from memogen.model.arende import Arende
from memogen.model.protokollsutdrag import Paragraf
from memogen.rules.grund import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Numbers that contradict each other in the case, in its file name, or in a bilaga and its file name."""
    number: str | None = getattr(document, "diarienummer", None)
    patterns = context.profil.diarienummer
    own = diarienummer.key(number, patterns) if number else None
    if isinstance(document, Paragraf) and document.arende and own:
        behind = diarienummer.key(document.arende, patterns)
        if behind and behind != own:
            message = f"diarienumret {number} är inte det som ärendet har, {document.arende}"
            yield Remark("ID02", ("diarienummer",), message, 'ta bort "diarienummer", det följer av ärendet')
    named = diarienummer.leading(context.stem, patterns)
    if own and named and named[1] != own:
        severity = None if isinstance(document, Arende) else Severity.WARNING
        message = f"filnamnet säger {named[0]} men ärendet har diarienummer {number}"
        yield Remark("ID02", ("diarienummer",), message, "ändra det som är fel", severity=severity)
    yield from _bilagor(document, patterns)


def _bilagor(document: Grund, patterns: tuple[str, ...]) -> Iterator[Remark]:
    for position, bilaga in enumerate(getattr(document, "bilagor", ())):
        if not (bilaga.fil and bilaga.diarienummer):
            continue
        named = diarienummer.leading(PurePosixPath(bilaga.fil).stem, patterns)
        if named and named[1] != diarienummer.key(bilaga.diarienummer, patterns):
            message = f"bilagan har diarienummer {bilaga.diarienummer} men dess fil heter {named[0]}"
            path = ("bilagor", position, "diarienummer")
            yield Remark("ID02", path, message, "ändra det som är fel", severity=Severity.WARNING)


RULE = Rule(
    code="ID02",
    title="Olika diarienummer för samma handling",
    severity=Severity.ERROR,
    what="Diarienumret är detsamma i filen, i filens namn och i ärendet bakom en paragraf. Ett filnamn granskas "
    "bara när det börjar med ett diarienummer.",
    why="Två nummer på samma handling brukar betyda att en gammal fil har kopierats och att något har glömts kvar.",
    example="filen KS-2025-00077.yaml med\ndiarienummer: KS-2026-00123",
    instead="filen KS-2026-00123.yaml med\ndiarienummer: KS-2026-00123",
    law="5 kap. 2 § offentlighets- och sekretesslagen (2009:400)",
    check=check,
)
