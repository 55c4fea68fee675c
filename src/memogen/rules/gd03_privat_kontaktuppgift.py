"""GD03: no private telephone or e-mail in running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule
from memogen.rules.personuppgifter import private_contacts
from memogen.rules.texter import running_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_OFFICIAL = re.compile(
    r"(?i)\w*(?:kommun|förvaltning|kontor|växel|jour|handläggare|kontaktperson|registrator|direktör|chef|strateg|samordnare|"
    r"sekreterare|nummer för|kundtjänst|reception)\w*"
)


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """Private addresses anywhere; mobile telephones where the sentence is not about somebody at work."""
    for text in running_texts(document):
        for found in private_contacts(text.value):
            around = text.value[max(0, found.start() - 120) : found.end() + 60]
            if "@" not in found[0] and _OFFICIAL.search(around):
                continue
            what = "en privat e-postadress" if "@" in found[0] else "ett mobilnummer"
            advice = "ta bort uppgiften om den gäller en privatperson"
            yield text.remark("GD03", found, f"texten innehåller {what}", help=advice)


RULE = Rule(
    code="GD03",
    title="Privat kontaktuppgift i texten",
    severity=Severity.WARNING,
    what="Löptexten innehåller ingen privat e-postadress och inget mobilnummer till en privatperson. Kontaktuppgifter "
    "till handläggare och andra i tjänsten hör till fälten för dem och ger ingen anmärkning.",
    why="Privatpersoners kontaktuppgifter behövs sällan för beslutet och får inte publiceras utan skäl.",
    example="Sökanden nås på kim.exempelsson@gmail.com.",
    instead="Sökandens uppgifter finns i ärendets akt.",
    law="artikel 5.1 c i EU:s dataskyddsförordning (2016/679)",
    check=check,
)
