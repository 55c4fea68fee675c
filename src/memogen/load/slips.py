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
_BULLETS = frozenset("–—•·▪\uf0b7\uf0a7-")
_FALSE_BULLET = re.compile(r"[–—•·▪\uf0b7\uf0a7]\s|-[^\W\d_]")
_HARD = r"[\u00a0\u2007\u202f\ufeff]+"
_HARD_SPACES = re.compile(
    rf"^[ ]*(?:(?P<indrag>{_HARD})|-(?P<streck>{_HARD})|(?:- )?[^\W\d_][\w -]*:(?P<kolon>{_HARD}))", re.MULTILINE
)
_HARD_IN = {
    "indrag": "raden är indragen med hårda blanksteg",
    "streck": "det står ett hårt blanksteg efter bindestrecket",
    "kolon": "det står ett hårt blanksteg efter kolon",
}
_PLAIN_SPACE = "skriv vanliga blanksteg i stället; hårda ser likadana ut och följer ofta med från Word"
_CONTINUED_LIST = re.compile(r"\n[ ]*(-[ ])")
_CUT = re.compile(r"[ ]+(#\d)")
_CUT_NUMBER = re.compile(r"(?<=\d),\d")
_GOES_ON = re.compile(r"(?:eftersom|som|vilk(?:et|en|a)|men|varav|därför|medan|för att)(?= )")
"""How a sentence goes on after its comma, and no value of its own begins."""
_WORD = re.compile(r"[^\W\d_]{2}")
_BULLET = 'börja varje punkt med ett bindestreck och ett blanksteg: "- "'

_BELOW = (
    "listpunkten står under en rad som redan har ett värde",
    "skriv alla värden som en lista, eller sätt hela texten inom citattecken",
)
_DEEPER = (
    "listpunkten är indragen längre än punkten före",
    'dra in punkterna lika långt; en lista under en punkt skrivs efter "- |" på nästa rad',
)


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
            yield false_bullet(start)
            return
    line = text.rfind("\n", 0, start) + 1
    hard = [found for found in _HARD_SPACES.finditer(text, line, span.end) if found["streck"]]
    if hard and hard[0].start("streck") == start + 1:
        yield from map(_hard, hard)
        return
    is_point = text[line:start].lstrip(" ") == "- "
    message, advice = _DEEPER if is_point else _BELOW
    for found in _CONTINUED_LIST.finditer(text, start, span.end):
        yield "YA02", message, Span(*found.span(1)), advice
    cut = _CUT.match(text, span.end)
    if cut:
        advice = "sätt hela texten inom citattecken"
        yield "YA02", 'texten efter " #" läses som en kommentar och försvinner', Span(*cut.span(1)), advice


def false_bullet(offset: int) -> Fault:
    """What is said of a sign that stands for a list's dash."""
    return "YA02", "raden ser ut som en listpunkt men läses som löptext", Span(offset, offset + 1), _BULLET


def hard_spaces(text: str, offset: int) -> Fault | None:
    """The spaces on a line that look like an indent, or like the one that ends a dash or a key, and are none."""
    found = _HARD_SPACES.match(text, text.rfind("\n", 0, offset) + 1)
    return _hard(found) if found else None


def _hard(found: re.Match[str]) -> Fault:
    where = str(found.lastgroup)
    message = f"{_HARD_IN[where]} (U+{ord(found[where][0]):04X})"
    return "YA02", message, Span(*found.span(where)), _PLAIN_SPACE


def in_flow_list(text: str, items: Sequence[Node]) -> Iterator[Fault]:
    """The slips in a list between brackets: a comma inside a number or a sentence, which cuts the text in two."""
    for left, right in pairwise(items):
        end = left.span.end
        goes_on = _GOES_ON.match(text, right.span.start)
        if goes_on and text[left.span.start] not in "[{":
            comma = text.index(",", end)
            message = f'kommat före "{goes_on[0]}" delar texten i två'
            yield "YA02", message, Span(comma, comma + 1), "sätt hela texten inom citattecken"
            continue
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
        message = f"{_HARD_IN['indrag']} (U+{ord(key[0]):04X})"
        yield "YA02", message, Span(span.start, span.start + 1), _PLAIN_SPACE
