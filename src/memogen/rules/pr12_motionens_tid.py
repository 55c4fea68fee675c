"""PR12: a motion is decided within a year, or what has been done is reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.dagar import days
from memogen.rules.behandling import Behandling, behandlingar, is_fullmaktige
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from memogen.model.grund import Grund

_MOTION = re.compile(r"(?i)\bmotion(?:en)?\b|\bmedborgarförslag")
_LISTED = re.compile(r"(?i)(?:motion(?:en)?|medborgarförslag(?:et)?)\b(?!.*\b(?:svar|remiss|yttrande|beslut)\b)")
_REPORTED = re.compile(r"(?i)redovis|beredningsläge|ett år|inte färdigberedd|ännu inte")


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Motions and medborgarförslag that came in more than a year before the meeting."""
    for one in behandlingar(document, context):
        inkommet = _came_in(one)
        if inkommet is None or not _MOTION.search(one.rubrik) or one.slag == "utgar":
            continue
        if not is_fullmaktige(one.document.organ, context.profil) or (one.document.datum - inkommet).days <= _A_YEAR:
            continue
        if not any(_REPORTED.search(text.value) for text in one.texts()):
            message = f"motionen kom in {inkommet}, mer än ett år före sammanträdet"
            advice = "skriv att beredningen har redovisats för fullmäktige, och när"
            if not re.search(r"(?i)\bmotion", one.rubrik):
                message = message.replace("motionen", "medborgarförslaget")
            yield Remark("PR12", one.at("arende" if one.paragraf.arende else "rubrik"), message, advice)


def _came_in(one: Behandling) -> dt.date | None:
    """The day that the motion came in: the case's ``inkommet``, or the day of the motion among the underlag."""
    if one.arende and one.arende.inkommet:
        return one.arende.inkommet
    rows = (*one.paragraf.beslutsunderlag, *(one.arende.underlag if one.arende else ()))
    listed = [day.date for row in rows if _LISTED.match(row) for day in days(row) if day.date]
    return min(listed, default=None)


_A_YEAR = 366

RULE = Rule(
    code="PR12",
    title="Motionen är äldre än ett år",
    severity=Severity.WARNING,
    what="En motion eller ett medborgarförslag bereds så att fullmäktige kan besluta inom ett år. Går inte det "
    "redovisas för fullmäktige vad som har kommit fram. Regeln räknar från ”inkommet” i "
    "ärendet, eller från motionens dag bland underlagen.",
    why="Den som har lagt fram förslaget ska få det prövat i rimlig tid.",
    example="inkommet: 2024-11-04 (ärendet avgörs i fullmäktige 2026-04-27)",
    instead="text: Beredningen redovisades för fullmäktige den 27 oktober 2025 § 140.",
    law="5 kap. 35 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
