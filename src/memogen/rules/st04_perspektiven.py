"""ST04: barn, jämställdhet and näringsliv are weighed, or it is said why not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.arende import Arende
from memogen.rules.grund import Rule
from memogen.rules.texter import running_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_PERSPECTIVES = (
    ("barn", "barn", re.compile(r"(?i)\bbarn|\bunga\b|\bungdom|\belev|\bminderårig")),
    ("jamstalldhet", "jämställdhet", re.compile(r"(?i)jämställd|jämlik|\bkön|\bkvinnor\b|\bflickor\b")),
    ("naringsliv", "näringsliv", re.compile(r"(?i)näringsliv|företag")),
)
_WAIVED = re.compile(r"(?i)ej relevant\W*$")


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """Perspectives that the whole text passes over, all in one remark; and waivers without a reason."""
    if not isinstance(document, Arende):
        return
    said = "\n".join(text.value for text in running_texts(document))
    given = document.konsekvenser
    missing = []
    for name, word, pattern in _PERSPECTIVES:
        consequence: str = getattr(given, name) or "" if given else ""
        if _WAIVED.fullmatch(consequence.strip()):
            message = f'"ej relevant" står utan skäl för {word}'
            yield Remark("ST04", ("konsekvenser", name), message, 'skriv "ej relevant: …" och skälet')
        elif not consequence.strip() and not pattern.search(said):
            missing.append(word)
    if missing:
        *first, last = missing
        names = f"{', '.join(first)} och {last}" if first else last
        message = f"konsekvenserna för {names} nämns inte"
        advice = "skriv om dem, eller ange \"konsekvenser: {barn: 'ej relevant: …'}\""
        yield Remark(
            "ST04", ("beredning" if "beredning" in document.avsnitt else "rubrik",), message, advice, at_key=True
        )


RULE = Rule(
    code="ST04",
    title="Ett perspektiv är inte prövat",
    severity=Severity.WARNING,
    what="Tjänsteskrivelsen säger något om följderna för barn, jämställdhet och näringsliv, eller varför det inte är "
    "relevant. Text under ”konsekvenser” räknas, liksom löptext i något avsnitt.",
    why="Barnkonventionen är lag, och barnets bästa ska prövas i alla ärenden som rör barn. Att det är prövat "
    "ska synas.",
    example="beredning: Ärendet har beretts av kommunledningskontoret.",
    instead="konsekvenser:\n  barn: Badplatsen blir lättare att nå för barn som cyklar.\n"
    "  jämställdhet: 'ej relevant: beslutet gäller en teknisk rättelse'\n"
    "  näringsliv: Företagen vid hamnen påverkas inte.",
    law="lag (2018:1197) om Förenta nationernas konvention om barnets rättigheter",
    check=check,
)
