"""Decision points: bold ``att``, the punctuation of one long sentence, and numbers that Word counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from memogen.artifacts import ListBlock, Paragraph, Run
from memogen.compose.pieces import joined, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memogen.artifacts import Block, Inline, Inlines

_ATT = re.compile(r"\s*att(?:\s+|$)", re.IGNORECASE)
_ENDING = re.compile(r"(?:\s*[,;]?\s*\b(?:samt|och))?\s*[,;.]?\s*$")
_ABBREVIATED = re.compile(r"\b(?:[a-zåäö]{1,3}\.\s?[a-zåäö]{1,3}|etc|osv|dvs|resp|mfl|mm)\.\s*$")
_COMPLETE = re.compile(r"[.!?:…][)”\"]?\s*$")
_OWN_ENDING = re.compile(r"[!?…:]\s*$")


class Point(NamedTuple):
    """One decision point in blocks, with its number where the source fixes it."""

    blocks: tuple[Block, ...]
    nr: int | None = None


def apart(point: Point) -> tuple[Point, ...]:
    """A point whose author typed a number or bullets too: each item a point, with the typed number as its own.

    One that follows from the other's place has none: ``1.``, ``2.`` are set by Word.
    """
    if len(point.blocks) != 1 or not isinstance(point.blocks[0], ListBlock):
        return (point,)
    typed = point.blocks[0]
    if len(typed.items) == 1:
        nr = typed.start if typed.ordered and point.nr is None else point.nr
        return apart(Point(typed.items[0], nr))
    numbers = typed.numbers or tuple(range(typed.start, typed.start + len(typed.items)))
    given = typed.ordered and numbers[0] != 1
    return tuple(
        Point(item, nr if given or typed.numbers else None) for nr, item in zip(numbers, typed.items, strict=True)
    )


def att_points(points: Sequence[Point], numrering: str) -> tuple[Block, ...]:
    """The points as att-satser of one sentence: ``,`` after each, ``, samt`` after the last but one, ``.`` last."""
    done = []
    for index, point in enumerate(points):
        left = len(points) - index - 1
        ending = {0: ".", 1: ", samt"}.get(left, ",")
        done.append(Point(_att_sats(point.blocks, ending), point.nr))
    return _set_out(done, numrering)


def sentences(points: Sequence[Point], numrering: str) -> tuple[Block, ...]:
    """The points as full sentences, as they were written."""
    return _set_out(points, numrering)


def _set_out(points: Sequence[Point], numrering: str) -> tuple[Block, ...]:
    fixed = any(point.nr is not None for point in points)
    if fixed or numrering == "ja" or (numrering == "vid_flera" and len(points) > 1):
        numbers = _numbers(points)
        running = numbers == tuple(range(1, len(points) + 1))
        items = tuple(point.blocks for point in points)
        return (ListBlock(ordered=True, items=items, role="beslut", numbers=() if running else numbers),)
    return tuple(_as_sats(block) for point in points for block in point.blocks)


def _as_sats(block: Block) -> Block:
    return block._replace(role="beslutssats") if isinstance(block, Paragraph) else block


def _numbers(points: Sequence[Point]) -> tuple[int, ...]:
    numbers: list[int] = []
    for point in points:
        numbers.append(point.nr if point.nr is not None else (numbers[-1] + 1 if numbers else 1))
    return tuple(numbers)


def _att_sats(blocks: tuple[Block, ...], ending: str) -> tuple[Block, ...]:
    first = blocks[0]
    if not isinstance(first, Paragraph):
        led = (Paragraph((Run("att", bold=True),)), *blocks)
        return _ended(led, ending) if isinstance(blocks[-1], ListBlock) else led
    content = first.content
    att = _ATT.match(plain(content))
    content = _cut(content, att.end() if att else 0, len(plain(content)))
    content = (Run("att", bold=True), *joined((Run(" "), *content)))
    return _ended((first._replace(content=content), *blocks[1:]), ending)


def _ended(blocks: tuple[Block, ...], ending: str) -> tuple[Block, ...]:
    """The punctuation where the point ends: at its last list item or paragraph, or before a table."""
    first, last = blocks[0], blocks[-1]
    if isinstance(last, ListBlock) and len(blocks) > 1:
        if _complete(last.items[-1]):
            return blocks
        items = (*last.items[:-1], _ended(last.items[-1], ending))
        return (*blocks[:-1], last._replace(items=items))
    if isinstance(last, Paragraph) and (len(blocks) == 1 or not _complete((last,))):
        return (*blocks[:-1], _punctuated(last, ending))
    if isinstance(first, Paragraph) and not plain(first.content).rstrip().endswith(":"):
        return (_punctuated(first, ending), *blocks[1:])
    return blocks


def _complete(blocks: tuple[Block, ...]) -> bool:
    """Whether the blocks end with punctuation of their own; a full stop after an abbreviation is none."""
    last = blocks[-1]
    text = plain(last.content) if isinstance(last, Paragraph) else ""
    return bool(_COMPLETE.search(text)) and not _ABBREVIATED.search(text)


def _punctuated(paragraph: Paragraph, ending: str) -> Paragraph:
    text = plain(paragraph.content)
    if _OWN_ENDING.search(text):
        return paragraph
    if _ABBREVIATED.search(text):
        kept, ending = len(text.rstrip()), ending.removesuffix(".")
    else:
        found = _ENDING.search(text)
        kept = found.start() if found else len(text)
    content = joined((*_cut(paragraph.content, 0, kept), Run(ending)))
    return paragraph._replace(content=content)


def _cut(inlines: Inlines, start: int, end: int) -> Inlines:
    """The characters from ``start`` to ``end`` of the runs; what is not text stays where it is."""
    result: list[Inline] = []
    position = 0
    for inline in inlines:
        if not isinstance(inline, Run):
            result.append(inline)
            continue
        text = inline.text[max(0, start - position) : max(0, end - position)]
        position += len(inline.text)
        if text:
            result.append(Run(text, *inline[1:]))
    return tuple(result)
