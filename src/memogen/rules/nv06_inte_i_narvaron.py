"""NV06: everybody who acts in a paragraph was there, with the same party."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.person import Person
from memogen.rules.behandling import STATEMENTS, Behandling, Sagd, behandlingar
from memogen.rules.grund import Context, Rule
from memogen.rules.personer import looks_like_person, name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.narvaro import Narvaro


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """People in yrkanden, votes and statements who are not listed, not there in that §, or of another party."""
    for one in behandlingar(document, context):
        if one.narvaro is None or one.nummer is None:
            continue
        for field in ("jav", *STATEMENTS):
            for said in one.said(field):
                yield from _missing(one, said, one.narvaro, may_be_away=field == "jav")
        for _, side, said in one.voters():
            yield from _missing(one, said, one.narvaro, may_be_away=side == "franvarande", votes=True)


def _missing(
    one: Behandling, said: Sagd, there: Narvaro, *, may_be_away: bool, votes: bool = False
) -> Iterator[Remark]:
    person = Person(namn=said.namn, parti=said.parti)
    found = there.find(said.namn)
    if not found:
        if looks_like_person(person):
            near = get_close_matches(name_key(said.namn), there.names(), n=1, cutoff=0.8)
            meant = there.find(near[0])[0].person.med_parti if near else ""
            advice = f'menade du "{meant}"?' if meant else "skriv personen bland dem som var med, eller rätta namnet"
            # Who is jävig in all that was treated, or away from a vote, may be listed nowhere.
            severity = Severity.WARNING if may_be_away else None
            yield _remark(said, f"{said.text} finns inte bland de närvarande", advice, severity)
    elif not there.of(said.namn, said.parti):
        listed = found[0].person.med_parti
        yield _remark(said, f"{said.text} står som {listed} i närvaron", "skriv samma parti på båda ställena")
    elif not may_be_away and not any(one.nummer in plats.nummer for plats in found):
        advice = "rätta paragraferna i närvaron, eller ta bort personen här"
        yield _remark(said, f"{said.text} var inte med i {one.label}", advice)
    elif votes and not may_be_away and not any(one.nummer in plats.nummer for plats in found if plats.serves):
        yield _remark(said, f"{said.text} tjänstgjorde inte i {one.label}", "bara den som tjänstgör får rösta")


def _remark(said: Sagd, message: str, advice: str, severity: Severity | None = None) -> Remark:
    return Remark("NV06", said.path, message, advice, said.quote, said.offset, severity=severity)


RULE = Rule(
    code="NV06",
    title="Personen var inte med",
    severity=Severity.ERROR,
    what="Den som yrkar, röstar, reserverar sig, lämnar ett yttrande eller anmäler jäv finns bland de närvarande i den "
    "paragrafen, med samma parti. Den som röstar tjänstgör. Namn i fria meningar känns igen på formen "
    "”Förnamn Efternamn (P)”.",
    why="Protokollet är beviset för vilka som deltog i beslutet och hur de ställde sig.",
    example="ledamöter: [Anna Ek (S)]\nparagrafer:\n  - rubrik: Taxa\n    yrkanden: [Anna Ek (M) yrkar avslag.]",
    instead="paragrafer:\n  - rubrik: Taxa\n    yrkanden: [Anna Ek (S) yrkar avslag.]",
    law="5 kap. 66–67 §§ kommunallagen (2017:725)",
    check=check,
    whole=True,
)
