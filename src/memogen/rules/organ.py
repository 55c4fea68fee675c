"""The organs that a profile knows, by any way of writing their names."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from memogen.model.nyckel import fold

if TYPE_CHECKING:
    from memogen.model.profil import Profil

_NEAR = 0.85


def known_organ(name: str, profil: Profil) -> str | None:
    """The organ's name as the profile writes it, from its name or short name in any case; None: unknown."""
    wanted = fold(name)
    for known, organ in profil.organ.items():
        if wanted in {fold(known), fold(organ.kortnamn or known)}:
            return known
    return None


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
