"""The sections of a case, whatever key or heading they stand under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.model.nyckel import fold

if TYPE_CHECKING:
    from memogen.model.arende import Arende

CHARACTERS_A_LINE = 90
"""What a line of running text holds on an A4 page."""


def section(arende: Arende, name: str) -> str:
    """The text of a section by its folded name, or of a further section with that heading; empty: none."""
    further = (avsnitt.text for avsnitt in arende.fler_avsnitt if fold(avsnitt.rubrik) == name)
    return arende.avsnitt.get(name, "") or next(further, "")


def lines(text: str) -> int:
    """About how many lines the text takes on the page."""
    return sum(-(-len(paragraph) // CHARACTERS_A_LINE) for paragraph in text.splitlines() if paragraph.strip())
