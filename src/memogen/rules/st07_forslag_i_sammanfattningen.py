"""ST07: the summary tells of the case, not of what the writer wants."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.model.arende import Arende
from memogen.rules.avsnitten import section
from memogen.rules.grund import Rule
from memogen.rules.texter import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_PROPOSES = re.compile(r"(?i)\b(?:föreslår|föreslås|tillstyrker|avstyrker|förordar|rekommenderar)\b")

_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?!\s)[^.!?\n]*)*")
_OF_OTHERS = re.compile(
    r"(?i)motion|medborgarförslag|e-förslag|förslagsställar|initiativ|\([A-ZÅÄÖ]{1,4}\)|regeringen|departement|utredning"
    r"|promemori|betänkande|remiss|revisor|myndighet|\bregionen\b|länsstyrelse|samråd"
)
"""What somebody else has put forward, and the summary has to tell."""


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """The first proposing verb of the summary whose sentence is not about what others propose."""
    if not isinstance(document, Arende):
        return
    text = Text(("sammanfattning",), section(document, "sammanfattning"))
    sentences = (found for found in _SENTENCE.finditer(text.value) if not _OF_OTHERS.search(found[0]))
    own = (_PROPOSES.search(text.value, *sentence.span()) for sentence in sentences)
    found = next(filter(None, own), None)
    if found:
        message = f'sammanfattningen innehåller ett förslag ("{found[0]}")'
        yield text.remark("ST07", found, message, help='flytta förslaget till "förslag till beslut"')


RULE = Rule(
    code="ST07",
    title="Förslag i sammanfattningen",
    severity=Severity.INFO,
    what="Sammanfattningen beskriver ärendet sakligt och innehåller inget förslag från förvaltningen. Vad andra "
    "föreslår, till exempel i en motion, får stå där.",
    why="Sammanfattningen trycks oförändrad i protokollet, där organets beslut kan ha blivit ett annat.",
    example="sammanfattning: Avgiften täcker inte kostnaden. Förvaltningen föreslår att den höjs.",
    instead="sammanfattning: Avgiften täcker inte kostnaden.",
    check=check,
)
