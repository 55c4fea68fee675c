"""Words looked for in the pages of a PDF: what matters is letters, not how lines and pages break."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_UNSEEN = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufffe]"
)
_HYPHENS = re.compile(r"[-\u2010\u2011\u2043]")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it is written, and its bare letters."""

    written: str
    bare: str


def bare(text: str) -> str:
    """The letters and signs alone: no spaces, no hyphens, no ligatures, no difference between a and A.

    Hyphens go because a PDF gets them at the ends of lines; capitals because a style can print all in capitals.
    """
    return _HYPHENS.sub("", _UNSEEN.sub("", unicodedata.normalize("NFKC", text).casefold()))


class Search:
    """Looks for words in the pages of a PDF; ``unseen`` are signs that nobody sees there."""

    def __init__(self, pages: Iterable[str], unseen: str = "") -> None:
        nothing = dict.fromkeys(map(ord, bare(unseen)))
        self._pages = tuple(bare(page).translate(nothing) if nothing else bare(page) for page in pages)
        self._all = "".join(self._pages)
        self._signs = frozenset(self._all)

    def missing(self, paragraphs: Iterable[str]) -> Iterator[str]:
        """The words, as written and in order, that the pages do not have; a word is what stands between spaces."""
        for paragraph in paragraphs:
            if bare(paragraph) not in self._all:
                words = (_Word(word, bare(word)) for word in paragraph.split())
                yield from self._lost([word for word in words if word.bare])

    def unknown(self, word: str) -> str:
        """The signs of a word that are nowhere in the pages: there was no font for them."""
        return "".join(sign for sign in dict.fromkeys(word) if not frozenset(bare(sign)) <= self._signs)

    def _lost(self, words: Sequence[_Word]) -> Iterator[str]:
        """Halve what is not found in one piece until single words are left, and tell which of them are lost.

        A paragraph is cut where a page, a column or a cell ends, so a few cuts are enough.
        """
        cuts = [(0, len(words))]
        while cuts:
            start, end = cuts.pop()
            if "".join(word.bare for word in words[start:end]) in self._all:
                continue
            if end - start > 1:
                middle = (start + end) // 2
                cuts += [(middle, end), (start, middle)]
            elif not self._is_somehow(words, start):
                yield words[start].written

    def _is_somehow(self, words: Sequence[_Word], place: int) -> bool:
        word = words[place].bare
        if not frozenset(word) <= self._signs:
            return False
        # A PDF has the letters in the order of the page, which here is not the order of reading.
        if any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in word):
            return True
        before = words[place - 1].bare if place else ""
        after = words[place + 1].bare if place + 1 < len(words) else ""
        return any(_is_over(before, word, after, pair) for pair in pairwise(self._pages))


def _is_over(before: str, word: str, after: str, pages: tuple[str, str]) -> bool:
    """Whether a word begins on one page, after its neighbour, and ends on the next, before its other neighbour."""
    sizes = range(1, len(word))
    head = bisect_left(sizes, 1, key=lambda size: int(before + word[:size] not in pages[0]))
    tail = bisect_left(sizes, 1, key=lambda size: int(word[-size:] + after not in pages[1]))
    return head > 0 and tail > 0 and head + tail >= len(word)
