"""What a review of a template finds, and where in Word it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from memogen.diagnostics import Diagnostic, Place, Severity
from memogen.render.faults import Spot

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.render.faults import TemplateFault


class Finding(NamedTuple):
    """One thing to mend. ``spot`` is the paragraph and the tag; without a part it is the whole template.

    ``where`` are the words for the place, once somebody who knows the document has filled them in.
    """

    code: str
    message: str
    advice: str = ""
    spot: Spot = Spot()
    severity: Severity = Severity.ERROR
    where: str = ""

    def diagnostic(self, template: Path) -> Diagnostic:
        """The finding as a diagnostic: the paragraph number is the line, its text the excerpt."""
        spot = self.spot
        column = max(0, spot.text.find(spot.tag)) + 1 if spot.tag else 1
        place = Place(template, max(1, spot.paragraph), column, max(1, len(spot.tag)), spot.text, self.where)
        where = f" ({self.where})" if self.where else ""
        return Diagnostic(self.code, self.severity, f"{self.message}{where}", place, self.advice)


def warning(code: str, message: str, advice: str, spot: Spot) -> Finding:
    """A finding that stops nothing."""
    return Finding(code, message, advice, spot, Severity.WARNING)


def hint(code: str, message: str, advice: str, spot: Spot) -> Finding:
    """A finding that is only good to know."""
    return Finding(code, message, advice, spot, Severity.INFO)


def of_fault(fault: TemplateFault) -> Finding:
    """What the compiling refuses, as a finding."""
    return Finding(fault.code, fault.message, fault.advice, fault.spot or Spot())
