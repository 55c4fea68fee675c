"""NV08: parties are written as the profile has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import FieldPath, Remark, Severity
from memogen.model.sammantrade import Sammantrade
from memogen.rules.grund import Context, Rule
from memogen.rules.narvaro import Roll
from memogen.rules.personer import party_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.model.person import Person
_LISTS = (Roll.LEDAMOT, Roll.ERSATTARE, Roll.EJ_TJANSTGORANDE)


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Parties in the attendance that the profile does not know; ``-`` is an independent."""
    known = context.profil.partier
    if not isinstance(document, Sammantrade) or not known:
        return
    keys = {party_key(party) for party in known}
    people: list[tuple[FieldPath, Person]] = [
        ((roll.value, n), person) for roll in _LISTS for n, person in enumerate(getattr(document, roll.value))
    ]
    people += [((key,), getattr(document, key)) for key in ("ordforande",) if getattr(document, key)]
    for path, person in people:
        if party_key(person.parti) and party_key(person.parti) not in keys:
            message = f'partiet "{person.parti}" finns inte i profilen'
            advice = f"partier som finns: {', '.join(known)}; den som är politisk vilde skrivs med (-)"
            yield Remark("NV08", path, message, advice, quote=f"({person.parti})")


RULE = Rule(
    code="NV08",
    title="Okänt parti",
    severity=Severity.WARNING,
    what="Partibeteckningen finns i profilens lista. Den som inte hör till något parti skrivs med (-).",
    why="Partiet visar vem ledamoten företräder. En felskrivning gör att personen inte känns igen.",
    example="ledamöter: [Anna Ek (Z)]",
    instead="ledamöter: [Anna Ek (S)]",
    law="5 kap. 66 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
