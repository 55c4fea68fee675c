"""PR13: a statement in a bilaga has its bilaga."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.nyckel import fold
from memogen.rules.behandling import behandlingar
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.model.bilaga import Bilaga
    from memogen.model.grund import Grund

_IN_BILAGA = re.compile(
    r"(?i)(?:\b(?:enligt|se|i)\s(?:även\s)?|[,(]\s?)(?:bifogad\s)?(?:skriftlig\s)?bilaga(?!\s+till\b)\b|\bbifogas\b"
)


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Reservations and statements that point to a bilaga which is not in the list."""
    for one in behandlingar(document, context):
        bilagor = one.paragraf.bilagor or one.document.bilagor
        for field in ("reservationer", "sarskilda_yttranden", "protokollsanteckningar", "deltar_inte_i_beslutet"):
            for position, entry in enumerate(getattr(one.paragraf, field)):
                path = one.at(field, position)
                if entry.bilaga and not _is_there(entry.bilaga, bilagor):
                    message = f'bilagan "{entry.bilaga}" finns inte i paragrafens lista över bilagor'
                    yield Remark("PR13", (*path, "bilaga"), message, _ADVICE)
                found = _IN_BILAGA.search(entry.text or "") if not entry.bilaga and not bilagor else None
                if found:
                    yield Remark("PR13", (*path, "text"), "bilagan som nämns finns inte", _ADVICE, quote=found[0])


_ADVICE = 'lägg till den under "bilagor" i paragrafen'


def _is_there(written: str, bilagor: Sequence[Bilaga]) -> bool:
    number = re.fullmatch(r"(?i)\W*(?:bilaga\s*)?([0-9]{1,3})\W*", written)
    if number:
        return 1 <= int(number[1]) <= len(bilagor)
    wanted = fold(written)
    return any(wanted in fold(bilaga.titel) or fold(bilaga.titel) in wanted for bilaga in bilagor)


RULE = Rule(
    code="PR13",
    title="Bilagan med yttrandet finns inte",
    severity=Severity.WARNING,
    what="En reservation, ett särskilt yttrande eller en anteckning ”enligt bilaga” har sin bilaga i paragrafens "
    "eller sammanträdets lista.",
    why="Yttrandet är en del av protokollet. Utan bilagan finns det inte.",
    example="reservationer:\n  - {av: Bo Lind (M), bilaga: 2}\nbilagor: [Taxa]",
    instead="reservationer:\n  - {av: Bo Lind (M), bilaga: 2}\nbilagor: [Taxa, Bo Linds reservation]",
    law="5 kap. 67 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
