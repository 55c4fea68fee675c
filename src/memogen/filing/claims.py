"""Which file was first to want a slot: sixteen bytes a file, for there may be fifty thousand, in every worker."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from memogen.files import short_fingerprint
from memogen.workspace import Paths

if TYPE_CHECKING:
    from collections.abc import Iterable
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
        wanted = short_fingerprint(slot.encode())
        place = bisect_left(self.slots, wanted)
        found = place < len(self.slots) and self.slots[place] == wanted
        return found and self.owners[place] != _fingerprint(path)

    def rank(self, path: Path) -> int:
        """The file's place among those that want the same slot; 0 is the first."""
        return self.later.get(str(path), 0)


def settled(wanted: Iterable[tuple[str, Path]]) -> Claims:
    """The claims of files, each with the key of the slot that it wants; of several, the first by path goes first."""
    keys, paths = array("Q"), Paths()
    for key, path in wanted:
        keys.append(short_fingerprint(key.encode()))
        paths.append(path)
    claims = Claims(array("Q"), array("Q"), {})
    # One number for both takes half the room that a key function would.
    marks = sorted(key << _PLACE_BITS | place for place, key in enumerate(keys))
    for slot, same in groupby(marks, lambda mark: mark >> _PLACE_BITS):
        first, *others = sorted(paths[mark % (1 << _PLACE_BITS)] for mark in same)
        claims.slots.append(slot)
        claims.owners.append(_fingerprint(first))
        claims.later.update((str(path), rank) for rank, path in enumerate(others, start=1))
    return claims


def _fingerprint(path: Path) -> int:
    return short_fingerprint(os.fsencode(path))
