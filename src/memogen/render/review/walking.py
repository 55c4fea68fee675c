"""Walk the tags of every part of a template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen.diagnostics import Severity
from memogen.errors import Rejected
from memogen.render.faults import quoted
from memogen.render.review.blocks import Walk
from memogen.render.review.cells import bare_cells
from memogen.render.review.content import content, doubled
from memogen.render.review.finding import Finding
from memogen.render.review.outline import Outline, value_of
from memogen.render.review.shapes import is_usual, of_memo
from memogen.render.review.styling import lacking
from memogen.render.review.tagging import tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from memogen.artifacts import Memo
    from memogen.render.compiled import CompiledTemplate
    from memogen.render.review.outline import Part
    from memogen.render.review.shapes import Shape
    from memogen.render.review.tagging import Tag

_COPIED: Final = (
    "raden är Words avskrift av rubriken i innehållsförteckningen: skriv ett ord över alla rader där; "
    "de rätta kommer när den uppdateras i handlingen"
)
_COMMENTS: Final = "word/comments.xml"


def refuse(memo: Memo, template: CompiledTemplate, path: Path) -> bool:
    """Look through a template once before the first document of a kind is poured into it.

    Returns:
        Whether the memo has all that the catalogue says, so that the template is sound for others of its kind too.

    Raises:
        Rejected: it has faults that the compiling does not see.
    """
    outline = Outline(template.members)
    found = ordered([*walked(outline, memo.kind, of_memo(memo)), *content(outline)], outline)
    errors = [one.diagnostic(path) for one in found if one.severity is Severity.ERROR]
    if errors:
        raise Rejected(errors)
    return is_usual(memo)


def walked(outline: Outline, kind: str, fields: Mapping[str, Shape]) -> Iterator[Finding]:
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
        yield from (_in_contents(one, part, outline) for one in walk.findings)
        yield from doubled(part, [(start, end) for start, end in walk.closed if start.word == "for"])
        yield from bare_cells(part, here)
        shown += walk.shown
    yield from lacking(outline, shown, kind)


def _in_contents(found: Finding, part: Part, outline: Outline) -> Finding:
    """A finding whose advice says what to do with a tag that Word copied from a heading to the table of contents."""
    paragraph = part.paragraphs[found.spot.paragraph - 1] if found.spot.paragraph else None
    style = outline.style_names.get(value_of(paragraph, "pPr/pStyle"), "")
    return found._replace(advice=_COPIED) if found.code == "MA03" and style.startswith("toc ") else found


def _in_comment(tag: Tag) -> Finding:
    message = f"taggen {quoted(tag.spot.tag)} står i en kommentar, som memogen inte fyller i"
    return Finding("MA06", message, "flytta taggen till brödtexten", tag.spot)


def ordered(found: Iterable[Finding], outline: Outline) -> list[Finding]:
    """The findings once each, in the order of the document, with the words for their places."""
    order = {member: number for number, member in enumerate(outline.parts)}
    once = dict.fromkeys(one._replace(where=outline.where(one.spot)) for one in found)

    def position(one: Finding) -> tuple[int, int, int, str]:
        spot = one.spot
        return order.get(spot.part, -1), spot.paragraph, spot.text.find(spot.tag), one.code

    return sorted(once, key=position)
