"""Where numbers stand in running text: patterns are tried there alone, not at every letter."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(r"[0-9]+")


def at_numbers(pattern: re.Pattern[str], text: str, *, digits: int = 1) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer`` finds, where it begins with ``digits`` or more digits and has none before them."""
    last = 0
    for start, end in _numbers(text):
        if end - start >= digits and start >= last and (found := pattern.match(text, start)):
            last = found.end()
            yield found


@lru_cache(maxsize=256)
def _numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Where each number begins and ends; rule after rule looks at the numbers of the same text."""
    return tuple(number.span() for number in _NUMBER.finditer(text))
