"""PR16: a decision has the beslutsgång that the profile demands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import behandlingar
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Decisions without yrkanden or beslutsgång where the profile says that they must be there."""
    wanted = [val for val in context.profil.protokoll.avsnitt if val.kravs and val.namn in _PARTS]
    for one in behandlingar(document, context) if wanted else ():
        paragraf = one.paragraf
        if one.slag != "beslut" or not (paragraf.beslut or one.arende):
            continue
        for val in wanted:
            said = paragraf.yrkanden if val.namn == "yrkanden" else paragraf.avsnitt.get(val.namn)
            if not said:
                message = f'{one.label} har ett beslut men saknar "{val.nyckel}"'
                advice = f'skriv den under "{val.nyckel}"; profilen kräver det'
                key = "beslut" if paragraf.beslut else "arende"
                yield Remark("PR16", one.at(key), message, advice, at_key=True)


_PARTS = frozenset({"yrkanden", "beslutsgang", "propositionsordning"})

RULE = Rule(
    code="PR16",
    title="Beslutsgången saknas",
    severity=Severity.WARNING,
    what="Kräver profilen beslutsgång eller yrkanden (krävs: ja under protokollets avsnitt) har varje paragraf med ett "
    "beslut det avsnittet.",
    why="Kommunen har bestämt att protokollet ska säga vad ordföranden fann.",
    example="beslut: anta taxan",
    instead="beslut: anta taxan\nbeslutsgång: Ordföranden finner att kommunstyrelsen bifaller förslaget.",
    law="5 kap. 67 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
