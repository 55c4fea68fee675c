"""UL07: a decision that is cited is in the minutes, where those are at hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.dagar import days
from memogen.model.sammantrade import Sammantrade
from memogen.rules.grund import Context, Rule
from memogen.rules.texter import running_texts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.texter import Text

_CITED = re.compile(r"§[ \u00a0]?(?P<number>[0-9]{1,4})")
_BETWEEN = re.compile(r"[\s,()]*(?:beslutade?[\w\s,]{0,30})?[\s,(]*")

Minutes = Mapping[tuple[str, "dt.date"], tuple[int, int]]
"""The first and the last § of minutes, by organ and day."""


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Citations by organ and day of minutes that are known, with a § that those minutes do not have."""
    if isinstance(document, Sammantrade):
        from memogen.rules.behandling import behandlingar  # noqa: PLC0415 - a case does not wait for the words of meetings

        texts = [text for one in behandlingar(document, context) for text in one.texts()]
    else:
        texts = [*running_texts(document)]
    texts = [text for text in texts if "§" in text.value]
    minutes = _known(document, context) if texts else {}
    if not minutes:
        return
    organs = (*(organ for organ, _ in minutes), *context.profil.organ)
    patterns = {organ: _named(organ, context.profil.kortnamn(organ)) for organ in organs}
    for text in texts:
        yield from _unknown(text, minutes, patterns)


def _known(document: Grund, context: Context) -> Minutes:
    """The minutes in the workspace, with those of this meeting and of the one before."""
    minutes = dict(context.protokoll)
    if isinstance(document, Sammantrade) and document.paragrafer:
        organ, before = context.profil.organets_namn(document.organ), context.foregaende
        day = _date(before.datum) if before else None
        if before and day:
            minutes.setdefault((organ, day), (1, before.sista))
        from memogen.rules.behandling import first_number  # noqa: PLC0415 - as above

        forsta = first_number(document, context)
        minutes[organ, document.datum] = (forsta, forsta + len(document.paragrafer) - 1)
    return minutes


def _unknown(text: Text, minutes: Minutes, organs: Mapping[str, re.Pattern[str]]) -> Iterator[Remark]:
    for start, sentence in text.sentences():
        whose = [organ for organ, pattern in organs.items() if pattern.search(sentence)]
        for day in days(sentence) if len(whose) == 1 else ():
            after = day.start + len(day.text)
            found = _CITED.search(sentence, after)
            span = minutes.get((whose[0], day.date)) if day.date else None
            if found is None or span is None or not _BETWEEN.fullmatch(sentence, after, found.start()):
                continue
            number = int(found["number"])
            if not span[0] <= number <= span[1]:
                ends = f"slutar med § {span[1]}" if number > span[1] else f"börjar med § {span[0]}"
                message = f"§ {number} finns inte i protokollet den {day.date}, som {ends}"
                yield text.at("UL07", found[0], start + found.start(), message, help="kontrollera hänvisningen")


@lru_cache(maxsize=256)
def _named(name: str, short: str | None) -> re.Pattern[str]:
    """The organ's name or kortnamn, also in the genitive; not as the beginning of its utskott's name."""
    ways = "|".join(re.escape(way) for way in (name, short) if way)
    return re.compile(rf"(?i)\b(?:{ways})s?\b(?! \w*utskott)")


def _date(written: str) -> dt.date | None:
    return next((day.date for day in days(written)), None)


RULE = Rule(
    code="UL07",
    title="Beslutet som nämns finns inte",
    severity=Severity.WARNING,
    what="Ett beslut som texten anger med organ, dag och paragraf finns i det protokollet, när protokollet finns i "
    "arbetsytan. Andra protokoll går inte att kontrollera.",
    why="Den som följer en hänvisning ska hitta beslutet.",
    example="Kommunstyrelsen beslutade den 11 mars 2026 § 99 (det protokollet slutar med § 44)",
    instead="Kommunstyrelsen beslutade den 11 mars 2026 § 39",
    law="5 kap. 66–67 §§ kommunallagen (2017:725)",
    check=check,
    whole=True,
)
