"""NV02: nobody serves twice in a paragraph, and no more serve than there are seats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.sammantrade import Sammantrade
from memogen.rules.behandling import behandlingar, first_number
from memogen.rules.grund import Context, Rule
from memogen.rules.narvaro import Narvaro, Plats, narvaro
from memogen.rules.personer import same_party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """People who are listed twice for the same paragraph, and paragraphs with more people than seats."""
    if not isinstance(document, Sammantrade):
        return
    there = narvaro(document, first_number(document, context))
    if there is None:
        return
    yield from _twice(there)
    namn = context.profil.organets_namn(document.organ)
    organ = context.profil.organ.get(namn)
    if organ is None or not organ.platser:
        return
    many = [one for one in behandlingar(document, context) if one.tjanstgorande > organ.platser]
    for one in many[:1]:
        message = f"i {one.label} tjänstgör {one.tjanstgorande}, men {namn} har {organ.platser} platser"
        everywhere = len(many) == len(document.paragrafer)
        advice = "kontrollera vilka som tjänstgjorde, och i vilka paragrafer"
        yield Remark("NV02", ("ledamoter",) if everywhere else one.path, message, advice, at_key=everywhere)


def _twice(there: Narvaro) -> Iterator[Remark]:
    seen: list[Plats] = []
    for plats in there.platser:
        again = next((other for other in seen if _same(plats, other)), None)
        seen.append(plats)
        if again is None or not (plats.serves or again.serves):
            continue
        shared = sorted(plats.nummer & again.nummer)
        told_apart = plats.stated != again.stated and not (plats.serves and again.serves)
        if shared and not told_apart:
            message = f"{plats.person.med_parti} står två gånger för samma paragraf, § {shared[0]}"
            yield Remark("NV02", plats.path, message, "ta bort den ena raden, eller ange olika paragrafer")


def _same(one: Plats, other: Plats) -> bool:
    return one.key == other.key and same_party(one.person.parti, other.person.parti)


RULE = Rule(
    code="NV02",
    title="Någon tjänstgör två gånger, eller för många tjänstgör",
    severity=Severity.ERROR,
    what="Var och en står på en enda plats i varje paragraf, och det tjänstgör inte fler än organet har platser.",
    why="Protokollet ska säga vilka som tjänstgjorde. Är de för många är det oklart vilka som har beslutat.",
    example="ledamöter: [Anna Ek (S), Bo Lind (M)]\ntjänstgörande ersättare: [{namn: Anna Ek (S), för: Bo Lind (M)}]",
    instead="ledamöter: [Anna Ek (S)]\ntjänstgörande ersättare: [{namn: Cai Ros (C), för: Bo Lind (M)}]",
    law="5 kap. 66 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
