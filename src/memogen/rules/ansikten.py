"""What a bilaga says of itself, as the rules read it: its diarienummer and everything that may be its title."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from memogen.model import diarienummer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.rules.grund import Ansikte

_LABEL = re.compile(r"\b(?:dnr|diarienr|diarienummer|ärendenummer|ärendenr)\b[.:]*\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"^\W*bil(?:aga|\.)?\s*[0-9]{1,3}[a-zA-Z]?\b(?:\s+till\b[^,:–-]*)?[\s,.:–-]*", re.IGNORECASE)
_SUBTITLE = re.compile(r"\s*(?:[:(;,]|\s[–—-]\s|\.\s)")
_TOP_LINES = 40
_LINES_OF_A_TITLE = 3
_SHORTEST = 8
"""Letters of a part of a title that may stand for the whole."""


def numbers(ansikte: Ansikte, patterns: tuple[str, ...]) -> dict[diarienummer.Key, str]:
    """The diarienummer that stand after such a label and are spelled as the municipality's own, by their key."""
    found: dict[diarienummer.Key, str] = {}
    for label in _LABEL.finditer(ansikte.text):
        for pattern in patterns:
            number = diarienummer.compile_pattern(pattern).match(ansikte.text, label.end())
            if number is None or ansikte.text[number.end() : number.end() + 1].isalnum():
                continue
            key = diarienummer.key(number[0], (pattern,))
            if key:
                found.setdefault(key, number[0])
    return found


def likeness(titel: str, ansikte: Ansikte) -> float:
    """How near the title is to what the bilaga calls itself: 1.0 is the same but for case, hyphens and subtitle."""
    wanted = _forms(titel)
    matcher = SequenceMatcher(None, "", wanted.bare, autojunk=False)
    best = 0.0
    for candidate in map(_forms, _candidates(ansikte)):
        if wanted.agrees_with(candidate):
            return 1.0
        matcher.set_seq1(candidate.bare)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
            best = max(best, matcher.ratio())
    return best


def _candidates(ansikte: Ansikte) -> Iterator[str]:
    """What may be the title: what is said to be it, and the first page's upper lines, up to three in a row."""
    yield from filter(_letters, ansikte.titlar)
    lines = [line for line in ansikte.text.splitlines() if _letters(line)][:_TOP_LINES]
    for count in range(1, _LINES_OF_A_TITLE + 1):
        for first in range(len(lines) - count + 1):
            yield " ".join(lines[first : first + count])


class _Forms(NamedTuple):
    """The letters of a title: all of it, without ``Bilaga 1``, and up to where a subtitle begins."""

    whole: str
    bare: str
    head: str

    def agrees_with(self, other: _Forms) -> bool:
        """Whether one of them is the other, or the other without its subtitle."""
        mine, others = self[:2], other[:2]
        return any(one in others or one == other.head for one in mine) or self.head in others


def _forms(titel: str) -> _Forms:
    bare = _NUMBERED.sub("", titel)
    whole, letters = _letters(titel), _letters(bare)
    head = _letters(_SUBTITLE.split(bare, maxsplit=1)[0])
    return _Forms(whole, letters or whole, head if len(head) >= _SHORTEST else letters or whole)


def _letters(text: str) -> str:
    """Letters and digits alone: spaces, hyphens and line breaks in a word make no difference."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
