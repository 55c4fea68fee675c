"""JU09: the decision is sent to those to whom the case said it would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.nyckel import fold
from memogen.rules.behandling import behandlingar
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Lists of addressees that leave out somebody on the case's list."""
    for one in behandlingar(document, context):
        own, behind = one.paragraf.beslutet_skickas_till, one.arende.beslutet_skickas_till if one.arende else ()
        sent = {fold(row) for row in own}
        left_out = [row for row in behind if fold(row) not in sent]
        if own and left_out:
            message = f'beslutet skickas inte till "{left_out[0]}", som ärendet anger'
            advice = 'lägg till mottagaren, eller ta bort "beslutet skickas till" så gäller ärendets lista'
            yield Remark("JU09", one.at("beslutet_skickas_till"), message, advice, at_key=True)


RULE = Rule(
    code="JU09",
    title="En mottagare av beslutet har fallit bort",
    severity=Severity.WARNING,
    what="Har paragrafen en egen lista över dem som beslutet skickas till finns ärendets mottagare också där.",
    why="Den som ska verkställa beslutet, eller som berörs av det, måste få veta det.",
    example="beslutet skickas till: [Ekonomiavdelningen] (ärendet: Ekonomiavdelningen, Hamnrådet)",
    instead="beslutet skickas till: [Ekonomiavdelningen, Hamnrådet]",
    law="5 kap. 67 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
