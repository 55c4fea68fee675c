"""Text without any markup: most of what people write, and no parser has to be woken for it."""

from __future__ import annotations

import re

from memogen.artifacts import Paragraph, Run
from memogen.compose.typography import typeset

_MARKUP = re.compile(
    r"[\\`*_\[\]<&|\x00-\x09\x0b-\x1f\x7f-\x9f]"  # signs that may mean something wherever they stand
    r"|^ {4}"  # an indented line
    r"|^ *(?:[#>~•·▪◦‣–—=]|[-+](?:[ -]|$)|\d+[.)](?: |$))"  # what may begin a heading, a quote, a list
    r"| {2}$",  # a hard break
    re.MULTILINE,
)


def is_simple(text: str) -> bool:
    """Whether the text is paragraphs and nothing more."""
    return not _MARKUP.search(text)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text without markup; a line break is a space."""
    found = (" ".join(line.strip(" ") for line in part.split("\n")).strip() for part in re.split(r"\n *\n", text))
    return tuple(Paragraph((Run(typeset(part)),)) for part in found if part)
