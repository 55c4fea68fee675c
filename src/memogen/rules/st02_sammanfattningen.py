"""ST02: a long tjänsteskrivelse has a summary, and the summary is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.arende import Arende
from memogen.rules.avsnitten import lines, section
from memogen.rules.grund import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

SHORT_CASE = 8
"""Lines of running text that need no summary."""
LONGEST = 20
"""Lines; a summary is printed in the kallelse and the protokoll too."""


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """A summary that is missing where the profile has one, or that is too long."""
    if not isinstance(document, Arende):
        return
    summary = section(document, "sammanfattning")
    has_one = any(avsnitt.namn == "sammanfattning" for avsnitt in context.profil.tjansteskrivelse.avsnitt)
    total = sum(lines(text) for text in document.avsnitt.values())
    if has_one and not summary.strip() and total > SHORT_CASE:
        message = f"sammanfattning saknas och texten är ungefär {total} rader"
        advice = 'skriv det viktigaste på några rader under "sammanfattning"'
        yield Remark("ST02", ("sammanfattning",), message, advice, at_key=True)
    elif lines(summary) > LONGEST:
        message = f"sammanfattningen är ungefär {lines(summary)} rader, {LONGEST} är det längsta som är lämpligt"
        yield Remark("ST02", ("sammanfattning",), message, "korta den till det viktigaste", at_key=True)


RULE = Rule(
    code="ST02",
    title="Sammanfattningen saknas eller är för lång",
    severity=Severity.WARNING,
    what=f"I kommuner vars profil har avsnittet ”sammanfattning” har en tjänsteskrivelse på mer än {SHORT_CASE} "
    f"rader en "
    f"sammanfattning, och den är högst omkring {LONGEST} rader.",
    why="Sammanfattningen trycks i kallelse och protokoll. Den ska räcka för att förstå vad ärendet gäller.",
    example="sammanfattning:",
    instead="sammanfattning: Avgiften för båtplats har varit oförändrad sedan 2019 och täcker inte längre kostnaden.",
    check=check,
)
