"""PR06: the chair votes where that is needed to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import Behandling, behandlingar
from memogen.rules.grund import Context, Rule
from memogen.rules.personer import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.model.person import Person


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Ties in which the chair abstained, or is not among those who voted."""
    for one in behandlingar(document, context):
        chair = one.presiding
        for position, vote in enumerate(one.paragraf.omrostningar if chair and one.slag != "val" else ()):
            if chair and vote.ja.summa == vote.nej.summa and vote.ja.roster and vote.nej.roster:
                yield from _silent(one, position, chair)


def _silent(one: Behandling, position: int, chair: Person) -> Iterator[Remark]:
    key = name_key(chair.namn)
    mentions = {side: said for where, side, said in one.voters() if where == position and name_key(said.namn) == key}
    if not {"ja", "nej"}.isdisjoint(mentions):
        return
    aside = [said for said in one.said("deltar_inte_i_beslutet") if one.full_name(said.namn) == key]
    said = next(iter((*mentions.values(), *aside)), None)
    path = said.path if said else one.at("omrostningar", position)
    fault = "avstår" if "avstar" in mentions else "röstar inte"
    advice = "ordföranden är skyldig att rösta när det behövs för att avgöra ärendet"
    yield Remark("PR06", path, f"ordföranden {chair.med_parti} {fault} fast rösterna är lika", advice)


RULE = Rule(
    code="PR06",
    title="Ordföranden avstår fast rösten behövs",
    severity=Severity.ERROR,
    what="En ledamot får avstå från att rösta, men ordföranden ska rösta när det behövs för att ärendet ska avgöras.",
    why="Vid lika röstetal finns det inget beslut förrän ordföranden har röstat.",
    example="ordförande: Erik Alm (S)\nomröstningar:\n  - ja: {antal: 6}\n    nej: {antal: 6}\n"
    "    avstår: [Erik Alm (S)]",
    instead="omröstningar:\n  - ja: {antal: 7}\n    nej: {antal: 6}",
    law="4 kap. 25 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
