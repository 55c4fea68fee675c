"""UL07: a decision of the own organ that is cited is in its minutes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.dagar import days
from memogen.model.sammantrade import Sammantrade
from memogen.rules.behandling import behandlingar, first_number
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from memogen.model.grund import Grund
    from memogen.rules.texter import Text

_CITED = re.compile(r"§[ \u00a0]?(?P<number>[0-9]{1,4})")
_BETWEEN = re.compile(r"[\s,()]*(?:beslutade?[\w\s,]{0,30})?[\s,(]*")


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Citations by the day of this meeting or of the one before, with a § that those minutes do not have."""
    if not isinstance(document, Sammantrade) or not document.paragrafer:
        return
    forsta = first_number(document, context)
    minutes = {document.datum: (forsta, forsta + len(document.paragrafer) - 1)}
    if context.foregaende is not None and _date(context.foregaende.datum):
        minutes[_date(context.foregaende.datum) or document.datum] = (1, context.foregaende.sista)
    organ = context.profil.organets_namn(document.organ)
    for one in behandlingar(document, context):
        for text in one.texts():
            yield from _unknown(text, minutes, organ, context)


def _unknown(text: Text, minutes: Mapping[dt.date, tuple[int, int]], organ: str, context: Context) -> Iterator[Remark]:
    names = [name for name in (organ, context.profil.kortnamn(organ)) if name]
    for start, sentence in text.sentences():
        whose = [name for name in names if _begins(name).search(sentence)]
        others = (name for name in context.profil.organ if name != organ and _begins(name).search(sentence))
        if not whose or any(others):
            continue
        for day in days(sentence):
            found = _CITED.search(sentence, day.start + len(day.text))
            span = minutes.get(day.date) if day.date else None
            if (
                found is None
                or span is None
                or not _BETWEEN.fullmatch(sentence, day.start + len(day.text), found.start())
            ):
                continue
            if not span[0] <= int(found["number"]) <= span[1]:
                message = f"§ {found['number']} finns inte i protokollet den {day.date}, som slutar med § {span[1]}"
                yield text.at("UL07", found[0], start + found.start(), message, help="kontrollera hänvisningen")


def _begins(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{re.escape(name)}s?\b(?! (?:arbets|budget|personal)?utskott)")


def _date(written: str) -> dt.date | None:
    return next((day.date for day in days(written)), None)


RULE = Rule(
    code="UL07",
    title="Beslutet som nämns finns inte",
    severity=Severity.WARNING,
    what="Ett beslut av organet självt, på det här sammanträdet eller det förra, finns i protokollet med den paragraf "
    "som texten anger.",
    why="Den som följer en hänvisning ska hitta beslutet.",
    example="Kommunstyrelsen beslutade den 11 mars 2026 § 99 (det protokollet slutar med § 44)",
    instead="Kommunstyrelsen beslutade den 11 mars 2026 § 39",
    law="5 kap. 66–67 §§ kommunallagen (2017:725)",
    check=check,
    whole=True,
)
