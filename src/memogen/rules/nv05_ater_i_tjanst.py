"""NV05: who has left the kommunfullmäktige does not serve again the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.sammantrade import Sammantrade
from memogen.rules.behandling import behandlingar, first_number, is_fullmaktige
from memogen.rules.grund import Context, Rule
from memogen.rules.narvaro import Narvaro, Plats, Roll, narvaro

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """People who serve again after a gap that neither jäv nor the ledamot who came back explains."""
    if not isinstance(document, Sammantrade) or not is_fullmaktige(document.organ, context.profil):
        return
    there = narvaro(document, first_number(document, context))
    if there is None:
        return
    treated = {one.nummer or 0: one for one in behandlingar(document, context)}
    for plats in there.platser:
        if not (plats.serves and plats.stated):
            continue
        served = {n for other in there.find(plats.person.namn) if other.serves for n in other.nummer}
        gap = [
            n for n in range(min(served), max(served)) if n not in served and not _relieved(document, there, plats, n)
        ]
        left = [n for n in gap if treated[n].slag != "utgar" and plats.key not in treated[n].jav]
        if left:
            back = min(n for n in served if n > left[0])
            message = f"{plats.person.med_parti} avbröt tjänstgöringen i § {left[0]} men tjänstgör igen i § {back}"
            advice = "ange jäv om det var skälet; annars får ledamoten inte tjänstgöra igen samma dag"
            yield Remark("NV05", (*plats.path, "paragrafer"), message, advice)


def _relieved(meeting: Sammantrade, there: Narvaro, plats: Plats, number: int) -> bool:
    """Whether a substitute does not serve in a paragraph because the ledamot, for whom they served last, is back."""
    served = [other for other in there.find(plats.person.namn) if other.serves and min(other.nummer) < number]
    last = max(served, key=lambda other: max(n for n in other.nummer if n < number))
    replaced = meeting.tjanstgorande_ersattare[int(last.path[1])].for_ if last.roll is Roll.ERSATTARE else None
    if replaced is None:
        return False
    return any(one.serves and number in one.nummer for one in there.of(replaced.namn, replaced.parti))


RULE = Rule(
    code="NV05",
    title="Tjänstgör igen efter att ha lämnat fullmäktige",
    severity=Severity.ERROR,
    what="I kommunfullmäktige får den som har avbrutit sin tjänstgöring av något annat skäl än jäv inte tjänstgöra "
    "igen samma dag. En ersättare som har lämnat platsen till ledamoten får träda in på nytt. I nämnder bestämmer "
    "reglementet.",
    why="Växeltjänstgöring är inte tillåten i fullmäktige, och ett beslut med fel tjänstgörande kan upphävas.",
    example="organ: Kommunfullmäktige\nledamöter:\n  - {namn: Maria Berg (S), paragrafer: [45–46, 48–60]}",
    instead="ledamöter:\n  - {namn: Maria Berg (S), paragrafer: 45–46}",
    law="5 kap. 20 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
