"""BE06: several points are numbered, one alone is not; numbers are never typed in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.grund import Rule
from memogen.rules.texter import blocks, decision_key, points, uses_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_TYPED = re.compile(r"\s*(?P<number>[0-9]{1,2}[.)])[ \t]+\S")


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Numbers that the author typed, and fixed numbers that do not make a series."""
    for point in points(document):
        found = _TYPED.match(point.text.value)
        if found:
            advice = 'ta bort numret, memogen numrerar; ett fast nummer skrivs "{nr: 3, text: …}"'
            message = f'numret "{found["number"]}" står i punktens text'
            yield point.text.at("BE06", found["number"], found.start("number"), message, help=advice)
    for number, block in enumerate(blocks(document)):
        path = (decision_key(document), number)
        given = [punkt.nr for punkt in block.att if punkt.nr is not None]
        if len(given) == len(block.att) == 1 and not uses_sentences(document, context):
            advice = 'ta bort "nr"'
            yield Remark("BE06", (*path, "att", 0, "nr"), "en ensam beslutspunkt har inget nummer", advice)
        if given != sorted(set(given)):
            message = f"beslutspunkternas nummer {', '.join(map(str, given))} är ingen stigande serie"
            yield Remark("BE06", (*path, "att", 0, "nr"), message, "kontrollera numren")


RULE = Rule(
    code="BE06",
    title="Beslutspunkternas nummer",
    severity=Severity.WARNING,
    what="Två eller fler beslutspunkter numreras, en ensam gör det inte. memogen sätter numren; de skrivs inte i "
    "texten.",
    why="Handskrivna nummer blir fel så fort en punkt flyttas, och blir dubbla när memogen numrerar.",
    example="förslag till beslut:\n  - 1. anta taxan\n  - 2. upphäva den gamla taxan",
    instead="förslag till beslut:\n  - anta taxan\n  - upphäva den gamla taxan",
    check=check,
)
