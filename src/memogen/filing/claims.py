"""Which file was first to want a slot, or to have a diarienummer: in little room, for there may be fifty thousand."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from memogen.files import short_fingerprint
from memogen.workspace import Paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_PLACE_BITS: Final = 32


class Claims(NamedTuple):
    """The fingerprints of all slots that are wanted, sorted, and of the path that was first to want each.

    ``later`` has the place among the claimants, from 1, of each file that was not first.
    """

    slots: array[int]
    owners: array[int]
    later: dict[str, int]

    def is_another_s(self, slot: str, path: Path) -> bool:
        """Whether another file was first to want the slot with this key."""
        place = _place(slot, self.slots)
        return place is not None and self.owners[place] != _fingerprint(path)

    def rank(self, path: Path) -> int:
        """The file's place among those that want the same slot; 0 is the first."""
        return self.later.get(str(path), 0)


class Firsts(NamedTuple):
    """The fingerprints of what files say, sorted, and for each the path of the first that says it.

    ``others`` has the paths of those that say it too, by fingerprint, where there are any.
    """

    said: array[int]
    paths: Paths
    others: dict[int, tuple[Path, ...]]

    def get(self, text: str) -> Path | None:
        """The first file that says it."""
        place = _place(text, self.said)
        return None if place is None else self.paths[place]

    def beside(self, text: str) -> tuple[Path, ...]:
        """The other files that say it."""
        place = _place(text, self.said)
        return () if place is None else self.others.get(self.said[place], ())


def settled(wanted: Iterable[tuple[str, Path | str]]) -> Claims:
    """The claims of files, each with the key of the slot that it wants; of several, the first by path goes first."""
    claims = Claims(array("Q"), array("Q"), {})
    for slot, first, others in _by_saying(wanted):
        claims.slots.append(slot)
        claims.owners.append(short_fingerprint(first))
        claims.later.update((str(path), rank) for rank, path in enumerate(others, start=1))
    return claims


def firsts(said: Iterable[tuple[str, Path | str]]) -> Firsts:
    """The first file by path that says each thing."""
    found = Firsts(array("Q"), Paths(), {})
    for saying, first, others in _by_saying(said):
        found.said.append(saying)
        found.paths.append(first)
        if others:
            found.others[saying] = tuple(others)
    return found


def _by_saying(said: Iterable[tuple[str, Path | str]]) -> Iterator[tuple[int, bytes, list[Path]]]:
    """Each fingerprint, in order; the first of the paths that go with it, as the disk has it; the others, sorted."""
    sayings, paths = array("Q"), Paths()
    for text, path in said:
        sayings.append(short_fingerprint(text.encode("utf-8", "surrogatepass")))
        paths.append(path)
    # One number for both takes half the room that a key function would.
    marks = sorted(saying << _PLACE_BITS | place for place, saying in enumerate(sayings))
    for saying, same in groupby(marks, lambda mark: mark >> _PLACE_BITS):
        place, *more = (mark % (1 << _PLACE_BITS) for mark in same)
        if not more:
            yield saying, paths.encoded(place), []
            continue
        first, *others = sorted(paths[each] for each in (place, *more))
        yield saying, os.fsencode(first), others


def _place(text: str, fingerprints: array[int]) -> int | None:
    wanted = short_fingerprint(text.encode("utf-8", "surrogatepass"))
    place = bisect_left(fingerprints, wanted)
    return place if place < len(fingerprints) and fingerprints[place] == wanted else None


def _fingerprint(path: Path) -> int:
    return short_fingerprint(os.fsencode(path))
