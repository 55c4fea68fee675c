"""What was put where in a document that becomes a template, and how certain that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from memogen.render.faults import Spot

if TYPE_CHECKING:
    from memogen.render.adoption.lines import Line

CERTAIN: Final = "säker"
LIKELY: Final = "trolig"
UNSURE: Final = "osäker"


class Finding(NamedTuple):
    """One thing that was put in, or that a person must look at: ``tag`` is empty where nothing was changed."""

    spot: Spot
    found: str
    tag: str
    certainty: str
    look: str = ""

    @property
    def where(self) -> str:
        """The place in Word's terms: ``brödtexten, stycke 4``."""
        return str(self.spot) or "mallen"


def at(line: Line, found: str, tag: str, certainty: str, look: str = "") -> Finding:
    """A finding in a paragraph."""
    return Finding(Spot(line.member, line.number, line.text), " ".join(found.split()), tag, certainty, look)
