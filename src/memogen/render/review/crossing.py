"""Blocks that begin in one place of the document and go on or end in another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen.render.faults import quoted
from memogen.render.review.finding import Finding, warning
from memogen.render.review.outline import CELL, ROW, TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from memogen.render.review.outline import Outline
    from memogen.render.review.tagging import Tag

_LEVELS: Final = {"p": "stycken", "tr": "tabellrader", "tc": "celler", "r": "textstycken", "": "löpande text"}
_HOLDERS: Final = ((CELL, "cell"), (ROW, "tabellrad"), (TABLE, "tabell"))


def crossing(start: Tag, end: Tag, outline: Outline) -> Iterator[Finding]:
    """What is wrong with a block that begins at ``start`` and goes on or ends at ``end``."""
    if start.prefix != end.prefix:
        message = (
            f"{quoted(start.spot.tag)} gäller {_LEVELS[start.prefix]} men {quoted(end.spot.tag)} {_LEVELS[end.prefix]}"
            f" (början: {outline.where(start.spot)})"
        )
        written = f"{{%{start.prefix} {end.inside} %}}"
        yield Finding("MA10", message, f"skriv {quoted(written)}, lika i början och slutet", end.spot)
        return
    if start.container is end.container:
        return
    if start.prefix or _parent(start) is not _parent(end):
        different = f"en annan {_held(start, end)}"
        message = f"{quoted(start.spot.tag)} slutar i {different} än den börjar i: {outline.where(end.spot)}"
        yield Finding("MA10", message, _advice(start), start.spot)
    else:
        message = f"{quoted(start.spot.tag)} börjar i ett stycke och slutar i ett annat ({outline.where(end.spot)})"
        advice = f'skriv "{{%p {start.inside} %}}" och "{{%p {end.inside} %}}", var och en i ett eget stycke'
        yield warning("MA10", message, advice, start.spot)


def _parent(tag: Tag) -> etree._Element | None:
    return tag.paragraph.getparent()


def _held(start: Tag, end: Tag) -> str:
    """The smallest holder that the two do not share: a cell, a row, a table or a part of the document."""
    for name, said in reversed(_HOLDERS):
        one = next(start.paragraph.iterancestors(name), None)
        other = next(end.paragraph.iterancestors(name), None)
        if one is not other:
            return said
    return "del av dokumentet"


def _advice(start: Tag) -> str:
    if next(start.paragraph.iterancestors(CELL), None) is None:
        return "låt blocket börja och sluta utanför tabellen ({%p … %}), eller i egna rader i den ({%tr … %})"
    return "ett block i en cell slutar i samma cell; rader upprepas med {%tr … %} i egna rader före och efter"
