"""BE02: the lead-in's verb fits the organ's stage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.model.profil import ar_beredande
from memogen.model.protokollsutdrag import Paragraf, Protokollsutdrag
from memogen.rules.formalia import is_own_business, is_procedural
from memogen.rules.grund import Rule
from memogen.rules.stycken import Stycke
from memogen.rules.texter import Text, blocks, decision_key, uses_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.beslut import Beslutsblock
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_VERB = re.compile(r"(?i)\b(?:besluta[rt]?|beslutade|föreslå[rs]?|föreslog|hemställ\w*|tillstyrk\w*)\b")
_PROPOSES = re.compile(r"(?i)\b(?:föreslå[rs]?|föreslog|hemställ\w*|tillstyrk\w*)\b")
_DECIDES = re.compile(r"(?i)\bbesluta[rt]\b|\bbeslutade\b")
_IS_PROPOSED = re.compile(r"(?i)\bföreslås\b")
_OWN_ACCOUNT = re.compile(r"(?i)\bför egen del\b")


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Lead-ins written by hand whose verb says another stage than the block or the organ."""
    key, sentences = decision_key(document), uses_sentences(document, context)
    organ = document.organ if isinstance(document, Protokollsutdrag) else ""
    for number, block in enumerate(blocks(document)):
        if block.ingress:
            text = Text((key, number, "ingress"), block.ingress)
            acts = context.profil.organets_namn(block.organ or organ)
            prepares = ar_beredande(acts) and not _is_own(document, block)
            fault = _fault(block, sentences=sentences, minutes=bool(organ), prepares=prepares)
            if fault:
                message, advice = fault
                yield text.at("BE02", text.value, 0, message, help=advice, severity=Severity.WARNING)


def _is_own(document: Grund, block: Beslutsblock) -> bool:
    """Whether a block of a paragraph is decided by the organ also where it prepares for another, as who adjusts."""
    if not isinstance(document, Paragraf) or document.arende:
        return block.for_egen_del or is_procedural(block)
    slag = document.slag if isinstance(document, Stycke) else "beslut"
    return block.for_egen_del or is_own_business(slag, document.rubrik or "", block)


def _fault(block: Beslutsblock, *, sentences: bool, minutes: bool, prepares: bool) -> tuple[str, str] | None:
    lead_in = block.ingress or ""
    proposes, decides = bool(_PROPOSES.search(lead_in)), bool(_DECIDES.search(lead_in))
    if not sentences and not _VERB.search(lead_in):
        return "inledningen saknar verb", 'skriv till exempel "Kommunstyrelsen beslutar"'
    if minutes and _IS_PROPOSED.search(lead_in):
        return "ett protokoll säger vad organet beslutar, inte vad det föreslås besluta", "skriv om inledningen"
    if block.for_egen_del and proposes:
        return "det som organet beslutar för egen del är inget förslag", 'skriv "beslutar för egen del"'
    if block.mottagare and decides and not proposes:
        return f'förslaget går till {block.mottagare} men inledningen säger "beslutar"', 'skriv "föreslår … besluta"'
    if minutes and prepares and decides and not proposes and not _OWN_ACCOUNT.search(lead_in):
        return "ett beredande organ föreslår, det beslutar bara för egen del", 'skriv "föreslår … besluta"'
    return None


RULE = Rule(
    code="BE02",
    title="Inledningens verb passar inte",
    severity=Severity.WARNING,
    what="Ett beredande organ ”föreslår kommunstyrelsen besluta”, det organ som avgör ”beslutar”, och en "
    "tjänsteskrivelse säger vad organet ”beslutar” eller ”föreslås besluta”. Val av justerare och annat "
    "som bara gäller dess eget arbete beslutar också ett beredande organ. Regeln granskar inledningar som är skrivna "
    "för hand; de andra gör memogen rätt.",
    why="Verbet visar om beslutet är slutligt. Bara slutliga beslut går att överklaga.",
    example="organ: Kommunstyrelsens arbetsutskott\nbeslut:\n"
    "  - ingress: Kommunstyrelsens arbetsutskott beslutar\n    att: [anta policyn]",
    instead="organ: Kommunstyrelsens arbetsutskott\nbeslut:\n  - anta policyn",
    law="13 kap. 2 § kommunallagen (2017:725)",
    check=check,
)
