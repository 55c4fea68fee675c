"""PR11: an interpellation or a question says who put it, and what became of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import behandlingar, is_fullmaktige
from memogen.rules.grund import Context, Rule
from memogen.rules.personer import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.behandling import Behandling

_ASKED = re.compile(r"(?i)^(?:svar på |besvarande av |ny )?(?:interpellation|enkel fråga|fråga)\b(?!r\b|stund)")
_MATTER = re.compile(r"(?i)^(?:ny )?fråga om\b")
_OF_THE_QUESTION = re.compile(r"(?i)\bfråg|\b(?:be)?svar|\bställas|\bdebatt")
_BECAME = re.compile(r"(?i)svar|bordlägg|utgår|remitter|få(?:r)? ställas|lämnas|debatt|avslut|uppskj|återta|besluta")


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Interpellations of the fullmäktige by nobody, or of which it is not said what became."""
    for one in behandlingar(document, context):
        asked = _ASKED.search(one.rubrik)
        if not asked or one.slag == "utgar" or not is_fullmaktige(one.document.organ, context.profil):
            continue
        if _MATTER.search(one.rubrik) and _decides_another_matter(one):
            continue
        words = " ".join([one.rubrik, *(text.value for text in one.texts())])
        if one.arende is not None:
            words = " ".join([words, *one.arende.avsnitt.values()])
        key = "rubrik" if one.paragraf.rubrik else "arende"
        advice = 'skriv vem som ställde den, till vem, och om den besvarades, under "text"'
        if not any(named(words)):
            yield Remark("PR11", one.at(key), f"{one.label} säger inte vem som ställde den", advice)
        elif not _BECAME.search(words):
            message = f"{one.label} säger inte om den besvarades"
            yield Remark("PR11", one.at(key), message, advice, severity=Severity.WARNING)


def _decides_another_matter(one: Behandling) -> bool:
    """``Fråga om ansvarsfrihet``: the decision is not what becomes of a question."""
    blocks = one.paragraf.beslut or (one.arende.forslag_till_beslut if one.arende else ())
    points = [punkt.text for block in blocks for punkt in block.att]
    return bool(points) and not any(map(_OF_THE_QUESTION.search, points))


RULE = Rule(
    code="PR11",
    title="Interpellationen eller frågan är ofullständig",
    severity=Severity.ERROR,
    what="I fullmäktige säger protokollet vilka interpellationer och frågor som har ställts, av vem, och om de har "
    "besvarats.",
    why="Interpellationer och frågor är fullmäktiges kontroll av nämnderna, och protokollet ska visa dem.",
    example="organ: Kommunfullmäktige\nparagrafer:\n  - rubrik: Interpellation om skolskjuts\n    typ: information",
    instead="organ: Kommunfullmäktige\nparagrafer:\n  - rubrik: Interpellation om skolskjuts\n    typ: information\n"
    "    text: Bo Lind (M) har ställt en interpellation till Anna Ek (S), som svarar på den.",
    law="5 kap. 68 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
