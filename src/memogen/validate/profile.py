"""The municipality's profile: its shape, and whether its choices hang together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen import rules
from memogen.diagnostics import Remark, Severity
from memogen.model import diarienummer
from memogen.model.nyckel import fold
from memogen.model.profil import Profil
from memogen.model.rubriker import AVSNITT
from memogen.validate import arrangement
from memogen.validate.keys import nearest
from memogen.validate.placing import SHAPE
from memogen.validate.shape import shaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.artifacts import CaseFile
    from memogen.diagnostics import FieldPath

_OWN_NAMES = ("organ", "forvaltningar", "regler")
_PLACE = re.compile(r"\{([^{}]*)\}")
_ORGANS = ("organ", "mottagare")
_OF_A_CASE = ("datum", "diarienummer", "titel")
_OF_A_BILAGA = ("nr", "titel", "datum", "diarienummer")
_TEMPLATES = (
    "tjänsteskrivelse",
    "styrdokument",
    "remiss",
    "protokollsutdrag",
    "protokoll",
    "kallelse",
    "anslagsbevis",
    "register",
    "innehåll",
)


def profil(source: CaseFile) -> tuple[Profil | None, tuple[Remark, ...]]:
    """The profile and the remarks on it; None where what it cannot do without is unusable."""
    made, faults = shaped(Profil, source.plain(_OWN_NAMES), {}, source)
    remarks = list(faults)
    if made is not None:
        remarks += _organs(made)
        remarks += _chain(made)
        remarks += _signatories(made)
        remarks += _parties(made)
        remarks += _rules(made)
        remarks += _templates(made, source)
        remarks += _phrases(made)
        remarks += arrangement.remarks(made, source)
        remarks += _patterns(made)
        remarks += _archive(made)
    return made, tuple(remarks)


def _organs(profil: Profil) -> Iterator[Remark]:
    """Organs that are named but not there, and short names that mean two organs."""
    known = {fold(name) for namn, organ in profil.organ.items() for name in (namn, organ.kortnamn or namn)}
    owners: dict[str, str] = {}
    for namn, organ in profil.organ.items():
        upwards = organ.bereder_for
        if upwards and fold(upwards) not in known:
            near = nearest(fold(upwards), {fold(other): other for other in profil.organ})
            meant = next((other for other in profil.organ if near and fold(other) == near), "")
            advice = f'menade du "{meant}"?' if meant else f'lägg till "{upwards}" under "organ"'
            message = f'organet "{upwards}", som {namn} bereder ärenden för, finns inte i profilen'
            # A name that looks like no other may well be an organ that has no more to say of it.
            severity = None if meant else Severity.WARNING
            yield Remark("PF02", ("organ", namn, "bereder_for"), message, advice, severity=severity)
        short = fold(organ.kortnamn or "")
        if short in owners:
            message = f'kortnamnet "{organ.kortnamn}" har redan {owners[short]}'
            yield Remark("PF02", ("organ", namn, "kortnamn"), message, "ge varje organ ett eget kortnamn")
        elif short:
            owners[short] = namn


def _chain(profil: Profil) -> Iterator[Remark]:
    """Organs whose way upwards leads back to themselves: no one would decide."""
    for namn, organ in profil.organ.items():
        way = [namn]
        upwards = organ.bereder_for
        while upwards and (above := profil.kant_organ(upwards)) and above not in way:
            way.append(above)
            upwards = profil.organ[above].bereder_for
        if upwards and profil.kant_organ(upwards) == namn:
            circle = " → ".join((*way, namn))
            message = f"organen bereder ärenden för varandra i en ring: {circle}"
            yield Remark("PF07", ("organ", namn, "bereder_for"), message, 'ta bort "bereder för" hos det som beslutar')


def _signatories(profil: Profil) -> Iterator[Remark]:
    """Someone who would sign until a day before the first."""
    for namn, forvaltning in profil.forvaltningar.items():
        for position, person in enumerate(forvaltning.underskrifter):
            if person.fran and person.till and person.till < person.fran:
                message = f"{person.namn} undertecknar till {person.till} men inte förrän från {person.fran}"
                path = ("forvaltningar", namn, "underskrifter", position, "till")
                yield Remark("PF07", path, message, 'låt "till" vara samma dag som "från" eller senare')


def _parties(profil: Profil) -> Iterator[Remark]:
    """Several parties that were written as one text."""
    for position, name in enumerate(profil.partier):
        if "," in name:
            message = f'"{name}" läses som en enda partibeteckning'
            yield Remark("PF07", ("partier", position), message, f"skriv [{name}]")


def _rules(profil: Profil) -> Iterator[Remark]:
    for code, weight in profil.regler.items():
        if rules.by_code(code) is None:
            near = nearest(code.upper(), [rule.code for rule in rules.every()])
            advice = f'menade du "{near}"?' if near else 'kör "memogen explain" för alla koder'
            yield Remark("PF01", ("regler", code), f'det finns ingen regel med koden "{code}"', advice, at_key=True)
        elif weight != "fel" and code.startswith(SHAPE):
            message = f"{code} är alltid ett fel: filen går inte att förstå som den är skriven"
            advice = "ta bort koden här, och rätta felet i filen"
            yield Remark("PF01", ("regler", code), message, advice, at_key=True, severity=Severity.WARNING)


def _templates(profil: Profil, source: CaseFile) -> Iterator[Remark]:
    known = {fold(title): title for title in _TEMPLATES}
    for kind in profil.mallar:
        if kind not in known:
            near = known.get(nearest(kind, known), "")
            advice = f'menade du "{near}"?' if near else f"handlingar som har mallar: {', '.join(_TEMPLATES)}"
            _, entry = source.node(("mallar", kind))
            message = f'det finns ingen handling "{entry.key if entry else kind}" att ha mall för'
            yield Remark("NY01", ("mallar", kind), message, advice, at_key=True)


def _phrases(profil: Profil) -> Iterator[Remark]:
    """Every phrase that memogen fills in, with the places that it may have."""
    for name in AVSNITT:
        ingress = getattr(getattr(profil, name), "ingress", None)
        for field in type(ingress).model_fields if ingress is not None else ():
            yield from _phrase((name, "ingress", field), getattr(ingress, field), _ORGANS)
        for position, section in enumerate(getattr(profil, name).avsnitt):
            yield from _phrase((name, "avsnitt", position, "rubrik"), section.rubrik, _ORGANS)
    for key, phrase in profil.rubriker.items():
        yield from _phrase(("rubriker", key), phrase, _ORGANS)
    underlag = profil.beslutsunderlag
    yield from _phrase(("beslutsunderlag", "tjansteskrivelsen"), underlag.tjansteskrivelsen, _OF_A_CASE)
    yield from _phrase(("beslutsunderlag", "bilaga"), underlag.bilaga, _OF_A_BILAGA)


def _phrase(path: FieldPath, phrase: str | None, places: tuple[str, ...]) -> Iterator[Remark]:
    allowed = ", ".join(f"{{{place}}}" for place in places)
    for found in _PLACE.finditer(phrase or ""):
        if found[1] not in places:
            near = nearest(fold(found[1]), places)
            advice = f'menade du "{{{near}}}"?' if near else f"här kan stå {allowed}"
            message = f'"{found[0]}" är inget som memogen kan fylla i här'
            yield Remark("PF04", path, message, advice, quote=found[0], offset=found.start())
    if re.search(r"[{}]", _PLACE.sub("", phrase or "")):
        yield Remark("PF04", path, "en klammer saknar sin motpart", f"skriv till exempel {{{places[0]}}}")


def _patterns(profil: Profil) -> Iterator[Remark]:
    for position, pattern in enumerate(profil.diarienummer):
        try:
            diarienummer.compile_pattern(pattern)
        except ValueError as error:
            advice = "skriv mönstret som KS-{år}-{nr:5}; en klassificeringskod skrivs {kod}"
            yield Remark("PF04", ("diarienummer", position), str(error), advice)


def _archive(profil: Profil) -> Iterator[Remark]:
    if profil.arkiv.inbaddad and (profil.arkiv.niva or "PDF/A-3a").startswith("PDF/A-2"):
        message = f"{profil.arkiv.niva} tillåter inte att ärendefilen bäddas in"
        yield Remark("PF05", ("arkiv", "niva"), message, 'välj PDF/A-3a, eller skriv "inbäddad: nej"')
