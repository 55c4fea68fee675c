"""The organs that a profile knows, by names that are nearly theirs, and at the start of a sentence."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from memogen.model.nyckel import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.profil import Profil

_NEAR = 0.85


def near_organ(name: str, profil: Profil) -> str | None:
    """A known organ with nearly the same name."""
    names = {fold(known): known for known in profil.organ}
    near = difflib.get_close_matches(fold(name), names, n=1, cutoff=_NEAR)
    return names[near[0]] if near else None


def leading_organ(sentence: str, profil: Profil) -> str | None:
    """The known organ that a sentence begins with, the longest name first."""
    lowered = sentence.lower()
    for known in sorted(profil.organ, key=len, reverse=True):
        if lowered.startswith(known.lower()) and not lowered[len(known) : len(known) + 1].isalnum():
            return known
    return None


def above(name: str, profil: Profil) -> Iterator[str]:
    """The organs that one prepares for, one after the other."""
    seen = {name}
    while (organ := profil.organ.get(name)) is not None and organ.bereder_for:
        name = profil.organets_namn(organ.bereder_for)
        if name in seen:
            return
        seen.add(name)
        yield name
