"""Common slips in how a tag is written: what was meant, and what to write instead."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final

from memogen.render.review.names import meant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from memogen.render.review.tagging import Tag

WORDS: Final = ("if", "elif", "else", "endif", "for", "endfor", "set")
_ELSE_IF: Final = re.compile(r"else\s*if\b|elseif\b|elsif\b")
_PREFIXED: Final = re.compile(rf"(p|tr|tc|r)\s*((?:{'|'.join(WORDS)})\b.*)", re.DOTALL)
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_QUOTES: Final = "\u00ab\u00bb\u2039\u203a\u201a\u2033\u2032`\u00b4"
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_SIGNS: Final = (
    ("&&", 'skriv "and" i stället för "&&"'),
    ("||", 'skriv "or" i stället för "||"'),
    ("=>", 'skriv ">=" i stället för "=>"'),
    ("=<", 'skriv "<=" i stället för "=<"'),
    ("<>", 'skriv "!=" i stället för "<>"'),
    *((sign, "skriv raka citattecken") for sign in _QUOTES),
    *((sign, 'skriv "-", ett vanligt bindestreck') for sign in "–\u2014\u2212\u2011"),
)


def invisible(tag: Tag) -> bool:
    """Whether a tag has a sign in it that nobody sees, outside texts in quotes."""
    return _INVISIBLE.search(_QUOTED.sub("", tag.inside)) is not None


def prefixed(tag: Tag) -> tuple[str, str]:
    """The prefix and the inside of a tag whose prefix stands too far in or too near: ``{% p if``, ``{%pif``."""
    found = None if tag.prefix else _PREFIXED.match(tag.inside)
    return (found[1], found[2]) if found else ("", "")


def is_statement(tag: Tag) -> bool:
    """Whether what stands between ``{{`` and ``}}`` belongs between ``{%`` and ``%}``."""
    return tag.word in WORDS and tag.inside not in WORDS[:1]


def word_meant(tag: Tag, opened: str) -> str:
    """The word that a strange one was meant to be; ``opened`` is the word of the block that is open."""
    if _ELSE_IF.match(tag.inside):
        return "elif"
    whole = re.sub(r"\s+", "", tag.inside).lower()
    if whole in WORDS:
        return whole
    if tag.word.lower() == "end" and opened:
        return f"end{opened}"
    near = difflib.get_close_matches(tag.word.lower(), WORDS, 1, 0.6)
    return near[0] if near else ""


def advice(tag: Tag, names: Iterable[str]) -> str:
    """What to write instead, where the slip is a common one."""
    for sign, instead in _SIGNS:
        if sign in tag.inside:
            return instead
    if tag.inside.count('"') % 2 or tag.inside.count("'") % 2:
        return "skriv samma slags citattecken före och efter texten"
    if tag.word in {"if", "elif"} and re.search(r"(?<![=!<>])=(?!=)", tag.inside):
        return 'jämför med "=="'
    if tag.word == "for" and " in " not in tag.inside:
        return 'skriv "for post in lista"'
    return _name_meant(tag, set(names)) if tag.sign == "{{" else ""


def _name_meant(tag: Tag, names: Collection[str]) -> str:
    """A name with a space in it, or a prefix with one before it."""
    spaced = re.fullmatch(r"([pr])\s+([\w.]+)", tag.inside)
    if spaced:
        return f'skriv "{{{{{spaced[1]} {spaced[2]} }}}}", utan mellanslag före {spaced[1]}'
    near = meant(tag.inside, names) if re.fullmatch(r"[\w \u00a0-]+", tag.inside) else ""
    return f'menade du "{near}"?' if near else ""
