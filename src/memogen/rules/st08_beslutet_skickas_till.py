"""ST08: a decision that somebody must act on says to whom it is sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.arende import Arende
from memogen.rules.be11_uppdraget import TASK
from memogen.rules.grund import Rule
from memogen.rules.texter import may_say, points, running_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_OUTSIDE = re.compile(r"(?i)\bbevilja\w*\b|\byttrande\w*\b|\böversänd\w*\b|\banse\w* \w+ besvarad|\btilldela\w*\b")
_SENT_WORDS = ("skickas till", "expedieras", "sändlista", "delges", "för kännedom")
_SENT = re.compile("(?i)" + "|".join(_SENT_WORDS))


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """A task for others than the own förvaltning, or a matter of somebody outside, and nobody to send it to."""
    if not isinstance(document, Arende) or document.beslutet_skickas_till or document.oversands:
        return
    headings = " ".join(avsnitt.rubrik for avsnitt in document.fler_avsnitt)
    spoken = running_texts(document) if may_say(document, *_SENT_WORDS) else ()
    if _SENT.search(headings) or any(_SENT.search(text.value) for text in spoken):
        return
    own = (document.forvaltning or "\0").lower()
    for point in points(document):
        words = point.text.value
        task = TASK.search(words)
        if (task and own not in words.lower()) or _OUTSIDE.search(words):
            what = "ger ett uppdrag" if task else "rör någon utanför förvaltningen"
            message = f"beslutet {what} men säger inte vart det ska skickas"
            yield Remark("ST08", point.text.path, message, 'skriv mottagarna under "beslutet skickas till"')
            return


RULE = Rule(
    code="ST08",
    title="Beslutet har inga mottagare",
    severity=Severity.WARNING,
    what="Ger beslutet ett uppdrag till någon annan än den egna förvaltningen, eller gäller det någon utanför "
    "kommunen, "
    "finns det en lista under ”beslutet skickas till”.",
    why="Den som ska göra något, eller som har ansökt om något, måste få veta vad som beslutades.",
    example="förslag till beslut:\n  - bevilja Björkvalla IF ett bidrag på 25 000 kronor ur 2026 års medel",
    instead="förslag till beslut:\n  - bevilja Björkvalla IF ett bidrag på 25 000 kronor ur 2026 års medel\n"
    "beslutet skickas till: [Björkvalla IF, Ekonomiavdelningen]",
    check=check,
)
