"""PR10: what the fullmäktige decides has been prepared, and the paragraph says by whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import Behandling, behandlingar, is_fullmaktige
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund

_PREPARED = re.compile(
    r"(?i)(?:styrelse|nämnd|utskott|beredning|direktion)\w*[^.\n]{0,120}(?:§|förslag|föreslå|beslut|yttrande|behandla)"
    r"|(?:förslag|yttrande|beslut)[^.\n]{0,40}(?:styrelse|nämnd|utskott|beredning)|\bK(?:S|SAU)\b[^.\n]{0,40}§"
)
_EXEMPT = re.compile(
    r"(?i)\bval\b|\bvalet\b|\w+val\b|avsäg|entledig|revision|ansvarsfrihet|interpellation|\bfråg|motion|medborgarförslag"
    r"|e-förslag|sammanträd|justera|dagordning|föredragningslist|upprop|öppn|avslut|anmäl|meddeland|inform|budget"
)


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Decisions of the fullmäktige without a word on a nämnd, the styrelse or a beredning."""
    for one in behandlingar(document, context):
        if not is_fullmaktige(one.document.organ, context.profil) or one.slag != "beslut":
            continue
        if not (one.paragraf.beslut or one.arende) or _EXEMPT.search(one.rubrik) or _is_prepared(one):
            continue
        message = f"{one.label} säger inte hur ärendet är berett"
        advice = 'skriv styrelsens eller nämndens beslut bland "beslutsunderlag", med datum och paragraf'
        key = "rubrik" if one.paragraf.rubrik else "arende"
        yield Remark("PR10", one.at(key), message, advice)


def _is_prepared(one: Behandling) -> bool:
    words = [text.value for text in one.texts()]
    if one.arende is not None:
        words += [*one.arende.underlag, *one.arende.avsnitt.values()]
        if one.arende.relaterade or any(block.mottagare for block in one.arende.forslag_till_beslut):
            return True
    return any(_PREPARED.search(text) for text in words)


RULE = Rule(
    code="PR10",
    title="Beredningen framgår inte",
    severity=Severity.WARNING,
    what="I fullmäktige säger paragrafen vilken nämnd eller beredning som har berett ärendet. Undantag är val, "
    "avsägelser, revisionens ärenden, motioner, interpellationer och liknande.",
    why="Fullmäktige får inte avgöra ett ärende som inte är berett. Ett sådant beslut kan upphävas.",
    example="organ: Kommunfullmäktige\nparagrafer:\n  - rubrik: Taxa för båtplatser\n    beslut: anta taxan",
    instead="organ: Kommunfullmäktige\nparagrafer:\n  - rubrik: Taxa för båtplatser\n    beslut: anta taxan\n"
    "    beslutsunderlag: [Kommunstyrelsens beslut den 8 april 2026 § 45]",
    law="5 kap. 26–34 §§ kommunallagen (2017:725)",
    check=check,
    whole=True,
)
