"""JU01: the minutes are adjusted within two weeks of the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.lagdatum import sista_dag_for_justering
from memogen.model.sammantrade import Sammantrade
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """A day of justering before the meeting, or too late."""
    if not isinstance(document, Sammantrade) or not document.justering or not document.justering.datum:
        return
    day, path = document.justering.datum, ("justering", "datum")
    last = sista_dag_for_justering(document.datum)
    if day < document.datum:
        message = f"justeringen {day} är före sammanträdet {document.datum}"
        yield Remark("JU01", path, message, "kontrollera de två datumen")
    elif day > last:
        message = f"justeringen {day} är för sent, sista dagen är {last}"
        yield Remark("JU01", path, message, "protokollet justeras senast 14 dagar efter sammanträdet")


RULE = Rule(
    code="JU01",
    title="Justeringen är för sen eller för tidig",
    severity=Severity.ERROR,
    what="Protokollet justeras tidigast på sammanträdesdagen och senast 14 dagar efter den, eller nästa vardag.",
    why="Tiden är bestämd i lag. Först när protokollet är justerat kan besluten tillkännages.",
    example="datum: 2026-04-08\njustering: {datum: 2026-04-29}",
    instead="datum: 2026-04-08\njustering: {datum: 2026-04-15}",
    law="5 kap. 69 § kommunallagen (2017:725); 2 § lagen (1930:173) om beräkning av lagstadgad tid",
    check=check,
    whole=True,
)
