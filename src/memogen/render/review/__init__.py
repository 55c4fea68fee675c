"""Review a template before anyone uses it: every fault at once, each at its place in Word's terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen.diagnostics import Severity
from memogen.errors import Rejected
from memogen.render import package
from memogen.render.compiled import compiled
from memogen.render.faults import Spot, TemplateFaults, quoted
from memogen.render.review.accessibility import barriers
from memogen.render.review.blocks import Walk
from memogen.render.review.cells import bare_cells
from memogen.render.review.content import content, doubled
from memogen.render.review.finding import Finding, of_fault
from memogen.render.review.fixing import mended
from memogen.render.review.kinds import kind_of
from memogen.render.review.marking import marked
from memogen.render.review.outline import Outline, in_fallback
from memogen.render.review.shapes import of_fields, of_memo
from memogen.render.review.styling import lacking, undefined
from memogen.render.review.tagging import tags
from memogen.render.review.trying import tried

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from memogen.artifacts import Memo
    from memogen.render.compiled import CompiledTemplate
    from memogen.render.review.outline import Part
    from memogen.render.review.shapes import Shape
    from memogen.render.review.tagging import Tag

__all__ = ["Finding", "findings", "kind_of", "marked", "mended", "of_fields", "refuse"]

_COMMENTS: Final = "word/comments.xml"
_STRUCTURE: Final = frozenset({"MA02", "MA05", "MA06", "MA10"})
"""What the compiling tells of a part as a whole, after the first fault in it."""


def findings(data: bytes, kind: str, fields: Mapping[str, Shape]) -> list[Finding]:
    """Everything that is wrong with a template for documents of ``kind``, in the order of the document."""
    members, refused = package.survey(data)
    found = [of_fault(fault) for fault in refused]
    if not members:
        return found
    outline = Outline(members)
    found += _walked(outline, kind, fields)
    found += content(outline)
    found += undefined(outline)
    found += barriers(outline)
    if not refused:
        found += _compiling(data, outline, found)
    if not any(one.severity is Severity.ERROR for one in found):
        found += tried(data, kind, fields)
    return ordered(found, outline)


def refuse(memo: Memo, template: CompiledTemplate, path: Path) -> None:
    """Look through a template once before the first document of a kind is poured into it.

    Raises:
        Rejected: it has faults that the compiling does not see.
    """
    outline = Outline(template.members)
    found = ordered([*_walked(outline, memo.kind, of_memo(memo)), *content(outline)], outline)
    errors = [one.diagnostic(path) for one in found if one.severity is Severity.ERROR]
    if errors:
        raise Rejected(errors)
    template.reviewed.add(memo.kind)


def _walked(outline: Outline, kind: str, fields: Mapping[str, Shape]) -> Iterator[Finding]:
    """What the tags of every part ask for."""
    shown: list[tuple[Tag, Shape, str]] = []
    for part in outline.parts.values():
        here, written = tags(part, fields)
        if part.member == _COMMENTS:
            yield from map(_in_comment, here)
            continue
        yield from written
        walk = Walk(outline, fields)
        walk.walk(here)
        yield from walk.findings
        yield from doubled(part, [(start, end) for start, end in walk.closed if start.word == "for"])
        yield from bare_cells(part, here)
        shown += walk.shown
    yield from lacking(outline, shown, kind)


def _in_comment(tag: Tag) -> Finding:
    message = f"taggen {quoted(tag.spot.tag)} står i en kommentar, som memogen inte fyller i"
    return Finding("MA06", message, "flytta taggen till brödtexten", tag.spot)


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


def ordered(found: Iterable[Finding], outline: Outline) -> list[Finding]:
    """The findings once each, in the order of the document, with the words for their places."""
    order = {member: number for number, member in enumerate(outline.parts)}
    once = dict.fromkeys(one._replace(where=outline.where(one.spot)) for one in found)

    def position(one: Finding) -> tuple[int, int, int, str]:
        spot = one.spot
        return order.get(spot.part, -1), spot.paragraph, spot.text.find(spot.tag), one.code

    return sorted(once, key=position)
