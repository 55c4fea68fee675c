"""For which kind of document a template is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts.catalogue import KINDS, fields
from memogen.model.nyckel import fold
from memogen.render import package
from memogen.render.review.blocks import Walk
from memogen.render.review.outline import Outline
from memogen.render.review.shapes import of_fields
from memogen.render.review.tagging import tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memogen.render.review.finding import Finding
    from memogen.render.review.outline import Part
    from memogen.render.review.shapes import Shape


def kind_of(data: bytes, stem: str) -> str:
    """The kind that the file's name says, or else the one whose fields the template asks for most truly."""
    name = fold(stem)
    if named := [kind for kind in KINDS if kind in name]:
        return max(named, key=len)  # a protokollsutdrag is a protokoll by its name, too
    members, _ = package.survey(data)
    if not members:
        return next(iter(KINDS))
    outline = Outline(members)
    return min(KINDS, key=lambda kind: _unknown(outline, kind))


def _unknown(outline: Outline, kind: str) -> int:
    """How many names a template asks for that the kind does not have."""
    known = of_fields(fields(kind))
    return sum(finding.code == "MA03" for part in outline.parts.values() for finding in _walk(outline, part, known))


def _walk(outline: Outline, part: Part, known: Mapping[str, Shape]) -> Iterable[Finding]:
    walk = Walk(outline, known)
    walk.walk(tags(part, known)[0])
    return walk.findings
