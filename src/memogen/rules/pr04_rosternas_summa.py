"""PR04: the votes sum up to those who served, and nobody votes twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import FieldPath, Remark, Severity
from memogen.rules.behandling import Behandling, behandlingar
from memogen.rules.grund import Context, Rule
from memogen.rules.personer import name_key, party_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.model.protokollsutdrag import Omrostning

_SAID = re.compile(r"(?i)\b(?P<number>[0-9]{1,3})[ \u00a0](?P<side>ja|nej)[-– \u00a0]?röst")


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Numbers that are not those of the names, names on two sides, and sums that are not the served."""
    for one in behandlingar(document, context):
        yield from _voted_twice(one)
        for position, vote in enumerate(one.paragraf.omrostningar):
            path = one.at("omrostningar", position)
            for side, half in (("ja", vote.ja), ("nej", vote.nej)):
                if half.antal is not None and half.roster and len(half.roster) != half.antal:
                    message = f"{half.antal} {side}-röster men {len(half.roster)} namn"
                    advice = 'ta bort "antal", memogen räknar namnen'
                    yield Remark("PR04", (*path, side, "antal"), message, advice)
            yield from _against_the_served(one, vote, path, context)
        if len(one.paragraf.omrostningar) == 1:
            yield from _as_told(one, one.paragraf.omrostningar[0])


def _voted_twice(one: Behandling) -> Iterator[Remark]:
    voted: set[tuple[int, str, str]] = set()
    for position, _, said in one.voters():
        key = (position, name_key(said.namn), party_key(said.parti))
        if key in voted:
            yield Remark("PR04", said.path, f"{said.text} står två gånger i omröstningen", "ta bort den som är fel")
        voted.add(key)


def _against_the_served(one: Behandling, vote: Omrostning, path: FieldPath, context: Context) -> Iterator[Remark]:
    served, cast = one.tjanstgorande, vote.ja.summa + vote.nej.summa + len(vote.avstar)
    if not served or not cast:
        return
    organ = context.profil.organ.get(context.profil.organets_namn(one.document.organ))
    seats = organ.platser if organ else None
    away = len(vote.franvarande) + len({name_key(said.namn) for said in one.said("deltar_inte_i_beslutet")})
    if served - away <= cast <= served or cast + len(vote.franvarande) == seats:
        return
    message = f"{cast} har röstat eller avstått, men {served} tjänstgör i {one.label}"
    advice = 'rätta rösterna eller närvaron; den som inte röstade står under "avstår" eller "frånvarande"'
    yield Remark("PR04", path, message, advice)


def _as_told(one: Behandling, vote: Omrostning) -> Iterator[Remark]:
    for text in one.texts():
        if "omrostningar" in text.path or "yrkanden" in text.path or text.path[-1] == "sammanfattning":
            continue
        found = list(_SAID.finditer(text.value))
        if [match["side"].lower() for match in found] not in (["ja", "nej"], ["nej", "ja"]):
            continue
        for match in found:
            counted = vote.ja.summa if match["side"].lower() == "ja" else vote.nej.summa
            if counted and int(match["number"]) != counted:
                message = f"texten säger {match['number']} {match['side'].lower()}, omröstningen har {counted}"
                yield text.remark("PR04", match, message, help="rätta det som är fel")


RULE = Rule(
    code="PR04",
    title="Rösterna går inte ihop",
    severity=Severity.ERROR,
    what="Ja, nej och avstår är tillsammans så många som tjänstgjorde i paragrafen, frånvarande och de som inte "
    "deltog i beslutet borträknade. Ingen röstar två gånger, och antalet stämmer med namnen.",
    why="En felräknad omröstning kan betyda ett annat beslut.",
    example="omröstningar:\n  - ja: {antal: 7, röster: [Anna Ek (S), Cai Ros (C)]}",
    instead="omröstningar:\n  - ja: {för: bifall, röster: [Anna Ek (S), Cai Ros (C)]}",
    law="5 kap. 67 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
