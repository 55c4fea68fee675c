"""PR08: who is jävig takes no part in the paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import Behandling, Sagd, behandlingar, is_fullmaktige
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
_ACTS = {
    "yrkanden": "yrkar",
    "sarskilda_yttranden": "lämnar särskilt yttrande",
    "protokollsanteckningar": "lämnar en protokollsanteckning",
}


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Yrkanden, votes and statements of people who are jäviga, and attendance that says they stayed."""
    for one in behandlingar(document, context):
        jav = one.jav
        if not jav:
            continue
        for said, what in _acting(one):
            if one.full_name(said.namn) in jav:
                advice = "den som är jävig deltar inte i handläggningen; ta bort personen här, eller jävet"
                message = f"{said.text} är jävig men {what}"
                yield Remark("PR08", said.path, message, advice, said.quote, said.offset)
        if not is_fullmaktige(one.document.organ, context.profil):
            yield from _stayed(one, jav)


def _acting(one: Behandling) -> Iterator[tuple[Sagd, str]]:
    for field, what in _ACTS.items():
        yield from ((said, what) for said in one.said(field))
    yield from ((said, "står i omröstningen") for _, side, said in one.voters() if side != "franvarande")


def _stayed(one: Behandling, jav: frozenset[str]) -> Iterator[Remark]:
    for plats in one.narvaro.platser if one.narvaro else ():
        if plats.key in jav and plats.serves and plats.stated and one.nummer in plats.nummer:
            message = f"{plats.person.med_parti} är jävig i {one.label} men står som närvarande där"
            advice = f'ta bort {one.nummer} under "paragrafer"'
            yield Remark("PR08", (*plats.path, "paragrafer"), message, advice)


RULE = Rule(
    code="PR08",
    title="Den som är jävig deltar",
    severity=Severity.ERROR,
    what="Den som är jävig yrkar inte, röstar inte, lämnar inget yttrande och är i en nämnd inte ens närvarande när "
    "ärendet handläggs.",
    why="Ett beslut som en jävig har deltagit i kan upphävas.",
    example="jäv: [Bo Lind (M)]\nyrkanden: [Bo Lind (M) yrkar bifall till förslaget.]",
    instead="jäv: [Bo Lind (M)]\nyrkanden: [Anna Ek (S) yrkar bifall till förslaget.]",
    law="5 kap. 47 § och 6 kap. 28–32 §§ kommunallagen (2017:725)",
    check=check,
    whole=True,
)
