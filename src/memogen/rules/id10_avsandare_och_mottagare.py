"""ID10: a tjänsteskrivelse says who wrote it, who signs it and whom it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.arende import Arende
from memogen.model.nyckel import fold
from memogen.model.remiss import Remiss
from memogen.rules.grund import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.model.grund import Grund
    from memogen.model.person import Person
    from memogen.model.profil import Profil
    from memogen.rules.grund import Context


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """What is missing among handläggare, mottagare and underskrifter."""
    if isinstance(document, Remiss) and not document.kontakt:
        advice = 'skriv vem som svarar på frågor, under "kontakt"'
        yield Remark("ID10", ("kontakt",), "kontaktperson saknas", advice, at_key=True, severity=Severity.WARNING)
    if not isinstance(document, Arende):
        return
    if not document.handlaggare:
        advice = 'skriv vem som har skrivit, till exempel "handläggare: Anna Ek"'
        yield Remark("ID10", ("handlaggare",), "handläggare saknas", advice, at_key=True)
    if not document.mottagare:
        named = document.forslag_till_beslut and all(block.organ for block in document.forslag_till_beslut)
        yield Remark(
            "ID10",
            ("mottagare",),
            "mottagare saknas",
            'skriv organet som ska ta ställning, till exempel "mottagare: Kommunstyrelsen"',
            at_key=True,
            severity=Severity.WARNING if named else None,
        )
    signatories: Sequence[Person] = document.underskrifter or _from_profile(document, context.profil)
    if not signatories:
        advice = 'skriv namn och titel under "underskrifter", eller lägg in dem för förvaltningen i profilen'
        # Where the profile names nobody, the skrivelser may well go unsigned.
        known = {fold(name): one.underskrifter for name, one in context.profil.forvaltningar.items()}
        signs = any(known.values()) and bool(known.get(fold(document.forvaltning or ""), True))
        yield Remark(
            "ID10",
            ("underskrifter",),
            "ingen undertecknar tjänsteskrivelsen",
            advice,
            at_key=True,
            severity=None if signs else Severity.WARNING,
        )
    for position, person in enumerate(document.underskrifter):
        if not person.titel:
            name, _, title = person.namn.partition(", ")
            advice = f"skriv {{namn: {name}, titel: {title or '…'}}}"
            message = f"{person.namn} undertecknar utan titel"
            path = ("underskrifter", position)
            yield Remark("ID10", path, message, advice, severity=Severity.WARNING)


def _from_profile(arende: Arende, profil: Profil) -> list[Person]:
    wanted = fold(arende.forvaltning or "")
    return [
        person
        for name, forvaltning in profil.forvaltningar.items()
        if fold(name) == wanted
        for person in forvaltning.underskrifter
        if (person.fran is None or person.fran <= arende.datum) and (person.till is None or arende.datum <= person.till)
    ]


RULE = Rule(
    code="ID10",
    title="Handläggare, mottagare eller underskrift saknas",
    severity=Severity.ERROR,
    what="En tjänsteskrivelse har minst en handläggare, ett organ som den går till och minst en som undertecknar med "
    "namn och titel. Undertecknarna kan stå i ärendet eller hos förvaltningen i profilen; har den ingen där är det en "
    "varning. En remiss har en kontaktperson; att den saknas är en varning.",
    why="Den som läser ska veta vem som svarar för förslaget och vem som ska besluta.",
    example="handläggare:\nmottagare:",
    instead="handläggare: Anna Ek\nmottagare: Kommunstyrelsen\nunderskrifter:\n"
    "  - {namn: Bo Lind, titel: Kommundirektör}",
    check=check,
)
