"""What a room needs of the machine, and whether it is there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProgramFact:
    """One thing that a room needs: what it is, its version and place when it is there, else how to get it."""

    name: str
    ok: bool
    version: str = ""
    path: str = ""
    problem: str = ""
    remedy: str = ""
