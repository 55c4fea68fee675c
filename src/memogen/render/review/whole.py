"""The whole review of a template: every fault at once, each at its place in Word's terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen.diagnostics import Severity
from memogen.render import package
from memogen.render.compiled import compiled
from memogen.render.faults import Spot, TemplateFaults
from memogen.render.members import DOCUMENT
from memogen.render.review.accessibility import barriers
from memogen.render.review.content import content
from memogen.render.review.finding import Finding, of_fault
from memogen.render.review.outline import Outline, in_fallback
from memogen.render.review.styling import undefined
from memogen.render.review.trying import tried
from memogen.render.review.walking import ordered, walked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from memogen.render.review.outline import Part
    from memogen.render.review.shapes import Shape

_STRUCTURE: Final = frozenset({"MA02", "MA05", "MA06", "MA10"})
"""What the compiling tells of a part as a whole, after the first fault in it."""


def findings(data: bytes, kind: str, fields: Mapping[str, Shape]) -> list[Finding]:
    """Everything that is wrong with a template for documents of ``kind``, in the order of the document."""
    members, refused = package.survey(data)
    found = [of_fault(fault) for fault in refused]
    if DOCUMENT not in members:
        return found
    outline = Outline(members)
    found += walked(outline, kind, fields)
    found += content(outline)
    found += undefined(outline)
    found += barriers(outline)
    if not refused:
        found += _compiling(data, outline, found)
    if not any(one.severity is Severity.ERROR for one in found):
        found += tried(data, kind, fields)
    return ordered(found, outline)


def _compiling(data: bytes, outline: Outline, found: Iterable[Finding]) -> Iterator[Finding]:
    """What the compiling itself refuses, and nobody has told yet."""
    errors = [one for one in found if one.severity is Severity.ERROR]
    told = {(one.spot.part, one.spot.paragraph) for one in errors}
    broken = {one.spot.part for one in errors if one.code in _STRUCTURE}
    try:
        compiled(data)
    except TemplateFaults as several:
        for fault in several.faults:
            spot = fault.spot or Spot()
            known = (spot.part, spot.paragraph) in told or (fault.code in _STRUCTURE and spot.part in broken)
            whole = not spot.paragraph and any(part == spot.part for part, _ in told)
            if not known and not whole and not _repeated(outline.parts.get(spot.part), spot):
                yield of_fault(fault)


def _repeated(part: Part | None, spot: Spot) -> bool:
    """Whether a paragraph only says once more, to old programs, what stands beside it."""
    return (
        part is not None
        and 0 < spot.paragraph <= len(part.paragraphs)
        and in_fallback(part.paragraphs[spot.paragraph - 1])
    )
