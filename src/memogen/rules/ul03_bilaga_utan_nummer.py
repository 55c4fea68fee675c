"""UL03: a bilaga is referred to by its number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.model.arende import Arende
from memogen.rules.grund import Rule
from memogen.rules.texter import running_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_BARE = re.compile(
    r"\([\s*_]*(?:se )?(?P<word>[Bb]ilaga)[\s*_]*\)|\b(?:enligt|se) (?:bifogad )?(?P<other>bilaga)(?=[*_]*[.,;:)\n]|$)"
)


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """``(bilaga)`` and ``enligt bilaga`` without a number."""
    if not isinstance(document, Arende):
        return
    for text in running_texts(document):
        for found in _BARE.finditer(text.value) if "ilaga" in text.value else ():
            group = "word" if found["word"] else "other"
            advice = 'skriv vilken, till exempel "bilaga 1", och lägg den under "bilagor"'
            yield text.at("UL03", found[group], found.start(group), "bilagan nämns utan nummer", help=advice)


RULE = Rule(
    code="UL03",
    title="Bilaga utan nummer",
    severity=Severity.WARNING,
    what="Texten hänvisar till en bilaga med dess nummer, inte bara med ”(bilaga)”.",
    why="Den som läser ska veta vilken handling som avses, också när ärendet senare får fler bilagor.",
    example="Inbjudan gäller två platser (bilaga).",
    instead="Inbjudan gäller två platser (bilaga 1).",
    check=check,
)
