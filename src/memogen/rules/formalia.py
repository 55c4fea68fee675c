"""What an organ decides by itself also where it otherwise prepares for another: elections, its agenda, its minutes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memogen.model.beslut import Beslutsblock

_KINDS = frozenset({"val", "information", "anmalan", "bordlaggs", "aterremitteras"})
_AGENDA = r"(?:föredragningslist|dagordning|ärendelist)"
_RUBRIK = re.compile(
    rf"(?i)\W*(?:(?:val|utseende) av (?:protokolls?)?justera|(?:protokolls?)?justering\b|(?:\w+ av )?{_AGENDA}|upprop\b"
    r"|(?:\w+s )?öppnande\b|(?:\w+s )?avslut(?:ning|ande)\b|närvarorätt)"
)
_PUTS_OFF = re.compile(r"(?i)\W*(?:att\W+|ärendet\W+)?(?:återremitter|bordlägg)")
_POINT = re.compile(
    rf"(?i)\W*(?:att\W+)?(?:(?:fastställ|godkänn)\w* (?:\w+ ){{0,2}}{_AGENDA}|{_AGENDA}\w* (?:fastställ|godkänn)"
    r"|(?:utse|välj)\w* .*\bjustera(?:re)?\b|.*\b(?:omedelbar justering|(?:justeras|justerad) omedelbart"
    r"|omedelbart justera(?:s|d))\b|remittera\b|ajournera\b"
    r"|.*\butan eget (?:förslag|ställningstagande|yttrande)|(?:överlämna|lyfta) ärendet\b"
    r"|ärendet (?:överlämnas|utgår)\b|(?:notera|tacka för) informationen"
    r"|.*\b(?:informationen|anmälan|anmälningarna|redovisningen)\b.*\btill handlingarna\b"
    r"|.*\b(?:närvarorätt|rätt att närvara)\b)"
)
_NOTES = re.compile(r"(?i)\b(?:information|anmäl|redovisning|rapport)|\btill handlingarna\b|\btill kännedom\b")


def is_own_business(kind: str, rubrik: str, block: Beslutsblock) -> bool:
    """Whether a block of a paragraph without a case is no proposal: by the paragraph's kind, or by its words."""
    return kind in _KINDS or bool(_RUBRIK.match(rubrik)) or is_procedural(block)


def is_procedural(block: Beslutsblock) -> bool:
    """Whether every point is about how the organ handles the matter, not about the matter."""
    return all(_PUTS_OFF.match(point.text) or _POINT.match(point.text) for point in block.att)


def puts_off(block: Beslutsblock) -> bool:
    """Whether every point sends the matter back, or leaves it on the table."""
    return all(_PUTS_OFF.match(point.text) for point in block.att)


def takes_note(block: Beslutsblock) -> bool:
    """Whether every point only takes note of what was told, or is about how the organ handles the matter."""
    return is_procedural(block) or all(_NOTES.search(point.text) for point in block.att)
