"""BE14: decisions begin with a verb that says what is done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.rules.beslutsord import BESLUTSVERB
from memogen.rules.grund import Rule
from memogen.rules.texter import bare, points, uses_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_FIRST = re.compile(r"[\s*_]*(?:(?:inte|ej|därmed|också|även|omedelbart|enhälligt) )*([a-zåäö]+)")
_INFINITIVE = re.compile(r"\w{2,}a|ge|ta|se|få|gå|stå|bli|be|dra|slå|\w+(?:slå|få|stå|gå|ge|ta|se|dra|be|bli)")


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """A first word that looks like a verb but is none of those that decisions are made of."""
    if uses_sentences(document, context):
        return
    for point in points(document):
        found = _FIRST.match(bare(point.text.value))
        word = found[1] if found else ""
        if word and _INFINITIVE.fullmatch(word) and word not in BESLUTSVERB:
            message = f'"{word}" är ett ovanligt ord att börja ett beslut med'
            advice = "välj ett verb som säger vad som görs, till exempel anta, godkänna, upphäva eller uppdra åt"
            yield point.text.at("BE14", word, -1, message, help=advice)


RULE = Rule(
    code="BE14",
    title="Ovanligt verb i beslutet",
    severity=Severity.INFO,
    what="Beslutspunkten börjar med ett verb som är en åtgärd: anta, fastställa, godkänna, bifalla, avslå, anse "
    "besvarad, uppdra åt, utse, upphäva, återremittera, bordlägga, lägga till handlingarna, överlämna och liknande.",
    why="Verb som ”verka för” och ”sträva efter” går inte att verkställa eller följa upp.",
    example="förslag till beslut:\n  - verka för fler cykelvägar",
    instead="förslag till beslut:\n  - uppdra åt samhällsbyggnadsnämnden att ta fram en plan för cykelvägar till 2027",
    check=check,
)
