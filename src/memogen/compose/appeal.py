"""How a decision is appealed, where it is the final one (KL 13 kap. 2 §: one that only prepares cannot be)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Paragraph, Run
from memogen.compose.decision import is_final

if TYPE_CHECKING:
    from memogen.artifacts import Block
    from memogen.compose.draft import Draft
    from memogen.model.protokollsutdrag import Paragraf

APPEAL = {
    "laglighetsprovning": (
        "Beslutet kan överklagas genom laglighetsprövning enligt 13 kap. kommunallagen (2017:725). Överklagandet ska "
        "ha kommit in till förvaltningsrätten inom tre veckor från den dag då det tillkännagavs på kommunens "
        "anslagstavla att protokollet är justerat."
    ),
    "forvaltningsbesvar": (
        "Beslutet kan överklagas genom förvaltningsbesvär enligt 40–44 §§ förvaltningslagen (2017:900). Överklagandet "
        "ska ha kommit in till den myndighet som fattade beslutet inom tre veckor från den dag då den som överklagar "
        "fick del av beslutet."
    ),
    "kan_inte_overklagas": "Beslutet kan inte överklagas.",
}
"""What a document says of appeal, by the case's ``överklagande``."""


def appeal(draft: Draft, paragraf: Paragraf, organ: str, of_case: Draft) -> tuple[Block, ...]:
    """``överklagande`` of a paragraph: its own as written, else the case's where the organ makes the final decision."""
    own, name = paragraf.overklagande, "overklagande"
    if own in APPEAL:
        return (Paragraph((Run(draft.line(APPEAL[own], (name,), name)),)),)
    if own:
        return draft.markdown(own, (name,), name)
    arende = of_case.context.arende
    if arende is None or not arende.overklagande or paragraf.avsnitt.get("overklagande"):
        return ()
    if not is_final(draft, paragraf, organ):
        return ()
    sentence = of_case.line(APPEAL[arende.overklagande], (), name)
    return (Paragraph((Run(sentence),)),)
