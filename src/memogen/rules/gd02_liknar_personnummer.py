"""GD02: what looks like a personal number with a slip of the pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.rules.grund import Rule
from memogen.rules.personuppgifter import is_personal, shaped_as_personal
from memogen.rules.texter import numbered_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """Numbers with a hyphen or plus sign and the date of a personal number, whose check digit is wrong."""
    for text in numbered_texts(document):
        for found in shaped_as_personal(text.value) if text.path != ("rubrik",) else ():
            if found["sign"] and not is_personal(found):
                message = f'"{found[0]}" liknar ett personnummer men kontrollsiffran stämmer inte'
                yield text.remark("GD02", found, message, help="ta bort det om det är ett personnummer")


RULE = Rule(
    code="GD02",
    title="Liknar ett personnummer",
    severity=Severity.WARNING,
    what="Ett nummer som ser ut som ett personnummer men har fel kontrollsiffra är kanske felskrivet.",
    why="Ett felskrivet personnummer är fortfarande en personuppgift, och kan dessutom peka på någon annan.",
    example="Ansökan är gjord av Kim Ek, 811218-9875.",
    instead="Ansökan är gjord av en privatperson.",
    law="3 kap. 10 § lag (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning",
    check=check,
)
