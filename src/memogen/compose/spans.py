"""Paragraph numbers as people write them: ``§§ 263–270, 272``."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from memogen.compose.typography import typeset
from memogen.compose.wording import enumeration

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def spans(numbers: Iterable[int]) -> str:
    """``§ 271``, or ``§§ 263–270, 272``; empty for no numbers."""
    found = _spans(numbers)
    return typeset(f"{_sign(found)} {', '.join(found)}") if found else ""


def spans_in_sentence(numbers: Iterable[int]) -> str:
    """``§ 271``, or ``§§ 263–270 och 272``."""
    found = _spans(numbers)
    return typeset(f"{_sign(found)} {enumeration(found)}") if found else ""


def _sign(found: Sequence[str]) -> str:
    return "§" if len(found) == 1 and found[0].isdecimal() else "§§"


def _spans(numbers: Iterable[int]) -> list[str]:
    """Neighbours as ``263–265``, the others one by one."""
    ordered = sorted(set(numbers))
    runs = groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0])
    ends = [(run[0][1], run[-1][1]) for run in (list(group) for _, group in runs)]
    return [str(first) if first == last else f"{first}–{last}" for first, last in ends]
