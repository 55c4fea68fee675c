"""UL08: statutes are cited the usual way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.model.siffror import at_numbers
from memogen.rules.grund import Rule
from memogen.rules.texter import may_say, running_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_STATUTES = ("lag", "lagen", "förordning", "förordningen", "balk", "balken", "SFS")
_NO_PARENTHESES = re.compile(
    rf"(?:{'|'.join(f'(?<={name} )' for name in _STATUTES)})(?P<sfs>(?:19|20)[0-9]{{2}}:[0-9]{{1,4}})(?![0-9:])"
)
_CHAPTER = re.compile(r"\b(?P<chapter>[0-9]{1,2}) kap (?P<paragraph>[0-9]{1,3}[a-z]?(?: [a-z])?) ?§")
_BACKWARDS = re.compile(r"[Kk]ap(?<!\w...)\.? ?(?P<chapter>[0-9]{1,2}),? ?§ ?(?P<paragraph>[0-9]{1,3})")


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """An SFS number without parentheses, a chapter without a full stop, a chapter and paragraph backwards."""
    for text in running_texts(document) if may_say(document, "§", "lag", "förordning", "balk", "sfs") else ():
        if not text.has(":", "§"):
            continue
        for found in at_numbers(_NO_PARENTHESES, text.value):
            advice = f"skriv ({found['sfs']}) efter lagens namn"
            message = f"SFS-numret {found['sfs']} står utan parentes"
            yield text.at("UL08", found["sfs"], found.start("sfs"), message, help=advice)
        backwards = _BACKWARDS.finditer(text.value) if text.has("kap", "Kap") else ()
        for found in (*at_numbers(_CHAPTER, text.value), *backwards):
            better = f"{found['chapter']} kap. {found['paragraph']} §"
            message = f'lagrummet "{" ".join(found[0].split())}" har ovanlig form'
            yield text.remark("UL08", found, message, help=f"skriv {better}")


RULE = Rule(
    code="UL08",
    title="Lagrummet har ovanlig form",
    severity=Severity.INFO,
    what="En lag anges med sitt SFS-nummer inom parentes, ett lagrum som ”5 kap. 67 §”.",
    why="Samma form överallt gör hänvisningen lätt att känna igen och att söka på.",
    example="enligt kap 5 § 67 kommunallagen 2017:725",
    instead="enligt 5 kap. 67 § kommunallagen (2017:725)",
    check=check,
)
