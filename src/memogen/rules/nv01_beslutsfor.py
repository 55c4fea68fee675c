"""NV01: more than half of the organ's members served in every paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.sammantrade import Sammantrade
from memogen.rules.behandling import behandlingar
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Paragraphs in which too few served; one remark where it is all of them."""
    if not isinstance(document, Sammantrade):
        return
    namn = context.profil.organets_namn(document.organ)
    organ = context.profil.organ.get(namn)
    treated = [one for one in behandlingar(document, context) if one.slag != "utgar" and one.narvaro]
    if organ is None or not organ.platser or not treated:
        return
    needed = organ.platser // 2 + 1
    few = [one for one in treated if one.tjanstgorande < needed]
    advice = f"{namn} har {organ.platser} platser och är beslutsför med minst {needed}; kontrollera närvaron"
    if len(few) == len(treated) > 1:
        message = f"bara {few[0].tjanstgorande} tjänstgör, det är för få för att organet ska vara beslutsfört"
        yield Remark("NV01", ("ledamoter",), message, advice, at_key=True)
        return
    for one in few:
        message = (
            f"i {one.label} tjänstgör bara {one.tjanstgorande}, det är för få för att organet ska vara beslutsfört"
        )
        yield Remark("NV01", one.path, message, advice)


RULE = Rule(
    code="NV01",
    title="Organet är inte beslutsfört",
    severity=Severity.ERROR,
    what="I varje paragraf tjänstgör mer än hälften av organets ledamöter eller deras ersättare. Den som är jävig "
    "räknas inte. Regeln gäller när profilen anger organets platser.",
    why="Ett beslut som för få har fattat kan upphävas.",
    example="organ: Kommunstyrelsen (17 platser)\nledamöter: [Anna Ek (S), Bo Lind (M), Cai Ros (C)]",
    instead="ledamöter: (minst nio, ersättare inräknade)",
    law="5 kap. 45 § och 6 kap. 27 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
