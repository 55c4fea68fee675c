"""Plain paragraphs and lists are read at once and set aside, so that the parser reads only the rest of a text.

A stretch that begins at the margin, between blank lines, is read the same whatever stands around it, but for two
things: a fence or HTML that goes on over blank lines, and a list that goes on in the next stretch.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from memogen.artifacts import ListBlock
from memogen.compose.markdown import simple
from memogen.compose.markdown.levels import Levels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.artifacts import Block, Heading

STAND_IN: Final = "\ue000"
"""A paragraph of this sign alone stands where plain blocks were; what people write does not have it."""
_REACHES_FAR = re.compile(rf"```|~~~|<|{STAND_IN}")

_MAY_BE_HEADING = re.compile(r"[ >*+\d.)\t-]*(?:#|[=-]+[ \t]*$)")
"""A line that begins with a number sign, or one of strokes under a heading, however deep in lists and quotes."""


class Mixed(NamedTuple):
    """What is left for the parser, and by the line where it stands (from 0) what each stand-in is for.

    Where nothing is left, line 0 has all that the text says.
    """

    text: str
    aside: dict[int, tuple[Block, ...]]


class _Stretch(NamedTuple):
    """Lines between blank lines: the first, the one after the last, and what they are where they are plain."""

    start: int
    end: int
    blocks: tuple[Block, ...] | None
    heading: Heading | None


def set_aside(text: str, level: int) -> Mixed:
    """The text with a stand-in for each row of plain stretches; every other line stands where it stood.

    ``level`` is that of the first headings.
    """
    lines = text.split("\n")
    stretches = list(_stretches(lines))
    if all(stretch.blocks is not None or stretch.heading for stretch in stretches):
        return Mixed("", {0: _joined(stretches, Levels(level))})
    if _REACHES_FAR.search(text):
        return Mixed(text, {})
    aside: dict[int, tuple[Block, ...]] = {}
    # Levels follow upon each other: the headings are all set aside, or none of them.
    headings = not any(_may_hold_heading(stretch, lines) for stretch in stretches)
    levels = Levels(level)
    for plain, group in groupby(enumerate(stretches), key=lambda one: _is_plain(one[1], headings=headings)):
        places = [place for place, _ in group]
        row = _safe(stretches, places[0], places[-1] + 1) if plain else []
        if row:
            aside[row[0].start] = _joined(row, levels)
            count = row[-1].end - row[0].start
            lines[row[0].start : row[-1].end] = [STAND_IN] + [""] * (count - 1)
    return Mixed("\n".join(lines), aside)


def _stretches(lines: list[str]) -> Iterator[_Stretch]:
    start = 0
    for blank, group in groupby(lines, key=lambda line: not line.strip(" ")):
        count = len(list(group))
        if not blank:
            text = "\n".join(lines[start : start + count])
            blocks = None if text.startswith(" ") else simple.blocks(text)
            yield _Stretch(start, start + count, blocks, simple.heading(text) if blocks is None else None)
        start += count


def _is_plain(stretch: _Stretch, *, headings: bool) -> bool:
    return stretch.blocks is not None or (headings and stretch.heading is not None)


def _may_hold_heading(stretch: _Stretch, lines: list[str]) -> bool:
    """Whether there may be a heading among the lines of a stretch that is left for the parser."""
    left = stretch.blocks is None and stretch.heading is None
    return left and any(map(_MAY_BE_HEADING.match, lines[stretch.start : stretch.end]))


def _safe(stretches: list[_Stretch], first: int, end: int) -> list[_Stretch]:
    """The row without the lists at its ends that may go on in what stands beside them."""
    before = stretches[first - 1] if first else None
    after = stretches[end] if end < len(stretches) else None
    while first < end and before is not None and not before.heading and _is_list(stretches[first], 0):
        first += 1
    while first < end and after is not None and not after.heading and _is_list(stretches[end - 1], -1):
        end -= 1
    return stretches[first:end]


def _is_list(stretch: _Stretch, place: int) -> bool:
    return isinstance((stretch.blocks or (None,))[place], ListBlock)


def _joined(row: list[_Stretch], levels: Levels) -> tuple[Block, ...]:
    """The blocks of the row; a list goes on after a blank line."""
    found: list[Block] = []
    for stretch in row:
        if stretch.heading:
            found.append(stretch.heading._replace(level=levels.of(stretch.heading.level)))
        for block in stretch.blocks or ():
            last = found[-1] if found else None
            if isinstance(block, ListBlock) and isinstance(last, ListBlock):
                found[-1] = last._replace(items=(*last.items, *block.items))
            else:
                found.append(block)
    return tuple(found)
