"""Paragraphs, headings and plain lists without other markup: most of what people write, and no work for a parser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.artifacts import Heading, ListBlock, Paragraph, Run
from memogen.compose.typography import typeset

if TYPE_CHECKING:
    from memogen.artifacts import Block

_SIGN = re.compile(r"[\\`*_\[\]|\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What may mean something wherever it stands."""
_HEADING = re.compile(r"(#{1,6}) +([^ #\n](?:[^#\n]*[^ #\n])?) *")
_HTML = re.compile(r"<[a-zA-Z/!?]|&[a-zA-Z#]")
_LINE = re.compile(r"\n(?: {4}| *(?:[#>~•·▪◦‣\uf0b7\uf0a7–—=]|[-+](?:[ \n-])|\d+[.)][ \n]))")
"""An indented line, or what may begin a heading, a quote, a list."""


def heading(text: str) -> Heading | None:
    """A heading of the level that is written, where a line at the margin is one and has no other markup."""
    found = _HEADING.fullmatch(text)
    # The parser takes away every kind of space around the words.
    if found is None or found[2] != found[2].strip() or _has_inline_markup(found[2]):
        return None
    return Heading(len(found[1]), (Run(typeset(found[2])),))


def blocks(text: str) -> tuple[Block, ...] | None:
    """The blocks of what stands between two blank lines, from the margin on; None where only the parser can tell.

    They are a paragraph, a bullet list of one level, or a paragraph and the list that follows close upon it.
    """
    before, bullet, rest = text.partition("\n- ")
    if text.startswith("- "):
        before, bullet, rest = "", "- ", text[2:]
    if before and (_has_markup(before) or not before.strip()):
        return None
    paragraph = (_paragraph(before),) if before else ()
    if not bullet:
        return paragraph
    points = _points(rest)
    return (*paragraph, ListBlock(ordered=False, items=points)) if points else None


def _has_markup(text: str) -> bool:
    """Whether there may be markup. Each look starts with one sign that the search can leap to, unlike one for all."""
    return bool(
        _has_inline_markup(text)
        or "  \n" in (lines := f"\n{text}\n")  # a hard break
        or _LINE.search(lines)
    )


def _has_inline_markup(text: str) -> bool:
    return bool(_SIGN.search(text) or (("<" in text or "&" in text) and _HTML.search(text)))


def _points(text: str) -> tuple[tuple[Block, ...], ...]:
    """The points of a list whose further lines are indented like its text; none where it is not such a list."""
    found: list[tuple[Block, ...]] = []
    for point in text.split("\n- "):
        first, *more = point.split("\n")
        plain = "\n".join([first, *(line.removeprefix("  ") for line in more)])
        if not first or first[0] == " " or not all(line.startswith("  ") for line in more) or _has_markup(plain):
            return ()
        found.append((_paragraph(plain),))
    return tuple(found)


def _paragraph(text: str) -> Paragraph:
    """A paragraph; a line break is a space."""
    return Paragraph((Run(typeset(" ".join(line.strip(" ") for line in text.split("\n")).strip())),))
