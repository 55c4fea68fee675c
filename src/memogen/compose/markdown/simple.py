"""Paragraphs and plain lists without other markup: most of what people write, and no parser has to be woken for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.artifacts import ListBlock, Paragraph, Run
from memogen.compose.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.artifacts import Block

_SIGN = re.compile(r"[\\`*_\[\]|\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What may mean something wherever it stands."""
_HTML = re.compile(r"<[a-zA-Z/!?]|&[a-zA-Z#]")
_LINE = re.compile(r"\n(?: {4}| *(?:[#>~•·▪◦‣–—=]|[-+](?:[ \n-])|\d+[.)][ \n]))")
"""An indented line, or what may begin a heading, a quote, a list."""
_BLANK_LINES = re.compile(r"\n(?: *\n)+")


def blocks(text: str) -> tuple[Block, ...] | None:
    """The blocks of a text of paragraphs and bullet lists of one level; None where only the parser can tell."""
    found: list[Block] = []
    for part in _parts(text):
        last = found[-1] if found else None
        points = _points(part)
        if points and isinstance(last, ListBlock):
            found[-1] = last._replace(items=(*last.items, *points))
        elif points:
            found.append(ListBlock(ordered=False, items=points))
        elif _has_markup(part) or (part.startswith(" ") and isinstance(last, ListBlock)):
            return None
        elif part.strip():
            found.append(_paragraph(part))
    return tuple(found)


def _has_markup(text: str) -> bool:
    """Whether there may be markup. Each look starts with one sign that the search can leap to, unlike one for all."""
    return bool(
        _SIGN.search(text)
        or (("<" in text or "&" in text) and _HTML.search(text))
        or "  \n" in (lines := f"\n{text}\n")  # a hard break
        or _LINE.search(lines)
    )


def _parts(text: str) -> Iterator[str]:
    """What blank lines part; a list may also follow close upon its paragraph."""
    for part in _BLANK_LINES.split(text.strip("\n")):
        before, bullet, points = part.partition("\n- ")
        if bullet and not part.startswith("- "):
            yield before
            yield f"- {points}"
        else:
            yield part


def _points(part: str) -> tuple[tuple[Block, ...], ...]:
    """The points of a list whose further lines are indented like its text; none where it is not such a list."""
    found: list[tuple[Block, ...]] = []
    for point in f"\n{part}".split("\n- ")[1:] if part.startswith("- ") else ():
        first, *more = point.split("\n")
        plain = "\n".join([first, *(line.removeprefix("  ") for line in more)])
        if not first or first[0] == " " or not all(line.startswith("  ") for line in more) or _has_markup(plain):
            return ()
        found.append((_paragraph(plain),))
    return tuple(found)


def _paragraph(part: str) -> Paragraph:
    """A paragraph; a line break is a space."""
    return Paragraph((Run(typeset(" ".join(line.strip(" ") for line in part.split("\n")).strip())),))
