"""BE03: the organ of a decision is one that the municipality has, and the same throughout the block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.profil import ar_beredande
from memogen.model.protokollsutdrag import Protokollsutdrag
from memogen.rules.grund import Rule
from memogen.rules.organ import above, leading_organ, near_organ
from memogen.rules.texter import blocks, decision_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import FieldPath
    from memogen.model.grund import Grund
    from memogen.model.profil import Profil
    from memogen.rules.grund import Context


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Organs that the profile does not know, and lead-ins that speak of another organ than their block."""
    profil = context.profil
    if not profil.organ:
        return
    for path, name in _named(document):
        if profil.kant_organ(name) is None:
            near = near_organ(name, profil)
            advice = f'menade du "{near}"?' if near else 'lägg till organet under "organ" i profilen'
            yield Remark("BE03", path, f'organet "{name}" finns inte i profilen', advice, severity=Severity.WARNING)
    yield from _lead_ins(document, profil)
    if isinstance(document, Protokollsutdrag) and not ar_beredande(profil.organets_namn(document.organ)):
        yield from _of_others(document, profil)


def _named(document: Grund) -> Iterator[tuple[FieldPath, str]]:
    for field in ("mottagare", "organ", "beslutsfattare"):
        name: str | None = getattr(document, field, None)
        if name:
            yield (field,), name
    for number, block in enumerate(blocks(document)):
        for field, name in (("organ", block.organ), ("mottagare", block.mottagare)):
            if name:
                yield (decision_key(document), number, field), name


def _lead_ins(document: Grund, profil: Profil) -> Iterator[Remark]:
    for number, block in enumerate(blocks(document)):
        path = (decision_key(document), number, "ingress")
        spoken = leading_organ(block.ingress or "", profil)
        organ = profil.kant_organ(block.organ) if block.organ else None
        if spoken and organ and spoken != organ:
            message = f'inledningen börjar med "{spoken}" men blocket har organet "{organ}"'
            yield Remark("BE03", path, message, "ändra det som är fel", quote=spoken)
        first = (block.ingress or "").split(" ", 1)[0]
        near = near_organ(first, profil) if first and not spoken else None
        if near:
            message = f'"{first}" i inledningen ser ut som en felskrivning av "{near}"'
            yield Remark("BE03", path, message, f'skriv "{near}"', quote=first, severity=Severity.WARNING)


def _of_others(document: Protokollsutdrag, profil: Profil) -> Iterator[Remark]:
    """Blocks of the minutes that name another organ, though it is the meeting's own that the lead-in will name."""
    here = profil.organets_namn(document.organ)
    reached = {here, *above(here, profil)}
    for number, block in enumerate(document.beslut):
        organ = profil.kant_organ(block.organ) if block.organ and not block.ingress else None
        upper = profil.kant_organ(block.mottagare) if block.mottagare and not block.for_egen_del else None
        if organ and reached.isdisjoint({organ, upper}):
            message = f'blocket har organet "{organ}" men sammanträdet har organet "{here}"'
            advice = 'ta bort "organ", eller skriv vilket organ förslaget går till som "mottagare"'
            yield Remark("BE03", ("beslut", number, "organ"), message, advice, severity=Severity.WARNING)


RULE = Rule(
    code="BE03",
    title="Fel eller okänt organ",
    severity=Severity.ERROR,
    what="Organ, mottagare och beslutsfattare är organ som finns i profilen. Inleder du beslutet med egna ord nämner "
    "de samma organ som blocket. Ett okänt organ är en varning, liksom ett "
    "protokoll där blocket hör till ett annat organ; två organ i samma block är ett fel.",
    why="Beslutet gäller bara om rätt organ har fattat det. En felstavning följer med till protokollet.",
    example="mottagare: Kommunstryelsen",
    instead="mottagare: Kommunstyrelsen",
    law="5 kap. 1 § och 6 kap. 1–5 §§ kommunallagen (2017:725)",
    check=check,
)
