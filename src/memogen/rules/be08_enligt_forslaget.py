"""BE08: a decision can be understood by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule
from memogen.rules.texter import bare, points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_EMPTY = re.compile(
    r"(?:(?:[\w]+ ){0,3}?(?:besluta\w*|bifall\w*|godkän\w*|anta\w*|fastställ\w*) )?(?:i enlighet med|enligt) "
    r"(?:[\w-]+ )?(?:förslag\w*|tjänsteskrivelse\w*|ärendet|ovan(?:stående)?)",
    re.IGNORECASE,
)


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """A point that says only that the proposal is followed."""
    for point in points(document):
        words = bare(point.text.value)
        if _EMPTY.fullmatch(words):
            message = "beslutspunkten säger inte vad som beslutas"
            advice = "skriv ut beslutet så att det går att förstå utan tjänsteskrivelsen"
            yield point.text.at("BE08", words, -1, message, help=advice)


RULE = Rule(
    code="BE08",
    title="Beslutet hänvisar bara till förslaget",
    severity=Severity.WARNING,
    what="En beslutspunkt säger själv vad som beslutas. ”Enligt förslaget” eller ”i enlighet med föreliggande förslag” "
    "är inget beslut.",
    why="Protokollet ska kunna läsas för sig, också av den som inte har tjänsteskrivelsen.",
    example="förslag till beslut:\n  - besluta i enlighet med föreliggande förslag",
    instead="förslag till beslut:\n  - höja avgiften för båtplats till 1 500 kronor från och med den 1 januari 2027",
    check=check,
)
