"""How much of the machine a process gets."""

from __future__ import annotations

import resource


def within(kind: int, wanted: int) -> int:
    """So much of a resource, or all that this process may give away where that is less."""
    _, most = resource.getrlimit(kind)
    return wanted if most == resource.RLIM_INFINITY else min(wanted, most)
