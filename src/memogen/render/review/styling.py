"""The styles that a template lacks: those that what it shows will be given, each with its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen.artifacts.catalogue import Form
from memogen.diagnostics import Severity
from memogen.render import package
from memogen.render.faults import Spot, TemplateFault, quoted
from memogen.render.members import STYLES
from memogen.render.review.finding import Finding, warning
from memogen.render.review.outline import live, text_of, value_of
from memogen.render.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.render.review.outline import Outline
    from memogen.render.review.shapes import Shape
    from memogen.render.review.tagging import Tag

_TABLE: Final = ("table", "table-header", "table-cell")
_TEXT: Final = ("text", "bullets", "numbers", "continuation", *_TABLE)
_SELDOM: Final = ("quote", "caption", "footnote", "footnote-mark", "link")
_DECISION: Final = (
    "ingress",
    "beslutssats",
    "beslut-numbers",
    "beslut-bullets",
    "underlag-bullets",
    "underlag-numbers",
)
_TABLES: Final = frozenset(
    {"foredragningslista", "arendelista", "narvaro", "per_paragraf", "per_diarienummer", "handlingar"}
)
_FIRST_HEADING: Final = {"innehall": 2, "text": 2, "protokollstext": 2}
_DECIDING: Final = frozenset({"tjansteskrivelse", "protokollsutdrag", "protokoll"})
_DEEPEST: Final = 5


def lacking(outline: Outline, shown: list[tuple[Tag, Shape, str]], kind: str) -> Iterator[Finding]:
    """Each style that is missing, once, at the first tag that pours what needs it."""
    members = outline.members
    styles = Styles(package.parse(members[STYLES]) if STYLES in members else None)
    told: set[str] = set()
    for tag, shape, name in shown:
        if shape.form is not Form.BLOCKS or tag.prefix != "p":
            continue
        for role, severity in _roles(name, kind):
            try:
                styles.find(role)
            except TemplateFault as fault:
                if fault.message not in told:
                    told.add(fault.message)
                    yield Finding(fault.code, fault.message, fault.advice, tag.spot, severity)


def _roles(name: str, kind: str) -> Iterator[tuple[str, Severity]]:
    """What a field is poured as: for certain, and now and then."""
    if name in _TABLES:
        yield from ((role, Severity.ERROR) for role in _TABLE)
        return
    yield from ((role, Severity.ERROR) for role in _TEXT)
    if kind in _DECIDING:
        yield from ((role, Severity.ERROR) for role in _DECISION)
    first = _FIRST_HEADING.get(name, 3)
    deepest = _DEEPEST + 1 if name == "protokollstext" else _DEEPEST
    for level in range(first, deepest + 1):
        yield f"heading-{level}", Severity.ERROR if level == first else Severity.WARNING
    yield from ((role, Severity.WARNING) for role in _SELDOM)


def undefined(outline: Outline) -> Iterator[Finding]:
    """Paragraphs whose style is not in the template: they look like any other text."""
    for part in outline.parts.values():
        for number, paragraph in live(part):
            style = value_of(paragraph, "pPr/pStyle")
            if style and style not in outline.style_names:
                spot = Spot(part.member, number, text_of(paragraph))
                message = f"stycket har formatmallen {quoted(style)}, som inte finns i mallen"
                yield warning("MA04", message, "välj en formatmall som finns, eller gör den", spot)
