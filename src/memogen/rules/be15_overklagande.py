"""BE15: only what decides a matter tells how to appeal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import Behandling, behandlingar, only_prepares
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund

_APPEAL = re.compile(
    r"(?i)\bhur man överklagar\b|\b(?:beslutet|protokollet|det)\b[^.\n]{0,20}\b(?:kan|får) överklagas\b"
    r"|\böverklagande(?:anvisning|hänvisning)|\bbesvärshänvisning"
    r"|\blaglighetsprövning (?:hos|till|vid) förvaltningsrätt"
)


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """How to appeal in a paragraph that only proposes, or whose decision can't be appealed."""
    for one in behandlingar(document, context):
        reason = _final(one, context)
        for text in one.texts() if reason else ():
            found = _APPEAL.search(text.value)
            if found and not {"yrkanden", "reservationer", "sarskilda_yttranden"} & set(text.path):
                message = f"{one.label} {reason} men säger hur man överklagar"
                yield text.remark("BE15", found, message, help="ta bort det som rör överklagande")


def _final(one: Behandling, context: Context) -> str:
    """Why the paragraph's decision can't be appealed; empty where it can, or where that is not known."""
    blocks = one.paragraf.beslut or (one.arende.forslag_till_beslut if one.arende else ())
    if not blocks or any(block.for_egen_del for block in blocks):
        return ""
    organ = context.profil.organets_namn(one.document.organ)
    upwards = [block for block in one.paragraf.beslut if block.mottagare]
    lead_ins = [block.ingress for block in one.paragraf.beslut if block.ingress]
    decides = any("föreslå" not in ingress.lower() for ingress in lead_ins)
    if (only_prepares(organ, context.profil) and not decides) or (upwards and len(upwards) == len(blocks)):
        return "är ett förslag till ett annat organ"
    if one.arende is not None and one.arende.overklagande == "kan_inte_overklagas":
        return "kan inte överklagas enligt ärendet"
    return ""


RULE = Rule(
    code="BE15",
    title="Överklagande i en paragraf som inte avgör",
    severity=Severity.ERROR,
    what="En paragraf som bara är ett förslag till ett annat organ säger inget om hur man överklagar.",
    why="Ett beslut som är rent förberedande går inte att överklaga. Det gör däremot det slutliga beslutet.",
    example="organ: Kommunstyrelsens arbetsutskott\ntext: Beslutet kan överklagas till förvaltningsrätten.",
    instead="organ: Kommunstyrelsens arbetsutskott\n(utan text om överklagande)",
    law="13 kap. 2 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
