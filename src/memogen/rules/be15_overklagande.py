"""BE15: only what decides a matter tells how to appeal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import Behandling, behandlingar, only_prepares
from memogen.rules.grund import Context, Rule
from memogen.rules.organ import above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.beslut import Beslutsblock
    from memogen.model.grund import Grund

_APPEAL = re.compile(
    r"(?i)\bhur man överklagar\b|\b(?:beslutet|protokollet|det)\b[^.\n]{0,20}\b(?:kan|får) överklagas\b"
    r"|\böverklagande(?:anvisning|hänvisning)|\bbesvärshänvisning"
    r"|\blaglighetsprövning (?:hos|till|vid) förvaltningsrätt"
)

_NOT_AT_ALL = "kan_inte_overklagas"
_NOTHING_DECIDED = "avgör inget ärende"
_WITHOUT_DECISION = {
    "information": _NOTHING_DECIDED,
    "anmalan": _NOTHING_DECIDED,
    "utgar": "utgår",
    "bordlaggs": "skjuter upp ärendet",
    "aterremitteras": "skickar tillbaka ärendet",
}


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """How to appeal in a paragraph that only proposes, or whose decision can't be appealed."""
    for one in behandlingar(document, context):
        reason = _final(one, context)
        own = one.paragraf.overklagande
        if reason and own and own != _NOT_AT_ALL:
            message = f"{one.label} {reason} men säger hur man överklagar"
            yield Remark("BE15", one.at("overklagande"), message, 'ta bort "överklagande"', at_key=True)
        for text in one.texts() if reason else ():
            found = _APPEAL.search(text.value)
            if found and not {"yrkanden", "reservationer", "sarskilda_yttranden"} & set(text.path):
                message = f"{one.label} {reason} men säger hur man överklagar"
                yield text.remark("BE15", found, message, help="ta bort det som rör överklagande")


def _final(one: Behandling, context: Context) -> str:
    """Why the paragraph's decision can't be appealed; empty where it can, or where that is not known."""
    organ = context.profil.organets_namn(one.document.organ)
    blocks = one.paragraf.beslut or (one.arende.forslag_till_beslut if one.arende else ())
    if one.slag in _WITHOUT_DECISION and not one.paragraf.beslut:
        return _WITHOUT_DECISION[one.slag]
    if not blocks:
        return _NOTHING_DECIDED if only_prepares(organ, context.profil) else ""
    elects = one.slag == "val" and one.arende is None
    if elects or any(block.for_egen_del and _is_own(block, one, organ, context) for block in blocks):
        return ""
    upwards = [block for block in one.paragraf.beslut if block.mottagare]
    lead_ins = [block.ingress for block in one.paragraf.beslut if block.ingress]
    decides = any("föreslå" not in ingress.lower() for ingress in lead_ins)
    proposes = (upwards and len(upwards) == len(blocks)) or _is_put_to_others(one, organ, context)
    if proposes or (only_prepares(organ, context.profil) and not decides):
        return "är ett förslag till ett annat organ"
    if one.arende is not None and one.arende.overklagande == _NOT_AT_ALL:
        return "kan inte överklagas enligt ärendet"
    return ""


def _is_put_to_others(one: Behandling, organ: str, context: Context) -> bool:
    """Whether the case's proposal, which the paragraph takes over, is decided by organs above this one alone."""
    if one.arende is None or one.paragraf.beslut:
        return False
    wanted = [block.mottagare or block.organ or one.arende.mottagare or "" for block in one.arende.forslag_till_beslut]
    return {context.profil.organets_namn(name) for name in wanted} <= set(above(organ, context.profil))


def _is_own(block: Beslutsblock, one: Behandling, organ: str, context: Context) -> bool:
    """Whether the block is the organ's: of the paragraph, or one that the case has for this very organ."""
    if one.paragraf.beslut:
        return True
    acts = block.organ or (one.arende.mottagare if one.arende else None)
    return acts is not None and context.profil.organets_namn(acts) == organ


RULE = Rule(
    code="BE15",
    title="Överklagande i en paragraf som inte avgör",
    severity=Severity.ERROR,
    what="En paragraf som bara är ett förslag till ett annat organ, eller som inte avgör ärendet, säger inget om hur "
    "man överklagar.",
    why="Ett beslut som är rent förberedande går inte att överklaga. Det gör däremot det slutliga beslutet.",
    example="organ: Kommunstyrelsens arbetsutskott\nparagrafer:\n  - ärende: KS-2026-00123\n"
    "    överklagande: laglighetsprövning",
    instead="organ: Kommunstyrelsens arbetsutskott\nparagrafer:\n  - ärende: KS-2026-00123",
    law="13 kap. 2 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
