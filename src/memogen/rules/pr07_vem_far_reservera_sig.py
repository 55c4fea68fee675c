"""PR07: only who took part in the decision may make a reservation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import Behandling, Sagd, behandlingar
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund

_SIDES = ("ja", "nej")
_PUT_OFF = frozenset({"aterremitteras", "bordlaggs"})


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Reservations by people who were jäviga, did not take part, did not serve, or voted for the decision."""
    for one in behandlingar(document, context):
        jav = one.jav
        aside = {one.full_name(said.namn) for said in one.said("deltar_inte_i_beslutet")}
        won = _won(one)
        for said in one.said("reservationer"):
            key = one.full_name(said.namn)
            severity = None
            if key in jav:
                fault = "är jävig och kan inte reservera sig"
            elif key in aside:
                fault = "deltar inte i beslutet och kan inte reservera sig"
            elif _does_not_serve(one, said):
                fault = f"tjänstgjorde inte i {one.label} och kan inte reservera sig"
            elif key in won:
                fault, severity = "reserverar sig men röstade för det som vann", Severity.WARNING
            else:
                continue
            advice = "bara den som har deltagit i beslutet får reservera sig"
            message = f"{said.text} {fault}"
            yield Remark("PR07", said.path, message, advice, said.quote, said.offset, severity=severity)


def _does_not_serve(one: Behandling, said: Sagd) -> bool:
    """Whether somebody who was there did not serve; who was not there at all is NV06's matter."""
    found = one.narvaro.find(said.namn) if one.narvaro else []
    there = [plats for plats in found if one.nummer in plats.nummer]
    return bool(there) and not any(plats.serves for plats in there)


def _won(one: Behandling) -> set[str]:
    """Those who voted with the winning side of the paragraph's only vote; a minority may have put the matter off."""
    votes = one.paragraf.omrostningar
    if len(votes) != 1 or votes[0].ja.summa == votes[0].nej.summa:
        return set()
    sides = {which: {one.full_name(said.namn) for _, of, said in one.voters() if of == which} for which in _SIDES}
    asked = {one.full_name(person.namn) for person in getattr(one.paragraf, "minoritet", ())}
    if asked and one.slag in _PUT_OFF:
        return next((people for people in sides.values() if asked & people), set())
    return sides["ja" if votes[0].ja.summa > votes[0].nej.summa else "nej"]


RULE = Rule(
    code="PR07",
    title="Får inte reservera sig",
    severity=Severity.ERROR,
    what="Bara den som har deltagit i beslutet får reservera sig: inte den som är jävig, den som inte deltog i "
    "beslutet eller en ersättare som inte tjänstgjorde. Att reservera sig mot det man röstade för är en varning.",
    why="En reservation fritar från ansvar för beslutet. Den som inte var med om det har inget att fritas från.",
    example="jäv: [Bo Lind (M)]\nreservationer: [Bo Lind (M)]",
    instead="jäv: [Bo Lind (M)]",
    law="4 kap. 27 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
