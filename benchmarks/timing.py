"""Two ways of doing the same work, by turns in the same minute: only their ratio says anything on another machine."""

from __future__ import annotations

import gc
import resource
import time
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[], object]
    Clock = Callable[[], float]


class Pair(NamedTuple):
    """Medians over the rounds: seconds (or another unit) of each, and how many times as much the peer took in one."""

    memogen: float
    peer: float
    times: float


class Row(NamedTuple):
    """One line of the table, in the words of ``docs/matning.md``; ``unit`` is ``s`` or ``MB``."""

    work: str
    peer: str
    pair: Pair
    unit: str = "s"


def processor() -> float:
    """Seconds of processor time that this process, and those that it has waited for, have used."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


wall: Final = time.perf_counter
"""Seconds by the clock, for work that other processes do."""


def paired(memogen: Work, peer: Work, *, rounds: int, clock: Clock = processor) -> Pair:
    """Measure by turns, after one round that is not counted; every other round the peer goes first."""
    memogen()
    peer()
    found = []
    for number in range(rounds):
        if number % 2:
            theirs = _seconds(peer, clock)
            found.append((_seconds(memogen, clock), theirs))
        else:
            found.append((_seconds(memogen, clock), _seconds(peer, clock)))
    ours, others = zip(*found, strict=True)
    return Pair(median(ours), median(others), median(other / our for our, other in found))


def _seconds(work: Work, clock: Clock) -> float:
    gc.collect()
    start = clock()
    work()
    return clock() - start
