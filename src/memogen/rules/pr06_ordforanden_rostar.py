"""PR06: the chair votes where that is needed to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import behandlingar
from memogen.rules.grund import Context, Rule
from memogen.rules.personer import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Ties in which the chair abstained."""
    for one in behandlingar(document, context):
        chair = one.document.ordforande
        tied = {n for n, vote in enumerate(one.paragraf.omrostningar) if vote.ja.summa == vote.nej.summa}
        for position, side, said in one.voters() if chair and one.slag != "val" else ():
            if chair and position in tied and side == "avstar" and name_key(said.namn) == name_key(chair.namn):
                message = f"ordföranden {said.text} avstår fast rösterna är lika"
                advice = "ordföranden är skyldig att rösta när det behövs för att avgöra ärendet"
                yield Remark("PR06", said.path, message, advice)


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
