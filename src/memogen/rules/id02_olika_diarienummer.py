"""ID02: one document, one diarienummer."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model import diarienummer
from memogen.model.arende import Arende
from memogen.model.protokollsutdrag import Paragraf
from memogen.rules.grund import Rule
from memogen.rules.texter import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.bilaga import Bilaga
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
    yield from _bilagor(document, context)


def _bilagor(document: Grund, context: Context) -> Iterator[Remark]:
    patterns = context.profil.diarienummer
    for position, bilaga in enumerate(getattr(document, "bilagor", ())):
        if not bilaga.fil:
            continue
        named = diarienummer.leading(PurePosixPath(bilaga.fil).stem, patterns)
        listed = diarienummer.key(bilaga.diarienummer, patterns) if bilaga.diarienummer else None
        path = ("bilagor", position, "diarienummer")
        if named and listed and named[1] != listed:
            message = f"bilagan har diarienummer {bilaga.diarienummer} men dess fil heter {named[0]}"
            yield Remark("ID02", path, message, "ändra det som är fel", severity=Severity.WARNING)
        found = _own_number(document, bilaga, {named[1]} if named else set(), context)
        if found:
            advice = f'ändra det som är fel, eller skriv "diarienummer: {found[0]}" på bilagan om det är rätt'
            message = f"bilaga {position + 1} har själv diarienummer {found[0]} men {found[1]}"
            yield Remark("ID02", path, message, advice, severity=Severity.WARNING)


def _own_number(
    document: Grund, bilaga: Bilaga, named: set[diarienummer.Key], context: Context
) -> tuple[str, str] | None:
    """A number on the bilaga that nothing explains, and what was expected; None where all is well.

    A bilaga may belong to an older case: then the list, its file's name, its date or the case itself says so.
    """
    patterns = context.profil.diarienummer
    written = bilaga.diarienummer or getattr(document, "diarienummer", None) or getattr(document, "arende", None)
    expected = diarienummer.key(written, patterns) if written else None
    ansikte = context.ansikte(bilaga.fil) if expected and bilaga.fil else None
    if ansikte is None or not ansikte.text:
        return None
    from memogen.rules.ansikten import numbers  # noqa: PLC0415 - only a bilaga with a face waits for it

    found = numbers(ansikte, patterns)
    if not found or expected in found:
        return None
    if bilaga.diarienummer:
        return next(iter(found.values())), f"listan säger {bilaga.diarienummer}"
    known = named | set(_spoken_of(document, patterns))
    strange = [
        number
        for key, number in found.items()
        if key not in known and not (bilaga.datum and bilaga.datum.year == key.year)
    ]
    return (strange[0], f"ärendet har {written}") if strange else None


def _spoken_of(document: Grund, patterns: tuple[str, ...]) -> Iterator[diarienummer.Key]:
    """The numbers of other cases that the document names."""
    for relaterat in getattr(document, "relaterade", ()):
        key = diarienummer.key(relaterat.diarienummer, patterns) if relaterat.diarienummer else None
        if key:
            yield key
    for text in texts(document):
        yield from (reference.key for reference in diarienummer.find(text.value))


RULE = Rule(
    code="ID02",
    title="Olika diarienummer för samma handling",
    severity=Severity.ERROR,
    what="Diarienumret är detsamma i filen, i filens namn, i ärendet bakom en paragraf och på de bilagor som har ett. "
    "Ett filnamn granskas bara när det börjar med ett diarienummer. En bilaga får höra till ett annat ärende när "
    "listan, dess datum eller texten säger det.",
    why="Två nummer på samma handling brukar betyda att en gammal fil har kopierats och att något har glömts kvar.",
    example="filen KS-2025-00077.yaml med\ndiarienummer: KS-2026-00123",
    instead="filen KS-2026-00123.yaml med\ndiarienummer: KS-2026-00123",
    law="5 kap. 2 § offentlighets- och sekretesslagen (2009:400)",
    check=check,
)
