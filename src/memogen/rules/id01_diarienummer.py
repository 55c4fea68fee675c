"""ID01: the diarienummer is there and is one of the municipality's own."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model import diarienummer
from memogen.model.arende import Arende
from memogen.model.protokollsutdrag import Paragraf
from memogen.model.sammantrade import Sammantrade
from memogen.rules.grund import Rule
from memogen.rules.stycken import Stycke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """A number that is missing, or that no pattern of the profile allows."""
    severity = None if isinstance(document, Arende) else Severity.WARNING
    number: str | None = getattr(document, "diarienummer", None)
    patterns = context.profil.diarienummer
    if not number:
        if not (isinstance(document, Sammantrade | Stycke) or (isinstance(document, Paragraf) and document.arende)):
            shown = f", till exempel {diarienummer.example(patterns[0], 2026)}" if patterns else ""
            advice = f'skriv ärendets nummer under "diarienummer"{shown}'
            yield Remark("ID01", ("diarienummer",), "diarienummer saknas", advice, severity=severity)
    elif patterns and not diarienummer.is_valid(number, patterns):
        unseen = [sign for sign in number if unicodedata.category(sign) == "Cf"]
        message = f'diarienumret "{number}" har inte den form som profilen anger'
        if unseen:
            message = f'diarienumret "{number}" innehåller ett tecken som inte syns (U+{ord(unseen[0]):04X})'
        yield Remark("ID01", ("diarienummer",), message, _wanted(number, patterns), quote=number, severity=severity)


def _wanted(number: str, patterns: tuple[str, ...]) -> str:
    tidied = diarienummer.tidied(number)
    if diarienummer.is_valid(tidied, patterns):
        return f"skriv {tidied}"
    key = diarienummer.key(number) or diarienummer.key(tidied)
    # A classification code can't be guessed.
    for pattern in [pattern for pattern in patterns if "{kod}" not in pattern] if key else ():
        assert key is not None  # noqa: S101 - the loop is empty without a key
        spelled = diarienummer.example(pattern, key.year, key.number)
        if diarienummer.key(spelled, (pattern,)) == key:
            return f"skriv {spelled}"
    return f"skriv det som {diarienummer.example(patterns[0], 2026)}"


RULE = Rule(
    code="ID01",
    title="Diarienumret saknas eller har fel form",
    severity=Severity.ERROR,
    what="Varje ärende har ett diarienummer, skrivet precis så som kommunens profil anger. I en remiss, ett "
    "protokollsutdrag eller ett styrdokument är det en varning om numret saknas.",
    why="Diarienumret är det som binder ihop ärendets handlingar. Ett nummer med fel form går inte att söka fram.",
    example="diarienummer: KS-2026-123",
    instead="diarienummer: KS-2026-00123",
    law="5 kap. 1–2 §§ offentlighets- och sekretesslagen (2009:400)",
    check=check,
)
