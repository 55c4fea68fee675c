"""BE05: the points of a decision end as one sentence does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule
from memogen.rules.texter import points, uses_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_AND_MORE = re.compile(r"\b(?P<word>samt|och)[\s,.*_]*$", re.IGNORECASE)


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """A point that promises another one where there is none, or joins with another word than ``samt``."""
    if uses_sentences(document, context):
        return
    for point in points(document):
        found = _AND_MORE.search(point.text.value)
        if found is None:
            continue
        word = found["word"]
        if point.is_last:
            which = "den enda" if point.count == 1 else "den sista"
            message = f'{which} beslutspunkten slutar med "{word}"'
            advice = f'ta bort "{word}", eller skriv punkten som fattas'
            yield point.text.at("BE05", word, found.start("word"), message, help=advice)
        elif word.lower() == "och" or point.position < point.count - 2:
            message = f'beslutspunkten slutar med "{word}"'
            advice = f'ta bort "{word}", memogen binder ihop punkterna'
            severity = Severity.WARNING
            yield point.text.at("BE05", word, found.start("word"), message, help=advice, severity=severity)


RULE = Rule(
    code="BE05",
    title="Beslutspunkten slutar fel",
    severity=Severity.ERROR,
    what="Punkterna bildar en mening: komma efter varje punkt, ”samt” efter den näst sista och punkt efter den sista. "
    "memogen sätter tecknen. Den sista punkten slutar aldrig med ”samt” eller ”och”.",
    why="Ett ”samt” sist i beslutet lovar en punkt till. Antingen är det kvar av misstag eller så fattas något.",
    example="förslag till beslut:\n  - anta taxan, samt",
    instead="förslag till beslut:\n  - anta taxan",
    check=check,
)
