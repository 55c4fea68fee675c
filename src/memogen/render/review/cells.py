"""Cells that could be left without a paragraph, which Word does not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.render.review.finding import Finding, hint, warning
from memogen.render.review.outline import CELL, PARAGRAPH, TABLE, in_fallback

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from memogen.render.review.outline import Part
    from memogen.render.review.tagging import Tag


def bare_cells(part: Part, tags: list[Tag]) -> Iterator[Finding]:
    """Cells whose every paragraph may go away."""
    by_paragraph = {tag.paragraph: tag for tag in tags if tag.prefix == "p"}
    for cell in part.root.iter(CELL):
        if in_fallback(cell):
            continue
        gone = [by_paragraph[child] for child in cell if child in by_paragraph]
        if not gone or _stays(cell, by_paragraph):
            continue
        if any(tag.sign == "{%" for tag in gone):
            message = "cellen kan bli tom: alla stycken i den står i villkor eller slingor"
            yield warning("MA12", message, "lägg ett tomt stycke sist i cellen", gone[0].spot)
        else:
            message = "cellen blir tom när fältet är tomt; memogen lägger då ett tomt stycke i den"
            yield hint(
                "MA12", message, "lägg ett stycke till i cellen om det ska se ut på ett visst sätt", gone[0].spot
            )


def _stays(cell: etree._Element, by_paragraph: Mapping[etree._Element, Tag]) -> bool:
    """Whether some paragraph is there whatever the conditions say: outside them, or in every branch of one."""
    branches: list[list[bool]] = []
    words: list[list[str]] = []
    for child in cell:
        if child.tag not in {PARAGRAPH, TABLE}:
            continue
        tag = by_paragraph.get(child)
        kept = tag is None
        if tag is not None and tag.sign == "{%":
            kept = _turn(tag.word, branches, words)
        if kept and not branches:
            return True
        if kept:
            branches[-1][-1] = True
    return False


def _turn(word: str, branches: list[list[bool]], words: list[list[str]]) -> bool:
    """Open, go on with or close a block; true when the block that closes always leaves a paragraph."""
    if word in {"if", "for"}:
        branches.append([False])
        words.append([word])
    elif word in {"elif", "else"} and branches:
        branches[-1].append(False)
        words[-1].append(word)
    elif word in {"endif", "endfor"} and branches:
        said = words.pop()
        return all(branches.pop()) and "else" in said
    return False
