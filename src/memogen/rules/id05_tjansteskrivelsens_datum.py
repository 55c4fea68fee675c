"""ID05: the beslutsunderlag dates the tjänsteskrivelse as the tjänsteskrivelse dates itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.model.arende import Arende
from memogen.model.dagar import days
from memogen.model.protokollsutdrag import Paragraf
from memogen.rules.grund import Rule
from memogen.rules.texter import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

OWN = re.compile(r"(?i)tjänsteskrivelsen?,?(?: daterad)?(?: den)? (?P<day>[0-9][\w \u00a0-]*?)\W*")
"""An entry that is the tjänsteskrivelse and its date, and nothing that tells it from this one."""


def own_entries(document: Grund) -> Iterator[tuple[Text, dt.date]]:
    """The entries of the underlag that say only "Tjänsteskrivelse daterad …", with their dates."""
    key = "underlag" if isinstance(document, Arende) else "beslutsunderlag"
    for position, entry in enumerate(getattr(document, key, ())):
        found = OWN.fullmatch(entry)
        dates = [day.date for day in days(found["day"])] if found else []
        if len(dates) == 1 and dates[0]:
            yield Text((key, position), entry), dates[0]


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """An entry with another date than the tjänsteskrivelse."""
    arende = document if isinstance(document, Arende) else context.arende
    if not (arende and isinstance(document, Arende | Paragraf)):
        return
    for text, date in own_entries(document):
        if date != arende.datum:
            message = f"tjänsteskrivelsen är daterad {arende.datum.isoformat()}, inte {date.isoformat()}"
            advice = "ta bort posten, memogen skriver den själv"
            yield text.at("ID05", text.value, 0, message, help=advice)


RULE = Rule(
    code="ID05",
    title="Tjänsteskrivelsens datum stämmer inte",
    severity=Severity.WARNING,
    what="Där beslutsunderlaget nämner tjänsteskrivelsen har den samma datum som tjänsteskrivelsen själv.",
    why="Den som läser protokollet ska kunna hitta just den handling som låg till grund för beslutet.",
    example="datum: 2026-03-12\nunderlag:\n  - Tjänsteskrivelse daterad den 11 mars 2026",
    instead="datum: 2026-03-12\n(memogen skriver själv tjänsteskrivelsen först i beslutsunderlaget)",
    check=check,
)
