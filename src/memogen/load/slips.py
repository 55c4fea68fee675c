"""What YAML accepts and nobody means: text that would be joined, cut or moved without a word."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from memogen.artifacts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.artifacts import Node
    from memogen.load.syntax import Fault

_FIRST_ON_LINE = re.compile(r"[ ]*\Z")
_BULLETS = frozenset("–—•·▪-")
_FALSE_BULLET = re.compile(r"[–—•·▪]\s|-[^\W\d_]")
_CONTINUED_LIST = re.compile(r"\n[ ]*(-[ ])")
_CUT = re.compile(r"[ ]+(#\d)")
_CUT_NUMBER = re.compile(r"(?<=\d),\d")
_WORD = re.compile(r"[^\W\d_]{2}")
_BULLET = 'börja varje punkt med ett bindestreck och ett blanksteg: "- "'


def may_slip(text: str, span: Span) -> bool:
    """Whether it is worth while to look for slips in a scalar without quotes: a file has many scalars, and few may."""
    start, end = span
    return text[start : start + 1] in _BULLETS or text[end : end + 1] == " " or text.find("\n", start, end) >= 0


def in_plain_text(text: str, span: Span) -> Iterator[Fault]:
    """The slips in a scalar without quotes."""
    start = span.start
    if _FALSE_BULLET.match(text, start):
        line = text.rfind("\n", 0, start) + 1
        if _FIRST_ON_LINE.match(text, line, start):
            yield "YA02", "raden ser ut som en listpunkt men läses som löptext", Span(start, start + 1), _BULLET
            return
    for found in _CONTINUED_LIST.finditer(text, start, span.end):
        advice = "skriv alla värden som en lista, eller sätt hela texten inom citattecken"
        yield "YA02", "listpunkten står under en rad som redan har ett värde", Span(*found.span(1)), advice
    cut = _CUT.match(text, span.end)
    if cut:
        advice = "sätt hela texten inom citattecken"
        yield "YA02", 'texten efter " #" läses som en kommentar och försvinner', Span(*cut.span(1)), advice


def in_flow_list(text: str, items: Sequence[Node]) -> Iterator[Fault]:
    """The slips in a list between brackets: a decimal comma inside words, which cuts the number and the text in two."""
    for left, right in pairwise(items):
        end = left.span.end
        if right.span.start != end + 1 or not _CUT_NUMBER.match(text, end):
            continue
        if _WORD.search(text, left.span.start, end) or _WORD.search(text, right.span.start, right.span.end):
            number = re.split(r"[^\d]", text[left.span.start : end])[-1]
            rest = re.match(r"\d+", text[end + 1 :])
            message = f'kommat i "{number},{rest[0] if rest else ""}" delar värdet i två'
            advice = "sätt hela texten inom citattecken; är det två värden, skriv ett blanksteg efter kommat"
            yield "YA02", message, Span(end, end + 1), advice


def in_key(key: str, span: Span) -> Iterator[Fault]:
    """The slips in a key: spaces that look like an indent and are none."""
    if key[:1] in {"\u00a0", "\u2007", "\u202f", "\ufeff"}:
        advice = "ta bort dem och dra in raden med vanliga blanksteg"
        yield "YA02", "raden är indragen med hårda blanksteg (U+00A0)", Span(span.start, span.start + 1), advice
