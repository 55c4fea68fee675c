"""ID06: what a document builds on is older than the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.arende import Arende
from memogen.model.dagar import days
from memogen.model.remiss import Remiss
from memogen.rules.grund import Rule
from memogen.rules.texter import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from memogen.diagnostics import FieldPath
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_REWRITTEN = (
    "kontrollera de två datumen; skrevs tjänsteskrivelsen om efteråt, så skriv i paragrafen det som låg till grund då: "
    '"rubrik", "diarienummer", "beslut", "sammanfattning" och "beslutsunderlag" i stället för "ärende"'
)


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Sources dated after the document, a reply wanted before the request, a case written after its meeting."""
    date: dt.date | None = getattr(document, "datum", None)
    if date is None:
        return
    if isinstance(document, Arende):
        yield from _arende(document, date)
    elif isinstance(document, Remiss):
        if document.svar_senast and document.svar_senast < date:
            message = f"svaret ska vara inne {document.svar_senast}, före remissens datum {date}"
            yield Remark("ID06", ("svar_senast",), message, "kontrollera de två datumen")
    elif context.arende and context.arende.datum > date:
        message = f"tjänsteskrivelsen är daterad {context.arende.datum}, efter sammanträdet {date}"
        yield Remark("ID06", ("datum",), message, _REWRITTEN)


def _arende(arende: Arende, date: dt.date) -> Iterator[Remark]:
    dated: list[tuple[FieldPath, dt.date | None]] = [(("inkommet",), arende.inkommet)]
    dated += [(("bilagor", i, "datum"), bilaga.datum) for i, bilaga in enumerate(arende.bilagor)]
    dated += [(("relaterade", i, "datum"), relaterat.datum) for i, relaterat in enumerate(arende.relaterade)]
    for path, source in dated:
        if source and source > date:
            yield Remark("ID06", path, _later(source, date), "kontrollera de två datumen")
    for position, entry in enumerate(arende.underlag):
        for day in days(entry):
            if day.date and day.date > date:
                text = Text(("underlag", position), entry)
                advice = "kontrollera de två datumen"
                yield text.at("ID06", day.text, day.start, _later(day.date, date), help=advice)


def _later(source: dt.date, date: dt.date) -> str:
    return f"dagen {source} är senare än tjänsteskrivelsens datum, {date}"


RULE = Rule(
    code="ID06",
    title="Datumen står i fel ordning",
    severity=Severity.WARNING,
    what="Underlag, bilagor och tidigare beslut är inte yngre än tjänsteskrivelsen, tjänsteskrivelsen är inte yngre "
    "än sammanträdet, och en remiss ska inte besvaras före sin egen dag.",
    why="Ett underlag som är daterat efter handlingen kan inte ha legat till grund för den. Oftast är ett datum fel.",
    example="datum: 2026-03-12\nunderlag:\n  - Kommunstyrelsens beslut den 8 april 2026 § 16",
    instead="datum: 2026-03-12\nunderlag:\n  - Kommunstyrelsens beslut den 8 april 2025 § 16",
    check=check,
)
